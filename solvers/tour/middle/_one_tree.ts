/**
 * The shortest 1-tree under potentials: a spanning tree of all points but the root, point 0, and the
 * two shortest edges at the root. Every tour is a 1-tree, so that its length bounds them all.
 */
export class OneTree {
  readonly n: number;
  /** The other end of each point's edge towards `top`; of the root its shorter edge. */
  readonly parents: Int32Array;
  /** The points but the root, in the order in which the tree took them. */
  readonly order: Int32Array;
  /** How many edges of the 1-tree each point has. */
  readonly degrees: Int32Array;
  /** The other end of the root's longer edge. */
  second = 0;
  /** The other end of the root's third shortest edge, -1 if there is none. */
  third = 0;
  readonly #near: Float64Array;
  readonly #left: Int32Array;

  constructor(n: number) {
    this.n = n;
    this.parents = new Int32Array(n);
    this.order = new Int32Array(n - 1);
    this.degrees = new Int32Array(n);
    this.#near = new Float64Array(n);
    this.#left = new Int32Array(n);
  }

  /**
   * Builds the 1-tree.
   *
   * @param costs the cost of each edge
   * @param keys the same, but -Infinity where the edge must be and Infinity where it must not
   * @param pi the potentials, added to the costs of each edge at both ends
   * @param lists the points that may follow each point: those of v stand from `v * n` on
   * @param counts how many these are
   * @returns its cost less twice the sum of potentials: no tour costs less; Infinity if there is none
   */
  build(
    costs: Float64Array,
    keys: Float64Array,
    pi: Float64Array,
    lists: Int16Array,
    counts: Int32Array,
  ): number {
    const { n, parents, order, degrees } = this;
    const near = this.#near;
    const left = this.#left;
    degrees.fill(0);
    near.fill(Infinity);
    let size = 0;
    for (let v = 2; v < n; v++) left[size++] = v;
    let total = 0;
    let at = 1;
    parents[1] = 1;
    order[0] = 1;
    near[0] = -Infinity;
    near[1] = -Infinity;
    for (let step = 1; step < n - 1; step++) {
      const row = at * n;
      const own = pi[at]!;
      const count = counts[at]!;
      for (let k = 0; k < count; k++) {
        const v = lists[row + k]!;
        const key = keys[row + v]! + own + pi[v]!;
        // Points already taken are nearer than any edge.
        if (key < near[v]!) {
          near[v] = key;
          parents[v] = at;
        }
      }
      let best = 0;
      let least = near[left[0]!]!;
      for (let k = 1; k < size; k++) {
        const key = near[left[k]!]!;
        if (key < least) {
          least = key;
          best = k;
        }
      }
      if (least === Infinity) return Infinity;
      at = left[best]!;
      left[best] = left[--size]!;
      near[at] = -Infinity;
      order[step] = at;
      const up = parents[at]!;
      degrees[at]!++;
      degrees[up]!++;
      total += costs[up * n + at]! + pi[up]! + pi[at]!;
    }
    return this.#joinRoot(costs, keys, pi, lists, counts, total);
  }

  #joinRoot(
    costs: Float64Array,
    keys: Float64Array,
    pi: Float64Array,
    lists: Int16Array,
    counts: Int32Array,
    total: number,
  ): number {
    const { n, degrees } = this;
    let [a, b, c] = [-1, -1, -1];
    let [first, second, third] = [Infinity, Infinity, Infinity];
    for (let k = 0; k < counts[0]!; k++) {
      const v = lists[k]!;
      const key = keys[v]! + pi[v]!;
      if (key < first) {
        [c, third, b, second, a, first] = [b, second, a, first, v, key];
      } else if (key < second) {
        [c, third, b, second] = [b, second, v, key];
      } else if (key < third) {
        [c, third] = [v, key];
      }
    }
    if (b < 0 || second === Infinity) return Infinity;
    this.parents[0] = a;
    this.second = b;
    this.third = c;
    degrees[0] = 2;
    degrees[a]!++;
    degrees[b]!++;
    total += costs[a]! + costs[b]! + pi[a]! + pi[b]! + 2 * pi[0]!;
    for (let v = 0; v < n; v++) total -= 2 * pi[v]!;
    return total;
  }

  /** The points in their order along the 1-tree, which must be a tour. */
  toCycle(): number[] {
    const { n, parents, order, second } = this;
    const near = new Int32Array(2 * n).fill(-1);
    const link = (u: number, v: number) => {
      near[2 * u + (near[2 * u]! < 0 ? 0 : 1)] = v;
      near[2 * v + (near[2 * v]! < 0 ? 0 : 1)] = u;
    };
    for (let k = 1; k < n - 1; k++) link(order[k]!, parents[order[k]!]!);
    link(0, parents[0]!);
    link(0, second);
    const cycle = [0];
    let from = -1;
    for (let at = 0; cycle.length < n; cycle.push(at)) {
      const next = near[2 * at]! === from ? near[2 * at + 1]! : near[2 * at]!;
      from = at;
      at = next;
    }
    return cycle;
  }
}
