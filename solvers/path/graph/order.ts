import type { Graph } from "./graph.ts";
import { inversePermutation } from "./_permutation.ts";

/**
 * An order of the nodes that keeps neighbours close together in memory: along the Hilbert curve
 * where the graph has points, breadth first otherwise.
 *
 * @param graph the graph
 * @returns the nodes in their new order; a permutation of 0 to `nodeCount - 1`
 *
 * Cost: a sort of the nodes, or one pass over the arcs.
 * Source: D. Hilbert, Ueber die stetige Abbildung einer Linie auf ein Flaechenstueck (1891).
 *
 * @example
 * ```ts
 * import { graphFromEdges, localityOrder } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const graph = graphFromEdges({ directed: false, nodes: 3, edges: [[0, 2, 1], [2, 1, 1]] });
 * assertEquals([...localityOrder(graph)], [0, 2, 1]);
 * ```
 */
export function localityOrder(graph: Graph): Int32Array {
  return graph.points === null ? breadthFirst(graph) : alongHilbert(graph.points);
}

/**
 * The same graph with its nodes renumbered; edges keep their numbers.
 *
 * @param graph the graph
 * @param order the nodes in their new order: node `order[i]` becomes node `i`
 * @returns the renumbered graph
 * @throws RangeError when `order` does not name each node once
 *
 * Cost: linear in nodes and edges.
 *
 * @example
 * ```ts
 * import { graphFromEdges, renumberGraph } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const graph = graphFromEdges({ directed: true, nodes: ["A", "B"], edges: [["A", "B", 7]] });
 * const turned = renumberGraph(graph, Int32Array.of(1, 0));
 * assertEquals(turned.names, ["B", "A"]);
 * assertEquals([...turned.offsets], [0, 0, 1]);
 * ```
 */
export function renumberGraph(graph: Graph, order: Int32Array): Graph {
  const { nodeCount, offsets, heads, weights, edges, names, points } = graph;
  const place = inversePermutation(order, nodeCount);
  const renumbered: Graph = {
    ...graph,
    offsets: new Int32Array(nodeCount + 1),
    heads: new Int32Array(heads.length),
    weights: weights.slice(),
    edges: edges === null ? null : edges.slice(),
    names: names === null ? null : Array.from(order, (v) => names[v]!),
    points: points === null ? null : points.slice(),
  };
  let arc = 0;
  for (let i = 0; i < nodeCount; i++) {
    const v = order[i]!;
    for (let a = offsets[v]!; a < offsets[v + 1]!; a++, arc++) {
      renumbered.heads[arc] = place[heads[a]!]!;
      renumbered.weights[arc] = weights[a]!;
      if (edges !== null) renumbered.edges![arc] = edges[a]!;
    }
    renumbered.offsets[i + 1] = arc;
    if (points !== null) renumbered.points!.set(points.subarray(2 * v, 2 * v + 2), 2 * i);
  }
  return renumbered;
}

function breadthFirst({ nodeCount, offsets, heads }: Graph): Int32Array {
  const order = new Int32Array(nodeCount);
  const seen = new Uint8Array(nodeCount);
  let filled = 0;
  for (let root = 0, at = 0; root < nodeCount; root++) {
    if (seen[root] === 1) continue;
    seen[root] = 1;
    order[filled++] = root;
    for (; at < filled; at++) {
      const u = order[at]!;
      for (let a = offsets[u]!; a < offsets[u + 1]!; a++) {
        const v = heads[a]!;
        if (seen[v] === 1) continue;
        seen[v] = 1;
        order[filled++] = v;
      }
    }
  }
  return order;
}

/** Sorts numbers that hold the curve position in their high and the node in their low digits. */
function alongHilbert(points: ArrayLike<number>): Int32Array {
  const n = points.length / 2;
  const nodes = Math.max(1, n);
  const levels = Math.min(16, Math.floor((52 - Math.ceil(Math.log2(nodes))) / 2));
  const side = 2 ** levels;
  const { left, bottom, size } = bounds(points);
  const keys = new Float64Array(n);
  for (let v = 0; v < n; v++) {
    const x = Math.min(side - 1, Math.floor(((points[2 * v]! - left) / size) * side));
    const y = Math.min(side - 1, Math.floor(((points[2 * v + 1]! - bottom) / size) * side));
    keys[v] = hilbertPosition(x, y, levels) * nodes + v;
  }
  keys.sort();
  return Int32Array.from(keys, (key) => key % nodes);
}

function bounds(points: ArrayLike<number>): { left: number; bottom: number; size: number } {
  let left = Infinity, bottom = Infinity, right = -Infinity, top = -Infinity;
  for (let i = 0; i < points.length; i += 2) {
    left = Math.min(left, points[i]!);
    right = Math.max(right, points[i]!);
    bottom = Math.min(bottom, points[i + 1]!);
    top = Math.max(top, points[i + 1]!);
  }
  return { left, bottom, size: Math.max(right - left, top - bottom, Number.MIN_VALUE) };
}

function hilbertPosition(x: number, y: number, levels: number): number {
  let position = 0;
  for (let bit = 1 << (levels - 1); bit > 0; bit >>= 1) {
    const right = (x & bit) > 0 ? 1 : 0;
    const up = (y & bit) > 0 ? 1 : 0;
    position = position * 4 + ((3 * right) ^ up);
    if (up === 0) {
      if (right === 1) {
        x = ~x;
        y = ~y;
      }
      [x, y] = [y, x];
    }
  }
  return position;
}
