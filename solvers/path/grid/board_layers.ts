/** The most cells a board may have. */
const CELL_LIMIT = 64;

/** The most columns, so that a row can be shifted within 32 bits. */
const COLUMN_LIMIT = 31;

/**
 * The cells of a board of at most 64 by their steps from one of them, as sets of bits in two 32-bit
 * halves, for 4 neighbours and cells that cost 1: a whole front takes a step at once. The cell in
 * column x of row y is the number `y * width + x`; its bit is in the low half up to 31.
 *
 * @example
 * ```ts
 * import { BoardLayers } from "@alidade/core/kernels";
 * import { assertEquals } from "@std/assert";
 *
 * const layers = new BoardLayers(3, 3);
 * assertEquals(layers.spread(0, 2), 2);
 * assertEquals(layers.frontLow[2], 1 << 2 | 1 << 4 | 1 << 6);
 * ```
 */
export class BoardLayers {
  /** The number of columns. */
  readonly width: number;
  /** The number of rows. */
  readonly height: number;
  /** The cells 0 to 31 so many steps away, by the number of steps, after a spread. */
  readonly frontLow: Int32Array = new Int32Array(CELL_LIMIT + 1);
  /** The cells 32 to 63 so many steps away. */
  readonly frontHigh: Int32Array = new Int32Array(CELL_LIMIT + 1);
  /** Those of the cells 0 to 31 that only one shortest way leads to, after {@link singleOut}. */
  readonly onceLow: Int32Array = new Int32Array(CELL_LIMIT + 1);
  /** Those of the cells 32 to 63. */
  readonly onceHigh: Int32Array = new Int32Array(CELL_LIMIT + 1);
  /** How many shortest ways lead to each cell, after {@link countWays}. */
  readonly ways: Float64Array;
  /** The cells of the last {@link reachedBy} or {@link before}: 0 to 31. */
  pickLow = 0;
  /** The cells of the last {@link reachedBy} or {@link before}: 32 to 63. */
  pickHigh = 0;
  #freeLow: number;
  #freeHigh: number;
  readonly #allLow: number;
  readonly #allHigh: number;
  /** The cells that are not in the first column. */
  readonly #notFirstLow: number;
  readonly #notFirstHigh: number;
  /** The cells that are not in the last column. */
  readonly #notLastLow: number;
  readonly #notLastHigh: number;

  /**
   * An empty board, all cells free.
   *
   * @param width the number of columns, 1 to 31
   * @param height the number of rows; width times height is at most 64
   * @throws RangeError for other sizes
   */
  constructor(width: number, height: number) {
    requireSize(width, height);
    this.width = width;
    this.height = height;
    const columns = (keep: (x: number) => boolean) => {
      const halves = [0, 0];
      for (let i = 0; i < width * height; i++) {
        if (keep(i % width)) halves[i >> 5]! |= 1 << i;
      }
      return halves as [number, number];
    };
    [this.#allLow, this.#allHigh] = columns(() => true);
    [this.#notFirstLow, this.#notFirstHigh] = columns((x) => x > 0);
    [this.#notLastLow, this.#notLastHigh] = columns((x) => x < width - 1);
    this.#freeLow = this.#allLow;
    this.#freeHigh = this.#allHigh;
    this.ways = new Float64Array(width * height);
  }

  /** The free cells 0 to 31, a bit each. */
  get freeLow(): number {
    return this.#freeLow;
  }

  /** The free cells 32 to 63. */
  get freeHigh(): number {
    return this.#freeHigh;
  }

  /**
   * Says which cells are free; bits beyond the board are ignored.
   *
   * @param low the cells 0 to 31, a bit each
   * @param high the cells 32 to 63
   */
  setFree(low: number, high: number): void {
    this.#freeLow = low & this.#allLow;
    this.#freeHigh = high & this.#allHigh;
  }

  /** Whether a cell is free. */
  isFree(cell: number): boolean {
    return ((cell < 32 ? this.#freeLow : this.#freeHigh) >> cell & 1) === 1;
  }

  /**
   * Lets a front spread until it meets one of some goals.
   *
   * @param start the number of a free cell
   * @param most the most steps it takes
   * @param goalLow the goals among the cells 0 to 31, a bit each
   * @param goalHigh the goals among the cells 32 to 63
   * @returns the steps it took, which is `most` where no goal was met; -1 when it ended before,
   * with an empty front behind the last
   *
   * Cost: a few nanoseconds a step.
   */
  spread(start: number, most: number, goalLow = 0, goalHigh = 0): number {
    const { frontLow, frontHigh, width } = this;
    const up = 32 - width;
    const notFirstLow = this.#notFirstLow;
    const notFirstHigh = this.#notFirstHigh;
    const notLastLow = this.#notLastLow;
    const notLastHigh = this.#notLastHigh;
    let low = start < 32 ? 1 << start : 0;
    let high = start < 32 ? 0 : 1 << start;
    let openLow = this.#freeLow & ~low;
    let openHigh = this.#freeHigh & ~high;
    for (let steps = 0;; steps++) {
      frontLow[steps] = low;
      frontHigh[steps] = high;
      if ((low & goalLow | high & goalHigh) !== 0) return steps;
      if ((low | high) === 0) return -1;
      if (steps === most) return steps;
      const nextLow = openLow & (low << 1 & notFirstLow |
        (low >>> 1 | high << 31) & notLastLow |
        low << width | low >>> width | high << up);
      const nextHigh = openHigh & ((high << 1 | low >>> 31) & notFirstHigh |
        high >>> 1 & notLastHigh |
        high << width | low >>> up | high >>> width);
      openLow ^= nextLow;
      openHigh ^= nextHigh;
      low = nextLow;
      high = nextHigh;
    }
  }

  /**
   * Tells of each front of the last spread which of its cells only one shortest way leads to.
   *
   * @param most the last front to be looked at, at most the steps the spread took
   */
  singleOut(most: number): void {
    const { frontLow, frontHigh, onceLow, onceHigh } = this;
    onceLow[0] = frontLow[0]!;
    onceHigh[0] = frontHigh[0]!;
    for (let steps = 1; steps <= most; steps++) {
      onceLow[steps] = 0;
      onceHigh[steps] = 0;
      // Reached from one cell alone, and that one by one way alone.
      for (let move = 0; move < 4; move++) {
        this.reachedBy(steps, move);
        const fromLow = this.#movedLow(onceLow[steps - 1]!, onceHigh[steps - 1]!, move);
        const fromHigh = this.#movedHigh(onceLow[steps - 1]!, onceHigh[steps - 1]!, move);
        onceLow[steps]! |= this.pickLow & fromLow;
        onceHigh[steps]! |= this.pickHigh & fromHigh;
      }
    }
  }

  /**
   * Finds the cells of a front, of the last spread, to which every shortest way ends with one move;
   * {@link pickLow} and {@link pickHigh} hold them.
   *
   * @param steps which front, 1 or more
   * @param move 0 up, 1 right, 2 down, 3 left
   */
  reachedBy(steps: number, move: number): void {
    const low = this.frontLow[steps - 1]!;
    const high = this.frontHigh[steps - 1]!;
    let othersLow = 0;
    let othersHigh = 0;
    for (let other = 0; other < 4; other++) {
      if (other === move) continue;
      othersLow |= this.#movedLow(low, high, other);
      othersHigh |= this.#movedHigh(low, high, other);
    }
    this.pickLow = this.frontLow[steps]! & this.#movedLow(low, high, move) & ~othersLow;
    this.pickHigh = this.frontHigh[steps]! & this.#movedHigh(low, high, move) & ~othersHigh;
  }

  /**
   * Finds the cells a step before a cell on shortest ways, of the last spread; {@link pickLow} and
   * {@link pickHigh} hold them.
   *
   * @param steps the steps to the cell, 1 or more
   * @param cell the number of the cell
   */
  before(steps: number, cell: number): void {
    const low = cell < 32 ? 1 << cell : 0;
    const high = cell < 32 ? 0 : 1 << cell;
    this.pickLow = 0;
    this.pickHigh = 0;
    for (let move = 0; move < 4; move++) {
      this.pickLow |= this.frontLow[steps - 1]! & this.#movedLow(low, high, move);
      this.pickHigh |= this.frontHigh[steps - 1]! & this.#movedHigh(low, high, move);
    }
  }

  /**
   * Counts the shortest ways to each cell of the fronts of the last spread.
   *
   * @param most the last front whose cells are counted, at most the steps the spread took
   */
  countWays(most: number): void {
    const { ways, width } = this;
    ways.fill(0);
    // Neighbours are a step nearer or a step farther, and the farther are still 0.
    for (let steps = 0; steps <= most; steps++) {
      let low = this.frontLow[steps]!;
      let high = this.frontHigh[steps]!;
      while ((low | high) !== 0) {
        const cell = low !== 0 ? 31 - Math.clz32(low & -low) : 63 - Math.clz32(high & -high);
        if (low !== 0) low &= low - 1;
        else high &= high - 1;
        const x = cell % width;
        ways[cell] = steps === 0 ? 1 : (ways[cell - width] ?? 0) + (ways[cell + width] ?? 0) +
          (x > 0 ? ways[cell - 1]! : 0) + (x < width - 1 ? ways[cell + 1]! : 0);
      }
    }
  }

  /** Cells 0 to 31 that a move leads to from some cells. */
  #movedLow(low: number, high: number, move: number): number {
    if (move === 0) return low >>> this.width | high << 32 - this.width;
    if (move === 1) return low << 1 & this.#notFirstLow;
    if (move === 2) return low << this.width;
    return (low >>> 1 | high << 31) & this.#notLastLow;
  }

  /** Cells 32 to 63 that a move leads to from some cells. */
  #movedHigh(low: number, high: number, move: number): number {
    if (move === 0) return high >>> this.width;
    if (move === 1) return (high << 1 | low >>> 31) & this.#notFirstHigh;
    if (move === 2) return high << this.width | low >>> 32 - this.width;
    return high >>> 1 & this.#notLastHigh;
  }
}

function requireSize(width: number, height: number): void {
  const fits = Number.isInteger(width) && Number.isInteger(height) && width >= 1 &&
    width <= COLUMN_LIMIT && height >= 1 && width * height <= CELL_LIMIT;
  if (fits) return;
  throw new RangeError(
    `Cannot make board: ${width} x ${height}, must be 1 to ${COLUMN_LIMIT} columns and at most ` +
      `${CELL_LIMIT} cells`,
  );
}
