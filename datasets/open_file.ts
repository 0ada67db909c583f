import { open, stat } from "node:fs/promises";
import type { SourceFile } from "./dataset.ts";
import { decodeText } from "./_decode_text.ts";
import { LINE_LIMIT, splitLines } from "./_lines.ts";
import { PACKED, unpack } from "./unpack.ts";

/** How {@link openFile} reads. */
export interface OpenFileOptions {
  /** Called with the number of bytes each time some were read, as for a progress bar. */
  readonly onRead?: (bytes: number) => void;
  /** The most characters of a line, where lines are read; 64 million when left out. */
  readonly lineLimit?: number;
}

const CHUNK = 1 << 18;

/**
 * Opens a file on disk, to be read as a stream. The file must be UTF-8 where it is read as text; a
 * byte order mark is skipped. One packed by gzip or zstd, or found packed beside as `X.gz` or `X.zst`
 * where there is no X, is unpacked as it is read; its path is then that of X.
 *
 * @param path the path
 * @param options whom to tell of the progress
 * @returns the file; each of its methods reads it anew
 * @throws Error that names the path, when it is absent, a folder or may not be read
 *
 * A file that unpacks to more than 256 million bytes and 250 times its size is refused.
 *
 * Cost: memory of 256 KiB and one line, for files of any size, but for `text()` and `bytes()`. A
 * pipe, such as `/dev/stdin`, is held whole.
 *
 * @example
 * ```ts
 * import { openFile } from "@alidade/core/datasets";
 * import { assertRejects } from "@std/assert";
 *
 * await assertRejects(() => openFile("absent.json"), Error, "Cannot read absent.json");
 * ```
 */
export async function openFile(path: string, options: OpenFileOptions = {}): Promise<SourceFile> {
  const { onRead = () => {}, lineLimit = LINE_LIMIT } = options;
  const place = await placeOf(path);
  const isFile = await attempt(path, async () => {
    const found = await stat(place);
    if (found.isDirectory()) throw new Error("it is a folder");
    await (await open(place)).close();
    return found.isFile();
  });
  // A pipe can be read only once, a reader may want to read twice.
  const held = isFile ? null : await collect(unpack(path, readBytes(place, onRead)));
  const bytes = () => held === null ? unpack(path, readBytes(place, onRead)) : once(held);
  const chunks = () => decodeText(path, bytes);
  return {
    path: path.replace(PACKED, ""),
    bytes: () => collect(bytes()),
    chunks,
    lines: () => splitLines(chunks(), { path, limit: lineLimit }),
    async text() {
      const parts: string[] = [];
      for await (const chunk of chunks()) parts.push(chunk);
      return parts.join("");
    },
  };
}

/** Where a file is: there, or packed beside. */
async function placeOf(path: string): Promise<string> {
  const isThere = (name: string) => stat(name).then(() => true, () => false);
  if (await isThere(path)) return path;
  for (const ending of [".gz", ".zst"]) if (await isThere(path + ending)) return path + ending;
  return path;
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(bytes);
}

/** Yields one buffer again and again: who keeps it must copy it. */
async function* readBytes(path: string, onRead: (bytes: number) => void) {
  const file = await attempt(path, () => open(path));
  try {
    const buffer = new Uint8Array(CHUNK);
    while (true) {
      const { bytesRead } = await attempt(path, () => file.read(buffer, 0, CHUNK));
      if (bytesRead === 0) return;
      onRead(bytesRead);
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

async function collect(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of bytes) {
    parts.push(part.slice());
    size += part.length;
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

async function attempt<T>(path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const why = reasonOf(error);
    throw new Error(`Cannot read ${path}: ${why}, must be a file that can be read`, {
      cause: error,
    });
  }
}

/** What the codes of a system's errors say. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "it may not be read",
  EPERM: "it may not be read",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of its path is no folder",
  EMFILE: "too many files are open",
};

function reasonOf(error: unknown): string {
  const code = (error as { readonly code?: unknown }).code;
  const reason = typeof code === "string" ? REASONS[code] : undefined;
  return reason ?? (error instanceof Error ? error.message : String(error));
}
