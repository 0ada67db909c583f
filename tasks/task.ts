import type { Schema } from "../geometry/schema.ts";
import type { JsonValue } from "../lines/template.ts";
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
 * 1. `tasks/kinds/my_kind.ts` exports a {@link Kind}: its instance's schema, `solve` by a solver of
 *    `solvers/`, words and their reading, drawing. Words are plain strings with `{places}`, a set
 *    for each language in `text/wordings/`.
 * 2. `tasks/my_task.ts` exports what {@link defineTask} makes: knobs, and `begin`, whose `make` draws
 *    an instance in the very numbers that are shown, and whose `ask` words it. What is drawn from
 *    `aim` first, such as the answer an item is to have, does not shift to what is easier to make.
 * 3. Add it to `TASKS` in `tasks/mod.ts`, and a witness for its kind to `tests/oracles/`, which
 *    finds the answers in another way: `tests/suite_test.ts` applies at once. `levels` says what
 *    rises from easy to hard, and `tests/tasks/levels_test.ts` measures it.
 * 4. Where millions of items are wanted, `fast` gives a {@link Plan}: columns of a row, a sampler,
 *    and the parts of the record over them. The suite holds both forms to the same bytes.
 * 5. Raise `version` when a change makes other items of the same seed.
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
   * The pictures of what the question asks about; nothing in them gives the answer away.
   *
   * @param instance the item's instance
   * @param wording the language and style of their words
   * @throws as {@link Task.solve}
   */
  pictures?(instance: unknown, wording: string): readonly Picture[];
}
