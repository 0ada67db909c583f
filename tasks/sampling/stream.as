// The random stream of an item, word for word that of Chance; AssemblyScript.

import { fourBlocks } from "./threefry";

let words: usize = 0;
let left: i32 = 0; // words that are drawn but not used
let block: i32 = 0;
let key: usize = 0;
let low: i32 = 0;
let high: i32 = 0;

/** Takes the key, four words, and scratch for sixteen words. */
export function openStream(keyAt: usize, scratch: usize): void {
  key = keyAt;
  words = scratch;
}

/** Moves to the beginning of an item's own draws. */
export function startItem(indexLow: i32, indexHigh: i32): void {
  low = indexLow;
  high = indexHigh;
  block = 0;
  left = 0;
}

/** The next four blocks of the item's stream, in the lanes; each is used from its last word on. */
function refill(): void {
  const counters = i32x4.add(i32x4.splat(block), i32x4(0, 1, 2, 3));
  fourBlocks(key, i32x4.splat(low), i32x4.splat(high), counters, words);
  const x0 = v128.load(words), x1 = v128.load(words, 16);
  const x2 = v128.load(words, 32), x3 = v128.load(words, 48);
  // Words are used from the end of the scratch: the last word of the first block stands last.
  const a = i32x4.shuffle(x0, x1, 0, 4, 1, 5), b = i32x4.shuffle(x0, x1, 2, 6, 3, 7);
  const c = i32x4.shuffle(x2, x3, 0, 4, 1, 5), d = i32x4.shuffle(x2, x3, 2, 6, 3, 7);
  v128.store(words, i64x2.shuffle(a, c, 0, 2), 48);
  v128.store(words, i64x2.shuffle(a, c, 1, 3), 32);
  v128.store(words, i64x2.shuffle(b, d, 0, 2), 16);
  v128.store(words, i64x2.shuffle(b, d, 1, 3));
  block += 4;
  left = 16;
}

/** Leaves out the first words of an item, at most 16. */
export function skip(count: i32): void {
  refill();
  left -= count;
}

/** The next word of the item's stream. */
// @ts-ignore: decorator
@inline
export function bits(): u32 {
  if (left == 0) refill();
  return load<u32>(words + (--left << 2));
}

/** Sixteen words for a kernel that uses them up itself, from the last down: the address behind. */
export function refilled(): usize {
  refill();
  left = 0;
  return words + 64;
}

export function below(n: u32): u32 {
  let product = <u64>bits() * n;
  if (<u32>product < n) {
    const least: u32 = (0 - n) % n;
    while (<u32>product < least) product = <u64>bits() * n;
  }
  return <u32>(product >> 32);
}
