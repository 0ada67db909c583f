import { type Cone, LEFT, OPEN, RIGHT, type Side } from "./_nodes.ts";

/** Below this part of its terms a cross product is taken for rounding, and the view widened. */
const PARALLEL = 1e-6;

/**
 * Lower bounds of ways through edges to a goal, in doubles. Computed for every node of a search, so
 * what the steps below share stands in fields and nothing is allocated.
 */
export class ConeBound {
  readonly #xs: Float64Array;
  readonly #ys: Float64Array;
  /** The right end of the edge at hand, and from there to its left end. */
  #ex = 0;
  #ey = 0;
  #dx = 0;
  #dy = 0;

  constructor(xs: Float64Array, ys: Float64Array) {
    this.#xs = xs;
    this.#ys = ys;
  }

  /**
   * A lower bound, but for a relative 1e-9, of the way from the root through the part in view of
   * the edge between two vertices to the goal: the straight line, or the nearer end of the part.
   */
  of(cone: Cone, root: number, right: number, left: number, goal: number): number {
    const xs = this.#xs;
    const ys = this.#ys;
    const rx = xs[root]!;
    const ry = ys[root]!;
    const ex = this.#ex = xs[right]!;
    const ey = this.#ey = ys[right]!;
    const dx = this.#dx = xs[left]! - ex;
    const dy = this.#dy = ys[left]! - ey;
    // Places on the edge, from 0 at its right end to 1 at its left end.
    const from = cone.atEnd[RIGHT] ? 0 : this.#rayPlace(cone, RIGHT);
    const to = cone.atEnd[LEFT] ? 1 : this.#rayPlace(cone, LEFT);
    const square = dx * dx + dy * dy;
    let gx = xs[goal]!;
    let gy = ys[goal]!;
    const rootSide = dx * (ry - ey) - dy * (rx - ex);
    let goalSide = dx * (gy - ey) - dy * (gx - ex);
    if (rootSide * goalSide > 0) {
      // Mirror the goal: the way must touch the edge.
      const scale = 2 * goalSide / square;
      gx += scale * dy;
      gy -= scale * dx;
      goalSide = -goalSide;
    }
    const span = Math.abs(rootSide) + Math.abs(goalSide);
    const share = span > 0 ? Math.abs(rootSide) / span : 0;
    const cx = rx + share * (gx - rx) - ex;
    const cy = ry + share * (gy - ry) - ey;
    const place = (cx * dx + cy * dy) / square;
    if (span > 0 && place > from && place < to) return length(gx - rx, gy - ry);
    const t = place <= from ? from : place >= to ? to : place;
    const px = ex + t * dx;
    const py = ey + t * dy;
    return length(px - rx, py - ry) + length(gx - px, gy - py);
  }

  /** Where a ray meets the edge; its end where the two are so nearly parallel that it is unsure. */
  #rayPlace(cone: Cone, side: Side): number {
    const a = cone.from[side];
    if (a === OPEN) return side;
    const x = this.#xs[a]!;
    const y = this.#ys[a]!;
    const ux = this.#xs[cone.to[side]]! - x;
    const uy = this.#ys[cone.to[side]]! - y;
    const cross = ux * this.#dy - uy * this.#dx;
    const terms = Math.abs(ux * this.#dy) + Math.abs(uy * this.#dx);
    if (Math.abs(cross) <= PARALLEL * terms) return side;
    const place = (uy * (this.#ex - x) - ux * (this.#ey - y)) / cross;
    return Math.min(1, Math.max(0, place));
  }
}

/** Coordinates are at most 2^25, so squares do not overflow as `Math.hypot` would have to heed. */
function length(dx: number, dy: number): number {
  return Math.sqrt(dx * dx + dy * dy);
}
