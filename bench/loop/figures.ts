/** What a run of the bench found of one stage. */
export interface Figure {
  readonly work: string;
  readonly stage: string;
  /** Items a second of processor time; left out of a baseline, for it holds of one machine. */
  readonly perSecond?: number;
  /** The mean bytes of a line, where it writes lines. */
  readonly bytes?: number;
  /**
   * One of each process. Of our own stages: items in the time of a fixed piece of work. Of a rival:
   * how many times as many items we make end to end.
   */
  readonly ratios: readonly number[];
}

/** What a run of the bench writes. */
export interface Figures {
  readonly runtime: string;
  readonly figures: readonly Figure[];
}

/** Reads what a run wrote. */
export async function readFigures(path: string): Promise<Figures> {
  const value = JSON.parse(await Deno.readTextFile(path)) as Partial<Figures>;
  if (!Array.isArray(value.figures)) {
    throw new SyntaxError(`Cannot read ${path}: no "figures", must be what deno task bench wrote`);
  }
  return value as Figures;
}

/** Writes figures with a line for each. */
export async function writeFigures(path: string, { runtime, figures }: Figures): Promise<void> {
  const lines = figures.map((figure) => `  ${JSON.stringify(figure)}`);
  const text = `{"runtime": ${JSON.stringify(runtime)}, "figures": [\n${lines.join(",\n")}\n]}\n`;
  await Deno.writeTextFile(path, text);
}

/** A rate in three digits and its unit. */
export function rate(perSecond: number, unit = ""): string {
  if (perSecond >= 1e9) return `${(perSecond / 1e9).toPrecision(3)} G${unit}/s`;
  if (perSecond >= 1e6) return `${(perSecond / 1e6).toPrecision(3)} M${unit}/s`;
  if (perSecond >= 1e3) return `${(perSecond / 1e3).toPrecision(3)} k${unit}/s`;
  return `${perSecond.toPrecision(3)} ${unit}/s`;
}

/** A figure in so many digits, as a number. */
export function rounded(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}
