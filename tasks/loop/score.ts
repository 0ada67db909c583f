import { readWord, shown } from "../_instance.ts";
import type { Item } from "../item.ts";
import type { Exact } from "../../geometry/decimal.ts";
import {
  type Grade,
  type GradeName,
  isWithinFactorTwo,
  meanRelativeAccuracy,
  meanRelativeAccuracyInDoubles,
  pairsInOrder,
} from "../grades.ts";
import { answersOf } from "../kind.ts";
import { isNumber, isWithin, readTolerance, type Tolerance } from "../../text/tolerance.ts";
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
  & Partial<Pick<Item, "answer">>
  & {
    /** How far a number may be off: `"0.01"`, or a share of it, `"1%"`. */
    readonly tolerance?: string;
  };

/** How replies are scored. */
export interface ScoreOptions {
  /** How far a number may be off, whatever the item says: `"0.01"`, or a share of it, `"1%"`. */
  readonly tolerance?: string;
}

/** A reply, scored. */
export interface Scored {
  /** What the reply is. */
  readonly mark: Mark;
  /** The answer that was read, of an open question; null where none was. */
  readonly said: JsonValue | null;
  /** Graded marks of an open question whose answer is a number or an order. */
  readonly grades: Readonly<Partial<Record<GradeName, Grade>>>;
}

/**
 * Scores a reply from the item's instance: every right answer scores, nothing else does.
 *
 * A reply is read as models write them, and strictly: what it marks as its answer (`\boxed{}`,
 * `<answer>`, JSON, "the answer is") counts before the rest, and the last of it; thoughts and
 * reasons do not count. There must be one answer in it: two that differ, a denial, a question, a
 * bound, or nothing at all are never right.
 *
 * An item of an earlier version of its task is scored by its instance.
 *
 * @param task the item's task
 * @param item the item
 * @param reply what was replied
 * @param options a tolerance for numbers, in place of the item's
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
export function scoreReply(
  task: Task,
  item: ScoredItem,
  reply: string,
  options: ScoreOptions = {},
): Mark {
  return gradeReply(task, item, reply, options).mark;
}

/**
 * Scores a reply as {@link scoreReply} does, with the answer that was read and graded marks beside
 * right and wrong: points for a number that is near, for an order that is partly right.
 *
 * @throws as {@link scoreReply}
 *
 * @example
 * ```ts
 * import { distance, gradeReply, Run } from "@alidade/core/tasks";
 * import { assertEquals } from "@std/assert";
 *
 * const item = new Run(distance).item(0);
 * const { mark, said, grades } = gradeReply(distance, item, `about ${2 * Number(item.answer)}`);
 * assertEquals([mark, Number(said)], ["wrong", 2 * Number(item.answer)]);
 * assertEquals(grades.mra, { points: 0, of: 10 });
 * ```
 */
export function gradeReply(
  task: Task,
  item: ScoredItem,
  reply: string,
  { tolerance = item.tolerance }: ScoreOptions = {},
): Scored {
  if (task.name !== item.task || task.version < item.version) {
    throw new RangeError(
      `Cannot score ${item.id}: it is of ${item.task} ${item.version}, must be of ` +
        `${task.name} ${task.version} at most`,
    );
  }
  const { values } = resolveKnobs(task, item);
  const facts = { task, item, values };
  const isEmpty = reply.trim() === "";
  if (item.form !== "open") {
    const score = item.form === "choice" ? scoreChoice : scoreTruth;
    return { mark: isEmpty ? "empty" : score(facts, reply), said: null, grades: {} };
  }
  const said = isEmpty ? null : read(facts, reply);
  const rights = () => answersOf(task.solve(item.instance));
  if (said === null) {
    return { mark: isEmpty ? "empty" : "unread", said, grades: noPoints(rights()) };
  }
  const isRight = task.accepts(item.instance, said);
  const isNear = !isRight && tolerance !== undefined &&
    rights().some((right) => isNearTo(said, right, readTolerance(tolerance)));
  const isGraded = isSaidNumber(said) || orderOf(said) !== null;
  return {
    mark: isRight || isNear ? "right" : "wrong",
    said,
    grades: isGraded ? gradesOf(said, rights(), isRight) : {},
  };
}

/** The graded marks that a reply without an answer has none of. */
function noPoints(rights: readonly JsonValue[]): Scored["grades"] {
  const right = rights[0];
  if (right === undefined) return {};
  const none = gradesOf(right, [right], true);
  return Object.fromEntries(
    Object.entries(none).map(([name, { of }]) => [name, { points: 0, of }]),
  );
}

/** Whether an answer is a number, as it may be said: with a power of ten, too. */
function isSaidNumber(answer: JsonValue): answer is Exact {
  return isNumber(answer) || typeof answer === "string" && /^-?\d*\.?\d+e-?\d+$/.test(answer);
}

/** Whether a number, or each of several, is near enough to the right one. */
function isNearTo(said: JsonValue, right: JsonValue, tolerance: Tolerance): boolean {
  if (isSaidNumber(said)) return isNumber(right) && isWithin(said, right, tolerance);
  return Array.isArray(said) && Array.isArray(right) && said.length === right.length &&
    said.length > 0 && said.every((x, i) => isSaidNumber(x) && isNearTo(x, right[i]!, tolerance));
}

/** The labels of an order, which an answer may have as one string. */
function orderOf(answer: JsonValue): readonly string[] | null {
  const labels = typeof answer === "string" && answer.includes(", ") ? answer.split(", ") : answer;
  const isOrder = Array.isArray(labels) && labels.length > 1 &&
    labels.every((label) => typeof label === "string" && !isSaidNumber(label)) &&
    new Set(labels).size === labels.length;
  return isOrder ? labels as string[] : null;
}

/** The graded marks of an answer, against the right answer that gives it most. */
function gradesOf(
  said: JsonValue,
  rights: readonly JsonValue[],
  isRight: boolean,
): Scored["grades"] {
  if (isSaidNumber(said)) {
    const numbers = rights.filter((right) => isNumber(right)) as Exact[];
    if (numbers.length === 0) return {};
    return {
      "mra": best(numbers.map((right) => meanRelativeAccuracy(said, right))),
      "mra-doubles": best(
        numbers.map((right) => meanRelativeAccuracyInDoubles(Number(said), Number(right))),
      ),
      "factor-2": best(
        numbers.map((right) => ({ points: isWithinFactorTwo(said, right) ? 1 : 0, of: 1 })),
      ),
    };
  }
  const order = orderOf(said);
  const orders = order === null ? [] : rights.map(orderOf);
  const grades = orders.flatMap((right) => right === null ? [] : pairsInOrder(order!, right) ?? []);
  if (grades.length === 0) return {};
  const { of } = grades[0]!;
  return { pairs: isRight ? { points: of, of } : best(grades) };
}

function best(grades: readonly Grade[]): Grade {
  return grades.reduce((a, b) => b.points * a.of > a.points * b.of ? b : a);
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
    ...(fields.tolerance === undefined ? {} : { tolerance: readAmount(fields.tolerance) }),
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

function readAmount(value: unknown): string {
  if (typeof value !== "string") {
    throw new TypeError(`Cannot read tolerance: ${shown(value)}, must be a string`);
  }
  readTolerance(value);
  return value;
}

function readText(fields: Readonly<Record<string, unknown>>, name: string): string {
  const value = fields[name];
  if (typeof value === "string" && value !== "") return value;
  throw new TypeError(`Cannot read ${name}: ${shown(value)}, must be a string that is not empty`);
}
