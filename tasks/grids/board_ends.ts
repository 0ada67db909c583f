import { PATIENCE } from "../patience.ts";
import { BoardLayers } from "../../solvers/path/grid/board_layers.ts";
import type { StepGrid } from "../../solvers/path/grid/step_grid.ts";
import { bitCount, placeOfBit } from "./_bits.ts";
import { drawBlocked } from "./_blocked_bits.ts";
import type { Chance } from "../chance.ts";
import {
  ANEW,
  type EndOptions,
  type EndSettings,
  type GridEnds,
  noRoom,
  requireRange,
  STARTS,
} from "./grid_ends.ts";
import type { GridRows } from "./grid_rows.ts";

/** A board whose cells are each blocked with one chance, and ends on it. */
export interface BoardSettings extends EndSettings {
  readonly width: number;
  readonly height: number;
  readonly blocked: number;
}

/** The most cells of a board. */
export const BOARD_CELLS = 64;

/** Ends on a board of at most {@link BOARD_CELLS} cells with obstacles. */
export class BoardEnds implements GridEnds {
  steps = 0;
  source = 0;
  target = 0;
  readonly settings: BoardSettings;
  readonly options: EndOptions;
  /** The cells to which so many steps are a detour as asked, low and high, by source and steps. */
  readonly near: Int32Array;
  readonly #layers: BoardLayers;
  /** The cells that could be the target. */
  #low = 0;
  #high = 0;

  constructor(settings: BoardSettings, options: EndOptions = {}) {
    requireRange(settings);
    this.settings = settings;
    this.options = options;
    this.#layers = new BoardLayers(settings.width, settings.height);
    this.near = nearCells(settings);
  }

  get ways(): number {
    return this.#layers.ways[this.target]!;
  }

  draw(chance: Chance, move = -1): void {
    const { least, most } = this.settings;
    const layers = this.#layers;
    let steps = least + chance.below(most - least + 1);
    for (let tries = 0; tries < PATIENCE.maps; tries++) {
      if (tries % ANEW === ANEW - 1) steps = least + chance.below(most - least + 1);
      if (tries % STARTS === 0) this.#drawBlocked(chance);
      const source = drawBit(chance, layers.freeLow, layers.freeHigh);
      if (source < 0 || layers.spread(source, steps) < 0) continue;
      this.#sift(source, steps, move);
      const target = drawBit(chance, this.#low, this.#high);
      if (target < 0) continue;
      this.source = source;
      this.target = target;
      this.steps = steps;
      return;
    }
    throw noRoom(this.settings, this.settings);
  }

  copyTo(grid: StepGrid): void {
    const { width, height } = this.settings;
    for (let y = 0, cell = 0; y < height; y++) {
      for (let x = 0, id = grid.idOf(0, y); x < width; x++, id++, cell++) {
        grid.free[id] = this.#layers.isFree(cell) ? 1 : 0;
      }
    }
  }

  writeCells(rows: Int32Array, at: number, cells: GridRows): void {
    cells.writeBits(rows, at, this.#layers.freeLow, this.#layers.freeHigh);
  }

  writeWay(chance: Chance, rows: Int32Array, column: number): void {
    const { width } = this.settings;
    const layers = this.#layers;
    let cell = this.target;
    for (let steps = this.steps; steps > 0; steps--) {
      layers.before(steps, cell);
      const from = drawBit(chance, layers.pickLow, layers.pickHigh);
      const by = cell - from;
      rows[--column] = by === -width ? UP : by === 1 ? RIGHT : by === width ? DOWN : LEFT;
      cell = from;
    }
  }

  #drawBlocked(chance: Chance): void {
    const { width, height, blocked } = this.settings;
    const cells = width * height;
    const low = drawBlocked(chance, blocked, lowest(cells));
    const high = cells > 32 ? drawBlocked(chance, blocked, lowest(cells - 32)) : 0;
    this.#layers.setFree(~low, ~high);
  }

  /** Finds the cells of the last front that are as asked. */
  #sift(source: number, steps: number, move: number): void {
    const layers = this.#layers;
    const { unique, detour } = this.settings;
    let low = layers.frontLow[steps]!;
    let high = layers.frontHigh[steps]!;
    if (unique) {
      layers.singleOut(steps);
      low &= layers.onceLow[steps]!;
      high &= layers.onceHigh[steps]!;
    }
    if (detour > 0) {
      const at = 2 * (source * (this.settings.most + 1) + steps);
      low &= this.near[at]!;
      high &= this.near[at + 1]!;
    }
    if (move >= 0) {
      // The spread is backward: the first move of a way is the last of the spread turned around.
      layers.reachedBy(steps, (move + 2) % 4);
      low &= layers.pickLow;
      high &= layers.pickHigh;
    }
    this.#low = low;
    this.#high = high;
    if (this.options.ways !== undefined) this.#siftByWays(steps, this.options.ways);
  }

  #siftByWays(steps: number, { fewest, most }: { fewest: number; most: number }): void {
    if ((this.#low | this.#high) === 0) return;
    const { ways } = this.#layers;
    this.#layers.countWays(steps);
    for (let i = 0; i < ways.length; i++) {
      if (ways[i]! >= fewest && ways[i]! <= most) continue;
      if (i < 32) this.#low &= ~(1 << i);
      else this.#high &= ~(1 << i);
    }
  }
}

const [UP, RIGHT, DOWN, LEFT] = [0, 1, 2, 3];

/** The lowest so many bits of a word. */
function lowest(count: number): number {
  return count >= 32 ? -1 : (1 << count) - 1;
}

/** Draws one of the cells in two halves; -1 where there is none. */
function drawBit(chance: Chance, low: number, high: number): number {
  const count = bitCount(low) + bitCount(high);
  if (count === 0) return -1;
  return placeOfBit(low, high, count === 1 ? 0 : chance.below(count));
}

function nearCells({ width, height, most, detour }: BoardSettings): Int32Array {
  if (detour === 0) return new Int32Array(0);
  const cells = width * height;
  const near = new Int32Array(2 * cells * (most + 1));
  for (let source = 0; source < cells; source++) {
    for (let steps = 0; steps <= most; steps++) {
      for (let i = 0; i < cells; i++) {
        const rows = Math.abs(Math.floor(i / width) - Math.floor(source / width));
        const columns = Math.abs(i % width - source % width);
        if (100 * steps < (100 + detour) * (rows + columns)) continue;
        near[2 * (source * (most + 1) + steps) + (i >> 5)]! |= 1 << i;
      }
    }
  }
  return near;
}
