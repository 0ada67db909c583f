import type { ArrowShape, DrawingPoint } from "./drawing.ts";

/** Half the width of a head, per unit of its length. */
const HALF_WIDTH = 0.4;

/** The parts of an arrow: a shaft that ends inside of the head, and the three corners of the head. */
export interface ArrowParts {
  readonly shaft: readonly [DrawingPoint, DrawingPoint];
  readonly head: readonly [DrawingPoint, DrawingPoint, DrawingPoint];
}

/** Takes an arrow apart. */
export function arrowParts({ from, to, strokeWidth = 1, head }: ArrowShape): ArrowParts {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  const size = Math.min(head ?? Math.max(8, 4 * strokeWidth), length);
  const [ux, uy] = [dx / length, dy / length];
  const at = (back: number, aside: number): DrawingPoint => [
    to[0] - ux * back - uy * aside,
    to[1] - uy * back + ux * aside,
  ];
  return {
    shaft: [from, at(size * 0.9, 0)],
    head: [to, at(size, size * HALF_WIDTH), at(size, -size * HALF_WIDTH)],
  };
}
