import type { Step } from "./_direction_phrase.ts";

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

/**
 * The faults that would explain a wrong label: each a sentence's template with the step it must
 * have meant. Single ones come first; two together explain what may need no single one.
 */
export function explanations(way: readonly Told[], offset: Step, label: string): string[][] {
  const faults = way.map(faultsOf);
  const right = (x: number, y: number) => answerFor([offset[0] + x, offset[1] + y]) === label;
  const singles = faults.flat().filter(({ shift }) => right(...shift)).map(({ name }) => [name]);
  const pairs = faults.flatMap((list, i) =>
    list.flatMap((one) =>
      faults.slice(i + 1).flat()
        .filter(({ shift }) => right(one.shift[0] + shift[0], one.shift[1] + shift[1]))
        .map((other) => [one.name, other.name])
    )
  );
  return [...singles, ...pairs];
}

function faultsOf({ template, step, sign }: Told): Fault[] {
  return STEPS.filter(([dx, dy]) => dx !== step[0] || dy !== step[1]).map((meant) => ({
    name: `${template} (labelled ${answerFor(meant)})`,
    shift: [sign * (meant[0] - step[0]), sign * (meant[1] - step[1])],
  }));
}

/** How many wrong labels of a file each fault explains. */
export class Tally {
  private readonly counts = new Map<string, number>();

  /** Counts one wrong record's possible faults. */
  add(faults: Iterable<string>): void {
    for (const fault of new Set(faults)) this.counts.set(fault, this.count(fault) + 1);
  }

  /** The explanation whose rarest fault is the most frequent in the file. */
  likeliest(explanations: readonly (readonly string[])[]): readonly string[] {
    let best: readonly string[] = [], most = -1;
    for (const faults of explanations) {
      const rarest = Math.min(...faults.map((fault) => this.count(fault)));
      if (rarest > most) [best, most] = [faults, rarest];
    }
    return best;
  }

  private count(fault: string): number {
    return this.counts.get(fault) ?? 0;
  }
}

/**
 * Finds which faults a file's wrong labels come from. First every fault counts that explains a
 * label, then only the likeliest of each label, so that chance explanations fall away.
 *
 * @param wrong the explanations of each wrong label, read anew at each call
 */
export async function tallyFaults(wrong: () => AsyncIterable<string[][]>): Promise<Tally> {
  const singles = (all: string[][]) => all.filter((faults) => faults.length === 1);
  const chance = new Tally();
  for await (const all of wrong()) chance.add(singles(all).flat());
  const tally = new Tally();
  for await (const all of wrong()) tally.add(chance.likeliest(singles(all)));
  return tally;
}
