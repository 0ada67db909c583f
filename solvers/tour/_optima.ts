import { compareTours, tourSlack, tourWeight, weightDoubt } from "./length.ts";
import { longerNeighbour } from "./_longer_neighbour.ts";
import type { TourProblem } from "./problem.ts";
import type { LeastTour, TourSearch } from "./_search.ts";
import { tiedTours } from "./_tied_tours.ts";
import { weightsDecide } from "./_weights_decide.ts";

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
  /** Whether to look for the second length too: always, never, or where no tours tie. */
  readonly second: boolean | "unless-tied";
}

/** From so many points on it pays to walk from tie to tie before all are listed: measured. */
const WALK_POINTS = 12;

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
  { cap, second: asked }: OptimaOptions,
): Optima {
  const slack = tourSlack(problem);
  let wanted = asked !== false;
  const settled = slack === 0 || (problem.n >= WALK_POINTS && weightsDecide(problem, order));
  if (settled && cap === 1 && !wanted) {
    return { orders: [order], complete: false, second: null, proven: true };
  }
  if (settled && problem.n >= WALK_POINTS) {
    const ties = tiedTours(problem, order, cap + 1);
    if (ties.length > cap) {
      return { orders: ties.slice(0, cap), complete: false, second: null, proven: true };
    }
    if (ties.length > 1 && asked === "unless-tied") wanted = false;
  }
  let best = order;
  let orders: (readonly number[])[] = [];
  let second = wanted ? longerNeighbour(problem, order, least + slack) : null;
  let limit = !wanted
    ? least + weightDoubt(problem, order)
    : second
    ? tourWeight(problem, second) + slack
    : Infinity;
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
    // Once the cap is met nothing is left to prove but that no tour is shorter.
    return (!complete && settled) || visits === PATIENCE ? -Infinity : limit;
  });
  return { orders, complete, second: complete ? second : null, proven: visits < PATIENCE };
}
