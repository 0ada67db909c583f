import { Canvas } from "./_canvas.ts";
import { paintShape } from "./_paint_shape.ts";
import { pngFile } from "./_png_file.ts";
import { requireDrawing } from "./_require_drawing.ts";
import type { Drawing } from "./drawing.ts";

/** The canvas of the last picture, for the next one of its size. */
let spare: Canvas | null = null;

/**
 * Draws a drawing as PNG, the same bytes for the same drawing with the same version of zlib.
 *
 * Shapes are anti-aliased by the exact area they cover, and text is drawn with the outlines of
 * the bundled font; nothing is loaded, and no permission is needed.
 *
 * @param drawing what to draw
 * @returns the bytes of a PNG file of 8-bit RGB, with the alt text as its "Description"
 * @throws RangeError for a drawing that is not as {@link Drawing} says, naming shape and field; for
 * a character that the font has not
 *
 * Cost: 0.4 to 1 ms at 448 x 448 pixels.
 *
 * @example
 * ```ts
 * import { drawingToPng } from "@alidade/core/render";
 * import { assertEquals } from "@std/assert";
 *
 * const png = drawingToPng({
 *   width: 100,
 *   height: 50,
 *   background: "#ffffff",
 *   alt: "A red disc",
 *   shapes: [{ kind: "circle", cx: 50, cy: 25, r: 10, fill: "#ff0000" }],
 * });
 * assertEquals(new TextDecoder().decode(png.subarray(1, 4)), "PNG");
 * ```
 */
export function drawingToPng(drawing: Drawing): Uint8Array<ArrayBuffer> {
  requireDrawing(drawing);
  const { width, height, background, alt, shapes } = drawing;
  const canvas = spare?.width === width && spare.height === height
    ? spare
    : new Canvas(width, height);
  // Given back only when whole, so that an error leaves no half shape behind.
  spare = null;
  canvas.clear(background);
  for (const shape of shapes) paintShape(canvas, shape);
  const file = pngFile({ width, height, rows: canvas.rows, description: alt });
  spare = canvas;
  return file;
}
