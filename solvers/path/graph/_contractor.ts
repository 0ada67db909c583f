import type { Graph } from "./graph.ts";
import { Overlay } from "./_overlay.ts";
import { WitnessSearch } from "./_witness.ts";

/**
 * Takes nodes out of a graph one by one and adds the shortcuts that keep the distances among the
 * rest. An undirected graph has one overlay that serves both ways.
 */
export class Contractor {
  /** The arcs that leave each node. */
  readonly out: Overlay;
  /** The arcs that enter each node, by their tails; the same object when undirected. */
  readonly into: Overlay;
  readonly #witness: WitnessSearch;
  /** The shortcuts of the last {@link examine}: tail, head, hops; weights beside them. */
  readonly #found: number[] = [];
  /** The weight a way into each head of the arcs examined ends with, at least. */
  readonly #lasts: number[] = [];

  constructor(graph: Graph) {
    const { directed, nodeCount, offsets, heads, weights, edges } = graph;
    this.out = new Overlay(nodeCount, heads.length);
    this.into = directed ? new Overlay(nodeCount, heads.length) : this.out;
    for (let u = 0; u < nodeCount; u++) {
      for (let a = offsets[u]!; a < offsets[u + 1]!; a++) {
        const v = heads[a]!;
        if (u === v) continue;
        const via = ~(edges?.[a] ?? 0);
        this.out.link(u, v, weights[a]!, via, 1);
        if (directed) this.into.link(v, u, weights[a]!, via, 1);
      }
    }
    this.#witness = new WitnessSearch(nodeCount, this.out);
  }

  /**
   * Finds the shortcuts that contracting a node needs.
   *
   * @returns its importance: arcs added per arc removed, plus hops added per hop removed
   */
  examine(v: number, budget: number): number {
    const { out, into } = this;
    const found = this.#found;
    const witness = this.#witness;
    const both = out === into;
    found.length = 0;
    let hopsAdded = 0, hopsRemoved = 0;
    const first = into.starts[v]!, last = first + into.sizes[v]!;
    const exits = out.starts[v]!, exitsEnd = exits + out.sizes[v]!;
    for (let b = exits; b < exitsEnd; b++) {
      hopsRemoved += out.hops[b]!;
      this.#lasts[b - exits] = this.#lightestInto(out.heads[b]!, v);
    }
    for (let a = first; a < last; a++) {
      const u = into.heads[a]!;
      const weight = into.weights[a]!;
      if (!both) hopsRemoved += into.hops[a]!;
      const from = both ? a + 1 : exits;
      let targets = 0, reach = -1;
      witness.start(u);
      for (let b = from; b < exitsEnd; b++) {
        const x = out.heads[b]!;
        if (x === u) continue;
        const bound = weight + out.weights[b]!;
        witness.aim(x, bound);
        targets++;
        reach = Math.max(reach, bound - this.#lasts[b - exits]!);
      }
      if (targets === 0) continue;
      witness.run(v, targets, reach, budget);
      for (let b = from; b < exitsEnd; b++) {
        const x = out.heads[b]!;
        if (x === u || witness.found(x)) continue;
        const hops = into.hops[a]! + out.hops[b]!;
        hopsAdded += hops;
        found.push(u, x, weight + out.weights[b]!, hops);
      }
    }
    const removed = both ? exitsEnd - exits : exitsEnd - exits + last - first;
    return removed === 0 ? 0 : found.length / 4 / removed + hopsAdded / hopsRemoved;
  }

  /** The weight of the lightest arc into a node, from others than `avoid`. */
  #lightestInto(node: number, avoid: number): number {
    const { starts, sizes, heads, weights } = this.into;
    const end = starts[node]! + sizes[node]!;
    let lightest = Infinity;
    for (let a = starts[node]!; a < end; a++) {
      if (weights[a]! < lightest && heads[a] !== avoid) lightest = weights[a]!;
    }
    return lightest;
  }

  /** Takes a node out, with the shortcuts that the last {@link examine} of it found. */
  contract(v: number): void {
    const { out, into } = this;
    const found = this.#found;
    const both = out === into;
    for (let a = 0; a < into.sizes[v]!; a++) out.unlink(into.heads[into.starts[v]! + a]!, v);
    for (let b = 0; !both && b < out.sizes[v]!; b++) {
      into.unlink(out.heads[out.starts[v]! + b]!, v);
    }
    for (let i = 0; i < found.length; i += 4) {
      const u = found[i]!, x = found[i + 1]!, length = found[i + 2]!, hops = found[i + 3]!;
      out.link(u, x, length, v, hops);
      (both ? out : into).link(x, u, length, v, hops);
    }
  }
}
