import type { KeyQueue } from "./_key_heap.ts";

/** Buckets to a unit of key: finer ones keep the order better, coarser ones are fewer. */
const BUCKETS_PER_UNIT = 4;

/**
 * A queue of ids by key, least first up to a fraction of a unit; within it the newest first. Keys
 * must not fall below the one the queue was begun with by more than rounding.
 *
 * Source: R. B. Dial, Algorithm 360 (1969).
 */
export class KeyBuckets implements KeyQueue {
  /** The newest entry of each bucket, -1 where there is none. */
  #heads = new Int32Array(1024).fill(-1);
  /** The entry below each entry. */
  #below = new Int32Array(1024);
  #ids = new Int32Array(1024);
  #keys = new Float64Array(1024);
  #origin = 0;
  #count = 0;
  /** The bucket at hand, and the last that was ever filled. */
  #at = 0;
  #last = 0;
  key = 0;

  get floor(): number {
    return this.#origin + this.#at / BUCKETS_PER_UNIT;
  }

  begin(origin: number): void {
    const heads = this.#heads;
    for (let i = this.#at; i <= this.#last; i++) heads[i] = -1;
    this.#origin = origin;
    this.key = origin;
    this.#count = 0;
    this.#at = 0;
    this.#last = 0;
  }

  push(id: number, key: number): void {
    const place = (key - this.#origin) * BUCKETS_PER_UNIT | 0;
    const bucket = place < this.#at ? this.#at : place;
    if (this.#count === this.#ids.length) this.#growEntries();
    if (bucket >= this.#heads.length) this.#growHeads(bucket);
    const entry = this.#count++;
    this.#ids[entry] = id;
    this.#keys[entry] = key;
    this.#below[entry] = this.#heads[bucket]!;
    this.#heads[bucket] = entry;
    if (bucket > this.#last) this.#last = bucket;
  }

  pop(): number {
    const heads = this.#heads;
    let at = this.#at;
    while (at <= this.#last && heads[at]! < 0) at++;
    this.#at = at;
    if (at > this.#last) return -1;
    const entry = heads[at]!;
    heads[at] = this.#below[entry]!;
    this.key = this.#keys[entry]!;
    return this.#ids[entry]!;
  }

  #growEntries(): void {
    const size = 2 * this.#ids.length;
    const [ids, keys, below] = [this.#ids, this.#keys, this.#below];
    this.#ids = new Int32Array(size);
    this.#keys = new Float64Array(size);
    this.#below = new Int32Array(size);
    this.#ids.set(ids);
    this.#keys.set(keys);
    this.#below.set(below);
  }

  #growHeads(bucket: number): void {
    const heads = this.#heads;
    this.#heads = new Int32Array(Math.max(2 * heads.length, bucket + 1)).fill(-1);
    this.#heads.set(heads);
  }
}
