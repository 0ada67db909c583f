import type { OptimalPaths } from "./_optimal_paths.ts";

/** Shortest paths, each as its arcs. */
export interface PathList {
  /** The paths, in the order of their arcs. */
  readonly paths: readonly (readonly number[])[];
  /** Whether these are all. */
  readonly complete: boolean;
}

/** Lists at most `cap` shortest paths, depth first. */
export function listOptimalPaths(optimal: OptimalPaths, cap: number): PathList {
  const { graph, source, goal } = optimal.query;
  const { offsets, heads } = graph;
  if (optimal.length === Infinity) return { paths: [], complete: true };
  if (source === goal) return { paths: [[]], complete: true };
  // Where no arcs of weight 0 lead round, every tight arc leads on to the goal.
  const acyclic = optimal.order() !== null;
  const onPath = new Uint8Array(graph.nodeCount);
  onPath[source] = 1;
  const paths: number[][] = [];
  const path: number[] = [];
  const cursors = [offsets[source]!];
  const trail = [source];
  while (trail.length > 0) {
    const u = trail.at(-1)!;
    const arc = cursors[cursors.length - 1]!++;
    if (arc === offsets[u + 1]!) {
      onPath[u] = 0;
      trail.pop();
      cursors.pop();
      path.pop();
      continue;
    }
    const v = heads[arc]!;
    if (onPath[v] === 1 || !optimal.isTight(u, arc)) continue;
    if (v === goal) {
      if (paths.length === cap) return { paths, complete: false };
      paths.push([...path, arc]);
      continue;
    }
    if (!acyclic && !leadsOn(optimal, v, onPath)) continue;
    onPath[v] = 1;
    path.push(arc);
    trail.push(v);
    cursors.push(offsets[v]!);
  }
  return { paths, complete: true };
}

/** Whether tight arcs lead from a node to the goal past the nodes that are taken. */
function leadsOn(optimal: OptimalPaths, from: number, taken: Uint8Array): boolean {
  const { graph, goal } = optimal.query;
  const seen = new Set([from]);
  for (const u of seen) {
    if (u === goal) return true;
    for (let a = graph.offsets[u]!; a < graph.offsets[u + 1]!; a++) {
      if (taken[graph.heads[a]!] === 0 && optimal.isTight(u, a)) seen.add(graph.heads[a]!);
    }
  }
  return false;
}
