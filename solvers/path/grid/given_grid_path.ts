import type { PlaneFrame } from "../../../geometry/frame.ts";
import type { Cell } from "./grid_map.ts";

/** A way as somebody gave it, in one of four forms. */
export type GivenGridPath =
  | GivenCells
  | GivenMoves
  | GivenLabels
  | GivenCoordinates;

/** The cells of a way: columns from the left, rows from the top, from 0. */
export interface GivenCells {
  /** The cells, both ends included. */
  readonly cells: readonly Cell[];
}

/** The moves from the start on. */
export interface GivenMoves {
  /**
   * Compass names (`"N"`, `"north"`, `"NE"`, `"north-east"`) or `"up"`, `"right"`, `"down"`,
   * `"left"` with their first letters, in any case; north is up, towards row 0. The letters
   * U, R, D, L and N, E, S, W do not clash.
   */
  readonly moves: readonly string[];
}

/** The labels of the cells passed. */
export interface GivenLabels {
  /** The labels, both ends included. */
  readonly labels: readonly string[];
  /** The cell of each label. */
  readonly cellOf: Readonly<Record<string, Cell>>;
}

/** Coordinates of the cells passed. */
export interface GivenCoordinates {
  /** The coordinates (x, y), both ends included. */
  readonly coordinates: readonly (readonly [x: number, y: number])[];
  /** `"y-down"` where y counts rows from the top, `"y-up"` where it counts from the bottom. */
  readonly frame: PlaneFrame;
  /** The coordinates of the corner cell they count from; (0, 0) when absent. */
  readonly origin?: readonly [x: number, y: number];
}
