import { compareFractions, type Fraction } from "./fraction.ts";
import {
  type LongSegment,
  longSegmentDistance,
  longSegmentsDistance,
  longTurn,
} from "./long_segment.ts";
import type { Location } from "./polygon.ts";
import { describePolygonFault } from "./polygon_fault.ts";
import { polygonFault } from "./polygon_validity.ts";

/** The corners of a ring with integer coordinates of any length: decimals of one scale. */
export type LongRing = readonly (readonly [x: bigint, y: bigint])[];

const ZERO: Fraction = { num: 0n, den: 1n };

/**
 * Polygons whose coordinates are integers of any length: slower than `Polygon`, and as exact.
 *
 * @example
 * ```ts
 * import { ExactRegion } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const far = 10n ** 40n;
 * const region = ExactRegion.from([[[[0n, 0n], [far, 1n], [far, far]]]]);
 * assertEquals(region.locate(far / 2n, 1n), "inside");
 * assertEquals(region.rimDistance(-3n, -4n), { num: 25n, den: 1n });
 * ```
 */
export class ExactRegion {
  /** The edges of all rings. */
  readonly edges: readonly LongSegment[];
  /** The first edge of each ring. */
  readonly firsts: readonly LongSegment[];

  private constructor(rings: readonly (readonly LongSegment[])[]) {
    this.edges = rings.flat();
    this.firsts = rings.map((edges) => edges[0]!);
  }

  /**
   * Reads and checks the polygons of one region.
   *
   * @param polygons each its outer ring, then any holes; closed or not, in either direction
   * @returns the region
   * @throws RangeError where there is none, or the polygons are not valid together: as
   * `polygonFault`
   *
   * Cost: n log n for n corners of common shapes.
   */
  static from(polygons: readonly (readonly LongRing[])[]): ExactRegion {
    const many = polygons.length > 1;
    if (polygons.length === 0 || polygons.some((rings) => rings.length === 0)) {
      throw new RangeError("Cannot build a polygon of 0 rings, must have an outer ring");
    }
    const fault = polygonFault(polygons);
    if (fault !== null) {
      throw new RangeError(`Cannot build a polygon: ${describePolygonFault(fault, many)}`);
    }
    const rings = polygons.flat().map((ring) =>
      ring.flatMap(([ax, ay], i): LongSegment[] => {
        const [bx, by] = ring[(i + 1) % ring.length]!;
        return ax === bx && ay === by ? [] : [{ ax, ay, bx, by }];
      })
    );
    return new ExactRegion(rings);
  }

  /**
   * Where a point is, exactly.
   *
   * @param x x of the point
   * @param y y of the point
   * @returns `inside`, `boundary` or `outside`
   *
   * Cost: some 50 ns an edge.
   */
  locate(x: bigint, y: bigint): Location {
    let inside = false;
    for (const edge of this.edges) {
      const { ax, ay, bx, by } = edge;
      if (ay > y === by > y) {
        if (ay === y && (ax === x || (by === y && ax > x !== bx > x))) return "boundary";
        continue;
      }
      const turn = longTurn(edge, x, y);
      if (turn === 0n) return "boundary";
      // The ray to the right crosses a rising edge iff the point is to its left.
      if (turn > 0n === by > ay) inside = !inside;
    }
    return inside ? "inside" : "outside";
  }

  /**
   * The squared distance from a point, inside or outside, to the boundary.
   *
   * @param x x of the point
   * @param y y of the point
   * @returns a fraction, not necessarily in lowest terms
   *
   * Cost: some microseconds an edge.
   */
  rimDistance(x: bigint, y: bigint): Fraction {
    return this.edges.map((edge) => longSegmentDistance(x, y, edge))
      .reduce((least, next) => compareFractions(next, least) < 0 ? next : least);
  }
}

/** A point (a segment of two equal ends), a segment, or a region. */
export type LongShape = LongSegment | ExactRegion;

/**
 * The squared distance between two shapes of integers of any length, exactly.
 *
 * @param a one shape
 * @param b the other
 * @returns a fraction, not necessarily in lowest terms; 0 where they share a point
 *
 * Coordinates of up to 200 bits are compared by doubles first.
 *
 * Cost: some nanoseconds for each pair of edges, and some microseconds for those that may be the
 * nearest.
 *
 * @example
 * ```ts
 * import { ExactRegion, longShapeDistance } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const region = ExactRegion.from([[[[0n, 0n], [2n, 0n], [0n, 2n]]]]);
 * const point = { ax: 2n, ay: 2n, bx: 2n, by: 2n };
 * assertEquals(longShapeDistance(region, point), { num: 16n, den: 8n });
 * ```
 */
export function longShapeDistance(a: LongShape, b: LongShape): Fraction {
  const [edgesOfA, edgesOfB] = [edgesOf(a), edgesOf(b)];
  if (holdsAny(a, b) || holdsAny(b, a)) return ZERO;
  const [{ ax: ox, ay: oy }] = edgesOfA as readonly [LongSegment];
  const boxesOfB = edgesOfB.map((edge) => boxOf(edge, ox, oy));
  let least: Fraction | null = null;
  let limit = Infinity;
  for (const e of edgesOfA) {
    const box = boxOf(e, ox, oy);
    for (const [j, f] of edgesOfB.entries()) {
      if (gapBelow(box, boxesOfB[j]!) > limit) continue;
      const next = longSegmentsDistance(e, f);
      if (least !== null && compareFractions(next, least) >= 0) continue;
      least = next;
      limit = Number(next.num) / Number(next.den) * (1 + 2 ** -45);
    }
  }
  return least!;
}

function edgesOf(shape: LongShape): readonly LongSegment[] {
  return shape instanceof ExactRegion ? shape.edges : [shape];
}

/** Whether a region contains a first corner of the other: without edges that meet, all of its part. */
function holdsAny(shape: LongShape, other: LongShape): boolean {
  if (!(shape instanceof ExactRegion)) return false;
  const firsts = other instanceof ExactRegion ? other.firsts : [other];
  return firsts.some(({ ax, ay }) => shape.locate(ax, ay) !== "outside");
}

type Box = readonly [minX: number, minY: number, maxX: number, maxY: number, size: number];

function boxOf({ ax, ay, bx, by }: LongSegment, ox: bigint, oy: bigint): Box {
  const [x, u, y, v] = [Number(ax - ox), Number(bx - ox), Number(ay - oy), Number(by - oy)];
  const size = Math.max(Math.abs(x), Math.abs(u), Math.abs(y), Math.abs(v));
  return [Math.min(x, u), Math.min(y, v), Math.max(x, u), Math.max(y, v), size];
}

/** A lower bound of the squared distance of two boxes, less what rounding may have added. */
function gapBelow(a: Box, b: Box): number {
  const slack = 2 ** -50 * (a[4] + b[4]);
  const dx = Math.max(0, a[0] - b[2] - slack, b[0] - a[2] - slack);
  const dy = Math.max(0, a[1] - b[3] - slack, b[1] - a[3] - slack);
  return (dx * dx + dy * dy) * (1 - 2 ** -50);
}
