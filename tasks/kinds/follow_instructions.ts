import * as schema from "../../geometry/schema.ts";
import { exact, impossible } from "../../solvers/outcome.ts";
import { followGridMoves } from "../../solvers/path/grid/follow_grid_moves.ts";
import { readLabel } from "../../text/replies/labels.ts";
import {
  cellOf,
  drawRows,
  gridMoves,
  LANDMARK_ROWS,
  landmarksOf,
  lettersOf,
} from "../grids/grid_question.ts";
import { LANDMARKS } from "../grids/landmarks.ts";
import { MOVES } from "../grids/route_columns.ts";
import type { Kind } from "../kind.ts";

/** Turns as instances name them, in quarters to the right. */
export const TURNS = ["none", "right", "around", "left"] as const;

/** A turn, then steps straight ahead. */
type Leg = readonly [turn: (typeof TURNS)[number], steps: number];

/** A grid with a start and landmarks, which way one faces, and what one does. */
export interface InstructionsQuestion {
  /** Rows of `.`, `#`, one S and letters of landmarks. */
  readonly rows: readonly string[];
  readonly facing: string;
  readonly legs: readonly Leg[];
}

/** The most steps of a leg in an instance. */
const STEP_LIMIT = 1000;

const LEG: schema.Schema<Leg> = schema.tuple("[turn, steps]", [
  schema.word(TURNS),
  schema.integer(1, STEP_LIMIT),
]);

/** At which landmark somebody ends who follows turns and steps. */
export const followInstructionsKind: Kind<InstructionsQuestion, string> = {
  name: "follow-instructions",
  schema: schema.object({
    ...{ rows: LANDMARK_ROWS, facing: schema.word(MOVES), legs: schema.list(LEG) },
  }),
  solve({ rows, facing, legs }) {
    const start = cellOf(rows, "S");
    const walked = followGridMoves({ ...gridMoves(rows), start }, movesOfLegs(facing, legs));
    if (walked.status !== "exact") return walked as typeof walked & { status: "impossible" };
    const [x, y] = walked.value.at(-1)!;
    const reached = Object.entries(landmarksOf(rows)).find(([, [u, v]]) => u === x && v === y);
    return reached === undefined ? impossible("the way ends at no landmark") : exact(reached[0]);
  },
  frame: () => "y-down",
  say: (answer) => answer,
  read: (words) => readLabel(words, LANDMARKS, { names: ["S"] }),
  answers: ({ rows }) => Object.keys(landmarksOf(rows)),
  draw: ({ rows }, wording) => drawRows(rows, wording),
  names: ({ rows }) => lettersOf(rows),
  scene: ({ rows }) => rows,
};

function movesOfLegs(facing: string, legs: readonly Leg[]): readonly string[] {
  let heading = MOVES.indexOf(facing);
  return legs.flatMap(([turn, steps]) => {
    heading = (heading + TURNS.indexOf(turn)) % MOVES.length;
    return Array.from({ length: steps }, () => MOVES[heading]!);
  });
}
