/**
 * A 4-ary heap of (key, item) pairs, smallest key first, in one flat array: the four children of
 * an entry fill one cache line. An item may stand in it several times; who pops skips the stale.
 */
export class PairHeap {
  /** Entry i is key `slots[2 * i]`, item `slots[2 * i + 1]`. */
  #slots = new Float64Array(128);
  /** How many entries there are. */
  size = 0;

  /** Empties the heap. */
  clear(): void {
    this.size = 0;
  }

  /** The smallest key; infinite when empty. */
  topKey(): number {
    return this.size === 0 ? Infinity : this.#slots[0]!;
  }

  /** The item of the smallest key; only while not empty. */
  topItem(): number {
    return this.#slots[1]!;
  }

  /** Adds an entry. */
  push(key: number, item: number): void {
    let i = this.size++;
    if (2 * i === this.#slots.length) this.#grow();
    const slots = this.#slots;
    while (i > 0) {
      const parent = (i - 1) >> 2;
      const above = slots[2 * parent]!;
      if (above <= key) break;
      slots[2 * i] = above;
      slots[2 * i + 1] = slots[2 * parent + 1]!;
      i = parent;
    }
    slots[2 * i] = key;
    slots[2 * i + 1] = item;
  }

  /** Takes the smallest entry away; only while not empty. */
  drop(): void {
    const n = --this.size;
    const slots = this.#slots;
    const key = slots[2 * n]!;
    const item = slots[2 * n + 1]!;
    let i = 0;
    for (let child = 1; child < n; child = 4 * i + 1) {
      const end = child + 4 < n ? child + 4 : n;
      let least = child;
      let leastKey = slots[2 * child]!;
      for (let c = child + 1; c < end; c++) {
        const k = slots[2 * c]!;
        if (k < leastKey) {
          least = c;
          leastKey = k;
        }
      }
      if (leastKey >= key) break;
      slots[2 * i] = leastKey;
      slots[2 * i + 1] = slots[2 * least + 1]!;
      i = least;
    }
    slots[2 * i] = key;
    slots[2 * i + 1] = item;
  }

  #grow(): void {
    const larger = new Float64Array(2 * this.#slots.length);
    larger.set(this.#slots);
    this.#slots = larger;
  }
}
