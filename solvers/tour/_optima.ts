import { compareTours, tourSlack, tourWeight } from "./length.ts";
import { longerNeighbour } from "./_longer_neighbour.ts";
import type { TourProblem } from "./problem.ts";
import type { LeastTour, TourSearch } from "./_search.ts";

/** The shortest tours of a problem, and the shortest of the others. */
export interface Optima {
  /** The shortest tours; all of them if `complete`. */
  readonly orders: readonly (readonly number[])[];
  /** Whether there are no more than the cap. */
  readonly complete: boolean;
  /** A shortest of the tours that are longer; null when none is, or none was sought. */
  readonly second: readonly number[] | null;
  /** Whether the shortest is proven: false when too many tours weigh almost the same. */
  readonly proven: boolean;
}

/** What {@link listOptima} looks for. */
export interface OptimaOptions {
  /** How many of the shortest tours to keep. */
  readonly cap: number;
  /** Whether to look for the second length too. */
  readonly second: boolean;
}

/** So many tours are compared before the search for the shortest by roots gives up. */
const PATIENCE = 100_000;

/**
 * Lists the shortest tours by their true lengths.
 *
 * Integer weights propose: every tour as short as the shortest weighs at most `least + slack`, and
 * every one as short as a known tour of weight w weighs at most `w + slack`.
 */
export function listOptima(
  problem: TourProblem,
  search: TourSearch,
  { least, order }: LeastTour,
  { cap, second: wanted }: OptimaOptions,
): Optima {
  const slack = tourSlack(problem);
  if (slack === 0 && cap === 1 && !wanted) {
    return { orders: [order], complete: false, second: null, proven: true };
  }
  let best = order;
  let orders: (readonly number[])[] = [];
  let second = wanted ? longerNeighbour(problem, order, least + slack) : null;
  let limit = !wanted ? least + slack : second ? tourWeight(problem, second) + slack : Infinity;
  let complete = true;
  let visits = 0;

  function offerSecond(order: readonly number[]): void {
    if (!wanted || (second !== null && compareTours(problem, order, second) >= 0)) return;
    second = [...order];
    limit = tourWeight(problem, order) + slack;
  }

  search.within(limit, (order) => {
    const sign = compareTours(problem, order, best);
    if (sign > 0) {
      offerSecond(order);
    } else if (sign < 0) {
      offerSecond(best);
      best = [...order];
      orders = [best];
      complete = true;
    } else if (orders.length < cap) {
      orders.push([...order]);
    } else {
      complete = false;
    }
    visits++;
    // Exact weights have nothing left to prove once the cap is met.
    return (!complete && slack === 0) || visits === PATIENCE ? -Infinity : limit;
  });
  return { orders, complete, second: complete ? second : null, proven: visits < PATIENCE };
}
