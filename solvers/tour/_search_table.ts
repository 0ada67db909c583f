import { Meter, OutOfBudget } from "./meter.ts";
import { listOptima, type Optima, type OptimaOptions } from "./_optima.ts";
import type { TourProblem } from "./problem.ts";
import { SubsetTable, tableMegabytes } from "./small/subset_table.ts";
import type { TourBudget } from "./tour_budget.ts";
import type { SolveTourOptions } from "./tour_outcome.ts";

/** A search that stalls at so many nodes is left for a table, or for cuts. */
export const STALLED_NODES = 1500;

/** Megabytes that a table over subsets may take unless told otherwise: 25 points, or 26 of 16 bits. */
const MEGABYTES = 1000;

/** Whether a table over subsets may be built for a problem of which a tour of weight `upper` is known. */
export function fitsTable(
  problem: TourProblem,
  upper: number,
  megabytes: number = MEGABYTES,
): boolean {
  const needed = tableMegabytes(problem, upper);
  return needed !== null && needed <= megabytes;
}

/**
 * The shortest tours by a table over subsets, after a search that stalled at what its meter says;
 * `found` is null when the budget ran out.
 */
export function searchTable(
  problem: TourProblem,
  stalled: Meter,
  { onTable, ...budget }: TourBudget & Pick<SolveTourOptions, "onTable">,
  options: OptimaOptions,
): { readonly meter: Meter; readonly found: Optima | null } {
  const { lower, upper, best, nodes } = stalled;
  onTable?.(tableMegabytes(problem, upper)!);
  const meter = Object.assign(new Meter(problem, budget), { lower, upper, best, nodes });
  try {
    const search = new SubsetTable(problem, meter, upper);
    const known = lower === upper ? { least: upper, order: best! } : search.solve();
    return { meter, found: listOptima(problem, search, known, options) };
  } catch (error) {
    if (error instanceof OutOfBudget) return { meter, found: null };
    throw error;
  }
}
