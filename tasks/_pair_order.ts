import { distanceGapBound } from "../solvers/distance/nearest_kernel.ts";
import type { Chance } from "./chance.ts";
import type { Points } from "./_points.ts";

/** Two points, by number. */
export type Pair = readonly [number, number];

/** What says which places are drawn. */
export interface OrderKnobs {
  /** Whether the nearest pair is asked for, else the farthest. */
  readonly near: boolean;
  readonly unique: boolean;
  readonly margin: number;
}

/** Draws that may fail before the knobs are said to leave no room. */
const PATIENCE = 10_000;

/** Points whose nearest or farthest pair is one drawn beforehand. */
export class PairOrder {
  readonly #points: Points;
  readonly #pairs: readonly Pair[];
  readonly #near: boolean;
  readonly #unique: boolean;
  readonly #least: number;
  #best = 0;
  #margin = 0;
  #tied = false;

  constructor(knobs: OrderKnobs, points: Points, pairs: readonly Pair[]) {
    this.#points = points;
    this.#pairs = pairs;
    this.#near = knobs.near;
    this.#unique = knobs.unique;
    this.#least = 100 * knobs.margin;
  }

  /** Draws places; returns by how much the target is ahead, in hundredths of the last digit. */
  draw(chance: Chance, rows: Int32Array, at: number, target: number): number {
    for (let tries = 0; tries < PATIENCE; tries++) {
      this.#points.drawPlaces(chance, rows, at);
      this.#compare(rows, at);
      if (this.#unique && this.#tied) continue;
      if (this.#margin < this.#least) continue;
      this.#exchange(rows, at, this.#pairs[this.#best]!, this.#pairs[target]!);
      return this.#margin;
    }
    throw this.#points.noRoom();
  }

  #compare(rows: Int32Array, at: number): void {
    const sign = this.#near ? 1 : -1;
    let first = Infinity, second = Infinity;
    for (let i = 0; i < this.#pairs.length; i++) {
      const [a, b] = this.#pairs[i]!;
      const key = sign * this.#square(rows, at, a, b);
      if (key < first) {
        second = first;
        first = key;
        this.#best = i;
      } else if (key < second) second = key;
    }
    this.#tied = first === second;
    const gap = distanceGapBound("euclidean", Math.abs(first), Math.abs(second));
    this.#margin = Math.floor(gap * (1 - 2 ** -50) * 100);
  }

  #square(rows: Int32Array, at: number, a: number, b: number): number {
    const p = at + this.#points.column(a) + 1, q = at + this.#points.column(b) + 1;
    const dx = rows[p]! - rows[q]!, dy = rows[p + 1]! - rows[q + 1]!;
    return dx * dx + dy * dy;
  }

  /** Exchanges the places of two pairs, so that whichever was the extreme one, the target is. */
  #exchange(rows: Int32Array, at: number, [a, b]: Pair, [c, d]: Pair): void {
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
