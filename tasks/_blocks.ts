import type { Drawing, Shape } from "../render/drawing.ts";
import { askIn, eighths, PARTS, writeRoundBox } from "./_places.ts";
import type { Chance } from "./chance.ts";
import { EDGES, type Marks } from "./marks.ts";
import type { WordingName } from "../text/wordings/common.ts";

/** A rectangle on a lattice: its least corner and its greatest. */
export type Block = readonly [x0: number, y0: number, x1: number, y1: number];

/** Draws of one block that may fail before all are drawn anew. */
const TRIES = 30;

/**
 * Draws blocks that stand apart by one unit at least, and two unlike points outside of them.
 *
 * @param map how many blocks, and the greatest coordinate
 * @param rows where they go: the two points first, then four numbers a block
 * @returns false when no room was found
 */
export function drawBlocks(
  chance: Chance,
  map: { readonly count: number; readonly lattice: number },
  rows: Int32Array,
  at: number,
): boolean {
  const { count, lattice } = map;
  for (let k = 0; k < count; k++) {
    let tries = 0;
    while (!drawBlock(chance, lattice, rows, at, k)) if (++tries === TRIES) return false;
  }
  return drawPoint(chance, map, rows, at, 0) && drawPoint(chance, map, rows, at, 2);
}

/** A block keeps away from the edge, so that no shortest path leaves the map. */
function drawBlock(
  chance: Chance,
  lattice: number,
  rows: Int32Array,
  at: number,
  k: number,
): boolean {
  const own = at + 4 + 4 * k;
  const least = Math.max(1, lattice >> 4);
  const span = Math.max(1, lattice >> 1);
  for (let axis = 0; axis < 2; axis++) {
    const size = least + chance.below(span);
    if (size > lattice - 2) return false;
    rows[own + axis] = 1 + chance.below(lattice - 1 - size);
    rows[own + 2 + axis] = rows[own + axis]! + size;
  }
  for (let other = at + 4; other < own; other += 4) {
    const isApart = rows[own]! > rows[other + 2]! || rows[other]! > rows[own + 2]! ||
      rows[own + 1]! > rows[other + 3]! || rows[other + 1]! > rows[own + 3]!;
    if (!isApart) return false;
  }
  return true;
}

function drawPoint(
  chance: Chance,
  map: { readonly count: number; readonly lattice: number },
  rows: Int32Array,
  at: number,
  offset: number,
): boolean {
  for (let tries = 0; tries < TRIES; tries++) {
    const x = chance.below(map.lattice + 1), y = chance.below(map.lattice + 1);
    if (isCovered(rows, at, map.count, x, y)) continue;
    if (offset > 0 && x === rows[at] && y === rows[at + 1]) continue;
    rows[at + offset] = x;
    rows[at + offset + 1] = y;
    return true;
  }
  return false;
}

function isCovered(rows: Int32Array, at: number, count: number, x: number, y: number): boolean {
  for (let k = 0; k < count; k++) {
    const own = at + 4 + 4 * k;
    const [x0, y0, x1, y1] = [rows[own]!, rows[own + 1]!, rows[own + 2]!, rows[own + 3]!];
    if (x >= x0 && x <= x1 && y >= y0 && y <= y1) return true;
  }
  return false;
}

const SIZE = 448;
const EDGE = 24;
const RADIUS = 11;

/** How far a disc is painted around its centre, its outline of one pixel included. */
const REACH = PARTS * (RADIUS + 0.5);

/** Where a coordinate is drawn, in eighths of a pixel from the least. */
function placeOf(v: number, most: number): number {
  return PARTS * EDGE + eighths(v, most, SIZE - 2 * EDGE);
}

/** A picture of blocks, a start and a goal; the frame around it is the map's edge. */
export function drawBlockMap(
  map: {
    readonly start: readonly [number, number];
    readonly goal: readonly [number, number];
    readonly blocks: readonly Block[];
    readonly most: number;
    readonly frame: "y-up" | "y-down";
  },
  alt: string,
): Drawing {
  const { start, goal, blocks, most, frame } = map;
  const px = (x: number) => placeOf(x, most) / PARTS;
  const py = (y: number) => frame === "y-up" ? SIZE - px(y) : px(y);
  const box = ([x0, y0, x1, y1]: Block, paint: { fill?: `#${string}` }): Shape => ({
    kind: "rect",
    x: px(x0),
    y: Math.min(py(y0), py(y1)),
    width: px(x1) - px(x0),
    height: px(y1) - px(y0),
    stroke: "#555555",
    ...paint,
  });
  const mark = ([x, y]: readonly [number, number], text: string, fill: `#${string}`): Shape[] => [
    { kind: "circle", cx: px(x), cy: py(y), r: RADIUS, fill, stroke: "#222222", of: text },
    { kind: "text", x: px(x), y: py(y), text, size: 14, fill: "#ffffff", of: text },
  ];
  const shapes = [
    box([0, 0, most, most], {}),
    ...blocks.map((block) => box(block, { fill: "#b0b0b0" })),
    ...mark(start, "S", "#1f77b4"),
    ...mark(goal, "G", "#2ca02c"),
  ];
  return { width: SIZE, height: SIZE, background: "#ffffff", alt, shapes };
}

/** The start and the goal that {@link drawBlockMap} draws; the first columns are their places. */
export function blockMarks(
  { lattice, frame, wording }: {
    readonly lattice: number;
    readonly frame: "y-up" | "y-down";
    readonly wording: WordingName;
  },
): Marks {
  return {
    names: ["S", "G"],
    size: [SIZE, SIZE],
    ask: askIn(wording),
    locate(rows, at, boxes, to) {
      for (let i = 0; i < 2; i++) {
        const x = placeOf(rows[at + 2 * i]!, lattice);
        const down = placeOf(rows[at + 2 * i + 1]!, lattice);
        const y = frame === "y-up" ? PARTS * SIZE - down : down;
        writeRoundBox(boxes, to + EDGES * i, x, y, REACH);
      }
    },
  };
}
