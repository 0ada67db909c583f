import FlatQueue from "flatqueue";
import {
  compareOctiles,
  type Octile,
  OCTILE_KEY_LIMIT,
  octileToNumber,
} from "../../../geometry/octile.ts";
import type { CornerRule } from "./grid_instance.ts";
import type { GridMap } from "./grid_map.ts";
import { OctileHeap } from "./_octile_heap.ts";
import { idSteps, stepTable } from "./_steps.ts";

/** How labels are to be made. */
export interface LabelOptions {
  /** Lengths to the source instead of from it; they differ where cells cost differently. */
  readonly reverse?: boolean;
  /** Stop once these ids have their final labels; other labels may then be too great. */
  readonly until?: ArrayLike<number>;
  /** Where given, only ids with a 1 are entered; the corner rule still looks at the whole map. */
  readonly within?: Uint8Array;
  /** The directions in which the source may be left, a bit each; all when absent. */
  readonly firstSteps?: number;
}

/**
 * The exact lengths of the shortest ways from one cell to all others (or back), with the order in
 * which the cells were settled: where every cell costs 1 or more, along any optimal way each cell
 * stands behind its predecessor.
 */
export class GridLabels {
  readonly map: GridMap;
  readonly corners: CornerRule | null;
  source = 0;
  reverse = false;
  /** The integer part of each id's length. */
  readonly straight: Float64Array;
  /** The multiple of sqrt(2); of 32 bits where every cell costs 1, for then it always fits. */
  readonly diagonal: Int32Array | Float64Array;
  /** `straight + diagonal * Math.SQRT2`, for show; Infinity where unreached. */
  readonly key: Float64Array;
  /** The direction in which each reached id but the source was entered. */
  readonly entered: Uint8Array;
  /** The settled ids; only the first `count` are meant. */
  readonly order: Int32Array;
  count = 0;
  readonly #limit: number;
  readonly #steps: Uint8Array;
  readonly #by: Int32Array;
  /** 1 for the ids that are waited for. */
  readonly #awaited: Uint8Array;
  #waiting = 0;

  /** `limit` is the length from which doubles no longer compare octile lengths; less in tests. */
  constructor(map: GridMap, corners: CornerRule | null, limit: number = OCTILE_KEY_LIMIT) {
    this.map = map;
    this.corners = corners;
    this.#limit = limit;
    this.straight = new Float64Array(map.idCount);
    this.diagonal = map.costs === null
      ? new Int32Array(map.idCount)
      : new Float64Array(map.idCount);
    this.key = new Float64Array(map.idCount);
    this.entered = new Uint8Array(map.idCount);
    this.order = new Int32Array(map.freeCount);
    this.#steps = stepTable(map, corners);
    this.#by = idSteps(map);
    this.#awaited = new Uint8Array(map.idCount);
  }

  /** Labels the map from a source; what was labelled before is gone. */
  spread(source: number, options: LabelOptions = {}): this {
    const { until = [] } = options;
    this.source = source;
    this.reverse = options.reverse ?? false;
    this.#begin(until);
    if (!this.#spreadFast(options)) {
      this.#begin(until);
      this.#spreadLong(options);
    }
    for (let i = 0; i < until.length; i++) this.#awaited[until[i]!] = 0;
    return this;
  }

  #begin(until: ArrayLike<number>): void {
    this.count = 0;
    this.key.fill(Infinity);
    this.key[this.source] = 0;
    this.straight[this.source] = 0;
    this.diagonal[this.source] = 0;
    for (let i = 0; i < until.length; i++) this.#awaited[until[i]!] = 0;
    this.#waiting = until.length === 0 ? -1 : 0;
    for (let i = 0; i < until.length; i++) {
      if (this.#awaited[until[i]!] === 0) this.#waiting++;
      this.#awaited[until[i]!] = 1;
    }
  }

  /** Labels by doubles; false where a length grew too long for them to compare. */
  #spreadFast(options: LabelOptions): boolean {
    if (this.map.costs !== null) return this.#spreadCosts(this.map.costs, options);
    if (this.corners === null) return this.#spreadFour(options);
    return this.#spreadEight(options);
  }

  /** Whether the id was reached. */
  reaches(id: number): boolean {
    return this.key[id]! < Infinity;
  }

  /** The length of a reached id. */
  lengthOf(id: number): Octile {
    return { straight: this.straight[id]!, diagonal: this.diagonal[id]! };
  }

  /** The ids of a shortest way from the source to a reached id; back where these are reversed. */
  wayTo(id: number): number[] {
    const way = [id];
    for (let v = id; v !== this.source;) way.push(v -= this.#by[this.entered[v]!]!);
    return this.reverse ? way : way.reverse();
  }

  /** Notes that an id has its final label; whether all that are waited for have theirs. */
  #settle(id: number): boolean {
    this.order[this.count++] = id;
    return this.#awaited[id] === 1 && --this.#waiting === 0;
  }

  /** Dijkstra's algorithm on a heap. */
  #spreadCosts(costs: Int32Array, { within, firstSteps = 255 }: LabelOptions): boolean {
    const { straight, diagonal, key, entered, reverse } = this;
    const by = this.#by;
    const settled = new Uint8Array(this.map.idCount);
    const queue = new FlatQueue<number>();
    queue.push(this.source, 0);
    for (let u = queue.pop(); u !== undefined; u = queue.pop()) {
      if (settled[u] === 1) continue;
      settled[u] = 1;
      if (this.corners === null) requireWhole(key[u]!);
      else if (key[u]! >= this.#limit) return false;
      if (this.#settle(u)) return true;
      const first = u === this.source ? firstSteps : 255;
      for (let mask = this.#steps[u]! & first; mask !== 0; mask &= mask - 1) {
        const d = 31 - Math.clz32(mask & -mask);
        const v = u + by[d]!;
        if (within !== undefined && within[v] === 0) continue;
        const cost = costs[reverse ? u : v]!;
        const a = straight[u]! + (d & 1 ? 0 : cost);
        const b = diagonal[u]! + (d & 1 ? cost : 0);
        const k = a + b * Math.SQRT2;
        if (k >= key[v]!) continue;
        straight[v] = a;
        diagonal[v] = b;
        key[v] = k;
        entered[v] = d;
        queue.push(v, k);
      }
    }
    return true;
  }

  /** Dijkstra's algorithm on a heap that compares lengths as integers where doubles fail. */
  #spreadLong({ within, firstSteps = 255 }: LabelOptions): void {
    const { straight, diagonal, key, entered, reverse } = this;
    const { costs } = this.map;
    const by = this.#by;
    const settled = new Uint8Array(this.map.idCount);
    const queue = new OctileHeap<number>();
    queue.push(this.source, { straight: 0, diagonal: 0 });
    for (let u = queue.pop(); u !== undefined; u = queue.pop()) {
      if (settled[u] === 1) continue;
      settled[u] = 1;
      requireShort(key[u]!);
      if (this.#settle(u)) return;
      const first = u === this.source ? firstSteps : 255;
      for (let mask = this.#steps[u]! & first; mask !== 0; mask &= mask - 1) {
        const d = 31 - Math.clz32(mask & -mask);
        const v = u + by[d]!;
        if (settled[v] === 1 || (within !== undefined && within[v] === 0)) continue;
        const cost = costs === null ? 1 : costs[reverse ? u : v]!;
        const length = {
          straight: straight[u]! + (d & 1 ? 0 : cost),
          diagonal: diagonal[u]! + (d & 1 ? cost : 0),
        };
        if (this.reaches(v) && compareOctiles(length, this.lengthOf(v)) >= 0) continue;
        straight[v] = length.straight;
        diagonal[v] = length.diagonal;
        key[v] = octileToNumber(length);
        entered[v] = d;
        queue.push(v, length);
      }
    }
  }

  /** Breadth first, where every cell costs 1 and no step is diagonal: the order is the queue. */
  #spreadFour({ within, firstSteps = 255 }: LabelOptions): boolean {
    const { straight, key, entered, order } = this;
    const by = this.#by;
    let end = 0;
    order[end++] = this.source;
    while (this.count < end) {
      const u = order[this.count]!;
      if (this.#settle(u)) return true;
      const next = key[u]! + 1;
      const first = u === this.source ? firstSteps : 255;
      for (let mask = this.#steps[u]! & first; mask !== 0; mask &= mask - 1) {
        const d = 31 - Math.clz32(mask & -mask);
        const v = u + by[d]!;
        if (key[v]! < Infinity || (within !== undefined && within[v] === 0)) continue;
        key[v] = next;
        straight[v] = next;
        entered[v] = d;
        order[end++] = v;
      }
    }
    return true;
  }

  /**
   * Where every cell costs 1, labels with the same integer part cannot improve one another, so
   * buckets of width 1 need no order inside, and three of them in turn suffice.
   */
  #spreadEight({ within, firstSteps = 255 }: LabelOptions): boolean {
    const { straight, diagonal, key, entered } = this;
    const by = this.#by;
    let bucket = [this.source];
    let next: number[] = [];
    let nextButOne: number[] = [];
    let met = false;
    for (let level = 0; !met && bucket.length + next.length + nextButOne.length > 0; level++) {
      if (level >= this.#limit) return false;
      for (let i = 0; i < bucket.length; i++) {
        const u = bucket[i]!;
        if (key[u]! < level) continue;
        if (this.#settle(u)) met = true;
        const first = u === this.source ? firstSteps : 255;
        for (let mask = this.#steps[u]! & first; mask !== 0; mask &= mask - 1) {
          const d = 31 - Math.clz32(mask & -mask);
          const v = u + by[d]!;
          const known = key[v]!;
          if (known <= level + 1 || (within !== undefined && within[v] === 0)) continue;
          const a = straight[u]! + (d + 1 & 1);
          const b = diagonal[u]! + (d & 1);
          const k = a + b * Math.SQRT2;
          if (k >= known) continue;
          if (k < level + 2) {
            if (known >= level + 2) next.push(v);
          } else if (known === Infinity) nextButOne.push(v);
          straight[v] = a;
          diagonal[v] = b;
          key[v] = k;
          entered[v] = d;
        }
      }
      bucket.length = 0;
      [bucket, next, nextButOne] = [next, nextButOne, bucket];
    }
    return true;
  }
}

/** Sums of costs are exact below 2^53. */
function requireWhole(length: number): void {
  if (length <= Number.MAX_SAFE_INTEGER) return;
  throw new RangeError(
    `Cannot label cells: a length of ${length}, must be at most 2^53 - 1 to be exact`,
  );
}

/** The parts of octile lengths are compared up to 2^52; one more step must not pass that. */
function requireShort(length: number): void {
  if (length <= 2 ** 51) return;
  throw new RangeError(
    `Cannot label cells: a length of ${length}, must be at most 2^51 to be compared exactly`,
  );
}
