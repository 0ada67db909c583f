import * as schema from "../../geometry/schema.ts";
import { mapOutcome } from "../../solvers/map_outcome.ts";
import { describeGridPath } from "../../solvers/path/grid/describe_grid_path.ts";
import { judgeGridPath } from "../../solvers/path/grid/judge_grid_path.ts";
import { solveGridPath } from "../../solvers/path/grid/solve_grid_path.ts";
import { readMoves } from "../../text/replies/moves.ts";
import { readNumber } from "../../text/replies/numbers.ts";
import {
  drawRows,
  gridInstance,
  lettersOf,
  MARKED_ROWS,
  sayMoves,
} from "../grids/grid_question.ts";
import type { Kind } from "../kind.ts";

/** A grid with a start and a goal: how long is a shortest way, or which is one? */
export interface GridPathQuestion {
  readonly ask: "length" | "way";
  /** Rows of `.`, `#`, one S and one G. */
  readonly rows: readonly string[];
}

/** The length of a shortest way through a grid, or such a way as moves. */
export const gridPathKind: Kind<GridPathQuestion, number | readonly string[]> = {
  name: "grid-path",
  schema: schema.object({ ask: schema.word(["length", "way"]), rows: MARKED_ROWS }),
  solve: ({ ask, rows }) =>
    mapOutcome(
      solveGridPath(gridInstance(rows)),
      ({ length, cells }) => ask === "length" ? length.straight : movesOf(cells),
    ),
  frame: () => "y-down",
  say: (answer, _, wording) =>
    typeof answer === "number" ? String(answer) : sayMoves(answer, wording),
  read(words, { ask }) {
    if (ask === "way") return readMoves(words);
    const number = readNumber(words, { isCount: true });
    return number === null ? null : Number(number);
  },
  // The length is the only right one; the way is one of those that have it.
  accepts({ ask, rows }, answer) {
    const instance = gridInstance(rows);
    if (ask === "way") {
      return typeof answer === "object" && judgeGridPath(instance, { moves: answer }).optimal;
    }
    const path = solveGridPath(instance);
    return path.status === "exact" && path.value.length.straight === answer;
  },
  draw: ({ rows }, wording) => drawRows(rows, wording),
  names: ({ rows }) => lettersOf(rows),
  scene: ({ rows }) => rows,
};

const MOVE_OF: Readonly<Record<string, string>> = {
  north: "up",
  east: "right",
  south: "down",
  west: "left",
};

/** A way as moves. */
export function movesOf(cells: Parameters<typeof describeGridPath>[0]): readonly string[] {
  return describeGridPath(cells, "north").moves.map((move) => MOVE_OF[move]!);
}
