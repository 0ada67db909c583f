import type { Step } from "../text/sentences/direction_phrase.ts";

/** The nine answers, by the signs of dx and dy. */
const NAMES = [
  ["lower-left", "left", "upper-left"],
  ["below", "overlap", "above"],
  ["lower-right", "right", "upper-right"],
] as const;

/** Every answer StepGame has. */
export const ANSWERS: readonly string[] = NAMES.flat();

/** The answer for a displacement: the signs of its coordinates. */
export function answerFor([dx, dy]: Step): string {
  return NAMES[Math.sign(dx) + 1]![Math.sign(dy) + 1]!;
}

/** A sentence on the way to the answer. */
export interface Told {
  /** The sentence without its names. */
  readonly template: string;
  /** What it says. */
  readonly step: Step;
  /** Whether the way goes along (1) or against (-1) it. */
  readonly sign: 1 | -1;
}

const SIGNS = [-1, 0, 1];
const STEPS = SIGNS.flatMap((dx) => SIGNS.map((dy): Step => [dx, dy]))
  .filter(([dx, dy]) => dx !== 0 || dy !== 0);

/** One sentence read otherwise: had it meant this step, the label would be right. */
interface Fault {
  readonly name: string;
  /** How the way's end moves. */
  readonly shift: Step;
}

/** A wrong label: the way to the answer, where it ends, and what was claimed of that. */
export interface WrongLabel {
  readonly way: readonly Told[];
  readonly offset: Step;
  readonly label: string;
}

/**
 * The faults that would explain a wrong label: each a sentence's template with the step it must
 * have meant. Single ones come first; two together explain what may need no single one.
 */
export function explanations(wrong: WrongLabel): string[][] {
  const faults = wrong.way.map(faultsOf);
  const pairs = faults.flatMap((list, i) =>
    list.flatMap((one) =>
      faults.slice(i + 1).flat()
        .filter(({ shift }) => isRight(wrong, one.shift[0] + shift[0], one.shift[1] + shift[1]))
        .map((other) => [one.name, other.name])
    )
  );
  return [...singles(wrong).map((name) => [name]), ...pairs];
}

/** The faults that would each explain a wrong label alone. */
function singles(wrong: WrongLabel): string[] {
  return wrong.way.flatMap(faultsOf)
    .filter(({ shift }) => isRight(wrong, ...shift)).map(({ name }) => name);
}

function isRight({ offset, label }: WrongLabel, x: number, y: number): boolean {
  return answerFor([offset[0] + x, offset[1] + y]) === label;
}

const FAULTS = new WeakMap<Told, Fault[]>();

/** What one sentence may have meant instead; kept, for the same sentences are told again and again. */
function faultsOf(told: Told): Fault[] {
  let faults = FAULTS.get(told);
  if (faults === undefined) FAULTS.set(told, faults = otherSteps(told));
  return faults;
}

function otherSteps({ template, step, sign }: Told): Fault[] {
  return STEPS.filter(([dx, dy]) => dx !== step[0] || dy !== step[1]).map((meant) => ({
    name: `${template} (labelled ${answerFor(meant)})`,
    shift: [sign * (meant[0] - step[0]), sign * (meant[1] - step[1])],
  }));
}

/** What one wrong label is put down to. */
export interface Blame {
  /** The fault, or two that only together explain it; none where the file proves none. */
  readonly faults: readonly string[];
  /** Faults of the file that would explain it as well. */
  readonly rivals: readonly string[];
}

/** Beyond so many wrong labels a file has shown its faults. */
export const EVIDENCE = 100_000;

/** A fault that explains but one wrong label of a file may do so by chance. */
const LEAST = 2;

/**
 * Finds the faults that a file's wrong labels come from: those that explain more than one, without
 * such as are not needed beside the others. A sentence taken for its opposite explains many labels
 * that a fault in one axis made; but it seldom explains one that no other fault does.
 *
 * @param wrong the wrong labels, {@link EVIDENCE} of them at most
 * @returns how a wrong label is put down to these faults
 */
export function findFaults(
  wrong: readonly WrongLabel[],
): (explanations: Explanations) => Blame {
  const named = frequentFaults(wrong);
  const labels = wrong.map((one) => among(named, explanations(one)));
  dropNeedless(named, labels);
  const certain = count(labels.map((all) => among(named, all)).filter(isOne).flat(2));
  return (explanations) => blame(among(named, explanations), certain);
}

type Explanations = readonly (readonly string[])[];

/** The faults that are the likeliest single one of several labels. */
function frequentFaults(wrong: readonly WrongLabel[]): Set<string> {
  const labels = wrong.map(singles);
  const chance = count(labels.flatMap((faults) => [...new Set(faults)]));
  const counts = count(labels.flatMap((faults) => largest(faults, chance)));
  return new Set([...counts.keys()].filter((fault) => counts.get(fault)! >= LEAST));
}

/** Drops, the rarest first, each fault whose labels the others explain, alone or two together. */
function dropNeedless(named: Set<string>, labels: readonly Explanations[]): void {
  while (true) {
    const open = labels.map((all) => among(named, all));
    const needed = new Set(open.flatMap(inEach));
    const counts = count(open.flat(2));
    const needless = [...named].filter((fault) => !needed.has(fault));
    if (needless.length === 0) return;
    named.delete(
      needless.reduce((a, b) => (counts.get(b) ?? 0) < (counts.get(a) ?? 0) ? b : a),
    );
  }
}

/** The faults without which no explanation is left. */
function inEach([first = [], ...others]: Explanations): readonly string[] {
  return first.filter((fault) => others.every((faults) => faults.includes(fault)));
}

function among(named: ReadonlySet<string>, all: Explanations): Explanations {
  return all.filter((faults) => faults.every((fault) => named.has(fault)));
}

function blame(known: Explanations, certain: ReadonlyMap<string, number>): Blame {
  const singles = [...new Set(known.filter(isOne).flat())];
  if (singles.length === 0) {
    const [faults = [], ...others] = known;
    return { faults, rivals: others.map((pair) => pair.join(" and ")) };
  }
  const faults = largest(singles, certain);
  return { faults, rivals: singles.filter((fault) => !faults.includes(fault)) };
}

function isOne(list: readonly unknown[]): boolean {
  return list.length === 1;
}

/** How often each word is there. */
function count(words: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The word of the largest count, the first of several; none of none. */
function largest(words: readonly string[], counts: ReadonlyMap<string, number>): string[] {
  let best: string[] = [], most = -1;
  for (const word of words) {
    const n = counts.get(word) ?? 0;
    if (n > most) [best, most] = [[word], n];
  }
  return best;
}
