import { type Exact, parseDecimal } from "./decimal.ts";

/** A point of the plane, exact as written: `[x, y]`, each an integer or a decimal string. */
export type ExactPoint = readonly [x: Exact, y: Exact];

/** A point scaled to integers. */
export interface ScaledPoint {
  /** The x, times 10^scale. */
  readonly x: bigint;
  /** The y, times 10^scale. */
  readonly y: bigint;
}

/**
 * Brings named points to integers at one scale.
 *
 * @param points the points by the names that errors call them
 * @returns the points as integers by the same names, and the scale they share: x / 10^scale
 * @throws TypeError for what is no pair
 * @throws RangeError, SyntaxError for a coordinate that is no exact number, naming it
 *
 * @example
 * ```ts
 * import { scalePoints } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const { points, scale } = scalePoints({ from: [0, "0.5"], to: [2, 1] });
 * assertEquals(points.to, { x: 20n, y: 10n });
 * assertEquals(scale, 1);
 * ```
 */
export function scalePoints<Name extends string>(
  points: Readonly<Record<Name, ExactPoint>>,
): { points: Record<Name, ScaledPoint>; scale: number } {
  const read = Object.entries<ExactPoint>(points).map(([name, point]) => {
    if (!Array.isArray(point) || point.length !== 2) {
      throw new TypeError(`Cannot read ${name}: ${JSON.stringify(point)}, must be [x, y]`);
    }
    return { name, x: parseDecimal(point[0], `${name}.x`), y: parseDecimal(point[1], `${name}.y`) };
  });
  const scale = read.reduce((most, { x, y }) => Math.max(most, x.scale, y.scale), 0);
  const scaled = read.map(({ name, x, y }) => [name, {
    x: x.digits * 10n ** BigInt(scale - x.scale),
    y: y.digits * 10n ** BigInt(scale - y.scale),
  }]);
  return { points: Object.fromEntries(scaled), scale };
}
