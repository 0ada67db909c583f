import { RootSum } from "../../geometry/root_sum.ts";
import type { Circle, Constraint, HalfPlane, Homogeneous, Line } from "./_place_facts.ts";
import { type Hull, hullOf } from "./_place_hull.ts";
import { crossing, perpendicular, sameLine, samePoint, valueAt } from "./_place_lines.ts";

/**
 * All places that satisfy some facts: finitely many points; one or two where a circle meets an edge
 * at other than a multiple of 45 degrees, which sums of square roots cannot write; or a region.
 */
export type Solutions =
  | { readonly kind: "points"; readonly points: readonly Homogeneous[] }
  | { readonly kind: "unwritable" }
  | { readonly kind: "region"; readonly hull: Hull; readonly circle: Circle | null };

const NONE: Solutions = { kind: "points", points: [] };

/** What the facts leave of the plane, exactly. */
export function solutionsOf(facts: readonly Constraint[]): Solutions {
  const circles = distinctCircles(facts);
  const [circle = null, ...others] = circles;
  const lines = facts.flatMap((fact) => fact.lines);
  for (const other of others) {
    const chord = radicalLine(circle!, other);
    if (chord === null) return NONE;
    lines.push(chord);
  }
  const sides = facts.flatMap((fact) => fact.halfPlanes);
  const satisfying = (points: readonly Homogeneous[]): Solutions => {
    return { kind: "points", points: distinct(points.filter((p) => satisfies(p, facts))) };
  };
  const [line, ...rest] = lines;
  if (line !== undefined) {
    for (const other of rest) {
      const point = crossing(line, other);
      if (point !== null) return satisfying([point]);
      if (!sameLine(line, other)) return NONE;
    }
    if (circle !== null) return satisfying(cut(circle, line));
  }
  const hull = hullOf(line === undefined ? sides : [...sides, ...bothSides(line)]);
  if (hull === null) return NONE;
  // A strict side that no corner is off, and no direction leads off, holds nowhere in the hull.
  if (sides.some((side) => side.strict && liesOn(hull, side))) return NONE;
  if (circle !== null) return onCircle(circle, hull, satisfying);
  if (hull.corners.length === 1 && hull.directions.length === 0) return satisfying(hull.corners);
  return { kind: "region", hull, circle: null };
}

/**
 * Where a circle meets a convex hull. Distances from the centre to the points of a convex set take
 * all values between their least and their greatest, so only the ends need care.
 */
function onCircle(
  circle: Circle,
  hull: Hull,
  satisfying: (points: readonly Homogeneous[]) => Solutions,
): Solutions {
  const flat = hull.sides.find((side) => liesOn(hull, side));
  if (flat !== undefined && isWhole(flat)) return satisfying(cut(circle, flat));
  const nearest = [...hull.corners, ...feet(circle, hull)];
  const least = Math.min(...nearest.map((p) => power(circle, p)));
  if (least > 0) return NONE;
  const beyond = hull.directions.length > 0 || hull.corners.some((p) => power(circle, p) > 0);
  if (least < 0 && beyond) {
    return flat === undefined ? { kind: "region", hull, circle } : { kind: "unwritable" };
  }
  return satisfying(nearest.filter((p) => power(circle, p) === 0));
}

/** The centre where the hull holds it, else where it drops onto edges of the hull. */
function feet(circle: Circle, hull: Hull): Homogeneous[] {
  const centre = { x: RootSum.of(circle.x), y: RootSum.of(circle.y), w: RootSum.of(1n) };
  const inside = (p: Homogeneous) => hull.sides.every((side) => valueAt(side, p).sign() >= 0);
  if (inside(centre)) return [centre];
  return hull.sides.map((side) => crossing(side, perpendicular(side, centre))!)
    .filter(inside);
}

/** -1 inside of the circle, 0 on it, 1 outside. */
function power({ x, y, square }: Circle, p: Homogeneous): number {
  const dx = p.x.minus(p.w.times(RootSum.of(x)));
  const dy = p.y.minus(p.w.times(RootSum.of(y)));
  const radius = p.w.times(p.w).times(RootSum.of(square));
  return dx.times(dx).plus(dy.times(dy)).minus(radius).sign();
}

function satisfies(p: Homogeneous, facts: readonly Constraint[]): boolean {
  return facts.every(({ lines, halfPlanes, circle, not }) =>
    lines.every((line) => valueAt(line, p).sign() === 0) &&
    halfPlanes.every((side) => valueAt(side, p).sign() >= (side.strict ? 1 : 0)) &&
    (circle === null || power(circle, p) === 0) &&
    (not === null || !samePoint(not, p))
  );
}

function liesOn(hull: Hull, side: Line): boolean {
  return hull.corners.every((p) => valueAt(side, p).sign() === 0) &&
    hull.directions.every(([dx, dy]) => side.a.times(dx).plus(side.b.times(dy)).sign() === 0);
}

function distinctCircles(facts: readonly Constraint[]): Circle[] {
  const found = new Map<string, Circle>();
  for (const { circle } of facts) {
    if (circle !== null) found.set(`${circle.x} ${circle.y} ${circle.square}`, circle);
  }
  return [...found.values()];
}

/** The line on which two circles meet if they do; null for different circles of one centre. */
function radicalLine(p: Circle, q: Circle): Line | null {
  const [a, b] = [2n * (q.x - p.x), 2n * (q.y - p.y)];
  if (a === 0n && b === 0n) return null;
  const c = p.x ** 2n + p.y ** 2n - q.x ** 2n - q.y ** 2n - p.square + q.square;
  return { a: RootSum.of(a), b: RootSum.of(b), c: RootSum.of(c), through: null };
}

function isWhole({ a, b, c }: Line): boolean {
  return [a, b, c].every((part) => part.integer() !== null);
}

/** The points where a circle meets a line whose coefficients are integers. */
function cut({ x, y, square }: Circle, line: Line): Homogeneous[] {
  const [a, b, c] = [line.a, line.b, line.c].map((part) => part.integer()!) as [
    bigint,
    bigint,
    bigint,
  ];
  // From the centre, the line is at offset -v/(a^2+b^2) along (a, b), the points sqrt(rest) aside.
  const length = a * a + b * b;
  const v = a * x + b * y + c;
  const rest = square * length - v * v;
  if (rest < 0n) return [];
  return [1n, -1n].map((side) => {
    return {
      x: RootSum.of(x * length - a * v).plus(RootSum.of(-side * b, rest)),
      y: RootSum.of(y * length - b * v).plus(RootSum.of(side * a, rest)),
      w: RootSum.of(length),
    };
  });
}

function bothSides(line: Line): HalfPlane[] {
  const minus = RootSum.of(-1n);
  const { a, b, c, through } = line;
  return [
    { a, b, c, through, strict: false },
    { a: a.times(minus), b: b.times(minus), c: c.times(minus), through, strict: false },
  ];
}

function distinct(points: readonly Homogeneous[]): Homogeneous[] {
  return points.filter((p, i) => points.findIndex((q) => samePoint(p, q)) === i);
}
