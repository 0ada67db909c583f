import { StepGrid } from "../solvers/path/grid/step_grid.ts";
import { LENGTH_KNOBS, lengthAnswers, planLength } from "./_grid_length.ts";
import { OBSTACLE_KNOBS, obstacles } from "./_grid_layout.ts";
import type { KnobValues } from "./knobs.ts";
import type { Task } from "./task.ts";

const KNOBS = { ...OBSTACLE_KNOBS, ...LENGTH_KNOBS } as const;

/** The shortest way between two cells of a grid with obstacles. */
export const gridPath: Task = {
  name: "grid-path",
  version: 1,
  summary: "The shortest way between two cells of a grid with obstacles",
  knobs: KNOBS,
  profiles: { fair: {}, winding: { blocked: 35, detour: 50, unique: true } },
  plan(knobs) {
    const values = knobs as KnobValues<typeof KNOBS>;
    const grid = new StepGrid(values.width, values.height);
    return planLength(values, grid, obstacles(values.blocked));
  },
  ...lengthAnswers,
};
