import { TourBatch } from "../solvers/tour/small/tour_batch.ts";
import type { TourKind } from "../text/wordings/tour.ts";

/** A verdict: one tour is shortest, every other longer by the gap. */
export const UNIQUE = 1;

/** Which tours a {@link TourSolver} solves. */
export interface TourSettings {
  /** How many points are visited: the first of the row. */
  readonly objects: number;
  readonly tour: TourKind;
}

/** Solves the tours of rows, many at once. */
export class TourSolver {
  /** The points of each row's tour in order, so many bytes a row as points are visited. */
  orders: Uint8Array = new Uint8Array(0);
  /** Each row's verdict, as {@link TourBatch} gives it. */
  verdicts: Uint8Array = new Uint8Array(0);
  readonly #n: number;
  readonly #first: number;
  readonly #batch: TourBatch;
  #coordinates = new Int32Array(0);

  /**
   * @param settings which tours
   * @param first the column of the first point: its name, x and y, then the next point's
   */
  constructor({ objects, tour }: TourSettings, first: number) {
    this.#n = objects;
    this.#first = first;
    this.#batch = new TourBatch(objects, {
      form: tour === "closed" ? "closed" : "open",
      fixedStart: tour === "open-fixed",
    });
  }

  /** Solves the first `count` rows; every other tour is to be longer by the gap. */
  solve(rows: Int32Array, count: number, width: number, gap: number): void {
    const n = this.#n;
    this.#reserve(count);
    const coordinates = this.#coordinates.subarray(0, 2 * n * count);
    for (let row = 0, to = 0; row < count; row++) {
      let x = row * width + this.#first + 1;
      for (let i = 0; i < n; i++, x += 3) {
        coordinates[to++] = rows[x]!;
        coordinates[to++] = rows[x + 1]!;
      }
    }
    const orders = this.orders.subarray(0, n * count);
    this.#batch.solvePoints(
      coordinates,
      { orders, verdicts: this.verdicts.subarray(0, count) },
      gap,
    );
  }

  /**
   * As `Plan.settle`, for rows that stay where one tour is shortest, every other longer by the gap:
   * writes its points in order from a column on.
   */
  settle(
    rows: Int32Array,
    count: number,
    kept: Uint8Array,
    { width, gap, column }: {
      readonly width: number;
      readonly gap: number;
      readonly column: number;
    },
  ): void {
    const n = this.#n;
    this.solve(rows, count, width, gap);
    for (let row = 0, from = 0; row < count; row++) {
      kept[row] = this.verdicts[row] === UNIQUE ? 1 : 0;
      const to = row * width + column;
      for (let i = 0; i < n; i++) rows[to + i] = this.orders[from++]!;
    }
  }

  #reserve(count: number): void {
    if (this.verdicts.length >= count) return;
    this.#coordinates = new Int32Array(2 * this.#n * count);
    this.orders = new Uint8Array(this.#n * count);
    this.verdicts = new Uint8Array(count);
  }
}

/** Demands a margin that tours on the lattice can have. */
export function requireRoom({ margin, lattice }: {
  readonly margin: number;
  readonly lattice: number;
}): void {
  if (margin <= lattice) return;
  throw new RangeError(
    `Cannot sample tours: margin ${margin} on a lattice of ${lattice}, must be no greater`,
  );
}
