import * as schema from "../../geometry/schema.ts";
import { exact } from "../../solvers/outcome.ts";
import { judgeGridPath } from "../../solvers/path/grid/judge_grid_path.ts";
import { readVerdict } from "../../text/replies/verdicts.ts";
import { ROUTE_VERDICTS, type RouteVerdict } from "../_route_verdicts.ts";
import {
  drawRows,
  gridInstance,
  gridWords,
  lettersOf,
  MARKED_ROWS,
  MOVE_LIST,
} from "../grids/grid_question.ts";
import type { Kind } from "../kind.ts";

/** A grid with a start and a goal, and moves from the start. */
export interface RouteQuestion {
  /** Rows of `.`, `#`, one S and one G. */
  readonly rows: readonly string[];
  readonly moves: readonly string[];
}

/** Whether moves are a shortest way through a grid, a longer one, or none. */
export const routeCheckKind: Kind<RouteQuestion, RouteVerdict> = {
  name: "route-check",
  schema: schema.object({ rows: MARKED_ROWS, moves: MOVE_LIST }),
  solve({ rows, moves }) {
    const { valid, optimal } = judgeGridPath(gridInstance(rows), { moves });
    return exact(optimal ? "shortest" : valid ? "longer" : "none");
  },
  frame: () => "y-down",
  say: (answer, _, wording) => gridWords(wording).checks[ROUTE_VERDICTS.indexOf(answer)]!,
  read: (words) => readVerdict(words),
  answers: () => ROUTE_VERDICTS,
  draw: ({ rows }, wording) => drawRows(rows, wording),
  names: ({ rows }) => lettersOf(rows),
  scene: ({ rows }) => rows,
  explain({ rows, moves }) {
    const { fault } = judgeGridPath(gridInstance(rows), { moves });
    return fault === null ? [] : [{ says: fault }];
  },
};
