import type { Graph } from "./graph.ts";

/**
 * The labels of one search direction, reset by counting up a stamp. A label is 16 bytes that
 * stand together, so that a touch is one cache line: the distance as a double, then a mark and
 * the arc it came by as integers.
 */
export class Labels {
  /** The tentative distance of node v stands at `2 * v`. */
  readonly distances: Float64Array;
  /** The mark of node v stands at `4 * v + 2`, its parent arc at `4 * v + 3`. */
  readonly marks: Int32Array;
  /** The mark of nodes reached by the present search; one more once they are settled. */
  stamp = 0;

  constructor(nodeCount: number) {
    this.distances = new Float64Array(2 * nodeCount);
    this.marks = new Int32Array(this.distances.buffer);
  }

  /** The distance of a node in the present search; infinite where it was not reached. */
  distance(node: number): number {
    return this.marks[4 * node + 2]! >= this.stamp ? this.distances[2 * node]! : Infinity;
  }

  /** The arc by which a node was reached; -1 at the source. */
  parent(node: number): number {
    return this.marks[4 * node + 3]!;
  }

  /** Begins a search at `source`. */
  start(source: number): void {
    this.stamp += 2;
    if (this.stamp >= 2 ** 31 - 2) {
      this.distances.fill(0);
      this.stamp = 2;
    }
    this.distances[2 * source] = 0;
    this.marks[4 * source + 2] = this.stamp;
    this.marks[4 * source + 3] = -1;
  }
}

/** The node an arc leaves from, by bisection. */
export function tailOf(graph: Graph, arc: number): number {
  const { offsets } = graph;
  let low = 0;
  let high = graph.nodeCount - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (offsets[middle]! <= arc) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The arcs by which `node` was reached, the source's first. */
export function arcsTo(graph: Graph, labels: Labels, node: number): number[] {
  const arcs: number[] = [];
  for (let arc = labels.parent(node); arc >= 0; arc = labels.parent(tailOf(graph, arc))) {
    arcs.push(arc);
  }
  return arcs.reverse();
}
