import { type Meter, OutOfBudget } from "./meter.ts";
import { listOptima, type Optima, type OptimaOptions } from "./_optima.ts";
import type { TourProblem } from "./problem.ts";
import { searchFor } from "./_search_for.ts";

/** Euclidean sums of weights stay below 2^this, so that potentials still fit beside them. */
export const EUCLIDEAN_BITS = 40;

/**
 * The shortest tours of a problem; null when the budget ran out. Once one is known, the search for
 * all of them may take `more` nodes than the meter has.
 */
export function searchOptima(
  problem: TourProblem,
  meter: Meter,
  options: OptimaOptions,
  more = 0,
): Optima | null {
  try {
    const search = searchFor(problem, meter);
    const known = search.solve();
    meter.extend(more);
    return listOptima(problem, search, known, options);
  } catch (error) {
    if (error instanceof OutOfBudget) return null;
    throw error;
  }
}
