import { numberThat, optional, record, requireForm } from "../../geometry/form.ts";
import { exact, impossible, type Margin, type Outcome } from "../outcome.ts";
import { NO_TOUR_IS_ALLOWED } from "./_bars.ts";
import type { Optima } from "./_optima.ts";
import { tourLimit } from "./_limit.ts";
import { BUDGET_FIELDS, Meter } from "./meter.ts";
import type { TourBudget } from "./tour_budget.ts";
import { EUCLIDEAN_BITS, searchOptima } from "./_search_optima.ts";
import { isAllowed, toTour, type Tour, type TourLength, tourMargin } from "./length.ts";
import { toTourProblem, type TourInstance, type TourProblem } from "./problem.ts";

/** Everything proven about the shortest tours of an instance. */
export interface TourOptima {
  /** The shortest length. */
  readonly length: TourLength;
  /** The shortest tours, up to the cap. */
  readonly tours: readonly Tour[];
  /** Whether these are all of them. */
  readonly complete: boolean;
  /** The steps `[from, to]` that every shortest tour takes; empty unless `complete`. */
  readonly necessary: readonly (readonly [number, number])[];
  /** A shortest of the longer tours; null when there is none, or the cap was met. */
  readonly second: Tour | null;
  /** How much longer the second is, at least; null where there is none. */
  readonly gap: Margin | null;
}

const OPTIONS_FORM = record({
  ...BUDGET_FIELDS,
  cap: optional(numberThat("a number of at least 1", (cap) => cap >= 1)),
});

/** What {@link optimalTours} shall look for. */
export interface OptimalToursOptions extends TourBudget {
  /** How many shortest tours to list at most, 1 or more. */
  readonly cap?: number;
}

/**
 * All shortest tours, the next length, and the steps that every shortest tour takes.
 *
 * A tour and its reverse count once where both are the same tour; tours through equal points in
 * different order count each.
 *
 * @param instance points and a metric, or a table of weights, with the form of the tour
 * @param options how many tours to list
 * @returns `exact` with the facts; `limit` when the budget ran out, or when more than 100,000 tours
 * are too near the shortest to compare them all
 * @throws RangeError, SyntaxError as {@link toTourProblem}
 *
 * Cost: as the search for one tour, and some microseconds for each tour whose length lies between
 * the shortest and the second.
 *
 * @example
 * ```ts
 * import { optimalTours } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const points = [[0, 0], [2, 0], [2, 1], [0, 1], [1, 0]] as const;
 * const found = optimalTours({ form: "closed", points, metric: "euclidean" });
 * if (found.status !== "exact") throw new Error(found.status);
 * assertEquals(found.value.tours.map((t) => t.order), [[0, 3, 2, 1, 4]]);
 * assertEquals(found.value.length.exact, "6");
 * assertEquals(found.value.second!.length.exact, "3 + sqrt(5) + sqrt(2)");
 * ```
 */
export function optimalTours(
  instance: TourInstance,
  options: OptimalToursOptions = {},
): Outcome<TourOptima> {
  requireForm(options, OPTIONS_FORM, "options");
  const { cap = 10_000 } = options;
  const problem = toTourProblem(instance, { sumBits: EUCLIDEAN_BITS, bars: true });
  const meter = new Meter(problem, options);
  const found = searchOptima(problem, meter, { cap, second: true });
  if (found?.proven && !isAllowed(problem, found.orders[0]!)) {
    return impossible(problem.refuted ?? NO_TOUR_IS_ALLOWED);
  }
  if (found?.proven) return exact(toOptima(problem, found));
  return tourLimit(problem, { ...meter, value: null });
}

function toOptima(problem: TourProblem, found: Optima): TourOptima {
  const { complete } = found;
  const second = found.second && isAllowed(problem, found.second) ? found.second : null;
  const tours = found.orders.map((order) => toTour(problem, order));
  return {
    length: tours[0]!.length,
    tours,
    complete,
    necessary: complete ? sharedSteps(problem, found) : [],
    second: second && toTour(problem, second),
    gap: second && tourMargin(problem, tours[0]!.order, second),
  };
}

function sharedSteps(problem: TourProblem, { orders }: Optima): (readonly [number, number])[] {
  const [first, ...others] = orders.map((order) => stepsOf(problem, order));
  const keys = others.map((steps) => new Set(steps.map((s) => stepKey(problem, s))));
  return first!.filter((step) => keys.every((k) => k.has(stepKey(problem, step))));
}

function stepsOf({ n, closed }: TourProblem, order: readonly number[]): [number, number][] {
  const steps: [number, number][] = [];
  for (let i = 1; i < n; i++) steps.push([order[i - 1]!, order[i]!]);
  if (closed) steps.push([order[n - 1]!, order[0]!]);
  return steps;
}

function stepKey({ n, symmetric }: TourProblem, [a, b]: readonly [number, number]): number {
  return symmetric && a > b ? b * n + a : a * n + b;
}
