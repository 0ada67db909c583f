import { arrowParts } from "./_arrow.ts";
import type { Drawing, DrawingPoint, Shape } from "./drawing.ts";
import { textWidth } from "./text_width.ts";

/** The edges around something, in pixels from the top left corner; `right` and `bottom` lie behind it. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/**
 * The box of each thing that a drawing names: the smallest of whole pixels around all shapes that
 * say its name in `of`, cut off at the edges of the paper. Read off the drawing, so that it cannot
 * disagree with what is painted.
 *
 * @param drawing the drawing
 * @returns a box for each name, in the order in which they are first painted
 *
 * Cost: linear in the corners of the named shapes.
 *
 * @example
 * ```ts
 * import { boxesOf } from "@alidade/core/render";
 * import { assertEquals } from "@std/assert";
 *
 * const disc = { kind: "circle", cx: 20, cy: 30, r: 4.5, fill: "#d62728", of: "red" } as const;
 * const drawing = {
 *   width: 100,
 *   height: 100,
 *   background: "#ffffff",
 *   alt: "a disc",
 *   shapes: [disc],
 * } as const;
 * assertEquals(boxesOf(drawing).get("red"), [15, 25, 25, 35]);
 * ```
 */
export function boxesOf({ width, height, shapes }: Drawing): Map<string, Box> {
  const boxes = new Map<string, Box>();
  for (const shape of shapes) {
    if (shape.of === undefined) continue;
    const [left, top, right, bottom] = extentOf(shape);
    const whole: Box = [
      Math.max(0, Math.floor(left)),
      Math.max(0, Math.floor(top)),
      Math.min(width, Math.ceil(right)),
      Math.min(height, Math.ceil(bottom)),
    ];
    const known = boxes.get(shape.of);
    boxes.set(shape.of, known === undefined ? whole : around(known, whole));
  }
  return boxes;
}

function around(a: Box, b: Box): Box {
  return [
    Math.min(a[0], b[0]),
    Math.min(a[1], b[1]),
    Math.max(a[2], b[2]),
    Math.max(a[3], b[3]),
  ];
}

/**
 * How far a shape is painted, its outline included, wherever the paper ends.
 *
 * @param shape the shape
 * @returns its edges in pixels; of text, those of its letters' room
 *
 * @example
 * ```ts
 * import { extentOf } from "@alidade/core/render";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(extentOf({ kind: "circle", cx: 2, cy: 9, r: 4, fill: "#d62728" }), [-2, 5, 6, 13]);
 * ```
 */
export function extentOf(shape: Shape): Box {
  switch (shape.kind) {
    case "circle": {
      const reach = shape.r + outlineOf(shape);
      return [shape.cx - reach, shape.cy - reach, shape.cx + reach, shape.cy + reach];
    }
    case "rect": {
      const { x, y, width, height } = shape;
      return grown([x, y, x + width, y + height], outlineOf(shape));
    }
    case "polygon":
      return grown(boundsOf(shape.points), outlineOf(shape));
    case "line":
      return strokeBounds([shape.from, shape.to], strokeOf(shape));
    case "arrow": {
      const { shaft, head } = arrowParts(shape);
      return around(strokeBounds(shaft, strokeOf(shape)), boundsOf(head));
    }
    case "polyline":
      return polylineBounds(shape.points, strokeOf(shape));
    case "text": {
      const across = textWidth(shape.text, shape.size);
      const { align = "middle" } = shape;
      const left = shape.x - (align === "start" ? 0 : align === "end" ? across : across / 2);
      const half = shape.size / 2;
      return [left, shape.y - half, left + across, shape.y + half];
    }
  }
}

/** Half the width of what is painted outside of an edge. */
function outlineOf({ stroke, strokeWidth = 1 }: { stroke?: string; strokeWidth?: number }): number {
  return stroke === undefined ? 0 : strokeWidth / 2;
}

function strokeOf({ strokeWidth = 1 }: { readonly strokeWidth?: number }): number {
  return strokeWidth / 2;
}

function boundsOf(points: readonly DrawingPoint[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    [left, top] = [Math.min(left, x), Math.min(top, y)];
    [right, bottom] = [Math.max(right, x), Math.max(bottom, y)];
  }
  return [left, top, right, bottom];
}

function grown([left, top, right, bottom]: Box, by: number): Box {
  return [left - by, top - by, right + by, bottom + by];
}

/** A straight stroke is cut off square at its ends. */
function strokeBounds([from, to]: readonly [DrawingPoint, DrawingPoint], half: number): Box {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  if (length === 0) return boundsOf([from]);
  const [x, y] = [half * Math.abs(dy) / length, half * Math.abs(dx) / length];
  const [left, top, right, bottom] = boundsOf([from, to]);
  return [left - x, top - y, right + x, bottom + y];
}

/** A chain of strokes has round joins. */
function polylineBounds(points: readonly DrawingPoint[], half: number): Box {
  let bounds: Box | null = points.length > 2 ? grown(boundsOf(points.slice(1, -1)), half) : null;
  for (let i = 1; i < points.length; i++) {
    const own = strokeBounds([points[i - 1]!, points[i]!], half);
    bounds = bounds === null ? own : around(bounds, own);
  }
  return bounds ?? boundsOf(points);
}
