import { escapeXml } from "./_escape.ts";
import type {
  ArrowShape,
  Drawing,
  DrawingPoint,
  Paint,
  Shape,
  Stroke,
  TextShape,
} from "./drawing.ts";

/** The family of the bundled font, and what stands in for it where a viewer lacks it. */
export const FONT_FAMILY = "DejaVu Sans, Verdana, sans-serif";

/** Half the height of a capital letter of the bundled font, as a part of its size. */
const HALF_CAPITAL = 0.3645;

/**
 * Writes a drawing as SVG. The same drawing gives the same bytes everywhere: numbers are rounded
 * to a hundredth of a pixel.
 *
 * @param drawing the drawing
 * @returns an SVG document, its `alt` as title, with the words escaped
 * @throws RangeError for a size that is not an integer from 1 to 4096, a number that is not
 * finite, or a colour that is not `#` and six hexadecimal digits
 *
 * Cost: linear in the number of shapes; some microseconds each.
 *
 * @example
 * ```ts
 * import { drawingToSvg } from "@alidade/core/render";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const svg = drawingToSvg({
 *   width: 100,
 *   height: 100,
 *   background: "#ffffff",
 *   alt: "a red disc",
 *   shapes: [{ kind: "circle", cx: 50, cy: 50, r: 20, fill: "#d62728" }],
 * });
 * assertStringIncludes(svg, '<circle cx="50" cy="50" r="20" fill="#d62728"/>');
 * ```
 */
export function drawingToSvg(drawing: Drawing): string {
  const { width, height, background, alt, shapes } = drawing;
  requireSize(width, "width");
  requireSize(height, "height");
  const paper = `<rect width="${width}" height="${height}" fill="${colour(background)}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
    `viewBox="0 0 ${width} ${height}" role="img"><title>${escapeXml(alt)}</title>` +
    `${paper}${shapes.map(shapeToSvg).join("")}</svg>\n`;
}

function shapeToSvg(shape: Shape): string {
  switch (shape.kind) {
    case "circle":
      return `<circle cx="${n(shape.cx)}" cy="${n(shape.cy)}" r="${n(shape.r)}"${paint(shape)}/>`;
    case "rect":
      return `<rect x="${n(shape.x)}" y="${n(shape.y)}" width="${n(shape.width)}" ` +
        `height="${n(shape.height)}"${paint(shape)}/>`;
    case "line":
      return line(shape.from, shape.to, shape);
    case "arrow":
      return arrow(shape);
    case "polyline":
      return `<polyline points="${points(shape.points)}" fill="none"${stroke(shape)} ` +
        `stroke-linejoin="round"/>`;
    case "polygon":
      return `<polygon points="${points(shape.points)}"${paint(shape)} fill-rule="evenodd" ` +
        `stroke-linejoin="round"/>`;
    case "text":
      return text(shape);
  }
}

function line(from: DrawingPoint, to: DrawingPoint, style: Stroke): string {
  return `<line x1="${n(from[0])}" y1="${n(from[1])}" x2="${n(to[0])}" y2="${n(to[1])}"` +
    `${stroke(style)}/>`;
}

/** The shaft ends inside the head, so that it does not blunt the tip. */
function arrow(shape: ArrowShape): string {
  const { from, to, strokeWidth = 1 } = shape;
  const { head = Math.max(8, 4 * strokeWidth) } = shape;
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  if (length === 0) return "";
  const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  const base: DrawingPoint = [to[0] - head * ux, to[1] - head * uy];
  const half = head * 0.4;
  const corners: DrawingPoint[] = [
    to,
    [base[0] - half * uy, base[1] + half * ux],
    [base[0] + half * uy, base[1] - half * ux],
  ];
  return line(from, [to[0] - head * 0.5 * ux, to[1] - head * 0.5 * uy], shape) +
    `<polygon points="${points(corners)}" fill="${colour(shape.stroke)}"/>`;
}

function text(shape: TextShape): string {
  const { x, y, size, fill, align = "middle" } = shape;
  return `<text x="${n(x)}" y="${n(y + HALF_CAPITAL * size)}" font-family="${FONT_FAMILY}" ` +
    `font-size="${n(size)}" fill="${colour(fill)}" text-anchor="${align}">` +
    `${escapeXml(shape.text)}</text>`;
}

function paint({ fill, stroke: outline, strokeWidth = 1 }: Paint): string {
  const inside = fill === undefined ? "none" : colour(fill);
  const edge = outline === undefined ? "" : stroke({ stroke: outline, strokeWidth });
  return ` fill="${inside}"${edge}`;
}

function stroke({ stroke, strokeWidth = 1 }: Stroke): string {
  return ` stroke="${colour(stroke)}" stroke-width="${n(strokeWidth)}"`;
}

function points(list: readonly DrawingPoint[]): string {
  return list.map(([x, y]) => `${n(x)},${n(y)}`).join(" ");
}

/** A number to a hundredth of a pixel, in the fewest characters. */
function n(x: number): string {
  if (Number.isFinite(x)) return String(Math.round(x * 100) / 100 + 0);
  throw new RangeError(`Cannot draw at ${x}, must be a finite number`);
}

function colour(code: string): string {
  if (/^#[0-9a-fA-F]{6}$/.test(code)) return code;
  throw new RangeError(
    `Cannot draw in ${JSON.stringify(code)}, must be # and six hexadecimal digits`,
  );
}

function requireSize(x: number, name: string): void {
  if (Number.isInteger(x) && x >= 1 && x <= 4096) return;
  throw new RangeError(`Cannot draw: the ${name} is ${x}, must be an integer from 1 to 4096`);
}
