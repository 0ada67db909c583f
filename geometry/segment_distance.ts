import { compareFractions, type Fraction } from "./fraction.ts";
import { longSegmentDistance } from "./long_segment.ts";
import { orientation } from "./orientation.ts";
import { requireInteger } from "./range.ts";

/**
 * The squared distance from a point to a closed segment, as a double within 2^-50 of it
 * relatively.
 *
 * @param px x of the point, an integer of at most 2^25 in size, as all others
 * @param py y of the point
 * @param ax x of one end
 * @param ay y of one end
 * @param bx x of the other end
 * @param by y of the other end; the ends may coincide
 * @returns the squared distance; exact where it is 0 or an end is nearest
 *
 * Cost: 3 ns. For the exact value: {@link segmentDistance}.
 *
 * @example
 * ```ts
 * import { segmentDistanceKey } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(segmentDistanceKey(0, 2, -1, 0, 1, 0), 4);
 * ```
 */
export function segmentDistanceKey(
  px: number,
  py: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): number {
  const dx = bx - ax;
  const dy = by - ay;
  const along = (px - ax) * dx + (py - ay) * dy;
  const length = dx * dx + dy * dy;
  if (along <= 0) return (px - ax) ** 2 + (py - ay) ** 2;
  if (along >= length) return (px - bx) ** 2 + (py - by) ** 2;
  const across = dx * (py - ay) - dy * (px - ax);
  return across * across / length;
}

/**
 * The squared distance from a point to a closed segment, as an exact fraction.
 *
 * @param px x of the point, a safe integer, as all others
 * @param py y of the point
 * @param ax x of one end
 * @param ay y of one end
 * @param bx x of the other end
 * @param by y of the other end; the ends may coincide
 * @returns the squared distance, not necessarily in lowest terms
 * @throws RangeError for a coordinate that is no safe integer
 *
 * Cost: about 1 us.
 *
 * @example
 * ```ts
 * import { segmentDistance } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(segmentDistance(0, 1, 0, 0, 1, 1), { num: 1n, den: 2n });
 * ```
 */
export function segmentDistance(
  px: number,
  py: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): Fraction {
  return longSegmentDistance(integer(px, "px"), integer(py, "py"), {
    ax: integer(ax, "ax"),
    ay: integer(ay, "ay"),
    bx: integer(bx, "bx"),
    by: integer(by, "by"),
  });
}

/**
 * The squared distance between two closed segments, as an exact fraction.
 *
 * @param ax x of one end of the first, a safe integer, as all others
 * @param ay its y
 * @param bx x of its other end
 * @param by its y
 * @param cx x of one end of the second
 * @param cy its y
 * @param dx x of its other end
 * @param dy its y
 * @returns the squared distance, 0 where they meet
 * @throws RangeError for a coordinate that is no safe integer
 *
 * Cost: about 5 us.
 *
 * @example
 * ```ts
 * import { segmentsDistance } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(segmentsDistance(0, 0, 4, 0, 5, 0, 9, 3), { num: 1n, den: 1n });
 * ```
 */
export function segmentsDistance(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): Fraction {
  if (segmentsMeet(ax, ay, bx, by, cx, cy, dx, dy)) return { num: 0n, den: 1n };
  // Segments that do not meet are nearest at an end of one of them.
  return [
    segmentDistance(ax, ay, cx, cy, dx, dy),
    segmentDistance(bx, by, cx, cy, dx, dy),
    segmentDistance(cx, cy, ax, ay, bx, by),
    segmentDistance(dx, dy, ax, ay, bx, by),
  ].reduce((least, next) => compareFractions(next, least) < 0 ? next : least);
}

/**
 * Whether two closed segments have a point in common, exactly.
 *
 * @param ax x of one end of the first
 * @param ay its y
 * @param bx x of its other end
 * @param by its y
 * @param cx x of one end of the second
 * @param cy its y
 * @param dx x of its other end
 * @param dy its y
 * @returns true where they cross, touch or overlap
 * @throws RangeError as {@link orientation}
 *
 * Cost: four orientations.
 *
 * @example
 * ```ts
 * import { segmentsMeet } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(segmentsMeet(0, 0, 4, 4, 2, 2, 9, 0), true);
 * ```
 */
export function segmentsMeet(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): boolean {
  if (Math.max(ax, bx) < Math.min(cx, dx) || Math.max(cx, dx) < Math.min(ax, bx)) return false;
  if (Math.max(ay, by) < Math.min(cy, dy) || Math.max(cy, dy) < Math.min(ay, by)) return false;
  // With boxes that meet, collinear segments overlap; others meet iff each straddles the other.
  return orientation(ax, ay, bx, by, cx, cy) * orientation(ax, ay, bx, by, dx, dy) <= 0 &&
    orientation(cx, cy, dx, dy, ax, ay) * orientation(cx, cy, dx, dy, bx, by) <= 0;
}

function integer(x: number, what: string): bigint {
  return BigInt(requireInteger(x, what));
}
