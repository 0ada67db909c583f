import { compareFractions, type Fraction } from "./fraction.ts";

/** A closed segment between two points with integer coordinates of any length. */
export interface LongSegment {
  /** x of one end. */
  readonly ax: bigint;
  /** y of one end. */
  readonly ay: bigint;
  /** x of the other end, which may be the same point. */
  readonly bx: bigint;
  /** y of the other end. */
  readonly by: bigint;
}

/**
 * The squared distance from a point to a closed segment, for integers of any length.
 *
 * @param x x of the point
 * @param y y of the point
 * @param segment the segment
 * @returns the squared distance, not necessarily in lowest terms
 *
 * @example
 * ```ts
 * import { longSegmentDistance } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const segment = { ax: 0n, ay: 0n, bx: 1n, by: 1n };
 * assertEquals(longSegmentDistance(0n, 1n, segment), { num: 1n, den: 2n });
 * ```
 */
export function longSegmentDistance(
  x: bigint,
  y: bigint,
  { ax, ay, bx, by }: LongSegment,
): Fraction {
  const [px, py, dx, dy] = [x - ax, y - ay, bx - ax, by - ay];
  const along = px * dx + py * dy;
  const length = dx * dx + dy * dy;
  if (along <= 0n) return { num: px * px + py * py, den: 1n };
  if (along >= length) return { num: (px - dx) ** 2n + (py - dy) ** 2n, den: 1n };
  return { num: (dx * py - dy * px) ** 2n, den: length };
}

/**
 * The squared distance between two closed segments, for integers of any length.
 *
 * @param e one segment
 * @param f the other
 * @returns the squared distance, 0 where they meet
 *
 * @example
 * ```ts
 * import { longSegmentsDistance } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const [e, f] = [{ ax: 0n, ay: 0n, bx: 4n, by: 0n }, { ax: 5n, ay: 0n, bx: 9n, by: 3n }];
 * assertEquals(longSegmentsDistance(e, f), { num: 1n, den: 1n });
 * ```
 */
export function longSegmentsDistance(e: LongSegment, f: LongSegment): Fraction {
  if (meet(e, f)) return { num: 0n, den: 1n };
  // Segments that do not meet are nearest at an end of one of them.
  return [
    longSegmentDistance(e.ax, e.ay, f),
    longSegmentDistance(e.bx, e.by, f),
    longSegmentDistance(f.ax, f.ay, e),
    longSegmentDistance(f.bx, f.by, e),
  ].reduce((least, next) => compareFractions(next, least) < 0 ? next : least);
}

/** Twice the area of a, b and a point: its sign is the side of the line a to b. */
export function longTurn({ ax, ay, bx, by }: LongSegment, x: bigint, y: bigint): bigint {
  return (bx - ax) * (y - ay) - (by - ay) * (x - ax);
}

function meet(e: LongSegment, f: LongSegment): boolean {
  if (apart(e.ax, e.bx, f.ax, f.bx) || apart(e.ay, e.by, f.ay, f.by)) return false;
  // With boxes that meet, collinear segments overlap; others meet iff each straddles the other.
  return longTurn(e, f.ax, f.ay) * longTurn(e, f.bx, f.by) <= 0n &&
    longTurn(f, e.ax, e.ay) * longTurn(f, e.bx, e.by) <= 0n;
}

/** Whether the ranges between a and b and between c and d have nothing in common. */
function apart(a: bigint, b: bigint, c: bigint, d: bigint): boolean {
  return (a < b ? b : a) < (c < d ? c : d) || (c < d ? d : c) < (a < b ? a : b);
}
