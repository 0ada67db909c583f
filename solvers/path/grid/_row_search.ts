import type { Cell, GridMap } from "./grid_map.ts";
import type { WaySearch } from "./_way_search.ts";

/** The sizes this search takes. */
export const ROW_SEARCH_LIMIT = { width: 32, height: 128 };

/**
 * A* search for 4 neighbours on maps of at most 32 columns, a whole row of cells at once.
 *
 * A step towards the goal keeps the estimated length and a step away adds 2. So the cells fall
 * into layers by the number of steps away, and a layer is filled in one sweep over the rows: along
 * a row the cells towards the goal follow from the carry of one addition.
 */
export class RowSearch implements WaySearch {
  straight = 0;
  readonly diagonal = 0;
  #width = 0;
  #height = 0;
  /** The free cells of each row, column 0 in bit 0, and the same mirrored. */
  readonly #rows = new Int32Array(ROW_SEARCH_LIMIT.height);
  readonly #mirrored = new Int32Array(ROW_SEARCH_LIMIT.height);
  #hasMirrored = false;
  /** The cells not reached yet. */
  readonly #open = new Int32Array(ROW_SEARCH_LIMIT.height);
  /** The cells of each layer, row by row, a row of none above and below. */
  #layers = new Int32Array(8 * (ROW_SEARCH_LIMIT.height + 2));
  #isMirrored = false;
  #goalX = 0;
  #goalY = 0;
  #lastLayer = 0;

  /** A search on a map; on none yet where it is left out. */
  constructor(map?: GridMap) {
    if (map === undefined) return;
    const rows = this.begin(map.width, map.height);
    for (let y = 0; y < map.height; y++) rows[y] = map.rowBits(y);
  }

  /** Takes a map up: what is returned is to be filled with the free cells of each row. */
  begin(width: number, height: number): Int32Array {
    this.#width = width;
    this.#height = height;
    this.#hasMirrored = false;
    return this.#rows;
  }

  search(start: number, goal: number): boolean {
    const stride = this.#width + 33 & ~31;
    const [startY, goalY] = [Math.floor(start / stride), Math.floor(goal / stride)];
    const [startX, goalX] = [start - startY * stride - 1, goal - goalY * stride - 1];
    return this.searchCells(startX, startY - 1, goalX, goalY - 1);
  }

  /** {@link RowSearch.search} between two free cells by their columns and rows. */
  searchCells(startX: number, startY: number, goalX: number, goalY: number): boolean {
    const width = this.#width;
    const height = this.#height;
    this.#isMirrored = goalX < startX;
    if (this.#isMirrored) {
      startX = width - 1 - startX;
      if (!this.#hasMirrored) this.#mirror();
    }
    this.#goalX = this.#isMirrored ? width - 1 - goalX : goalX;
    this.#goalY = goalY;
    const rows = this.#isMirrored ? this.#mirrored : this.#rows;
    const open = this.#open;
    for (let y = 0; y < height; y++) open[y] = rows[y]!;
    this.#layers.fill(0, 0, height + 2);
    const least = Math.abs(startX - this.#goalX) + Math.abs(startY - this.#goalY);
    const layer = this.#fillLayers(startX, startY);
    this.#lastLayer = layer;
    this.straight = least + 2 * layer;
    return layer >= 0;
  }

  /**
   * The cells of the found way from the goal back to the start: of all shortest ways from there the
   * first by its steps, where up comes before right, right before down and down before left.
   */
  wayBack(): Cell[] {
    const width = this.#width;
    const layers = this.#layers;
    const by = this.#height + 2;
    const [goalX, goalY] = [this.#goalX, this.#goalY];
    const mirrored = this.#isMirrored;
    const way: Cell[] = [];
    let x = mirrored ? width - 1 - goalX : goalX;
    let y = goalY;
    let at = this.#lastLayer * by + 1;
    way.push([x, y]);
    for (let left = this.straight; left > 0; left--) {
      // Steps away from the goal keep the estimated length, steps back to it belong to the layer
      // before; of the cells of both those are one step nearer the start.
      const bit = mirrored ? width - 1 - x : x;
      const higher = y <= goalY ? at : at - by;
      const lower = y >= goalY ? at : at - by;
      const right = bit >= goalX ? at : at - by;
      const back = bit <= goalX ? at : at - by;
      const east = mirrored ? back : right;
      if (higher > 0 && layers[higher + y - 1]! >> bit & 1) {
        y--;
        at = higher;
      } else if (
        x < width - 1 && east > 0 && layers[east + y]! >> (mirrored ? bit - 1 : bit + 1) & 1
      ) {
        x++;
        at = east;
      } else if (lower > 0 && layers[lower + y + 1]! >> bit & 1) {
        y++;
        at = lower;
      } else {
        x--;
        at = mirrored ? right : back;
      }
      way.push([x, y]);
    }
    return way;
  }

  #mirror(): void {
    const shift = 32 - this.#width;
    for (let y = 0; y < this.#height; y++) {
      this.#mirrored[y] = reverseBits(this.#rows[y]!) >>> shift;
    }
    this.#hasMirrored = true;
  }

  writeWay(into: Int32Array): number {
    const [width, height] = [this.#width, this.#height];
    const stride = width + 33 & ~31;
    const layers = this.#layers;
    const [goalX, goalY] = [this.#goalX, this.#goalY];
    const first = this.#isMirrored ? stride + width : stride + 1;
    const sign = this.#isMirrored ? -1 : 1;
    const count = this.straight + 1;
    let [x, y] = [goalX, goalY];
    let at = this.#lastLayer * (height + 2) + 1;
    into[count - 1] = first + y * stride + sign * x;
    for (let i = count - 2; i >= 0; i--) {
      const here = at + y;
      if (x <= goalX && layers[here]! & 1 << x - 1 && x > 0) x--;
      else if (y <= goalY && layers[here - 1]! >> x & 1) y--;
      else if (y >= goalY && layers[here + 1]! >> x & 1) y++;
      else if (x >= goalX && x < 31 && layers[here]! >> x + 1 & 1) x++;
      else {
        at -= height + 2;
        const before = at + y;
        if (x < goalX && layers[before]! >> x + 1 & 1) x++;
        else if (x > goalX && layers[before]! >> x - 1 & 1) x--;
        else y += y < goalY ? 1 : -1;
      }
      into[i] = first + y * stride + sign * x;
    }
    return count;
  }

  /** Fills layer by layer until one has the goal; its number, or -1. */
  #fillLayers(startX: number, startY: number): number {
    const height = this.#height;
    const [goalX, goalY] = [this.#goalX, this.#goalY];
    const open = this.#open;
    const before = (2 << goalX) - 1;
    const behind = -1 << goalX;
    let top = startY;
    let bottom = startY;
    for (let layer = 0;; layer++) {
      if ((layer + 1) * (height + 2) > this.#layers.length) this.#grow();
      const layers = this.#layers;
      const at = layer * (height + 2) + 1;
      // The rows of the layer before, whose cells step away; there is none before the first.
      const last = layer === 0 ? at : at - height - 2;
      layers.fill(0, at - 1, at + height + 1);
      if (layer === 0) layers[at + startY] = 1 << startX;
      let isEmpty = true;
      let nextTop = height;
      let nextBottom = -1;
      let down = 0;
      for (let y = Math.max(top - 1, 0); y < goalY && (y <= bottom || down !== 0); y++) {
        const from = layers[last + y]!;
        const seeds = (layer === 0
          ? from | down
          : (from & before) >>> 1 | (from & behind) << 1 | layers[last + y + 1]! | down) & open[y]!;
        down = 0;
        if (seeds === 0) {
          continue;
        }
        down = fillRow(seeds, open[y]!, before, behind);
        layers[at + y] = down;
        open[y]! &= ~down;
        if (y < nextTop) {
          nextTop = y;
        }
        nextBottom = y;
        isEmpty = false;
      }
      let up = 0;
      for (let y = Math.min(bottom + 1, height - 1); y > goalY && (y >= top || up !== 0); y--) {
        const from = layers[last + y]!;
        const seeds = (layer === 0
          ? from | up
          : (from & before) >>> 1 | (from & behind) << 1 | layers[last + y - 1]! | up) & open[y]!;
        up = 0;
        if (seeds === 0) {
          continue;
        }
        up = fillRow(seeds, open[y]!, before, behind);
        layers[at + y] = up;
        open[y]! &= ~up;
        if (y > nextBottom) {
          nextBottom = y;
        }
        if (y < nextTop) {
          nextTop = y;
        }
        isEmpty = false;
      }
      const from = layers[last + goalY]!;
      const aside = layer === 0 ? from : (from & before) >>> 1 | (from & behind) << 1;
      const seeds = (aside | down | up) & open[goalY]!;
      if (seeds !== 0) {
        const filled = fillRow(seeds, open[goalY]!, before, behind);
        layers[at + goalY] = filled;
        if (filled >> goalX & 1) return layer;
        open[goalY]! &= ~filled;
        if (goalY < nextTop) nextTop = goalY;
        if (goalY > nextBottom) nextBottom = goalY;
        isEmpty = false;
      }
      if (isEmpty) return -1;
      top = nextTop;
      bottom = nextBottom;
    }
  }

  #grow(): void {
    const layers = new Int32Array(2 * this.#layers.length);
    layers.set(this.#layers);
    this.#layers = layers;
  }
}

/**
 * The open cells of a row that seeds, themselves open, lead to by steps towards the goal's column:
 * to the right in the columns before it, to the left in those behind.
 */
function fillRow(seeds: number, open: number, before: number, behind: number): number {
  const left = open & before;
  const rising = seeds & before;
  const filled = (left + rising ^ left) & left | seeds;
  let falling = seeds & behind & ~before;
  if (falling === 0) return filled;
  let through = open & behind;
  for (let by = 1; by < 32; by <<= 1) {
    falling |= through & falling >>> by;
    through &= through >>> by;
  }
  return filled | falling;
}

/** The bits of a word in reverse. */
function reverseBits(word: number): number {
  word = word >>> 1 & 0x55555555 | (word & 0x55555555) << 1;
  word = word >>> 2 & 0x33333333 | (word & 0x33333333) << 2;
  word = word >>> 4 & 0x0f0f0f0f | (word & 0x0f0f0f0f) << 4;
  word = word >>> 8 & 0x00ff00ff | (word & 0x00ff00ff) << 8;
  return word >>> 16 | word << 16;
}
