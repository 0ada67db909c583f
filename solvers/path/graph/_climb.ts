import { BucketQueue } from "./_buckets.ts";
import type { UpwardArcs } from "./upward_arcs.ts";

/** One direction of a query in a hierarchy: from one end towards more important nodes. */
export class Climb {
  /** The length of the best climb to each node so far; infinite where there is none. */
  readonly distances: Float64Array;
  /** The arc by which each node was reached; -1 at the start. */
  readonly parents: Int32Array;
  /** The open nodes. */
  readonly queue: BucketQueue;
  /** 1 for nodes that were reached, or reached by a shorter climb, since they were last taken. */
  readonly #open: Uint8Array;
  readonly #touched: Int32Array;
  #touchedCount = 0;
  readonly #down: UpwardArcs;

  /** `down` are the arcs of the other direction, by which labels are proven too long. */
  constructor(readonly up: UpwardArcs, down: UpwardArcs, nodeCount: number, width: number) {
    this.#down = down;
    this.distances = new Float64Array(nodeCount).fill(Infinity);
    this.parents = new Int32Array(nodeCount);
    this.#touched = new Int32Array(nodeCount);
    this.#open = new Uint8Array(nodeCount);
    this.queue = new BucketQueue(width);
  }

  /** Forgets the last climb and begins one. */
  start(node: number): void {
    for (let i = 0; i < this.#touchedCount; i++) {
      const v = this.#touched[i]!;
      this.distances[v] = Infinity;
      this.#open[v] = 0;
    }
    this.#touched[0] = node;
    this.#touchedCount = 1;
    this.distances[node] = 0;
    this.parents[node] = -1;
    this.#open[node] = 1;
    this.queue.start(0, node);
  }

  /** Takes a node of the least bound; -1 for one that was taken before. */
  take(): number {
    const node = this.queue.take();
    if (this.#open[node] === 0) return -1;
    this.#open[node] = 0;
    return node;
  }

  /**
   * Climbs on from a node, unless a way down from above proves that its label is too long. In an
   * undirected graph both look at the same arcs, and one pass does: what was pushed before the
   * proof is the length of a real climb, only not of a shortest one.
   */
  relax(u: number): void {
    const key = this.distances[u]!;
    const { distances, up } = this;
    const down = this.#down;
    if (up !== down && isStalled(distances, down, u, key)) return;
    const { heads, weights } = up;
    const end = up.offsets[u + 1]!;
    for (let a = up.offsets[u]!; a < end; a++) {
      const v = heads[a]!;
      const w = weights[a]!;
      const before = distances[v]!;
      const d = key + w;
      if (d >= before) {
        if (up === down && before + w < key) return;
        continue;
      }
      if (before === Infinity) this.#touched[this.#touchedCount++] = v;
      distances[v] = d;
      this.parents[v] = a;
      this.#open[v] = 1;
      this.queue.push(d, v);
    }
  }
}

/** Whether a way down from a labelled node is shorter than the label of the node below. */
function isStalled(
  distances: Float64Array,
  { offsets, heads, weights }: UpwardArcs,
  u: number,
  key: number,
): boolean {
  const end = offsets[u + 1]!;
  for (let a = offsets[u]!; a < end; a++) {
    if (distances[heads[a]!]! + weights[a]! < key) return true;
  }
  return false;
}

/** The arcs by which a climb reached a node, each with its lower end; the last climbed first. */
export function climbedArcs(
  { up, parents }: Climb,
  summit: number,
): [low: number, arc: number][] {
  const arcs: [number, number][] = [];
  for (let v = summit; parents[v]! >= 0;) {
    const arc = parents[v]!;
    v = lowEnd(up.offsets, arc);
    arcs.push([v, arc]);
  }
  return arcs;
}

/** The node whose list an arc stands in. */
function lowEnd(offsets: Int32Array, arc: number): number {
  let low = 0;
  let high = offsets.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (offsets[middle]! <= arc) low = middle;
    else high = middle - 1;
  }
  return low;
}
