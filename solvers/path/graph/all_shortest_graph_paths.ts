import type { GraphInstance, GraphRoute } from "./graph_instance.ts";
import { optimalPaths } from "./_optimal_paths.ts";
import { toRoute, toShortestQuery } from "./_query.ts";

/** The shortest paths of an instance, as many as were asked for. */
export interface GraphRouteList {
  /** The paths, in the order of their edges. */
  readonly paths: readonly GraphRoute[];
  /** Whether these are all: false when the cap cut the list short. */
  readonly complete: boolean;
}

/**
 * Lists the shortest paths between two nodes, each visiting no node twice.
 *
 * @param instance the graph and the two ends
 * @param cap the most paths to list, 1 or more
 * @returns the paths, none when the goal is out of reach, and whether they are all
 * @throws RangeError or SyntaxError when the instance is not well formed, or the cap is less than 1
 *
 * Cost: two searches, and the steps of the listed paths; where edges of weight 0 lead round, one
 * walk through the shortest paths for each of those steps.
 *
 * @example
 * ```ts
 * import { allShortestGraphPaths } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const graph = {
 *   directed: false,
 *   nodes: ["A", "B", "C", "D"],
 *   edges: [["A", "B", 1], ["B", "D", 1], ["A", "C", 1], ["C", "D", 1]],
 * } as const;
 * const { paths } = allShortestGraphPaths({ graph, from: "A", to: "D" }, 10);
 * assertEquals(paths.map((p) => p.nodes[1]), ["B", "C"]);
 * ```
 */
export function allShortestGraphPaths(instance: GraphInstance, cap: number): GraphRouteList {
  if (!Number.isSafeInteger(cap) || cap < 1) {
    throw new RangeError(`Cannot list paths: a cap of ${cap}, must be an integer of 1 or more`);
  }
  const query = toShortestQuery(instance);
  const optimal = optimalPaths(query);
  if (optimal === null) return { paths: [], complete: true };
  const { ways, complete } = optimal.list(cap);
  const paths = ways.map((way) => toRoute(query, way.map((arc) => optimal.names[arc]!)));
  return { paths, complete };
}
