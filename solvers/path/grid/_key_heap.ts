/** A 4-ary heap of ids by number, in typed arrays that grow; ties leave in any order. */
export class KeyHeap {
  #keys = new Float64Array(256);
  #ids = new Int32Array(256);
  /** How many ids it holds. */
  size = 0;

  push(id: number, key: number): void {
    if (this.size === this.#ids.length) this.#grow();
    const keys = this.#keys;
    const ids = this.#ids;
    let at = this.size++;
    while (at > 0) {
      const up = at - 1 >> 2;
      if (keys[up]! <= key) break;
      keys[at] = keys[up]!;
      ids[at] = ids[up]!;
      at = up;
    }
    keys[at] = key;
    ids[at] = id;
  }

  /** The least key; the heap must not be empty. */
  get leastKey(): number {
    return this.#keys[0]!;
  }

  /** Takes the id with the least key out; the heap must not be empty. */
  pop(): number {
    const keys = this.#keys;
    const ids = this.#ids;
    const top = ids[0]!;
    const size = --this.size;
    const key = keys[size]!;
    const id = ids[size]!;
    let at = 0;
    for (let first = 1; first < size; first = 4 * at + 1) {
      const end = Math.min(first + 4, size);
      let least = first;
      for (let child = first + 1; child < end; child++) {
        if (keys[child]! < keys[least]!) least = child;
      }
      if (keys[least]! >= key) break;
      keys[at] = keys[least]!;
      ids[at] = ids[least]!;
      at = least;
    }
    keys[at] = key;
    ids[at] = id;
    return top;
  }

  #grow(): void {
    const keys = new Float64Array(2 * this.#keys.length);
    const ids = new Int32Array(2 * this.#ids.length);
    keys.set(this.#keys);
    ids.set(this.#ids);
    this.#keys = keys;
    this.#ids = ids;
  }
}
