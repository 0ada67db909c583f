import { PATIENCE } from "../patience.ts";
import type { StepGrid } from "../../solvers/path/grid/step_grid.ts";
import type { Chance } from "../chance.ts";
import type { GridRows } from "./grid_rows.ts";
import type { FlagKnob, IntegerKnob } from "../knobs.ts";

/** The knobs of every task about ways between two cells. */
export const END_KNOBS: {
  readonly least: IntegerKnob;
  readonly most: IntegerKnob;
  readonly detour: IntegerKnob;
  readonly unique: FlagKnob;
  readonly gap: IntegerKnob;
} = {
  least: {
    type: "integer",
    least: 1,
    most: 40,
    default: 3,
    doc: "the fewest steps from start to goal",
  },
  most: {
    type: "integer",
    least: 1,
    most: 99,
    default: 10,
    doc: "the most steps from start to goal",
  },
  detour: {
    type: "integer",
    least: 0,
    most: 200,
    default: 0,
    doc: "how much longer than without obstacles the shortest way is at least, in percent",
  },
  unique: {
    type: "flag",
    default: false,
    doc: "whether there is only one shortest way",
  },
  gap: {
    type: "integer",
    least: 0,
    most: 8,
    default: 0,
    doc: "how many steps longer than the shortest the next longer way is at least",
  },
};

/** The values of {@link END_KNOBS}. */
export interface EndSettings {
  readonly least: number;
  readonly most: number;
  readonly detour: number;
  readonly unique: boolean;
  readonly gap: number;
}

/** What a task may ask for beside the knobs. */
export interface EndOptions {
  /** How many shortest ways there may be. */
  readonly ways?: { readonly fewest: number; readonly most: number };
}

/** A grid that is drawn together with two ends, as knobs ask; it is spread from the first. */
export interface GridEnds {
  /** The cell the grid is spread from, `y * width + x`. */
  readonly source: number;
  /** The cell at the other end. */
  readonly target: number;
  /** The steps between the ends of the last draw. */
  readonly steps: number;
  /** How many shortest ways there are, where the options ask for a number. */
  readonly ways: number;
  /**
   * Draws.
   *
   * @param move the only move that leads from the target a step nearer to the source, where it is
   * to be so
   * @throws RangeError for knobs that leave no room
   */
  draw(chance: Chance, move?: number): void;
  /** Frees and blocks the cells of a grid of the same size as those of the last draw. */
  copyTo(grid: StepGrid): void;
  /** Writes the cells, without marks. */
  writeCells(rows: Int32Array, at: number, cells: GridRows): void;
  /**
   * Writes a shortest way from source to target that ends at a column: each step before it is any of those that are a
   * step nearer, equally likely.
   */
  writeWay(chance: Chance, rows: Int32Array, column: number): void;
}

/** A number of steps that does not come up, for the grid is too small, is drawn anew. */
export const ANEW = 64;

/** Starts that are tried in one grid. */
export const STARTS = 4;

/** Demands that some number of steps is allowed. */
export function requireRange({ least, most }: EndSettings): void {
  if (least <= most) return;
  throw new RangeError(
    `Cannot use knobs: least ${least} and most ${most}, least must not be greater`,
  );
}

/** The error for knobs that no grid satisfies. */
export function noRoom(
  { width, height }: { readonly width: number; readonly height: number },
  settings: EndSettings,
): RangeError {
  return new RangeError(
    `Cannot sample a grid of ${width} x ${height}: none found in ${PATIENCE.maps} draws ` +
      `with ${JSON.stringify(settings)}, must leave more room`,
  );
}
