import { FLAG, requireForm } from "../../../geometry/form.ts";

/**
 * A weighted graph as compressed sparse rows: the arcs that leave node `v` stand at positions
 * `offsets[v]` to `offsets[v + 1] - 1` of `heads`, `weights` and `edges`.
 *
 * Nodes are 0 to `nodeCount - 1`. Weights are whole numbers of 0 or more, and so small that no
 * sum along a path passes 2^53 - 1: every length is exact. An edge of an undirected graph stands as
 * two arcs (a loop as one). Parallel edges and loops are kept.
 */
export interface Graph {
  /** Whether an edge leads one way only. */
  readonly directed: boolean;
  /** How many nodes there are. */
  readonly nodeCount: number;
  /** How many edges were given. */
  readonly edgeCount: number;
  /** Where the arcs of each node begin; `nodeCount + 1` entries. */
  readonly offsets: Int32Array;
  /** The node each arc leads to. */
  readonly heads: Int32Array;
  /** The weight of each arc: its true weight times `10^scale`; 32-bit where all weights fit. */
  readonly weights: Int32Array | Float64Array;
  /** The index of the edge each arc was made from; null where that was not asked for. */
  readonly edges: Int32Array | null;
  /** How many decimals the true weights have: a length `l` means `l / 10^scale`. */
  readonly scale: number;
  /** The nodes' names; null where they are their numbers. */
  readonly names: readonly string[] | null;
  /** The coordinates x0, y0, x1, y1, ...; 32-bit where all fit; null where there are none. */
  readonly points: Int32Array | Float64Array | null;
}

/** The longest a path may be, so that no sum of doubles is rounded. */
const LONGEST = 2 ** 53 - 1;

/** The edges of a graph as flat arrays: edge `i` leads from `tails[i]` to `heads[i]`. */
export interface GraphArrays {
  /** Whether an edge leads one way only. */
  readonly directed: boolean;
  /** How many nodes there are. */
  readonly nodeCount: number;
  /** Where each edge begins. */
  readonly tails: ArrayLike<number>;
  /** Where each edge ends. */
  readonly heads: ArrayLike<number>;
  /** The weight of each edge, a whole number of 0 or more (times `10^scale`). */
  readonly weights: ArrayLike<number>;
  /** How many decimals the true weights have; 0 unless given. */
  readonly scale?: number;
  /** The nodes' names. */
  readonly names?: readonly string[] | null;
  /** The coordinates x0, y0, x1, y1, ... */
  readonly points?: ArrayLike<number> | null;
  /** Whether arcs keep their edge's number (4 bytes an arc); true unless given. */
  readonly trace?: boolean;
  /** What edge `i` is called in an error; `edges[i]` unless given. */
  readonly where?: (edge: number) => string;
  /** The number that the source of the edges gives the first node, for errors; 0 unless given. */
  readonly firstNode?: number;
}

/**
 * Builds a graph from flat arrays.
 *
 * @param arrays the edges; nodes are 0 to `nodeCount - 1`
 * @returns the graph; its arrays are copies
 * @throws RangeError naming the edge, for an end that is no node, or a weight that is negative,
 *   fractional, not a number or too large; for weights whose sum along a path may pass 2^53 - 1
 *
 * Cost: linear in nodes and edges.
 *
 * @example
 * ```ts
 * import { graphFromArrays } from "@alidade/core/kernels";
 * import { assertEquals } from "@std/assert";
 *
 * const graph = graphFromArrays({
 *   directed: true,
 *   nodeCount: 3,
 *   tails: [0, 1],
 *   heads: [1, 2],
 *   weights: [4, 5],
 * });
 * assertEquals([...graph.offsets], [0, 1, 2, 2]);
 * ```
 */
export function graphFromArrays(arrays: GraphArrays): Graph {
  const { directed, nodeCount, tails, heads, weights } = arrays;
  const { scale = 0, names = null, points = null, trace = true } = arrays;
  requireForm(directed, FLAG, "directed");
  checkShape(arrays);
  checkEdges(arrays);
  const edgeCount = tails.length;
  const offsets = countArcs(arrays);
  const arcCount = offsets[nodeCount]!;
  const next = offsets.slice();
  const graph: Graph = {
    directed,
    nodeCount,
    edgeCount,
    offsets,
    heads: new Int32Array(arcCount),
    weights: isInt32(weights) ? new Int32Array(arcCount) : new Float64Array(arcCount),
    edges: trace ? new Int32Array(arcCount) : null,
    scale,
    names,
    points: points === null ? null : compact(points),
  };
  for (let i = 0; i < edgeCount; i++) {
    const u = tails[i]!, v = heads[i]!, w = weights[i]!;
    place(graph, next[u]!, v, w, i);
    next[u]!++;
    if (directed || u === v) continue;
    place(graph, next[v]!, u, w, i);
    next[v]!++;
  }
  return graph;
}

/**
 * The same graph with every arc turned round; an undirected graph is its own reverse.
 *
 * @param graph the graph
 * @returns the reverse, which has the same nodes and edge numbers
 *
 * Cost: linear in nodes and edges.
 *
 * @example
 * ```ts
 * import { graphFromArrays, reverseGraph } from "@alidade/core/kernels";
 * import { assertEquals } from "@std/assert";
 *
 * const graph = graphFromArrays({ directed: true, nodeCount: 2, tails: [0], heads: [1], weights: [4] });
 * assertEquals([...reverseGraph(graph).heads], [0]);
 * ```
 */
export function reverseGraph(graph: Graph): Graph {
  if (!graph.directed) return graph;
  const { nodeCount, offsets, heads, weights, edges } = graph;
  const into = new Int32Array(nodeCount + 1);
  for (let a = 0; a < heads.length; a++) into[heads[a]! + 1]!++;
  for (let v = 0; v < nodeCount; v++) into[v + 1]! += into[v]!;
  const next = into.slice();
  const reverse: Graph = {
    ...graph,
    offsets: into,
    heads: new Int32Array(heads.length),
    weights: weights.slice(),
    edges: edges === null ? null : edges.slice(),
  };
  for (let u = 0; u < nodeCount; u++) {
    for (let a = offsets[u]!; a < offsets[u + 1]!; a++) {
      place(reverse, next[heads[a]!]!++, u, weights[a]!, edges?.[a] ?? 0);
    }
  }
  return reverse;
}

function place(graph: Graph, arc: number, head: number, weight: number, edge: number): void {
  graph.heads[arc] = head;
  graph.weights[arc] = weight;
  if (graph.edges !== null) graph.edges[arc] = edge;
}

function isInt32(numbers: ArrayLike<number>): boolean {
  for (let i = 0; i < numbers.length; i++) if ((numbers[i]! | 0) !== numbers[i]) return false;
  return true;
}

function compact(numbers: ArrayLike<number>): Int32Array | Float64Array {
  return isInt32(numbers) ? Int32Array.from(numbers) : Float64Array.from(numbers);
}

function countArcs({ directed, nodeCount, tails, heads }: GraphArrays): Int32Array {
  const offsets = new Int32Array(nodeCount + 1);
  for (let i = 0; i < tails.length; i++) {
    const u = tails[i]!, v = heads[i]!;
    offsets[u + 1]!++;
    if (!directed && u !== v) offsets[v + 1]!++;
  }
  for (let v = 0; v < nodeCount; v++) offsets[v + 1]! += offsets[v]!;
  return offsets;
}

function checkShape({ nodeCount, tails, heads, weights, names, points }: GraphArrays): void {
  if (!Number.isInteger(nodeCount) || nodeCount < 0 || nodeCount >= 2 ** 31) {
    throw new RangeError(`Cannot build graph: ${nodeCount} nodes, must be 0 to 2^31 - 1`);
  }
  if (heads.length !== tails.length || weights.length !== tails.length) {
    throw new RangeError(
      `Cannot build graph: ${tails.length} tails, ${heads.length} heads and ${weights.length} ` +
        "weights, must be as many of each",
    );
  }
  if (2 * tails.length >= 2 ** 31) {
    throw new RangeError(`Cannot build graph: ${tails.length} edges, must be at most 2^30`);
  }
  if (names && names.length !== nodeCount) {
    throw new RangeError(`Cannot build graph: ${names.length} names, must be ${nodeCount}`);
  }
  if (points && points.length !== 2 * nodeCount) {
    throw new RangeError(
      `Cannot build graph: ${points.length} coordinates, must be 2 for each of ${nodeCount} nodes`,
    );
  }
  for (let i = 0; points && i < points.length; i++) {
    if (Number.isFinite(points[i])) continue;
    throw new RangeError(
      `Cannot build graph: point of node ${i >> 1} is ${points[i]}, must be finite`,
    );
  }
}

function checkEdges(arrays: GraphArrays): void {
  const { nodeCount, tails, heads, weights, where = (i: number) => `edges[${i}]` } = arrays;
  let sum = 0;
  let largest = 0;
  for (let i = 0; i < tails.length; i++) {
    checkEnd(tails[i]!, arrays, i, "from");
    checkEnd(heads[i]!, arrays, i, "to");
    const w = weights[i]!;
    if (!Number.isSafeInteger(w) || w < 0) {
      throw new RangeError(
        `Cannot build graph: ${where(i)} has weight ${w}, must be a whole number of 0 to 2^53 - 1`,
      );
    }
    sum += w;
    if (w > largest) largest = w;
  }
  const longest = Math.min(sum, largest * Math.max(0, nodeCount - 1));
  if (longest > LONGEST) {
    throw new RangeError(
      `Cannot build graph: a path may be as long as ${longest}, must be at most 2^53 - 1 for exact ` +
        "lengths (weights count in units of their last decimal); solveGraphPath() and others take " +
        "longer ones as a list of edges",
    );
  }
}

function checkEnd(node: number, arrays: GraphArrays, edge: number, side: string): void {
  const { nodeCount, where = (i: number) => `edges[${i}]`, firstNode = 0 } = arrays;
  if (Number.isInteger(node) && node >= 0 && node < nodeCount) return;
  throw new RangeError(
    `Cannot build graph: ${where(edge)} leads ${side} node ${node + firstNode}, must be one of ` +
      `${firstNode} to ${nodeCount - 1 + firstNode}`,
  );
}
