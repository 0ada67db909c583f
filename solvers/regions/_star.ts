import { BOUNDARY, INSIDE, type Matrix, OUTSIDE } from "./_matrix.ts";
import type { Plane } from "./_plane.ts";
import { OF_LINE } from "./_rim.ts";

/** A way out of a point along an edge: the direction from one corner to another. */
export interface Ray {
  /** Whose edge it is: 0 of the first feature, 1 of the second. */
  readonly owner: 0 | 1;
  /** The direction runs from this corner ... */
  readonly from: number;
  /** ... to this one. */
  readonly to: number;
  /** 1 where the inside lies left of the direction, 0 where right, 2 for a line. */
  readonly left: number;
}

/**
 * Notes what two features share around a point where their edges meet: the point, the edges that
 * leave it, and the sectors between them.
 *
 * @param plane the corners
 * @param rays every edge of either that leaves the point, sorted here
 * @param isEnd for each feature whether the point is the boundary of its lines
 * @param matrix where it is noted
 */
export function noteStar(
  plane: Plane,
  rays: Ray[],
  isEnd: readonly [boolean, boolean],
  matrix: Matrix,
): void {
  rays.sort((a, b) => compareRays(plane, a, b));
  const isArea = [false, false];
  /** Whether the sector that the sweep is in is inside of an area of each. */
  const inside = [false, false];
  for (const { owner, left } of rays) {
    if (left === OF_LINE) continue;
    isArea[owner] = true;
    inside[owner] = left === 1;
  }
  const at = (owner: 0 | 1): number => isArea[owner] || isEnd[owner] ? BOUNDARY : INSIDE;
  matrix.set(at(0), at(1), 0);
  for (let i = 0; i < rays.length;) {
    const edge = [inside[0] ? INSIDE : OUTSIDE, inside[1] ? INSIDE : OUTSIDE];
    let j = i;
    do {
      const { owner, left } = rays[j]!;
      if (left !== OF_LINE) {
        edge[owner] = BOUNDARY;
        inside[owner] = left === 1;
      } else if (edge[owner] === OUTSIDE) edge[owner] = INSIDE;
      j++;
    } while (j < rays.length && compareRays(plane, rays[i]!, rays[j]!) === 0);
    matrix.set(edge[0]!, edge[1]!, 1);
    matrix.set(inside[0] ? INSIDE : OUTSIDE, inside[1] ? INSIDE : OUTSIDE, 2);
    i = j;
  }
}

/** Counter-clockwise, y up, from the direction of x on. */
function compareRays(plane: Plane, a: Ray, b: Ray): number {
  const half = lowerHalf(plane, a) - lowerHalf(plane, b);
  return half !== 0 ? half : -Math.sign(plane.cross(a.from, a.to, b.from, b.to));
}

function lowerHalf(plane: Plane, { from, to }: Ray): number {
  const dy = plane.compareY(to, from);
  return dy > 0 || (dy === 0 && plane.compareX(to, from) > 0) ? 0 : 1;
}
