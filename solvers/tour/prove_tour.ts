import type { TourProgress } from "./tour_budget.ts";
import {
  list,
  NUMBER,
  numberThat,
  optional,
  record,
  requireForm,
  wholeFrom,
} from "../../geometry/form.ts";
import { exact, impossible, type Outcome } from "../outcome.ts";
import { NO_TOUR_IS_ALLOWED } from "./_bars.ts";
import { canonicalOrder } from "./_canonical_order.ts";
import { BUDGET_FIELDS, progressIn } from "./meter.ts";
import type { TourBudget } from "./tour_budget.ts";
import { tourLimit } from "./_limit.ts";
import { branchAndCut, type BranchCutResult } from "./branch_cut/branch_cut.ts";
import { listByCuts } from "./branch_cut/cut_search.ts";
import type { TourCertificate } from "./certificate.ts";
import { fromClosedTour, toClosedForm, toClosedTour } from "./closed_form.ts";
import { toTour, type Tour } from "./length.ts";
import { toTourProblem, type TourInstance, type TourProblem } from "./problem.ts";

/** The budget of {@link proveTour}; without one it runs until the tour is proven. */
export interface ProveTourOptions {
  /** Seconds by the clock. */
  readonly seconds?: number;
  /** Nodes of the search tree. */
  readonly nodes?: number;
  /** Megabytes that the proof may take, about; 1000 when absent. */
  readonly megabytes?: number;
  /** A tour that is known, to begin with. */
  readonly tour?: readonly number[];
  /** A seed of the search for short tours; the proof does not depend on it. */
  readonly seed?: number;
  /** Is told the bounds about twice a second. */
  readonly onProgress?: (progress: TourProgress) => void;
}

/** A shortest tour with what proves it. */
export interface ProvenTour {
  /**
   * `exact` with a shortest tour (its margin is null: others may be as short); `limit` with the
   * proven bounds when the budget ran out. Euclidean tours of almost the same length are compared
   * by their square roots. `impossible` where the bound shows that every tour takes a forbidden step
   * or lacks a fixed one: the certificate proves that bound.
   */
  readonly outcome: Outcome<Tour>;
  /** Nodes of the search tree that were worked on. */
  readonly nodes: number;
  /**
   * Writes the proof of the outcome's lower bound, for {@link checkTour}. For Euclidean lengths,
   * which no integers hold, it is about lengths rounded down: no tour is shorter than its bound, and
   * its tour is a shortest one where all steps of it are rational.
   */
  certificate(): TourCertificate;
}

const OPTIONS_FORM = record({
  ...BUDGET_FIELDS,
  megabytes: optional(numberThat("a number of 0 or more", (value) => value >= 0)),
  tour: optional(list(NUMBER)),
  seed: optional(wholeFrom(0)),
});

/** Euclidean lengths are scaled so that sums of weights stay below 2^this. */
const EUCLIDEAN_BITS = 28;

/**
 * Proves a shortest tour of up to some hundred points, by branch and cut.
 *
 * Linear programs only propose; every bound is decided in integers over all edges, and can be
 * written as a certificate.
 *
 * @param instance points and a metric, or a table of weights, with the form of the tour
 * @param options the budget, and a callback for the bounds
 * @returns the outcome, and its certificate on demand
 * @throws RangeError, SyntaxError as {@link toTourProblem}, or for a tour that is none
 *
 * Cost: tens of milliseconds at 100 points, seconds at 200, when the points are random; n^2 memory.
 * The first call loads HiGHS (3.5 MB).
 *
 * @example
 * ```ts
 * import { proveTour } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const points = [[0, 0], [3, 4], [3, 0], [0, 4], [1, 2]] as const;
 * const { outcome } = await proveTour({ form: "closed", points, metric: "EUC_2D" });
 * assertEquals(outcome.status === "exact" && outcome.value.length.exact, "14");
 * ```
 */
export async function proveTour(
  instance: TourInstance,
  options: ProveTourOptions = {},
): Promise<ProvenTour> {
  requireForm(options, OPTIONS_FORM, "options");
  const problem = toTourProblem(instance, { sumBits: EUCLIDEAN_BITS, bars: true });
  const { tour, onProgress, ...budget } = options;
  const begin = performance.now();
  const left = () => {
    const { seconds = Infinity, nodes = Infinity } = budget;
    return { nodes, seconds: Math.max(0, seconds - (performance.now() - begin) / 1000) };
  };
  const found = await branchAndCut(toClosedForm(problem), {
    ...budget,
    cycle: toClosedTour(problem, requireTour(problem, tour ?? anyTour(problem))),
    ...(onProgress === undefined ? {} : { onProgress: progressIn(problem, onProgress) }),
  });
  const order = canonicalOrder(problem, fromClosedTour(problem, found.cycle));
  const exactly = problem.euclidean === null
    ? order
    : await shortestByRoots(problem, found, order, left());
  return {
    outcome: outcomeOf(problem, found, { order, exactly }),
    nodes: found.nodes,
    certificate: () => certificateOf(problem, instance, { found, order }),
  };
}

/** The shortest of the tours whose weights are as small as roots allow; null out of budget. */
async function shortestByRoots(
  problem: TourProblem,
  { lower, upper: least }: BranchCutResult,
  order: readonly number[],
  budget: TourBudget,
): Promise<readonly number[] | null> {
  if (lower < least) return null;
  const found = await listByCuts(problem, { least, order }, budget, { cap: 1, second: false });
  return found?.proven ? found.orders[0]! : null;
}

function outcomeOf(
  problem: TourProblem,
  { lower, upper }: BranchCutResult,
  { order, exactly }: { order: readonly number[]; exactly: readonly number[] | null },
): Outcome<Tour> {
  if (lower >= problem.barred) return impossible(problem.refuted ?? NO_TOUR_IS_ALLOWED);
  if (lower === upper && exactly !== null) return exact(toTour(problem, exactly));
  return tourLimit(problem, { lower, best: order, value: toTour(problem, order) });
}

function certificateOf(
  { euclidean }: TourProblem,
  instance: TourInstance,
  { found, order }: { readonly found: BranchCutResult; readonly order: readonly number[] },
): TourCertificate {
  const { lower, upper: length, proof } = found;
  const format = "alidade-tour-certificate";
  const rounding = euclidean === null ? {} : { sumBits: EUCLIDEAN_BITS };
  return { format, version: 1, instance, ...rounding, tour: order, length, lower, ...proof() };
}

/** The points in the order they were given, as far as start and end allow. */
function anyTour({ n, start, end }: TourProblem): number[] {
  const inner = Array.from({ length: n }, (_, i) => i).filter((i) => i !== start && i !== end);
  return [...start < 0 ? [] : [start], ...inner, ...end < 0 ? [] : [end]];
}

function requireTour(problem: TourProblem, tour: readonly number[]): readonly number[] {
  const { n, start, end } = problem;
  const visited = new Set(tour.filter((v) => Number.isInteger(v) && v >= 0 && v < n));
  if (tour.length !== n || visited.size !== n) {
    throw new RangeError(`Cannot begin with tour: it must visit each of the ${n} points once`);
  }
  if ((start >= 0 && tour[0] !== start) || (end >= 0 && tour[n - 1] !== end)) {
    throw new RangeError("Cannot begin with tour: it must begin and end where the instance says");
  }
  return tour;
}
