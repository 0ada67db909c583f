import type { Step } from "./_steps.ts";

/** A record compiled to a function that writes rows as lines of JSON. */
export interface LineProgram {
  /** No line is longer than this, in bytes. */
  readonly longest: number;
  /** How much memory it takes: rows, constants and tables. */
  readonly room: number;
  /**
   * Makes it ready.
   *
   * @param memory where lines are written, and rows stand
   * @param base the first byte that is its own, a multiple of 16
   */
  link(memory: WebAssembly.Memory, base: number): LinkedLines;
}

/** A {@link LineProgram} in a memory. */
export interface LinkedLines {
  /** The rows it writes. */
  readonly rows: Int32Array;
  /**
   * Writes items one behind the other, each a line of JSON.
   *
   * @param from the first of them, by its row
   * @param count how many
   * @param first the index of the first of them
   * @param position the address to begin at
   * @returns the address behind the last line
   */
  write(from: number, count: number, first: number, position: number): number;
}

/** A writer may touch up to so many bytes behind the end of a line. */
export const SLACK = 128;

/** The page of a WebAssembly memory. */
const PAGE = 1 << 16;

/** A memory that holds so many bytes; it never grows, so that views of it stay. */
export function newMemory(bytes: number): WebAssembly.Memory {
  const pages = Math.ceil(bytes / PAGE);
  return new WebAssembly.Memory({ initial: pages, maximum: pages });
}

/** No digits of a safe integer, its sign and point included, are longer. */
const LONGEST_NUMBER = 18;

const encoder = new TextEncoder();

/** The most bytes that steps write. */
export function longestOf(steps: readonly Step[]): number {
  return steps.reduce((sum, step) => sum + longest(step), 0);
}

function longest(step: Step): number {
  switch (step.kind) {
    case "bytes":
      return encoder.encode(step.text).length;
    case "word":
      return Math.max(0, ...step.words.map((w) => encoder.encode(w).length));
    case "branch":
      return Math.max(0, ...step.cases.map(longestOf));
    case "above":
      return longestOf(step.steps);
    default:
      return LONGEST_NUMBER;
  }
}
