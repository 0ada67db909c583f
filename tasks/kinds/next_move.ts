import * as schema from "../../geometry/schema.ts";
import { mapOutcome } from "../../solvers/map_outcome.ts";
import { firstGridSteps } from "../../solvers/path/grid/first_grid_steps.ts";
import { readSideLabel } from "../../text/replies/sides.ts";
import {
  drawRows,
  gridInstance,
  lettersOf,
  MARKED_ROWS,
  sayMoves,
} from "../grids/grid_question.ts";
import { MOVES } from "../grids/route_columns.ts";
import type { Kind } from "../kind.ts";
import { movesOf } from "./grid_path.ts";

/** A grid with a start and a goal. */
export interface GridQuestion {
  /** Rows of `.`, `#`, one S and one G. */
  readonly rows: readonly string[];
}

/** Which move begins a shortest way through a grid. */
export const nextMoveKind: Kind<GridQuestion, string> = {
  name: "next-move",
  schema: schema.object({ rows: MARKED_ROWS }),
  solve({ rows }) {
    const instance = gridInstance(rows);
    return mapOutcome(firstGridSteps(instance), (cell) => movesOf([instance.start, cell])[0]!);
  },
  frame: () => "y-down",
  say: (answer, _, wording) => sayMoves([answer], wording),
  read: (words) => readSideLabel(words, MOVES, { letters: "moves" }),
  answers: () => MOVES,
  draw: ({ rows }, wording) => drawRows(rows, wording),
  names: ({ rows }) => lettersOf(rows),
  scene: ({ rows }) => rows,
};
