/**
 * Which edges a subproblem uses or forbids, with all that follows from it: two edges at each point,
 * no cycle before the last edge. Every change can be taken back.
 */
export class FixedEdges {
  readonly n: number;
  /** `state[u * n + v]`: 0 free, 1 used, -1 forbidden. */
  readonly state: Int8Array;
  /** The sort keys of edges: their cost while free, -Infinity used, Infinity forbidden. */
  readonly keys: Float64Array;
  /** How many used edges each point has. */
  readonly used: Int32Array;
  readonly #costs: Float64Array;
  /** How many edges each point has that are not forbidden. */
  readonly #open: Int32Array;
  /** The other end of the path of used edges that ends here; itself where there is none. */
  readonly #ends: Int32Array;
  /** How many points that path has. */
  readonly #sizes: Int32Array;
  /** Changes in order: an edge, or ~point with its former end and size. */
  readonly #trail: number[] = [];
  readonly #queue: number[] = [];

  /** @param costs a cost for each edge, Infinity where it is forbidden from the start */
  constructor(n: number, costs: Float64Array) {
    this.n = n;
    this.#costs = costs;
    this.keys = Float64Array.from(costs);
    this.state = new Int8Array(n * n);
    this.used = new Int32Array(n);
    this.#open = new Int32Array(n);
    this.#ends = Int32Array.from({ length: n }, (_, v) => v);
    this.#sizes = new Int32Array(n).fill(1);
    for (let u = 0; u < n; u++) {
      this.state[u * n + u] = -1;
      this.keys[u * n + u] = Infinity;
      for (let v = 0; v < n; v++) {
        if (u === v) continue;
        if (costs[u * n + v] === Infinity) this.state[u * n + v] = -1;
        else this.#open[u]!++;
      }
    }
  }

  /** Where the trail stands, to come back to. */
  get mark(): number {
    return this.#trail.length;
  }

  /** How many points the path of used edges has that ends at v. */
  pathSize(v: number): number {
    return this.#sizes[v]!;
  }

  /** Uses (1) or forbids (-1) an edge, and draws the conclusions; false when no tour is left. */
  fix(u: number, v: number, value: 1 | -1): boolean {
    this.#queue.length = 0;
    return this.#set(u, v, value) && this.#conclude();
  }

  /** Draws the conclusions of degrees that hold from the start; false when no tour is left. */
  settle(): boolean {
    this.#queue.length = 0;
    for (let v = 0; v < this.n; v++) this.#queue.push(v);
    return this.#conclude();
  }

  /** Takes back every change since the mark. */
  undo(mark: number): void {
    const { n, state, keys, used } = this;
    const trail = this.#trail;
    while (trail.length > mark) {
      const last = trail.pop()!;
      if (last < 0) {
        this.#sizes[~last] = trail.pop()!;
        this.#ends[~last] = trail.pop()!;
        continue;
      }
      const u = Math.floor(last / n);
      const v = last % n;
      const step = state[last] === 1 ? 1 : 0;
      if (step === 1) {
        used[u]!--;
        used[v]!--;
      } else {
        this.#open[u]!++;
        this.#open[v]!++;
      }
      state[last] = state[v * n + u] = 0;
      keys[last] = keys[v * n + u] = this.#costs[last]!;
    }
  }

  #set(u: number, v: number, value: 1 | -1): boolean {
    const { n, state, keys, used } = this;
    const edge = u * n + v;
    const mirror = v * n + u;
    if (state[edge] !== 0) return state[edge] === value;
    state[edge] = state[mirror] = value;
    this.#trail.push(edge);
    this.#queue.push(u, v);
    if (value === -1) {
      keys[edge] = keys[mirror] = Infinity;
      this.#open[u]!--;
      this.#open[v]!--;
      return this.#open[u]! >= 2 && this.#open[v]! >= 2;
    }
    keys[edge] = keys[mirror] = -Infinity;
    used[u]!++;
    used[v]!++;
    return used[u]! <= 2 && used[v]! <= 2 && this.#link(u, v);
  }

  /** Joins two paths of used edges; their far ends must not meet before the last edge. */
  #link(u: number, v: number): boolean {
    const ends = this.#ends;
    const sizes = this.#sizes;
    const a = ends[u]!;
    const b = ends[v]!;
    if (a === v) return sizes[v] === this.n;
    const size = sizes[a]! + sizes[b]!;
    this.#trail.push(ends[a]!, sizes[a]!, ~a, ends[b]!, sizes[b]!, ~b);
    ends[a] = b;
    ends[b] = a;
    sizes[a] = sizes[b] = size;
    if (size === 2) return true;
    return this.#set(a, b, size === this.n ? 1 : -1);
  }

  /** Where a point's two edges are settled, settles its other edges. */
  #conclude(): boolean {
    const { n, state, used } = this;
    const open = this.#open;
    const queue = this.#queue;
    for (let v = queue.pop(); v !== undefined; v = queue.pop()) {
      if (open[v]! < 2) return false;
      const full = used[v] === 2;
      if (open[v] === used[v] || (!full && open[v] !== 2)) continue;
      const value = full ? -1 : 1;
      for (let u = 0; u < n; u++) {
        if (state[v * n + u] === 0 && !this.#set(v, u, value)) return false;
      }
    }
    return true;
  }
}
