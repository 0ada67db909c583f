import { numberThat, optional, record, requireForm } from "../../../geometry/form.ts";
import { exact, type Outcome } from "../../outcome.ts";
import type { GraphInstance } from "./graph_instance.ts";
import { optimalPaths } from "./_optimal_paths.ts";
import { toShortestQuery, unreachable } from "./_query.ts";

const OPTIONS_FORM = record({
  listed: optional(numberThat("a number of 0 or more", (value) => value >= 0)),
});

/** How long a count may take. */
export interface GraphCountOptions {
  /**
   * How many paths are listed at most where edges of weight 0 lead round, for there the paths have
   * to be counted one by one; 100,000 when absent.
   */
  readonly listed?: number;
}

/**
 * Counts the shortest paths between two nodes, each visiting no node twice: rounds of weight 0
 * give infinitely many walks, but not one path more. From a node to itself there is one path.
 *
 * @param instance the graph and the two ends; `parallel` says whether paths over different edges
 *   between the same nodes count as different
 * @param options how many paths may be listed one by one
 * @returns `exact` with the number, `impossible` when the goal is out of reach, or `limit` where
 *   rounds of weight 0 give more paths than may be listed
 * @throws RangeError or SyntaxError when the instance is not well formed
 *
 * Cost: two searches, and one addition for each arc on a shortest path.
 *
 * @example
 * ```ts
 * import { countGraphPaths } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const graph = { directed: true, nodes: 3, edges: [[0, 1, 1], [0, 1, 1], [1, 2, 1]] } as const;
 * assertEquals(countGraphPaths({ graph, from: 0, to: 2 }), {
 *   status: "exact",
 *   value: 2n,
 *   margin: null,
 * });
 * ```
 */
export function countGraphPaths(
  instance: GraphInstance,
  options: GraphCountOptions = {},
): Outcome<bigint> {
  requireForm(options, OPTIONS_FORM, "options");
  const { listed = 100_000 } = options;
  const query = toShortestQuery(instance);
  const optimal = optimalPaths(query);
  if (optimal === null) return unreachable(query);
  const { count, complete } = optimal.count(listed);
  return complete
    ? exact(count)
    : { status: "limit", lower: String(count), upper: null, best: count };
}
