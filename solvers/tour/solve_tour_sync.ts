import { exactLater } from "../exact_later.ts";
import { exact, impossible, type Outcome } from "../outcome.ts";
import { Meter } from "./meter.ts";
import { EUCLIDEAN_BITS, searchOptima } from "./_search_optima.ts";
import { fitsTable, searchTable, STALLED_NODES } from "./_search_table.ts";
import { readOptions, type SolveTourOptions, tourOutcome } from "./tour_outcome.ts";
import type { Tour } from "./length.ts";
import { solvePlain } from "./small/plain_tour.ts";
import { isOrdered, toTourProblem, type TourInstance } from "./problem.ts";
import { solveOrdered } from "./_solve_ordered.ts";

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
 * are equally short, `cap` of them at most; `limit` when the budget ran out, or when more than
 * 100,000 tours are too near the shortest to compare them all; `impossible` with the reason where
 * every tour takes a forbidden step, lacks a fixed one or goes against a `precedence`
 * @throws RangeError, SyntaxError as {@link toTourProblem}
 *
 * The margin takes a search of its own where the tour did not; it is made when it is first read.
 *
 * Cost: medians for random points with integer coordinates: 1 us at n = 5, 6 us at 10, 22 us at 12;
 * asked for the length: 0.2 ms at 20, 6 ms at 50; several times that for the tour. Above some 60
 * points use {@link solveTour}. Where a table of up to 25 points stalls the search, all subsets of
 * half the points are tabulated: 0.3 s and 8 MB at n = 20, 3 s and 0.33 GB at 25, up to `megabytes`.
 *
 * @example
 * ```ts
 * import { solveTourSync } from "@alidade/core";
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
  const plain = isObject(instance) && isObject(options) && asksPlainly(options)
    ? solvePlain(instance)
    : null;
  if (plain !== null) {
    if (options.asks === "length") return exact(plain.tour);
    return exactLater(plain.tour, () => {
      const found = search(plain.instance, {});
      return found.status === "exact" ? found.margin : { value: 0, unit: "unit" };
    });
  }
  return search(instance, options);
}

/** The general search, for problems of any size and any numbers. */
function search(instance: TourInstance, options: SolveTourOptions): Outcome<Tour> {
  const wanted = readOptions(options);
  const reading = { sumBits: EUCLIDEAN_BITS, bars: true, ordered: true };
  const problem = toTourProblem(instance, reading);
  if (problem.refuted !== null) return impossible(problem.refuted);
  if (isOrdered(instance)) {
    return solveOrdered(problem, instance.precedence!, new Meter(problem, options), wanted);
  }
  const { nodes = Infinity, seconds = Infinity, megabytes } = options;
  const begin = performance.now();
  // How long the tours are is not known yet: the table for long ones decides.
  const tabulates = nodes > STALLED_NODES && fitsTable(problem, Infinity, megabytes);
  const meter = new Meter(problem, tabulates ? { ...options, nodes: STALLED_NODES } : options);
  const found = searchOptima(problem, meter, wanted);
  const left = Math.max(0, seconds - (performance.now() - begin) / 1000);
  if (found !== null || !tabulates || left === 0) {
    return tourOutcome(problem, meter, found, wanted);
  }
  const last = searchTable(problem, meter, { ...options, seconds: left }, wanted);
  return tourOutcome(problem, last.meter, last.found, wanted);
}

/** Whether nothing is asked but the tour or its length: no budget, no cap. */
function asksPlainly(options: SolveTourOptions): boolean {
  for (const name in options) if (name !== "asks") return false;
  const { asks } = options;
  return asks === undefined || asks === "tour" || asks === "length";
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
