import { PairHeap } from "../_pair_heap.ts";

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

/** A heap of ids by any keys; ties leave in any order. */
export class KeyHeap implements KeyQueue {
  readonly #heap = new PairHeap();
  key = 0;

  get floor(): number {
    return this.key;
  }

  begin(origin: number): void {
    this.#heap.clear();
    this.key = origin;
  }

  push(id: number, key: number): void {
    this.#heap.push(key, id);
  }

  pop(): number {
    if (this.#heap.size === 0) return -1;
    const id = this.#heap.topItem();
    this.key = this.#heap.topKey();
    this.#heap.drop();
    return id;
  }
}
