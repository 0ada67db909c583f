import { createHash } from "node:crypto";
import { removeQuietly } from "./_interrupt.ts";
import { messageOf } from "./_lines.ts";
import { folderOf } from "./_place.ts";

const CHUNK = 1 << 20;

/** The bytes of a file and their SHA-256; null when it is absent. */
export async function digestOf(path: string): Promise<{ bytes: number; sha256: string } | null> {
  if (sizeOf(path) === null) return null;
  using file = await Deno.open(path);
  const hash = createHash("sha256");
  const buffer = new Uint8Array(CHUNK);
  let bytes = 0;
  for (let n = await file.read(buffer); n !== null; n = await file.read(buffer)) {
    hash.update(buffer.subarray(0, n));
    bytes += n;
  }
  return { bytes, sha256: hash.digest("hex") };
}

/** The size of a file; null when it is absent. */
export function sizeOf(path: string): number | null {
  try {
    return Deno.statSync(path).size;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw new Error(`Cannot read ${path}: ${messageOf(error)}, must be a file that can be read`);
  }
}

/** A file's JSON; null when it is absent. */
export function readJson<Value>(path: string): Value | null {
  let text: string;
  try {
    text = Deno.readTextFileSync(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw new Error(`Cannot read ${path}: ${messageOf(error)}, must be a file that can be read`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new SyntaxError(`Cannot read ${path}: it is no JSON, must be as it was written`);
  }
}

/**
 * Makes a folder and those it stands in, for something that may fail.
 *
 * @returns takes away what was made; what stands in it goes along
 */
export function makeFolderForNow(path: string): () => void {
  let outermost: string | null = null;
  for (let at = path; at !== "" && at !== "/" && at !== "."; at = folderOf(at)) {
    if (sizeOf(at) !== null) break;
    outermost = at;
  }
  makeFolder(path);
  return () => {
    if (outermost !== null) removeQuietly(outermost);
  };
}

/** Makes a folder and those it stands in. */
export function makeFolder(path: string): void {
  try {
    Deno.mkdirSync(path, { recursive: true });
  } catch (error) {
    const why = messageOf(error);
    throw new Error(`Cannot make folder ${path}: ${why}, must be a folder that can be written`);
  }
}
