import { OCTILE_KEY_LIMIT } from "../../../geometry/octile.ts";
import type { CornerRule } from "./grid_instance.ts";
import type { GridBits, GridMap } from "./grid_map.ts";
import { fillTransposed, type JumpBits, jumpBits, roomForBits } from "./_jump_bits.ts";
import { KeyBuckets } from "./_key_buckets.ts";
import type { DoubleSearch } from "./_way_search.ts";

const [NORTH, NORTHEAST, EAST, SOUTHEAST, SOUTH, SOUTHWEST, WEST, NORTHWEST] = [
  1,
  2,
  4,
  8,
  16,
  32,
  64,
  128,
];

/** After so many searches the stamps begin again. */
const MOST_SEARCHES = 2 ** 31 - 1;

/**
 * Jump point search for 8 neighbours where every cell costs 1, by any rule for corners. Straight
 * jumps read 32 cells at once; a diagonal run is searched to both sides as it goes, so that only
 * ends of straight jumps are ever queued.
 *
 * A cell that is reached twice at one length keeps the directions of both arrivals.
 *
 * Source: D. Harabor and A. Grastien, Online Graph Pruning for Pathfinding on Grid Maps (2011),
 * and Improving Jump Point Search (2014).
 */
export class JumpSearch implements DoubleSearch {
  #map: GridBits;
  #bits: JumpBits;
  /** Whether corners must not be cut. */
  #isStrict: boolean;
  /** How far behind the end of a jump the free cell lies for which it ends. */
  #lead: number;
  /** The straight directions in which a jump along a row, or a column, may have to turn. */
  #upright: number;
  #level: number;
  readonly #queue = new KeyBuckets();
  /** The search in which each id was reached last. */
  readonly #stamp: Int32Array;
  readonly #straight: Int32Array;
  readonly #diagonal: Int32Array;
  readonly #key: Float64Array;
  readonly #parent: Int32Array;
  /** The directions still to be searched from each id. */
  readonly #pending: Uint8Array;
  /** The directions that were. */
  readonly #done: Uint8Array;
  #search = 0;
  #goal = 0;
  #goalX = 0;
  #goalY = 0;
  #goalColumnId = 0;
  /** The least length to the goal so far. */
  #goalKey = Infinity;
  /** The id that is being left, and its length. */
  #from = 0;
  #fromStraight = 0;
  #fromDiagonal = 0;
  /** How many ids were taken off the queue. */
  expanded = 0;

  /** A search on one map. */
  constructor(map: GridMap, corners: CornerRule);
  /** A search on any map of at most so many ids; see {@link JumpSearch.load}. */
  constructor(map: GridBits, corners: CornerRule, bits: JumpBits, idCount: number);
  constructor(
    map: GridBits,
    corners: CornerRule,
    bits: JumpBits = jumpBits(map as GridMap, corners),
    idCount: number = (map as GridMap).idCount,
  ) {
    this.#map = map;
    this.#bits = bits;
    this.#isStrict = corners === "both-free";
    this.#lead = this.#isStrict ? 0 : 1;
    this.#upright = this.#isStrict ? NORTH | SOUTH : 0;
    this.#level = this.#isStrict ? EAST | WEST : 0;
    this.#stamp = new Int32Array(idCount);
    this.#straight = new Int32Array(idCount);
    this.#diagonal = new Int32Array(idCount);
    this.#key = new Float64Array(idCount);
    this.#parent = new Int32Array(idCount);
    this.#pending = new Uint8Array(idCount);
    this.#done = new Uint8Array(idCount);
  }

  /** A search with room for maps of at most so many columns and rows, to be loaded one by one. */
  static withRoom(width: number, height: number): JumpSearch {
    const bits = roomForBits(width, height);
    const none = { width, height, stride: 32, bits: new Int32Array(0) };
    return new JumpSearch(none, "always", bits, (width + 33 & ~31) * (height + 2));
  }

  /** Where the transposed map belongs that {@link JumpSearch.load} goes by. */
  get columnBits(): Int32Array {
    return this.#bits.columnBits;
  }

  /**
   * Takes another map up, which `columnBits` holds transposed already; only for a search that was
   * made by {@link JumpSearch.withRoom}.
   */
  load(map: GridBits, corners: CornerRule): void {
    this.#map = map;
    this.#isStrict = corners === "both-free";
    this.#lead = this.#isStrict ? 0 : 1;
    this.#upright = this.#isStrict ? NORTH | SOUTH : 0;
    this.#level = this.#isStrict ? EAST | WEST : 0;
    fillTransposed(map, corners, this.#bits);
  }

  get straight(): number {
    return this.#straight[this.#goal]!;
  }

  get diagonal(): number {
    return this.#diagonal[this.#goal]!;
  }

  get isLong(): boolean {
    return this.#goalKey >= OCTILE_KEY_LIMIT && this.#goalKey < Infinity;
  }

  search(start: number, goal: number): boolean {
    this.#begin(start, goal);
    const queue = this.#queue;
    const { stride } = this.#map;
    for (let id = start; id >= 0; id = queue.pop()) {
      if (queue.key >= this.#goalKey) {
        if (queue.floor >= this.#goalKey) break;
        continue;
      }
      const mask = this.#pending[id]!;
      if (mask === 0) continue;
      this.expanded++;
      this.#pending[id] = 0;
      this.#done[id]! |= mask;
      this.#from = id;
      this.#fromStraight = this.#straight[id]!;
      this.#fromDiagonal = this.#diagonal[id]!;
      const y = Math.floor(id / stride);
      const x = id - y * stride;
      if (mask & EAST) this.#jumpEast(x, y, 0);
      if (mask & WEST) this.#jumpWest(x, y, 0);
      if (mask & SOUTH) this.#jumpSouth(x, y, 0);
      if (mask & NORTH) this.#jumpNorth(x, y, 0);
      if (mask & NORTHEAST) this.#runEast(x, y, -1);
      if (mask & SOUTHEAST) this.#runEast(x, y, 1);
      if (mask & NORTHWEST) this.#runWest(x, y, -1);
      if (mask & SOUTHWEST) this.#runWest(x, y, 1);
    }
    return this.#goalKey < Infinity;
  }

  writeWay(into: Int32Array): number {
    const { stride } = this.#map;
    const count = this.straight + this.diagonal + 1;
    let at = count;
    let id = this.#goal;
    into[--at] = id;
    while (at > 0) {
      const parent = this.#parent[id]!;
      const y = Math.floor(id / stride);
      const parentY = Math.floor(parent / stride);
      const dx = parent - parentY * stride - (id - y * stride);
      const dy = parentY - y;
      const straightSteps = Math.abs(Math.abs(dx) - Math.abs(dy));
      const straight = Math.abs(dx) > Math.abs(dy) ? Math.sign(dx) : Math.sign(dy) * stride;
      const diagonal = Math.sign(dx) + Math.sign(dy) * stride;
      for (let i = 0; i < straightSteps; i++) into[--at] = id += straight;
      while (id !== parent) into[--at] = id += diagonal;
    }
    return count;
  }

  #begin(start: number, goal: number): void {
    const { stride } = this.#map;
    if (++this.#search > MOST_SEARCHES) {
      this.#stamp.fill(0);
      this.#search = 1;
    }
    this.expanded = 0;
    this.#goal = goal;
    this.#goalY = Math.floor(goal / stride);
    this.#goalX = goal - this.#goalY * stride;
    this.#goalColumnId = this.#goalX * this.#bits.columnStride + this.#goalY;
    this.#goalKey = start === goal ? 0 : Infinity;
    this.#stamp[start] = this.#search;
    this.#straight[start] = 0;
    this.#diagonal[start] = 0;
    this.#key[start] = 0;
    this.#parent[start] = start;
    this.#pending[start] = 255;
    this.#done[start] = 0;
    const y = Math.floor(start / stride);
    this.#queue.begin(this.#estimate(start - y * stride, y, 0, 0));
  }

  /** Jumps right from a cell that is reached by `steps` diagonal steps. */
  #jumpEast(x: number, y: number, steps: number): void {
    const { bits, stride } = this.#map;
    const ends = this.#bits.east;
    const id = y * stride + x;
    let word = id >> 5;
    let found = ends[word]! & -2 << id;
    while (found === 0) found = ends[++word]!;
    const end = (word << 5) + 31 - Math.clz32(found & -found);
    if (y === this.#goalY && this.#goal > id && this.#goal <= end) {
      this.#reachGoal(this.#goal - id, steps);
      return;
    }
    if ((bits[end >> 5]! >> end & 1) === 0) return;
    let mask = EAST;
    const up = end + this.#lead - stride;
    const down = end + this.#lead + stride;
    if (bits[up >> 5]! >> up & ~(bits[up - 1 >> 5]! >> up - 1) & 1) {
      mask |= NORTHEAST | this.#upright & NORTH;
    }
    if (bits[down >> 5]! >> down & ~(bits[down - 1 >> 5]! >> down - 1) & 1) {
      mask |= SOUTHEAST | this.#upright & SOUTH;
    }
    this.#reach(x + end - id, y, end - id, steps, mask);
  }

  #jumpWest(x: number, y: number, steps: number): void {
    const { bits, stride } = this.#map;
    const ends = this.#bits.west;
    const id = y * stride + x;
    let word = id >> 5;
    let found = ends[word]! & (1 << id) - 1;
    while (found === 0) found = ends[--word]!;
    const end = (word << 5) + 31 - Math.clz32(found);
    if (y === this.#goalY && this.#goal < id && this.#goal >= end) {
      this.#reachGoal(id - this.#goal, steps);
      return;
    }
    if ((bits[end >> 5]! >> end & 1) === 0) return;
    let mask = WEST;
    const up = end - this.#lead - stride;
    const down = end - this.#lead + stride;
    if (bits[up >> 5]! >> up & ~(bits[up + 1 >> 5]! >> up + 1) & 1) {
      mask |= NORTHWEST | this.#upright & NORTH;
    }
    if (bits[down >> 5]! >> down & ~(bits[down + 1 >> 5]! >> down + 1) & 1) {
      mask |= SOUTHWEST | this.#upright & SOUTH;
    }
    this.#reach(x + end - id, y, id - end, steps, mask);
  }

  /** Jumps down, along a column of the transposed map. */
  #jumpSouth(x: number, y: number, steps: number): void {
    const { south, columnBits, columnStride } = this.#bits;
    const id = x * columnStride + y;
    let word = id >> 5;
    let found = south[word]! & -2 << id;
    while (found === 0) found = south[++word]!;
    const end = (word << 5) + 31 - Math.clz32(found & -found);
    if (x === this.#goalX && this.#goalColumnId > id && this.#goalColumnId <= end) {
      this.#reachGoal(this.#goalColumnId - id, steps);
      return;
    }
    if ((columnBits[end >> 5]! >> end & 1) === 0) return;
    let mask = SOUTH;
    const left = end + this.#lead - columnStride;
    const right = end + this.#lead + columnStride;
    if (columnBits[left >> 5]! >> left & ~(columnBits[left - 1 >> 5]! >> left - 1) & 1) {
      mask |= SOUTHWEST | this.#level & WEST;
    }
    if (columnBits[right >> 5]! >> right & ~(columnBits[right - 1 >> 5]! >> right - 1) & 1) {
      mask |= SOUTHEAST | this.#level & EAST;
    }
    this.#reach(x, y + end - id, end - id, steps, mask);
  }

  #jumpNorth(x: number, y: number, steps: number): void {
    const { north, columnBits, columnStride } = this.#bits;
    const id = x * columnStride + y;
    let word = id >> 5;
    let found = north[word]! & (1 << id) - 1;
    while (found === 0) found = north[--word]!;
    const end = (word << 5) + 31 - Math.clz32(found);
    if (x === this.#goalX && this.#goalColumnId < id && this.#goalColumnId >= end) {
      this.#reachGoal(id - this.#goalColumnId, steps);
      return;
    }
    if ((columnBits[end >> 5]! >> end & 1) === 0) return;
    let mask = NORTH;
    const left = end - this.#lead - columnStride;
    const right = end - this.#lead + columnStride;
    if (columnBits[left >> 5]! >> left & ~(columnBits[left + 1 >> 5]! >> left + 1) & 1) {
      mask |= NORTHWEST | this.#level & WEST;
    }
    if (columnBits[right >> 5]! >> right & ~(columnBits[right + 1 >> 5]! >> right + 1) & 1) {
      mask |= NORTHEAST | this.#level & EAST;
    }
    this.#reach(x, y + end - id, id - end, steps, mask);
  }

  /** Runs diagonally to the right, up or down, jumping to both sides at each cell. */
  #runEast(x: number, y: number, dy: number): void {
    const { stride } = this.#map;
    const passes = dy < 0 ? this.#bits.rising : this.#bits.falling;
    const by = dy * stride + 1;
    const block = dy < 0 ? -stride : 0;
    let id = y * stride + x;
    for (let steps = 1; (passes[id + block >> 5]! >> id + block & 1) === 1; steps++) {
      id += by;
      x++;
      y += dy;
      if (id === this.#goal) return this.#reachGoal(0, steps);
      if (!this.#isStrict) {
        const turns =
          (this.#opens(id - 1, id - 1 + dy * stride) ? dy < 0 ? NORTHWEST : SOUTHWEST : 0) |
          (this.#opens(id - dy * stride, id - dy * stride + 1)
            ? dy < 0 ? SOUTHEAST : NORTHEAST
            : 0);
        const mask = dy < 0 ? NORTH | NORTHEAST | EAST : SOUTH | SOUTHEAST | EAST;
        if (turns !== 0) return this.#reach(x, y, 0, steps, mask | turns);
      }
      this.#jumpEast(x, y, steps);
      if (dy < 0) this.#jumpNorth(x, y, steps);
      else this.#jumpSouth(x, y, steps);
    }
  }

  #runWest(x: number, y: number, dy: number): void {
    const { stride } = this.#map;
    const passes = dy < 0 ? this.#bits.falling : this.#bits.rising;
    const by = dy * stride - 1;
    const block = dy < 0 ? -stride - 1 : -1;
    let id = y * stride + x;
    for (let steps = 1; (passes[id + block >> 5]! >> id + block & 1) === 1; steps++) {
      id += by;
      x--;
      y += dy;
      if (id === this.#goal) return this.#reachGoal(0, steps);
      if (!this.#isStrict) {
        const turns =
          (this.#opens(id + 1, id + 1 + dy * stride) ? dy < 0 ? NORTHEAST : SOUTHEAST : 0) |
          (this.#opens(id - dy * stride, id - dy * stride - 1)
            ? dy < 0 ? SOUTHWEST : NORTHWEST
            : 0);
        const mask = dy < 0 ? NORTH | NORTHWEST | WEST : SOUTH | SOUTHWEST | WEST;
        if (turns !== 0) return this.#reach(x, y, 0, steps, mask | turns);
      }
      this.#jumpWest(x, y, steps);
      if (dy < 0) this.#jumpNorth(x, y, steps);
      else this.#jumpSouth(x, y, steps);
    }
  }

  /** Whether a cell beside a diagonal run is blocked and the one behind it, which it hides, free. */
  #opens(blocked: number, free: number): boolean {
    const { bits } = this.#map;
    return (~(bits[blocked >> 5]! >> blocked) & bits[free >> 5]! >> free & 1) === 1;
  }

  #reachGoal(straightSteps: number, diagonalSteps: number): void {
    const straight = this.#fromStraight + straightSteps;
    const diagonal = this.#fromDiagonal + diagonalSteps;
    const key = straight + diagonal * Math.SQRT2;
    if (key >= this.#goalKey) return;
    this.#goalKey = key;
    this.#straight[this.#goal] = straight;
    this.#diagonal[this.#goal] = diagonal;
    this.#parent[this.#goal] = this.#from;
  }

  /** Notes an end of a jump, if it is not known to be nearer already. */
  #reach(x: number, y: number, straightSteps: number, diagonalSteps: number, mask: number): void {
    const id = y * this.#map.stride + x;
    const straight = this.#fromStraight + straightSteps;
    const diagonal = this.#fromDiagonal + diagonalSteps;
    const key = straight + diagonal * Math.SQRT2;
    if (this.#stamp[id] === this.#search && key >= this.#key[id]!) {
      if (key > this.#key[id]!) return;
      const news = mask & ~(this.#done[id]! | this.#pending[id]!);
      if (news === 0) return;
      this.#pending[id]! |= news;
    } else {
      this.#stamp[id] = this.#search;
      this.#straight[id] = straight;
      this.#diagonal[id] = diagonal;
      this.#key[id] = key;
      this.#parent[id] = this.#from;
      this.#pending[id] = mask;
      this.#done[id] = 0;
    }
    const total = this.#estimate(x, y, straight, diagonal);
    if (total < this.#goalKey) this.#queue.push(id, total);
  }

  /** The length through a cell if the rest were open. */
  #estimate(x: number, y: number, straight: number, diagonal: number): number {
    const dx = Math.abs(x - this.#goalX);
    const dy = Math.abs(y - this.#goalY);
    const least = Math.min(dx, dy);
    return straight + dx + dy - 2 * least + (diagonal + least) * Math.SQRT2;
  }
}
