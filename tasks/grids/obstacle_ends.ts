import { StepGrid } from "../../solvers/path/grid/step_grid.ts";
import { BOARD_CELLS, BoardEnds, type BoardSettings } from "./board_ends.ts";
import type { EndOptions, GridEnds } from "./grid_ends.ts";
import { obstacles } from "./grid_layout.ts";
import { SpreadEnds } from "./spread_ends.ts";

/** Ends on a grid whose cells are each blocked with one chance, by bits where it is small. */
export function obstacleEnds(settings: BoardSettings, options?: EndOptions): GridEnds {
  const { width, height, blocked, gap } = settings;
  // With 4 neighbours a way is 2 steps longer than a shorter one at least.
  if (width * height <= BOARD_CELLS && gap <= 2) return new BoardEnds(settings, options);
  return new SpreadEnds(new StepGrid(width, height), obstacles(blocked), settings, options);
}
