/**
 * A double that is at most p/q and within 2^-52 of it relatively; 0 where it would be subnormal.
 * `p` is 0 or more, `q` positive.
 */
export function quotientDown(p: bigint, q: bigint): number {
  if (p === 0n) return 0;
  const shift = bitLength(q) - bitLength(p) + 54;
  const scaled = shift >= 0 ? (p << BigInt(shift)) / q : p / (q << BigInt(-shift));
  const excess = bitLength(scaled) - 53;
  // 53 bits convert exactly, so that the only rounding is the truncation here and above.
  const leading = Number(scaled >> BigInt(excess));
  const exponent = excess - shift;
  if (exponent < -1074) return 0;
  if (exponent > 970) return Number.MAX_VALUE;
  return leading * 2 ** exponent;
}

/** How many binary digits a positive integer has. */
export function bitLength(n: bigint): number {
  const hex = n.toString(16);
  return 4 * hex.length - Math.clz32(parseInt(hex[0]!, 16)) + 28;
}

/** A double at most `x`, by a few units in its last place; for x >= 0 that rounding has touched. */
export function nudgeDown(x: number): number {
  return Math.max(0, x * (1 - 2 ** -50));
}
