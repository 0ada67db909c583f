import { type Graph, reverseGraph } from "./graph.ts";
import type { GraphQuery } from "./_query.ts";
import { GraphSearch } from "./search.ts";

/** The shortest paths of a query, as the arcs on them. */
export class OptimalPaths {
  /** The shortest length; infinite when the goal is out of reach. */
  readonly length: number;
  /** The distance of each node from the source. */
  readonly ahead: Float64Array;
  /** The distance of each node to the goal. */
  readonly behind: Float64Array;

  constructor(readonly query: GraphQuery) {
    const { graph, source, goal } = query;
    this.ahead = distances(graph, source);
    this.behind = distances(reverseGraph(graph), goal);
    this.length = this.ahead[goal]!;
  }

  /** Whether an arc from `u` lies on a shortest way; loops never do. */
  isTight(u: number, arc: number): boolean {
    const { heads, weights } = this.query.graph;
    const v = heads[arc]!;
    return u !== v && this.ahead[u]! + weights[arc]! + this.behind[v]! === this.length;
  }

  /**
   * The nodes on shortest ways, each behind those before it; null where arcs of weight 0 lead
   * round, so that there is no such order.
   */
  order(): number[] | null {
    const { graph, source } = this.query;
    const { offsets, heads } = graph;
    const open = new Int32Array(graph.nodeCount);
    const reached = [source];
    const seen = new Uint8Array(graph.nodeCount);
    seen[source] = 1;
    for (const u of reached) {
      for (let a = offsets[u]!; a < offsets[u + 1]!; a++) {
        if (!this.isTight(u, a)) continue;
        const v = heads[a]!;
        open[v]!++;
        if (seen[v] === 0) reached.push(v);
        seen[v] = 1;
      }
    }
    const order = open[source] === 0 ? [source] : [];
    for (const u of order) {
      for (let a = offsets[u]!; a < offsets[u + 1]!; a++) {
        if (this.isTight(u, a) && --open[heads[a]!]! === 0) order.push(heads[a]!);
      }
    }
    return order.length === reached.length ? order : null;
  }
}

function distances(graph: Graph, source: number): Float64Array {
  return new GraphSearch(graph, { method: "dijkstra", order: "given" }).distances(source);
}
