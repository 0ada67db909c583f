import type { TourCut } from "../certificate.ts";

/** More classes than this are not walked through. */
const CLASS_LIMIT = 13;

/**
 * Why an inequality is not proven to hold for every tour, or null when it is.
 *
 * @param cut the inequality
 * @param n how many points there are
 */
export function refuteCut({ sets, rhs }: TourCut, n: number): string | null {
  if (!Number.isSafeInteger(rhs)) return `has rhs ${rhs}, not a whole number`;
  const wrong = sets.findIndex((set) => !isProperSet(set, n));
  if (wrong >= 0) return `has a set ${wrong} that is not distinct points, some but not all`;
  if (rhs <= 0) return null;
  if (rhs <= 2 && sets.length > 0) return null;
  if (isComb(sets, n) && rhs <= 3 * (sets.length - 1) + 1) return null;
  const classes = classesOf(sets, n);
  if (classes.length > CLASS_LIMIT) {
    return `is no comb, and its ${classes.length} classes are more than ${CLASS_LIMIT}`;
  }
  const shortest = shortestWalk(classes);
  return shortest >= rhs ? null : `has rhs ${rhs}, but a closed walk costs ${shortest}`;
}

function isProperSet(set: readonly number[], n: number): boolean {
  return set.length > 0 && set.length < n &&
    new Set(set).size === set.length &&
    set.every((v) => Number.isInteger(v) && v >= 0 && v < n);
}

/** A handle, then an odd number of at least 3 disjoint teeth that cross it. */
function isComb(sets: readonly (readonly number[])[], n: number): boolean {
  const [handle, ...teeth] = sets;
  if (handle === undefined || teeth.length < 3 || teeth.length % 2 === 0) return false;
  const inHandle = new Uint8Array(n);
  for (const v of handle) inHandle[v] = 1;
  const taken = new Uint8Array(n);
  for (const tooth of teeth) {
    let inside = 0;
    for (const v of tooth) {
      if (taken[v]) return false;
      taken[v] = 1;
      inside += inHandle[v]!;
    }
    if (inside === 0 || inside === tooth.length) return false;
  }
  return true;
}

/** For each class of points in the same sets: in which sets it lies. */
function classesOf(sets: readonly (readonly number[])[], n: number): boolean[][] {
  const member = Array.from({ length: n }, () => new Array<boolean>(sets.length).fill(false));
  sets.forEach((set, k) => set.forEach((v) => member[v]![k] = true));
  return [...new Map(member.map((row) => [row.join(), row])).values()];
}

/**
 * The least cost of a closed walk through all classes, where a step costs the sets it crosses.
 * Crossing obeys the triangle inequality, so that the walk may be taken as a tour of the classes.
 */
function shortestWalk(classes: readonly boolean[][]): number {
  const m = classes.length;
  const cost = (a: number, b: number) =>
    classes[a]!.reduce((sum, inside, k) => sum + (inside === classes[b]![k] ? 0 : 1), 0);
  if (m < 2) return 0;
  const last = m - 1;
  const table = Array.from({ length: last }, (_, i) => {
    return Array.from({ length: last }, (_, j) => cost(i, j));
  });
  const home = Array.from({ length: last }, (_, i) => cost(i, last));
  const best = new Float64Array((1 << last) * last).fill(Infinity);
  for (let i = 0; i < last; i++) best[(1 << i) * last + i] = home[i]!;
  for (let set = 1; set < 1 << last; set++) {
    for (let i = 0; i < last; i++) {
      const here = best[set * last + i]!;
      if (here === Infinity) continue;
      for (let j = 0; j < last; j++) {
        if (set >> j & 1) continue;
        const next = (set | 1 << j) * last + j;
        best[next] = Math.min(best[next]!, here + table[i]![j]!);
      }
    }
  }
  let shortest = Infinity;
  for (let i = 0; i < last; i++) {
    shortest = Math.min(shortest, best[((1 << last) - 1) * last + i]! + home[i]!);
  }
  return shortest;
}
