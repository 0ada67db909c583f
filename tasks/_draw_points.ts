import type { PlaneFrame } from "../geometry/frame.ts";
import type { Drawing, Shape } from "../render/drawing.ts";
import type { NamedPoint } from "./_instance.ts";
import { COLOURS, COMMON_WORDS } from "./words/common.ts";

/** Pictures of points are squares of so many pixels. */
const SIZE = 448;

const RADIUS = 11;

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
  const scale = (SIZE - 2 * EDGE) / Math.max(1, most - least);
  const place = (v: number) => EDGE + (v - least) * scale;
  const discs = points.flatMap(({ name, x, y }) => {
    const cx = place(x);
    const cy = how.frame === "y-up" ? SIZE - place(y) : place(y);
    return disc(name, cx, cy);
  });
  const shapes = how.span === undefined ? discs : [EDGES, ...discs];
  return { width: SIZE, height: SIZE, background: PAPER, alt: how.alt, shapes };
}

/** The edges of the map, so that a place on it can be told from the picture alone. */
const EDGES: Shape = {
  kind: "rect",
  x: EDGE,
  y: EDGE,
  width: SIZE - 2 * EDGE,
  height: SIZE - 2 * EDGE,
  stroke: PLAIN,
};

function disc(name: string, cx: number, cy: number): Shape[] {
  const paint = PAINTS.get(name);
  const circle = { kind: "circle", cx, cy, r: RADIUS, stroke: INK, strokeWidth: 1.5 } as const;
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
