import type { Step } from "./_steps.ts";
import type { LineShape } from "./template.ts";

/** A kind of line: the record, and the columns of the rows that it is written from. */
export interface LineRecord {
  readonly shape: LineShape;
  readonly width: number;
}

/** How records are to be written. */
export interface LineOptions {
  /** So many rows of each record are held. */
  readonly batch: number;
  /** The first byte of memory that is their own, a multiple of 16. */
  readonly base: number;
  /** Which record each item of a cycle is of; the only one when left out. */
  readonly order?: readonly number[];
}

/** Records compiled to functions that write rows as lines of JSON. */
export interface LineProgram {
  /** No line is longer than this, in bytes. */
  readonly longest: number;
  /** How much memory it takes from its base on: rows, constants and tables. */
  readonly room: number;
  /**
   * Makes it ready.
   *
   * @param memory where lines are written, and rows stand, with all the room it takes
   */
  link(memory: WebAssembly.Memory): LinkedLines;
}

/** A {@link LineProgram} in a memory. */
export interface LinkedLines {
  /** The rows of each record. */
  readonly rows: readonly Int32Array[];
  /**
   * Writes items of one record one behind the other, each a line of JSON.
   *
   * @param record which
   * @param items the first of them by its row, how many, and the index of the first
   * @param position the address to begin at
   * @returns the address behind the last line
   */
  write(record: number, items: LineItems, position: number): number;
  /** Writes items of all records in their order. */
  readonly mixed: MixedLines;
}

/** Items that follow each other. */
export interface LineItems {
  /** The row of the first. */
  readonly from: number;
  /** How many. */
  readonly count: number;
  /** The index of the first. */
  readonly index: number;
}

/** A writer of all records of a program in their order. */
export interface MixedLines {
  /**
   * Every record begins at its first row again.
   *
   * @param starts the index of the item in the first row of each
   */
  begin(starts: readonly number[]): void;
  /**
   * Writes the next items; each record's come from where its last ended.
   *
   * @param slot where in the cycle the first of them is
   * @param count how many
   * @param position the address to begin at
   * @returns the address behind the last line
   */
  next(slot: number, count: number, position: number): number;
}

/** A writer may touch up to so many bytes behind the end of a line. */
export const SLACK = 128;

/** The page of a WebAssembly memory. */
export const PAGE: number = 1 << 16;

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
