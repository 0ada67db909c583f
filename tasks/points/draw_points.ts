import type { PlaneFrame } from "../../geometry/frame.ts";
import type { Drawing, Shape } from "../../render/drawing.ts";
import type { NamedPoint } from "../_instance.ts";
import { askIn, eighths, PARTS, writeRoundBox } from "../_places.ts";
import type { Points } from "./points.ts";
import { EDGES, type Marks } from "../marks.ts";
import { COMMON_WORDS, type WordingName } from "../../text/wordings/common.ts";
import { COLOURS } from "./colours.ts";

/** Pictures of points are squares of so many pixels. */
const SIZE = 448;

const RADIUS = 11;

const OUTLINE = 1.5;

/** How far a disc is painted around its centre, in eighths of a pixel. */
const REACH = PARTS * (RADIUS + OUTLINE / 2);

/** How far the outermost points are from the edge, with room for a point and its label. */
const EDGE = 44;

const INK = "#222222";
const PAPER = "#ffffff";
const PLAIN = "#c8c8c8";

/** How a picture of points is drawn. */
export interface PointDrawing {
  readonly frame: PlaneFrame;
  readonly alt: string;
  /** The square that is shown, where it is more than what the points fill. */
  readonly span?: { readonly least: number; readonly most: number };
}

/** A picture of named points: coloured discs, or labelled ones where a name is no colour. */
export function drawPoints(points: readonly NamedPoint[], how: PointDrawing): Drawing {
  const xs = points.map((p) => p.x), ys = points.map((p) => p.y);
  const least = how.span?.least ?? Math.min(...xs, ...ys);
  const most = how.span?.most ?? Math.max(...xs, ...ys);
  const discs = points.flatMap(({ name, x, y }) => {
    const down = placeOf(y, least, most);
    return disc(
      name,
      placeOf(x, least, most) / PARTS,
      (how.frame === "y-up" ? PARTS * SIZE - down : down) / PARTS,
    );
  });
  const shapes = how.span === undefined ? discs : [BORDER, ...discs];
  return { width: SIZE, height: SIZE, background: PAPER, alt: how.alt, shapes };
}

/** Where a coordinate is drawn, in eighths of a pixel from the least that is shown. */
function placeOf(v: number, least: number, most: number): number {
  return PARTS * EDGE + eighths(v - least, Math.max(1, most - least), SIZE - 2 * EDGE);
}

/** What a picture of points shows, with the boxes of the discs {@link drawPoints} draws. */
export function pointMarks(
  points: Points,
  how: {
    readonly frame: PlaneFrame;
    readonly wording: WordingName;
    /** The greatest coordinate of a picture that shows the whole map. */
    readonly most?: number;
  },
): Marks {
  const { frame, wording } = how;
  const { count } = points;
  const names = Array.from({ length: count }, (_, i) => points.name(i));
  return {
    names,
    size: [SIZE, SIZE],
    ask: askIn(wording),
    locate(rows, at, boxes, to) {
      const first = at + points.column(0) + 1, end = first + 3 * count;
      let [least, most] = how.most === undefined ? [rows[first]!, rows[first]!] : [0, how.most];
      for (let column = first; column < end && how.most === undefined; column += 3) {
        const x = rows[column]!, y = rows[column + 1]!;
        least = Math.min(least, x, y);
        most = Math.max(most, x, y);
      }
      for (let i = 0, column = first; i < count; i++, column += 3) {
        const x = placeOf(rows[column]!, least, most);
        const down = placeOf(rows[column + 1]!, least, most);
        const y = frame === "y-up" ? PARTS * SIZE - down : down;
        writeRoundBox(boxes, to + EDGES * i, x, y, REACH);
      }
    },
  };
}

/** The edges of the map, so that a place on it can be told from the picture alone. */
const BORDER: Shape = {
  kind: "rect",
  x: EDGE,
  y: EDGE,
  width: SIZE - 2 * EDGE,
  height: SIZE - 2 * EDGE,
  stroke: PLAIN,
};

function disc(name: string, cx: number, cy: number): Shape[] {
  const paint = PAINTS.get(name);
  const circle = {
    kind: "circle",
    cx,
    cy,
    r: RADIUS,
    stroke: INK,
    strokeWidth: OUTLINE,
    of: name,
  } as const;
  if (paint !== undefined) return [{ ...circle, fill: paint }];
  const label = {
    kind: "text",
    x: cx,
    y: cy - RADIUS - 12,
    text: name,
    size: 18,
    fill: INK,
  } as const;
  return [{ ...circle, fill: PLAIN }, label];
}

/** The paint of each colour by its name in any wording. */
const PAINTS = new Map(
  COLOURS.flatMap(({ paint }, i) =>
    Object.values(COMMON_WORDS).map((words) => [words.colours[i]!, paint] as const)
  ),
);
