import type { ProgramResult } from "./program.ts";

/** What is asked of the process in which programs run: one line of JSON. */
export interface Call {
  readonly source: string;
  /** The metadata as JSON. */
  readonly metadata: string;
  /** The camera's position as JSON. */
  readonly camera: string;
  readonly milliseconds: number;
  readonly bytes: number;
  readonly characters: number;
}

/** What the process answers: one line of JSON. */
export interface Answer {
  readonly result: ProgramResult;
  /** Whether the next program must get another process. */
  readonly isSpent: boolean;
}

/** Reads calls from standard input, one a line, and answers each on standard output. */
export async function answerCalls(answer: (call: Call) => Answer): Promise<void> {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  // Ready: what it takes to start is behind.
  write(encoder.encode("\n"));
  let pieces: string[] = [];
  for await (const bytes of Deno.stdin.readable) {
    const [first, ...others] = decoder.decode(bytes, { stream: true }).split("\n");
    pieces.push(first!);
    for (const next of others) {
      const call = JSON.parse(pieces.join("")) as Call;
      write(encoder.encode(JSON.stringify(answer(call)) + "\n"));
      pieces = [next];
    }
  }
}

function write(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += Deno.stdout.writeSync(bytes.subarray(at));
}

/** An error in one line of some length at most. */
export function oneLine(text: string): string {
  const line = text.trim().replace(/\s+/g, " ");
  return line.length <= 300 ? line : `${line.slice(0, 300)}...`;
}

/** What stops a program whose answer is too long. */
export function tooLong(characters: number): ProgramResult {
  const reason = `its answer is longer than ${characters} characters`;
  return { status: "limit", bound: "output", reason };
}
