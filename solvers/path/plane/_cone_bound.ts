import { type Cone, LEFT, OPEN, RIGHT, type Side } from "./_nodes.ts";

interface Points {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
}

interface View {
  readonly root: number;
  readonly goal: number;
  /** The right end of the edge. */
  readonly right: number;
  /** The left end of the edge. */
  readonly left: number;
}

/** Below this part of its terms a cross product is taken for rounding, and the view widened. */
const PARALLEL = 1e-6;

/**
 * A lower bound, but for a relative 1e-9, of the way from the root through the part of the edge
 * in view to the goal: the straight line, or the nearer end of the part.
 */
export function coneBound(points: Points, cone: Cone, view: View): number {
  const { xs, ys } = points;
  const rx = xs[view.root]!;
  const ry = ys[view.root]!;
  const ex = xs[view.right]!;
  const ey = ys[view.right]!;
  const dx = xs[view.left]! - ex;
  const dy = ys[view.left]! - ey;
  // Places on the edge, from 0 at its right end to 1 at its left end.
  const edge = { ex, ey, dx, dy };
  const from = cone.atEnd[RIGHT] ? 0 : rayPlace(points, cone, RIGHT, edge);
  const to = cone.atEnd[LEFT] ? 1 : rayPlace(points, cone, LEFT, edge);
  let gx = xs[view.goal]!;
  let gy = ys[view.goal]!;
  const rootSide = dx * (ry - ey) - dy * (rx - ex);
  let goalSide = dx * (gy - ey) - dy * (gx - ex);
  if (rootSide * goalSide > 0) {
    // Mirror the goal: the way must touch the edge.
    const scale = 2 * goalSide / (dx * dx + dy * dy);
    gx += scale * dy;
    gy -= scale * dx;
    goalSide = -goalSide;
  }
  const span = Math.abs(rootSide) + Math.abs(goalSide);
  let place = from;
  if (span > 0) {
    const share = Math.abs(rootSide) / span;
    const cx = rx + share * (gx - rx) - ex;
    const cy = ry + share * (gy - ry) - ey;
    place = (cx * dx + cy * dy) / (dx * dx + dy * dy);
  } else {
    place = nearestPlace(rx, ry, edge);
  }
  if (place > from && place < to) return Math.hypot(gx - rx, gy - ry);
  const t = place <= from ? from : to;
  const px = ex + t * dx;
  const py = ey + t * dy;
  return Math.hypot(px - rx, py - ry) + Math.hypot(gx - px, gy - py);
}

interface Line {
  readonly ex: number;
  readonly ey: number;
  readonly dx: number;
  readonly dy: number;
}

function nearestPlace(x: number, y: number, line: Line): number {
  return ((x - line.ex) * line.dx + (y - line.ey) * line.dy) /
    (line.dx * line.dx + line.dy * line.dy);
}

/** Where a ray meets the edge; its end where the two are so nearly parallel that it is unsure. */
function rayPlace(points: Points, cone: Cone, side: Side, line: Line): number {
  const [a, b] = [cone.from[side], cone.to[side]];
  if (a === OPEN) return side;
  const ux = points.xs[b]! - points.xs[a]!;
  const uy = points.ys[b]! - points.ys[a]!;
  const cross = ux * line.dy - uy * line.dx;
  if (Math.abs(cross) <= PARALLEL * (Math.abs(ux * line.dy) + Math.abs(uy * line.dx))) return side;
  const wx = line.ex - points.xs[a]!;
  const wy = line.ey - points.ys[a]!;
  const place = (uy * wx - ux * wy) / cross;
  return Math.min(1, Math.max(0, place));
}
