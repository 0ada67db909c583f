import type { Decimal } from "./decimal.ts";
import type { Sign } from "./frame.ts";
import { compareOctile, octileLength } from "./octile.ts";

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
 * Compares two octile lengths exactly, given as pairs.
 *
 * @param a the first length
 * @param b the second length
 * @returns the sign of a - b
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
  return compareOctile(a.straight, a.diagonal, b.straight, b.diagonal);
}

/**
 * An octile length as the nearest double, or next to it: for show.
 *
 * @param length the length
 * @returns `straight + diagonal * sqrt(2)`
 *
 * @example
 * ```ts
 * import { octileToNumber } from "@alidade/core/geometry";
 *
 * octileToNumber({ straight: 1, diagonal: 2 }); // 3.828427...
 * ```
 */
export function octileToNumber(length: Octile): number {
  return octileLength(length.straight, length.diagonal);
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
