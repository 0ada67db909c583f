import { canonicalOrder } from "../_canonical_order.ts";
import { type ClosedForm, fromClosedTour, toClosedTour } from "../closed_form.ts";
import { tourWeight } from "../length.ts";
import type { TourProblem } from "../problem.ts";
import { LinKernighan } from "./lin_kernighan.ts";

/** A short tour by local search, for an upper bound. */
export function goodTour(
  problem: TourProblem,
  { n, weights, forced }: ClosedForm,
): readonly number[] {
  const first = firstTour(problem);
  const penalty = weights.reduce((most, w) => w === Infinity ? most : Math.max(most, w), 1) * n;
  const prices = weights.map((w) => w === Infinity ? penalty : w);
  for (const [u, v] of forced) prices[u * n + v] = prices[v * n + u] = -penalty;
  const search = new LinKernighan(prices, n, { tour: toClosedTour(problem, first) });
  if (n > 24) search.kick(n >> 1);
  const cycle = search.tour;
  let price = 0;
  for (let i = 0; i < n; i++) price += prices[cycle[i]! * n + cycle[(i + 1) % n]!]!;
  // A tour that lacks a forced edge or uses a forbidden one is none.
  const wanted = tourWeight(problem, first) - forced.length * penalty;
  if (price > wanted) return canonicalOrder(problem, first);
  return canonicalOrder(problem, fromClosedTour(problem, [...cycle]));
}

/** The tour to the nearest point each time. */
function firstTour({ n, weights, start, end }: TourProblem): number[] {
  const order = [Math.max(0, end === 0 && start < 0 ? 1 : start)];
  const left = Array.from({ length: n }, (_, i) => i).filter((i) => i !== order[0] && i !== end);
  while (left.length > 0) {
    const row = order.at(-1)! * n;
    let best = 0;
    for (let k = 1; k < left.length; k++) {
      if (weights[row + left[k]!]! < weights[row + left[best]!]!) best = k;
    }
    order.push(left.splice(best, 1)[0]!);
  }
  return end >= 0 ? [...order, end] : order;
}
