import { threefry4x32 } from "./_threefry.ts";

/** The largest range {@link Chance.below} draws from. */
const RANGE_LIMIT = 2 ** 21;

const TWO_32 = 2 ** 32;

/**
 * The key of a run: a 128-bit hash of strings and numbers, so that runs which differ in anything
 * share no items.
 *
 * @param parts anything that JSON can write; equal parts give equal keys
 * @returns four 32-bit words
 *
 * Cost: about 20 ns for each 16 bytes of the JSON text; done once a run.
 * Source: Matyas, Meyer and Oseas's hash from a block cipher, here Threefry-4x32.
 *
 * @example
 * ```ts
 * import { chanceKey } from "@alidade/core/tasks";
 * import { assertNotEquals } from "@std/assert";
 *
 * assertNotEquals(chanceKey(["direction", 1, 42]), chanceKey(["direction", 1, 43]));
 * ```
 */
export function chanceKey(parts: unknown): Int32Array {
  const text = new TextEncoder().encode(JSON.stringify(parts));
  // The length stands before the text, so no text is another one's beginning.
  const bytes = new Uint8Array(16 * (1 + Math.ceil(text.length / 16)));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, text.length, true);
  bytes.set(text, 16);
  const key = new Int32Array(4);
  const block = new Int32Array(4);
  for (let at = 0; at < bytes.length; at += 16) {
    const word = (i: number) => view.getInt32(at + 4 * i, true);
    threefry4x32(key, word(0), word(1), word(2), word(3), block);
    for (let i = 0; i < 4; i++) key[i] = block[i]! ^ word(i);
  }
  return key;
}

/**
 * A random stream for each item of a run: what is drawn for an item depends on the run's key and
 * the item's index alone, so items may be made in any order, on any machine, and be made again.
 *
 * One object serves one loop: {@link Chance.start} moves it to an item, and nothing is allocated
 * by any draw.
 *
 * @example
 * ```ts
 * import { Chance, chanceKey } from "@alidade/core/tasks";
 * import { assertEquals } from "@std/assert";
 *
 * const chance = new Chance(chanceKey(["dice", 7]));
 * chance.start(1000);
 * const first = [chance.below(6), chance.below(6)];
 * chance.start(1000);
 * assertEquals([chance.below(6), chance.below(6)], first);
 * ```
 */
export class Chance {
  readonly #key: Int32Array;
  readonly #words = new Int32Array(4);
  #left = 0;
  #block = 0;
  #low = 0;
  #high = 0;
  #attempt = 0;

  /**
   * Makes the stream of a run.
   *
   * @param key four words from {@link chanceKey}
   */
  constructor(key: Int32Array) {
    this.#key = key.slice(0, 4);
  }

  /**
   * Moves to the beginning of an item's own draws.
   *
   * @param index the item, an integer from 0 to 2^53 - 1
   * @param attempt which stream of the item, from 0: draws of two attempts are independent
   */
  start(index: number, attempt = 0): void {
    this.#low = index | 0;
    this.#high = (index / TWO_32) | 0;
    this.#attempt = attempt;
    this.#block = 0;
    this.#left = 0;
  }

  /**
   * Draws 32 random bits.
   *
   * @returns an integer from -2^31 to 2^31 - 1
   */
  bits(): number {
    if (this.#left === 0) this.#refill();
    return this.#words[--this.#left]!;
  }

  /**
   * Draws an integer, each with exactly the same probability.
   *
   * @param n how many integers there are to draw from, an integer of 1 to 2^21
   * @returns an integer from 0 to n - 1
   * @throws RangeError when n is out of range
   *
   * Source: D. Lemire, Fast Random Integer Generation in an Interval (2019), with rejection.
   */
  below(n: number): number {
    if (!(n >= 1 && n <= RANGE_LIMIT)) {
      throw new RangeError(`Cannot draw below ${n}, must be an integer of 1 to ${RANGE_LIMIT}`);
    }
    const product = (this.bits() >>> 0) * n;
    // Only a low word below n can need rejection: at most one draw of 2^11 pays the division.
    return (product >>> 0) < n ? this.#again(n, product) : (product / TWO_32) | 0;
  }

  #again(n: number, first: number): number {
    const threshold = TWO_32 % n;
    let product = first;
    while ((product >>> 0) < threshold) product = (this.bits() >>> 0) * n;
    return (product / TWO_32) | 0;
  }

  #refill(): void {
    threefry4x32(this.#key, this.#low, this.#high, this.#block++, this.#attempt, this.#words);
    this.#left = 4;
  }
}
