import type { Drawing } from "../render/drawing.ts";
import type { Outcome } from "../solvers/outcome.ts";
import type { Chance } from "./chance.ts";
import type { Knobs, KnobValue, KnobValues, Levels } from "./knobs.ts";
import type { Marks } from "./marks.ts";
import type { BatchSampler } from "./sampling/batch_sampler.ts";
import type { JsonValue, Shape, Text } from "../lines/template.ts";

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
  readonly form: Shape;
  /** The answer as a reply in the task's own style, where that is more than the answer. */
  readonly reply?: Text;
  /** The options in order, the first one being A, as JSON strings; null unless there are some. */
  readonly choices: Shape;
  /** The claim to be judged, in the words of an open answer; null unless there is one. */
  readonly claim: Text | null;
  /** The frame of reference. */
  readonly frame: string;
  /** How far the item is from another answer, at least; null where no boundary exists. */
  readonly margin: Shape;
  /** What the margin measures; null where there is none. */
  readonly unit: Shape;
  /** The instance that is solved, complete: a JSON value that {@link Task.solve} takes. */
  readonly instance: Shape;
  /** What a picture of it shows, in words. */
  readonly alt: Text;
}

/** A task made ready for one set of knobs. */
export interface Plan {
  /** The number of columns of a row. */
  readonly width: number;
  /** What the row says. */
  readonly parts: Parts;
  /** What the picture names, and where {@link Task.draw} paints it. */
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

/**
 * A kind of question: one plain object.
 *
 * To add one:
 *
 * 1. `tasks/my_task.ts` exports one object of this type, and `tasks/words/my_task.ts` its
 *    wordings: plain strings with `{slots}`, a set for each language, which {@link fill} reads.
 * 2. `plan` gives the columns of a row names (`const FROM = 0, TO = 1, ...`), samples an instance
 *    into them in the very numbers that are shown, solves it by a kernel of `solvers/`, writes
 *    the answer beside it, and declares the parts of the record over these columns. Draw the
 *    answer first and sample until the instance has it, so that answers are balanced item by
 *    item; `_forms.ts` turns an answer column into the three forms of a question.
 * 3. `solve` reads the instance of a record (or of a user: bad input gets an error that names the
 *    field) and gives it to the solver; `accepts` says whether an answer is a right one; `parse`
 *    reads an answer from words, and gives null rather than guess.
 * 4. `draw` paints the instance, and the plan's `marks` know in integers where each named thing is
 *    painted: `_places.ts` rounds for both. `levels` says what rises from easy to hard.
 * 5. Add it to `TASKS` in `tasks/mod.ts`; the contract suite in `tests/contract_test.ts` applies
 *    at once, and so do `boxes_test.ts` and `levels_test.ts` in `tests/tasks/`. Add a reader of its
 *    text to `tests/tasks/_reader_my_task.ts`.
 * 6. Raise `version` when a change makes other items of the same seed.
 */
export interface Task {
  /** The name on the command line and in records. */
  readonly name: string;
  /** Part of every item's key: raised when the items of a seed change. */
  readonly version: number;
  /** What it asks, in one line. */
  readonly summary: string;
  /** Its settings. */
  readonly knobs: Knobs;
  /** Named sets of values that differ from the knobs' defaults; `fair` is always there. */
  readonly profiles: Readonly<Record<string, Readonly<Record<string, KnobValue>>>>;
  /** How it gets harder; the values of each level differ from those of every other. */
  readonly levels: Levels;
  /**
   * Makes ready for one set of knobs.
   *
   * @param knobs a value for each of the task's knobs
   * @throws RangeError for values that cannot go together
   */
  plan(knobs: KnobValues): Plan;
  /**
   * Solves an instance.
   *
   * @param instance what a record holds under `instance`
   * @throws TypeError, RangeError, SyntaxError for anything else, naming the field
   */
  solve(instance: unknown): Outcome<JsonValue>;
  /**
   * Reads an answer from the words of an open reply, strictly.
   *
   * @param words the reply, not empty
   * @param knobs the values the item was made with
   * @param instance the item's instance
   * @returns the answer; null when there is none, or more than one
   */
  parse(words: string, knobs: KnobValues, instance: unknown): JsonValue | null;
  /**
   * Whether an answer is right: one of all that are.
   *
   * @param instance the item's instance
   * @param answer what {@link Task.parse} read
   */
  accepts(instance: unknown, answer: JsonValue): boolean;
  /**
   * Draws what the question asks about, and nothing that gives the answer away.
   *
   * @param instance the item's instance
   * @param alt what the picture shows, in words
   * @throws as {@link Task.solve}
   */
  draw(instance: unknown, alt: string): Drawing;
}
