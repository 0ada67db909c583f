import { unpack } from "../datasets/unpack.ts";
import { messageOf } from "./message.ts";

export { messageOf };

/** One line of a stream. */
export interface Line {
  /** Counted from 1. */
  readonly number: number;
  /** The line without its end. */
  readonly text: string;
  /** Why it was not read, where it was not: then its text is empty. */
  readonly error?: string;
}

/** How {@link linesOf} reads. */
export interface LineOptions {
  /** The most characters of a line; {@link LINE_LIMIT} when left out. */
  readonly limit?: number;
  /** Counts each look at a character, for tests of its cost. */
  readonly meter?: { steps: number };
}

/** So many characters a line may have, unless `--line-limit` says otherwise. */
export const LINE_LIMIT = 64e6;

/**
 * The lines of a stream of UTF-8, without their ends; empty lines are left out. One that is too long
 * is told and passed over: the lines behind it are read.
 */
export async function* linesOf(
  bytes: ReadableStream<Uint8Array>,
  options: LineOptions = {},
): AsyncGenerator<Line> {
  const { limit = LINE_LIMIT, meter = { steps: 0 } } = options;
  const open = new OpenLine(limit);
  const decoder = new TextDecoder();
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk, { stream: true });
    meter.steps += text.length;
    let from = 0;
    for (let end; (end = text.indexOf("\n", from)) >= 0; from = end + 1) {
      const line = open.close(text.slice(from, end));
      meter.steps += line?.text.length ?? 0;
      if (line !== null) yield line;
    }
    open.add(text.slice(from));
  }
  const last = open.close(decoder.decode());
  if (last !== null) yield last;
}

/** A line that is read piece by piece. */
class OpenLine {
  readonly #limit: number;
  #pieces: string[] = [];
  #size = 0;
  #number = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(piece: string): void {
    this.#size += piece.length;
    if (this.#size > this.#limit) this.#pieces = [];
    else if (piece !== "") this.#pieces.push(piece);
  }

  /** Ends the line; null for an empty one. */
  close(piece: string): Line | null {
    this.add(piece);
    const [size, whole] = [this.#size, this.#pieces.join("")];
    this.#pieces = [];
    this.#size = 0;
    const number = ++this.#number;
    if (size > this.#limit) {
      const most = `${this.#limit / 1e6} million`;
      const error = `Cannot read line: it has ${size} characters, must have ${most} at most, or ` +
        "as many as --line-limit says";
      return { number, text: "", error };
    }
    const text = whole.endsWith("\r") ? whole.slice(0, -1) : whole;
    return text.trim() === "" ? null : { number, text };
  }
}

/**
 * Opens a file to read; one packed by gzip or zstd is unpacked as it is read.
 *
 * @throws Error that names the path
 */
export async function openToRead(path: string): Promise<ReadableStream<Uint8Array>> {
  try {
    if ((await Deno.stat(path)).isDirectory) throw new Error("it is a folder");
    return ReadableStream.from(unpack(path, (await Deno.open(path)).readable));
  } catch (error) {
    throw new Error(`Cannot read ${path}: ${messageOf(error)}, must be a file that can be read`, {
      cause: error,
    });
  }
}

/**
 * Reads a whole file as text.
 *
 * @throws Error that names the path
 */
export async function readText(path: string): Promise<string> {
  return await new Response(await openToRead(path)).text();
}

/** A line of JSON, or what is wrong with it. */
export function parseLine(line: Line): { readonly value: unknown } | { readonly error: string } {
  if (line.error !== undefined) return { error: line.error };
  try {
    return { value: JSON.parse(line.text) };
  } catch {
    const shown = line.text.length > 60 ? `${line.text.slice(0, 57)}...` : line.text;
    return { error: `Cannot read line: ${shown}, must be one JSON value` };
  }
}
