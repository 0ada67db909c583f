import { forEachEdge } from "./_edge_slabs.ts";
import type { Polygon } from "./polygon.ts";

/** What a cell says beside the index of a region; a block that is not all alike says -3 - where. */
const NONE = -1;
const MIXED = -2;

/** Cells along each axis, and cells along each axis of a block. */
const CELLS = 1024;
const SHIFT = 4;
const BLOCK = 1 << SHIFT;
const BLOCKS = CELLS / BLOCK;

/**
 * Regions laid out on a grid, to locate very many points among them, exactly.
 *
 * Cells that no boundary comes near are answered from a table of two levels that stays in the
 * processor's cache; points in others are located in the polygons themselves.
 *
 * @example
 * ```ts
 * import { Polygon, RegionIndex } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const left = Polygon.from([[[0, 0], [2, 0], [2, 2], [0, 2]]]);
 * const right = Polygon.from([[[2, 0], [4, 0], [4, 2], [2, 2]]]);
 * const index = RegionIndex.from([left, right]);
 * assertEquals([index.at(3, 1), index.at(2, 1), index.at(9, 9)], [1, -2, -1]);
 * ```
 */
export class RegionIndex {
  readonly #polygons: readonly Polygon[];
  readonly #blocks = new Int32Array(BLOCKS * BLOCKS);
  readonly #cells: Int16Array;
  readonly #minX: number;
  readonly #minY: number;
  readonly #maxX: number;
  readonly #maxY: number;
  readonly #perX: number;
  readonly #perY: number;

  private constructor(polygons: readonly Polygon[]) {
    this.#polygons = polygons;
    this.#minX = Math.min(...polygons.map((p) => p.minX));
    this.#minY = Math.min(...polygons.map((p) => p.minY));
    this.#maxX = Math.max(...polygons.map((p) => p.maxX));
    this.#maxY = Math.max(...polygons.map((p) => p.maxY));
    this.#perX = CELLS / (this.#maxX - this.#minX);
    this.#perY = CELLS / (this.#maxY - this.#minY);
    const cells = new Int16Array(CELLS * CELLS).fill(this.#isResolved() ? NONE : MIXED);
    for (const { coordinates, ringStarts } of polygons) {
      forEachEdge(
        coordinates,
        ringStarts,
        (ax, ay, bx, by) => this.#markEdge(cells, ax, ay, bx, by),
      );
    }
    for (const [index, polygon] of polygons.entries()) this.#fill(cells, index, polygon);
    this.#cells = this.#pack(cells);
  }

  /**
   * Lays polygons out on a grid.
   *
   * @param polygons at least 1 and at most 32,767, that do not overlap; they may touch
   * @returns the index
   * @throws RangeError for no polygons, or too many
   *
   * Cost: some milliseconds; 64 KB, and up to 2 MB for very winding boundaries.
   */
  static from(polygons: readonly Polygon[]): RegionIndex {
    if (polygons.length > 0 && polygons.length < 2 ** 15) return new RegionIndex(polygons);
    throw new RangeError(`Cannot index ${polygons.length} polygons, must be 1 to 32767`);
  }

  /**
   * In which polygon a point is, exactly.
   *
   * @param x x of the point, a double in range
   * @param y y of the point
   * @returns the index of the polygon the point is inside of, -1 for none, -2 on a boundary of any
   * @throws RangeError for a coordinate that is NaN
   *
   * Cost: about 3 ns, and some 10 ns for each polygon near boundaries.
   */
  at(x: number, y: number): number {
    if (!(x >= this.#minX && x <= this.#maxX && y >= this.#minY && y <= this.#maxY)) {
      return outside(x, y);
    }
    const column = this.#column(x);
    const row = this.#row(y);
    const block = this.#blocks[(row >> SHIFT) * BLOCKS + (column >> SHIFT)]!;
    if (block >= NONE) return block;
    const cell = this.#cells[-3 - block + (row & BLOCK - 1) * BLOCK + (column & BLOCK - 1)]!;
    return cell === MIXED ? this.#search(x, y) : cell;
  }

  /**
   * In which polygons points are: {@link RegionIndex.at} for many at once.
   *
   * @param coordinates x and y of each point, doubles in range
   * @param count how many points to read, from the front
   * @param regions receives what `at` returns for each
   * @throws RangeError for a coordinate that is NaN
   *
   * Cost: about 2 ns a point away from boundaries, nothing is allocated.
   */
  locateAll(coordinates: Float64Array | Int32Array, count: number, regions: Int32Array): void {
    const [minX, minY, maxX, maxY] = [this.#minX, this.#minY, this.#maxX, this.#maxY];
    const [perX, perY] = [this.#perX, this.#perY];
    const blocks = this.#blocks;
    const cells = this.#cells;
    for (let i = 0; i < count; i++) {
      const x = coordinates[2 * i]!;
      const y = coordinates[2 * i + 1]!;
      if (!(x >= minX && x <= maxX && y >= minY && y <= maxY)) {
        regions[i] = outside(x, y);
        continue;
      }
      const column = Math.min((x - minX) * perX | 0, CELLS - 1);
      const row = Math.min((y - minY) * perY | 0, CELLS - 1);
      let region = blocks[(row >> SHIFT) * BLOCKS + (column >> SHIFT)]!;
      if (region < NONE) {
        region = cells[-3 - region + (row & BLOCK - 1) * BLOCK + (column & BLOCK - 1)]!;
        if (region === MIXED) region = this.#search(x, y);
      }
      regions[i] = region;
    }
  }

  #search(x: number, y: number): number {
    let found = NONE;
    for (let i = 0; i < this.#polygons.length; i++) {
      const side = this.#polygons[i]!.side(x, y);
      if (side === 0) return -2;
      if (side > 0) found = i;
    }
    return found;
  }

  /** The column of an x in range. Rounding is monotone: what lies between lands between. */
  #column(x: number): number {
    const column = (x - this.#minX) * this.#perX | 0;
    return column < CELLS ? column : CELLS - 1;
  }

  #row(y: number): number {
    const row = (y - this.#minY) * this.#perY | 0;
    return row < CELLS ? row : CELLS - 1;
  }

  /** Whether coordinates have many more digits than the grid, so that rounding stays in the slack. */
  #isResolved(): boolean {
    const wide = Math.max(Math.abs(this.#minX), Math.abs(this.#maxX)) * 2 ** -10;
    const high = Math.max(Math.abs(this.#minY), Math.abs(this.#maxY)) * 2 ** -10;
    return wide < this.#maxX - this.#minX && high < this.#maxY - this.#minY;
  }

  /** Marks every cell that the edge meets, or misses by no more than rounding. */
  #markEdge(cells: Int16Array, ax: number, ay: number, bx: number, by: number): void {
    const [lowX, highX] = [Math.min(ax, bx), Math.max(ax, bx)];
    const [lowY, highY] = [Math.min(ay, by), Math.max(ay, by)];
    const slackX = (this.#maxX - this.#minX) * SLACK;
    const slackY = (this.#maxY - this.#minY) * SLACK;
    const last = this.#row(Math.min(this.#maxY, highY + slackY));
    for (let row = this.#row(Math.max(this.#minY, lowY - slackY)); row <= last; row++) {
      // Where the edge is while y is in this row: all of it where it is level.
      let [left, right] = [lowX, highX];
      if (ay !== by) {
        const atY = (y: number) => {
          const part = (Math.min(Math.max(y, lowY), highY) - ay) / (by - ay);
          return ax + Math.min(1, part) * (bx - ax);
        };
        const from = atY(this.#minY + row / this.#perY - slackY);
        const to = atY(this.#minY + (row + 1) / this.#perY + slackY);
        [left, right] = from < to ? [from, to] : [to, from];
      }
      const start = this.#column(Math.max(this.#minX, left - slackX));
      const end = this.#column(Math.min(this.#maxX, right + slackX));
      cells.fill(MIXED, row * CELLS + start, row * CELLS + end + 1);
    }
  }

  /** Gives the clear cells inside of a polygon its index: neighbours in a row are all alike. */
  #fill(cells: Int16Array, index: number, polygon: Polygon): void {
    const last = this.#row(polygon.maxY);
    for (let row = this.#row(polygon.minY); row <= last; row++) {
      const y = this.#minY + (row + 0.5) / this.#perY;
      let inside: boolean | null = null;
      for (let at = row * CELLS; at < (row + 1) * CELLS; at++) {
        if (cells[at] === MIXED) {
          inside = null;
          continue;
        }
        inside ??= polygon.side(this.#minX + (at - row * CELLS + 0.5) / this.#perX, y) > 0;
        if (inside) cells[at] = index;
      }
    }
  }

  /** Keeps one number of each block that is all alike, and all cells of the others. */
  #pack(cells: Int16Array): Int16Array {
    const kept = new Int16Array(CELLS * CELLS);
    let next = 0;
    for (let block = 0; block < BLOCKS * BLOCKS; block++) {
      const corner = Math.floor(block / BLOCKS) * BLOCK * CELLS + block % BLOCKS * BLOCK;
      for (let row = 0; row < BLOCK; row++) {
        const at = corner + row * CELLS;
        kept.set(cells.subarray(at, at + BLOCK), next + row * BLOCK);
      }
      const [first] = kept.subarray(next);
      const alike = kept.subarray(next, next + BLOCK * BLOCK).every((cell) => cell === first);
      if (alike && first !== MIXED) this.#blocks[block] = first!;
      else {
        this.#blocks[block] = -3 - next;
        next += BLOCK * BLOCK;
      }
    }
    return kept.slice(0, next);
  }
}

/** Far above any rounding of coordinates, far below a cell: a part of the whole width. */
const SLACK = 2 ** -30;

function outside(x: number, y: number): number {
  if (x === x && y === y) return NONE;
  throw new RangeError(`Cannot locate (${x}, ${y}), must be two numbers`);
}
