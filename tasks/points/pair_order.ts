import { distanceGapBound } from "../../solvers/distance/nearest_kernel.ts";
import type { Points } from "./points.ts";

/** Two points, by number. */
export type Pair = readonly [number, number];

/** What says which places are drawn. */
export interface OrderKnobs {
  /** Whether the nearest pair is asked for, else the farthest. */
  readonly near: boolean;
  readonly unique: boolean;
  readonly margin: number;
}

/** The difference of two roots of integers, in hundredths, rounded down. */
function gapHundredths(first: number, second: number): number {
  const gap = Math.abs(Math.sqrt(first) - Math.sqrt(second));
  // A difference of roots is a whole number where both roots are, and no fraction else.
  if (Math.sqrt(first) % 1 === 0 && Math.sqrt(second) % 1 === 0) return 100 * gap;
  return Math.floor(distanceGapBound("euclidean", first, second) * (1 - 2 ** -50) * 100);
}

/** Points whose nearest or farthest pair is one drawn beforehand. */
export class PairOrder {
  readonly #points: Points;
  readonly #pairs: readonly Pair[];
  /** The columns of the x of either point of each pair. */
  readonly #columns: Int32Array;
  readonly #near: boolean;
  readonly #unique: boolean;
  readonly #least: number;
  #best = 0;

  constructor(knobs: OrderKnobs, points: Points, pairs: readonly Pair[]) {
    this.#points = points;
    this.#pairs = pairs;
    this.#columns = Int32Array.from(pairs.flat(), (point) => points.column(point) + 1);
    this.#near = knobs.near;
    this.#unique = knobs.unique;
    this.#least = 100 * knobs.margin;
  }

  /** The extreme pair of the row that was measured last. */
  get best(): number {
    return this.#best;
  }

  /**
   * Finds the extreme pair.
   *
   * @returns by how much it is ahead, in hundredths of the last digit; -1 where that is too little
   */
  measure(rows: Int32Array, at: number): number {
    const sign = this.#near ? 1 : -1;
    let first = Infinity, second = Infinity;
    for (let i = 0; i < this.#pairs.length; i++) {
      const p = at + this.#columns[2 * i]!, q = at + this.#columns[2 * i + 1]!;
      const dx = rows[p]! - rows[q]!, dy = rows[p + 1]! - rows[q + 1]!;
      const key = sign * (dx * dx + dy * dy);
      if (key < first) {
        second = first;
        first = key;
        this.#best = i;
      } else if (key < second) second = key;
    }
    if (this.#unique && first === second) return -1;
    const margin = gapHundredths(Math.abs(first), Math.abs(second));
    return margin < this.#least ? -1 : margin;
  }

  /** Exchanges the places of two pairs, so that what held of one holds of the other. */
  exchange(rows: Int32Array, at: number, one: number, other: number): void {
    const [a, b] = this.#pairs[one]!, [c, d] = this.#pairs[other]!;
    if (a === c && b === d) return;
    // Of pairs that share a point only the other points change places.
    if (a === c) return this.#swap(rows, at, b, d);
    if (b === d) return this.#swap(rows, at, a, c);
    if (a === d) return this.#swap(rows, at, b, c);
    if (b === c) return this.#swap(rows, at, a, d);
    this.#swap(rows, at, a, c);
    this.#swap(rows, at, b, d);
  }

  #swap(rows: Int32Array, at: number, i: number, j: number): void {
    const p = at + this.#points.column(i) + 1, q = at + this.#points.column(j) + 1;
    for (let k = 0; k < 2; k++) {
      const other = rows[p + k]!;
      rows[p + k] = rows[q + k]!;
      rows[q + k] = other;
    }
  }
}
