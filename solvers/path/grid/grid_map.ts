import { plainMeanings, UNKNOWN } from "./_plain_text.ts";
import {
  either,
  type Form,
  list,
  NULL,
  NUMBER,
  OBJECT,
  optional,
  record,
  requireForm,
  TEXT,
} from "../../../geometry/form.ts";

/** A cell: column from the left and row from the top, both counted from 0. */
export type Cell = readonly [x: number, y: number];

/** A map as rows of characters, the top row first. */
export interface GridText {
  /** The rows, all equally long, one character a cell. */
  readonly rows: readonly string[];
  /** The characters of blocked cells; `"#"` when absent. */
  readonly blocked?: string;
  /** The characters of free cells that cost 1 to enter; `"."` when absent. */
  readonly free?: string;
  /** What it costs to enter a cell with one of these characters, an integer of 0 or more. */
  readonly costs?: Readonly<Record<string, number>>;
}

/** A map as rows of numbers, the top row first. */
export interface GridCells {
  /** What it costs to enter each cell, an integer of 0 or more; null where it is blocked. */
  readonly cells: readonly (readonly (number | null)[])[];
}

/** The free cells of a map as packed bits, as {@link GridMap} has them. */
export interface GridBits {
  /** The number of columns. */
  readonly width: number;
  /** The number of rows. */
  readonly height: number;
  /** The ids between a cell and the one below it. */
  readonly stride: number;
  /** A bit for each id, 1 where the cell is free. */
  readonly bits: Int32Array;
}

/** A map in any of the forms that are read. */
export type GridSource = GridMap | GridText | GridCells;

const ROWS: Form = record({ rows: list(TEXT), blocked: optional(TEXT), free: optional(TEXT) });
const CELLS: Form = record({
  cells: list(list(either("an integer of 0 or more, or null", NUMBER, NULL))),
});
const SOURCE: Form = (value) =>
  OBJECT(value) ?? ("cells" in (value as GridSource) ? CELLS : ROWS)(value);

/** The most cells a map may have, its frame of blocked cells included. */
const CELL_LIMIT = 2 ** 28;

/** The most it may cost to enter a cell. */
const COST_LIMIT = 2 ** 31 - 1;

/**
 * A grid of free and blocked cells, as packed bits; cells may cost more or less than 1 to enter.
 *
 * Row 0 is the top one, so y grows downward. Outside the map everything is blocked: the cells lie
 * in a frame of blocked ones, and the cell (x, y) has the id `(y + 1) * stride + x + 1`, where
 * `stride` is a multiple of 32 and at least width + 2.
 *
 * @example
 * ```ts
 * import { GridMap } from "@alidade/core/kernels";
 * import { assertEquals } from "@std/assert";
 *
 * const map = GridMap.from({ rows: ["..#", ".~."], costs: { "~": 3 } });
 * assertEquals(map.isFree(2, 0), false);
 * assertEquals(map.costAt(1, 1), 3);
 * ```
 */
export class GridMap implements GridBits {
  /** The number of columns. */
  readonly width: number;
  /** The number of rows. */
  readonly height: number;
  /** The ids between a cell and the one below it. */
  readonly stride: number;
  /** A bit for each id, 1 where the cell is free: `bits[id >> 5] >> id & 1`. */
  readonly bits: Int32Array;
  /** The cost of each id; null where every free cell costs 1. */
  readonly costs: Int32Array | null;
  /** The number of free cells. */
  readonly freeCount: number;

  private constructor(packed: Packed) {
    this.width = packed.width;
    this.height = packed.height;
    this.stride = packed.stride;
    this.bits = packed.bits;
    this.costs = packed.costs;
    this.freeCount = packed.freeCount;
  }

  /**
   * Reads a map from text rows or cell arrays; a GridMap is returned as it is.
   *
   * @param source the map
   * @returns the packed map
   * @throws RangeError for rows of different lengths, no cells, or a cost that is not an integer
   * from 0 to 2^31 - 1
   * @throws SyntaxError for a character that is not named as free, blocked or costing
   *
   * Cost: linear in the number of cells.
   */
  static from(source: GridSource): GridMap {
    if (source instanceof GridMap) return source;
    requireForm(source, SOURCE, "map");
    return new GridMap("rows" in source ? packText(source) : packCells(source));
  }

  /**
   * Makes a map from a function of the cells.
   *
   * @param width the number of columns
   * @param height the number of rows
   * @param costOf what it costs to enter (x, y), an integer of 0 or more; less than 0 is blocked
   * @returns the packed map
   * @throws RangeError when there is no cell, or too many
   */
  static of(
    width: number,
    height: number,
    costOf: (x: number, y: number) => number,
  ): GridMap {
    return new GridMap(pack(width, height, costOf));
  }

  /** The number of ids, the frame's included. */
  get idCount(): number {
    return this.stride * (this.height + 2);
  }

  /** The id of the cell (x, y), which must be inside the map or in its frame. */
  idOf(x: number, y: number): number {
    return (y + 1) * this.stride + x + 1;
  }

  /** The column of the cell with this id. */
  columnOf(id: number): number {
    return id % this.stride - 1;
  }

  /** The row of the cell with this id. */
  rowOf(id: number): number {
    return Math.floor(id / this.stride) - 1;
  }

  /** The cell with this id. */
  cellOf(id: number): Cell {
    return [this.columnOf(id), this.rowOf(id)];
  }

  /** The free cells of a row of at most 32 columns, column 0 in bit 0. */
  rowBits(y: number): number {
    const word = (y + 1) * (this.stride >> 5);
    return this.bits[word]! >>> 1 | (this.width > 31 ? this.bits[word + 1]! << 31 : 0);
  }

  /** Whether (x, y) is inside the map. */
  isInside(x: number, y: number): boolean {
    return Number.isInteger(x) && Number.isInteger(y) && x >= 0 && y >= 0 && x < this.width &&
      y < this.height;
  }

  /** Whether (x, y) is inside the map and free. */
  isFree(x: number, y: number): boolean {
    if (!this.isInside(x, y)) return false;
    const id = this.idOf(x, y);
    return (this.bits[id >> 5]! >> id & 1) === 1;
  }

  /** What it costs to enter (x, y); null where it is blocked or outside. */
  costAt(x: number, y: number): number | null {
    if (!this.isFree(x, y)) return null;
    return this.costs === null ? 1 : this.costs[this.idOf(x, y)]!;
  }
}

/** The fields of a map. */
interface Packed extends GridBits {
  readonly costs: Int32Array | null;
  readonly freeCount: number;
}

function pack(width: number, height: number, costOf: (x: number, y: number) => number): Packed {
  requireSize(width, height);
  const stride = (width + 33) & ~31;
  const bits = new Int32Array((stride >> 5) * (height + 2));
  let costs: Int32Array | null = null;
  let freeCount = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const cost = costOf(x, y);
      if (cost < 0) continue;
      requireCost(cost, x, y);
      const id = (y + 1) * stride + x + 1;
      bits[id >> 5]! |= 1 << id;
      freeCount++;
      if (costs === null && cost !== 1) costs = new Int32Array(stride * (height + 2)).fill(1);
      if (costs !== null) costs[id] = cost;
    }
  }
  return { width, height, stride, bits, costs, freeCount };
}

function packText(source: GridText): Packed {
  const { rows, blocked = "#", free = ".", costs } = source;
  const width = rows[0]?.length ?? 0;
  requireEqualRows(rows);
  const plain = costs ? null : packPlain(rows, width, plainMeanings(blocked, free));
  if (plain !== null) return plain;
  const table = new Map<string, number>();
  for (const c of free) table.set(c, 1);
  for (const [c, cost] of Object.entries(costs ?? {})) {
    table.set(c, cost < 0 ? NaN : cost);
  }
  for (const c of blocked) table.set(c, -1);
  return pack(width, rows.length, (x, y) => {
    const cost = table.get(rows[y]![x]!);
    if (cost !== undefined) return cost;
    throw new SyntaxError(
      `Cannot read map: ${JSON.stringify(rows[y]![x])} at column ${x} of row ${y}, must be one of ${
        JSON.stringify([...table.keys()].join(""))
      }`,
    );
  });
}

/** Packs rows all of whose cells cost 1; null where a character has no meaning. */
function packPlain(rows: readonly string[], width: number, meanings: Uint8Array): Packed | null {
  const height = rows.length;
  requireSize(width, height);
  const stride = (width + 33) & ~31;
  const bits = new Int32Array((stride >> 5) * (height + 2));
  let freeCount = 0;
  for (let y = 0; y < height; y++) {
    const row = rows[y]!;
    let at = (y + 1) * (stride >> 5);
    let word = 0;
    let doubt = 0;
    for (let x = 0; x < width; x++) {
      const meaning = meanings[row.charCodeAt(x)] ?? UNKNOWN;
      doubt |= meaning;
      word |= (meaning & 1) << x + 1;
      freeCount += meaning & 1;
      if ((x + 2 & 31) !== 0) continue;
      bits[at++] = word;
      word = 0;
    }
    if ((doubt & UNKNOWN) !== 0) return null;
    if ((width + 1 & 31) !== 0) bits[at] = word;
  }
  return { width, height, stride, bits, costs: null, freeCount };
}

function packCells({ cells }: GridCells): Packed {
  requireEqualRows(cells);
  return pack(cells[0]?.length ?? 0, cells.length, (x, y) => {
    const cost = cells[y]![x]!;
    return cost === null ? -1 : cost < 0 ? NaN : cost;
  });
}

function requireEqualRows(rows: readonly { readonly length: number }[]): void {
  const width = rows[0]?.length ?? 0;
  const odd = rows.findIndex((row) => row.length !== width);
  if (odd < 0) return;
  throw new RangeError(
    `Cannot read map: row ${odd} has ${rows[odd]!.length} cells, must have ${width} as row 0 has`,
  );
}

function requireCost(cost: number, x: number, y: number): void {
  if (Number.isInteger(cost) && cost <= COST_LIMIT) return;
  throw new RangeError(
    `Cannot make map: a cost of ${cost} at column ${x} of row ${y}, ` +
      `must be an integer from 0 to 2^31 - 1`,
  );
}

function requireSize(width: number, height: number): void {
  if (!Number.isInteger(width) || !Number.isInteger(height) || width < 1 || height < 1) {
    throw new RangeError(`Cannot make map: ${width} x ${height} cells, must be at least 1 x 1`);
  }
  if ((width + 33) * (height + 2) > CELL_LIMIT) {
    throw new RangeError(
      `Cannot make map: ${width} x ${height} cells, must be fewer than 2^28 in all`,
    );
  }
}
