/**
 * Shortest paths in small graphs as a matrix, for loops that draw and solve many: it allocates
 * nothing. Weights are above 0, and no path is longer than 2^31 - 1.
 *
 * @example
 * ```ts
 * import { MatrixGraph } from "@alidade/core/kernels";
 * import { assertEquals } from "@std/assert";
 *
 * const graph = new MatrixGraph(3);
 * graph.join(0, 1, 2);
 * graph.join(1, 2, 2);
 * graph.join(0, 2, 4);
 * graph.spread(0);
 * assertEquals([graph.lengths[2], graph.ways[2], graph.steps[2]], [4, 2, 1]);
 * ```
 */
export class MatrixGraph {
  /** The weight of the edge from node u to node v at `nodeCount * u + v`; 0 where there is none. */
  readonly weights: Int32Array;
  /** The distance of each node from the last source; -1 where it is out of reach. */
  readonly lengths: Int32Array;
  /** The number of shortest paths to each node. */
  readonly ways: Float64Array;
  /** The fewest edges of a shortest path to each node. */
  readonly steps: Int32Array;
  /**
   * The length of the shortest among the paths of the fewest edges to each node, after
   * {@link spreadDirect}.
   */
  readonly direct: Int32Array;
  /** The nodes that were reached, nearest first. */
  readonly order: Int32Array;
  readonly #fewest: Int32Array;
  readonly #settled: Uint8Array;

  /**
   * A graph without edges.
   *
   * @param nodeCount how many nodes it has
   */
  constructor(readonly nodeCount: number) {
    this.weights = new Int32Array(nodeCount * nodeCount);
    this.lengths = new Int32Array(nodeCount);
    this.ways = new Float64Array(nodeCount);
    this.steps = new Int32Array(nodeCount);
    this.direct = new Int32Array(nodeCount);
    this.order = new Int32Array(nodeCount);
    this.#fewest = new Int32Array(nodeCount);
    this.#settled = new Uint8Array(nodeCount);
  }

  /** Takes all edges away. */
  clear(): void {
    this.weights.fill(0);
  }

  /** Joins two nodes both ways. */
  join(u: number, v: number, weight: number): void {
    this.weights[this.nodeCount * u + v] = weight;
    this.weights[this.nodeCount * v + u] = weight;
  }

  /** The weight of the edge between two nodes; 0 where there is none. */
  weight(u: number, v: number): number {
    return this.weights[this.nodeCount * u + v]!;
  }

  /**
   * Labels all nodes from a source.
   *
   * @returns how many were reached
   *
   * Cost: the square of the number of nodes. Source: E. W. Dijkstra (1959).
   */
  spread(source: number): number {
    const { nodeCount, weights, lengths, ways, steps, order } = this;
    const settled = this.#settled;
    lengths.fill(-1);
    settled.fill(0);
    ways.fill(0);
    lengths[source] = 0;
    ways[source] = 1;
    steps[source] = 0;
    let reached = 0;
    for (let u = source; u >= 0; u = this.#nearest()) {
      order[reached++] = u;
      settled[u] = 1;
      for (let v = 0, at = nodeCount * u; v < nodeCount; v++, at++) {
        const weight = weights[at]!;
        if (weight === 0) continue;
        const length = lengths[u]! + weight;
        if (lengths[v] === -1 || length < lengths[v]!) {
          lengths[v] = length;
          ways[v] = ways[u]!;
          steps[v] = steps[u]! + 1;
        } else if (length === lengths[v]) {
          ways[v]! += ways[u]!;
          if (steps[u]! + 1 < steps[v]!) steps[v] = steps[u]! + 1;
        }
      }
    }
    return reached;
  }

  /** The nearest node that was reached but not yet settled; -1 if none is. */
  #nearest(): number {
    const { lengths } = this;
    const settled = this.#settled;
    let nearest = -1;
    for (let v = 0; v < lengths.length; v++) {
      if (lengths[v] === -1 || settled[v] === 1) continue;
      if (nearest < 0 || lengths[v]! < lengths[nearest]!) nearest = v;
    }
    return nearest;
  }

  /**
   * Finds the fewest edges to each node, whatever they weigh, and what the lightest such weigh.
   *
   * @param source a node
   * @param reached how many nodes {@link spread} reached from it
   */
  spreadDirect(source: number, reached: number): void {
    const { nodeCount, weights, direct } = this;
    const fewest = this.#fewest;
    fewest.fill(-1);
    fewest[source] = 0;
    direct[source] = 0;
    for (let count = 0, found = 1; found < reached; count++) {
      for (let u = 0; u < nodeCount; u++) {
        if (fewest[u] !== count) continue;
        for (let v = 0, at = nodeCount * u; v < nodeCount; v++, at++) {
          if (weights[at] === 0 || (fewest[v] !== -1 && fewest[v] !== count + 1)) continue;
          const length = direct[u]! + weights[at]!;
          if (fewest[v] === -1) found++;
          else if (direct[v]! <= length) continue;
          fewest[v] = count + 1;
          direct[v] = length;
        }
      }
    }
  }
}
