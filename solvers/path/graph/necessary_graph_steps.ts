import { exact, type Outcome } from "../../outcome.ts";
import { nodeId } from "./edge_list.ts";
import type { NodeId } from "./edge_list_instance.ts";
import type { GraphInstance } from "./graph_instance.ts";
import { optimalPaths } from "./_optimal_paths.ts";
import { toShortestQuery, unreachable } from "./_query.ts";

/** What all the shortest paths of an instance have in common. */
export interface NecessarySteps {
  /** The nodes on every shortest path, in the order they are passed, both ends included. */
  readonly nodes: readonly NodeId[];
  /** The steps on every shortest path, in that order: the edge's ends as it is walked. */
  readonly steps: readonly (readonly [from: NodeId, to: NodeId])[];
}

/**
 * Finds the nodes and the steps that every shortest path uses. Of two parallel edges that are
 * equally short neither is necessary, unless the instance merges them.
 *
 * @param instance the graph and the two ends
 * @returns `exact` with the nodes and steps, or `impossible` when the goal is out of reach
 * @throws RangeError or SyntaxError when the instance is not well formed
 *
 * Cost: two searches, and one walk through the shortest paths.
 *
 * @example
 * ```ts
 * import { necessaryGraphSteps } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const graph = {
 *   directed: true,
 *   nodes: 5,
 *   edges: [[0, 1, 1], [1, 2, 1], [1, 3, 1], [2, 4, 1], [3, 4, 1]],
 * } as const;
 * const answer = necessaryGraphSteps({ graph, from: 0, to: 4 });
 * if (answer.status !== "exact") throw new Error(answer.status);
 * assertEquals(answer.value, { nodes: [0, 1, 4], steps: [[0, 1]] });
 * ```
 */
export function necessaryGraphSteps(instance: GraphInstance): Outcome<NecessarySteps> {
  const query = toShortestQuery(instance);
  const optimal = optimalPaths(query);
  if (optimal === null) return unreachable(query);
  const { nodes, arcs } = optimal.necessary();
  const name = (node: number): NodeId => nodeId(query.graph, optimal.nodes[node]!);
  return exact({
    nodes: nodes.map(name),
    steps: arcs.map((arc) => [name(optimal.tails[arc]!), name(optimal.heads[arc]!)] as const),
  });
}
