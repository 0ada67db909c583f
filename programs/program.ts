import type { JsonValue } from "../tasks/kind.ts";

/** The languages of programs. */
export type ProgramLanguage = "javascript" | "python";

/** A program that somebody else wrote, and what it is called with. */
export interface Program {
  /**
   * Source text that defines one function: `func`, or the only one at the top. It is called with
   * the metadata, and with the camera's position where it takes two arguments.
   */
  readonly source: string;
  /** What the function gets first: plain data, which it may change without harm. */
  readonly metadata: JsonValue;
  /** What it gets second, where it takes a second argument; null when left out. */
  readonly camera?: JsonValue;
}

/** How much a program may use. */
export interface ProgramLimits {
  /** Seconds from the call to the answer; 2 when left out. */
  readonly seconds?: number;
  /** Megabytes of memory that the program may fill; 256 when left out. */
  readonly megabytes?: number;
  /** Characters of its answer as JSON, and of what it prints; 100,000 when left out. */
  readonly characters?: number;
}

/** What a program ran into, that was stopped. */
export type ProgramBound = "time" | "memory" | "stack" | "output";

/** What became of a program. */
export type ProgramResult =
  | {
    /** It gave an answer. */
    readonly status: "answer";
    /** What the function returned. */
    readonly answer: JsonValue;
    /** What it printed. */
    readonly printed: string;
  }
  | {
    /** It failed: it is no program of the language, or it threw an error. */
    readonly status: "error";
    /** Why, in one line. */
    readonly reason: string;
    /** What it had printed. */
    readonly printed: string;
  }
  | {
    /** It was stopped at a limit. */
    readonly status: "limit";
    /** Which. */
    readonly bound: ProgramBound;
    /** What was reached, in one line. */
    readonly reason: string;
  };
