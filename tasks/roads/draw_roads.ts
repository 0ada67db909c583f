import type { Drawing, Shape } from "../../render/drawing.ts";
import { LETTERS } from "../option_marks.ts";
import { askIn, eighths, fixedMarks, PARTS } from "../_places.ts";
import type { Marks } from "../marks.ts";
import type { WordingName } from "../../text/wordings/common.ts";

/** What is drawn of a road map. */
export interface Roads {
  readonly columns: number;
  readonly rows: number;
  readonly roads: readonly (readonly [from: string, to: string, length: number])[];
}

const SIZE = 448;
const INK = "#222222";
const LINE = "#8a8a8a";
const DISC = "#e6e6e6";
const PAPER = "#ffffff";

/** A picture of the places, the roads and their lengths. */
export function drawRoads({ columns, rows, roads }: Roads, alt: string): Drawing {
  const names = LETTERS.slice(0, columns * rows);
  const radius = radiusOf(columns, rows) / PARTS;
  const placeOf = (name: string): readonly [number, number] => {
    const [x, y] = centreOf(names.indexOf(name), columns, rows);
    return [x / PARTS, y / PARTS];
  };
  const lines = roads.map(([u, v]): Shape => {
    return { kind: "line", from: placeOf(u), to: placeOf(v), stroke: LINE, strokeWidth: 2 };
  });
  const lengths = roads.flatMap(([u, v, weight]): Shape[] => {
    const [[ux, uy], [vx, vy]] = [placeOf(u), placeOf(v)];
    const [x, y] = [(ux + vx) / 2, (uy + vy) / 2];
    const size = 0.8 * radius;
    return [
      { kind: "circle", cx: x, cy: y, r: 0.75 * radius, fill: PAPER },
      { kind: "text", x, y, text: String(weight), size, fill: INK },
    ];
  });
  const places = names.flatMap((name): Shape[] => {
    const [x, y] = placeOf(name);
    return [
      {
        kind: "circle",
        cx: x,
        cy: y,
        r: radius,
        fill: DISC,
        stroke: INK,
        strokeWidth: 1,
        of: name,
      },
      { kind: "text", x, y, text: name, size: radius, fill: INK, of: name },
    ];
  });
  return {
    width: SIZE,
    height: SIZE,
    background: PAPER,
    alt,
    shapes: [...lines, ...lengths, ...places],
  };
}

/** The middle of a place, in eighths of a pixel. */
function centreOf(place: number, columns: number, rows: number): readonly [number, number] {
  const side = Math.max(columns, rows);
  const [x, y] = [place % columns, Math.floor(place / columns)];
  return [
    eighths(2 * x + 1 + side - columns, 2 * side, SIZE),
    eighths(2 * y + 1 + side - rows, 2 * side, SIZE),
  ];
}

/** The radius of a place, in eighths of a pixel. */
function radiusOf(columns: number, rows: number): number {
  return Math.min(22 * PARTS, Math.floor(0.2 * PARTS * SIZE / Math.max(columns, rows)));
}

/** The places that {@link drawRoads} draws, and their boxes. */
export function roadMarks(
  { columns, rows, wording }: { columns: number; rows: number; wording: WordingName },
): Marks {
  const names = LETTERS.slice(0, columns * rows);
  const centres = names.map((_, place) => centreOf(place, columns, rows));
  // Half the outline of one pixel is drawn outside of the circle.
  const reach = radiusOf(columns, rows) + PARTS / 2;
  return fixedMarks({ names, size: [SIZE, SIZE], ask: askIn(wording) }, centres, reach);
}
