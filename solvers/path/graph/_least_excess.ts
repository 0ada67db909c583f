import { type Graph, reverseGraph } from "./graph.ts";
import { PairHeap } from "../_pair_heap.ts";

/**
 * For each node, by how much the shortest walk from it to the goal that is not a shortest one is
 * longer; infinite where there is none.
 *
 * @param behind the distances to the goal
 */
export function leastExcess(graph: Graph, behind: Float64Array): Float64Array {
  const { nodeCount, offsets, heads, weights } = graph;
  const least = new Float64Array(nodeCount).fill(Infinity);
  for (let u = 0; u < nodeCount; u++) {
    if (behind[u] === Infinity) continue;
    for (let a = offsets[u]!; a < offsets[u + 1]!; a++) {
      const excess = weights[a]! + behind[heads[a]!]! - behind[u]!;
      if (excess > 0 && excess < least[u]!) least[u] = excess;
    }
  }
  spread(graph, behind, least);
  return least;
}

/** Carries each value back along the arcs of shortest ways, the least first. */
function spread(graph: Graph, behind: Float64Array, least: Float64Array): void {
  const { offsets, heads, weights } = reverseGraph(graph);
  const queue = new PairHeap();
  least.forEach((excess, v) => {
    if (excess < Infinity) queue.push(excess, v);
  });
  while (queue.size > 0) {
    const v = queue.topItem();
    const excess = queue.topKey();
    queue.drop();
    if (excess > least[v]!) continue;
    for (let a = offsets[v]!; a < offsets[v + 1]!; a++) {
      const u = heads[a]!;
      if (weights[a]! + behind[v]! !== behind[u]! || least[u]! <= excess) continue;
      least[u] = excess;
      queue.push(excess, u);
    }
  }
}
