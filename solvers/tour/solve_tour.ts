import { impossible, type Outcome } from "../outcome.ts";
import { canonicalOrder } from "./_canonical_order.ts";
import { Meter, progressIn } from "./meter.ts";
import type { TourBudget } from "./tour_budget.ts";
import { EUCLIDEAN_BITS, searchOptima } from "./_search_optima.ts";
import { fitsTable, searchTable, STALLED_NODES } from "./_search_table.ts";
import { readOptions, type SolveTourOptions, tourOutcome } from "./tour_outcome.ts";
import { branchAndCut } from "./branch_cut/branch_cut.ts";
import { listByCuts } from "./branch_cut/cut_search.ts";
import { fromClosedTour, toClosedForm, toClosedTour } from "./closed_form.ts";
import type { Tour } from "./length.ts";
import { goodTour } from "./local_search/good_tour.ts";
import { isOrdered, toTourProblem, type TourInstance, type TourProblem } from "./problem.ts";
import { solveOrdered } from "./_solve_ordered.ts";

/** Beyond so many points of the closed form branch and cut is the faster: measured. */
const ONE_TREE_POINTS = 70;

/** Euclidean weights for linear programs, whose doubles do not resolve finer ones. */
const CUT_BITS = 28;

/** So many more nodes the listing of ties may take: cuts list a tour in as much time as 100 nodes. */
const LISTING_NODES = 20_000;

/**
 * The shortest tour, proven, of any size that can be: as {@link solveTourSync} up to some dozens of
 * points, by branch and cut beyond.
 *
 * @param instance points and a metric, or a table of weights, with the form of the tour
 * @param options what is asked, and the budget
 * @returns as {@link solveTourSync}; whether a shortest tour of more than 100 points is the only one
 * takes some times as long as its length
 * @throws RangeError, SyntaxError as {@link toTourProblem}
 *
 * Cost: that of {@link solveTourSync}, or of {@link proveTour} where a first search by 1-trees met
 * 1,500 nodes and no table over subsets fits.
 *
 * @example
 * ```ts
 * import { solveTour } from "@alidade/core";
 * import { assertEquals } from "@std/assert";
 *
 * const points = Array.from({ length: 30 }, (_, i) => [i * 7 % 30, i * i % 31] as const);
 * const found = await solveTour({ form: "closed", points, metric: "EUC_2D" }, { asks: "length" });
 * assertEquals(found.status, "exact");
 * ```
 */
export async function solveTour(
  instance: TourInstance,
  options: SolveTourOptions = {},
): Promise<Outcome<Tour>> {
  const wanted = readOptions(options);
  const { seconds = Infinity, nodes = Infinity } = options;
  const reading = { sumBits: EUCLIDEAN_BITS, bars: true, ordered: true };
  const problem = toTourProblem(instance, reading);
  if (problem.refuted !== null) return impossible(problem.refuted);
  if (isOrdered(instance)) {
    return solveOrdered(problem, instance.precedence!, new Meter(problem, options), wanted);
  }
  const begin = performance.now();
  const left = (): TourBudget => {
    const spent = (performance.now() - begin) / 1000;
    return { ...options, seconds: Math.max(0, seconds - spent) };
  };
  let meter = new Meter(problem, { ...options, nodes: Math.min(nodes, STALLED_NODES) });
  if ((problem.symmetric ? 1 : 2) * problem.n <= ONE_TREE_POINTS) {
    const more = Math.max(0, Math.min(nodes - STALLED_NODES, LISTING_NODES));
    const found = searchOptima(problem, meter, wanted, more);
    if (found !== null || nodes <= STALLED_NODES || left().seconds === 0) {
      return tourOutcome(problem, meter, found, wanted);
    }
    if (fitsTable(problem, meter.upper, options.megabytes)) {
      const { meter: last, found } = searchTable(problem, meter, { ...options, ...left() }, wanted);
      if (found !== null || left().seconds === 0) return tourOutcome(problem, last, found, wanted);
    }
  }
  // Where 1-trees have proven the weight, only other tours of that weight are left to look for.
  const proven = meter.lower === meter.upper;
  const last = proven ? problem : toTourProblem(instance, { sumBits: CUT_BITS, bars: true });
  if (!proven) meter = await cut(last, left(), meter.best);
  if (meter.lower !== meter.upper) return tourOutcome(last, meter, null, wanted);
  const known = { least: meter.upper, order: meter.best! };
  const found = await listByCuts(last, known, left(), wanted);
  return tourOutcome(last, meter, found, wanted);
}

/** Bounds by branch and cut, in a meter of their own. */
async function cut(
  problem: TourProblem,
  { onProgress, ...budget }: TourBudget,
  known: readonly number[] | null,
): Promise<Meter> {
  const form = toClosedForm(problem);
  const found = await branchAndCut(form, {
    ...budget,
    cycle: toClosedTour(problem, known ?? goodTour(problem, form)),
    ...(onProgress === undefined ? {} : { onProgress: progressIn(problem, onProgress) }),
  });
  const best = canonicalOrder(problem, fromClosedTour(problem, found.cycle));
  return Object.assign(new Meter(problem), { lower: found.lower, upper: found.upper, best });
}
