import * as schema from "../../geometry/schema.ts";
import type { Exact } from "../../geometry/decimal.ts";
import type { PlaneFrame } from "../../geometry/frame.ts";
import type { Metric } from "../../geometry/metric.ts";
import type { Outcome } from "../../solvers/outcome.ts";
import type { PlanePoint } from "../../solvers/plane_point.ts";
import type { Kind, KindMargin } from "../kind.ts";
import { readNumber } from "../../text/replies/numbers.ts";
import { readTruth } from "../../text/replies/truth.ts";

/** A kind whose instances and answers are those of a solver: what a user of the library gives it. */
export interface SolverKind<I, V> {
  /** The name on the command line. */
  readonly name: string;
  /** How margins are shown; left out where no boundary exists. */
  readonly margin?: KindMargin;
  /** What an instance must be. */
  readonly schema: schema.Schema<I>;
  /** The solver. */
  solve(instance: I): Outcome<V>;
  /** Its checker. */
  check?(instance: I, outcome: Outcome<V>): string | null;
  /** The frame of reference; `"none"` when left out. */
  frame?(instance: I): string;
  /** How answers are said, and read. */
  readonly words: AnswerWords<V, I>;
}

/** How answers of a type are said, and read. */
export interface AnswerWords<V, I = unknown> {
  say(answer: V): string;
  read(words: string, instance: I): V | null;
  answers?(instance: I): readonly V[];
}

/** The kind of a solver, to stand on a list beside others: behind it the types are checked. */
export function solverKind<I, V>(spec: SolverKind<I, V>): Kind {
  const { name, schema, solve, frame, words } = spec;
  const { say, read, answers } = words;
  const kind = {
    ...{ name, schema, solve },
    ...(spec.margin === undefined ? {} : { margin: spec.margin }),
    ...(spec.check === undefined ? {} : { check: spec.check }),
    frame: (instance: I) => frame?.(instance) ?? "none",
    say: (answer: V) => say(answer),
    read: (given: string, instance: I) => read(given, instance),
    ...(answers === undefined ? {} : { answers: (instance: I) => answers(instance) }),
  };
  return kind as unknown as Kind;
}

/** One of some words. */
export function oneWord<const V extends string, I = unknown>(
  of: readonly V[] | ((instance: I) => readonly V[]),
): AnswerWords<V, I> {
  const list = typeof of === "function" ? of : () => of;
  return {
    say: (answer) => answer,
    read: (words, instance) => list(instance).find((word) => same(word, words)) ?? null,
    answers: (instance) => list(instance),
  };
}

function same(word: string, words: string): boolean {
  return word.toLowerCase() === words.trim().toLowerCase();
}

/** True or false. */
export const TRUTH: AnswerWords<boolean> = {
  say: String,
  read: (words) => readTruth(words),
  answers: () => [true, false],
};

/** A whole number, 0 or more. */
export const COUNT: AnswerWords<number> = {
  say: String,
  read(words) {
    const number = readNumber(words, { isCount: true });
    return number === null ? null : Number(number);
  },
};

/** A value as JSON writes it: what has no words of its own. */
export function asJson<V>(): AnswerWords<V> {
  return {
    say: (answer) => JSON.stringify(answer),
    read(words) {
      try {
        return JSON.parse(words) as V;
      } catch {
        return null;
      }
    },
  };
}

/** A point as `[x, y]`. */
export const POINT: schema.Schema<readonly [Exact, Exact]> = schema.tuple("[x, y]", [
  schema.exact,
  schema.exact,
]);

/** A point with its name. */
export const PLACE: schema.Schema<PlanePoint> = schema.object({
  name: schema.name,
  x: schema.exact,
  y: schema.exact,
});

/** Points with their names. */
export const PLACES: schema.Schema<readonly PlanePoint[]> = schema.list(PLACE, 1);

/** Which way y points. */
export const FRAME: schema.Schema<PlaneFrame> = schema.word(["y-up", "y-down"]);

/** How distances are measured, and in what. */
export const MEASURE: {
  readonly metric: schema.Schema<Metric>;
  readonly unit: schema.OptionalSchema<string>;
} = {
  metric: schema.word(["euclidean", "manhattan", "chebyshev"]),
  unit: schema.optional(schema.name),
};
