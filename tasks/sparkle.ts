import { sparkleKind } from "./kinds/sparkle.ts";
import { rowTask } from "./row_task.ts";
import { SPARKLE_KNOBS } from "./_sparkle_knobs.ts";
import { sparklePlan } from "./_sparkle_plan.ts";
import type { Task } from "./task.ts";

/** Sparkle's seventeen questions about a picture of three points. */
export const sparkle: Task = rowTask({
  name: "sparkle",
  version: 3,
  summary: "Sparkle's 17 questions about each picture of three points, by its constants",
  kind: sparkleKind,
  knobs: SPARKLE_KNOBS,
  profiles: { fair: {}, sparkle: { given: "picture" } },
  levels: {
    rises: "points shown; how close they may be; directions",
    easy: { spacing: 40, sectors: "sparkle-four" },
    medium: { distractors: 1 },
    hard: { distractors: 2, spacing: 15 },
  },
  plan: sparklePlan,
});
