import type { TourCut, TourLinearDual } from "../certificate.ts";
import type { ClosedForm } from "../closed_form.ts";
import { fix, type Fixed } from "./_fixed.ts";

/** What a dual solution proves: a bound, and what each edge would add to it. */
export interface LinearBound {
  /** No tour of the subproblem has a smaller `K * length`. */
  readonly bound: number;
  /** The reduced costs, `reduced[u * n + v]`. */
  readonly reduced: Float64Array;
}

const EXACT = 2 ** 53;

/**
 * The bound of a dual solution, or why it is refused.
 *
 * All numbers are integers in doubles: their magnitudes are bounded beforehand, and the sums as
 * they grow, so that nothing is rounded.
 */
export function linearBound(
  form: ClosedForm,
  cuts: readonly TourCut[],
  scale: number,
  dual: TourLinearDual,
  fixed: Fixed,
): LinearBound | string {
  const refused = refuseLinear(form, cuts, scale, dual);
  if (refused !== null) return refused;
  const reduced = reducedCosts(form, cuts, scale, dual);
  const { n } = form;
  let bound = 0;
  for (const y of dual.y) bound += 2 * y;
  for (const [cut, multiplier] of dual.mu) bound += multiplier * cuts[cut]!.rhs;
  for (let u = 0; u < n; u++) {
    for (let v = 0; v < u; v++) {
      const state = fixed[u * n + v]!;
      const rc = reduced[u * n + v]!;
      if (state === 1) bound += rc;
      else if (state === 0 && rc < 0) bound += rc;
      if (Math.abs(bound) >= EXACT) return "its bound passes 2^53";
    }
  }
  return { bound, reduced };
}

/** Fixes the edges whose use or disuse lifts the bound beyond the target. */
export function fixByReducedCost(
  { bound, reduced }: LinearBound,
  fixed: Fixed,
  n: number,
  target: number,
): void {
  for (let u = 0; u < n; u++) {
    for (let v = 0; v < u; v++) {
      if (fixed[u * n + v] !== 0) continue;
      const rc = reduced[u * n + v]!;
      if (rc > 0 && bound + rc > target) fix(fixed, n, u, v, -1);
      else if (rc < 0 && bound - rc > target) fix(fixed, n, u, v, 1);
    }
  }
}

function refuseLinear(
  { n, weights }: ClosedForm,
  cuts: readonly TourCut[],
  scale: number,
  { y, mu }: TourLinearDual,
): string | null {
  if (y.length !== n || !y.every(Number.isSafeInteger)) {
    return `its y is not ${n} whole numbers`;
  }
  let size = 0;
  for (const [cut, multiplier] of mu) {
    if (cuts[cut] === undefined) return `it names cut ${cut} of ${cuts.length}`;
    if (!Number.isSafeInteger(multiplier) || multiplier < 0) {
      return `its multiplier of cut ${cut} is ${multiplier}, not a whole number from 0`;
    }
    size += multiplier * Math.max(Math.abs(cuts[cut].rhs), 2 * cuts[cut].sets.length);
  }
  for (const value of y) size += 2 * Math.abs(value);
  let most = 0;
  for (const w of weights) if (w !== Infinity) most = Math.max(most, w);
  // A reduced cost takes twice the size, and the sums before the first that is looked at as much.
  return 3 * (size + scale * most) < EXACT ? null : "its numbers pass a third of 2^53";
}

/**
 * K w - y - y - mu on each edge. An edge leaves a set iff just one of its ends is inside: both ends
 * take the multiplier off, and edges inside get it back twice.
 */
function reducedCosts(
  { n, weights }: ClosedForm,
  cuts: readonly TourCut[],
  scale: number,
  { y, mu }: TourLinearDual,
): Float64Array {
  const lifted = Float64Array.from(y);
  for (const [cut, multiplier] of mu) {
    for (const set of cuts[cut]!.sets) for (const v of set) lifted[v]! += multiplier;
  }
  const reduced = new Float64Array(n * n);
  for (let u = 0; u < n; u++) {
    for (let v = 0; v < n; v++) {
      reduced[u * n + v] = scale * weights[u * n + v]! - lifted[u]! - lifted[v]!;
    }
  }
  for (const [cut, multiplier] of mu) {
    for (const set of cuts[cut]!.sets) {
      for (const u of set) for (const v of set) reduced[u * n + v]! += 2 * multiplier;
    }
  }
  return reduced;
}
