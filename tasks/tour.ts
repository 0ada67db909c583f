import { rowTask } from "./row_task.ts";
import { tourKind } from "./kinds/tours.ts";
import { TOUR_KNOBS } from "./_tour_knobs.ts";
import { tourPlan } from "./_tour_plan.ts";
import type { Task } from "./task.ts";

/** The shortest tour through points, by its order or its length. */
export const tour: Task = rowTask({
  name: "tour",
  version: 2,
  summary: "The shortest tour through some points: its order, or its length",
  kind: tourKind,
  knobs: TOUR_KNOBS,
  profiles: {
    fair: {},
    sparkle: {
      objects: 5,
      border: 5,
      spacing: 30,
      decimals: 2,
      names: "sparkle-tour",
      wording: "en-sparkle",
      margin: 0,
      unique: false,
    },
  },
  levels: {
    rises: "points visited; how close the second tour comes",
    easy: { objects: 4, margin: 40 },
    medium: { objects: 6, margin: 10 },
    hard: { objects: 9, margin: 1 },
  },
  plan: tourPlan,
});
