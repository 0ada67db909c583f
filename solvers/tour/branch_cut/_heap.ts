/** A binary heap: the least key first. */
export class Heap<T> {
  readonly #keys: number[] = [];
  readonly #items: T[] = [];

  get size(): number {
    return this.#items.length;
  }

  /** The least key; Infinity when empty. */
  get least(): number {
    return this.#keys[0] ?? Infinity;
  }

  items(): readonly T[] {
    return this.#items;
  }

  push(key: number, item: T): void {
    let at = this.#items.length;
    this.#keys.push(key);
    this.#items.push(item);
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (this.#keys[up]! <= key) break;
      this.#keys[at] = this.#keys[up]!;
      this.#items[at] = this.#items[up]!;
      at = up;
    }
    this.#keys[at] = key;
    this.#items[at] = item;
  }

  pop(): T | undefined {
    const top = this.#items[0];
    const key = this.#keys.pop();
    const item = this.#items.pop();
    if (top === undefined || key === undefined || item === undefined) return undefined;
    const size = this.#items.length;
    if (size === 0) return top;
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= size) break;
      if (down + 1 < size && this.#keys[down + 1]! < this.#keys[down]!) down++;
      if (this.#keys[down]! >= key) break;
      this.#keys[at] = this.#keys[down]!;
      this.#items[at] = this.#items[down]!;
      at = down;
    }
    this.#keys[at] = key;
    this.#items[at] = item;
    return top;
  }
}
