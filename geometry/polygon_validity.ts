import { faultOf } from "./_polygon_validity.ts";
import { Rings } from "./_rings.ts";
import type { Ring } from "./ring.ts";
import type { PolygonFault } from "./polygon_fault.ts";

/** Corners with coordinates that are exact doubles, or integers of any length. */
export type ExactRing = Ring | readonly (readonly [x: bigint, y: bigint])[];

/**
 * Why polygons are not valid together, as the OGC's Simple Features and JTS define it, exactly.
 *
 * Rings may be given closed or open, in either direction, and may repeat a corner in a row. They
 * are simple; rings meet in single points at most and do not cross; holes lie in their shell and
 * not in each other; the inside hangs together; polygons share no inside.
 *
 * @param polygons each its outer ring, then its holes; all coordinates doubles in range, or all
 * bigints: decimals of one scale
 * @returns null where they are valid, else the first fault
 * @throws RangeError for a double out of range
 *
 * Cost: n log n for n corners of common shapes; bigints take some times as long.
 * Source: OGC 06-103r4, section 6.1.11; the kinds are those of JTS `IsValidOp`.
 *
 * @example
 * ```ts
 * import { polygonFault } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const square = [[0, 0], [4, 0], [4, 4], [0, 4]] as const;
 * // A hole may touch the shell in one point.
 * assertEquals(polygonFault([[square, [[0, 0], [2, 1], [1, 2]]]]), null);
 * assertEquals(polygonFault([[square, [[0, 0], [4, 4], [1, 2]]]]), {
 *   kind: "disconnected interior",
 *   at: { polygon: 0, ring: 1, corner: 1 },
 *   with: { polygon: 0, ring: 0, corner: 2 },
 * });
 * ```
 */
export function polygonFault(
  polygons: readonly (readonly ExactRing[])[],
): PolygonFault | null {
  return faultOf(new Rings(polygons));
}
