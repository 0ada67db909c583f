/** The figures of one stage: items per second, one a round. */
export interface Figure {
  readonly task: string;
  readonly stage: string;
  readonly perSecond: readonly number[];
  /**
   * The same against a fixed piece of work that was timed in the same round: machines and their
   * moods cancel out, so that figures of two runs can be compared.
   */
  readonly relative: readonly number[];
}

/** What a run of the bench writes. */
export interface Figures {
  readonly runtime: string;
  readonly rounds: number;
  readonly figures: readonly Figure[];
}

/** The middle value; of two middle ones the lower. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value that so large a part of the values does not exceed. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(part * (sorted.length - 1))] ?? NaN;
}

/** Reads what a run wrote. */
export async function readFigures(path: string): Promise<Figures> {
  const value = JSON.parse(await Deno.readTextFile(path)) as Partial<Figures>;
  if (!Array.isArray(value.figures)) {
    throw new SyntaxError(`Cannot read ${path}: no "figures", must be what deno task bench wrote`);
  }
  return value as Figures;
}

/** A rate in three digits. */
export function rate(perSecond: number): string {
  if (perSecond >= 1e6) return `${(perSecond / 1e6).toPrecision(3)} M/s`;
  if (perSecond >= 1e3) return `${(perSecond / 1e3).toPrecision(3)} k/s`;
  return `${perSecond.toPrecision(3)} /s`;
}
