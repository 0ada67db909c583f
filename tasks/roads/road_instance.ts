import type { Drawing, Shape } from "../../render/drawing.ts";
import type { Edge } from "../../solvers/path/graph/edge_list_instance.ts";
import type { GraphInstance } from "../../solvers/path/graph/graph_instance.ts";
import { LETTERS } from "../option_marks.ts";
import { type Fields, readCount, readWord, shown } from "../_instance.ts";
import { askIn, eighths, fixedMarks, PARTS } from "../_places.ts";
import type { Marks } from "../marks.ts";
import type { WordingName } from "../../text/wordings/common.ts";

/** The fields of every instance about a road map. */
export const ROAD_FIELDS = ["columns", "rows", "roads", "from", "to"] as const;

/** A road map, read from an instance. */
export interface Roads {
  readonly columns: number;
  readonly rows: number;
  readonly names: readonly string[];
  readonly edges: readonly Edge[];
  readonly from: string;
  readonly to: string;
}

/** Demands a road map. */
export function readRoads(fields: Fields): Roads {
  const columns = readCount(fields.columns, "columns", 1, 5);
  const rows = readCount(fields.rows, "rows", 1, 5);
  const names = LETTERS.slice(0, columns * rows);
  if (!Array.isArray(fields.roads)) {
    throw new TypeError(
      `Cannot read roads: ${shown(fields.roads)}, must be an array of [from, to, length]`,
    );
  }
  const edges = fields.roads.map((road, i) => readRoad(road, `roads[${i}]`, names));
  const from = readWord(fields.from, "from", names);
  const to = readWord(fields.to, "to", names);
  return { columns, rows, names, edges, from, to };
}

function readRoad(road: unknown, what: string, names: readonly string[]): Edge {
  if (!Array.isArray(road) || road.length !== 3) {
    throw new TypeError(`Cannot read ${what}: ${shown(road)}, must be [from, to, length]`);
  }
  return [
    readWord(road[0], `${what}, from`, names),
    readWord(road[1], `${what}, to`, names),
    readCount(road[2], `${what}, length`, 1, 1_000_000),
  ];
}

/** The question of the solvers: parallel roads are one way by the places it passes. */
export function instanceOf({ names, edges, from, to }: Roads): GraphInstance {
  return { graph: { directed: false, nodes: names, edges }, from, to, parallel: "merged" };
}

const SIZE = 448;
const INK = "#222222";
const LINE = "#8a8a8a";
const DISC = "#e6e6e6";
const PAPER = "#ffffff";

/** A picture of the places, the roads and their lengths. */
export function drawRoads({ columns, rows, names, edges }: Roads, alt: string): Drawing {
  const radius = radiusOf(columns, rows) / PARTS;
  const placeOf = (name: unknown): readonly [number, number] => {
    const [x, y] = centreOf(names.indexOf(String(name)), columns, rows);
    return [x / PARTS, y / PARTS];
  };
  const lines = edges.map(([u, v]): Shape => {
    return { kind: "line", from: placeOf(u), to: placeOf(v), stroke: LINE, strokeWidth: 2 };
  });
  const lengths = edges.flatMap(([u, v, weight]): Shape[] => {
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
      { kind: "circle", cx: x, cy: y, r: radius, fill: DISC, stroke: INK, strokeWidth: 1 },
      { kind: "text", x, y, text: name, size: radius, fill: INK },
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
