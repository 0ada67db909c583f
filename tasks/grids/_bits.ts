/** How many of 32 bits are set. */
export function bitCount(bits: number): number {
  let n = bits - (bits >>> 1 & 0x55555555);
  n = (n & 0x33333333) + (n >>> 2 & 0x33333333);
  return Math.imul(n + (n >>> 4) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The place of a set bit among 64 in two halves, counted from the lowest: 0 for the first. */
export function placeOfBit(low: number, high: number, rank: number): number {
  const inLow = bitCount(low);
  return rank < inLow ? placeInWord(low, rank) : 32 + placeInWord(high, rank - inLow);
}

function placeInWord(bits: number, rank: number): number {
  for (; rank > 0; rank--) bits &= bits - 1;
  return 31 - Math.clz32(bits & -bits);
}
