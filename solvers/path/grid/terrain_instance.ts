import type { Exact } from "../../../geometry/decimal.ts";
import type { GridMoves } from "./grid_instance.ts";
import type { Cell } from "./grid_map.ts";

/** A map as rows of characters whose cells cost exact numbers to enter. */
export interface TerrainText {
  /** The rows, the top one first, all equally long, one character a cell. */
  readonly rows: readonly string[];
  /** The characters of blocked cells; `"#"` when absent. */
  readonly blocked?: string;
  /** The characters of free cells that cost 1 to enter; `"."` when absent. */
  readonly free?: string;
  /** What it costs to enter a cell with one of these characters: an integer or decimal string. */
  readonly costs?: Readonly<Record<string, Exact>>;
}

/** A map as rows of exact costs, the top row first; null where a cell is blocked. */
export interface TerrainCells {
  /** What it costs to enter each cell, 0 or more. */
  readonly cells: readonly (readonly (Exact | null)[])[];
}

/** The direction of a step, as the map is drawn: up is towards row 0. */
export type StepDirection =
  | "up"
  | "up-right"
  | "right"
  | "down-right"
  | "down"
  | "down-left"
  | "left"
  | "up-left";

/** A cell that lets only some steps in or out, such as a one-way street. */
export interface Gate {
  /** The cell. */
  readonly cell: Cell;
  /** The directions of the steps that may enter it; all when absent. */
  readonly enter?: readonly StepDirection[];
  /** The directions of the steps that may leave it; all when absent. */
  readonly leave?: readonly StepDirection[];
}

/**
 * A question for the way over a terrain. A straight step costs what the entered cell costs, a
 * diagonal one sqrt(2) times that.
 */
export interface TerrainInstance extends GridMoves {
  /** The map. */
  readonly map: TerrainText | TerrainCells;
  /** Where the way begins. */
  readonly start: Cell;
  /** Where it ends. */
  readonly goal: Cell;
  /** One-way cells. */
  readonly gates?: readonly Gate[];
  /**
   * How many cells the one who goes is wide and high, 1 when absent. Its place is that of its cell
   * with the least column and row; all its cells must be free, and a step costs the most that any of
   * the cells it then covers does. Gates hold for its place.
   */
  readonly agent?: number;
  /**
   * Leads to the reachable cell that is nearest to the goal by this distance, and among those equally
   * near to the one with the shortest way; the goal may then be blocked or walled off.
   */
  readonly approach?: "euclidean" | "manhattan" | "chebyshev";
}

/** A way over a terrain. */
export interface TerrainPath {
  /** Its length is `straight + diagonal * sqrt(2)`, both exact decimals. */
  readonly length: { readonly straight: string; readonly diagonal: string };
  /** Its cells, both ends included. */
  readonly cells: readonly Cell[];
}
