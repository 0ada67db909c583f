import { type Form, list, NUMBER, requireForm } from "../../geometry/form.ts";
import { exact, type ExactOutcome, type LimitOutcome, type Margin } from "../outcome.ts";
import { canonicalOrder } from "./_canonical_order.ts";
import { tourLimit } from "./_limit.ts";
import { Meter } from "./meter.ts";
import type { TourBudget } from "./tour_budget.ts";
import { EUCLIDEAN_BITS, searchOptima } from "./_search_optima.ts";
import { compareTours, isAllowed, toTour, type Tour, tourMargin } from "./length.ts";
import { toTourProblem, type TourInstance, type TourProblem } from "./problem.ts";

/** A given order of points, as a tour of its instance or as none. */
export type MeasuredTour =
  | {
    /** Tells the members of the union apart. */
    readonly valid: true;
    /** The tour as it was given, and its length. */
    readonly tour: Tour;
  }
  | {
    /** Tells the members of the union apart. */
    readonly valid: false;
    /** What is wrong with it, in one clause. */
    readonly reason: string;
  };

/** How a given tour stands beside the shortest. */
export interface TourExcess {
  /** The given tour. */
  readonly given: Tour;
  /** A shortest tour. */
  readonly shortest: Tour;
  /** Whether the given one is as short. */
  readonly optimal: boolean;
  /** How much longer it is, at least; 0 if it is as short. */
  readonly excess: Margin;
}

const ORDER: Form = list(NUMBER);

/**
 * The length of a given tour, if it is one.
 *
 * @param instance points and a metric, or a table of weights, with the form of the tour
 * @param order indices of points in the order they are visited; a closed tour may begin anywhere and
 * does not repeat its first point
 * @returns the tour with its exact length, or what is wrong with it
 * @throws RangeError, SyntaxError as {@link toTourProblem}
 *
 * Cost: n^2, for the instance.
 *
 * @example
 * ```ts
 * import { measureTour } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const points = [[0, 0], [2, 0], [2, 1]] as const;
 * const measured = measureTour({ form: "open", start: 0, points, metric: "euclidean" }, [0, 2, 1]);
 * assertEquals(measured.valid && measured.tour.length.exact, "1 + sqrt(5)");
 * ```
 */
export function measureTour(instance: TourInstance, order: readonly number[]): MeasuredTour {
  requireForm(order, ORDER, "order");
  const reading = { sumBits: EUCLIDEAN_BITS, bars: true, ordered: true };
  const problem = toTourProblem(instance, reading);
  const reason = refuteOrder(problem, order) ?? refutePrecedence(instance, order);
  if (reason !== null) return { valid: false, reason };
  return { valid: true, tour: toTour(problem, order) };
}

/**
 * How much longer a given tour is than the shortest, and so whether it is optimal.
 *
 * @param instance points and a metric, or a table of weights, with the form of the tour
 * @param order the given tour
 * @param options the budget of the search
 * @returns `exact` with the comparison, its margin null; `limit` as {@link solveTourSync}
 * @throws RangeError when the order is no tour of the instance, else as {@link toTourProblem}
 *
 * Cost: that of {@link solveTourSync} asked for the length.
 *
 * @example
 * ```ts
 * import { tourExcess } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const points = [[0, 0], [4, 0], [4, 3], [0, 3]] as const;
 * const found = tourExcess({ form: "closed", points, metric: "euclidean" }, [0, 2, 1, 3]);
 * const value = found.status === "exact" ? found.value : null;
 * assertEquals([value?.optimal, value?.given.length.exact], [false, "16"]);
 * ```
 */
export function tourExcess(
  instance: TourInstance,
  order: readonly number[],
  options: TourBudget = {},
): ExactOutcome<TourExcess> | LimitOutcome<TourExcess> {
  requireForm(order, ORDER, "order");
  const problem = toTourProblem(instance, { sumBits: EUCLIDEAN_BITS, bars: true });
  const reason = refuteOrder(problem, order);
  if (reason !== null) throw new RangeError(`Cannot compare tour: ${reason}`);
  const meter = new Meter(problem, options);
  const found = searchOptima(problem, meter, { cap: 1, second: false });
  if (!found?.proven) return tourLimit(problem, { ...meter, value: null });
  const shortest = found.orders[0]!;
  const given = canonicalOrder(problem, order);
  const optimal = compareTours(problem, given, shortest) === 0;
  return exact({
    given: toTour(problem, given),
    shortest: toTour(problem, shortest),
    optimal,
    excess: optimal ? { value: 0, unit: "unit" } : tourMargin(problem, shortest, given),
  });
}

/** The first pair of points that a tour visits in the wrong order. */
function refutePrecedence(
  { form, precedence = [] }: TourInstance,
  order: readonly number[],
): string | null {
  const begin = form === "closed" ? order.indexOf(0) : 0;
  const place = (v: number) => (order.indexOf(v) - begin + order.length) % order.length;
  const wrong = precedence.find(([a, b]) => place(a) >= place(b));
  return wrong === undefined ? null : `point ${wrong[0]} must be visited before ${wrong[1]}`;
}

/** What keeps an order from being a tour of the problem; null when nothing does. */
function refuteOrder(problem: TourProblem, order: readonly number[]): string | null {
  const { n, start, end } = problem;
  const seen = new Set<number>();
  for (const [place, point] of order.entries()) {
    if (!Number.isInteger(point) || point < 0 || point >= n) {
      return `place ${place} names point ${point}, must be 0 to ${n - 1}`;
    }
    if (seen.has(point)) return `point ${point} is visited twice, must be once`;
    seen.add(point);
  }
  for (let v = 0; v < n; v++) if (!seen.has(v)) return `point ${v} is not visited, must be once`;
  if (start >= 0 && order[0] !== start) return `it begins at ${order[0]}, must begin at ${start}`;
  if (end >= 0 && order[n - 1] !== end) return `it ends at ${order[n - 1]}, must end at ${end}`;
  if (!isAllowed(problem, order)) return "it takes a forbidden step or lacks a fixed one";
  return null;
}
