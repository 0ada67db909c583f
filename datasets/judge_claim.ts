import type { Outcome } from "../solvers/outcome.ts";
import { answersOf, isRight, isSameAnswer, type Question } from "../tasks/kind.ts";
import type { JsonValue } from "../tasks/kind.ts";
import { marksOf } from "../tasks/option_marks.ts";
import {
  couldBe,
  isNumber,
  isWithin,
  mustBe,
  NO_TOLERANCE,
  readTolerance,
} from "../text/tolerance.ts";
import type { AskedClaim, Judgement } from "./dataset.ts";

/**
 * Checks a claim by the kind of its question: reads what is claimed, solves the instance, compares.
 *
 * - `agree`: the claim is right; with options, the only one that is.
 * - `disagree`: it is proven wrong.
 * - `ambiguous`: it is right, and so is another answer (a tie), or another option.
 * - `undetermined`: the facts, the budget or the bounds leave it open.
 * - `unsupported`: the question, or an option, is not understood.
 * - `invalid`: what is claimed is no answer.
 *
 * @param claim what is claimed, and of what
 * @returns how it stands
 * @throws RangeError, TypeError, SyntaxError for an instance that the solver cannot take
 *
 * @example
 * ```ts
 * import { judgeClaim } from "@alidade/core/datasets";
 * import { schema } from "@alidade/core/geometry";
 * import { exact } from "@alidade/core/solvers";
 * import type { Kind } from "@alidade/core/tasks";
 * import { assertEquals } from "@std/assert";
 *
 * const kind: Kind<{ readonly x: number }, number> = {
 *   name: "half",
 *   schema: schema.object({ x: schema.integer() }),
 *   solve: ({ x }) => exact(x / 2),
 *   frame: () => "none",
 *   say: String,
 *   read: (words) => /^[\d.]+$/.test(words) ? Number(words) : null,
 * };
 * const claim = { kind: "claim", id: "1", where: { file: "a" }, claimed: "2.4" } as const;
 * const question = { kind, instance: { x: 5 } };
 * assertEquals(judgeClaim({ ...claim, question }).verdict, "disagree");
 * assertEquals(judgeClaim({ ...claim, question: { ...question, tolerance: "5%" } }).verdict, "agree");
 * ```
 */
export function judgeClaim(claim: AskedClaim): Judgement {
  const { question, claimed, group } = claim;
  const judgement = typeof question === "string"
    ? left("unsupported", question)
    : judge(question, claimed);
  return group === undefined ? judgement : { ...judgement, group };
}

function judge(question: Question, claimed: string): Judgement {
  const { kind, instance, choices } = question;
  const words = choices === undefined ? claimed : optionOf(claimed, choices);
  if (words === null) {
    return left("invalid", `Cannot read ${JSON.stringify(claimed)}, must be one of the options`);
  }
  const answer = readAnswer(question, words);
  if (answer === null) {
    return left(
      "invalid",
      `Cannot read ${JSON.stringify(words)}, must be an answer (${kind.name})`,
    );
  }
  const outcome = kind.solve(instance);
  switch (outcome.status) {
    case "exact":
    case "tie":
      return choices === undefined
        ? compared(question, answer, outcome)
        : chosen(question, { choices, words }, outcome);
    case "undetermined":
      return opened(question, answer, outcome.possible);
    case "impossible":
      // Facts that clash leave nothing to be right or wrong about.
      return outcome.core === undefined
        ? left("disagree", `no answer exists: ${outcome.reason}`)
        : left("undetermined", `the facts contradict each other: ${outcome.core.join(" ")}`);
    case "limit":
      return bounded(question, answer, outcome.lower, outcome.upper);
    case "between":
      return bounded(question, answer, outcome.lower, outcome.upper);
  }
}

type Answered = Extract<Outcome<JsonValue>, { status: "exact" | "tie" }>;

/** A claim beside the right answers. */
function compared(question: Question, answer: JsonValue, outcome: Answered): Judgement {
  const { kind, instance } = question;
  const right = answersOf(outcome);
  const margin = outcome.status === "exact" ? outcome.margin : null;
  const base = { answer: sayAll(question, right), margin };
  if (isAnswer(question, answer, outcome)) {
    // Where a kind accepts more than is listed, none of the right answers is in doubt.
    const isTied = right.length > 1 && kind.accepts === undefined;
    if (!isTied) return { verdict: "agree", reason: null, ...base };
    return { verdict: "ambiguous", reason: `a tie: ${base.answer} are right`, ...base };
  }
  const grade = kind.grade?.(instance, answer);
  const graded = grade === undefined ? "" : `, grade ${grade}`;
  const claimed = kind.say(answer, instance, wordingOf(question));
  return { verdict: "disagree", reason: `claimed ${claimed}, is ${base.answer}${graded}`, ...base };
}

/** A claim that names one of some options. */
function chosen(
  question: Question,
  { choices, words }: { readonly choices: readonly string[]; readonly words: string },
  outcome: Answered,
): Judgement {
  const answers = choices.map((choice) => readAnswer(question, choice));
  const strange = answers.indexOf(null);
  if (strange >= 0) {
    return left(
      "unsupported",
      `does not understand the option ${JSON.stringify(choices[strange])}`,
    );
  }
  const right = choices.filter((_, i) => isAnswer(question, answers[i]!, outcome));
  const margin = outcome.status === "exact" ? outcome.margin : null;
  const answer = right.length === 0 ? sayAll(question, answersOf(outcome)) : right.join(" or ");
  if (!right.includes(words)) {
    const reason = right.length === 0
      ? `no option is right: it is ${answer}`
      : `claimed ${words}, is ${answer}`;
    return { verdict: "disagree", reason, answer, margin };
  }
  if (right.length === 1) return { verdict: "agree", reason: null, answer, margin };
  return {
    verdict: "ambiguous",
    reason: `more than one option is right: ${answer}`,
    answer,
    margin,
  };
}

/** A claim where the facts leave several answers open. */
function opened(question: Question, answer: JsonValue, possible: readonly JsonValue[]): Judgement {
  const all = sayAll(question, possible);
  const may = question.tolerance === undefined ? NO_TOLERANCE : readTolerance(question.tolerance);
  const isOpen = possible.some((other) =>
    isSameAnswer(other, answer) ||
    isNumber(other) && isNumber(answer) && isWithin(answer, other, may)
  );
  if (isOpen) return left("undetermined", `the facts leave open ${all}`);
  return left("disagree", `the facts leave open ${all} alone`);
}

/** A claim about a number that is known from one or both sides. */
function bounded(
  { tolerance }: Question,
  answer: JsonValue,
  lower: number | string,
  upper: number | string | null,
): Judgement {
  const reason = `it is at least ${lower}${upper === null ? "" : ` and at most ${upper}`}`;
  if (!isNumber(answer)) return left("undetermined", reason);
  const range = { lower, upper };
  const may = tolerance === undefined ? NO_TOLERANCE : readTolerance(tolerance);
  if (!couldBe(answer, range, may)) return left("disagree", reason);
  if (!mustBe(answer, range, may)) return left("undetermined", reason);
  return { verdict: "agree", answer: `${lower} to ${upper}`, reason: null, margin: null };
}

/** Whether an answer is right, or near enough to one that is. */
function isAnswer(question: Question, answer: JsonValue, outcome: Answered): boolean {
  if (isRight(question, answer, outcome)) return true;
  const { tolerance } = question;
  if (tolerance === undefined || !isNumber(answer)) return false;
  const may = readTolerance(tolerance);
  return answersOf(outcome).some((right) => isNumber(right) && isWithin(answer, right, may));
}

function left(verdict: Judgement["verdict"], reason: string): Judgement {
  return { verdict, answer: null, reason, margin: null };
}

function wordingOf({ wording = "en" }: Question): string {
  return wording;
}

function sayAll(question: Question, answers: readonly JsonValue[]): string {
  const { kind, instance } = question;
  return answers.map((a) => kind.say(a, instance, wordingOf(question))).join(" or ");
}

function readAnswer(question: Question, words: string): JsonValue | null {
  return question.kind.read(words, question.instance, wordingOf(question));
}

/** The option that a claim names, by its words or its mark; null where it names none. */
function optionOf(claimed: string, choices: readonly string[]): string | null {
  const named = claimed.trim().toLowerCase();
  const same = choices.find((choice) => choice.trim().toLowerCase() === named);
  if (same !== undefined) return same;
  const mark = /^\(?(\w{1,2})\)?\.?$/.exec(named)?.[1]?.toUpperCase();
  const at = mark === undefined ? -1 : marksOf(choices)?.indexOf(mark) ?? -1;
  return choices[at] ?? null;
}
