// The random stream of an item, word for word that of Chance; AssemblyScript.

const PARITY: i32 = 0x1bd11bda;

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

// @ts-ignore: decorator
@inline
function turn(x: v128, n: i32): v128 {
  return v128.or(i32x4.shl(x, n), i32x4.shr_u(x, 32 - n));
}

/** The next four blocks of the item's stream, in the lanes; each is used from its last word on. */
function refill(): void {
  const k0 = load<i32>(key), k1 = load<i32>(key, 4), k2 = load<i32>(key, 8), k3 = load<i32>(key, 12);
  const k4 = PARITY ^ k0 ^ k1 ^ k2 ^ k3;
  let x0 = i32x4.splat(low + k0);
  let x1 = i32x4.splat(high + k1);
  let x2 = i32x4.add(i32x4.splat(block + k2), i32x4(0, 1, 2, 3));
  let x3 = i32x4.splat(k3);

  x0 = i32x4.add(x0, x1); x1 = v128.xor(turn(x1, 10), x0);
  x2 = i32x4.add(x2, x3); x3 = v128.xor(turn(x3, 26), x2);
  x0 = i32x4.add(x0, x3); x3 = v128.xor(turn(x3, 11), x0);
  x2 = i32x4.add(x2, x1); x1 = v128.xor(turn(x1, 21), x2);
  x0 = i32x4.add(x0, x1); x1 = v128.xor(turn(x1, 13), x0);
  x2 = i32x4.add(x2, x3); x3 = v128.xor(turn(x3, 27), x2);
  x0 = i32x4.add(x0, x3); x3 = v128.xor(turn(x3, 23), x0);
  x2 = i32x4.add(x2, x1); x1 = v128.xor(turn(x1, 5), x2);
  x0 = i32x4.add(x0, i32x4.splat(k1)); x1 = i32x4.add(x1, i32x4.splat(k2));
  x2 = i32x4.add(x2, i32x4.splat(k3)); x3 = i32x4.add(x3, i32x4.splat(k4 + 1));

  x0 = i32x4.add(x0, x1); x1 = v128.xor(turn(x1, 6), x0);
  x2 = i32x4.add(x2, x3); x3 = v128.xor(turn(x3, 20), x2);
  x0 = i32x4.add(x0, x3); x3 = v128.xor(turn(x3, 17), x0);
  x2 = i32x4.add(x2, x1); x1 = v128.xor(turn(x1, 11), x2);
  x0 = i32x4.add(x0, x1); x1 = v128.xor(turn(x1, 25), x0);
  x2 = i32x4.add(x2, x3); x3 = v128.xor(turn(x3, 10), x2);
  x0 = i32x4.add(x0, x3); x3 = v128.xor(turn(x3, 18), x0);
  x2 = i32x4.add(x2, x1); x1 = v128.xor(turn(x1, 20), x2);
  x0 = i32x4.add(x0, i32x4.splat(k2)); x1 = i32x4.add(x1, i32x4.splat(k3));
  x2 = i32x4.add(x2, i32x4.splat(k4)); x3 = i32x4.add(x3, i32x4.splat(k0 + 2));

  x0 = i32x4.add(x0, x1); x1 = v128.xor(turn(x1, 10), x0);
  x2 = i32x4.add(x2, x3); x3 = v128.xor(turn(x3, 26), x2);
  x0 = i32x4.add(x0, x3); x3 = v128.xor(turn(x3, 11), x0);
  x2 = i32x4.add(x2, x1); x1 = v128.xor(turn(x1, 21), x2);
  x0 = i32x4.add(x0, x1); x1 = v128.xor(turn(x1, 13), x0);
  x2 = i32x4.add(x2, x3); x3 = v128.xor(turn(x3, 27), x2);
  x0 = i32x4.add(x0, x3); x3 = v128.xor(turn(x3, 23), x0);
  x2 = i32x4.add(x2, x1); x1 = v128.xor(turn(x1, 5), x2);
  x0 = i32x4.add(x0, i32x4.splat(k3)); x1 = i32x4.add(x1, i32x4.splat(k4));
  x2 = i32x4.add(x2, i32x4.splat(k0)); x3 = i32x4.add(x3, i32x4.splat(k1 + 3));

  x0 = i32x4.add(x0, x1); x1 = v128.xor(turn(x1, 6), x0);
  x2 = i32x4.add(x2, x3); x3 = v128.xor(turn(x3, 20), x2);

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
