import type { JsonValue } from "../../lines/template.ts";
import type { Item } from "../item.ts";
import { Run } from "../loop/run.ts";
import { scoreReply } from "../loop/score.ts";
import { marksOf } from "../option_marks.ts";
import { sorted } from "./_sorted.ts";
import type { Task } from "../task.ts";

/** What is wrong with an item. */
export interface ItemFault {
  /** The field that is wrong. */
  readonly field: string;
  /** What it is, and what it must be. */
  readonly message: string;
}

/** What a record says of its instance, beside the words that ask for it. */
const STATED = ["instance", "form", "frame", "unit", "margin"] as const;

/**
 * Proves items again from their instances: that the answer is right, that no other option is, and
 * that the id is the one that task, seed, knobs and index make, with the very instance. The words of
 * a question may be other ones.
 *
 * Cost: that of making the item and of solving it, for each option of a choice once.
 *
 * @example
 * ```ts
 * import { direction, ItemProof, Run } from "@alidade/core/tasks";
 * import { assertEquals } from "@std/assert";
 *
 * const proof = new ItemProof([direction]);
 * const item = new Run(direction).item(0);
 * assertEquals(proof.faultOf({ ...item, answer: "nowhere" })?.field, "answer");
 * assertEquals(proof.faultOf(item), null);
 * assertEquals(proof.faultOf(item)?.field, "id"); // it came before
 * ```
 */
export class ItemProof {
  readonly #tasks: readonly Task[];
  readonly #runs = new Map<string, Run | null>();
  readonly #ids = new Set<string>();

  /**
   * Makes ready.
   *
   * @param tasks the tasks whose items are proven
   */
  constructor(tasks: readonly Task[]) {
    this.#tasks = tasks;
  }

  /** What is wrong with an item; null where it is proven. Each id may come once. */
  faultOf(item: Item): ItemFault | null {
    const { id, task: name, version } = item;
    const task = this.#tasks.find((task) => task.name === name);
    if (task === undefined) {
      return fault("task", `${shown(name)} is no task, must be one on the list`);
    }
    if (version > task.version) {
      return fault(
        "version",
        `${version} of ${name} is not known, must be ${task.version} at most`,
      );
    }
    try {
      const found = (version === task.version ? this.#foreign(task, item) : null) ??
        falseAnswer(task, item);
      if (found !== null) return found;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return fault("instance", `cannot be solved again (${error.message}), must be as it was made`);
    }
    if (this.#ids.has(id)) return fault("id", `${id} stands there already, must be there once`);
    this.#ids.add(id);
    return null;
  }

  /** What is wrong with an item that its own settings would make otherwise. */
  #foreign(task: Task, item: Item): ItemFault | null {
    const run = this.#runOf(task, item);
    // A scene that was given is not in the record: only its answer can be proven.
    if (run === null) return null;
    const made = run.item(item.index);
    if (made.id !== item.id) {
      return fault(
        "id",
        `${shown(item.id)} is of another item, must be ${made.id} by its settings`,
      );
    }
    const field = STATED.find((field) => text(made[field]) !== text(item[field]));
    if (field === undefined) return null;
    return fault(
      field,
      `${shown(item[field])} is not what ${item.id} is of, must be ${shown(made[field])}`,
    );
  }

  #runOf(task: Task, { profile, level, seed, knobs }: Item): Run | null {
    const settings = { profile, seed, knobs, ...(level === undefined ? {} : { level }) };
    const key = JSON.stringify([task.name, settings]);
    let run = this.#runs.get(key);
    if (run === undefined) {
      run = task.source === undefined ? new Run(task, settings) : null;
      this.#runs.set(key, run);
    }
    return run;
  }
}

/** What is wrong with an answer, by its instance. */
function falseAnswer(task: Task, item: Item): ItemFault | null {
  const { tolerance: _, ...exact } = item as Item & { readonly tolerance?: string };
  const { answer, form, choices } = exact;
  const isRight = (reply: string) => scoreReply(task, exact, reply) === "right";
  const boxed = (mark: string) => `\\boxed{${mark}}`;
  if (!isRight(form === "choice" ? boxed(answer) : answer)) {
    return fault("answer", `${shown(answer)} is wrong, must be what the instance proves`);
  }
  if (form !== "choice") return null;
  const marks = marksOf(choices!) ?? [];
  const other = marks.find((mark) => mark !== answer && isRight(boxed(mark)));
  if (other === undefined) return null;
  return fault("choices", `${other} is right as ${answer} is, must have one right option`);
}

function fault(field: string, message: string): ItemFault {
  return { field, message: `Cannot pack ${field}: ${message}` };
}

/** A value as a text that does not depend on the order of keys. */
function text(value: JsonValue): string {
  return JSON.stringify(sorted(value));
}

function shown(value: JsonValue): string {
  const whole = JSON.stringify(value);
  return whole.length > 60 ? `${whole.slice(0, 57)}...` : whole;
}
