/** The middle value, the mean of the two middle ones where there are two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** What a comparison says of a stage. */
export interface Change {
  /** By which factor the median rose. */
  readonly factor: number;
  /** How likely figures of one and the same thing are at least as far apart, either way. */
  readonly chance: number;
  /** Whether that is beyond noise. */
  readonly isSure: boolean;
}

/** Smaller changes are not worth a word, however sure: compilers lay code out anew each time. */
export const WORTH = 0.07;

/** Figures that are this likely by chance say nothing. */
const LIKELY = 0.01;

/**
 * Compares figures of two runs by the ranks of all of them (Mann and Whitney's test, exact), which
 * supposes nothing about the noise but that it is the same in both.
 *
 * @param before figures of the old run, one of each process
 * @param after figures of the new run
 */
export function compare(before: readonly number[], after: readonly number[]): Change {
  const factor = median(after) / median(before);
  const chance = rankChance(before, after);
  return { factor, chance, isSure: chance <= LIKELY && Math.abs(Math.log(factor)) >= WORTH };
}

/** How likely ranks are at least as far apart as those of two samples, if these are of one kind. */
export function rankChance(a: readonly number[], b: readonly number[]): number {
  let above = 0;
  for (const x of a) for (const y of b) above += y > x ? 1 : y === x ? 0.5 : 0;
  const far = Math.abs(above - a.length * b.length / 2);
  const ways = waysByRanks(a.length, b.length);
  let total = 0, asFar = 0;
  ways.forEach((many, i) => {
    total += many;
    if (Math.abs(i - a.length * b.length / 2) >= far) asFar += many;
  });
  return asFar / total;
}

/** In how many orders of n and m values so many pairs have the second above the first. */
function waysByRanks(n: number, m: number): readonly number[] {
  // Rows of a table whose entry i is the orders with i such pairs: the last value is of either kind.
  let rows: number[][] = Array.from({ length: m + 1 }, () => [1]);
  for (let i = 1; i <= n; i++) {
    const next: number[][] = [[1]];
    for (let j = 1; j <= m; j++) {
      const ways = Array.from({ length: i * j + 1 }, () => 0);
      rows[j]!.forEach((many, pairs) => ways[pairs]! += many);
      next[j - 1]!.forEach((many, pairs) => ways[pairs + i]! += many);
      next.push(ways);
    }
    rows = next;
  }
  return rows[m]!;
}
