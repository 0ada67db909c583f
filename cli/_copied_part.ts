import { createHash } from "node:crypto";
import { messageOf } from "./_lines.ts";
import type { Part, PartRecord, Piece } from "./_part.ts";
import { requirePictureName } from "./_picture_files.ts";
import { copyPicture } from "./_pictures.ts";

const CHUNK = 1 << 20;
const NEWLINE = 10;

/** A part that stands in a folder, and where its pictures are to go. */
export interface CopyJob {
  /** The folder it stands in. */
  readonly from: string;
  /** What was recorded of it when it was made. */
  readonly record: PartRecord;
  /** The folder it goes to. */
  readonly to: string;
  /** A path on the same disk that nobody else uses. */
  readonly aside: string;
}

/**
 * The lines of a part and the pictures they name, copied from another folder.
 *
 * @throws Error at the end when they are not what was recorded
 */
export async function* copiedPieces(job: CopyJob, part: Part): AsyncGenerator<Piece> {
  const { from, record } = job;
  const [hash, listing] = [createHash("sha256"), createHash("sha256")];
  let bytes = 0;
  for await (const lines of linesIn(`${from}/${part.file}`)) {
    hash.update(lines);
    bytes += lines.length;
    const pictures = record.pictures === null ? null : await copyPictures(job, lines);
    if (pictures !== null) listing.update(pictures.listing);
    yield { lines, count: 0, pictures };
  }
  const same = bytes === record.bytes && hash.digest("hex") === record.sha256;
  if (!same) throw changed(`${from}/${part.file}`);
  if (record.pictures !== null && listing.digest("hex") !== record.pictures.sha256) {
    throw changed(`the pictures of ${from}/${part.file}`);
  }
  // The bytes are those that were counted when they were made.
  yield { lines: new Uint8Array(), count: record.items, pictures: null };
}

function changed(what: string): Error {
  return new Error(`Cannot merge ${what}: not as recorded by SHA-256, must be as they were made`);
}

async function copyPictures({ from, to, aside }: CopyJob, lines: Uint8Array) {
  let [count, bytes, listing, last] = [0, 0, "", { path: "", bytes: 0, listing: "" }];
  for (const path of imagesIn(lines)) {
    // Items of one group follow each other and share a picture.
    if (path !== last.path) last = { path, ...await copyPicture({ path, from, to, aside }) };
    count++;
    bytes += last.bytes;
    listing += last.listing;
  }
  return { count, bytes, listing };
}

/** The pictures that the lines of a file name, whichever their format. */
export async function* imagesOf(path: string): AsyncGenerator<string> {
  for await (const lines of linesIn(path)) yield* imagesIn(lines);
}

function* imagesIn(lines: Uint8Array): Generator<string> {
  for (const line of new TextDecoder().decode(lines).trimEnd().split("\n")) {
    const paths = pathsOf(parsed(line));
    if (paths.length === 0) {
      throw new Error(`Cannot read line: ${line.slice(0, 60)}, must name a picture`);
    }
    yield* paths.map(requirePictureName);
  }
}

/** One picture or several, by their paths or as objects that say it. */
function pathsOf({ image, images }: ReturnType<typeof parsed>): string[] {
  const named = [image ?? images ?? []].flat() as unknown[];
  return named.map((one) => String((one as { readonly path?: unknown } | null)?.path ?? one));
}

function parsed(line: string): { readonly image?: unknown; readonly images?: readonly unknown[] } {
  try {
    return JSON.parse(line) ?? {};
  } catch {
    throw new SyntaxError(`Cannot read line: ${line.slice(0, 60)}, must be one JSON value`);
  }
}

/** A file in pieces of whole lines; what stands behind the last line comes last. */
async function* linesIn(path: string): AsyncGenerator<Uint8Array> {
  using file = await open(path);
  let buffer = new Uint8Array(CHUNK);
  for (let length = 0;;) {
    if (length === buffer.length) buffer = grown(buffer);
    const read = await file.read(buffer.subarray(length));
    if (read === null) {
      if (length > 0) yield buffer.subarray(0, length);
      return;
    }
    length += read;
    const end = buffer.subarray(0, length).lastIndexOf(NEWLINE) + 1;
    if (end === 0) continue;
    yield buffer.subarray(0, end);
    buffer.copyWithin(0, end, length);
    length -= end;
  }
}

function grown(buffer: Uint8Array): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(2 * buffer.length);
  larger.set(buffer);
  return larger;
}

async function open(path: string): Promise<Deno.FsFile> {
  try {
    return await Deno.open(path);
  } catch (error) {
    throw new Error(`Cannot read ${path}: ${messageOf(error)}, must be a file that can be read`);
  }
}
