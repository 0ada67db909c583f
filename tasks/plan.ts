import type { LineShape, Text } from "../lines/template.ts";
import type { Chance } from "./chance.ts";
import type { Marks } from "./marks.ts";
import type { BatchSampler } from "./sampling/batch_sampler.ts";

/**
 * How a question is put: `open`, answered in words; `choice`, by the letter of an option;
 * `true-false`, a claim to be judged.
 */
export type Form = "open" | "choice" | "true-false";

/** What an item says, declared once as fragments and slots of the item's row. */
export interface Parts {
  /** The question, its frame of reference stated. */
  readonly question: Text;
  /** The right answer in the words of a reply: words, a letter, or true or false. */
  readonly answer: Text;
  /** How the question is put: a {@link Form}, or one for each kind of item. */
  readonly form: LineShape;
  /** The answer as a reply in the task's own style, where that is more than the answer. */
  readonly reply?: Text;
  /** The options in order, the first one being A, as JSON strings; null unless there are some. */
  readonly choices: LineShape;
  /** The claim to be judged, in the words of an open answer; null unless there is one. */
  readonly claim: Text | null;
  /** The frame of reference. */
  readonly frame: string;
  /** How far the item is from another answer, at least; null where no boundary exists. */
  readonly margin: LineShape;
  /** What the margin measures; null where there is none. */
  readonly unit: LineShape;
  /** The instance that is solved, complete: a JSON value that the task's `solve` takes. */
  readonly instance: LineShape;
  /** What a picture of it shows, in words. */
  readonly alt: Text;
}

/** A task made ready for one set of knobs. */
export interface Plan {
  /** The number of columns of a row. */
  readonly width: number;
  /** What the row says. */
  readonly parts: Parts;
  /** What the picture names, and where its picture paints it. */
  readonly marks: Marks;
  /**
   * So many items that follow each other share an instance and a picture, 1 when left out: they
   * are sampled from one chance, and differ by their place among them.
   */
  readonly group?: number;
  /**
   * Draws an item: fills its row with the instance as it will be shown, and with its answer.
   * Allocates nothing. What is drawn depends on the chance alone.
   *
   * @param chance the item's own stream, at its beginning
   * @param rows where the row stands
   * @param at where it begins
   * @param member the item's place in its group, from 0
   * @throws RangeError when the knobs leave no room for an instance
   */
  sample(chance: Chance, rows: Int32Array, at: number, member: number): void;
  /**
   * Makes the row of a group's member from that of the member before it, which stands here too;
   * the same as {@link Plan.sample} makes, without sampling again what they share.
   *
   * @param rows where the row stands
   * @param at where it begins
   * @param member its place in its group, from 1
   */
  join?(rows: Int32Array, at: number, member: number): void;
  /**
   * Solves rows that {@link Plan.sample} left unsolved, many at once, for kernels that are
   * fastest so; the loop samples a rejected row anew, from the item's next stream.
   *
   * @param rows whole rows, the first beginning at 0
   * @param count how many
   * @param kept where a row that stays is marked 1, one that is rejected 0
   */
  settle?(rows: Int32Array, count: number, kept: Uint8Array): void;
  /**
   * Draws what depends on an answer that {@link Plan.settle} wrote.
   *
   * @param chance a stream of the item's own, apart from that of `sample`
   * @param rows where the row stands
   * @param at where it begins
   */
  complete?(chance: Chance, rows: Int32Array, at: number): void;
  /** Samples many rows at once, the very rows that {@link Plan.sample} makes. */
  readonly sampler?: BatchSampler;
}
