import type { Graph } from "./graph.ts";

/** Each edge of a graph as [from, to, whole weight], in the order in which they were given. */
export function edgesOf(graph: Graph): [from: number, to: number, weight: number][] {
  const { nodeCount, edgeCount, offsets, heads, weights, edges: numbers } = graph;
  if (numbers === null) {
    throw new TypeError("Cannot list edges: the graph was built with trace: false, must be true");
  }
  const edges: [number, number, number][] = new Array(edgeCount);
  for (let u = 0; u < nodeCount; u++) {
    for (let a = offsets[u]!; a < offsets[u + 1]!; a++) {
      edges[numbers[a]!] ??= [u, heads[a]!, weights[a]!];
    }
  }
  return edges;
}
