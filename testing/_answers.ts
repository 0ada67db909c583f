import { answersOf, isSameAnswer, type JsonValue, type Kind } from "../tasks/kind.ts";
import type { Item } from "../tasks/item.ts";
import type { Findings } from "./finding.ts";
import type { Witness } from "./witness.ts";

/** What an item is looked at with. */
export interface Looking {
  readonly kind: Kind;
  readonly witness: Witness | null;
  readonly wording: string;
  readonly findings: Findings;
}

/** A decimal margin may be the very number that a double below it was rounded from. */
const ROUNDING = 1 + 1e-12;

/** A margin is at least so much of the true one, but for the last decimal that is shown. */
const TIGHT = 0.95;

/** The answer, options, claim and margin of an item beside what solver and witness say. */
export function checkAnswers(item: Item, looking: Looking): void {
  const { kind, witness, findings } = looking;
  const instance = kind.schema.read(item.instance);
  const outcome = kind.solve(instance);
  const solved = answersOf(outcome);
  const truth = witness?.truth(instance);
  const right = truth?.right ?? solved;
  const isRight = (answer: JsonValue) =>
    witness?.accepts?.(instance, answer) ??
      (witness === null ? kind.accepts?.(instance, answer) : undefined) ??
      right.some((one) => isSameAnswer(one, answer));
  if (truth !== undefined) {
    const listed = `${item.id}: solved ${show(solved)}, is ${show(right)}`;
    const isSame = witness!.accepts === undefined
      ? sameSets(solved, right)
      : solved.every(isRight) && right.every((one) => isAccepted(kind, instance, one, solved));
    findings.demand(isSame, "answer", listed);
    // A witness that lists no answer says nothing of margins.
    if (witness!.accepts === undefined || right.length > 0) {
      checkMargin(item, truth.margin, looking);
    }
  }
  for (const answer of solved) {
    findings.demand(
      kind.accepts?.(instance, answer) !== false,
      "accepts",
      `${item.id}: what is solved, ${show(answer)}, is not accepted`,
    );
  }
  checkForm(item, { ...looking, isRight, instance });
}

function isAccepted(
  kind: Kind,
  instance: unknown,
  answer: JsonValue,
  solved: readonly JsonValue[],
): boolean {
  return kind.accepts?.(instance, answer) ?? solved.some((one) => isSameAnswer(one, answer));
}

function checkForm(
  item: Item,
  { kind, wording, findings, isRight, instance }: Looking & {
    readonly instance: unknown;
    readonly isRight: (answer: JsonValue) => boolean;
  },
): void {
  const read = (words: string) => kind.read(words, instance, wording);
  const reads = (words: string): boolean => {
    const answer = read(words);
    return answer !== null && isRight(answer);
  };
  const { id, form, choices, claim, answer } = item;
  if (form === "open") findings.demand(reads(answer), "answer", `${id}: ${answer} is wrong`);
  if (form === "choice") {
    const right = choices!.filter(reads);
    findings.demand(right.length === 1, "options", `${id}: right options are ${show(right)}`);
    findings.demand(new Set(choices).size === choices!.length, "options", `${id}: equal options`);
    const strange = choices!.find((choice) => read(choice) === null);
    findings.demand(strange === undefined, "read", `${id}: the option ${strange} is not read`);
    const shown = choices![/^\d+$/.test(answer) ? Number(answer) - 1 : answer.charCodeAt(0) - 65];
    findings.demand(shown === right[0], "answer", `${id}: ${answer} is called right`);
  }
  if (form === "true-false") {
    const isTrue = /^(true|richtig)$/.test(answer);
    findings.demand(isTrue === reads(claim!), "answer", `${id}: ${claim} is called ${answer}`);
  }
}

function checkMargin(item: Item, margin: number | null, { kind, findings }: Looking): void {
  const claimed = item.margin;
  if (claimed === null || margin === null) {
    findings.demand(claimed === margin, "margin", `${item.id}: ${claimed}, is ${margin}`);
    return;
  }
  const places = kind.margin!.places + (kind.margin!.more?.(item.instance) ?? 0);
  const least = margin * TIGHT - 10 ** -places;
  findings.demand(claimed <= margin * ROUNDING, "margin", `${item.id}: ${claimed}, is ${margin}`);
  findings.demand(claimed >= least, "tight", `${item.id}: ${claimed}, is as much as ${margin}`);
}

/** The outcome in every other frame, and for every list of answers. */
export function checkFrames(item: Item, { kind, witness, findings }: Looking): void {
  const instance = kind.schema.read(item.instance);
  const answers = kind.answers?.(instance) ?? [];
  answers.forEach((answer, i) => {
    const isTwice = answers.slice(0, i).some((other) => isSameAnswer(other, answer));
    findings.demand(!isTwice, "answers", `${item.id}: ${show(answer)} is listed twice`);
  });
  for (const other of witness?.reframed?.(instance) ?? []) {
    const solved = answersOf(kind.solve(kind.schema.read(other)));
    const { right } = witness!.truth(other);
    findings.demand(
      sameSets(solved, right),
      "frame",
      `${item.id} in ${kind.frame(other)}: solved ${show(solved)}, is ${show(right)}`,
    );
  }
}

/** The grades of right and wrong answers. */
export function checkGrades(item: Item, { kind, findings }: Looking): void {
  if (kind.grade === undefined) return;
  const instance = kind.schema.read(item.instance);
  const right = answersOf(kind.solve(instance));
  const wrong = (kind.answers?.(instance) ?? nearby(right[0]!)).filter((answer) =>
    !right.some((one) => isSameAnswer(one, answer))
  );
  for (const answer of right) {
    findings.demand(
      kind.grade(instance, answer) === 1,
      "grade",
      `${item.id}: the right one gets less`,
    );
  }
  for (const answer of wrong) {
    const grade = kind.grade(instance, answer);
    findings.demand(grade >= 0 && grade < 1, "grade", `${item.id}: ${show(answer)} gets ${grade}`);
  }
}

/** Numbers beside a number. */
function nearby(answer: JsonValue): JsonValue[] {
  return typeof answer === "number" ? [answer + 1, 2 * answer + 7] : [];
}

function sameSets(a: readonly JsonValue[], b: readonly JsonValue[]): boolean {
  const within = (xs: readonly JsonValue[], ys: readonly JsonValue[]) =>
    xs.every((x) => ys.some((y) => isSameAnswer(x, y)));
  return within(a, b) && within(b, a);
}

function show(value: unknown): string {
  return JSON.stringify(value);
}
