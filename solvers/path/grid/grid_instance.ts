import type { Octile } from "../../../geometry/octile.ts";
import type { Cell, GridSource } from "./grid_map.ts";

/**
 * When a diagonal step may pass the two cells beside it: only if both are free, if at least one
 * is, or always. MovingAI's benchmarks mean `"both-free"`.
 */
export type CornerRule = "both-free" | "one-free" | "always";

/** Which steps there are: 4 neighbours, or 8 and a rule for corners. */
export interface GridMoves {
  /** The number of neighbours of a cell. */
  readonly neighbours: 4 | 8;
  /** The rule for diagonal steps: needed with 8 neighbours, absent with 4. */
  readonly corners?: CornerRule;
}

/**
 * A question for the way from one cell of a grid to another. A straight step costs what the
 * entered cell costs, a diagonal one sqrt(2) times that.
 */
export interface GridInstance extends GridMoves {
  /** The map. A GridMap is packed and prepared once, whatever is asked of it. */
  readonly map: GridSource;
  /** Where the way begins. */
  readonly start: Cell;
  /** Where it ends. */
  readonly goal: Cell;
}

/**
 * A proof of a shortest length: a label for each cell, no step of the map leading to a label
 * greater than the one before plus its cost. So no way to a cell is shorter than its label.
 */
export interface GridCertificate {
  /** The integer part of each cell's label, row by row; -1 where the cell is out of reach. */
  readonly straight: Float64Array;
  /** The multiple of sqrt(2) in each label. */
  readonly diagonal: Float64Array;
}

/** A way through a grid. */
export interface GridPath {
  /** Its length. With 4 neighbours the diagonal part is 0. */
  readonly length: Octile;
  /** Its cells, both ends included. */
  readonly cells: readonly Cell[];
}
