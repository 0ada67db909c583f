import type { Drawing, Shape } from "../render/drawing.ts";

/** Pictures of grids are squares of so many pixels. */
const SIZE = 448;

const INK = "#222222";
const LINE = "#b0b0b0";
const DISC = "#e6e6e6";
const PAPER = "#ffffff";

/** A picture of a square grid of nodes, labelled up each column from the left. */
export function drawNodes(size: number, alt: string): Drawing {
  const step = SIZE / size;
  const place = (i: number) => (i + 0.5) * step;
  const across = (i: number): Shape[] => {
    const stroke = { kind: "line", stroke: LINE, strokeWidth: 2 } as const;
    return [
      { ...stroke, from: [place(0), place(i)], to: [place(size - 1), place(i)] },
      { ...stroke, from: [place(i), place(0)], to: [place(i), place(size - 1)] },
    ];
  };
  const node = (k: number): Shape[] => {
    const x = place(Math.floor(k / size)), y = SIZE - place(k % size);
    const r = Math.min(22, 0.36 * step);
    return [
      { kind: "circle", cx: x, cy: y, r, fill: DISC, stroke: INK, strokeWidth: 1 },
      { kind: "text", x, y, text: `N${k + 1}`, size: 0.62 * r, fill: INK },
    ];
  };
  const lines = Array.from({ length: size }, (_, i) => across(i));
  const nodes = Array.from({ length: size * size }, (_, k) => node(k));
  return {
    width: SIZE,
    height: SIZE,
    background: PAPER,
    alt,
    shapes: [...lines.flat(), ...nodes.flat()],
  };
}
