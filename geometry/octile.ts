import type { Decimal } from "./decimal.ts";
import type { Sign } from "./frame.ts";

/** Below this both squares, and twice a square, are exact in doubles. */
const EXACT_SQUARE = 2 ** 26;

/**
 * A length on an 8-neighbour grid, exactly: `straight + diagonal * sqrt(2)`, both integers of
 * magnitude at most 2^52. Two such lengths are equal only if both parts are.
 */
export interface Octile {
  /** The integer part: the number of straight steps where every cell costs 1. */
  readonly straight: number;
  /** The multiple of sqrt(2): the number of diagonal steps where every cell costs 1. */
  readonly diagonal: number;
}

/**
 * Below this length the doubles `straight + diagonal * Math.SQRT2` of two octile lengths, each
 * computed from its integers, compare as the lengths themselves do.
 *
 * Two different lengths up to L differ by at least 1 / (2L), and each double is off by less than
 * 2 L / 2^53, so L^2 < 2^50 suffices.
 */
export const OCTILE_KEY_LIMIT = 2.7e7;

/**
 * Compares two octile lengths exactly.
 *
 * @param a the first length; its parts are integers of at most 2^52 in size
 * @param b the second length, likewise
 * @returns the sign of a - b; 0 only where both parts agree, for sqrt2 is irrational
 * @throws RangeError for parts that are no integers of at most 2^52 in size
 *
 * Cost: some nanoseconds.
 *
 * @example
 * ```ts
 * import { compareOctiles } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(compareOctiles({ straight: 7, diagonal: 0 }, { straight: 0, diagonal: 5 }), -1);
 * ```
 */
export function compareOctiles(a: Octile, b: Octile): Sign {
  const straight = difference(a.straight, b.straight);
  const diagonal = difference(a.diagonal, b.diagonal);
  if (straight === 0 || diagonal === 0 || straight > 0 === diagonal > 0) {
    return Math.sign(straight + diagonal) + 0 as Sign;
  }
  return Math.sign(straight) * compareWithTwice(Math.abs(straight), Math.abs(diagonal)) as Sign;
}

/**
 * The double nearest to an octile length, within 2 units in its last place.
 *
 * Computed from both parts, never accumulated, it orders any two lengths below
 * {@link OCTILE_KEY_LIMIT} as {@link compareOctiles} does.
 *
 * @param length the length
 * @returns `straight + diagonal * sqrt(2)`
 *
 * @example
 * ```ts
 * import { octileToNumber } from "@alidade/core/geometry";
 *
 * octileToNumber({ straight: 1, diagonal: 2 }); // 3.82842712474619
 * ```
 */
export function octileToNumber({ straight, diagonal }: Octile): number {
  return straight + diagonal * Math.SQRT2;
}

/**
 * Writes an octile length exactly, for people.
 *
 * @param length the length
 * @returns for example `"3"`, `"2*sqrt(2)"` or `"3 + 2*sqrt(2)"`
 *
 * @example
 * ```ts
 * import { formatOctile } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(formatOctile({ straight: 3, diagonal: 2 }), "3 + 2*sqrt(2)");
 * ```
 */
export function formatOctile(length: Octile): string {
  const { straight, diagonal } = length;
  if (diagonal === 0) return String(straight);
  const root = `${Math.abs(diagonal) === 1 ? "" : `${Math.abs(diagonal)}*`}sqrt(2)`;
  if (straight === 0) return diagonal < 0 ? `-${root}` : root;
  return `${straight} ${diagonal < 0 ? "-" : "+"} ${root}`;
}

/**
 * Compares an octile length with a decimal number, exactly.
 *
 * @param length the length
 * @param decimal the number `digits / 10^scale`, as from `parseDecimal`
 * @returns the sign of length - decimal
 *
 * @example
 * ```ts
 * import { compareOctileToDecimal, parseDecimal } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const root = { straight: 0, diagonal: 1 };
 * assertEquals(compareOctileToDecimal(root, parseDecimal("1.41421356")), 1);
 * ```
 */
export function compareOctileToDecimal(length: Octile, decimal: Decimal): Sign {
  const unit = 10n ** BigInt(decimal.scale);
  return signOf(
    BigInt(length.straight) * unit - decimal.digits,
    BigInt(length.diagonal) * unit,
  );
}

function signOf(straight: bigint, diagonal: bigint): Sign {
  const s = straight > 0n ? 1 : straight < 0n ? -1 : 0;
  const d = diagonal > 0n ? 1 : diagonal < 0n ? -1 : 0;
  if (s === d || d === 0) return s;
  if (s === 0) return d;
  return straight * straight > 2n * diagonal * diagonal ? s : d;
}

/** The sign of a - b*sqrt2 for positive integers: of a^2 - 2b^2, which is never 0. */
function compareWithTwice(a: number, b: number): Sign {
  if (a < EXACT_SQUARE && b < EXACT_SQUARE) return a * a < 2 * b * b ? -1 : 1;
  const gap = a - b * Math.SQRT2;
  if (Math.abs(gap) > 2 ** -50 * a) return gap < 0 ? -1 : 1;
  return BigInt(a) ** 2n < 2n * BigInt(b) ** 2n ? -1 : 1;
}

function difference(a: number, b: number): number {
  return requireSteps(a) - requireSteps(b);
}

function requireSteps(x: number): number {
  if (Number.isInteger(x) && Math.abs(x) <= 2 ** 52) return x;
  throw new RangeError(`Cannot use octile steps: ${x}, must be an integer of at most 2^52 in size`);
}
