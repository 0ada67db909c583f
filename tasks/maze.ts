import { rowTask } from "./row_task.ts";
import { gridPathKind } from "./kinds/grid_path.ts";
import { StepGrid } from "../solvers/path/grid/step_grid.ts";
import { LENGTH_KNOBS, planLength } from "./grids/grid_length.ts";
import { maze as layMaze } from "./grids/grid_layout.ts";
import { MAZE_KINDS } from "./grids/mazes.ts";
import { SpreadEnds } from "./grids/spread_ends.ts";
import type { KnobValues } from "./knobs.ts";
import type { Task } from "./task.ts";

const KNOBS = {
  ...LENGTH_KNOBS,
  rooms: { type: "integer", least: 2, most: 15, default: 5, doc: "the rooms of a side" },
  kind: { type: "word", of: MAZE_KINDS, default: "depth-first", doc: "how the maze is made" },
  openings: {
    type: "integer",
    least: 0,
    most: 100,
    default: 0,
    doc: "the chance that a wall between two rooms is opened beside the maze's own, in percent",
  },
} as const;

/** The shortest way through a maze. */
export const maze: Task = rowTask({
  name: "maze",
  version: 4,
  summary: "The shortest way through a maze",
  kind: gridPathKind,
  knobs: KNOBS,
  profiles: { fair: { least: 6, most: 24 }, braided: { openings: 20, kind: "wilson" } },
  levels: {
    rises: "rooms of the maze; steps of the way",
    easy: { rooms: 3, least: 4, most: 10 },
    medium: { rooms: 6, least: 12, most: 30 },
    hard: { rooms: 10, least: 32, most: 80 },
  },
  rows(knobs) {
    const values = knobs as KnobValues<typeof KNOBS>;
    const side = 2 * values.rooms + 1;
    const grid = new StepGrid(side, side);
    const layout = layMaze(grid, values.kind, values.openings);
    return planLength(values, new SpreadEnds(grid, layout, values), grid);
  },
});
