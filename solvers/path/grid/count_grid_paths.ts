import { numberThat, optional, record, requireForm } from "../../../geometry/form.ts";
import { exact, type Outcome } from "../../outcome.ts";
import type { GridInstance } from "./grid_instance.ts";
import { listOptimalWays } from "./_list_ways.ts";
import { OptimalWays } from "./_optimal_ways.ts";
import { toGridQuery, unreachable } from "./_query.ts";

const OPTIONS_FORM = record({
  listed: optional(numberThat("a number of 0 or more", (value) => value >= 0)),
});

/** How long a count may take. */
export interface CountOptions {
  /**
   * How many ways are listed at most where cells that cost nothing form rounds, for there the
   * ways have to be counted one by one; 100,000 when absent.
   */
  readonly listed?: number;
}

/**
 * Counts the shortest ways between two cells, each visiting no cell twice.
 *
 * @param instance the map, the moves and the two ends
 * @param options how many ways may be listed one by one
 * @returns `exact` with the number, `impossible` when the goal is out of reach, or `limit` where
 * rounds of cells that cost nothing give more ways than may be listed
 * @throws RangeError or SyntaxError when the instance is not well formed
 *
 * Cost: two labellings of the map, and one addition for each step of a shortest way.
 *
 * @example
 * ```ts
 * import { countGridPaths } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const map = { rows: Array(5).fill(".....") };
 * const answer = countGridPaths({ map, neighbours: 4, start: [0, 0], goal: [4, 4] });
 * assertEquals(answer, { status: "exact", value: 70n, margin: null });
 * ```
 */
export function countGridPaths(
  instance: GridInstance,
  options: CountOptions = {},
): Outcome<bigint> {
  requireForm(options, OPTIONS_FORM, "options");
  const { listed = 100_000 } = options;
  const query = toGridQuery(instance);
  const ways = new OptimalWays(query);
  if (ways.length === null) return unreachable(query);
  const order = ways.order();
  if (order !== null) return exact(countAlong(ways, order));
  const { found, complete } = listOptimalWays(ways, listed);
  if (complete) return exact(BigInt(found.length));
  return { status: "limit", lower: String(found.length), upper: null, best: BigInt(found.length) };
}

/** Adds up the ways cell by cell: in doubles while these are exact, else in big integers. */
function countAlong(ways: OptimalWays, order: readonly number[]): bigint {
  const { goal } = ways.query;
  const counts = new Map<number, number>([[ways.query.start, 1]]);
  for (const u of order) {
    const here = counts.get(u)!;
    if (here > Number.MAX_SAFE_INTEGER) return countLong(ways, order);
    for (const v of ways.next(u)) counts.set(v, (counts.get(v) ?? 0) + here);
  }
  return BigInt(counts.get(goal)!);
}

function countLong(ways: OptimalWays, order: readonly number[]): bigint {
  const counts = new Map<number, bigint>([[ways.query.start, 1n]]);
  for (const u of order) {
    const here = counts.get(u)!;
    for (const v of ways.next(u)) counts.set(v, (counts.get(v) ?? 0n) + here);
  }
  return counts.get(ways.query.goal)!;
}
