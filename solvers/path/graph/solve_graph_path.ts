import { exact, type Outcome } from "../../outcome.ts";
import { nodeId, trueLength } from "./edge_list.ts";
import type { GraphInstance, GraphRoute } from "./graph_instance.ts";
import { plainPath } from "./_plain_path.ts";
import { toShortestQuery, unreachable, wideLength } from "./_query.ts";
import { GraphSearch } from "./search.ts";

/**
 * Finds a shortest path between two nodes.
 *
 * The length is the only right one; the nodes are those of one path of that length, and there may
 * be others: see `countGraphPaths`.
 *
 * @param instance the graph and the two ends
 * @returns `exact` with the length and a path, or `impossible` when the goal is out of reach
 * @throws RangeError or SyntaxError when the instance is not well formed
 *
 * Lengths that pass 2^53 - 1 are exact too, where the graph is given as a list of edges; the
 * search is then one in big integers.
 *
 * Cost: building the graph and one search. For many questions on one graph see `GraphSearch`, for
 * very many `contractGraph`.
 *
 * @example
 * ```ts
 * import { solveGraphPath } from "@alidade/core";
 * import { assertEquals } from "@std/assert";
 *
 * const answer = solveGraphPath({
 *   graph: {
 *     directed: false,
 *     nodes: ["A", "B", "C"],
 *     edges: [["A", "B", "0.5"], ["B", "C", 1], ["A", "C", 2]],
 *   },
 *   from: "A",
 *   to: "C",
 * });
 * if (answer.status !== "exact") throw new Error(answer.status);
 * assertEquals(answer.value, { length: "1.5", nodes: ["A", "B", "C"], edges: [0, 1] });
 * ```
 */
export function solveGraphPath(instance: GraphInstance): Outcome<GraphRoute> {
  const plain = instance && plainPath(instance);
  if (plain) return exact(plain);
  const query = toShortestQuery(instance);
  if (plain === null) return unreachable(query);
  const { graph, source, goal, wide } = query;
  const path = new GraphSearch(graph, { order: "given" }).path(source, goal);
  if (path === null) return unreachable(query);
  return exact({
    length: trueLength(graph, wide === null ? path.length : wideLength(wide, path.edges!)),
    nodes: path.nodes.map((node) => nodeId(graph, node)),
    edges: path.edges,
  });
}
