import type { Drawing, Shape } from "../../render/drawing.ts";

const SIDE = 448;
const INK = "#222222";

/** The paper around the cells, in pixels. */
export const EDGE = 8;

/** Where the i-th edge of the cells is drawn: at a whole pixel, the nearest, halves up. */
export function edgeOf(i: number, side: number): number {
  return EDGE + Math.floor((2 * (SIDE - 2 * EDGE) * i + side) / (2 * side));
}

/** A picture of rows: blocked cells dark, letters in their cells. */
export function drawGrid(rows: readonly string[], { alt }: { readonly alt: string }): Drawing {
  const [width, height] = [rows[0]!.length, rows.length];
  const side = Math.max(width, height);
  const edge = (i: number) => edgeOf(i, side);
  const shapes = rows.flatMap((row, y) =>
    [...row].flatMap((mark, x) =>
      cellShapes(mark, { x: edge(x), y: edge(y), right: edge(x + 1), bottom: edge(y + 1) })
    )
  );
  return {
    width: edge(width) + EDGE,
    height: edge(height) + EDGE,
    background: "#ffffff",
    alt,
    shapes,
  };
}

interface CellEdges {
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly bottom: number;
}

function cellShapes(mark: string, { x, y, right, bottom }: CellEdges): Shape[] {
  const box: Shape = {
    kind: "rect",
    x,
    y,
    width: right - x,
    height: bottom - y,
    fill: mark === "#" ? "#555555" : "#ffffff",
    stroke: "#bbbbbb",
    strokeWidth: 1,
    ...(mark === "." || mark === "#" ? {} : { of: mark }),
  };
  if (mark === "." || mark === "#") return [box];
  const letter: Shape = {
    kind: "text",
    x: (x + right) / 2,
    y: (y + bottom) / 2,
    text: mark,
    size: Math.max(6, 0.6 * (right - x)),
    fill: INK,
    of: mark,
  };
  return [box, letter];
}
