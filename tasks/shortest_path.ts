import { rowTask } from "./row_task.ts";
import { shortestPathKind } from "./kinds/shortest_path.ts";
import { PATH_KNOBS } from "./_shortest_path_knobs.ts";
import { pathPlan } from "./_shortest_path_plan.ts";
import type { Task } from "./task.ts";

/** The shortest paths between two nodes of a grid without obstacles. */
export const shortestPath: Task = rowTask({
  name: "shortest-path",
  version: 2,
  summary: "The shortest path between two nodes of a grid: its length, moves or nodes",
  kind: shortestPathKind,
  knobs: PATH_KNOBS,
  profiles: { fair: {}, sparkle: { balance: false, wording: "en-sparkle" } },
  levels: {
    rises: "nodes of the grid; moves of the path",
    easy: { size: 3, hops: 1 },
    medium: { size: 5, hops: 3 },
    hard: { size: 9, hops: 6 },
  },
  plan: pathPlan,
});
