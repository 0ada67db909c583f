import type { ReadEdges } from "./_read_edges.ts";
import { type Graph, graphFromArrays, reverseGraph } from "./graph.ts";

const LONGEST = Number.MAX_SAFE_INTEGER;

/** Whether weights or lengths of paths may pass 2^53 - 1, where doubles are no longer exact. */
export function isWide({ nodeCount, weights }: ReadEdges): boolean {
  if (weights.reduce<number>((sum, w) => sum + Math.abs(Number(w)), 0) <= LONGEST) return false;
  let sum = 0n;
  let largest = 0n;
  for (const weight of weights) {
    const size = weight < 0 ? -BigInt(weight) : BigInt(weight);
    sum += size;
    if (size > largest) largest = size;
  }
  const steps = largest * BigInt(Math.max(1, nodeCount - 1));
  return (sum < steps ? sum : steps) > BigInt(LONGEST);
}

/**
 * The same graph with arcs of weight 0 where a shortest way to the goal leads along them, and of
 * weight 1 elsewhere. A path from any node to the goal is a shortest one there iff it is here, for
 * `weight + d(head) - d(tail)`, with d the distance to the goal, adds up along each path to the
 * path's length less the shortest one: which shortest paths there are can be asked without big
 * integers. Directed, since an edge may be tight one way only.
 *
 * Source: D. B. Johnson, Efficient Algorithms for Shortest Paths in Sparse Networks (1977), for
 * weights reduced by a potential.
 */
export function tightGraph(read: ReadEdges, goal: number): Graph {
  const weights = read.weights.map(BigInt);
  requireWeights(weights);
  const graph = graphFromArrays({ ...read, weights: new Int32Array(weights.length) });
  const behind = wideDistances(reverseGraph(graph), weights, goal);
  const reduced = new Int32Array(graph.heads.length).fill(1);
  for (let u = 0; u < graph.nodeCount; u++) {
    for (let a = graph.offsets[u]!; a < graph.offsets[u + 1]!; a++) {
      const rest = behind[graph.heads[a]!];
      if (rest !== undefined && weights[graph.edges![a]!]! + rest === behind[u]) reduced[a] = 0;
    }
  }
  return { ...graph, directed: true, weights: reduced };
}

function requireWeights(weights: readonly bigint[]): void {
  const bad = weights.findIndex((weight) => weight < 0n);
  if (bad < 0) return;
  throw new RangeError(
    `Cannot build graph: edges[${bad}] has weight ${weights[bad]}, must be 0 or more`,
  );
}

/** The distances from a node by the weights of edges; undefined where there is no way. */
function wideDistances(
  { offsets, heads, edges, nodeCount }: Graph,
  weights: readonly bigint[],
  source: number,
): (bigint | undefined)[] {
  const distances = new Array<bigint | undefined>(nodeCount);
  const queue = new WideHeap();
  distances[source] = 0n;
  queue.push({ key: 0n, node: source });
  for (let top = queue.pop(); top !== undefined; top = queue.pop()) {
    const { key, node } = top;
    if (distances[node] !== key) continue;
    for (let a = offsets[node]!; a < offsets[node + 1]!; a++) {
      const length = key + weights[edges![a]!]!;
      const known = distances[heads[a]!];
      if (known !== undefined && known <= length) continue;
      distances[heads[a]!] = length;
      queue.push({ key: length, node: heads[a]! });
    }
  }
  return distances;
}

interface Entry {
  readonly key: bigint;
  readonly node: number;
}

/** A binary heap of nodes by big integers. */
class WideHeap {
  readonly #entries: Entry[] = [];

  push(entry: Entry): void {
    const entries = this.#entries;
    let at = entries.push(entry) - 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (entries[up]!.key <= entry.key) break;
      entries[at] = entries[up]!;
      at = up;
    }
    entries[at] = entry;
  }

  /** Takes an entry of the least key. */
  pop(): Entry | undefined {
    const entries = this.#entries;
    const top = entries[0];
    const last = entries.pop();
    if (last === undefined || entries.length === 0) return top;
    let at = 0;
    for (let child = 1; child < entries.length; child = 2 * at + 1) {
      if (child + 1 < entries.length && entries[child + 1]!.key < entries[child]!.key) child++;
      if (entries[child]!.key >= last.key) break;
      entries[at] = entries[child]!;
      at = child;
    }
    entries[at] = last;
    return top;
  }
}
