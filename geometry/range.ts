/** The largest magnitude at which every degree-2 predicate on integers is exact in a double. */
export const LATTICE_LIMIT = 2 ** 25;

/** The smallest magnitude, other than 0, a general double may have. */
export const DOUBLE_MIN = 2 ** -140;

/** The largest magnitude a general double may have. */
export const DOUBLE_MAX = 2 ** 140;

/**
 * Whether `x` is an integer small enough that orientation, dot, cross and squared distance of
 * such integers are exact in plain doubles: |x| <= 2^25.
 *
 * @param x any number
 * @returns true for integers from -33554432 to 33554432
 *
 * @example
 * ```ts
 * import { isLattice } from "@alidade/core/geometry";
 *
 * isLattice(12); // true
 * isLattice(0.5); // false
 * ```
 */
export function isLattice(x: number): boolean {
  return Number.isInteger(x) && x >= -LATTICE_LIMIT && x <= LATTICE_LIMIT;
}

/**
 * Demands a double that predicates of degree 5 and lower can neither over- nor underflow on:
 * 0, or 2^-140 <= |x| <= 2^140.
 *
 * @param x the number
 * @param what what the number is, for the error: `"ax"`, `"points[3].x"`
 * @returns `x` itself
 * @throws RangeError when `x` is NaN, infinite, too large or too small
 *
 * @example
 * ```ts
 * import { requireDouble } from "@alidade/core/geometry";
 *
 * requireDouble(1.5, "x"); // 1.5
 * ```
 */
export function requireDouble(x: number, what: string): number {
  const size = Math.abs(x);
  if (size === 0 || (size >= DOUBLE_MIN && size <= DOUBLE_MAX)) return x;
  throw new RangeError(
    `Cannot use ${what}: ${x}, must be 0 or of magnitude 2^-140 to 2^140`,
  );
}

/**
 * Demands an integer that a double holds exactly, |x| <= 2^53 - 1.
 *
 * @param x the number
 * @param what what the number is, for the error
 * @returns `x` itself
 * @throws RangeError when `x` is not a safe integer
 *
 * @example
 * ```ts
 * import { requireInteger } from "@alidade/core/geometry";
 *
 * requireInteger(7, "count"); // 7
 * ```
 */
export function requireInteger(x: number, what: string): number {
  if (Number.isSafeInteger(x)) return x;
  throw new RangeError(`Cannot use ${what}: ${x}, must be an integer of at most 2^53 - 1`);
}
