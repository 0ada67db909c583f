import { PATIENCE } from "./patience.ts";
import { distanceGapBound } from "../solvers/distance/nearest_kernel.ts";
import type { Chance } from "./chance.ts";
import { PairColumns } from "./points/pair_columns.ts";
import { Points } from "./points/points.ts";
import { classifierOf } from "./points/sectors.ts";
import type { SparkleValues } from "./_sparkle_knobs.ts";
import type { DistanceAsk } from "../text/wordings/distance.ts";

/** So many points are asked about. */
export const OBJECTS = 3;

/** Sparkle's questions about distances: of all pairs, then of the first two. */
export const ORDERS: readonly DistanceAsk[] = ["shortest", "longest", "shorter", "longer"];

/** Three points in a row, and the answers to every question about them. */
export class SparkleScene {
  readonly points: Points;
  /** The direction and distance of each pair. */
  readonly pairs: PairColumns;
  readonly columns: {
    /** The cell of each point, and its margin. */
    readonly cells: number;
    readonly cellMargins: number;
    /** The margin of each pair's direction. */
    readonly directionMargins: number;
    /** The answer of each order, and its margin. */
    readonly orders: number;
    readonly orderMargins: number;
  };
  /** The columns it takes. */
  readonly width: number;
  readonly #knobs: SparkleValues;

  constructor(knobs: SparkleValues) {
    this.#knobs = knobs;
    this.points = new Points({ ...knobs, objects: OBJECTS }, 0);
    this.pairs = new PairColumns({ ...knobs, objects: OBJECTS }, this.points, this.points.width);
    const cells = this.points.width + this.pairs.width;
    const cellMargins = cells + OBJECTS;
    const directionMargins = cellMargins + OBJECTS;
    const orders = directionMargins + this.pairs.pairs.length;
    const orderMargins = orders + ORDERS.length;
    this.columns = { cells, cellMargins, directionMargins, orders, orderMargins };
    this.width = orderMargins + ORDERS.length;
  }

  /** Draws places until every question has one right answer, and writes them all. */
  draw(chance: Chance, rows: Int32Array, at: number): void {
    for (let tries = 0; tries < PATIENCE.instances; tries++) {
      this.pairs.draw(chance, rows, at);
      if (this.#drawOrders(rows, at) && this.#drawCells(rows, at)) {
        this.#drawDirectionMargins(rows, at);
        return;
      }
    }
    throw this.points.noRoom();
  }

  #square(rows: Int32Array, at: number, pair: number): number {
    const [a, b] = this.pairs.pairs[pair]!;
    const p = at + this.points.column(a) + 1, q = at + this.points.column(b) + 1;
    const dx = rows[p]! - rows[q]!, dy = rows[p + 1]! - rows[q + 1]!;
    return dx * dx + dy * dy;
  }

  /** Which pairs are nearest and farthest; false where two are equal. */
  #drawOrders(rows: Int32Array, at: number): boolean {
    const keys = [this.#square(rows, at, 0), this.#square(rows, at, 1), this.#square(rows, at, 2)];
    for (let i = 0; i < ORDERS.length; i++) {
      const near = i % 2 === 0;
      const count = i < 2 ? 3 : 2;
      let best = 0;
      for (let k = 1; k < count; k++) {
        if (near ? keys[k]! < keys[best]! : keys[k]! > keys[best]!) best = k;
      }
      let gap = Infinity;
      for (let k = 0; k < count; k++) {
        if (k !== best) gap = Math.min(gap, distanceGapBound("euclidean", keys[k]!, keys[best]!));
      }
      if (gap === 0) return false;
      rows[at + this.columns.orders + i] = best;
      rows[at + this.columns.orderMargins + i] = Math.floor(gap * (1 - 2 ** -50) * 100);
    }
    return true;
  }

  /** The cell of each point; false where one lies on a cut. */
  #drawCells(rows: Int32Array, at: number): boolean {
    const { lattice, frame } = this.#knobs;
    for (let point = 0; point < OBJECTS; point++) {
      const x = rows[at + this.points.column(point) + 1]!;
      const y = rows[at + this.points.column(point) + 2]!;
      const up = frame === "y-up" ? y : lattice - y;
      let gap = Infinity, cell = 0;
      for (const value of [x, up]) {
        const [low, high] = [5 * value - 2 * lattice, 5 * value - 3 * lattice];
        cell = 3 * cell + (low > 0 ? 1 : 0) + (high > 0 ? 1 : 0);
        gap = Math.min(gap, Math.abs(low), Math.abs(high));
      }
      if (gap === 0) return false;
      rows[at + this.columns.cells + point] = cell;
      // A fifth of the gap, in hundredths.
      rows[at + this.columns.cellMargins + point] = 20 * gap;
    }
    return true;
  }

  #drawDirectionMargins(rows: Int32Array, at: number): void {
    const classifier = classifierOf(this.#knobs.sectors, this.#knobs.frame);
    for (let pair = 0; pair < 3; pair++) {
      const [a, b] = this.pairs.pairs[pair]!;
      const p = at + this.points.column(a) + 1, q = at + this.points.column(b) + 1;
      const code = rows[at + this.pairs.direction(pair)]!;
      const margin = classifier.marginOf(code, rows[q]! - rows[p]!, rows[q + 1]! - rows[p + 1]!);
      rows[at + this.columns.directionMargins + pair] = Math.floor(margin * 100);
    }
  }
}
