import { BucketQueue } from "./_buckets.ts";
import type { Graph } from "./graph.ts";
import { dijkstra, type Potential } from "./_kernels.ts";
import { Labels } from "./_labels.ts";

/**
 * Lower bounds by the triangle inequality over landmarks (ALT): d(v, t) >= d(L, t) - d(L, v) and
 * d(v, t) >= d(v, L) - d(t, L). Each landmark is the node farthest from those before it.
 *
 * Source: A. V. Goldberg, C. Harrelson, Computing the shortest path: A* search meets graph theory
 * (SODA 2005).
 */
export class LandmarksGuide implements Potential {
  /**
   * The distances of each node from the landmarks and, in a directed graph, then those to them: in
   * an undirected one they are the same.
   */
  readonly #table: Float64Array;
  readonly #row: number;
  #goal = 0;
  readonly #count: number;

  constructor(graph: Graph, reverse: Graph, width: number, count: number) {
    this.#count = count;
    this.#row = graph.directed ? 2 * count : count;
    this.#table = new Float64Array(this.#row * graph.nodeCount);
    const labels = new Labels(graph.nodeCount);
    const queue = new BucketQueue(width);
    const nearest = new Float64Array(graph.nodeCount).fill(Infinity);
    let landmark = 0;
    for (let i = 0; i < count; i++) {
      dijkstra({ graph, labels, queue }, landmark, null);
      this.#fill(labels, i);
      if (graph.directed) {
        dijkstra({ graph: reverse, labels, queue }, landmark, null);
        this.#fill(labels, count + i);
      }
      landmark = farthest(nearest, labels);
    }
  }

  /** Sets the goal. */
  aim(goal: number): void {
    this.#goal = this.#row * goal;
  }

  /** The bound at a node; infinite where the landmarks prove that the goal cannot be reached. */
  at(node: number): number {
    const table = this.#table;
    const row = this.#row;
    const count = this.#count;
    const goal = this.#goal;
    const at = row * node;
    let bound = 0;
    // Infinity - Infinity is NaN, which no comparison lets through.
    if (row === count) {
      for (let i = 0; i < count; i++) {
        const apart = Math.abs(table[goal + i]! - table[at + i]!);
        if (apart > bound) bound = apart;
      }
      return bound;
    }
    for (let i = 0; i < count; i++) {
      const from = table[goal + i]! - table[at + i]!;
      if (from > bound) bound = from;
      const to = table[at + count + i]! - table[goal + count + i]!;
      if (to > bound) bound = to;
    }
    return bound;
  }

  #fill(labels: Labels, column: number): void {
    for (let at = column, v = 0; at < this.#table.length; at += this.#row, v++) {
      this.#table[at] = labels.distance(v);
    }
  }
}

/** The node farthest from every landmark; one that no landmark is reached from comes first. */
function farthest(nearest: Float64Array, labels: Labels): number {
  let best = 0;
  for (let v = 0; v < nearest.length; v++) {
    nearest[v] = Math.min(nearest[v]!, labels.distance(v));
    if (nearest[v]! > nearest[best]!) best = v;
  }
  return best;
}
