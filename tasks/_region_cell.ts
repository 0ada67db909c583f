import type { PlaneFrame } from "../geometry/frame.ts";
import type { Chance } from "./chance.ts";
import type { Points } from "./_points.ts";

/** How a map is cut. */
export type CutName = "thirds" | "sparkle";

/** A cut at `part / of` of the side. */
export interface Cut {
  readonly part: number;
  readonly of: number;
}

/** Where each side of the map is cut. */
export const CUTS: Readonly<Record<CutName, readonly Cut[]>> = {
  thirds: [{ part: 1, of: 3 }, { part: 2, of: 3 }],
  sparkle: [{ part: 2, of: 5 }, { part: 3, of: 5 }],
};

/** The bands a coordinate lies in: two where it lies on a cut. */
export function bandsOf(x: number, side: number, cuts: readonly Cut[]): number[] {
  const signs = cuts.map(({ part, of }) => Math.sign(of * x - part * side));
  const on = signs.indexOf(0);
  return on >= 0 ? [on, on + 1] : [signs.filter((s) => s > 0).length];
}

/** The knobs that say which places are drawn. */
export interface CellKnobs {
  readonly cuts: CutName;
  readonly lattice: number;
  readonly frame: PlaneFrame;
  readonly margin: number;
  readonly balance: boolean;
  readonly unique: boolean;
}

/** Draws that may fail before the knobs are said to leave no room. */
const PATIENCE = 10_000;

/** The point that is asked about, in a cell drawn beforehand. */
export class RegionCell {
  /** The cell of the last draw. */
  answer = 0;
  readonly #knobs: CellKnobs;
  readonly #points: Points;
  readonly #cuts: readonly Cut[];
  /** For each band the first coordinate inside of it, and how many there are. */
  readonly #starts: Int32Array;
  readonly #counts: Int32Array;
  /** The distance to the nearest cut, in hundredths of the last digit, rounded down. */
  #gap = 0;

  constructor(knobs: CellKnobs, points: Points) {
    this.#knobs = knobs;
    this.#points = points;
    this.#cuts = CUTS[knobs.cuts];
    this.#starts = new Int32Array(3).fill(-1);
    this.#counts = new Int32Array(3);
    const { least, most } = points;
    for (let x = least; x <= most; x++) {
      for (const band of bandsOf(x, knobs.lattice, this.#cuts)) {
        if (this.#starts[band] === -1) this.#starts[band] = x;
        this.#counts[band]!++;
      }
    }
    if (knobs.balance && this.#counts.includes(0)) throw points.noRoom();
  }

  /** Draws the place and those of distractors; returns the margin in hundredths of the last digit. */
  draw(chance: Chance, rows: Int32Array, at: number): number {
    const { balance, margin, frame, lattice } = this.#knobs;
    const target = balance ? chance.below(9) : -1;
    const x = at + this.#points.column(0) + 1;
    for (let tries = 0; tries < PATIENCE; tries++) {
      if (target >= 0) this.#drawInside(chance, rows, x, target);
      else this.#points.drawPlace(chance, rows, at, 0);
      this.#gap = Infinity;
      const column = this.#band(chance, rows[x]!);
      const row = this.#band(chance, frame === "y-up" ? rows[x + 1]! : lattice - rows[x + 1]!);
      this.answer = target >= 0 ? target : 3 * column + row;
      if (column < 0 || row < 0 || this.#gap < 100 * margin) continue;
      if (this.#points.tryPlaces(chance, rows, at, 1)) return this.#gap;
    }
    throw this.#points.noRoom();
  }

  /** A place in a cell; on a cut it may belong to a neighbour as well. */
  #drawInside(chance: Chance, rows: Int32Array, x: number, cell: number): void {
    const { frame, lattice } = this.#knobs;
    const column = (cell / 3) | 0;
    const row = cell - 3 * column;
    const up = this.#starts[row]! + chance.below(this.#counts[row]!);
    rows[x] = this.#starts[column]! + chance.below(this.#counts[column]!);
    rows[x + 1] = frame === "y-up" ? up : lattice - up;
  }

  /** The band of a coordinate; on a cut either of two, or -1 where those are left out. */
  #band(chance: Chance, x: number): number {
    const { lattice, unique } = this.#knobs;
    let band = 0;
    for (let i = 0; i < this.#cuts.length; i++) {
      const { part, of } = this.#cuts[i]!;
      const side = of * x - part * lattice;
      // A quotient of integers this small is an integer only where the true one is.
      this.#gap = Math.min(this.#gap, Math.floor(100 * Math.abs(side) / of));
      if (side > 0) band = i + 1;
      else if (side === 0) return unique ? -1 : i + chance.below(2);
    }
    return band;
  }
}
