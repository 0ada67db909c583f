import { forEachEdge } from "./_edge_slabs.ts";
import { compareFractions, type Fraction } from "./fraction.ts";
import type { Polygon } from "./polygon.ts";
import { isLattice } from "./range.ts";
import {
  segmentDistance,
  segmentDistanceKey,
  segmentsDistance,
  segmentsMeet,
} from "./segment_distance.ts";

/** How far two doubles within 2^-50 of their values may differ though the first is the less. */
const SLACK = 1 + 2 ** -48;

const ZERO: Fraction = { num: 0n, den: 1n };

/**
 * The squared distance from a point to a polygon, exactly; 0 inside and on the boundary, while
 * holes count as outside.
 *
 * @param polygon a polygon whose coordinates are safe integers
 * @param x x of the point, a safe integer
 * @param y y of the point
 * @returns a fraction, not necessarily in lowest terms
 * @throws RangeError for a coordinate that is no safe integer
 *
 * Cost: some nanoseconds an edge for integers up to 2^25, else some microseconds.
 *
 * @example
 * ```ts
 * import { Polygon, polygonDistance } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const triangle = Polygon.from([[[0, 0], [2, 0], [0, 2]]]);
 * assertEquals(polygonDistance(triangle, 2, 2), { num: 16n, den: 8n });
 * ```
 */
export function polygonDistance(polygon: Polygon, x: number, y: number): Fraction {
  return polygon.side(x, y) >= 0 ? ZERO : rimDistance(polygon, x, y);
}

/**
 * The squared distance from a point, inside or outside, to the boundary of a polygon, exactly.
 *
 * @param polygon a polygon whose coordinates are safe integers
 * @param x x of the point, a safe integer
 * @param y y of the point
 * @returns a fraction, not necessarily in lowest terms
 * @throws RangeError for a coordinate that is no safe integer
 *
 * Cost: as {@link polygonDistance}.
 *
 * @example
 * ```ts
 * import { Polygon, rimDistance } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const square = Polygon.from([[[0, 0], [5, 0], [5, 5], [0, 5]]]);
 * assertEquals(rimDistance(square, 2, 3), { num: 100n, den: 25n });
 * ```
 */
export function rimDistance(polygon: Polygon, x: number, y: number): Fraction {
  return nearestEdge(polygon, x, y, null);
}

/**
 * The squared distance from a closed segment to a polygon, exactly; 0 where they share a point.
 *
 * @param polygon a polygon whose coordinates are safe integers
 * @param ax x of one end, a safe integer
 * @param ay y of one end
 * @param bx x of the other end
 * @param by y of the other end
 * @returns a fraction, not necessarily in lowest terms
 * @throws RangeError for a coordinate that is no safe integer
 *
 * Cost: some microseconds an edge.
 *
 * @example
 * ```ts
 * import { Polygon, polygonSegmentDistance } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const triangle = Polygon.from([[[0, 0], [2, 0], [0, 2]]]);
 * assertEquals(polygonSegmentDistance(triangle, 3, 0, 5, 1), { num: 1n, den: 1n });
 * ```
 */
export function polygonSegmentDistance(
  polygon: Polygon,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): Fraction {
  if (polygon.side(ax, ay) >= 0 || polygon.side(bx, by) >= 0) return ZERO;
  let least = rimDistance(polygon, ax, ay);
  forEachEdge(polygon.coordinates, polygon.ringStarts, (cx, cy, dx, dy) => {
    const next = segmentsDistance(ax, ay, bx, by, cx, cy, dx, dy);
    if (compareFractions(next, least) < 0) least = next;
  });
  return least;
}

/**
 * The squared distance between two polygons, exactly; 0 where they share a point.
 *
 * @param a a polygon whose coordinates are safe integers
 * @param b another
 * @returns a fraction, not necessarily in lowest terms
 * @throws RangeError for a coordinate that is no safe integer
 *
 * Cost: some nanoseconds for each pair of edges for integers up to 2^25.
 *
 * @example
 * ```ts
 * import { Polygon, polygonsDistance } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const a = Polygon.from([[[0, 0], [2, 0], [0, 2]]]);
 * const b = Polygon.from([[[5, 0], [7, 0], [7, 2]]]);
 * assertEquals(polygonsDistance(a, b), { num: 9n, den: 1n });
 * ```
 */
export function polygonsDistance(a: Polygon, b: Polygon): Fraction {
  if (shareAPoint(a, b)) return ZERO;
  let least: Fraction | null = null;
  for (const [from, to] of [[a, b], [b, a]] as const) {
    const { coordinates } = from;
    for (let i = 0; i < coordinates.length; i += 2) {
      least = nearestEdge(to, coordinates[i]!, coordinates[i + 1]!, least);
    }
  }
  return least!;
}

/** The lesser of `known` and the squared distance from a point to the boundary. */
function nearestEdge(polygon: Polygon, x: number, y: number, known: Fraction | null): Fraction {
  let least = known;
  let limit = known === null ? Infinity : SLACK * Number(known.num) / Number(known.den);
  const fast = isLatticePolygon(polygon) && isLattice(x) && isLattice(y);
  forEachEdge(polygon.coordinates, polygon.ringStarts, (ax, ay, bx, by) => {
    const key = fast ? segmentDistanceKey(x, y, ax, ay, bx, by) : 0;
    if (key > limit) return;
    const exact = segmentDistance(x, y, ax, ay, bx, by);
    if (least !== null && compareFractions(exact, least) >= 0) return;
    least = exact;
    limit = SLACK * (fast ? key : Infinity);
  });
  return least!;
}

function shareAPoint(a: Polygon, b: Polygon): boolean {
  if (a.maxX < b.minX || b.maxX < a.minX || a.maxY < b.minY || b.maxY < a.minY) return false;
  // Without edges that meet, a ring of one is inside of the other as a whole, or not at all.
  if (cornerInside(a, b) || cornerInside(b, a)) return true;
  let meet = false;
  forEachEdge(a.coordinates, a.ringStarts, (ax, ay, bx, by) => {
    forEachEdge(b.coordinates, b.ringStarts, (cx, cy, dx, dy) => {
      meet ||= segmentsMeet(ax, ay, bx, by, cx, cy, dx, dy);
    });
  });
  return meet;
}

function cornerInside({ coordinates, ringStarts }: Polygon, within: Polygon): boolean {
  const firsts = ringStarts.subarray(0, -1);
  return firsts.some((i) => within.side(coordinates[2 * i]!, coordinates[2 * i + 1]!) >= 0);
}

function isLatticePolygon({ coordinates, minX, minY, maxX, maxY }: Polygon): boolean {
  return isLattice(minX) && isLattice(minY) && isLattice(maxX) && isLattice(maxY) &&
    coordinates.every(Number.isInteger);
}
