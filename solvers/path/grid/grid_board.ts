import { BoardLayers } from "./board_layers.ts";
import { GridMap, type GridSource } from "./grid_map.ts";

/** More steps than any way on a board has. */
const FAR = 64;

/**
 * A board of at most 64 cells as a set of bits in two 32-bit halves, for 4 neighbours and cells
 * that cost 1: a whole front of cells takes a step at once. The cell in column x of row y is the
 * number `y * width + x`; its bit is in `low` up to 31, else in `high`.
 *
 * @example
 * ```ts
 * import { GridBoard } from "@alidade/core/kernels";
 * import { assertEquals } from "@std/assert";
 *
 * const board = GridBoard.from({ rows: ["...", ".#.", "..."] });
 * assertEquals(board.search(3, 5), 4);
 * const way = new Uint8Array(64);
 * assertEquals([...way.subarray(0, board.writeWay(way))], [3, 0, 1, 2, 5]);
 * ```
 */
export class GridBoard {
  /** The number of columns. */
  readonly width: number;
  /** The number of rows. */
  readonly height: number;
  readonly #layers: BoardLayers;
  #steps = -1;
  #goal = 0;

  /**
   * An empty board, all cells free.
   *
   * @param width the number of columns, 1 to 31
   * @param height the number of rows; width times height is at most 64
   * @throws RangeError for other sizes
   */
  constructor(width: number, height: number) {
    this.#layers = new BoardLayers(width, height);
    this.width = width;
    this.height = height;
  }

  /**
   * A board from a map.
   *
   * @param source the map
   * @returns the board
   * @throws RangeError or SyntaxError when the map is not well formed, too large, or has cells that
   * do not cost 1
   */
  static from(source: GridSource): GridBoard {
    const map = GridMap.from(source);
    if (map.costs !== null) {
      throw new RangeError("Cannot make board: cells that do not cost 1, must all cost 1");
    }
    const board = new GridBoard(map.width, map.height);
    const halves = [0, 0];
    for (let i = 0; i < map.width * map.height; i++) {
      if (map.isFree(i % map.width, Math.floor(i / map.width))) halves[i >> 5]! |= 1 << i;
    }
    board.setFree(halves[0]!, halves[1]!);
    return board;
  }

  /**
   * Says which cells are free; bits beyond the board are ignored.
   *
   * @param low the cells 0 to 31, a bit each
   * @param high the cells 32 to 63
   */
  setFree(low: number, high: number): void {
    this.#layers.setFree(low, high);
  }

  /** Whether a cell is free. */
  isFree(cell: number): boolean {
    return this.#layers.isFree(cell);
  }

  /**
   * Searches the shortest way between two free cells.
   *
   * @param start the number of the cell where it begins
   * @param goal the number of the cell where it ends
   * @returns the number of steps, or -1 when the goal is out of reach
   *
   * Cost: a few nanoseconds a step of the way.
   */
  search(start: number, goal: number): number {
    this.#goal = goal;
    const low = goal < 32 ? 1 << goal : 0;
    const high = goal < 32 ? 0 : 1 << goal;
    return this.#steps = this.#layers.spread(start, FAR, low, high);
  }

  /**
   * Writes the cells of the way the last search found, both ends included.
   *
   * @param into an array with room for the way; 64 is always enough
   * @returns how many cells the way has; 0 when there was none
   */
  writeWay(into: Uint8Array | Int32Array): number {
    const { width } = this;
    const { frontLow, frontHigh } = this.#layers;
    const steps = this.#steps;
    if (steps < 0) return 0;
    let cell = this.#goal;
    into[steps] = cell;
    for (let at = steps - 1; at >= 0; at--) {
      const low = frontLow[at]!;
      const high = frontHigh[at]!;
      const has = (c: number) => (c < 32 ? low : high) >> c & 1;
      const x = cell % width;
      if (cell >= width && has(cell - width)) cell -= width;
      else if (x > 0 && has(cell - 1)) cell--;
      else if (x < width - 1 && has(cell + 1)) cell++;
      else cell += width;
      into[at] = cell;
    }
    return steps + 1;
  }

  /**
   * Labels every cell with its steps from a free cell.
   *
   * @param start the number of the cell
   * @param into where to write the steps, -1 for cells out of reach; one element a cell
   */
  writeDistances(start: number, into: Int8Array): void {
    into.fill(-1, 0, this.width * this.height);
    this.#steps = this.#layers.spread(start, FAR);
    const { frontLow, frontHigh } = this.#layers;
    for (let steps = 0;; steps++) {
      let [low, high] = [frontLow[steps]!, frontHigh[steps]!];
      if ((low | high) === 0) return;
      for (; low !== 0; low &= low - 1) into[31 - Math.clz32(low & -low)] = steps;
      for (; high !== 0; high &= high - 1) into[63 - Math.clz32(high & -high)] = steps;
    }
  }
}
