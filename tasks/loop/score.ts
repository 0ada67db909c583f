import { readWord, shown } from "../_instance.ts";
import { essence, wordsIn } from "../_replies.ts";
import type { Item } from "../item.ts";
import { type KnobValue, type KnobValues, LEVELS, resolveKnobs } from "../knobs.ts";
import { LETTERS } from "../option_marks.ts";
import type { Form, Task } from "../task.ts";
import type { JsonValue } from "../../lines/template.ts";
import { COMMON_WORDS, type WordingName } from "../../text/wordings/common.ts";

/** How a reply stands. */
export type Mark = "right" | "wrong" | "unread" | "empty";

/** What scoring needs of an item; a line of a generated file has it all. */
export type ScoredItem = Pick<
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
>;

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
  if (task.name !== item.task || task.version !== item.version) {
    throw new RangeError(
      `Cannot score ${item.id}: it is of ${item.task} ${item.version}, must be of ` +
        `${task.name} ${task.version}`,
    );
  }
  const { values } = resolveKnobs(task, item);
  if (reply.trim() === "") return "empty";
  const words = essence(reply);
  if (words === null || words === "") return "unread";
  const facts = { task, item, values };
  if (item.form === "choice") return scoreChoice(facts, words);
  if (item.form === "true-false") return scoreTruth(facts, words);
  const right = judge(facts, words);
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
  };
}

interface Facts {
  readonly task: Task;
  readonly item: ScoredItem;
  readonly values: KnobValues;
}

/** Whether the words are a right open answer; null when they are none. */
function judge({ task, item, values }: Facts, words: string): boolean | null {
  const answer = task.parse(words, values, item.instance);
  return answer === null ? null : task.accepts(item.instance, answer);
}

function scoreChoice(facts: Facts, words: string): Mark {
  const { choices } = facts.item;
  const option = readOption(words, choices!);
  if (option === null) return "unread";
  return judge(facts, choices![option]!) === true ? "right" : "wrong";
}

/** The option a reply names: its letter, its letter with its words, or its words. */
function readOption(words: string, choices: readonly string[]): number | null {
  const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();
  const exact = choices.findIndex((c) => same(c, words));
  if (exact >= 0) return exact;
  const letters = LETTERS.slice(0, choices.length).join("");
  const lead = new RegExp(
    `^\\(?([${letters}${letters.toLowerCase()}])\\)?(?:[.:)]\\s*(.*))?$`,
    "s",
  );
  const match = lead.exec(words);
  const option = match === null ? null : letters.indexOf(match[1]!.toUpperCase());
  if (option !== null) {
    const rest = match![2]?.trim() ?? "";
    return rest === "" || same(rest, choices[option]!) ? option : null;
  }
  const named = new RegExp(
    `(?:^|\\W)(?:option|choice|letter)\\s+\\(?([${letters}])\\)?(?!\\w)`,
    "gi",
  );
  const found = new Set(
    [...words.matchAll(named)].map((m) => letters.indexOf(m[1]!.toUpperCase())),
  );
  return found.size === 1 ? [...found][0]! : null;
}

function scoreTruth(facts: Facts, words: string): Mark {
  const { truth, denials } = commonWords(facts.values);
  const said = wordsIn(words, [...truth, ...EXTRA_TRUTH]).map((i) => i % 2);
  const negated = denials.filter((d) => d !== "no");
  if (said.length === 0 || said.some((s) => s !== said[0])) return "unread";
  if (wordsIn(words, negated).length > 0) return "unread";
  const claim = judge(facts, facts.item.claim!);
  return claim === null ? "wrong" : (said[0] === 1) === claim ? "right" : "wrong";
}

/** Read as false and true beside a wording's own words, whatever the language. */
const EXTRA_TRUTH = ["false", "true", "no", "yes"];

function commonWords(values: KnobValues) {
  return COMMON_WORDS[(values.wording ?? "en") as WordingName];
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
