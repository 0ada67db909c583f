import { PairHeap } from "../_pair_heap.ts";
import type { Overlay } from "./_overlay.ts";

/** Local searches for ways round a node that is to be contracted. */
export class WitnessSearch {
  readonly #distances: Float64Array;
  /** The search that reached a node; negative once it is settled. */
  readonly #marks: Int32Array;
  readonly #targets: Int32Array;
  readonly #bounds: Float64Array;
  readonly #heap = new PairHeap();
  #stamp = 0;
  readonly #out: Overlay;

  constructor(nodeCount: number, out: Overlay) {
    this.#out = out;
    this.#distances = new Float64Array(nodeCount);
    this.#marks = new Int32Array(nodeCount);
    this.#targets = new Int32Array(nodeCount);
    this.#bounds = new Float64Array(nodeCount);
  }

  /** Begins a search; then come its targets, then {@link run}. */
  start(source: number): void {
    this.#stamp++;
    this.#heap.clear();
    this.#heap.push(0, source);
    this.#distances[source] = 0;
    this.#marks[source] = this.#stamp;
  }

  /** Asks whether there is a way to `node` no longer than `bound`. */
  aim(node: number, bound: number): void {
    this.#targets[node] = this.#stamp;
    this.#bounds[node] = bound;
  }

  /**
   * Searches round `avoid` until as many targets as were named have their way, no node nearer
   * than `reach` is open, or `budget` arcs were looked at. A search cut short only costs shortcuts,
   * never exactness.
   */
  run(avoid: number, targetCount: number, reach: number, budget: number): void {
    const distances = this.#distances;
    const marks = this.#marks;
    const heap = this.#heap;
    const out = this.#out;
    const stamp = this.#stamp;
    const targets = this.#targets;
    const bounds = this.#bounds;
    const { starts, sizes, heads, weights } = out;
    let left = targetCount;
    let spent = 0;
    while (heap.size > 0 && spent < budget) {
      const key = heap.topKey();
      if (key > reach) return;
      const u = heap.topItem();
      heap.drop();
      if (marks[u] !== stamp) continue;
      marks[u] = -stamp;
      const start = starts[u]!;
      const end = start + sizes[u]!;
      spent += end - start;
      for (let a = start; a < end; a++) {
        const v = heads[a]!;
        if (v === avoid) continue;
        const d = key + weights[a]!;
        const mark = marks[v]!;
        if (mark === -stamp || (mark === stamp && distances[v]! <= d)) continue;
        if (targets[v] === stamp && d <= bounds[v]!) {
          targets[v] = -stamp;
          if (--left === 0) return;
        }
        if (d > reach) continue;
        distances[v] = d;
        marks[v] = stamp;
        heap.push(d, v);
      }
    }
  }

  /** Whether the last search found a target's way. */
  found(node: number): boolean {
    return this.#targets[node] === -this.#stamp;
  }
}
