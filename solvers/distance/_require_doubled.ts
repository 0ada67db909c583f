/** Refuses a double that overflowed or underflowed: it would approximate nothing. */
export function requireDoubled(approximate: number, isZero: boolean): number {
  if (Number.isFinite(approximate) && (approximate >= 2 ** -1000 || isZero)) return approximate;
  throw new RangeError("Cannot write distance: it leaves the range of doubles, must be within it");
}
