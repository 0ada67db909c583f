/** Left, top, right and bottom, in pixels. */
export type PixelRect = readonly [left: number, top: number, right: number, bottom: number];

/** Intersection over union of two rectangles. */
export function rectOverlap(a: PixelRect, b: PixelRect): number {
  const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  if (!(width > 0 && height > 0)) return 0;
  const area = (r: PixelRect) => (r[2] - r[0]) * (r[3] - r[1]);
  return width * height / (area(a) + area(b) - width * height);
}

/** A rectangle in words. */
export function showRect(rect: PixelRect): string {
  return rect.map((x) => x.toFixed(1)).join(" ");
}
