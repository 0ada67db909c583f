import { ACTION, numberThat, oneOf, optional, record, requireForm } from "../../geometry/form.ts";
import { exact, impossible, type Outcome, tie } from "../outcome.ts";
import { NO_TOUR_IS_ALLOWED } from "./_bars.ts";
import { tourLimit } from "./_limit.ts";
import { BUDGET_FIELDS, type Meter } from "./meter.ts";
import type { TourBudget } from "./tour_budget.ts";
import type { Optima, OptimaOptions } from "./_optima.ts";
import { isAllowed, toTour, type Tour, tourMargin } from "./length.ts";
import type { TourProblem } from "./problem.ts";

/** What {@link solveTour} is asked. */
export interface SolveTourOptions extends TourBudget {
  /**
   * `tour`: which tour is shortest; several may tie. `length`: how long the shortest is; its tour is
   * then a witness, and others may be as short.
   */
  readonly asks?: "tour" | "length";
  /** How many tied tours to list at most, 2 or more. */
  readonly cap?: number;
  /**
   * Megabytes that a table over subsets may take where a search stalls, 1000 unless given; none is
   * built with 0.
   */
  readonly megabytes?: number;
  /** Is told how many megabytes such a table takes, before it is built. */
  readonly onTable?: (megabytes: number) => void;
}

const OPTIONS_FORM = record({
  ...BUDGET_FIELDS,
  asks: optional(oneOf("tour", "length")),
  cap: optional(numberThat("a number of at least 2", (cap) => cap >= 2)),
  megabytes: optional(numberThat("a number of 0 or more", (value) => value >= 0)),
  onTable: optional(ACTION),
});

/** What to look for by the options. */
export function readOptions(options: SolveTourOptions): OptimaOptions {
  requireForm(options, OPTIONS_FORM, "options");
  const { asks = "tour", cap = 1000 } = options;
  const whole = asks === "tour";
  return { cap: whole ? cap : 1, second: whole && "unless-tied" };
}

/** The outcome of a search; `found` is null where its budget ran out. */
export function tourOutcome(
  problem: TourProblem,
  { lower, best }: Meter,
  found: Optima | null,
  { second: asked }: OptimaOptions,
): Outcome<Tour> {
  if (!found?.proven) {
    return tourLimit(problem, { lower, best, value: best && toTour(problem, best) });
  }
  const { orders } = found;
  if (!isAllowed(problem, orders[0]!)) return impossible(problem.refuted ?? NO_TOUR_IS_ALLOWED);
  const second = found.second && isAllowed(problem, found.second) ? found.second : null;
  const value = toTour(problem, orders[0]!);
  if (asked === false) return exact(value);
  if (orders.length > 1) return tie(orders.map((order) => toTour(problem, order)));
  return exact(value, second && tourMargin(problem, orders[0]!, second));
}
