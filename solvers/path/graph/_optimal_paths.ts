import { TightArcs } from "../_tight_arcs.ts";
import { type Graph, reverseGraph } from "./graph.ts";
import type { GraphQuery } from "./_query.ts";
import { GraphSearch } from "./search.ts";

/** The shortest paths of a query; null when the goal is out of reach. */
export function optimalPaths({ graph, source, goal }: GraphQuery): TightArcs | null {
  const { offsets, heads, weights, nodeCount } = graph;
  const ahead = distances(graph, source);
  const length = ahead[goal]!;
  if (length === Infinity) return null;
  const behind = distancesTo(graph, goal);
  return new TightArcs([source, goal], nodeCount, (u, tell) => {
    for (let a = offsets[u]!; a < offsets[u + 1]!; a++) {
      const v = heads[a]!;
      if (u !== v && ahead[u]! + weights[a]! + behind[v]! === length) tell(v, a);
    }
  });
}

/** The distance of each node to the goal. */
export function distancesTo(graph: Graph, goal: number): Float64Array {
  return distances(reverseGraph(graph), goal);
}

function distances(graph: Graph, source: number): Float64Array {
  return new GraphSearch(graph, { method: "dijkstra", order: "given" }).distances(source);
}
