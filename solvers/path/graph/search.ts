import { bucketWidth, SEARCH_BUCKETS } from "./_bucket_width.ts";
import { BucketQueue } from "./_buckets.ts";
import type { ConsistentPotential } from "./potential.ts";
import { type Graph, reverseGraph } from "./graph.ts";
import { aStar, bidirectional, dijkstra, type Potential, type Side } from "./_kernels.ts";
import { arcsTo, Labels, tailOf } from "./_labels.ts";
import { LandmarksGuide } from "./_landmarks.ts";
import { localityOrder, renumberGraph } from "./order.ts";
import { inversePermutation } from "./_permutation.ts";
import { leastRate, PointsGuide } from "./_points_guide.ts";

/** A path through a graph. */
export interface GraphPath {
  /** Its length in the graph's whole unit. */
  readonly length: number;
  /** The nodes from the source to the goal. */
  readonly nodes: readonly number[];
  /** The edge of each step; null where the graph was built without their numbers. */
  readonly edges: readonly number[] | null;
}

/** How a search finds its way. */
export interface SearchOptions {
  /**
   * `"dijkstra"`, `"bidirectional"`, `"points"` (A* by straight distance) or `"landmarks"` (A* by
   * distances to landmarks). Unless given: `"points"` where the points give a bound, else
   * `"bidirectional"`.
   */
  readonly method?: "dijkstra" | "bidirectional" | "points" | "landmarks";
  /**
   * `"locality"` keeps a copy of the graph with its nodes renumbered as {@link localityOrder}
   * says, which is faster on large graphs; `"given"` uses the graph as it is. Unless given:
   * `"locality"`. Callers never see the new numbers.
   */
  readonly order?: "locality" | "given";
  /** How many landmarks; 8 unless given; up to 32 make queries on large graphs faster. */
  readonly landmarks?: number;
}

/**
 * Shortest paths in one graph, for many queries: its memory is allocated once, and a query
 * touches only what it visits. All lengths are exact.
 *
 * @example
 * ```ts
 * import { graphFromEdges, GraphSearch } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const graph = graphFromEdges({
 *   directed: false,
 *   nodes: 4,
 *   edges: [[0, 1, 1], [1, 2, 1], [0, 2, 3], [2, 3, 0]],
 * });
 * const search = new GraphSearch(graph);
 * assertEquals(search.distance(0, 3), 2);
 * assertEquals(search.path(0, 3), { length: 2, nodes: [0, 1, 2, 3], edges: [0, 1, 3] });
 * assertEquals([...search.distances(0, [2, 3])], [2, 2]);
 * ```
 */
export class GraphSearch {
  /** How the search finds its way. */
  readonly method: "dijkstra" | "bidirectional" | "points" | "landmarks";
  readonly #graph: Graph;
  readonly #inner: Int32Array | null;
  readonly #outer: Int32Array | null;
  readonly #forward: Side;
  readonly #backward: Side | null;
  readonly #guide: PointsGuide | LandmarksGuide | null;

  /**
   * Prepares the search.
   *
   * @param graph the graph
   * @param options how to find the way
   * @throws RangeError for `"points"` where the points give no bound, for less than one landmark
   *
   * Cost: linear in nodes and arcs, plus a sort of the nodes; two searches of the whole graph for
   * each landmark.
   */
  constructor(graph: Graph, options: SearchOptions = {}) {
    const { order = "locality", landmarks = 8 } = options;
    this.#outer = order === "locality" ? localityOrder(graph) : null;
    this.#inner = this.#outer === null ? null : inversePermutation(this.#outer, graph.nodeCount);
    this.#graph = this.#outer === null ? graph : renumberGraph(graph, this.#outer);
    const rate = leastRate(this.#graph);
    this.method = options.method ?? (rate > 0 ? "points" : "bidirectional");
    const twoWay = this.method === "bidirectional" || this.method === "landmarks";
    const reverse = twoWay ? reverseGraph(this.#graph) : this.#graph;
    const width = bucketWidth(graph.weights, SEARCH_BUCKETS);
    this.#forward = sideOf(this.#graph, width);
    this.#backward = this.method === "bidirectional" ? sideOf(reverse, width) : null;
    this.#guide = null;
    if (this.method === "points") this.#guide = pointsGuide(this.#graph, rate);
    if (this.method === "landmarks") {
      checkLandmarks(landmarks);
      this.#guide = new LandmarksGuide(this.#graph, reverse, width, landmarks);
    }
  }

  /**
   * The distance between two nodes.
   *
   * @param from the source
   * @param to the goal
   * @returns the length of a shortest path; infinite when there is none
   * @throws RangeError when either is no node
   */
  distance(from: number, to: number): number {
    const [s, t] = this.#ends(from, to);
    return this.#run(s, t).distance;
  }

  /**
   * A shortest path between two nodes.
   *
   * @param from the source
   * @param to the goal
   * @returns one of the shortest paths; null when there is none
   * @throws RangeError when either is no node
   */
  path(from: number, to: number): GraphPath | null {
    const [s, t] = this.#ends(from, to);
    const { distance, node } = this.#run(s, t);
    if (distance === Infinity) return null;
    return this.#pathOver(node, distance, this.#backward);
  }

  /**
   * The distances from one node to many.
   *
   * @param from the source
   * @param to the goals; all nodes unless given
   * @returns the distances in the order of `to`; infinite where there is no path
   * @throws RangeError when one is no node
   *
   * Cost: one search that ends when the last of them is settled.
   */
  distances(from: number, to?: readonly number[]): Float64Array {
    const source = this.#inside(from, "from");
    const wanted = to?.map((v, i) => this.#inside(v, `to[${i}]`)) ?? null;
    dijkstra(this.#forward, source, wanted);
    const { labels } = this.#forward;
    if (wanted !== null) return Float64Array.from(wanted, (v) => labels.distance(v));
    const all = new Float64Array(this.#graph.nodeCount);
    for (let v = 0; v < all.length; v++) all[this.#outer?.[v] ?? v] = labels.distance(v);
    return all;
  }

  /**
   * A shortest path to the goal of a potential, found by A* search along it.
   *
   * @param from the source
   * @param potential a potential for this graph, which knows its goal
   * @returns one of the shortest paths; null when there is none
   * @throws RangeError when the source is no node, or the potential is of another graph
   */
  pathBy(from: number, potential: ConsistentPotential): GraphPath | null {
    const { values, goal } = potential;
    if (values.length !== this.#graph.nodeCount) {
      throw new RangeError(
        `Cannot search graph: the potential has ${values.length} values, must have ` +
          `${this.#graph.nodeCount}`,
      );
    }
    const outer = this.#outer;
    const target = this.#inside(goal, "goal");
    const guide: Potential = { at: (v) => values[outer === null ? v : outer[v]!]! };
    aStar(this.#forward, this.#inside(from, "from"), target, guide);
    const length = this.#forward.labels.distance(target);
    if (length === Infinity) return null;
    return this.#pathOver(target, length, null);
  }

  /** Searches by the method chosen; the node is where the searches met, or the goal. */
  #run(source: number, goal: number): { distance: number; node: number } {
    if (this.#backward !== null) return bidirectional(this.#forward, this.#backward, source, goal);
    if (this.#guide === null) dijkstra(this.#forward, source, [goal]);
    else {
      this.#guide.aim(goal);
      aStar(this.#forward, source, goal, this.#guide);
    }
    return { distance: this.#forward.labels.distance(goal), node: goal };
  }

  /** The path that the last search found: to `node`, and on from there where it had a second half. */
  #pathOver(node: number, length: number, half: Side | null): GraphPath {
    const arcs = arcsTo(this.#graph, this.#forward.labels, node);
    const nodes = [...arcs.map((arc) => tailOf(this.#graph, arc)), node];
    const edges = arcs.map((arc) => this.#graph.edges?.[arc] ?? 0);
    if (half !== null) append(half, node, nodes, edges);
    const outer = this.#outer;
    return {
      length,
      nodes: outer === null ? nodes : nodes.map((v) => outer[v]!),
      edges: this.#graph.edges === null ? null : edges,
    };
  }

  /** Both ends by their inner numbers. */
  #ends(from: number, to: number): [number, number] {
    return [this.#inside(from, "from"), this.#inside(to, "to")];
  }

  /** A node by its inner number. */
  #inside(node: number, what: string): number {
    if (!Number.isInteger(node) || node < 0 || node >= this.#graph.nodeCount) {
      throw new RangeError(
        `Cannot search graph: ${what} is ${node}, must be a node of 0 to ` +
          `${this.#graph.nodeCount - 1}`,
      );
    }
    return this.#inner === null ? node : this.#inner[node]!;
  }
}

/** Continues a path from where the two halves of a search met to the goal. */
function append({ graph, labels }: Side, meeting: number, nodes: number[], edges: number[]): void {
  for (let v = meeting; labels.parent(v) >= 0;) {
    const arc = labels.parent(v);
    v = tailOf(graph, arc);
    nodes.push(v);
    edges.push(graph.edges?.[arc] ?? 0);
  }
}

function sideOf(graph: Graph, width: number): Side {
  return { graph, labels: new Labels(graph.nodeCount), queue: new BucketQueue(width) };
}

function pointsGuide(graph: Graph, rate: number): PointsGuide {
  if (rate > 0) return new PointsGuide(graph, rate);
  throw new RangeError(
    "Cannot search graph by points: they give no bound, must be given, with a positive weight on " +
      "every arc between two places",
  );
}

function checkLandmarks(count: number): void {
  if (Number.isInteger(count) && count >= 1) return;
  throw new RangeError(`Cannot search graph: ${count} landmarks, must be 1 or more`);
}
