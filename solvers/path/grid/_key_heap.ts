/** A queue of ids by key. */
export interface KeyQueue {
  /** The key of the entry taken last. */
  readonly key: number;
  /** No entry left has a lesser key than this. */
  readonly floor: number;
  /** Empties the queue; `origin` is the least key there will be. */
  begin(origin: number): void;
  push(id: number, key: number): void;
  /** Takes an entry with a least key, or nearly so; -1 when the queue is empty. */
  pop(): number;
}

/** A 4-ary heap of ids by number, in typed arrays that grow; ties leave in any order. */
export class KeyHeap implements KeyQueue {
  #keys = new Float64Array(256);
  #ids = new Int32Array(256);
  #size = 0;
  key = 0;

  get floor(): number {
    return this.key;
  }

  begin(origin: number): void {
    this.#size = 0;
    this.key = origin;
  }

  push(id: number, key: number): void {
    if (this.#size === this.#ids.length) this.#grow();
    const keys = this.#keys;
    const ids = this.#ids;
    let at = this.#size++;
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

  pop(): number {
    if (this.#size === 0) return -1;
    const keys = this.#keys;
    const ids = this.#ids;
    const top = ids[0]!;
    this.key = keys[0]!;
    const size = --this.#size;
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
