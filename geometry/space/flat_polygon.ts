import { Rational } from "./rational.ts";

/** A point of a plane with rational coordinates. */
export type Rational2 = readonly [x: Rational, y: Rational];

/** A convex polygon, counter-clockwise for y up; fewer than three corners are no area. */
export type FlatPolygon = readonly Rational2[];

/**
 * The convex hull of points, exactly, without corners on straight sides.
 *
 * @param points the points
 * @returns its corners counter-clockwise for y up; one or two where all lie on a line
 *
 * @example
 * ```ts
 * import { flatHull, Rational } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const at = (x: bigint, y: bigint) => [Rational.of(x), Rational.of(y)] as const;
 * assertEquals(flatHull([at(0n, 0n), at(1n, 0n), at(2n, 0n), at(0n, 2n)]).length, 3);
 * ```
 */
export function flatHull(points: readonly Rational2[]): FlatPolygon {
  const sorted = [...points].sort((a, b) => a[0].compare(b[0]) || a[1].compare(b[1]));
  const distinct = sorted.filter((p, i) => i === 0 || !isSame(p, sorted[i - 1]!));
  if (distinct.length < 3) return distinct;
  const [lower, upper] = [halfHull(distinct), halfHull(distinct.toReversed())];
  return [...lower.slice(0, -1), ...upper.slice(0, -1)];
}

function halfHull(points: readonly Rational2[]): Rational2[] {
  const chain: Rational2[] = [];
  for (const p of points) {
    while (chain.length > 1 && turn(chain.at(-2)!, chain.at(-1)!, p).sign <= 0) chain.pop();
    chain.push(p);
  }
  return chain;
}

/**
 * The area of a polygon, exactly.
 *
 * @param polygon its corners in order; counter-clockwise for an area above 0
 * @returns the area, with the sign of its sense
 *
 * @example
 * ```ts
 * import { flatArea, Rational } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const at = (x: bigint, y: bigint) => [Rational.of(x), Rational.of(y)] as const;
 * assertEquals(String(flatArea([at(0n, 0n), at(1n, 0n), at(0n, 1n)])), "1/2");
 * ```
 */
export function flatArea(polygon: FlatPolygon): Rational {
  const [first, ...rest] = polygon;
  let sum = Rational.ZERO;
  for (let i = 0; i + 1 < rest.length; i++) sum = sum.plus(turn(first!, rest[i]!, rest[i + 1]!));
  return sum.over(Rational.of(2n));
}

/**
 * The part of a convex polygon on the left of a line, or on it.
 *
 * @param polygon the polygon
 * @param from a point of the line
 * @param to another, ahead
 * @returns the part; no corners where nothing is left
 *
 * @example
 * ```ts
 * import { cutFlat, flatArea, Rational } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const at = (x: bigint, y: bigint) => [Rational.of(x), Rational.of(y)] as const;
 * const square = [at(0n, 0n), at(2n, 0n), at(2n, 2n), at(0n, 2n)];
 * assertEquals(String(flatArea(cutFlat(square, at(1n, 0n), at(1n, 1n)))), "2");
 * ```
 */
export function cutFlat(polygon: FlatPolygon, from: Rational2, to: Rational2): FlatPolygon {
  const sides = polygon.map((p) => turn(from, to, p));
  if (sides.every((s) => s.sign >= 0)) return polygon;
  const part: Rational2[] = [];
  polygon.forEach((p, i) => {
    const j = (i + 1) % polygon.length;
    const [here, next] = [sides[i]!, sides[j]!];
    if (here.sign >= 0) part.push(p);
    if (here.sign * next.sign < 0) {
      const q = polygon[j]!;
      const t = here.over(here.minus(next));
      part.push([
        p[0].plus(q[0].minus(p[0]).times(t)),
        p[1].plus(q[1].minus(p[1]).times(t)),
      ]);
    }
  });
  return part;
}

/**
 * What two convex polygons share.
 *
 * @param a a convex polygon
 * @param b another, counter-clockwise
 * @returns the common part; fewer than three corners where it has no area
 *
 * @example
 * ```ts
 * import { flatArea, Rational, sharedFlat } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const at = (x: bigint, y: bigint) => [Rational.of(x), Rational.of(y)] as const;
 * const square = (x: bigint) => [at(x, 0n), at(x + 2n, 0n), at(x + 2n, 2n), at(x, 2n)];
 * assertEquals(String(flatArea(sharedFlat(square(0n), square(1n)))), "2");
 * ```
 */
export function sharedFlat(a: FlatPolygon, b: FlatPolygon): FlatPolygon {
  let part = a;
  for (let i = 0; i < b.length && part.length > 0; i++) {
    part = cutFlat(part, b[i]!, b[(i + 1) % b.length]!);
  }
  return part;
}

/**
 * A convex polygon less another, as convex pieces.
 *
 * @param a the polygon
 * @param b what is taken away, counter-clockwise
 * @returns pieces without common area that cover what is left
 *
 * @example
 * ```ts
 * import { flatArea, Rational, withoutFlat } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const at = (x: bigint, y: bigint) => [Rational.of(x), Rational.of(y)] as const;
 * const square = (x: bigint) => [at(x, 0n), at(x + 2n, 0n), at(x + 2n, 2n), at(x, 2n)];
 * assertEquals(withoutFlat(square(0n), square(1n)).map(flatArea).join(), "2");
 * ```
 */
export function withoutFlat(a: FlatPolygon, b: FlatPolygon): FlatPolygon[] {
  const pieces: FlatPolygon[] = [];
  let rest = a;
  for (let i = 0; i < b.length; i++) {
    const [p, q] = [b[i]!, b[(i + 1) % b.length]!];
    const outer = cutFlat(rest, q, p);
    if (flatArea(outer).sign > 0) pieces.push(outer);
    rest = cutFlat(rest, p, q);
    if (flatArea(rest).sign <= 0) return pieces;
  }
  return pieces;
}

/** Twice the area of a triangle; above 0 where c is on the left of the way from a to b. */
function turn(a: Rational2, b: Rational2, c: Rational2): Rational {
  return b[0].minus(a[0]).times(c[1].minus(a[1])).minus(b[1].minus(a[1]).times(c[0].minus(a[0])));
}

function isSame(p: Rational2, q: Rational2): boolean {
  return p[0].compare(q[0]) === 0 && p[1].compare(q[1]) === 0;
}
