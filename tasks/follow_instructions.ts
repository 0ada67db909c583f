import { type RowMaker, rowTask } from "./row_task.ts";
import { gridAsk } from "./grids/grid_ask.ts";
import {
  followInstructionsKind,
  type InstructionsQuestion,
  TURNS,
} from "./kinds/follow_instructions.ts";
import { StepGrid } from "../solvers/path/grid/step_grid.ts";
import { FORM_KNOBS, Forms } from "./loop/forms.ts";
import { GRID_KNOBS, OBSTACLE_KNOBS } from "./grids/grid_layout.ts";
import { GridRows, START } from "./grids/grid_rows.ts";
import { LANDMARK_MARKS, LANDMARKS, markOf } from "./grids/landmarks.ts";
import { LandmarkWalk } from "./grids/landmark_walk.ts";
import { gridParts } from "./grids/grid_parts.ts";
import { MOVES } from "./grids/route_columns.ts";
import type { KnobValues } from "./knobs.ts";
import type { Plan, Task } from "./task.ts";
import {
  choice,
  fill,
  integer,
  type LineShape,
  list,
  object,
  sequence,
  type Text,
  text,
} from "../lines/template.ts";
import { COMMON_WORDS } from "../text/wordings/common.ts";
import { GRID_WORDS, type GridWords } from "../text/wordings/grid.ts";

const KNOBS = {
  ...OBSTACLE_KNOBS,
  blocked: { ...OBSTACLE_KNOBS.blocked, default: 10 },
  legs: { type: "integer", least: 1, most: 8, default: 4, doc: "how many legs are walked" },
  landmarks: {
    type: "integer",
    least: 2,
    most: LANDMARKS.length,
    default: 5,
    doc: "how many landmarks there are, the one that is reached included",
  },
  ...GRID_KNOBS,
  ...FORM_KNOBS,
} as const;

type Values = KnobValues<typeof KNOBS>;

/** At which landmark somebody ends who follows turns and steps. */
export const followInstructions: Task = rowTask({
  name: "follow-instructions",
  version: 3,
  summary: "At which landmark turns and steps lead to",
  kind: followInstructionsKind,
  knobs: KNOBS,
  profiles: { fair: {}, long: { width: 10, height: 10, legs: 8, landmarks: 8 } },
  levels: {
    rises: "legs walked; landmarks; cells of the grid",
    easy: { width: 5, height: 5, legs: 2, landmarks: 3 },
    medium: { width: 7, height: 7, legs: 4, landmarks: 5 },
    hard: { width: 10, height: 10, legs: 8, landmarks: 8 },
  },
  rows,
});

function rows(knobs: Values): RowMaker<InstructionsQuestion, string> {
  const grid = new StepGrid(knobs.width, knobs.height);
  const cells = new GridRows(knobs, 0, LANDMARK_MARKS);
  const forms = new Forms({ ...knobs, answers: knobs.landmarks }, cells.width);
  const phrase = cells.width + forms.width;
  const facing = phrase + 1;
  const legs = facing + 1;
  const walk = new LandmarkWalk(knobs, grid, legs);
  const words = GRID_WORDS[knobs.wording];
  const longest = Math.max(knobs.width, knobs.height) - 1;
  const slots: Record<string, Text> = {
    grid: cells.drawing(),
    facing: choice(facing, words.facings),
    legs: legsText(words, legs, { count: knobs.legs, longest }),
  };
  const asked = forms.parts({
    given: fill(knobs.given === "text" ? words.marked : words.markedShown, slots),
    question: choice(phrase, words.follow.map((q) => fill(q, slots))),
    claim: (claim) => fill(words.followClaim, { ...slots, claim }),
    answers: LANDMARKS.slice(0, knobs.landmarks),
    words: COMMON_WORDS[knobs.wording],
  });

  const plan: Plan = {
    width: legs + 1 + 2 * knobs.legs,
    sample(chance, rows, at) {
      rows[at + phrase] = chance.below(words.follow.length);
      rows[at + facing] = chance.below(4);
      rows[at + forms.answer] = chance.below(knobs.landmarks);
      walk.draw(chance, rows, at, rows[at + facing]!);
      cells.writeCells(rows, at, grid);
      cells.mark(rows, at, grid.cellOf(walk.start), START);
      cells.mark(rows, at, grid.cellOf(walk.end), markOf(rows[at + forms.answer]!));
      walk.scatter(chance, rows, at, cells, rows[at + forms.answer]!);
    },
    ...forms.completion(),
    marks: cells.letterMarks(1 + knobs.landmarks, knobs.wording),
    parts: gridParts(asked, {
      words,
      slots,
      instance: object({
        rows: cells.shape(),
        facing: text(choice(facing, MOVES)),
        legs: legsShape(legs, { count: knobs.legs, longest }),
      }),
    }),
  };
  const ask = gridAsk<InstructionsQuestion>({
    given: knobs.given === "text" ? words.marked : words.markedShown,
    questions: words.follow,
    claim: words.followClaim,
    places: {
      facing: ({ facing }) => words.facings[MOVES.indexOf(facing)]!,
      legs: ({ legs }) => legs.map((leg) => legSaid(words, leg)).join(" "),
    },
  });
  // Options that are letters themselves are numbered, which depends on what is drawn.
  return { plan, phrase, ask, isFast: knobs.form !== "choice" };
}

function legSaid(words: GridWords, [turn, steps]: InstructionsQuestion["legs"][number]): string {
  const [one, more] = words.steps;
  const ahead = steps === 1 ? one : more.replace("{count}", String(steps));
  return `${words.turns[TURNS.indexOf(turn)]}${ahead}`;
}

interface LegRange {
  readonly count: number;
  readonly longest: number;
}

/** Behind the number of legs stand a turn and the steps of each. */
function legsText(words: GridWords, base: number, { count, longest }: LegRange): Text {
  const [one, more] = words.steps;
  const steps = Array.from(
    { length: longest + 1 },
    (_, n) => n === 1 ? one : fill(more, { count: String(n) }),
  );
  const legs = Array.from({ length: count }, (_, i): Text => [
    choice(base + 1 + 2 * i, words.turns),
    choice(base + 2 + 2 * i, steps),
  ]);
  return list(base, legs, " ");
}

function legsShape(base: number, { count, longest }: LegRange): LineShape {
  return sequence(
    base,
    Array.from({ length: count }, (_, i): LineShape => [
      text(choice(base + 1 + 2 * i, TURNS)),
      integer(base + 2 + 2 * i, 1, longest),
    ]),
  );
}
