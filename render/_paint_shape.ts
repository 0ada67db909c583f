import { arrowParts } from "./_arrow.ts";
import type { Canvas } from "./_canvas.ts";
import { CAPITAL_HEIGHT, glyphsOf } from "./_font.ts";
import type { CircleShape, DrawingPoint, RectShape, Shape, TextShape } from "./drawing.ts";

/** How far, in pixels, a straight edge may be from the curve it stands for. */
const FLATNESS = 0.02;

/** Paints one shape. */
export function paintShape(canvas: Canvas, shape: Shape): void {
  switch (shape.kind) {
    case "circle":
      return paintCircle(canvas, shape);
    case "rect":
      return paintRect(canvas, shape);
    case "text":
      return paintText(canvas, shape);
    case "polygon":
      if (shape.fill !== undefined) {
        canvas.addPolygon(shape.points.flat(), shape.points.length);
        canvas.paint(shape.fill, "evenodd");
      }
      if (shape.stroke === undefined) return;
      addStroke(canvas, [...shape.points, shape.points[0]!], shape.strokeWidth ?? 1);
      shape.points.forEach((point) => addDisc(canvas, point, (shape.strokeWidth ?? 1) / 2));
      return canvas.paint(shape.stroke, "nonzero");
    case "polyline":
      addStroke(canvas, shape.points, shape.strokeWidth ?? 1);
      shape.points.slice(1, -1)
        .forEach((point) => addDisc(canvas, point, (shape.strokeWidth ?? 1) / 2));
      return canvas.paint(shape.stroke, "nonzero");
    case "line":
      addStroke(canvas, [shape.from, shape.to], shape.strokeWidth ?? 1);
      return canvas.paint(shape.stroke, "nonzero");
    case "arrow": {
      const { shaft, head } = arrowParts(shape);
      addStroke(canvas, shaft, shape.strokeWidth ?? 1);
      canvas.paint(shape.stroke, "nonzero");
      canvas.addPolygon(head.flat(), 3);
      return canvas.paint(shape.stroke, "nonzero");
    }
  }
}

function paintCircle(canvas: Canvas, { cx, cy, r, fill, stroke, strokeWidth = 1 }: CircleShape) {
  if (fill !== undefined) {
    addDisc(canvas, [cx, cy], r);
    canvas.paint(fill, "nonzero");
  }
  if (stroke === undefined) return;
  addDisc(canvas, [cx, cy], r + strokeWidth / 2);
  if (r > strokeWidth / 2) addDisc(canvas, [cx, cy], strokeWidth / 2 - r);
  canvas.paint(stroke, "nonzero");
}

function paintRect(canvas: Canvas, shape: RectShape): void {
  const { fill, stroke, strokeWidth = 1 } = shape;
  if (fill !== undefined) {
    addRect(canvas, shape, 0);
    canvas.paint(fill, "nonzero");
  }
  if (stroke === undefined) return;
  addRect(canvas, shape, strokeWidth / 2);
  if (Math.min(shape.width, shape.height) > strokeWidth) addRect(canvas, shape, -strokeWidth / 2);
  canvas.paint(stroke, "evenodd");
}

/** A rectangle grown on every side; a row is crossed by its two upright edges alone. */
function addRect(canvas: Canvas, { x, y, width, height }: RectShape, grow: number): void {
  const bottom = y + height + grow;
  canvas.addEdge(x - grow, y - grow, x - grow, bottom);
  canvas.addEdge(x + width + grow, bottom, x + width + grow, y - grow);
}

/** A disc as a polygon; a negative radius turns it the other way round, which makes a hole. */
function addDisc(canvas: Canvas, [cx, cy]: DrawingPoint, r: number): void {
  const half = Math.ceil(Math.PI / Math.acos(1 - FLATNESS / Math.max(Math.abs(r), 2 * FLATNESS)));
  const count = Math.max(8, half);
  let x = cx + r;
  let y = cy;
  for (let i = 1; i <= count; i++) {
    const angle = 2 * Math.PI * i / count;
    const nextX = cx + Math.abs(r) * Math.cos(angle) * Math.sign(r);
    const nextY = cy + Math.abs(r) * Math.sin(angle);
    canvas.addEdge(x, y, nextX, nextY);
    x = nextX;
    y = nextY;
  }
}

/** A rectangle along each part of a chain, all turning the same way. */
function addStroke(canvas: Canvas, points: readonly DrawingPoint[], width: number): void {
  for (let i = 1; i < points.length; i++) {
    const [ax, ay] = points[i - 1]!;
    const [bx, by] = points[i]!;
    const length = Math.hypot(bx - ax, by - ay);
    if (length === 0) continue;
    const nx = (ay - by) / length * width / 2;
    const ny = (bx - ax) / length * width / 2;
    canvas.addEdge(ax - nx, ay - ny, bx - nx, by - ny);
    canvas.addEdge(bx - nx, by - ny, bx + nx, by + ny);
    canvas.addEdge(bx + nx, by + ny, ax + nx, ay + ny);
    canvas.addEdge(ax + nx, ay + ny, ax - nx, ay - ny);
  }
}

function paintText(canvas: Canvas, { x, y, text, size, fill, align = "middle" }: TextShape): void {
  const glyphs = glyphsOf(text);
  const width = glyphs.reduce((sum, glyph) => sum + glyph.advance, 0) * size;
  let pen = x - (align === "start" ? 0 : align === "middle" ? width / 2 : width);
  const base = y + size * CAPITAL_HEIGHT / 2;
  for (const { curves, advance } of glyphs) {
    for (let i = 0; i < curves.length; i += 6) addCurve(canvas, curves, i, pen, base, size);
    // Each by itself: neighbours may overlap, and one may turn against the other.
    canvas.paint(fill, "nonzero");
    pen += advance * size;
  }
}

/** A quadratic curve as some straight edges. */
function addCurve(
  canvas: Canvas,
  curves: Float64Array,
  at: number,
  left: number,
  base: number,
  size: number,
): void {
  const x0 = left + curves[at]! * size;
  const y0 = base + curves[at + 1]! * size;
  const x2 = left + curves[at + 4]! * size;
  const y2 = base + curves[at + 5]! * size;
  const bendX = left + curves[at + 2]! * size - (x0 + x2) / 2;
  const bendY = base + curves[at + 3]! * size - (y0 + y2) / 2;
  // A quadratic curve is half its bend away from its chord.
  const away = (Math.abs(bendX) + Math.abs(bendY)) / 2;
  const parts = Math.max(1, Math.ceil(Math.sqrt(away / FLATNESS) / 2));
  let x = x0;
  let y = y0;
  for (let i = 1; i <= parts; i++) {
    const t = i / parts;
    const bulge = 2 * t * (1 - t);
    const nextX = i === parts ? x2 : x0 + (x2 - x0) * t + bendX * bulge;
    const nextY = i === parts ? y2 : y0 + (y2 - y0) * t + bendY * bulge;
    canvas.addEdge(x, y, nextX, nextY);
    x = nextX;
    y = nextY;
  }
}
