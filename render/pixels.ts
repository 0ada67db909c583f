import { Canvas } from "./_canvas.ts";
import { paintShape } from "./_paint_shape.ts";
import { requireDrawing } from "./_require_drawing.ts";
import type { Drawing } from "./drawing.ts";

/**
 * Paints a drawing, the pixels that {@link drawingToPng} writes.
 *
 * @param drawing what to paint
 * @returns red, green and blue of each pixel, by row from the top
 * @throws RangeError as {@link drawingToPng}
 *
 * @example
 * ```ts
 * import { drawingToPixels } from "@alidade/core/render";
 * import { assertEquals } from "@std/assert";
 *
 * const paper = { width: 2, height: 1, background: "#102030", alt: "paper", shapes: [] } as const;
 * assertEquals([...drawingToPixels(paper)], [16, 32, 48, 16, 32, 48]);
 * ```
 */
export function drawingToPixels(drawing: Drawing): Uint8Array {
  requireDrawing(drawing);
  const { width, height, background, shapes } = drawing;
  const canvas = new Canvas(width, height);
  canvas.clear(background);
  for (const shape of shapes) paintShape(canvas, shape);
  const pixels = new Uint8Array(3 * width * height);
  // A row begins with a byte that is no pixel.
  const stride = 1 + 3 * width;
  for (let y = 0; y < height; y++) {
    pixels.set(canvas.rows.subarray(y * stride + 1, (y + 1) * stride), 3 * width * y);
  }
  return pixels;
}
