import { FINITE, record, TEXT } from "../../geometry/form.ts";
import { isRootOf, Q } from "../_check_numbers.ts";
import { outcomeOf, requireClaim, unitFault } from "../_require_claim.ts";
import type { Outcome } from "../outcome.ts";
import { SHAPE_DISTANCE_FORM } from "./_forms.ts";
import type { ExactPosition, PlaneShape, ShapeDistance, ShapeDistanceInstance } from "./shape.ts";

const CLAIM = outcomeOf(record({ squared: TEXT, approximate: FINITE }));

/**
 * Whether an outcome of `solveShapeDistance` is right: the nearest points are found as rational
 * points on every pair of edges.
 *
 * @param instance the instance that was solved
 * @param outcome what is claimed of it
 * @returns null where it holds, else what is wrong, in one sentence
 *
 * Cost: some 10 us for each pair of edges.
 *
 * @example
 * ```ts
 * import { checkShapeDistance, solveShapeDistance } from "@alidade/core";
 * import { assertEquals } from "@std/assert";
 *
 * const from = { point: [0, 3] } as const;
 * const to = { segment: [["0.5", 0], [7, 1]] } as const;
 * assertEquals(checkShapeDistance({ from, to }, solveShapeDistance({ from, to })), null);
 * ```
 */
export function checkShapeDistance(
  instance: ShapeDistanceInstance,
  outcome: Outcome<ShapeDistance>,
): string | null {
  requireClaim(instance, SHAPE_DISTANCE_FORM, outcome, CLAIM);
  if (outcome.status !== "exact") return "a distance is always exact";
  const square = leastSquare(instance.from, instance.to);
  if (Q.read(outcome.value.squared).against(square) !== 0) return "the square is wrong";
  return isRootOf(outcome.value.approximate, square)
    ? unitFault(outcome, null)
    : "the approximation is too far off";
}

interface P {
  readonly x: Q;
  readonly y: Q;
}

type Edge = readonly [P, P];

const ZERO = new Q(0n);
const ONE = new Q(1n);

function leastSquare(a: PlaneShape, b: PlaneShape): Q {
  const [ea, eb] = [edgesOf(a), edgesOf(b)];
  if (isRegion(a) && eb.some(([p]) => contains(ea, p))) return ZERO;
  if (isRegion(b) && ea.some(([p]) => contains(eb, p))) return ZERO;
  let least: Q | null = null;
  for (const e of ea) {
    for (const f of eb) {
      const square = between(e, f);
      if (least === null || square.against(least) < 0) least = square;
    }
  }
  return least!;
}

function isRegion(shape: PlaneShape): boolean {
  return "polygon" in shape || "polygons" in shape;
}

function edgesOf(shape: PlaneShape): Edge[] {
  const read = ([x, y]: ExactPosition): P => ({ x: Q.read(x), y: Q.read(y) });
  if ("point" in shape) return [[read(shape.point), read(shape.point)]];
  if ("segment" in shape) return [[read(shape.segment[0]), read(shape.segment[1])]];
  const rings = "polygons" in shape ? shape.polygons.flat() : shape.polygon;
  return rings.flatMap((ring) =>
    ring.map((p, i): Edge => [read(p), read(ring[(i + 1) % ring.length]!)])
  );
}

/** Even-odd: how many edges cross the level of p to its right. Corners on the level count as below. */
function contains(edges: readonly Edge[], p: P): boolean {
  let inside = false;
  for (const [a, b] of edges) {
    if (a.y.against(p.y) > 0 === b.y.against(p.y) > 0) continue;
    const t = p.y.minus(a.y).over(b.y.minus(a.y));
    if (a.x.plus(t.times(b.x.minus(a.x))).against(p.x) > 0) inside = !inside;
  }
  return inside;
}

function between(e: Edge, f: Edge): Q {
  if (cross(e, f)) return ZERO;
  return [toEdge(e[0], f), toEdge(e[1], f), toEdge(f[0], e), toEdge(f[1], e)]
    .reduce((least, next) => next.against(least) < 0 ? next : least);
}

/** Whether two edges that are not parallel have a common point, by its parameters. */
function cross([a, b]: Edge, [c, d]: Edge): boolean {
  const [ex, ey, fx, fy] = [b.x.minus(a.x), b.y.minus(a.y), d.x.minus(c.x), d.y.minus(c.y)];
  const area = ex.times(fy).minus(ey.times(fx));
  if (area.sign === 0) return false;
  const [wx, wy] = [c.x.minus(a.x), c.y.minus(a.y)];
  const s = wx.times(fy).minus(wy.times(fx)).over(area);
  const t = wx.times(ey).minus(wy.times(ex)).over(area);
  return [s, t].every((u) => u.sign >= 0 && u.against(ONE) <= 0);
}

/** From a point to the point of an edge that is nearest to it. */
function toEdge(p: P, [a, b]: Edge): Q {
  const [dx, dy] = [b.x.minus(a.x), b.y.minus(a.y)];
  const length = dx.times(dx).plus(dy.times(dy));
  let t = ZERO;
  if (length.sign > 0) {
    t = p.x.minus(a.x).times(dx).plus(p.y.minus(a.y).times(dy)).over(length);
    if (t.sign < 0) t = ZERO;
    if (t.against(ONE) > 0) t = ONE;
  }
  const [ex, ey] = [p.x.minus(a.x.plus(t.times(dx))), p.y.minus(a.y.plus(t.times(dy)))];
  return ex.times(ex).plus(ey.times(ey));
}
