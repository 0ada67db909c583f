import { formatRatio, parseRatio } from "../ratio.ts";
import type { Fraction } from "../fraction.ts";

/**
 * A rational number as data has it. A number means the decimal that it prints as, which is the one
 * that was written where a file's JSON has at most 15 digits; a string is a decimal or a fraction
 * such as `"3/5"`.
 */
export type Real = number | string;

/** A point or vector of space, exact as written. */
export type Real3 = readonly [x: Real, y: Real, z: Real];

/**
 * The rational number that is meant.
 *
 * @param x a finite number, a decimal or a fraction
 * @param what what the number is, for the error
 * @returns the fraction, not necessarily in lowest terms
 * @throws RangeError for NaN and infinities, and for a divisor of 0
 * @throws SyntaxError for a string that is no number
 *
 * @example
 * ```ts
 * import { parseReal } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(parseReal(0.1), { num: 1n, den: 10n });
 * assertEquals(parseReal("3/5"), { num: 3n, den: 5n });
 * ```
 */
export function parseReal(x: Real, what = "number"): Fraction {
  if (typeof x === "string") return parseRatio(x, what);
  if (typeof x !== "number" || !Number.isFinite(x)) {
    throw new RangeError(`Cannot read ${what}: ${x}, must be a finite number`);
  }
  return parseRatio(Number.isSafeInteger(x) ? x : String(x), what);
}

/**
 * The double nearest to a rational number but for one unit in its last place.
 *
 * @param x a finite number, a decimal or a fraction
 * @returns the double
 * @throws RangeError, SyntaxError as {@link parseReal}
 *
 * @example
 * ```ts
 * import { realToNumber } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(realToNumber("3/5"), 0.6);
 * ```
 */
export function realToNumber(x: Real, what = "number"): number {
  if (typeof x === "number" && Number.isFinite(x)) return x;
  const { num, den } = parseReal(x, what);
  return Number(num) / Number(den);
}

/**
 * Writes a rational number so that {@link parseReal} reads it back.
 *
 * @param x the fraction
 * @returns an integer or decimal where it is one, else a fraction in lowest terms
 *
 * @example
 * ```ts
 * import { formatReal } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(formatReal({ num: 6n, den: 8n }), "0.75");
 * ```
 */
export function formatReal(x: Fraction): string {
  return formatRatio(x);
}
