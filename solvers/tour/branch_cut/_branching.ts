import type { SavedBasis, TourLp } from "./_lp.ts";

/** An edge to branch on, with estimates of its two children. */
export interface BranchChoice {
  readonly edge: number;
  readonly without: number;
  readonly used: number;
}

/** How many edges are tried, and how many iterations each trial may take. */
const TRIALS = 6;
const ITERATIONS = 40;

/**
 * Strong branching: tries the edges nearest to a half, and takes the one whose weaker child gains
 * most. Leaves the program as it was, but for its solution.
 *
 * @returns null when every edge is fixed
 */
export function pickBranch(lp: TourLp, basis: SavedBasis, upper: number): BranchChoice | null {
  const { x, objective } = lp;
  const fractional: { edge: number; rank: number }[] = [];
  for (let e = 0; e < x.length; e++) {
    const off = Math.min(x[e]!, 1 - x[e]!);
    if (off > 1e-6) fractional.push({ edge: e, rank: off });
  }
  if (fractional.length === 0) return fixMore(lp);
  const costs = lp.costs;
  fractional.sort((a, b) => b.rank - a.rank || costs[b.edge]! - costs[a.edge]!);
  const solution = { x, pointDuals: lp.pointDuals, cutDuals: lp.cutDuals };
  let best: BranchChoice | null = null;
  let bestScore = -Infinity;
  for (const { edge } of fractional.slice(0, TRIALS)) {
    const without = tryBound(lp, basis, edge, 0, objective, upper);
    const used = tryBound(lp, basis, edge, 1, objective, upper);
    const [low, high] = [Math.min(without, used), Math.max(without, used)];
    const score = 10 * (low - objective) + (high - objective);
    if (score <= bestScore) continue;
    bestScore = score;
    best = { edge, without, used };
    if (low >= upper - 1) break;
  }
  Object.assign(lp, solution);
  lp.objective = objective;
  lp.loadBasis(basis);
  return best;
}

/** What the program is worth with an edge fixed, after some iterations. */
function tryBound(
  lp: TourLp,
  basis: SavedBasis,
  edge: number,
  value: number,
  objective: number,
  upper: number,
): number {
  lp.setBounds([edge], [value], [value]);
  lp.loadBasis(basis);
  const status = lp.solve(ITERATIONS);
  lp.setBounds([edge], [0], [1]);
  if (status === "infeasible") return upper;
  return Math.min(upper, Math.max(objective, lp.objective));
}

/** An edge of an integral solution: with all of them fixed its bound is its length. */
function fixMore({ x, lower, upper, objective }: TourLp): BranchChoice | null {
  const edge = x.findIndex((value, e) => value > 0.5 && lower[e]! < upper[e]!);
  return edge < 0 ? null : { edge, without: objective, used: objective };
}
