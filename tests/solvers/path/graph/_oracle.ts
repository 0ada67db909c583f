import { assert, assertEquals } from "../../../_assert.ts";
import fc from "../../../_fast_check.ts";
import type { Edge, EdgeList } from "../../../../solvers/path/graph/mod.ts";

/** A graph of numbered nodes and whole weights. */
export type SmallGraph = EdgeList & { readonly nodes: number };

/** Random small graphs with zero weights, ties, parallel edges and loops. */
export function smallGraphs(
  { maxNodes = 8, maxEdges = 16, minWeight = 0, maxWeight = 6 } = {},
): fc.Arbitrary<SmallGraph> {
  return fc.integer({ min: 1, max: maxNodes }).chain((nodes) => {
    const node = fc.integer({ min: 0, max: nodes - 1 });
    const weight = fc.integer({ min: minWeight, max: maxWeight });
    return fc.record({
      directed: fc.boolean(),
      nodes: fc.constant(nodes),
      edges: fc.array(fc.tuple(node, node, weight) as fc.Arbitrary<Edge>, { maxLength: maxEdges }),
    });
  });
}

/** The arcs of a graph, each with its edge's number. */
export function arcsOf(
  { directed, edges }: SmallGraph,
): { from: number; to: number; weight: number; edge: number }[] {
  return edges.flatMap(([u, v, w], edge) => {
    const [from, to, weight] = [Number(u), Number(v), Number(w)];
    const there = { from, to, weight, edge };
    return directed || from === to ? [there] : [there, { from: to, to: from, weight, edge }];
  });
}

/** All distances by relaxing all arcs until nothing changes (Bellman and Ford). */
export function distancesFrom(graph: SmallGraph, source: number): number[] {
  const distances = new Array<number>(graph.nodes).fill(Infinity);
  distances[source] = 0;
  const arcs = arcsOf(graph);
  for (let changed = true; changed;) {
    changed = false;
    for (const { from, to, weight } of arcs) {
      if (distances[from]! + weight < distances[to]!) {
        distances[to] = distances[from]! + weight;
        changed = true;
      }
    }
  }
  return distances;
}

/** A path as its nodes and edges. */
export interface OraclePath {
  readonly length: number;
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
}

/** Every simple path, by trying everything. */
export function simplePaths(graph: SmallGraph, source: number, goal: number): OraclePath[] {
  const arcs = arcsOf(graph);
  const found: OraclePath[] = [];
  const walk = (nodes: number[], edges: number[], length: number): void => {
    const here = nodes.at(-1)!;
    if (here === goal) {
      found.push({ length, nodes: [...nodes], edges: [...edges] });
      return;
    }
    for (const { from, to, weight, edge } of arcs) {
      if (from !== here || nodes.includes(to)) continue;
      walk([...nodes, to], [...edges, edge], length + weight);
    }
  };
  walk([source], [], 0);
  return found.sort((a, b) => a.length - b.length);
}

/** Asserts that the edges of a path lead along its nodes, none twice, and add up to its length. */
export function assertWalks(list: SmallGraph, from: number, to: number, path: {
  length: number;
  nodes: readonly number[];
  edges: readonly number[] | null;
}): void {
  assertEquals(path.nodes[0], from);
  assertEquals(path.nodes.at(-1), to);
  assertEquals(new Set(path.nodes).size, path.nodes.length, `${path.nodes} repeats a node`);
  const arcs = arcsOf(list);
  let length = 0;
  for (let i = 1; i < path.nodes.length; i++) {
    const arc = arcs.find((a) =>
      a.edge === path.edges![i - 1] && a.from === path.nodes[i - 1] && a.to === path.nodes[i]
    );
    assert(arc !== undefined, `step ${i} is no arc`);
    length += arc.weight;
  }
  assertEquals(path.length, length);
}
