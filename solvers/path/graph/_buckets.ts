import { PairHeap } from "../_pair_heap.ts";

/** How many buckets the window has. */
const BUCKETS = 4096;

/**
 * A queue for searches that correct their labels: pairs (key, item) come out in order of key up
 * to the width of one bucket, for a fraction of what a heap costs. Keys are whole; the width is
 * a power of two, so that every bucket's bounds are exact. What lies beyond the window of buckets
 * waits in a heap. A key below the present bucket counts as its lower bound: the path it stands
 * for has passed a node whose bound was no less.
 */
export class BucketQueue {
  readonly #scale: number;
  readonly #first = new Int32Array(BUCKETS).fill(-1);
  #items = new Int32Array(256);
  #next = new Int32Array(256);
  #used = 0;
  #free = -1;
  #base = 0;
  #current = 0;
  #inBuckets = 0;
  readonly #far = new PairHeap();
  readonly #width: number;

  /** `width` is the width of a bucket, a power of two. */
  constructor(width: number) {
    this.#width = width;
    this.#scale = 1 / width;
  }

  /** Empties the queue and puts one pair in. */
  start(key: number, item: number): void {
    if (this.#inBuckets > 0) this.#first.fill(-1);
    this.#far.clear();
    this.#inBuckets = 0;
    this.#used = 0;
    this.#free = -1;
    this.#base = Math.floor(key * this.#scale);
    this.#current = 0;
    this.push(key, item);
  }

  /** Adds a pair. */
  push(key: number, item: number): void {
    let bucket = Math.floor(key * this.#scale) - this.#base;
    if (bucket >= BUCKETS) {
      if (key < Infinity) this.#far.push(key, item);
      return;
    }
    if (bucket < this.#current) bucket = this.#current;
    let slot = this.#free;
    if (slot >= 0) this.#free = this.#next[slot]!;
    else {
      slot = this.#used++;
      if (slot === this.#items.length) this.#grow();
    }
    this.#items[slot] = item;
    this.#next[slot] = this.#first[bucket]!;
    this.#first[bucket] = slot;
    this.#inBuckets++;
  }

  /** A lower bound of every key in the queue; infinite when it is empty. */
  bound(): number {
    if (this.#inBuckets === 0 && !this.#refill()) return Infinity;
    while (this.#first[this.#current]! < 0) this.#current++;
    return (this.#base + this.#current) * this.#width;
  }

  /** Takes a pair of the present bucket away; only after `bound` was finite. */
  take(): number {
    const slot = this.#first[this.#current]!;
    this.#first[this.#current] = this.#next[slot]!;
    this.#next[slot] = this.#free;
    this.#free = slot;
    this.#inBuckets--;
    return this.#items[slot]!;
  }

  /** Moves the window to the smallest key that waits beyond it. */
  #refill(): boolean {
    const far = this.#far;
    const scale = this.#scale;
    if (far.size === 0) return false;
    this.#base = Math.floor(far.topKey() * scale);
    this.#current = 0;
    while (far.size > 0 && Math.floor(far.topKey() * scale) - this.#base < BUCKETS) {
      const key = far.topKey();
      const item = far.topItem();
      far.drop();
      this.push(key, item);
    }
    return true;
  }

  #grow(): void {
    this.#items = doubled(this.#items);
    this.#next = doubled(this.#next);
  }
}

function doubled(list: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * list.length);
  larger.set(list);
  return larger;
}
