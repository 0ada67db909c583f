/** One line of a stream. */
export interface Line {
  /** Counted from 1. */
  readonly number: number;
  /** The line without its end. */
  readonly text: string;
}

/** The lines of a stream of UTF-8, without their ends; empty lines are left out. */
export async function* linesOf(bytes: ReadableStream<Uint8Array>): AsyncGenerator<Line> {
  let rest = "";
  let number = 0;
  const decoder = new TextDecoder();
  for await (const chunk of bytes) {
    const pieces = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = pieces.pop()!;
    for (const piece of pieces) {
      number++;
      const text = piece.endsWith("\r") ? piece.slice(0, -1) : piece;
      if (text.trim() !== "") yield { number, text };
    }
  }
  rest += decoder.decode();
  if (rest.trim() !== "") yield { number: number + 1, text: rest };
}

/**
 * Opens a file to read.
 *
 * @throws Error that names the path
 */
export async function openToRead(path: string): Promise<ReadableStream<Uint8Array>> {
  try {
    if ((await Deno.stat(path)).isDirectory) throw new Error("it is a folder");
    return (await Deno.open(path)).readable;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`Cannot read ${path}: ${why}, must be a file that can be read`, {
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
  try {
    return { value: JSON.parse(line.text) };
  } catch {
    const shown = line.text.length > 60 ? `${line.text.slice(0, 57)}...` : line.text;
    return { error: `Cannot read line: ${shown}, must be one JSON value` };
  }
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
