import { OCTILE_KEY_LIMIT } from "../../../geometry/octile.ts";
import { KeyBuckets } from "./_key_buckets.ts";
import type { CornerRule } from "./grid_instance.ts";
import type { GridMap } from "./grid_map.ts";
import { KeyHeap, type KeyQueue } from "./_key_heap.ts";
import { idSteps, stepTable } from "./_steps.ts";
import type { DoubleSearch } from "./_way_search.ts";

/** Up to this cost of a cell keys are queued in buckets, of which there are four to a unit. */
const BUCKET_COST_LIMIT = 100;

/**
 * A* search for any moves and any costs. The estimate is the length on an open map of the cheapest
 * cells, which never exceeds the true one and shrinks by no more than a step costs.
 */
export class StepSearch implements DoubleSearch {
  readonly map: GridMap;
  straight = 0;
  diagonal = 0;
  isLong = false;
  readonly #limit: number;
  readonly #corners: CornerRule | null;
  readonly #steps: Uint8Array;
  readonly #by: Int32Array;
  readonly #cheapest: number;
  readonly #queue: KeyQueue;
  /** Twice the search in which each id was reached last, plus 1 while it need not be left. */
  readonly #stamp: Float64Array;
  readonly #straight: Float64Array;
  readonly #diagonal: Float64Array;
  readonly #entered: Uint8Array;
  #search = 0;
  #start = 0;
  #goal = 0;
  #goalX = 0;
  #goalY = 0;
  /** The least length to the goal so far. */
  #goalKey = Infinity;

  /** `limit` is the length from which doubles no longer compare octile lengths; less in tests. */
  constructor(map: GridMap, corners: CornerRule | null, limit: number = OCTILE_KEY_LIMIT) {
    this.map = map;
    this.#limit = corners === null ? Infinity : limit;
    this.#corners = corners;
    this.#steps = stepTable(map, corners);
    this.#by = idSteps(map);
    const { least, most } = costRange(map);
    this.#cheapest = least;
    this.#queue = most <= BUCKET_COST_LIMIT ? new KeyBuckets() : new KeyHeap();
    this.#stamp = new Float64Array(map.idCount);
    this.#straight = new Float64Array(map.idCount);
    this.#diagonal = new Float64Array(map.idCount);
    this.#entered = new Uint8Array(map.idCount);
  }

  search(start: number, goal: number): boolean {
    this.#begin(start, goal);
    const queue = this.#queue;
    const steps = this.#steps;
    const { costs } = this.map;
    const open = 2 * this.#search;
    for (let u = start; u >= 0; u = queue.pop()) {
      if (queue.key >= this.#goalKey) {
        if (queue.floor >= this.#goalKey) break;
        continue;
      }
      if (queue.key > this.#limit) {
        this.isLong = true;
        return false;
      }
      if (this.#stamp[u] !== open) continue;
      this.#stamp[u] = open + 1;
      const straight = this.#straight[u]!;
      const diagonal = this.#diagonal[u]!;
      for (let mask = steps[u]!; mask !== 0; mask &= mask - 1) {
        const d = 31 - Math.clz32(mask & -mask);
        const v = u + this.#by[d]!;
        const cost = costs === null ? 1 : costs[v]!;
        this.#reach(v, d, straight + (d & 1 ? 0 : cost), diagonal + (d & 1 ? cost : 0));
      }
    }
    if (this.#goalKey === Infinity) return false;
    requireWhole(this.#goalKey);
    this.straight = this.#straight[goal]!;
    this.diagonal = this.#diagonal[goal]!;
    this.isLong = this.#goalKey >= this.#limit;
    return true;
  }

  writeWay(into: Int32Array): number {
    let count = 0;
    let id = this.#goal;
    into[count++] = id;
    while (id !== this.#start) into[count++] = id -= this.#by[this.#entered[id]!]!;
    into.subarray(0, count).reverse();
    return count;
  }

  #begin(start: number, goal: number): void {
    const { stride } = this.map;
    this.#search++;
    this.isLong = false;
    this.#start = start;
    this.#goal = goal;
    this.#goalKey = start === goal ? 0 : Infinity;
    this.#goalY = Math.floor(goal / stride);
    this.#goalX = goal - this.#goalY * stride;
    this.#stamp[start] = 2 * this.#search;
    this.#straight[start] = 0;
    this.#diagonal[start] = 0;
    this.#queue.begin(this.#estimate(start, 0, 0));
  }

  /** Notes a shorter way to an id; buckets may yield a longer one first, so it may be left anew. */
  #reach(id: number, direction: number, straight: number, diagonal: number): void {
    const open = 2 * this.#search;
    const key = straight + diagonal * Math.SQRT2;
    if (this.#stamp[id]! >= open) {
      const known = this.#straight[id]! + this.#diagonal[id]! * Math.SQRT2;
      if (key >= known) return;
    }
    this.#stamp[id] = open;
    this.#straight[id] = straight;
    this.#diagonal[id] = diagonal;
    this.#entered[id] = direction;
    if (id === this.#goal) {
      this.#goalKey = key;
      return;
    }
    const total = this.#estimate(id, straight, diagonal);
    if (total < this.#goalKey) this.#queue.push(id, total);
  }

  /** The length through a cell if the rest were open and of the cheapest cells. */
  #estimate(id: number, straight: number, diagonal: number): number {
    const { stride } = this.map;
    const y = Math.floor(id / stride);
    const dx = Math.abs(id - y * stride - this.#goalX);
    const dy = Math.abs(y - this.#goalY);
    const slant = this.#corners === null ? 0 : this.#cheapest * Math.min(dx, dy);
    return straight + this.#cheapest * (dx + dy) - 2 * slant +
      (diagonal + slant) * Math.SQRT2;
  }
}

/** Sums of costs are exact below 2^53. */
function requireWhole(length: number): void {
  if (length <= Number.MAX_SAFE_INTEGER) return;
  throw new RangeError(
    `Cannot search: a length of ${length}, must be at most 2^53 - 1 to be exact`,
  );
}

function costRange(map: GridMap): { least: number; most: number } {
  if (map.costs === null) return { least: 1, most: 1 };
  let [least, most] = [Infinity, 0];
  for (let id = 0; id < map.idCount; id++) {
    if ((map.bits[id >> 5]! >> id & 1) === 0) continue;
    least = Math.min(least, map.costs[id]!);
    most = Math.max(most, map.costs[id]!);
  }
  return { least, most };
}
