import type { EdgeLists } from "./_edge_lists.ts";
import type { FixedEdges } from "./_fixed_edges.ts";
import type { OneTree } from "./_one_tree.ts";

/**
 * What the bound rises by when an edge of the shortest 1-tree is left out, or one outside it taken
 * in: the price of the exchange.
 */
export class Exchange {
  /** By the later point of a tree edge: the least key of an edge that may stand in for it. */
  readonly replacement: Float64Array;
  /** The keys of the tree edges by their later point, -Infinity where used. */
  readonly keys: Float64Array;
  /** Edges that a bound beyond the target forbids, as u * n + v. */
  readonly barred: number[] = [];
  readonly #depth: Int32Array;

  constructor(n: number) {
    this.replacement = new Float64Array(n);
    this.keys = new Float64Array(n);
    this.#depth = new Int32Array(n);
  }

  /** Prices every exchange; `slack` is how much the bound may rise before it passes the target. */
  price(
    tree: OneTree,
    { lists, counts }: EdgeLists,
    fixed: FixedEdges,
    pi: Float64Array,
    slack: number,
  ): void {
    const { n, parents, order } = tree;
    const { replacement, keys, barred } = this;
    const depth = this.#depth;
    const matrix = fixed.keys;
    barred.length = 0;
    replacement.fill(Infinity);
    depth[1] = 0;
    for (let k = 1; k < n - 1; k++) {
      const v = order[k]!;
      const up = parents[v]!;
      depth[v] = depth[up]! + 1;
      keys[v] = matrix[up * n + v]! + pi[up]! + pi[v]!;
    }
    for (let u = 1; u < n; u++) {
      const end = u * n + counts[u]!;
      for (let k = u * n; k < end; k++) {
        const v = lists[k]!;
        if (v >= u) break;
        if (v === 0 || parents[v] === u || parents[u] === v) continue;
        const key = matrix[u * n + v]! + pi[u]! + pi[v]!;
        if (key === Infinity) continue;
        let most = -Infinity;
        let a = u;
        let b = v;
        while (a !== b) {
          if (depth[a]! < depth[b]!) [a, b] = [b, a];
          if (keys[a]! > most) most = keys[a]!;
          if (key < replacement[a]!) replacement[a] = key;
          a = parents[a]!;
        }
        if (key - most > slack) barred.push(u * n + v);
      }
    }
    this.#priceRoot(tree, fixed, pi, slack, counts[0]!, lists);
  }

  /** The free edges of the 1-tree that no other can stand in for within the slack. */
  needed(
    { n, parents, order, second }: OneTree,
    fixed: FixedEdges,
    pi: Float64Array,
    slack: number,
  ): [number, number][] {
    const { keys, replacement } = this;
    const edges: [number, number][] = [];
    for (let k = 1; k < n - 1; k++) {
      const v = order[k]!;
      if (keys[v]! > -Infinity && replacement[v]! - keys[v]! > slack) edges.push([v, parents[v]!]);
    }
    for (const v of [parents[0]!, second]) {
      const key = fixed.keys[v]! + pi[v]!;
      if (key > -Infinity && replacement[0]! - key > slack) edges.push([0, v]);
    }
    return edges;
  }

  #priceRoot(
    { n, parents, second, third }: OneTree,
    { keys }: FixedEdges,
    pi: Float64Array,
    slack: number,
    count: number,
    lists: Int16Array,
  ): void {
    const first = parents[0]!;
    const largest = keys[second]! > -Infinity
      ? keys[second]! + pi[second]!
      : keys[first]! + pi[first]!;
    for (let k = 0; k < count; k++) {
      const v = lists[k]!;
      if (v === first || v === second || keys[v] === Infinity) continue;
      if (keys[v]! + pi[v]! - largest > slack) this.barred.push(v * n);
    }
    this.keys[0] = largest;
    this.replacement[0] = third < 0 ? Infinity : keys[third]! + pi[third]!;
  }
}
