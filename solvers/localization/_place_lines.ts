import { RootSum } from "../../geometry/root_sum.ts";
import type { Homogeneous, Line } from "./_place_facts.ts";

/** What the line's form is at a point, times the point's w. */
export function valueAt({ a, b, c }: Line, { x, y, w }: Homogeneous): RootSum {
  return a.times(x).plus(b.times(y)).plus(c.times(w));
}

/** The line through a point at a right angle to another. */
export function perpendicular({ a, b }: Line, p: Homogeneous): Line {
  const minus = RootSum.of(-1n);
  return {
    a: b.times(minus).times(p.w),
    b: a.times(p.w),
    c: b.times(p.x).minus(a.times(p.y)),
    through: p,
  };
}

/** Where two lines meet; null where they are parallel. */
export function crossing(p: Line, q: Line): Homogeneous | null {
  const w = p.a.times(q.b).minus(q.a.times(p.b));
  const sign = w.sign();
  if (sign === 0) return null;
  const flip = RootSum.of(BigInt(sign));
  return {
    x: p.b.times(q.c).minus(q.b.times(p.c)).times(flip),
    y: p.c.times(q.a).minus(q.c.times(p.a)).times(flip),
    w: w.times(flip),
  };
}

/** Whether two parallel lines are one. */
export function sameLine(p: Line, q: Line): boolean {
  return p.a.times(q.c).minus(q.a.times(p.c)).sign() === 0 &&
    p.b.times(q.c).minus(q.b.times(p.c)).sign() === 0;
}

/** Whether two points are one. */
export function samePoint(p: Homogeneous, q: Homogeneous): boolean {
  return p.x.times(q.w).minus(q.x.times(p.w)).sign() === 0 &&
    p.y.times(q.w).minus(q.y.times(p.w)).sign() === 0;
}
