import type { Integer } from "./integer.ts";
import type { Sign } from "./frame.ts";
import { type CertifiedSign, sqrtSumExactly } from "./_sqrt_groups.ts";
import { toBigInts, toDoubles } from "./_integers.ts";
import { compareSqrtSumsOf, sqrtSumLowerBoundOf, sqrtSumSignOf } from "./sqrt_sum_kernel.ts";

/**
 * The sign of S = sum of coefficients[i] * sqrt(radicands[i]), exactly.
 *
 * Doubles and double-doubles propose with a proven error bound; what they leave open is proven
 * equal to 0 by its classes of square roots, or else computed to as many digits as it takes.
 *
 * @param coefficients integers of any sign
 * @param radicands as many integers, 0 or more
 * @returns -1, 0 or 1
 * @throws RangeError for lists of unequal length, a number that is no safe integer, or a negative
 * radicand
 *
 * Cost: about 10 ns a term; 1 us a term where S is 0 or unusually small.
 * Source: error bounds after Ogita, Rump, Oishi, Accurate Sum and Dot Product (2005); independence
 * of square roots: Besicovitch, On the linear independence of fractional powers of integers (1940).
 *
 * @example
 * ```ts
 * import { sqrtSumSign } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(sqrtSumSign([1, 1, -1], [2, 8, 18]), 0); // sqrt2 + 2 sqrt2 = 3 sqrt2
 * ```
 */
export function sqrtSumSign(
  coefficients: readonly Integer[],
  radicands: readonly Integer[],
): Sign {
  requireEqualLength(coefficients, radicands);
  const c = toDoubles(coefficients, "coefficients");
  const n = toDoubles(radicands, "radicands", 0);
  if (c !== null && n !== null) return sqrtSumSignOf(c, n, c.length);
  return exactly(coefficients, radicands).sign;
}

/**
 * A proven lower bound of |S|, S as in {@link sqrtSumSign}: how much a sum of lengths may change
 * before its sign does.
 *
 * @param coefficients integers of any sign
 * @param radicands as many integers, 0 or more
 * @returns a double that |S| is at least; 0 where S is 0 (or below 2^-1022)
 * @throws RangeError as {@link sqrtSumSign}
 *
 * @example
 * ```ts
 * import { sqrtSumLowerBound } from "@alidade/core/geometry";
 * import { assert } from "@std/assert";
 *
 * const margin = sqrtSumLowerBound([1, -1], [3, 2]);
 * assert(margin <= 0.3178372451957823 && margin > 0.317837245);
 * ```
 */
export function sqrtSumLowerBound(
  coefficients: readonly Integer[],
  radicands: readonly Integer[],
): number {
  requireEqualLength(coefficients, radicands);
  const c = toDoubles(coefficients, "coefficients");
  const n = toDoubles(radicands, "radicands", 0);
  if (c !== null && n !== null) return sqrtSumLowerBoundOf(c, n, c.length);
  return exactly(coefficients, radicands).lower;
}

/**
 * Compares two sums of square roots exactly: two paths or tours by the squares of their lengths.
 *
 * @param a integers, 0 or more: the squared lengths of the first path
 * @param b those of the second; the lists may differ in length
 * @returns the sign of (sum of sqrt a) - (sum of sqrt b)
 * @throws RangeError for a number that is no safe integer, or is negative
 *
 * Cost: as {@link sqrtSumSign}.
 *
 * @example
 * ```ts
 * import { compareSqrtSums } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(compareSqrtSums([5, 20], [45]), 0);
 * assertEquals(compareSqrtSums([2, 3], [10]), -1); // 3.1463 < 3.1623
 * ```
 */
export function compareSqrtSums(a: readonly Integer[], b: readonly Integer[]): Sign {
  const left = toDoubles(a, "a", 0);
  const right = toDoubles(b, "b", 0);
  if (left !== null && right !== null) return compareSqrtSumsOf(left, a.length, right, b.length);
  const coefficients = [...a.map(() => 1n), ...b.map(() => -1n)];
  return sqrtSumExactly(coefficients, [...toBigInts(a, "a", 0), ...toBigInts(b, "b", 0)]).sign;
}

function requireEqualLength(coefficients: readonly Integer[], radicands: readonly Integer[]): void {
  if (coefficients.length === radicands.length) return;
  throw new RangeError(
    `Cannot add ${radicands.length} square roots with ${coefficients.length} coefficients, ` +
      "must be as many",
  );
}

function exactly(coefficients: readonly Integer[], radicands: readonly Integer[]): CertifiedSign {
  return sqrtSumExactly(
    toBigInts(coefficients, "coefficients"),
    toBigInts(radicands, "radicands", 0),
  );
}
