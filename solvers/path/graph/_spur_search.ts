import { bucketWidth, SEARCH_BUCKETS } from "./_bucket_width.ts";
import { BucketQueue } from "./_buckets.ts";
import { reverseGraph } from "./graph.ts";
import { arcsTo, Labels } from "./_labels.ts";
import type { GraphQuery } from "./_query.ts";
import { GraphSearch } from "./search.ts";

/** Shortest paths that begin in a given way and then leave those already known. */
export class SpurSearch {
  /** Distances to the goal: consistent lower bounds, whatever is left out. */
  readonly #behind: Float64Array;
  readonly #labels: Labels;
  readonly #queue: BucketQueue;
  readonly #blocked: Uint8Array;
  readonly #query: GraphQuery;

  constructor(query: GraphQuery) {
    this.#query = query;
    const { graph, goal } = query;
    const search = new GraphSearch(reverseGraph(graph), { method: "dijkstra", order: "given" });
    this.#behind = search.distances(goal);
    this.#labels = new Labels(graph.nodeCount);
    this.#queue = new BucketQueue(bucketWidth(graph.weights, SEARCH_BUCKETS));
    this.#blocked = new Uint8Array(graph.nodeCount);
  }

  /** The sum of the weights of arcs. */
  lengthOf(arcs: readonly number[]): number {
    return arcs.reduce((sum, arc) => sum + this.#query.graph.weights[arc]!, 0);
  }

  /**
   * A shortest path that begins with the arcs `prefix`, goes on with none of `banned`, and visits
   * no node twice; null when there is none.
   */
  path(prefix: readonly number[], banned: ReadonlySet<number>): number[] | null {
    const { graph, source, goal } = this.#query;
    const trail = [source, ...prefix.map((arc) => graph.heads[arc]!)];
    const spur = trail.at(-1)!;
    for (const node of trail) this.#blocked[node] = 1;
    if (this.#behind[spur] !== Infinity) this.#spread(spur, banned);
    for (const node of trail) this.#blocked[node] = 0;
    if (this.#behind[spur] === Infinity) return null;
    if (this.#labels.distance(goal) === Infinity) return null;
    return [...prefix, ...arcsTo(graph, this.#labels, goal)];
  }

  #spread(spur: number, banned: ReadonlySet<number>): void {
    const { graph, goal } = this.#query;
    const { offsets, heads, weights } = graph;
    const labels = this.#labels;
    const queue = this.#queue;
    const behind = this.#behind;
    const blocked = this.#blocked;
    labels.start(spur);
    const { distances, marks, stamp } = labels;
    queue.start(behind[spur]!, spur);
    while (queue.bound() < labels.distance(goal)) {
      const u = queue.take();
      if (marks[4 * u + 2] !== stamp) continue;
      marks[4 * u + 2] = stamp + 1;
      const from = distances[2 * u]!;
      for (let a = offsets[u]!; a < offsets[u + 1]!; a++) {
        const v = heads[a]!;
        const d = from + weights[a]!;
        if (blocked[v] === 1 || (u === spur && banned.has(a))) continue;
        if (marks[4 * v + 2]! >= stamp && distances[2 * v]! <= d) continue;
        distances[2 * v] = d;
        marks[4 * v + 2] = stamp;
        marks[4 * v + 3] = a;
        queue.push(d + behind[v]!, v);
      }
    }
  }
}
