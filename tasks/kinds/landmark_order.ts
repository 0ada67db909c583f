import * as schema from "../../geometry/schema.ts";
import { exact, impossible } from "../../solvers/outcome.ts";
import { landmarksPassed } from "../../solvers/path/grid/describe_grid_path.ts";
import { followGridMoves } from "../../solvers/path/grid/follow_grid_moves.ts";
import { readLabels } from "../../text/replies/labels.ts";
import {
  cellOf,
  drawRows,
  gridMoves,
  LANDMARK_ROWS,
  landmarksOf,
  lettersOf,
  MOVE_LIST,
} from "../grids/grid_question.ts";
import { LANDMARKS } from "../grids/landmarks.ts";
import type { Kind } from "../kind.ts";
import type { RouteQuestion } from "./route_check.ts";

/** In which order moves through a grid pass its landmarks. */
export const landmarkOrderKind: Kind<RouteQuestion, string> = {
  name: "landmark-order",
  schema: schema.object({ rows: LANDMARK_ROWS, moves: MOVE_LIST }),
  solve({ rows, moves }) {
    const walked = followGridMoves({ ...gridMoves(rows), start: cellOf(rows, "S") }, moves);
    if (walked.status !== "exact") return walked as typeof walked & { status: "impossible" };
    const landmarks = landmarksOf(rows);
    const passed = landmarksPassed(walked.value, landmarks);
    if (passed.length === Object.keys(landmarks).length) return exact(passed.join(", "));
    return impossible("the way does not pass all landmarks");
  },
  frame: () => "y-down",
  say: (answer) => answer,
  read: (words) => readLabels(words, LANDMARKS, { names: ["S"] })?.join(", ") ?? null,
  answers: ({ rows }) => ordersOf(Object.keys(landmarksOf(rows)).length).map(orderName),
  draw: ({ rows }, wording) => drawRows(rows, wording),
  names: ({ rows }) => lettersOf(rows),
  scene: ({ rows }) => rows,
};

/** Every order of so many landmarks. */
export function ordersOf(count: number): number[][] {
  if (count === 0) return [[]];
  return ordersOf(count - 1).flatMap((order) =>
    Array.from({ length: count }, (_, i) => order.toSpliced(i, 0, count - 1))
  );
}

/** An order as an answer. */
export function orderName(order: readonly number[]): string {
  return order.map((i) => LANDMARKS[i]!).join(", ");
}
