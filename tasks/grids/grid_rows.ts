import type { StepGrid } from "../../solvers/path/grid/step_grid.ts";
import { EDGE, edgeOf } from "./draw_grid.ts";
import { askIn } from "../_places.ts";
import { EDGES, type Marks } from "../marks.ts";
import { choice, type LineShape, type Text, text } from "../../lines/template.ts";
import type { WordingName } from "../../text/wordings/common.ts";

/** The characters of a grid: a free cell, a blocked one, the start and the goal. */
const GRID_MARKS: readonly string[] = [".", "#", "S", "G"];

const FREE = 0;

/** The numbers of the marks of the ends. */
export const START = 2, GOAL = 3;

/** Cells that stand beside each other share a column, as many as have so few pictures together. */
const PICTURES = 256;

/**
 * A grid in a row: columns that each hold some cells of a line, the mark of a cell being a digit,
 * the first cell's the lowest.
 */
export class GridRows {
  /** The columns they take. */
  readonly width: number;
  readonly #size: { readonly width: number; readonly height: number };
  readonly #base: number;
  readonly #marks: readonly string[];
  /** The number of cells of each column of a line. */
  readonly #pieces: readonly number[];
  /** The column of each cell, and what a mark there counts. */
  readonly #column: Int32Array;
  readonly #unit: Int32Array;
  /** The first cell of each column, and the bits of its cells. */
  readonly #first: Int32Array;
  readonly #mask: Int32Array;
  /** What a column holds by the bits of its blocked cells. */
  readonly #blocked: Int32Array;

  /**
   * @param size the columns and rows of the grid
   * @param base the first of their columns in the row
   * @param marks the characters its cells may have
   */
  constructor(
    size: { readonly width: number; readonly height: number },
    base: number,
    marks: readonly string[] = GRID_MARKS,
  ) {
    const { width, height } = size;
    this.#size = size;
    this.#base = base;
    this.#marks = marks;
    this.#pieces = piecesOf(width, Math.floor(Math.log(PICTURES) / Math.log(marks.length)));
    this.width = this.#pieces.length * height;
    this.#column = new Int32Array(width * height);
    this.#unit = new Int32Array(width * height);
    this.#first = new Int32Array(this.width);
    this.#mask = new Int32Array(this.width);
    for (let column = 0, cell = 0; column < this.width; column++) {
      const cells = this.#pieces[column % this.#pieces.length]!;
      this.#first[column] = cell;
      this.#mask[column] = (1 << cells) - 1;
      for (let i = 0; i < cells; i++, cell++) {
        this.#column[cell] = base + column;
        this.#unit[cell] = marks.length ** i;
      }
    }
    this.#blocked = Int32Array.from(
      { length: 1 << this.#pieces[0]! },
      (_, bits) => [...bits.toString(2)].reduce((sum, d) => sum * marks.length + Number(d), 0),
    );
  }

  /** The column of the first cell. */
  get first(): number {
    return this.#base;
  }

  /** How cells stand in the columns. */
  get tables(): CellTables {
    return {
      first: this.#first,
      mask: this.#mask,
      codes: this.#blocked,
      column: this.#column,
      unit: this.#unit,
    };
  }

  /** Writes the cells of a board by those that are free, without marks. */
  writeBits(rows: Int32Array, at: number, low: number, high: number): void {
    for (let i = 0, to = at + this.#base; i < this.width; i++, to++) {
      const first = this.#first[i]!;
      const bits = first >= 32
        ? high >>> first
        : first === 0
        ? low
        : low >>> first | high << 32 - first;
      rows[to] = this.#blocked[~bits & this.#mask[i]!]!;
    }
  }

  /** Writes the cells of a grid, without marks. */
  writeCells(rows: Int32Array, at: number, grid: StepGrid): void {
    const { height } = this.#size;
    for (let y = 0, to = at + this.#base; y < height; y++) {
      let id = grid.idOf(0, y);
      for (let i = 0; i < this.#pieces.length; i++, to++) {
        let bits = 0;
        for (let cell = 0; cell < this.#pieces[i]!; cell++) bits |= (1 - grid.free[id++]!) << cell;
        rows[to] = this.#blocked[bits]!;
      }
    }
  }

  /** Writes the mark of a free cell that has none yet. */
  mark(rows: Int32Array, at: number, cell: number, mark: number): void {
    rows[at + this.#column[cell]!]! += mark * this.#unit[cell]!;
  }

  /** Writes the marks of the start and the goal. */
  markEnds(rows: Int32Array, at: number, start: number, goal: number): void {
    this.mark(rows, at, start, START);
    this.mark(rows, at, goal, GOAL);
  }

  /** The first cell with a mark, which there has to be. */
  find(rows: Int32Array, at: number, mark: number): number {
    let cell = 0;
    while (this.#markAt(rows, at, cell) !== mark) cell++;
    return cell;
  }

  /** Whether a cell is free and has no mark. */
  isBare(rows: Int32Array, at: number, cell: number): boolean {
    return this.#markAt(rows, at, cell) === FREE;
  }

  #markAt(rows: Int32Array, at: number, cell: number): number {
    const value = Math.floor(rows[at + this.#column[cell]!]! / this.#unit[cell]!);
    return value % this.#marks.length;
  }

  /** The rows as texts. */
  lines(): Text[] {
    const tables = new Map(this.#pieces.map((cells) => [cells, pictures(cells, this.#marks)]));
    return Array.from(
      { length: this.#size.height },
      (_, y) =>
        this.#pieces.map((cells, i) =>
          choice(this.#base + y * this.#pieces.length + i, tables.get(cells)!)
        ),
    );
  }

  /** The rows, each on a line of its own. */
  drawing(): Text {
    return this.lines().flatMap((line, y) => y === 0 ? [line] : ["\n", line]);
  }

  /** The rows as an array of strings. */
  shape(): LineShape {
    return this.lines().map((line) => text(line));
  }

  /**
   * The cells with letters, of which each stands once, and the boxes {@link drawGrid} paints them
   * on, their outlines included.
   *
   * @param count how many letters there are
   */
  letterMarks(count: number, wording: WordingName): Marks {
    const { width, height } = this.#size;
    const [base, columns, radix, firstCell] = [
      this.#base,
      this.width,
      this.#marks.length,
      this.#first,
    ];
    // Few columns hold a letter: a table by what a column holds passes the others over.
    const lettered = Uint8Array.from({ length: radix ** this.#pieces[0]! }, (_, value) => {
      let rest = value;
      while (rest > 0 && rest % radix < START) rest = Math.floor(rest / radix);
      return rest > 0 ? 1 : 0;
    });
    const side = Math.max(width, height);
    const edges = Int32Array.from({ length: side + 1 }, (_, i) => edgeOf(i, side));
    return {
      names: this.#marks.slice(START, START + count),
      size: [edges[width]! + EDGE, edges[height]! + EDGE],
      ask: askIn(wording),
      locate(rows, at, boxes, to) {
        for (let i = 0; i < columns; i++) {
          let value = rows[at + base + i]!;
          if (lettered[value] === 0) continue;
          for (let cell = firstCell[i]!; value > 0; cell++) {
            const mark = value % radix;
            value = (value / radix) | 0;
            if (mark < START) continue;
            const y = (cell / width) | 0, x = cell - y * width;
            const own = to + EDGES * (mark - START);
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

/** How cells stand in the columns of a {@link GridRows}. */
export interface CellTables {
  /** The first cell of each column. */
  readonly first: Int32Array;
  /** A bit for each cell of a column. */
  readonly mask: Int32Array;
  /** What a column holds by the bits of its blocked cells. */
  readonly codes: Int32Array;
  /** The column of each cell in the row. */
  readonly column: Int32Array;
  /** What a mark on each cell counts. */
  readonly unit: Int32Array;
}

/** Parts a line into pieces of about as many cells, at most so many. */
function piecesOf(width: number, most: number): number[] {
  const count = Math.ceil(width / most);
  return Array.from(
    { length: count },
    (_, i) => Math.ceil(width / count) - (i < width % count || width % count === 0 ? 0 : 1),
  );
}

/** Every way to mark so many cells, the first cell counting least. */
function pictures(cells: number, marks: readonly string[]): string[] {
  if (cells === 0) return [""];
  return pictures(cells - 1, marks).flatMap((rest) => marks.map((mark) => mark + rest));
}
