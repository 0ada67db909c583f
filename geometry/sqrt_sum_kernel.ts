import { nudgeDown } from "./round_down.ts";
import { doubleDoubleError, DoubleDoubleSum, doubleError } from "./_sqrt_filters.ts";
import { type CertifiedSign, sqrtSumExactly } from "./_sqrt_groups.ts";
import { toBigInts } from "./_integers.ts";
import type { Sign } from "./frame.ts";

/** Reused by every call: nothing in here calls back while it is in use. */
const fine = new DoubleDoubleSum();

/**
 * The sign of S = sum of coefficients[i] * sqrt(radicands[i]) for i < count, exactly: the kernel
 * under {@link sqrtSumSign}.
 *
 * @param coefficients integers of at most 2^53 - 1 in size
 * @param radicands integers from 0 to 2^53 - 1
 * @param count how many terms to read, from the front of both arrays
 * @returns -1, 0 or 1
 * @throws RangeError for numbers outside those ranges, where the sum is too small for doubles to
 * tell; they are not looked at otherwise
 *
 * Cost: 2 ns a term where doubles tell, 8 ns where double-doubles do, both without allocating;
 * about 1 us a term where the sum is 0 or below 10^-28 of its terms.
 *
 * @example
 * ```ts
 * import { sqrtSumSignOf } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(sqrtSumSignOf(Float64Array.of(1, -2), Float64Array.of(5, 1), 2), 1);
 * ```
 */
export function sqrtSumSignOf(
  coefficients: Float64Array,
  radicands: Float64Array,
  count: number,
): Sign {
  let sum = 0;
  let sizes = 0;
  for (let i = 0; i < count; i++) {
    const term = coefficients[i]! * Math.sqrt(radicands[i]!);
    sum += term;
    sizes += Math.abs(term);
  }
  if (Math.abs(sum) > doubleError(count, sizes)) return sum < 0 ? -1 : 1;
  sum = fineSum(coefficients, radicands, count);
  if (Math.abs(sum) > doubleDoubleError(count, sizes)) return sum < 0 ? -1 : 1;
  return exactly(coefficients, radicands, count).sign;
}

/**
 * A proven lower bound of |S|, S as in {@link sqrtSumSignOf}: the kernel under
 * {@link sqrtSumLowerBound}.
 *
 * @param coefficients integers of at most 2^53 - 1 in size
 * @param radicands integers from 0 to 2^53 - 1
 * @param count how many terms to read, from the front of both arrays
 * @returns a double that |S| is at least, and is close to it; 0 where S is 0
 * @throws RangeError as {@link sqrtSumSignOf}
 *
 * @example
 * ```ts
 * import { sqrtSumLowerBoundOf } from "@alidade/core/geometry";
 * import { assert } from "@std/assert";
 *
 * const bound = sqrtSumLowerBoundOf(Float64Array.of(1, -2), Float64Array.of(5, 1), 2);
 * assert(bound > 0.23606797 && bound <= 0.2360679774997897);
 * ```
 */
export function sqrtSumLowerBoundOf(
  coefficients: Float64Array,
  radicands: Float64Array,
  count: number,
): number {
  let sizes = 0;
  for (let i = 0; i < count; i++) {
    sizes += Math.abs(coefficients[i]! * Math.sqrt(radicands[i]!));
  }
  const size = Math.abs(fineSum(coefficients, radicands, count));
  const error = doubleDoubleError(count, sizes);
  // Beyond a million times its error the bound is as good as a double can be.
  if (size > 2 ** 20 * error) return nudgeDown(size - error);
  return exactly(coefficients, radicands, count).lower;
}

/**
 * Compares the sum of the first `aCount` square roots of `a` with that of the first `bCount` of
 * `b`, exactly: the kernel under {@link compareSqrtSums}.
 *
 * @param a integers from 0 to 2^53 - 1
 * @param aCount how many of them to read
 * @param b integers from 0 to 2^53 - 1
 * @param bCount how many of them to read
 * @returns the sign of (sum of sqrt a) - (sum of sqrt b)
 * @throws RangeError as {@link sqrtSumSignOf}
 *
 * Cost: as {@link sqrtSumSignOf}.
 *
 * @example
 * ```ts
 * import { compareSqrtSumsOf } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(compareSqrtSumsOf(Float64Array.of(2, 2), 2, Float64Array.of(8), 1), 0);
 * ```
 */
export function compareSqrtSumsOf(
  a: Float64Array,
  aCount: number,
  b: Float64Array,
  bCount: number,
): Sign {
  let plus = 0;
  let minus = 0;
  for (let i = 0; i < aCount; i++) plus += Math.sqrt(a[i]!);
  for (let i = 0; i < bCount; i++) minus += Math.sqrt(b[i]!);
  const count = aCount + bCount;
  if (Math.abs(plus - minus) > doubleError(count, plus + minus)) return plus < minus ? -1 : 1;
  fine.reset();
  for (let i = 0; i < aCount; i++) fine.add(1, a[i]!);
  for (let i = 0; i < bCount; i++) fine.add(-1, b[i]!);
  const sum = fine.value();
  if (Math.abs(sum) > doubleDoubleError(count, plus + minus)) return sum < 0 ? -1 : 1;
  const coefficients = new Array<bigint>(count).fill(1n, 0, aCount).fill(-1n, aCount);
  const radicands = [...toBigInts([...a.subarray(0, aCount)], "a", 0)];
  for (const n of toBigInts([...b.subarray(0, bCount)], "b", 0)) radicands.push(n);
  return sqrtSumExactly(coefficients, radicands).sign;
}

function fineSum(coefficients: Float64Array, radicands: Float64Array, count: number): number {
  fine.reset();
  for (let i = 0; i < count; i++) fine.add(coefficients[i]!, radicands[i]!);
  return fine.value();
}

function exactly(
  coefficients: Float64Array,
  radicands: Float64Array,
  count: number,
): CertifiedSign {
  return sqrtSumExactly(
    toBigInts([...coefficients.subarray(0, count)], "coefficients"),
    toBigInts([...radicands.subarray(0, count)], "radicands", 0),
  );
}
