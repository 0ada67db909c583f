import type { Schema } from "../geometry/schema.ts";
import type { Drawing } from "../render/drawing.ts";
import type { Outcome } from "../solvers/outcome.ts";
import type { JsonValue } from "../lines/template.ts";

export type { JsonValue } from "../lines/template.ts";

/** A picture of an instance; where there are several, each may say what sets it apart. */
export interface Picture {
  /** What is painted; shapes that are the mark of something say so in `of`. */
  readonly drawing: Drawing;
  /** When it was taken, in whatever steps the instance counts. */
  readonly time?: number;
  /** From where it was taken, as the instance names it. */
  readonly camera?: string;
}

/** A step of a derivation. */
export interface Step {
  /** What is known, or follows from the steps before. */
  readonly says: string;
  /** The names of what it speaks of. */
  readonly of?: readonly string[];
}

/** How the margins of a kind are shown. */
export interface KindMargin<I = unknown> {
  /**
   * What they measure, as the solver says it: `"degree"`, `"unit"`, ...; `of` tells it where
   * that depends on what is asked, null where no boundary exists.
   */
  readonly unit: string | { of(instance: I): string | null };
  /** The decimals that records show; margins are rounded down to them. */
  readonly places: number;
  /** So many more where an instance has them, such as those of its coordinates; 0 when left out. */
  more?(instance: I): number;
}

/**
 * What a question of one kind is, said once: its instance, solver, words, reading and drawing.
 * Tasks ask it, datasets claim answers to it, scores read replies to it; all of them answer by
 * {@link Kind.solve}, which calls a solver of `solvers/`.
 *
 * An instance is plain data as a record shows it: what JSON gives back is the same instance. All
 * members are functions of their arguments alone.
 */
export interface Kind<I = unknown, A extends JsonValue = JsonValue> {
  /** The name on the command line and in records. */
  readonly name: string;
  /** How margins are shown; left out where no boundary exists. */
  readonly margin?: KindMargin<I>;
  /** What an instance must be; it refuses what the solver cannot take, fields not known included. */
  readonly schema: Schema<I>;
  /** Answers: the only source of right answers and margins. */
  solve(instance: I): Outcome<A>;
  /**
   * Judges what is claimed of an instance by a checker that shares no search with the solver.
   *
   * @returns the first fault in words; null when the claim is proven
   */
  check?(instance: I, outcome: Outcome<A>): string | null;
  /** The frame of reference that the answer depends on; `"none"` where it depends on none. */
  frame(instance: I): string;
  /** The words of an answer, as an open reply has them. */
  say(answer: A, instance: I, wording: string): string;
  /**
   * Reads an answer from words, strictly: whatever {@link Kind.say} says, and nothing that it could
   * not mean.
   *
   * @returns null where there is no answer, or more than one
   */
  read(words: string, instance: I, wording: string): A | null;
  /** Every answer there may be to any question about the instance, in the order of options. */
  answers?(instance: I): readonly A[];
  /** Whether an answer is right, where more are than {@link Kind.solve} lists, as with routes. */
  accepts?(instance: I, answer: A): boolean;
  /** How right an answer is, from 0 to 1, 1 being right; left out where it is right or wrong. */
  grade?(instance: I, answer: A): number;
  /** The pictures of an instance, none of which gives the answer away. */
  draw?(instance: I, wording: string): readonly Picture[];
  /** What the pictures together must show, by the names that shapes have in `of`. */
  names?(instance: I): readonly string[];
  /** What is shown, whatever is asked of it: splits and doubles go by it; the instance when left out. */
  scene?(instance: I): JsonValue;
  /** How the answer follows, step by step. */
  explain?(instance: I, wording: string): readonly Step[];
}

/** A question as data: what is asked, of what, and how its answer is put. */
export interface Question<I = unknown, A extends JsonValue = JsonValue> {
  /** What is asked. */
  readonly kind: Kind<I, A>;
  /** Of what. */
  readonly instance: I;
  /** The language and style of its words; `"en"` when left out. */
  readonly wording?: string;
  /** The words of the options that an answer is one of; any answer of the kind when left out. */
  readonly choices?: readonly string[];
  /** How far an answer that is a number may be off: `"0.01"`, or a share of it, `"1%"`. */
  readonly tolerance?: string;
}

/**
 * What the margin of an instance measures; null where no boundary exists.
 *
 * @param kind what is asked
 * @param instance of what
 */
export function unitOfMargin<I, A extends JsonValue>(
  { margin }: Kind<I, A>,
  instance: I,
): string | null {
  if (margin === undefined) return null;
  return typeof margin.unit === "string" ? margin.unit : margin.unit.of(instance);
}

/** Whether two answers are the same value. */
export function isSameAnswer(a: JsonValue, b: JsonValue): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object") return false;
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The right answers that an outcome lists: one, those that tie, or none. */
export function answersOf<A extends JsonValue>(outcome: Outcome<A>): readonly A[] {
  if (outcome.status === "exact") return [outcome.value];
  return outcome.status === "tie" ? outcome.values : [];
}

/**
 * Whether an answer is right: one that the solver lists, or that the kind accepts beside them.
 *
 * @param question what is asked, and of what
 * @param answer an answer
 * @param outcome what the kind's solver said, where it is known
 */
export function isRight<I, A extends JsonValue>(
  { kind, instance }: Pick<Question<I, A>, "kind" | "instance">,
  answer: A,
  outcome?: Outcome<A>,
): boolean {
  if (kind.accepts !== undefined) return kind.accepts(instance, answer);
  return answersOf(outcome ?? kind.solve(instance)).some((right) => isSameAnswer(right, answer));
}
