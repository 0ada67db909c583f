import { rowTask } from "./row_task.ts";
import { gridPathKind } from "./kinds/grid_path.ts";
import { LENGTH_KNOBS, planLength } from "./grids/grid_length.ts";
import { OBSTACLE_KNOBS } from "./grids/grid_layout.ts";
import { obstacleEnds } from "./grids/obstacle_ends.ts";
import type { KnobValues } from "./knobs.ts";
import type { Task } from "./task.ts";

const KNOBS = { ...OBSTACLE_KNOBS, ...LENGTH_KNOBS } as const;

/** The shortest way between two cells of a grid with obstacles. */
export const gridPath: Task = rowTask({
  name: "grid-path",
  version: 3,
  summary: "The shortest way between two cells of a grid with obstacles",
  kind: gridPathKind,
  knobs: KNOBS,
  profiles: { fair: {}, winding: { blocked: 35, detour: 50, unique: true } },
  levels: {
    rises: "cells of the grid; steps of the shortest way; its detour",
    easy: { width: 5, height: 5, blocked: 15, least: 2, most: 5 },
    medium: { width: 8, height: 8, least: 6, most: 14 },
    hard: { width: 12, height: 12, blocked: 35, least: 14, most: 50, detour: 25 },
  },
  rows(knobs) {
    const values = knobs as KnobValues<typeof KNOBS>;
    return planLength(values, obstacleEnds(values), values);
  },
});
