import { numberThat, optional, record, requireForm } from "../../../geometry/form.ts";
import { exact, type Outcome } from "../../outcome.ts";
import type { GridInstance } from "./grid_instance.ts";
import { optimalWays } from "./_optimal_ways.ts";
import { plainWays } from "./_plain_ways.ts";
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
  const plain = plainWays(instance);
  if (plain !== null) return exact(BigInt(plain.count));
  const query = toGridQuery(instance);
  const optimal = optimalWays(query);
  if (optimal === null) return unreachable(query);
  const { count, complete } = optimal.graph.count(listed);
  return complete
    ? exact(count)
    : { status: "limit", lower: String(count), upper: null, best: count };
}
