import type { Graph } from "./graph.ts";

/** A potential that was found consistent: a lower bound of every node's distance to the goal. */
export interface ConsistentPotential {
  /** The node whose value is 0. */
  readonly goal: number;
  /** The bound at each node, whole numbers in the graph's unit. */
  readonly values: Float64Array;
}

/**
 * Checks a potential arc by arc, so that A* search along it is exact: `h(goal) = 0` and
 * `h(u) <= w + h(v)` on every arc from u to v.
 *
 * @param graph the graph
 * @param goal the goal
 * @param values the potential of each node
 * @returns the potential, ready for {@link GraphSearch.pathBy}
 * @throws RangeError naming the first value or arc that breaks the rules
 *
 * Cost: linear in nodes and arcs.
 * Source: P. E. Hart, N. J. Nilsson, B. Raphael, A formal basis for the heuristic determination of
 * minimum cost paths (1968).
 *
 * @example
 * ```ts
 * import { consistentPotential, graphFromEdges, GraphSearch } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const graph = graphFromEdges({ directed: true, nodes: 3, edges: [[0, 1, 2], [1, 2, 2]] });
 * const potential = consistentPotential(graph, 2, [4, 2, 0]);
 * assertEquals(new GraphSearch(graph).pathBy(0, potential)?.length, 4);
 * ```
 */
export function consistentPotential(
  graph: Graph,
  goal: number,
  values: ArrayLike<number>,
): ConsistentPotential {
  const { nodeCount, offsets, heads, weights } = graph;
  if (values.length !== nodeCount) {
    throw new RangeError(
      `Cannot use potential: ${values.length} values, must be one for each of ${nodeCount} nodes`,
    );
  }
  for (let v = 0; v < nodeCount; v++) {
    if (Number.isSafeInteger(values[v])) continue;
    throw new RangeError(
      `Cannot use potential: node ${v} has ${values[v]}, must be a whole number`,
    );
  }
  if (values[goal] !== 0) {
    throw new RangeError(`Cannot use potential: goal ${goal} has ${values[goal]}, must have 0`);
  }
  for (let u = 0; u < nodeCount; u++) {
    for (let a = offsets[u]!; a < offsets[u + 1]!; a++) {
      const v = heads[a]!;
      if (values[u]! - values[v]! <= weights[a]!) continue;
      throw new RangeError(
        `Cannot use potential: it falls from ${values[u]} at node ${u} to ${values[v]} at node ` +
          `${v}, must fall by at most the weight ${weights[a]}`,
      );
    }
  }
  return { goal, values: Float64Array.from(values) };
}
