import type { Drawing, Shape } from "../render/drawing.ts";
import { askIn, eighths, fixedMarks, PARTS } from "./_places.ts";
import type { Marks } from "./marks.ts";
import type { WordingName } from "../text/wordings/common.ts";

/** Pictures of grids are squares of so many pixels. */
const SIZE = 448;

const INK = "#222222";
const LINE = "#b0b0b0";
const DISC = "#e6e6e6";
const PAPER = "#ffffff";

/** A picture of a square grid of nodes, labelled up each column from the left. */
export function drawNodes(size: number, alt: string): Drawing {
  const r = radiusOf(size) / PARTS;
  const place = (i: number) => placeOf(i, size) / PARTS;
  const across = (i: number): Shape[] => {
    const stroke = { kind: "line", stroke: LINE, strokeWidth: 2 } as const;
    return [
      { ...stroke, from: [place(0), place(i)], to: [place(size - 1), place(i)] },
      { ...stroke, from: [place(i), place(0)], to: [place(i), place(size - 1)] },
    ];
  };
  const node = (k: number): Shape[] => {
    const name = `N${k + 1}`;
    const x = place(Math.floor(k / size)), y = SIZE - place(k % size);
    return [
      { kind: "circle", cx: x, cy: y, r, fill: DISC, stroke: INK, strokeWidth: 1, of: name },
      { kind: "text", x, y, text: name, size: 0.62 * r, fill: INK, of: name },
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

/** The middle of a row or column, in eighths of a pixel. */
function placeOf(i: number, size: number): number {
  return eighths(2 * i + 1, 2 * size, SIZE);
}

/** The radius of a node, in eighths of a pixel. */
function radiusOf(size: number): number {
  return Math.min(22 * PARTS, Math.floor(0.36 * PARTS * SIZE / size));
}

/** The nodes that {@link drawNodes} draws, and their boxes. */
export function nodeMarks(size: number, wording: WordingName): Marks {
  const nodes = Array.from({ length: size * size }, (_, k) => k);
  const names = nodes.map((k) => `N${k + 1}`);
  const centres = nodes.map((k) =>
    [placeOf(Math.floor(k / size), size), PARTS * SIZE - placeOf(k % size, size)] as const
  );
  // Half the outline of one pixel is drawn outside of the circle.
  const reach = radiusOf(size) + PARTS / 2;
  return fixedMarks({ names, size: [SIZE, SIZE], ask: askIn(wording) }, centres, reach);
}
