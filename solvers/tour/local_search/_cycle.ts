/**
 * A cycle in an array with the place of every point. Its one operation reverses a path; where the
 * rest of the cycle is shorter, that is turned instead and the direction of reading with it.
 */
export class Cycle {
  readonly #n: number;
  readonly #order: Int32Array;
  readonly #place: Int32Array;
  readonly #log: number[] = [];
  #backwards = false;

  constructor(order: ArrayLike<number>) {
    this.#n = order.length;
    this.#order = Int32Array.from(order);
    this.#place = new Int32Array(this.#n);
    this.#order.forEach((v, k) => this.#place[v] = k);
  }

  /** The points in order. */
  toArray(): Int32Array {
    return this.#order.slice();
  }

  next(v: number): number {
    return this.#backwards ? this.#before(v) : this.#behind(v);
  }

  previous(v: number): number {
    return this.#backwards ? this.#behind(v) : this.#before(v);
  }

  /** How many steps forwards lead from u to v. */
  steps(u: number, v: number): number {
    const steps = this.#place[v]! - this.#place[u]!;
    const forwards = this.#backwards ? -steps : steps;
    return forwards < 0 ? forwards + this.#n : forwards;
  }

  /** Reverses the path from a forwards to b. */
  reverse(a: number, b: number): void {
    this.#log.push(a, b);
    this.#turn(a, b);
  }

  /** How many reversals there were; a mark for {@link undo}. */
  get mark(): number {
    return this.#log.length;
  }

  /** Takes back all reversals since the mark. */
  undo(mark: number): void {
    while (this.#log.length > mark) {
      const b = this.#log.pop()!;
      const a = this.#log.pop()!;
      this.#turn(b, a);
    }
  }

  /** Forgets how it came to be. */
  commit(): void {
    this.#log.length = 0;
  }

  #behind(v: number): number {
    const k = this.#place[v]! + 1;
    return this.#order[k === this.#n ? 0 : k]!;
  }

  #before(v: number): number {
    const k = this.#place[v]!;
    return this.#order[k === 0 ? this.#n - 1 : k - 1]!;
  }

  #turn(a: number, b: number): void {
    const n = this.#n;
    const order = this.#order;
    const place = this.#place;
    let i = place[this.#backwards ? b : a]!;
    let j = place[this.#backwards ? a : b]!;
    let size = j - i + 1;
    if (size <= 0) size += n;
    if (2 * size > n) {
      const from = i;
      i = j + 1 === n ? 0 : j + 1;
      j = from === 0 ? n - 1 : from - 1;
      size = n - size;
      this.#backwards = !this.#backwards;
    }
    for (let swaps = size >> 1; swaps > 0; swaps--) {
      const u = order[i]!;
      const v = order[j]!;
      order[i] = v;
      place[v] = i;
      order[j] = u;
      place[u] = j;
      if (++i === n) i = 0;
      if (--j < 0) j = n - 1;
    }
  }
}
