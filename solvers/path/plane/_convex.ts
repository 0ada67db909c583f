import { orientation } from "../../../geometry/orientation.ts";

type Point = readonly [x: number, y: number];

/** Demands a polygon that is convex and counter-clockwise; straight corners are allowed. */
export function requireConvex(points: readonly Point[], p: number): void {
  const n = points.length;
  if (n < 3) {
    throw new RangeError(
      `Cannot build the mesh: polygon ${p} has ${n} vertices, must be 3 or more`,
    );
  }
  let turns = 0;
  let flips = 0;
  for (let i = 0; i < n; i++) {
    const a = points[i]!;
    const b = points[(i + 1) % n]!;
    const c = points[(i + 2) % n]!;
    const turn = orientation(a[0], a[1], b[0], b[1], c[0], c[1]);
    if (turn < 0 || isBack(a, b, c)) {
      throw new RangeError(
        `Cannot build the mesh: polygon ${p} is not convex and counter-clockwise at its corner ` +
          `${(i + 1) % n}, must turn left or go straight there`,
      );
    }
    turns += turn;
    if (isUp(a, b) !== isUp(b, c)) flips++;
  }
  // Left turns alone would also let a polygon wind around twice.
  if (turns === 0 || flips !== 2) {
    throw new RangeError(`Cannot build the mesh: polygon ${p} does not wind around once`);
  }
}

/** Whether b to c leads back along a to b, or stands still. */
function isBack(a: Point, b: Point, c: Point): boolean {
  const dot = (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]);
  const cross = (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]);
  return cross === 0 && dot <= 0;
}

/** Splits the directions into two halves, each closed at one end. */
function isUp(a: Point, b: Point): boolean {
  return b[1] > a[1] || (b[1] === a[1] && b[0] > a[0]);
}
