/** The steps to an id out of reach. */
const UNSEEN = -1;

/**
 * A grid of 4 neighbours whose cells can be blocked and freed at will, for those who make many
 * grids: steps and numbers of shortest ways from one cell to all, nothing allocated.
 *
 * The cell (x, y), y counted from the top, has the id `(y + 1) * stride + x + 1`; the frame around
 * the grid is blocked.
 *
 * @example
 * ```ts
 * import { StepGrid } from "@alidade/core/kernels";
 * import { assertEquals } from "@std/assert";
 *
 * const grid = new StepGrid(3, 3);
 * grid.free.fill(0);
 * for (let y = 0; y < 3; y++) for (let x = 0; x < 3; x++) grid.free[grid.idOf(x, y)] = 1;
 * assertEquals(grid.spread(grid.idOf(0, 0)), 9);
 * assertEquals([grid.steps[grid.idOf(2, 2)], grid.ways[grid.idOf(2, 2)]], [4, 6]);
 * ```
 */
export class StepGrid {
  /** The number of columns. */
  readonly width: number;
  /** The number of rows. */
  readonly height: number;
  /** The ids between a cell and the one below it. */
  readonly stride: number;
  /** 1 for each id of a free cell; to be changed at will but in the frame, where it stays 0. */
  readonly free: Uint8Array;
  /** The steps to each id from the source of the last spread; -1 where it is out of reach. */
  readonly steps: Int32Array;
  /** How many shortest ways lead there: exact below 2^53. */
  readonly ways: Float64Array;
  /** The ids in reach, by ascending steps; only as many as the spread returned are meant. */
  readonly order: Int32Array;

  /**
   * Makes a grid, all cells blocked.
   *
   * @param width the number of columns, 1 or more
   * @param height the number of rows, 1 or more
   * @throws RangeError for other sizes
   */
  constructor(width: number, height: number) {
    if (!(Number.isInteger(width) && Number.isInteger(height) && width > 0 && height > 0)) {
      throw new RangeError(`Cannot make grid: ${width} x ${height}, must be at least 1 x 1`);
    }
    this.width = width;
    this.height = height;
    this.stride = width + 2;
    const ids = this.stride * (height + 2);
    this.free = new Uint8Array(ids);
    this.steps = new Int32Array(ids);
    this.ways = new Float64Array(ids);
    this.order = new Int32Array(width * height);
  }

  /** The id of the cell (x, y). */
  idOf(x: number, y: number): number {
    return (y + 1) * this.stride + x + 1;
  }

  /** The number `y * width + x` of the cell with an id. */
  cellOf(id: number): number {
    return (Math.floor(id / this.stride) - 1) * this.width + id % this.stride - 1;
  }

  /**
   * Labels every cell with its steps from a free one, and counts the shortest ways.
   *
   * @param source the id of the free cell
   * @param enough the labels are left incomplete once more cells than this are found in reach
   * @returns how many cells are in reach, or were found to be
   *
   * Cost: linear in the cells.
   */
  spread(source: number, enough: number = this.order.length): number {
    const { steps, ways, order, stride } = this;
    steps.fill(UNSEEN);
    steps[source] = 0;
    ways[source] = 1;
    order[0] = source;
    let end = 1;
    for (let at = 0; at < end && end <= enough; at++) {
      const u = order[at]!;
      const next = steps[u]! + 1;
      const own = ways[u]!;
      end = this.#reach(u - stride, next, own, end);
      end = this.#reach(u + 1, next, own, end);
      end = this.#reach(u + stride, next, own, end);
      end = this.#reach(u - 1, next, own, end);
    }
    return end;
  }

  /** Takes a step to an id; returns the end of the order, which grows by it where it is new. */
  #reach(id: number, next: number, ways: number, end: number): number {
    const known = this.steps[id]!;
    if (known === next) this.ways[id]! += ways;
    if (known !== UNSEEN || this.free[id] === 0) return end;
    this.steps[id] = next;
    this.ways[id] = ways;
    this.order[end] = id;
    return end + 1;
  }
}
