/**
 * Arc lists that change while a graph is contracted: each node's arcs stand together in one pool,
 * with room to grow; a list that outgrows its room moves to the end.
 */
export class Overlay {
  /** Where each node's list begins. */
  readonly starts: Int32Array;
  /** How many arcs each node has. */
  readonly sizes: Int32Array;
  readonly #rooms: Int32Array;
  /** The other end of each arc. */
  heads: Int32Array;
  /** The weight of each arc. */
  weights: Float64Array;
  /** The node a shortcut leads over; `~edge` for an arc of the graph itself. */
  vias: Int32Array;
  /** How many arcs of the graph an arc stands for. */
  hops: Int32Array;
  #used = 0;

  constructor(nodeCount: number, arcCount: number) {
    this.starts = new Int32Array(nodeCount);
    this.sizes = new Int32Array(nodeCount);
    this.#rooms = new Int32Array(nodeCount);
    const room = Math.max(16, 2 * arcCount);
    this.heads = new Int32Array(room);
    this.weights = new Float64Array(room);
    this.vias = new Int32Array(room);
    this.hops = new Int32Array(room);
  }

  /** Adds an arc, or makes the one there is lighter; keeps the lighter of the two. */
  link(tail: number, head: number, weight: number, via: number, hops: number): void {
    const end = this.starts[tail]! + this.sizes[tail]!;
    let at = this.starts[tail]!;
    while (at < end && this.heads[at] !== head) at++;
    if (at < end && this.weights[at]! <= weight) return;
    if (at === end) at = this.#append(tail);
    this.heads[at] = head;
    this.weights[at] = weight;
    this.vias[at] = via;
    this.hops[at] = hops;
  }

  /** Takes the arc from `tail` to `head` away. */
  unlink(tail: number, head: number): void {
    const start = this.starts[tail]!;
    const last = start + --this.sizes[tail]!;
    let at = start;
    while (this.heads[at] !== head) at++;
    this.heads[at] = this.heads[last]!;
    this.weights[at] = this.weights[last]!;
    this.vias[at] = this.vias[last]!;
    this.hops[at] = this.hops[last]!;
  }

  #append(tail: number): number {
    const size = this.sizes[tail]!++;
    if (size < this.#rooms[tail]!) return this.starts[tail]! + size;
    const room = Math.max(4, 2 * size);
    if (this.#used + room > this.heads.length) this.#grow(this.#used + room);
    const from = this.starts[tail]!;
    for (const list of [this.heads, this.weights, this.vias, this.hops]) {
      list.copyWithin(this.#used, from, from + size);
    }
    this.starts[tail] = this.#used;
    this.#rooms[tail] = room;
    this.#used += room;
    return this.starts[tail]! + size;
  }

  #grow(least: number): void {
    const length = Math.max(least, 2 * this.heads.length);
    this.heads = longer(this.heads, new Int32Array(length));
    this.weights = longer(this.weights, new Float64Array(length));
    this.vias = longer(this.vias, new Int32Array(length));
    this.hops = longer(this.hops, new Int32Array(length));
  }
}

function longer<T extends Int32Array | Float64Array>(from: T, into: T): T {
  into.set(from);
  return into;
}
