// Four blocks of Threefry-4x32 with 13 rounds, word for word those of the twin; AssemblyScript.

const PARITY: i32 = 0x1bd11bda;

// @ts-ignore: decorator
@inline
function turn(x: v128, n: i32): v128 {
  return v128.or(i32x4.shl(x, n), i32x4.shr_u(x, 32 - n));
}

/**
 * Writes four blocks, in the lanes: their first words behind each other, then their second words,
 * and so on. The fourth word of the counters is 0.
 */
// @ts-ignore: decorator
@inline
export function fourBlocks(key: usize, c0: v128, c1: v128, c2: v128, into: usize): void {
  const k0 = load<i32>(key), k1 = load<i32>(key, 4), k2 = load<i32>(key, 8), k3 = load<i32>(key, 12);
  const k4 = PARITY ^ k0 ^ k1 ^ k2 ^ k3;
  const s0 = i32x4.splat(k0), s1 = i32x4.splat(k1), s2 = i32x4.splat(k2), s3 = i32x4.splat(k3);
  const s4 = i32x4.splat(k4);
  let x0 = i32x4.add(c0, s0), x1 = i32x4.add(c1, s1), x2 = i32x4.add(c2, s2), x3 = s3;

  x0 = i32x4.add(x0, x1); x1 = v128.xor(turn(x1, 10), x0);
  x2 = i32x4.add(x2, x3); x3 = v128.xor(turn(x3, 26), x2);
  x0 = i32x4.add(x0, x3); x3 = v128.xor(turn(x3, 11), x0);
  x2 = i32x4.add(x2, x1); x1 = v128.xor(turn(x1, 21), x2);
  x0 = i32x4.add(x0, x1); x1 = v128.xor(turn(x1, 13), x0);
  x2 = i32x4.add(x2, x3); x3 = v128.xor(turn(x3, 27), x2);
  x0 = i32x4.add(x0, x3); x3 = v128.xor(turn(x3, 23), x0);
  x2 = i32x4.add(x2, x1); x1 = v128.xor(turn(x1, 5), x2);
  x0 = i32x4.add(x0, s1); x1 = i32x4.add(x1, s2); x2 = i32x4.add(x2, s3);
  x3 = i32x4.add(x3, i32x4.splat(k4 + 1));

  x0 = i32x4.add(x0, x1); x1 = v128.xor(turn(x1, 6), x0);
  x2 = i32x4.add(x2, x3); x3 = v128.xor(turn(x3, 20), x2);
  x0 = i32x4.add(x0, x3); x3 = v128.xor(turn(x3, 17), x0);
  x2 = i32x4.add(x2, x1); x1 = v128.xor(turn(x1, 11), x2);
  x0 = i32x4.add(x0, x1); x1 = v128.xor(turn(x1, 25), x0);
  x2 = i32x4.add(x2, x3); x3 = v128.xor(turn(x3, 10), x2);
  x0 = i32x4.add(x0, x3); x3 = v128.xor(turn(x3, 18), x0);
  x2 = i32x4.add(x2, x1); x1 = v128.xor(turn(x1, 20), x2);
  x0 = i32x4.add(x0, s2); x1 = i32x4.add(x1, s3); x2 = i32x4.add(x2, s4);
  x3 = i32x4.add(x3, i32x4.splat(k0 + 2));

  x0 = i32x4.add(x0, x1); x1 = v128.xor(turn(x1, 10), x0);
  x2 = i32x4.add(x2, x3); x3 = v128.xor(turn(x3, 26), x2);
  x0 = i32x4.add(x0, x3); x3 = v128.xor(turn(x3, 11), x0);
  x2 = i32x4.add(x2, x1); x1 = v128.xor(turn(x1, 21), x2);
  x0 = i32x4.add(x0, x1); x1 = v128.xor(turn(x1, 13), x0);
  x2 = i32x4.add(x2, x3); x3 = v128.xor(turn(x3, 27), x2);
  x0 = i32x4.add(x0, x3); x3 = v128.xor(turn(x3, 23), x0);
  x2 = i32x4.add(x2, x1); x1 = v128.xor(turn(x1, 5), x2);
  x0 = i32x4.add(x0, s3); x1 = i32x4.add(x1, s4); x2 = i32x4.add(x2, s0);
  x3 = i32x4.add(x3, i32x4.splat(k1 + 3));

  x0 = i32x4.add(x0, x1); x1 = v128.xor(turn(x1, 6), x0);
  x2 = i32x4.add(x2, x3); x3 = v128.xor(turn(x3, 20), x2);

  v128.store(into, x0);
  v128.store(into, x1, 16);
  v128.store(into, x2, 32);
  v128.store(into, x3, 48);
}
