import type { BatchForm } from "./_batch_form.ts";
import { type BatchKernel, KEPT, KEPT_FROM, KEPT_WORDS, RESULT_WORDS } from "./_batch_layout.ts";

/** Reads the results that a kernel left in its memory. */
export class BatchReader {
  readonly #form: BatchForm;
  readonly #words: Int32Array;
  readonly #bytes: Uint8Array;

  constructor(form: BatchForm, kernel: BatchKernel) {
    this.#form = form;
    this.#words = kernel.words;
    this.#bytes = kernel.bytes;
  }

  /** The least price in a lane. */
  price(lane: number): number {
    return this.#words[lane * RESULT_WORDS]!;
  }

  /** How many tours lie within the window; more than are kept when above {@link KEPT}. */
  count(lane: number): number {
    return this.#words[lane * RESULT_WORDS + 1]!;
  }

  /** The price of the k-th kept tour. */
  keptPrice(lane: number, k: number): number {
    return this.#words[lane * RESULT_WORDS + KEPT_FROM + k * KEPT_WORDS]!;
  }

  /** Writes the k-th kept tour, all its n points, from `at` on. */
  writeOrder(lane: number, k: number, into: Uint8Array, at: number): void {
    const { n, head, tail, inner } = this.#form;
    const from = (lane * RESULT_WORDS + KEPT_FROM + k * KEPT_WORDS + 1) * 4;
    const bytes = this.#bytes;
    if (head === 1) into[at++] = 0;
    for (let i = 0; i < inner; i++) into[at + i] = bytes[from + i]! + head;
    if (tail === 2) into[at + inner] = n - 1;
  }

  /** How many kept tours have the least price, and which is the first of them; -1 if none. */
  cheapest(lane: number): { count: number; first: number } {
    const kept = Math.min(KEPT, this.count(lane));
    const least = this.price(lane);
    let count = 0;
    let first = -1;
    for (let k = 0; k < kept; k++) {
      if (this.keptPrice(lane, k) !== least) continue;
      if (count++ === 0) first = k;
    }
    return { count, first };
  }
}
