import type { ContractionHierarchy } from "./hierarchy.ts";
import type { UpwardArcs } from "./upward_arcs.ts";
import { bucketWidth, CLIMB_BUCKETS } from "./_bucket_width.ts";
import { Climb, climbedArcs } from "./_climb.ts";
import type { GraphPath } from "./search.ts";

/**
 * Shortest paths by a contraction hierarchy, for many queries. All lengths are exact.
 *
 * @example
 * ```ts
 * import { contractGraph, graphFromEdges, HierarchySearch } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const graph = graphFromEdges({
 *   directed: false,
 *   nodes: 4,
 *   edges: [[0, 1, 1], [1, 2, 1], [0, 2, 3], [2, 3, 5]],
 * });
 * const search = new HierarchySearch(contractGraph(graph));
 * assertEquals(search.path(0, 3), { length: 7, nodes: [0, 1, 2, 3], edges: [0, 1, 3] });
 * ```
 */
export class HierarchySearch {
  readonly #nodes: Int32Array;
  readonly #forward: Climb;
  readonly #backward: Climb;
  /** Where the two climbs of the last query met. */
  #summit = -1;
  /** Whether arcs without weight may lead a climb over a node of the other. */
  readonly #mayLoop: boolean;
  readonly #hierarchy: ContractionHierarchy;

  /**
   * Prepares queries.
   *
   * @param hierarchy what `contractGraph` or `hierarchyFromBytes` returned
   */
  constructor(hierarchy: ContractionHierarchy) {
    this.#hierarchy = hierarchy;
    const { nodeCount, ranks, forward, backward } = hierarchy;
    this.#nodes = new Int32Array(nodeCount);
    ranks.forEach((rank, v) => this.#nodes[rank] = v);
    this.#mayLoop = [forward, backward].some(({ weights }) => weights.includes(0));
    const width = bucketWidth(forward.weights, CLIMB_BUCKETS);
    this.#forward = new Climb(forward, backward, nodeCount, width);
    this.#backward = new Climb(backward, forward, nodeCount, width);
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
    const source = this.#rank(from, "from");
    const goal = this.#rank(to, "to");
    const forward = this.#forward;
    const backward = this.#backward;
    forward.start(source);
    backward.start(goal);
    this.#summit = -1;
    let best = Infinity;
    for (;;) {
      const ahead = forward.queue.bound();
      const behind = backward.queue.bound();
      if (ahead >= best && behind >= best) return best;
      const [side, other] = ahead <= behind ? [forward, backward] : [backward, forward];
      const u = side.take();
      if (u < 0) continue;
      const whole = side.distances[u]! + other.distances[u]!;
      if (whole < best) {
        best = whole;
        this.#summit = u;
      }
      side.relax(u);
    }
  }

  /**
   * A shortest path between two nodes, its shortcuts unpacked.
   *
   * @param from the source
   * @param to the goal
   * @returns one of the shortest paths, which passes no node twice; null when there is none
   * @throws RangeError when either is no node
   */
  path(from: number, to: number): GraphPath | null {
    const length = this.distance(from, to);
    if (length === Infinity) return null;
    const { forward, backward } = this.#hierarchy;
    const ranks: number[] = [];
    const edges: number[] = [];
    const climbed = climbedArcs(this.#forward, this.#summit);
    ranks.push(climbed.length === 0 ? this.#summit : climbed.at(-1)![0]);
    for (const [low, arc] of climbed.reverse()) {
      this.#unpack(low, forward.heads[arc]!, forward.vias[arc]!, ranks, edges);
    }
    for (const [low, arc] of climbedArcs(this.#backward, this.#summit)) {
      this.#unpack(backward.heads[arc]!, low, backward.vias[arc]!, ranks, edges);
    }
    if (this.#mayLoop) dropLoops(ranks, edges);
    return {
      length,
      nodes: ranks.map((rank) => this.#nodes[rank]!),
      edges: this.#hierarchy.traced ? edges : null,
    };
  }

  /** Appends the nodes behind `tail` and the edges of an arc, in place of its shortcuts. */
  #unpack(
    tail: number,
    head: number,
    via: number,
    nodes: number[],
    edges: number[],
  ): void {
    const { forward, backward } = this.#hierarchy;
    const stack = [head, via];
    for (let from = tail; stack.length > 0;) {
      const over = stack.pop()!;
      const to = stack.pop()!;
      if (over < 0) {
        nodes.push(to);
        edges.push(~over);
        from = to;
        continue;
      }
      stack.push(to, forward.vias[arcTo(forward, over, to)]!);
      stack.push(over, backward.vias[arcTo(backward, over, from)]!);
    }
  }

  /** The rank of a node. */
  #rank(node: number, what: string): number {
    if (Number.isInteger(node) && node >= 0 && node < this.#nodes.length) {
      return this.#hierarchy.ranks[node]!;
    }
    throw new RangeError(
      `Cannot search graph: ${what} is ${node}, must be a node of 0 to ${this.#nodes.length - 1}`,
    );
  }
}

/** Takes out of a shortest walk what leads from a node back to it, which weighs nothing. */
function dropLoops(nodes: number[], edges: number[]): void {
  const places = new Map<number, number>();
  let size = 0;
  for (const [i, node] of nodes.entries()) {
    const place = places.get(node);
    if (place === undefined) {
      if (size > 0) edges[size - 1] = edges[i - 1]!;
      nodes[size] = node;
      places.set(node, size++);
      continue;
    }
    for (; size > place + 1; size--) places.delete(nodes[size - 1]!);
  }
  nodes.length = size;
  edges.length = size - 1;
}

/** The arc in a node's list that leads to `head`; heads ascend. */
function arcTo({ offsets, heads }: UpwardArcs, node: number, head: number): number {
  let low = offsets[node]!;
  let high = offsets[node + 1]! - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (heads[middle]! < head) low = middle + 1;
    else high = middle;
  }
  return low;
}
