import FlatQueue from "flatqueue";
import { type Octile, OCTILE_KEY_LIMIT } from "../../../geometry/octile_pair.ts";
import type { CornerRule } from "./grid_instance.ts";
import type { GridMap } from "./grid_map.ts";
import { idSteps, stepTable } from "./_steps.ts";

/** How labels are to be made. */
export interface LabelOptions {
  /** Lengths to the source instead of from it; they differ where cells cost differently. */
  readonly reverse?: boolean;
  /** Stop once this id has its final label. */
  readonly until?: number;
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
  readonly source: number;
  readonly reverse: boolean;
  /** The integer part of each id's length. */
  readonly straight: Float64Array;
  /** The multiple of sqrt(2). */
  readonly diagonal: Int32Array;
  /** `straight + diagonal * Math.SQRT2`; Infinity where unreached. Compares exactly. */
  readonly key: Float64Array;
  /** The direction in which each reached id but the source was entered. */
  readonly entered: Uint8Array;
  /** The settled ids; only the first `count` are meant. */
  readonly order: Int32Array;
  count = 0;

  constructor(
    map: GridMap,
    corners: CornerRule | null,
    source: number,
    options: LabelOptions = {},
  ) {
    this.map = map;
    this.corners = corners;
    this.source = source;
    this.reverse = options.reverse ?? false;
    this.straight = new Float64Array(map.idCount);
    this.diagonal = new Int32Array(map.idCount);
    this.key = new Float64Array(map.idCount).fill(Infinity);
    this.entered = new Uint8Array(map.idCount);
    this.order = new Int32Array(map.freeCount);
    if (map.costs === null) this.#spreadUnit(options);
    else this.#spread(map.costs, options);
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
    const by = idSteps(this.map);
    const way = [id];
    for (let v = id; v !== this.source;) way.push(v -= by[this.entered[v]!]!);
    return this.reverse ? way : way.reverse();
  }

  /** Dijkstra's algorithm on a heap. */
  #spread(costs: Int32Array, options: LabelOptions): void {
    const { until = -1, within, firstSteps = 255 } = options;
    const { straight, diagonal, key, entered, order, reverse } = this;
    const steps = stepTable(this.map, this.corners);
    const by = idSteps(this.map);
    const settled = new Uint8Array(this.map.idCount);
    const queue = new FlatQueue<number>();
    key[this.source] = 0;
    queue.push(this.source, 0);
    for (let u = queue.pop(); u !== undefined; u = queue.pop()) {
      if (settled[u] === 1) continue;
      settled[u] = 1;
      order[this.count++] = u;
      requireComparable(key[u]!, this.corners);
      if (u === until) return;
      for (
        let mask = steps[u]! & (u === this.source ? firstSteps : 255);
        mask !== 0;
        mask &= mask - 1
      ) {
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
  }

  /**
   * Where every cell costs 1, labels with the same integer part cannot improve one another, so
   * buckets of width 1 need no order inside, and three of them in turn suffice.
   */
  #spreadUnit(options: LabelOptions): void {
    const { until = -1, within, firstSteps = 255 } = options;
    const { straight, diagonal, key, entered, order } = this;
    const steps = stepTable(this.map, this.corners);
    const by = idSteps(this.map);
    const buckets: number[][] = [[this.source], [], []];
    key[this.source] = 0;
    for (let level = 0, empty = 0; empty < 3; level++) {
      const bucket = buckets[level % 3]!;
      empty = bucket.length === 0 ? empty + 1 : 0;
      requireComparable(level, this.corners);
      let met = false;
      for (const u of bucket) {
        if (Math.floor(key[u]!) < level) continue;
        order[this.count++] = u;
        met ||= u === until;
        for (
          let mask = steps[u]! & (u === this.source ? firstSteps : 255);
          mask !== 0;
          mask &= mask - 1
        ) {
          const d = 31 - Math.clz32(mask & -mask);
          const v = u + by[d]!;
          if (within !== undefined && within[v] === 0) continue;
          const a = straight[u]! + (d + 1 & 1);
          const b = diagonal[u]! + (d & 1);
          const k = a + b * Math.SQRT2;
          if (k >= key[v]!) continue;
          if (Math.floor(key[v]!) !== Math.floor(k)) buckets[Math.floor(k) % 3]!.push(v);
          straight[v] = a;
          diagonal[v] = b;
          key[v] = k;
          entered[v] = d;
        }
      }
      if (met) return;
      bucket.length = 0;
    }
  }
}

function requireComparable(key: number, corners: CornerRule | null): void {
  const limit = corners === null ? Number.MAX_SAFE_INTEGER : OCTILE_KEY_LIMIT;
  if (key < limit) return;
  throw new RangeError(
    `Cannot label cells: a length of ${key}, must be less than ${limit} to be compared exactly`,
  );
}
