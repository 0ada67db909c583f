/**
 * Pictures of 448 x 448 pixels as PNG: drawn directly beside resvg on the SVG of the same drawing.
 */
import { type Drawing, drawingToPng, drawingToSvg, type Shape } from "../render/mod.ts";
import { resvgPng } from "../tests/render/_resvg.ts";

const COLOURS = ["#ffdd00", "#d62728", "#2ca02c", "#8c564b", "#7f7f7f"] as const;

/** Five labelled discs, as a direction task draws them. */
const discs: Drawing = {
  width: 448,
  height: 448,
  background: "#ffffff",
  alt: "Five points",
  shapes: COLOURS.flatMap((fill, i): Shape[] => {
    const [cx, cy] = [60 + 80 * i, 70 + (i * 167) % 300];
    return [
      { kind: "circle", cx, cy, r: 22, fill, stroke: "#000000" },
      { kind: "text", x: cx, y: cy, text: `N${i + 1}`, size: 18, fill: "#000000" },
    ];
  }),
};

/** A grid of 5 x 5 labelled cells, as a path task draws it. */
const grid: Drawing = {
  width: 448,
  height: 448,
  background: "#ffffff",
  alt: "A grid",
  shapes: Array.from({ length: 25 }, (_, i): Shape[] => {
    const [x, y] = [24 + 80 * (i % 5), 24 + 80 * Math.floor(i / 5)];
    return [
      { kind: "rect", x, y, width: 80, height: 80, stroke: "#000000", strokeWidth: 2 },
      { kind: "text", x: x + 40, y: y + 40, text: `N${i + 1}`, size: 20, fill: "#000000" },
    ];
  }).flat(),
};

const drawings = Object.entries({ discs, grid });

// Compiling resvg keeps the compiler's threads busy, and the painter waits for them: both are run
// until they are compiled before either is timed.
for (const [name, drawing] of drawings) {
  const file = drawingToPng(drawing);
  const [width, height] = [16, 20].map((at) => new DataView(file.buffer).getUint32(at));
  if (width !== 448 || height !== 448) throw new Error(`${name}: ${width} x ${height}`);
  for (let i = 0; i < 50; i++) resvgPng(drawingToSvg(drawing));
  for (let i = 0; i < 500; i++) drawingToPng(drawing);
}

for (const [name, drawing] of drawings) {
  Deno.bench(
    `drawingToPng, ${name}`,
    { group: name, baseline: true },
    () => void drawingToPng(drawing),
  );
  Deno.bench(
    `resvg, ${name}`,
    { group: name },
    () => void resvgPng(drawingToSvg(drawing)),
  );
}
