import type { Drawing, Shape as DrawnShape } from "../render/drawing.ts";
import { type Cell, GridMap } from "../solvers/path/grid/grid_map.ts";
import type { StepGrid } from "../solvers/path/grid/step_grid.ts";
import { shown } from "./_instance.ts";
import { askIn } from "./_places.ts";
import { EDGES, type Marks } from "./marks.ts";
import { choice, type Shape, type Text, text } from "./template.ts";
import type { WordingName } from "./words/common.ts";

/** The characters of a grid: a free cell, a blocked one, the start and the goal. */
export const GRID_MARKS: readonly string[] = [".", "#", "S", "G"];

const [FREE, BLOCKED, START, GOAL] = [0, 1, 2, 3];

/** A grid in a row: a column for each cell, row by row, that holds the number of its mark. */
export class GridRows {
  /** The columns they take. */
  readonly width: number;
  readonly #grid: StepGrid;
  readonly #base: number;
  readonly #marks: readonly string[];

  /**
   * @param grid the grid that is sampled in
   * @param base the first of their columns
   * @param marks the characters its cells may have
   */
  constructor(grid: StepGrid, base: number, marks: readonly string[] = GRID_MARKS) {
    this.#grid = grid;
    this.#base = base;
    this.#marks = marks;
    this.width = grid.width * grid.height;
  }

  /** Writes the grid and its ends; an end below 0 is not marked. */
  write(rows: Int32Array, at: number, start: number, goal: number): void {
    const { width, height, free } = this.#grid;
    let column = at + this.#base;
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const id = this.#grid.idOf(x, y);
        const mark = id === start ? START : id === goal ? GOAL : free[id] === 1 ? FREE : BLOCKED;
        rows[column++] = mark;
      }
    }
  }

  /** The column of the first cell. */
  get first(): number {
    return this.#base;
  }

  /** The rows as texts. */
  lines(): Text[] {
    const { width, height } = this.#grid;
    return Array.from(
      { length: height },
      (_, y) =>
        Array.from({ length: width }, (_, x) => choice(this.#base + y * width + x, this.#marks)),
    );
  }

  /** The rows, each on a line of its own. */
  drawing(): Text {
    return this.lines().flatMap((line, y) => y === 0 ? [line] : ["\n", line]);
  }

  /** The rows as an array of strings. */
  shape(): Shape {
    return this.lines().map((line) => text(line));
  }

  /**
   * The cells with letters, of which each stands once, and the boxes {@link drawGrid} paints them
   * on, their outlines included.
   *
   * @param count how many letters there are
   */
  letterMarks(count: number, wording: WordingName): Marks {
    const { width, height } = this.#grid;
    const base = this.#base;
    const side = Math.max(width, height);
    const edges = Int32Array.from({ length: side + 1 }, (_, i) => edgeOf(i, side));
    return {
      names: this.#marks.slice(START, START + count),
      size: [edges[width]! + EDGE, edges[height]! + EDGE],
      ask: askIn(wording),
      locate(rows, at, boxes, to) {
        for (let y = 0, column = at + base; y < height; y++) {
          for (let x = 0; x < width; x++, column++) {
            if (rows[column]! < START) continue;
            const own = to + EDGES * (rows[column]! - START);
            boxes[own] = edges[x]! - 1;
            boxes[own + 1] = edges[y]! - 1;
            boxes[own + 2] = edges[x + 1]! + 1;
            boxes[own + 3] = edges[y + 1]! + 1;
          }
        }
      },
    };
  }
}

/** A grid with a start and perhaps a goal. */
export interface MarkedGrid {
  readonly map: GridMap;
  readonly rows: readonly string[];
  readonly start: Cell;
  readonly goal: Cell;
}

/** The most cells an instance's grid may have a side. */
const SIDE_LIMIT = 200;

/** Demands rows of one length with one S and one G. */
export function readMarkedGrid(value: unknown): MarkedGrid {
  const { map, rows } = readRows(value, ".SG");
  return { map, rows, start: onlyCell(rows, "S"), goal: onlyCell(rows, "G") };
}

/** Demands rows of one length, of free characters and `#`. */
export function readRows(
  value: unknown,
  free: string,
): { map: GridMap; rows: readonly string[] } {
  const isRows = Array.isArray(value) && value.length > 0 && value.length <= SIDE_LIMIT &&
    value.every((row) => typeof row === "string" && row.length <= SIDE_LIMIT);
  if (!isRows) {
    throw new TypeError(
      `Cannot read rows: ${shown(value)}, must be 1 to ${SIDE_LIMIT} strings as long at most`,
    );
  }
  const rows = value as readonly string[];
  if (rows[0] === "") throw new RangeError("Cannot read rows: the first is empty, must have cells");
  return { map: GridMap.from({ rows, free, blocked: "#" }), rows };
}

/** The one cell with a character. */
export function onlyCell(rows: readonly string[], mark: string): Cell {
  const cells = rows.flatMap((row, y) =>
    [...row].flatMap((c, x): Cell[] => c === mark ? [[x, y]] : [])
  );
  if (cells.length === 1) return cells[0]!;
  throw new RangeError(`Cannot read rows: ${cells.length} cells are ${mark}, must be one`);
}

const SIDE = 448;
const INK = "#222222";
const EDGE = 8;

/** Where the i-th edge of the cells is drawn: at a whole pixel, the nearest, halves up. */
function edgeOf(i: number, side: number): number {
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

function cellShapes(mark: string, { x, y, right, bottom }: CellEdges): DrawnShape[] {
  const box: DrawnShape = {
    kind: "rect",
    x,
    y,
    width: right - x,
    height: bottom - y,
    fill: mark === "#" ? "#555555" : "#ffffff",
    stroke: "#bbbbbb",
    strokeWidth: 1,
  };
  if (mark === "." || mark === "#") return [box];
  const letter: DrawnShape = {
    kind: "text",
    x: (x + right) / 2,
    y: (y + bottom) / 2,
    text: mark,
    size: Math.max(6, 0.6 * (right - x)),
    fill: INK,
  };
  return [box, letter];
}
