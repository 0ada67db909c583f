import { canonicalOrder } from "./_canonical_order.ts";
import { tourWeight } from "./length.ts";
import type { TourProblem } from "./problem.ts";

/**
 * The lightest tour of more than `weight` that differs from a tour by one stretch turned round or
 * one point moved; null when all of these weigh no more. It starts the search for the second length.
 */
export function longerNeighbour(
  problem: TourProblem,
  order: readonly number[],
  weight: number,
): readonly number[] | null {
  const { n, closed, symmetric, start, end } = problem;
  const from = closed || start >= 0 ? 1 : 0;
  const to = end >= 0 ? n - 1 : n;
  let best: number[] | null = null;
  let least = Infinity;
  const offer = (tour: number[]) => {
    const w = tourWeight(problem, tour);
    if (w <= weight || w >= least) return;
    least = w;
    best = canonicalOrder(problem, tour);
  };
  for (let i = from; i < to; i++) {
    for (let j = i + 1; j < to; j++) {
      const [head, middle, tail] = [order.slice(0, i), order.slice(i, j + 1), order.slice(j + 1)];
      offer([...head, ...middle.slice(1), middle[0]!, ...tail]);
      if (symmetric) offer([...head, ...middle.toReversed(), ...tail]);
    }
  }
  return best;
}
