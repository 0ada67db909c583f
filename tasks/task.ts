import type { Schema } from "../geometry/schema.ts";
import type { JsonValue } from "../lines/template.ts";
import type { Drawing } from "../render/drawing.ts";
import type { Outcome } from "../solvers/outcome.ts";
import type { Kind, Picture } from "./kind.ts";
import type { Knobs, KnobValue, KnobValues, Levels } from "./knobs.ts";
import type { Maker } from "./maker.ts";
import type { Plan } from "./plan.ts";

export type { Form, Parts, Plan } from "./plan.ts";

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
  /** How it gets harder, where it does; the values of each level differ from those of every other. */
  readonly levels?: Levels;
  /** What kind of question it asks. */
  readonly kind?: Kind;
  /** What a scene that is given must be, for a task that asks about given scenes. */
  readonly source?: Schema<unknown>;
  /**
   * Makes ready for one set of knobs, in objects.
   *
   * @param knobs a value for each of the task's knobs
   * @throws RangeError for values that cannot go together
   */
  begin?(knobs: KnobValues): Maker<unknown, JsonValue, unknown>;
  /**
   * Makes ready for one set of knobs, in rows; each task has this or {@link Task.begin}.
   *
   * @param knobs a value for each of the task's knobs
   * @throws RangeError for values that cannot go together
   */
  plan?(knobs: KnobValues): Plan;
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
  draw?(instance: unknown, alt: string): Drawing;
  /**
   * The pictures of what the question asks about, for a task that has a {@link Task.kind}.
   *
   * @param instance the item's instance
   * @param wording the language and style of their words
   * @throws as {@link Task.solve}
   */
  pictures?(instance: unknown, wording: string): readonly Picture[];
}
