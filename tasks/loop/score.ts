import { readWord, shown } from "../_instance.ts";
import type { Item } from "../item.ts";
import { type KnobValue, type KnobValues, LEVELS, resolveKnobs } from "../knobs.ts";
import { LETTERS, marksOf } from "../option_marks.ts";
import type { Form, Task } from "../task.ts";
import type { JsonValue } from "../../lines/template.ts";
import { readChoice } from "../../text/replies/choice.ts";
import { unframed } from "../../text/replies/frames.ts";
import { readTruth } from "../../text/replies/truth.ts";

/** How a reply stands. */
export type Mark = "right" | "wrong" | "unread" | "empty";

/** What scoring needs of an item; a line of a generated file has it all. */
export type ScoredItem =
  & Pick<
    Item,
    | "id"
    | "task"
    | "version"
    | "profile"
    | "level"
    | "knobs"
    | "form"
    | "choices"
    | "claim"
    | "instance"
  >
  & Partial<Pick<Item, "answer">>;

/**
 * Scores a reply from the item's instance: every right answer scores, nothing else does.
 *
 * A reply is read strictly. What stands in `\boxed{}` counts alone; else what follows "answer is"
 * or "answer:"; else all of it. There must be one answer in it: two that differ, a denial, or
 * nothing at all are never right.
 *
 * @param task the item's task
 * @param item the item
 * @param reply what was replied
 * @returns `right`; `wrong`; `unread` where the reply holds no answer, or more than one; `empty`
 * @throws RangeError, TypeError for an item that is not one of the task's
 *
 * @example
 * ```ts
 * import { direction, Run, scoreReply } from "@alidade/core/tasks";
 * import { assertEquals } from "@std/assert";
 *
 * const item = new Run(direction).item(0);
 * assertEquals(scoreReply(direction, item, `The answer is \\boxed{${item.answer}}.`), "right");
 * assertEquals(scoreReply(direction, item, ""), "empty");
 * ```
 */
export function scoreReply(task: Task, item: ScoredItem, reply: string): Mark {
  if (task.name !== item.task || task.version < item.version) {
    throw new RangeError(
      `Cannot score ${item.id}: it is of ${item.task} ${item.version}, must be of ` +
        `${task.name} ${task.version} at most`,
    );
  }
  const { values } = resolveKnobs(task, item);
  if (reply.trim() === "") return "empty";
  const facts = { task, item, values };
  if (item.form === "choice") return scoreChoice(facts, reply);
  if (item.form === "true-false") return scoreTruth(facts, reply);
  const right = judge(facts, reply);
  return right === null ? "unread" : right ? "right" : "wrong";
}

/**
 * Reads an item back from a parsed line of a generated file, as far as scoring needs it.
 *
 * @param value the parsed line
 * @throws TypeError, RangeError that names the field that is wrong
 */
export function readItem(value: unknown): ScoredItem {
  const fields = readRecord(value);
  const form = readWord<Form>(fields.form, "form", ["open", "choice", "true-false"]);
  const choices = fields.choices ?? null;
  const strings = (x: unknown) => Array.isArray(x) && x.every((c) => typeof c === "string");
  if (form === "choice" ? !strings(choices) : choices !== null) {
    throw new TypeError(`Cannot read choices: ${shown(choices)}, must be strings or null`);
  }
  const knobs = fields.knobs;
  if (typeof knobs !== "object" || knobs === null || Array.isArray(knobs)) {
    throw new TypeError(`Cannot read knobs: ${shown(knobs)}, must be an object`);
  }
  if (!Number.isInteger(fields.version)) {
    throw new TypeError(`Cannot read version: ${shown(fields.version)}, must be an integer`);
  }
  return {
    id: readText(fields, "id"),
    task: readText(fields, "task"),
    profile: readText(fields, "profile"),
    ...(fields.level === undefined ? {} : { level: readWord(fields.level, "level", LEVELS) }),
    version: fields.version as number,
    knobs: knobs as Readonly<Record<string, KnobValue>>,
    form,
    choices: choices as readonly string[] | null,
    ...(form === "true-false" ? { claim: readText(fields, "claim") } : {}),
    instance: fields.instance as JsonValue,
    ...(typeof fields.answer === "string" ? { answer: fields.answer } : {}),
  };
}

interface Facts {
  readonly task: Task;
  readonly item: ScoredItem;
  readonly values: KnobValues;
}

/** The answer in a reply, or in the frame that it consists of; null when there is none. */
function read({ task, item, values }: Facts, reply: string): JsonValue | null {
  const answer = task.parse(reply, values, item.instance);
  if (answer !== null) return answer;
  const words = unframed(reply);
  return words === null ? null : task.parse(words, values, item.instance);
}

/** Whether a reply is a right open answer; null when it is none. */
function judge(facts: Facts, reply: string): boolean | null {
  const answer = read(facts, reply);
  return answer === null ? null : facts.task.accepts(facts.item.instance, answer);
}

function scoreChoice(facts: Facts, reply: string): Mark {
  const choices = facts.item.choices!;
  const option = readChoice(reply, choices, {
    marks: marksFor(facts.item),
    read: (words) => read(facts, words),
  });
  if (option === null) return "unread";
  return option >= 0 && judge(facts, choices[option]!) === true ? "right" : "wrong";
}

/** The marks that an item's options bear: letters in items made before numbers came in. */
function marksFor({ choices, answer }: ScoredItem): readonly string[] {
  const letters = LETTERS.slice(0, choices!.length);
  const marks = marksOf(choices!) ?? letters;
  return answer === undefined || marks.includes(answer) ? marks : letters;
}

function scoreTruth(facts: Facts, reply: string): Mark {
  const said = readTruth(reply);
  if (said === null) return "unread";
  const claim = judge(facts, facts.item.claim!);
  return claim === null ? "wrong" : said === claim ? "right" : "wrong";
}

function readRecord(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new TypeError(`Cannot read item: ${shown(value)}, must be an object`);
  }
  const must = ["id", "task", "version", "profile", "knobs", "form", "instance"];
  const missing = must.find((name) => !Object.hasOwn(value, name));
  if (missing === undefined) return value as Readonly<Record<string, unknown>>;
  throw new TypeError(`Cannot read item: no field "${missing}", must have ${must.join(", ")}`);
}

function readText(fields: Readonly<Record<string, unknown>>, name: string): string {
  const value = fields[name];
  if (typeof value === "string" && value !== "") return value;
  throw new TypeError(`Cannot read ${name}: ${shown(value)}, must be a string that is not empty`);
}
