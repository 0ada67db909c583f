import { orient2d } from "robust-predicates";
import type { Sign } from "./frame.ts";
import { isLattice, requireDouble } from "./range.ts";

/**
 * On which side of the directed line a to b the point c lies, exactly, for any doubles in range.
 *
 * The one convention of this library: with y up, 1 is to the left (a, b, c turn
 * counter-clockwise), -1 to the right, 0 on the line. With y down the two sides swap names.
 *
 * @param ax x of a
 * @param ay y of a
 * @param bx x of b
 * @param by y of b
 * @param cx x of c
 * @param cy y of c
 * @returns the sign of (b - a) x (c - a)
 * @throws RangeError when a coordinate is neither 0 nor of magnitude 2^-140 to 2^140
 *
 * Cost: some nanoseconds for integers up to 2^25; an adaptive exact predicate otherwise.
 * Source: J. R. Shewchuk, Adaptive Precision Floating-Point Arithmetic and Fast Robust
 * Geometric Predicates (1997), by `robust-predicates`, whose sign is the opposite.
 *
 * @example
 * ```ts
 * import { orientation } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(orientation(0, 0, 1, 0, 0, 1), 1);
 * ```
 */
export function orientation(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
): Sign {
  if (
    isLattice(ax) && isLattice(ay) && isLattice(bx) && isLattice(by) && isLattice(cx) &&
    isLattice(cy)
  ) {
    return Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax)) + 0 as Sign;
  }
  requireDouble(ax, "ax");
  requireDouble(ay, "ay");
  requireDouble(bx, "bx");
  requireDouble(by, "by");
  requireDouble(cx, "cx");
  requireDouble(cy, "cy");
  return -Math.sign(orient2d(ax, ay, bx, by, cx, cy)) + 0 as Sign;
}
