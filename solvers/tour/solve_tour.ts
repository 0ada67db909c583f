import { exact, type Outcome, tie } from "../outcome.ts";
import { listOptima } from "./_optima.ts";
import { tourLimit } from "./_limit.ts";
import { searchFor } from "./_search_for.ts";
import { toTour, type Tour, tourMargin } from "./length.ts";
import { toTourProblem, type TourInstance } from "./problem.ts";

/** What {@link solveTourSync} is asked. */
export interface SolveTourOptions {
  /**
   * `tour`: which tour is shortest; several may tie. `length`: how long the shortest is; its tour is
   * then a witness, and others may be as short.
   */
  readonly asks?: "tour" | "length";
  /** How many tied tours to list at most, 2 or more. */
  readonly cap?: number;
}

/**
 * The shortest tour, proven.
 *
 * Integer weights decide, and sums of square roots where Euclidean lengths are closer than those
 * resolve, so that a tie is a true tie.
 *
 * @param instance points and a metric, or a table of weights, with the form of the tour
 * @param options what is asked
 * @returns `exact` with the tour that is shorter than every other and by how much at least (asked
 * for the length: with one that is as short as any, its margin null); `tie` with the tours that
 * are equally short, the first `cap` of them; `limit` when more than 100,000 tours weigh almost
 * the same, so that their roots were not all compared
 * @throws RangeError, SyntaxError as {@link toTourProblem}
 *
 * Cost: n^2 * 2^n steps, 0.1 ms at n = 12.
 *
 * @example
 * ```ts
 * import { solveTourSync } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const points = [[0, 0], [9, 9], [1, 0], [5, 5]] as const;
 * const found = solveTourSync({ form: "open", start: 1, points, metric: "manhattan" });
 * assertEquals(found, {
 *   status: "exact",
 *   value: { order: [1, 3, 2, 0], length: { approximate: 18, exact: "18" } },
 *   margin: { value: 1, unit: "unit" },
 * });
 * ```
 */
export function solveTourSync(
  instance: TourInstance,
  options: SolveTourOptions = {},
): Outcome<Tour> {
  const { asks = "tour", cap = 1000 } = options;
  if (!(cap >= 2)) throw new RangeError(`Cannot solve tour: cap ${cap}, must be at least 2`);
  const problem = toTourProblem(instance);
  const search = searchFor(problem);
  const { orders, second, proven } = listOptima(problem, search, { cap, second: asks === "tour" });
  const best = orders[0]!;
  const value = toTour(problem, best);
  if (!proven) return tourLimit(problem, { lower: search.least, best, value });
  if (asks === "length") return exact(value);
  if (orders.length > 1) return tie(orders.map((order) => toTour(problem, order)));
  return exact(value, second && tourMargin(problem, best, second));
}
