import type { Sign } from "./frame.ts";

/** The rational number num / den. */
export interface Fraction {
  /** The numerator, of any sign. */
  readonly num: bigint;
  /** The denominator, above 0. */
  readonly den: bigint;
}

/**
 * Compares two rational numbers exactly.
 *
 * @param a a fraction, not necessarily in lowest terms
 * @param b another
 * @returns the sign of a - b
 *
 * @example
 * ```ts
 * import { compareFractions } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(compareFractions({ num: 1n, den: 3n }, { num: 2n, den: 6n }), 0);
 * ```
 */
export function compareFractions(a: Fraction, b: Fraction): Sign {
  const difference = a.num * b.den - b.num * a.den;
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}
