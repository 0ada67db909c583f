import { createHash } from "node:crypto";
import { picturesOf, type ShardRange } from "../tasks/mod.ts";
import { messageOf } from "./_lines.ts";
import { readPicture } from "./_picture_files.ts";
import { painterOf, type Source } from "./_source.ts";

/** Pictures that stand in their place. */
export interface Pictures {
  /** How many. */
  readonly count: number;
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
    let [count, bytes, listing] = [0, 0, ""];
    for (const item of itemsOf(source, range)) {
      const drawings = source.draw(item);
      for (const [i, { path }] of picturesOf(item).entries()) {
        const picture = paint(drawings[i]!);
        await writePicture(`${folder}/${path}`, picture, aside);
        count++;
        bytes += picture.length;
        listing += listed(picture, path);
      }
    }
    return { count, bytes, listing };
  };
}

/** A picture that is to be copied. */
export interface PictureCopy {
  /** Its path within either folder. */
  readonly path: string;
  /** The folder it stands in. */
  readonly from: string;
  /** The folder it goes to. */
  readonly to: string;
  /** A path on the same disk as `to` that nobody else uses. */
  readonly aside: string;
}

/** Copies a picture, written aside and renamed. */
export async function copyPicture({ path, from, to, aside }: PictureCopy): Promise<Pictures> {
  const picture = await readPicture(from, path);
  await writePicture(`${to}/${path}`, picture, aside);
  return { count: 1, bytes: picture.length, listing: listed(picture, path) };
}

async function writePicture(path: string, picture: Uint8Array, aside: string): Promise<void> {
  try {
    await Deno.writeFile(aside, picture);
    await Deno.rename(aside, path);
  } catch (error) {
    throw new Error(
      `Cannot write ${path}: ${messageOf(error)}, must be a file that can be written`,
      { cause: error },
    );
  }
}

/** The paths of some items' pictures, in order. */
export function* picturePaths(source: Source, range: ShardRange): Generator<string> {
  for (const item of itemsOf(source, range)) {
    for (const { path } of picturesOf(item)) yield path;
  }
}

/**
 * Reads pictures again; null when one of them is absent.
 *
 * @param folder the run's folder
 * @param paths the pictures within it, in the order of the items
 */
export async function readPictures(
  folder: string,
  paths: Iterable<string> | AsyncIterable<string>,
): Promise<PictureRecord | null> {
  const hash = createHash("sha256");
  let [count, bytes] = [0, 0];
  for await (const path of paths) {
    const picture = await readPicture(folder, path).catch(() => null);
    if (picture === null) return null;
    count++;
    bytes += picture.length;
    hash.update(listed(picture, path));
  }
  return { count, bytes, sha256: hash.digest("hex") };
}

function listed(picture: Uint8Array, path: string): string {
  return `${createHash("sha256").update(picture).digest("hex")}  ${path}\n`;
}

function* itemsOf({ items }: Source, { first, count }: ShardRange) {
  for (let i = first; i < first + count; i++) yield items.item(i);
}
