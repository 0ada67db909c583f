import type { Location } from "./polygon.ts";

/** A rectangle along the axes; its edges belong to it. */
export interface Box {
  /** The least x. */
  readonly minX: number;
  /** The least y. */
  readonly minY: number;
  /** The greatest x, at least `minX`. */
  readonly maxX: number;
  /** The greatest y, at least `minY`. */
  readonly maxY: number;
}

/**
 * Where a point is with regard to a box, exactly.
 *
 * @param box the box; of no width or no height, it is all boundary
 * @param x x of the point
 * @param y y of the point
 * @returns `inside`, `boundary` or `outside`
 * @throws RangeError where the box is upside down, or a number is NaN
 *
 * @example
 * ```ts
 * import { locateInBox } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(locateInBox({ minX: 0, minY: 0, maxX: 2, maxY: 1 }, 2, 0.5), "boundary");
 * ```
 */
export function locateInBox(box: Box, x: number, y: number): Location {
  const { minX, minY, maxX, maxY } = box;
  if (!(minX <= maxX && minY <= maxY)) {
    throw new RangeError(
      `Cannot use box (${minX}, ${minY}) to (${maxX}, ${maxY}), must have min <= max`,
    );
  }
  if (x < minX || x > maxX || y < minY || y > maxY) return "outside";
  if (x > minX && x < maxX && y > minY && y < maxY) return "inside";
  if (x === x && y === y) return "boundary";
  throw new RangeError(`Cannot locate (${x}, ${y}), must be two numbers`);
}

/**
 * The squared distance from a point to a box, 0 inside of it.
 *
 * @param box the box
 * @param x x of the point
 * @param y y of the point
 * @returns the squared distance; exact for integers of at most 2^25 in size
 *
 * @example
 * ```ts
 * import { boxDistanceKey } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(boxDistanceKey({ minX: 0, minY: 0, maxX: 2, maxY: 1 }, 5, 5), 25);
 * ```
 */
export function boxDistanceKey(box: Box, x: number, y: number): number {
  const dx = Math.max(box.minX - x, 0, x - box.maxX);
  const dy = Math.max(box.minY - y, 0, y - box.maxY);
  return dx * dx + dy * dy;
}
