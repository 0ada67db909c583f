import { exact, type Outcome } from "../../outcome.ts";
import { nodeId } from "./edge_list.ts";
import type { NodeId } from "./edge_list_instance.ts";
import type { GraphInstance } from "./graph_instance.ts";
import { listOptimalPaths } from "./_list_paths.ts";
import { OptimalPaths } from "./_optimal_paths.ts";
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
  const optimal = new OptimalPaths(query);
  if (optimal.length === Infinity) return unreachable(query);
  const { graph, source } = query;
  const arcs = listOptimalPaths(optimal, 1).paths[0]!;
  const spine = [source, ...arcs.map((arc) => graph.heads[arc]!)];
  const bypasses = new Bypasses(optimal, spine, new Set(arcs));
  const name = (node: number): NodeId => nodeId(graph, node);
  const nodes = [name(source)];
  const steps: [NodeId, NodeId][] = [];
  for (let i = 0; i < arcs.length; i++) {
    // What leaves the path at its first i + 1 nodes comes back by `farthest` at the latest.
    const before = bypasses.farthest;
    bypasses.leave(spine[i]!);
    if (i > 0 && before <= i) nodes.push(name(spine[i]!));
    if (bypasses.farthest <= i) steps.push([name(spine[i]!), name(spine[i + 1]!)]);
  }
  if (arcs.length > 0) nodes.push(name(spine.at(-1)!));
  return exact({ nodes, steps });
}

/** How far along one shortest path the ways round it lead back. */
class Bypasses {
  /** The last place on the path that was reached past it. */
  farthest = 0;
  private readonly places: Map<number, number>;
  private readonly seen = new Set<number>();

  constructor(
    private readonly optimal: OptimalPaths,
    spine: readonly number[],
    private readonly arcs: ReadonlySet<number>,
  ) {
    this.places = new Map(spine.map((node, place) => [node, place]));
  }

  /** Follows every way that leaves the path at a node, until it is back on the path. */
  leave(node: number): void {
    const { offsets, heads } = this.optimal.query.graph;
    const open = [node];
    for (let u = open.pop(); u !== undefined; u = open.pop()) {
      for (let a = offsets[u]!; a < offsets[u + 1]!; a++) {
        if (this.arcs.has(a) || !this.optimal.isTight(u, a)) continue;
        const v = heads[a]!;
        const place = this.places.get(v);
        if (place !== undefined) this.farthest = Math.max(this.farthest, place);
        else if (!this.seen.has(v)) {
          this.seen.add(v);
          open.push(v);
        }
      }
    }
  }
}
