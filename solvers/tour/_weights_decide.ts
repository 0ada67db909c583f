import { tourWeight } from "./length.ts";
import type { TourProblem } from "./problem.ts";

/** Squared distances above this are not taken apart. */
const LARGEST_SQUARE = 2 ** 16;
/** So many combinations of roots are looked through at most. */
const COMBINATIONS = 1_000_000;
/** More than the doubles of a combination can be wrong by, as none passes 2^24. */
const DOUBT = 2 ** -20;

/**
 * Whether a tour of least integer weight is surely a shortest one.
 *
 * Lengths are sums `a1 + a2 sqrt(2) + a3 sqrt(3) + ...` over squarefree numbers. On lattices and
 * lines the steps that a short tour can take have few such roots, so that two different lengths
 * lie further apart than rounding reaches. False says nothing.
 *
 * @param problem the problem
 * @param order a tour of least weight
 */
export function weightsDecide(problem: TourProblem, order: readonly number[]): boolean {
  const { euclidean, n } = problem;
  if (euclidean === null) return true;
  if (euclidean.bits < 0) return false;
  const roots = rootsOfShortTours(problem, tourWeight(problem, order) + n);
  if (roots === null) return false;
  const least = leastDifference(roots);
  return least * 2 ** euclidean.bits > n;
}

/**
 * The squarefree numbers whose roots occur in tours of weight `limit` at most, and how often each
 * can. Null when a square is too large.
 *
 * A tour's weight is at least half the sum over all points of their two lightest steps, where the
 * ends of an open tour lack one; a step heavier than those of its ends adds half of what it weighs
 * more.
 */
function rootsOfShortTours(problem: TourProblem, limit: number): Map<number, number> | null {
  const { n, weights, closed } = problem;
  const { xs, ys } = problem.euclidean!.points;
  const second = new Float64Array(n);
  let half = 0;
  for (let u = 0; u < n; u++) {
    let [a, b] = [Infinity, Infinity];
    for (let v = 0; v < n; v++) {
      const w = weights[u * n + v]!;
      if (v === u || w >= b) continue;
      [a, b] = w < a ? [w, a] : [a, w];
    }
    // an open tour of two points has but one step
    second[u] = b === Infinity ? a : b;
    half += (a + second[u]!) / 2;
  }
  if (!closed) {
    const [a, b] = second.toSorted((a, b) => b - a);
    half -= (a! + b!) / 2;
  }
  const room = limit - half;
  // steps with the same root share the room, and each takes its part of it
  const bounds = new Map<number, { byRoom: number; bySteps: number }>();
  for (let u = 0; u < n; u++) {
    for (let v = 0; v < u; v++) {
      const w = weights[u * n + v]!;
      // equal points
      if (w === 0) continue;
      const rise = (Math.max(0, w - second[u]!) + Math.max(0, w - second[v]!)) / 2;
      if (rise > room) continue;
      const square = (xs[u]! - xs[v]!) ** 2 + (ys[u]! - ys[v]!) ** 2;
      if (square > LARGEST_SQUARE) return null;
      const factor = squareFactor(square);
      const free = square / factor ** 2;
      const { byRoom = 0, bySteps = 0 } = bounds.get(free) ?? {};
      bounds.set(free, {
        byRoom: Math.max(byRoom, factor * room / rise),
        bySteps: Math.max(bySteps, factor * n),
      });
    }
  }
  const most = new Map<number, number>();
  for (const [free, { byRoom, bySteps }] of bounds) {
    // the quotient is rounded, by less than the part added
    most.set(free, Math.floor(Math.min(byRoom * (1 + 2 ** -40), bySteps)));
  }
  return most;
}

/** The largest number whose square divides a whole number. */
function squareFactor(square: number): number {
  let factor = Math.floor(Math.sqrt(square));
  while (square % (factor * factor) !== 0) factor--;
  return factor;
}

/**
 * A lower bound of the difference between two different lengths: how near `sum of a[f] sqrt(f)`
 * comes to 0 with `|a[f]|` up to the given ones, not all 0; a[1], where it occurs, is any whole
 * number. 0 when there are too many combinations.
 */
function leastDifference(roots: ReadonlyMap<number, number>): number {
  const terms = [...roots].filter(([free]) => free !== 1)
    .map(([free, most]) => ({ root: Math.sqrt(free), most }));
  const whole = roots.has(1);
  const count = terms.reduce((product, { most }) => product * (2 * most + 1), 1);
  const largest = terms.reduce((sum, { root, most }) => sum + root * most, 0);
  if (count > COMBINATIONS || largest > 2 ** 24) return 0;
  let least = 1;
  const walk = (k: number, sum: number, zero: boolean): void => {
    if (k === terms.length) {
      if (!zero) least = Math.min(least, Math.abs(whole ? sum - Math.round(sum) : sum));
      return;
    }
    const { root, most } = terms[k]!;
    for (let a = -most; a <= most; a++) walk(k + 1, sum + a * root, zero && a === 0);
  };
  walk(0, 0, true);
  return least - DOUBT;
}
