import { LEVELS } from "../tasks/knobs.ts";
import { Run } from "../tasks/loop/run.ts";
import type { Task } from "../tasks/task.ts";
import { checkAnswers, checkFrames, checkGrades, type Looking } from "./_answers.ts";
import { checkChance } from "./_chance.ts";
import { type Finding, Findings } from "./finding.ts";
import { checkHidden } from "./_hidden.ts";
import { checkKnobs } from "./_knobs.ts";
import { checkPictures } from "./_pictures.ts";
import { named, picturesOfTask, type Sample, sampleOf, settingsOf } from "./_samples.ts";
import { checkSchema } from "./_schema.ts";
import type { Witness } from "./witness.ts";
import { checkWords } from "./_words.ts";

/** How a task is checked. */
export interface CheckTaskOptions {
  /** An independent truth for the task's kind; without one, that is a finding. */
  readonly witness?: Witness;
  /** Items of each setting; 20 when left out. */
  readonly items?: number;
  /** The seed; 3 when left out. */
  readonly seed?: number;
  /** A scene to ask about, for a task that asks about given scenes. */
  readonly source?: unknown;
  /** What is looked at; everything when left out. */
  readonly parts?: readonly SuitePart[];
  /** Rules that need not hold, and why; an excuse for one that does hold is a finding. */
  readonly excused?: Readonly<Record<string, string>>;
}

/** A part of the suite: items of every setting, what they depend on, what knobs do, and balance. */
export type SuitePart = "items" | "chance" | "knobs" | "balance";

/** Every part. */
export const SUITE_PARTS: readonly SuitePart[] = ["items", "chance", "knobs", "balance"];

/** At most this share of the settings may be refused. */
const REFUSED = 0.25;

/** No answer of a closed list comes this much more often than the others, but for chance. */
const SKEW = 0.05;

/** Items that balance is measured over. */
const BALANCE_ITEMS = 1000;

/**
 * Holds a task to the contract of all tasks, by what can be seen from outside: answers, margins,
 * forms and frames beside an independent witness, words read back, pictures pixel by pixel, knobs,
 * schema, chance, balance, and both forms of items byte for byte.
 *
 * @param task the task
 * @param options the witness, how many items, and what need not hold
 * @returns what was found, three of each rule at most; empty for a task that keeps the contract
 *
 * Cost: about a second for 20 items a setting.
 *
 * @example
 * ```ts
 * import { direction } from "@alidade/core/tasks";
 * import { checkTask } from "@alidade/core/testing";
 * import { assertEquals } from "@std/assert";
 *
 * const findings = checkTask(direction, { items: 2 });
 * assertEquals(findings.map(({ rule }) => rule), ["witness"]);
 * ```
 */
export function checkTask(task: Task, options: CheckTaskOptions = {}): readonly Finding[] {
  const { witness, items: count = 20, seed = 3, source, excused = {}, parts = SUITE_PARTS } =
    options;
  const findings = new Findings(excused);
  const drawn = { count, seed, ...(source === undefined ? {} : { source }) };
  checkDeclaration(task, findings);
  findings.demand(witness !== undefined, "witness", `${task.kind?.name ?? task.name} has none`);
  const on = (part: SuitePart, act: () => void) => {
    if (parts.includes(part)) findings.during(part, act);
  };
  on("items", () => checkSettings(task, drawn, { witness: witness ?? null, findings }));
  on("chance", () => checkChance(task, findings, drawn));
  on("knobs", () => checkKnobs(task, findings, drawn));
  on("balance", () => checkBalance(task, findings, drawn));
  return findings.list();
}

/** Items of every setting; few settings are refused, and none of them is a form. */
function checkSettings(
  task: Task,
  drawn: { readonly count: number; readonly seed: number; readonly source?: unknown },
  looking: Pick<Looking, "witness" | "findings">,
): void {
  const { findings } = looking;
  const settings = settingsOf(task);
  let refused = 0;
  for (const setting of settings) {
    const sample = sampleOf(task, setting, drawn);
    if (!(sample instanceof Error)) {
      checkSample(task, sample, looking);
      continue;
    }
    refused++;
    const says = `${named(setting)}: ${sample.message}`;
    const isClear = sample instanceof RangeError && sample.message.startsWith("Cannot ");
    findings.demand(isClear, "refuses", says);
    findings.demand(setting.knobs?.form === undefined, "form", says);
  }
  const share = `${refused} of ${settings.length} settings are refused`;
  findings.demand(refused <= REFUSED * settings.length, "refused", share);
}

function checkDeclaration(task: Task, findings: Findings): void {
  const { name, version, summary, knobs, profiles, levels } = task;
  const rule = "declared";
  findings.demand(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name), rule, `the name ${name}`);
  findings.demand(Number.isSafeInteger(version) && version >= 1, rule, `version ${version}`);
  findings.demand(summary.length > 0, rule, "no summary");
  findings.demand(Object.hasOwn(profiles, "fair"), rule, "no profile fair");
  findings.demand(task.kind !== undefined, rule, "no kind");
  for (const [knob, own] of Object.entries(knobs)) {
    findings.demand(own.doc.length > 0 && !own.doc.endsWith("."), rule, `the words of ${knob}`);
    const fits = own.type === "flag" ||
      (own.type === "word"
        ? own.of.includes(own.default)
        : own.least <= own.default && own.default <= own.most);
    findings.demand(fits, rule, `the default of ${knob}`);
  }
  for (const level of levels === undefined ? [] : LEVELS) {
    findings.during(rule, () => void new Run(task, { level }));
  }
}

/** Items of each sample whose pictures, schema and words are looked at closely. */
const CLOSELY = 2;

function checkSample(
  task: Task,
  { run, items, options }: Sample,
  { witness, findings }: Pick<Looking, "witness" | "findings">,
): void {
  const { kind } = task;
  if (kind === undefined) return;
  const wording = String(run.values.wording ?? "en");
  const looking: Looking = { kind, witness, wording, findings };
  for (const [i, item] of items.entries()) {
    findings.during("answer", () => checkAnswers(item, looking));
    findings.during("frame", () => checkFrames(item, looking));
    if (i < 4) findings.during("read", () => checkWords(item, looking));
    if (i >= CLOSELY) continue;
    findings.during("grade", () => checkGrades(item, looking));
    findings.during("schema", () => checkSchema(item, looking));
    if (kind.draw !== undefined && i === 0) {
      findings.during("picture", () => checkPictures(item, looking));
    }
    // Words are the same whatever the instance, so that those of one form say it all.
    if (task.begin !== undefined && item.form === "open") {
      findings.during("hidden", () => checkHidden(item, task.begin!(run.values), looking));
    }
  }
  checkBytes(task, { run, items, options }, findings);
}

/** What is written is what is made, by whichever form of the task. */
function checkBytes(task: Task, { run, items, options }: Sample, findings: Findings): void {
  const decoder = new TextDecoder();
  let text = "";
  for (const bytes of run.lines(0, items.length)) text += decoder.decode(bytes, { stream: true });
  const at = text.trimEnd().split("\n").findIndex((line, i) => line !== JSON.stringify(items[i]));
  findings.demand(at < 0, "bytes", `${task.name} ${named(options)}: line ${at} is another item`);
}

/** How often each answer of a closed list comes, where all items share the list. */
function checkBalance(
  task: Task,
  findings: Findings,
  { seed, source }: { readonly seed: number; readonly source?: unknown },
): void {
  const { kind } = task;
  if (kind?.answers === undefined) return;
  const given = source === undefined ? {} : { source };
  const run = new Run(task, { seed, ...picturesOfTask(task), ...given });
  const counts = new Map<string, number>();
  let list: string | null = null;
  for (let i = 0; i < BALANCE_ITEMS; i++) {
    const { instance, answer, form } = run.item(i);
    if (form !== "open") return;
    const answers = JSON.stringify(kind.answers(kind.schema.read(instance)));
    if (list !== null && answers !== list) return;
    list = answers;
    counts.set(answer, (counts.get(answer) ?? 0) + 1);
  }
  const share = 1 / (JSON.parse(list!) as unknown[]).length;
  const spread = 4 * Math.sqrt(share * (1 - share) / BALANCE_ITEMS);
  for (const [answer, times] of counts) {
    findings.demand(
      times / BALANCE_ITEMS <= share + SKEW + spread,
      "balance",
      `${times} of ${BALANCE_ITEMS} answers are ${answer}`,
    );
  }
}
