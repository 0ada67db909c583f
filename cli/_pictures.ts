import { createHash } from "node:crypto";
import type { ShardRange } from "../tasks/mod.ts";
import { messageOf } from "./_lines.ts";
import { painterOf, type Source } from "./_source.ts";

/** Pictures that stand in their place. */
export interface Pictures {
  /** Their bytes in total. */
  readonly bytes: number;
  /** A line of SHA-256 and path for each, in the order of the items, as `sha256sum` prints it. */
  readonly listing: string;
}

/** The pictures of a part. */
export interface PictureRecord {
  /** How many. */
  readonly count: number;
  /** Their bytes in total. */
  readonly bytes: number;
  /** The SHA-256 of what `sha256sum` prints for them, in the order of the items. */
  readonly sha256: string;
}

/** Draws the pictures of some items. */
export type Painter = (range: ShardRange) => Promise<Pictures>;

/**
 * Makes ready to draw the pictures of a run, each written aside and renamed.
 *
 * @param source the items
 * @param folder the run's folder
 * @param aside a path on the same disk that nobody else uses
 * @returns null where the items have no pictures
 */
export function openPainter(
  source: Source,
  folder: string,
  aside: string,
): Painter | null {
  const paint = painterOf(source.images);
  if (paint === null) return null;
  return async (range) => {
    let [bytes, listing] = [0, ""];
    for (const item of itemsOf(source, range)) {
      const picture = paint(source.draw(item));
      const path = `${folder}/${item.image}`;
      try {
        await Deno.writeFile(aside, picture);
        await Deno.rename(aside, path);
      } catch (error) {
        throw new Error(
          `Cannot write ${path}: ${messageOf(error)}, must be a file that can be written`,
          { cause: error },
        );
      }
      bytes += picture.length;
      listing += listed(picture, item.image!);
    }
    return { bytes, listing };
  };
}

/** Reads the pictures of some items again; null when one of them is absent. */
export async function readPictures(
  source: Source,
  folder: string,
  range: ShardRange,
): Promise<PictureRecord | null> {
  const hash = createHash("sha256");
  let bytes = 0;
  for (const item of itemsOf(source, range)) {
    const picture = await Deno.readFile(`${folder}/${item.image}`).catch(() => null);
    if (picture === null) return null;
    bytes += picture.length;
    hash.update(listed(picture, item.image!));
  }
  return { count: range.count, bytes, sha256: hash.digest("hex") };
}

function listed(picture: Uint8Array, path: string): string {
  return `${createHash("sha256").update(picture).digest("hex")}  ${path}\n`;
}

function* itemsOf({ items }: Source, { first, count }: ShardRange) {
  for (let i = first; i < first + count; i++) yield items.item(i);
}
