import { arrowParts } from "./_arrow.ts";
import { escapeXml } from "./_escape.ts";
import { CAPITAL_HEIGHT, FONT_FAMILY } from "./_font.ts";
import { requireDrawing } from "./_require_drawing.ts";
import type { Drawing, DrawingPoint, Paint, Shape, Stroke } from "./drawing.ts";

/**
 * Writes a drawing as SVG, the same bytes for the same drawing anywhere.
 *
 * Coordinates are rounded to a thousandth of a pixel. Text stays text, in DejaVu Sans where the
 * viewer has it.
 *
 * @param drawing what to draw
 * @returns an SVG document with the alt text as its title; line breaks are those of that text
 * @throws RangeError for a drawing that is not as {@link Drawing} says, naming shape and field
 *
 * @example
 * ```ts
 * import { drawingToSvg } from "@alidade/core/render";
 * import { assert } from "@std/assert";
 *
 * const svg = drawingToSvg({
 *   width: 100,
 *   height: 50,
 *   background: "#ffffff",
 *   alt: "A red disc",
 *   shapes: [{ kind: "circle", cx: 50, cy: 25, r: 10, fill: "#ff0000" }],
 * });
 * assert(svg.includes('<circle cx="50" cy="25" r="10" fill="#ff0000"/>'));
 * ```
 */
export function drawingToSvg(drawing: Drawing): string {
  requireDrawing(drawing);
  const { width, height, background, alt, shapes } = drawing;
  const title = escapeXml(alt);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
    `viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}"><title>${title}</title>` +
    `<rect width="${width}" height="${height}" fill="${background}"/>` +
    `${shapes.map(element).join("")}</svg>\n`;
}

function element(shape: Shape): string {
  switch (shape.kind) {
    case "circle":
      return `<circle cx="${number(shape.cx)}" cy="${number(shape.cy)}" r="${number(shape.r)}"` +
        `${paint(shape)}/>`;
    case "rect":
      return `<rect x="${number(shape.x)}" y="${number(shape.y)}" ` +
        `width="${number(shape.width)}" height="${number(shape.height)}"${paint(shape)}/>`;
    case "line":
      return line(shape.from, shape.to, shape);
    case "arrow": {
      const { shaft, head } = arrowParts(shape);
      return line(...shaft, shape) + `<polygon points="${list(head)}" fill="${shape.stroke}"/>`;
    }
    case "polyline":
      return `<polyline points="${list(shape.points)}" fill="none" stroke-linejoin="round"` +
        `${stroke(shape)}/>`;
    case "polygon":
      return `<polygon points="${list(shape.points)}" fill-rule="evenodd" ` +
        `stroke-linejoin="round"${paint(shape)}/>`;
    case "text":
      return `<text x="${number(shape.x)}" ` +
        `y="${number(shape.y + shape.size * CAPITAL_HEIGHT / 2)}" ` +
        `font-family="${FONT_FAMILY}, sans-serif" font-size="${number(shape.size)}" ` +
        `text-anchor="${shape.align ?? "middle"}" fill="${shape.fill}" ` +
        `xml:space="preserve">${escapeXml(shape.text)}</text>`;
  }
}

function line(from: DrawingPoint, to: DrawingPoint, style: Stroke): string {
  return `<line x1="${number(from[0])}" y1="${number(from[1])}" x2="${number(to[0])}" ` +
    `y2="${number(to[1])}"${stroke(style)}/>`;
}

function paint({ fill, stroke: colour, strokeWidth = 1 }: Paint): string {
  const outline = colour === undefined ? "" : stroke({ stroke: colour, strokeWidth });
  return ` fill="${fill ?? "none"}"${outline}`;
}

function stroke({ stroke: colour, strokeWidth = 1 }: Stroke): string {
  return ` stroke="${colour}" stroke-width="${number(strokeWidth)}"`;
}

function list(points: readonly DrawingPoint[]): string {
  return points.map(([x, y]) => `${number(x)},${number(y)}`).join(" ");
}

function number(x: number): string {
  return String(Math.round(x * 1000) / 1000 + 0);
}
