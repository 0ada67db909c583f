import { createHash } from "node:crypto";
import { type JsonValue, shardRange } from "../tasks/mod.ts";
import { removeQuietly } from "./_interrupt.ts";
import { messageOf } from "./_lines.ts";
import { LockedError, openLocked } from "./_lock.ts";
import type { PictureRecord, Pictures } from "./_pictures.ts";

/** The folder inside a run's folder that holds what is half made, and records of what is whole. */
export const STATE = ".alidade";

/** A part of a run: a file of its own. */
export interface Part {
  /** Which, from 1. */
  readonly number: number;
  /** Of how many. */
  readonly of: number;
  /** The index of its first item. */
  readonly first: number;
  /** How many items it has. */
  readonly count: number;
  /** The name of its file. */
  readonly file: string;
}

/** What a part that is whole holds. */
export interface PartRecord {
  /** The name of its file. */
  readonly file: string;
  /** The index of its first item. */
  readonly first: number;
  /** How many items it has. */
  readonly items: number;
  /** How many bytes. */
  readonly bytes: number;
  /** The SHA-256 of its bytes, in hexadecimal. */
  readonly sha256: string;
  /** Its pictures; null where none are made. */
  readonly pictures: PictureRecord | null;
  /** What a command records of it besides. */
  readonly more?: Readonly<Record<string, JsonValue>>;
}

/** Some of a part's lines, and the pictures they name. */
export interface Piece {
  /** Whole lines, to be used before the next piece is asked for. */
  readonly lines: Uint8Array;
  /** How many lines. */
  readonly count: number;
  /** The pictures, which stand in their place; null where none are made. */
  readonly pictures: Pictures | null;
}

/**
 * A part of a run of so many items; the names of parts sort in their order.
 *
 * @param items how many
 * @param shard which part of how many, and what a part that stands alone is called
 */
export function partOf(
  items: number,
  { part, of, whole }: { part: number; of: number; whole: string },
): Part {
  const padded = (n: number) => String(n).padStart(5, "0");
  const file = of === 1 ? whole : `part-${padded(part)}-of-${padded(of)}.jsonl`;
  return { number: part, of, ...shardRange(items, { part, of }), file };
}

/** Where the files of a part's state stand. */
export function statePath(folder: string, part: Part, kind: "part" | "json"): string {
  return `${folder}/${STATE}/${part.number}.${kind}`;
}

/**
 * Makes a part: written and synced beside its name, recorded, then renamed, so that a file under a
 * part's name is whole. Whoever makes a part holds a lock that no end of the process leaves behind.
 *
 * @param folder the run's folder, with its state
 * @param part which part
 * @param pieces its lines in order
 * @param more what is recorded besides, once all lines are written
 * @returns the part's record
 * @throws LockedError when another process makes the same part
 * @throws Error that names the file, when it cannot be written; nothing half made stays
 */
export async function makePart(
  folder: string,
  part: Part,
  pieces: AsyncIterable<Piece>,
  more?: () => PartRecord["more"],
): Promise<PartRecord> {
  const path = `${folder}/${part.file}`;
  const aside = statePath(folder, part, "part");
  using file = await lockPart(aside, path);
  try {
    const written = await writePieces({ file, path, part }, pieces);
    const besides = more?.();
    const record = besides === undefined ? written : { ...written, more: besides };
    attempt(path, () => {
      file.syncSync();
      writeSynced(statePath(folder, part, "json"), JSON.stringify(record));
      Deno.renameSync(aside, path);
      syncFolder(folder);
    });
    return record;
  } catch (error) {
    // The name is still ours: the lock is held until the file is closed.
    removeQuietly(aside);
    throw error;
  }
}

async function lockPart(aside: string, path: string): Promise<Deno.FsFile> {
  try {
    return await openLocked(aside);
  } catch (error) {
    if (!(error instanceof LockedError)) throw error;
    throw new LockedError(`Cannot make ${path}: another process is at it, must be one at a time`);
  }
}

interface PartFile {
  readonly file: Deno.FsFile;
  readonly path: string;
  readonly part: Part;
}

async function writePieces(
  { file, path, part }: PartFile,
  pieces: AsyncIterable<Piece>,
): Promise<PartRecord> {
  const hash = createHash("sha256");
  const listing = createHash("sha256");
  let [items, bytes, pictures, pictureBytes] = [0, 0, 0, 0];
  // A killed run may have left some of it.
  attempt(path, () => file.truncateSync(0));
  for await (const piece of pieces) {
    attempt(path, () => writeAll(file, piece.lines));
    hash.update(piece.lines);
    items += piece.count;
    bytes += piece.lines.length;
    if (piece.pictures === null) continue;
    listing.update(piece.pictures.listing);
    pictures += piece.pictures.count;
    pictureBytes += piece.pictures.bytes;
  }
  if (items !== part.count) {
    throw new Error(`Cannot write ${path}: it has ${items} items, must be ${part.count}`);
  }
  return {
    file: part.file,
    first: part.first,
    items,
    bytes,
    sha256: hash.digest("hex"),
    pictures: pictures === 0
      ? null
      : { count: pictures, bytes: pictureBytes, sha256: listing.digest("hex") },
  };
}

/** Writes a small file beside its name, syncs and renames it. */
export function writeSynced(path: string, text: string): void {
  const aside = `${path}.${crypto.randomUUID().slice(0, 8)}.part`;
  try {
    {
      using file = Deno.openSync(aside, { write: true, createNew: true });
      writeAll(file, new TextEncoder().encode(text));
      file.syncSync();
    }
    Deno.renameSync(aside, path);
  } catch (error) {
    removeQuietly(aside);
    throw error;
  }
}

/** Makes the renaming itself last, where folders can be synced. */
function syncFolder(path: string): void {
  if (Deno.build.os === "windows") return;
  using folder = Deno.openSync(path);
  folder.syncSync();
}

function writeAll(file: Deno.FsFile, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += file.writeSync(bytes.subarray(at));
}

function attempt(path: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    throw new Error(
      `Cannot write ${path}: ${messageOf(error)}, must be a file that can be written`,
      {
        cause: error,
      },
    );
  }
}
