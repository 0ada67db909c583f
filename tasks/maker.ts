import type { Outcome } from "../solvers/outcome.ts";
import type { Chance } from "./chance.ts";
import type { JsonValue } from "../lines/template.ts";
import type { Plan } from "./plan.ts";

/** What an item is drawn from. */
export interface Draws<S = never> {
  /** The attempt's own stream, at its beginning. */
  readonly chance: Chance;
  /**
   * A stream that is the same in each attempt: what is drawn from it first, such as the answer that
   * the item is to have, does not shift to what is easier to make.
   */
  readonly aim: Chance;
  /** The item's place among those that share its picture, from 0; see {@link Maker.group}. */
  readonly member: number;
  /** What was given to ask about; nothing for a task that makes its own. */
  readonly source: S;
}

/** An instance that may become an item. */
export interface Draft<I, A extends JsonValue> {
  /** The instance, complete, in the very numbers that are shown. */
  readonly instance: I;
  /** Which phrasing it is asked in; 0 when left out. */
  readonly phrase?: number;
  /** Which of several right answers is shown; the first that the solver lists when left out. */
  readonly shown?: A;
  /** Wrong answers that tempt, the most tempting first: they become options and claims first. */
  readonly lures?: readonly A[];
}

/** The words of a question. */
export interface Asked {
  /** What is given, with the frame of reference, in front of the question. */
  readonly given: string;
  /** The open question. */
  readonly question: string;
  /** Whether the picture alone shows what is given. */
  readonly isSeen?: boolean;
  /** The claim that a true-false question judges, made of the words of an answer. */
  claim?(answer: string): string;
}

/** Wrong answers where the answers are no closed list. */
export interface Offers<A extends JsonValue> {
  /** A wrong answer beside the one that is shown. */
  claim(chance: Chance, shown: A): A;
  /** So many options at most, in order, the one that is shown among them. */
  options(chance: Chance, shown: A, count: number): readonly A[];
}

/** A task made ready for one set of knobs: how instances are drawn, and asked about. */
export interface Maker<I, A extends JsonValue, S = never> {
  /**
   * Draws an instance; what is drawn depends on `draws` alone.
   *
   * @returns null where it came to nothing: the next attempt follows
   */
  make(draws: Draws<S>): Draft<I, A> | null;
  /** Words the question; a function of its arguments alone. */
  ask(instance: I, phrase: number): Asked;
  /** Whether an instance with such an outcome becomes an item; those with one answer when left out. */
  keeps?(outcome: Outcome<A>): boolean;
  /** Wrong answers, where the kind has no closed list of answers. */
  readonly offers?: Offers<A>;
  /** So many items that follow each other share chance and picture, and differ by their place; 1 when left out. */
  readonly group?: number;
  /** The options of every item in this order, rather than some that are drawn. */
  readonly order?: readonly A[];
  /** An answer as a reply in the task's own style, where that is more than its words. */
  reply?(answer: A, instance: I): string;
  /** Rows, templates and kernels that make the same bytes faster; null for knobs it does not serve. */
  fast?(): Plan | null;
}
