import { PATIENCE } from "../patience.ts";
import type { PlaneFrame } from "../../geometry/frame.ts";
import type { Chance } from "../chance.ts";
import type { Points } from "./points.ts";

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

/** Bands of a side, and so many squared cells of a map. */
const BANDS = 3;

/** An entry of {@link RegionCell.entries}: the coordinate in its low bits, the band above. */
const BAND_SHIFT = 12, COORDINATE = (1 << BAND_SHIFT) - 1;

/** The point that is asked about, drawn among all places of a cell, or of all. */
export class RegionCell {
  /** How many targets there are to draw for: the cells, or one for all of them. */
  readonly targets: number;
  /** The coordinates that can be drawn, those of a target band behind each other. */
  readonly entries: Int32Array;
  /** Where the entries of each target band begin, and after the last the end. */
  readonly begins: Int32Array;
  /** Of each coordinate, the distance to the nearest cut, in hundredths, rounded down. */
  readonly gaps: Int32Array;
  /** The cell of the last draw. */
  answer = 0;
  readonly #knobs: CellKnobs;
  readonly #points: Points;
  readonly #x: number;

  constructor(knobs: CellKnobs, points: Points) {
    const { balance, lattice, cuts } = knobs;
    this.#knobs = knobs;
    this.#points = points;
    this.#x = points.column(0) + 1;
    this.gaps = Int32Array.from({ length: lattice + 1 }, (_, x) => gapOf(x, lattice, CUTS[cuts]));
    const all = [0, 1, 2].map((band) => this.#entriesOf(band));
    const drawn = balance ? all : [all.flat()];
    if (drawn.some((list) => list.length === 0)) throw points.noRoom();
    this.targets = drawn.length ** 2;
    this.entries = Int32Array.from(drawn.flat());
    this.begins = new Int32Array(drawn.length + 1);
    drawn.forEach((list, i) => this.begins[i + 1] = this.begins[i]! + list.length);
  }

  /** Draws the place and those of distractors; returns the margin in hundredths of the last digit. */
  draw(chance: Chance, rows: Int32Array, at: number, target: number): number {
    const { frame, lattice } = this.#knobs;
    const bands = this.begins.length - 1;
    const x = at + this.#x;
    for (let tries = 0; tries < PATIENCE.places; tries++) {
      const column = this.#drawEntry(chance, (target / bands) | 0);
      const row = this.#drawEntry(chance, target % bands);
      const up = row & COORDINATE;
      rows[x] = column & COORDINATE;
      rows[x + 1] = frame === "y-up" ? up : lattice - up;
      if (!this.#points.tryPlaces(chance, rows, at, 1)) continue;
      this.answer = BANDS * (column >> BAND_SHIFT) + (row >> BAND_SHIFT);
      return Math.min(this.gaps[column & COORDINATE]!, this.gaps[up]!);
    }
    throw this.#points.noRoom();
  }

  #drawEntry(chance: Chance, band: number): number {
    const begin = this.begins[band]!;
    return this.entries[begin + chance.below(this.begins[band + 1]! - begin)]!;
  }

  /** The coordinates of a band. Those on a cut are half of each neighbour's where all are drawn. */
  #entriesOf(band: number): number[] {
    const { lattice, cuts, margin, balance, unique } = this.#knobs;
    const { least, most } = this.#points;
    const entries: number[] = [];
    for (let x = least; x <= most; x++) {
      const bands = bandsOf(x, lattice, CUTS[cuts]);
      if (!bands.includes(band) || this.gaps[x]! < 100 * margin) continue;
      if (bands.length > 1 && unique) continue;
      const copies = balance || unique || bands.length > 1 ? 1 : 2;
      for (let i = 0; i < copies; i++) entries.push(x | band << BAND_SHIFT);
    }
    return entries;
  }
}

/** The distance to the nearest cut, in hundredths, rounded down. */
function gapOf(x: number, side: number, cuts: readonly Cut[]): number {
  // A quotient of integers this small is an integer only where the true one is.
  return Math.min(
    ...cuts.map(({ part, of }) => Math.floor(100 * Math.abs(of * x - part * side) / of)),
  );
}
