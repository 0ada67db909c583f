import { describeGridPath } from "../../solvers/path/grid/describe_grid_path.ts";
import { judgeGridPath } from "../../solvers/path/grid/judge_grid_path.ts";
import { solveGridPath } from "../../solvers/path/grid/solve_grid_path.ts";
import { exact, type Outcome } from "../../solvers/outcome.ts";
import { FORM_KNOBS, openParts } from "../loop/forms.ts";
import { END_KNOBS, type EndSettings, type GridEnds } from "./grid_ends.ts";
import { GRID_KNOBS } from "./grid_layout.ts";
import { drawGrid } from "./draw_grid.ts";
import { GOAL, GridRows, START } from "./grid_rows.ts";
import { type MarkedGrid, readMarkedGrid } from "./read_grid.ts";
import { readFields, readWord } from "../_instance.ts";
import { isAnswer } from "../_is_answer.ts";
import { gridParts } from "./marked_grid.ts";
import { NumberForms } from "../_number_forms.ts";
import { readMoves } from "../../text/replies/moves.ts";
import { readNumber } from "../../text/replies/numbers.ts";
import { RouteColumns } from "./route_columns.ts";
import { boardSampler } from "../sampling/board_sampler.ts";
import type { KnobValues, WordKnob } from "../knobs.ts";
import type { Form, Plan, Task } from "../task.ts";
import { choice, fill, type JsonValue, object, type Text } from "../../lines/template.ts";
import { COMMON_WORDS } from "../../text/wordings/common.ts";
import { GRID_WORDS } from "../../text/wordings/grid.ts";

const ASKED = ["length", "way"] as const;

/** The knobs of both tasks about shortest ways in grids. */
export const LENGTH_KNOBS: typeof END_KNOBS & typeof GRID_KNOBS & typeof FORM_KNOBS & {
  readonly ask: WordKnob<"length" | "way">;
} = {
  ...END_KNOBS,
  ...GRID_KNOBS,
  ...FORM_KNOBS,
  ask: {
    type: "word",
    of: ASKED,
    default: "length",
    doc: "whether the number of steps is asked for, or a way as moves",
  },
};

/** The values the shared part of both tasks needs. */
export interface LengthValues extends EndSettings {
  readonly ask: "length" | "way";
  readonly given: "text" | "picture";
  readonly wording: "en" | "de";
  readonly form: Form;
  readonly options: number;
}

/** What both tasks do with an instance. */
export const lengthAnswers: Pick<Task, "solve" | "parse" | "accepts" | "draw"> = {
  solve(instance) {
    const { ask, grid } = readInstance(instance);
    return ask === "length" ? solveLength(grid) : solveWay(grid);
  },
  parse(words, knobs) {
    const { ask } = knobs as KnobValues<typeof LENGTH_KNOBS>;
    if (ask === "way") return readMoves(words);
    const number = readNumber(words, { isCount: true });
    return number === null ? null : Number(number);
  },
  accepts(instance, answer) {
    const { ask, grid } = readInstance(instance);
    if (ask === "length") return isAnswer(solveLength(grid), answer);
    return Array.isArray(answer) &&
      judgeGridPath(query(grid), { moves: answer.map(String) }).optimal;
  },
  draw(instance, alt) {
    return drawGrid(readInstance(instance).grid.rows, { alt });
  },
};

function query({ map, start, goal }: MarkedGrid) {
  return { map, start, goal, neighbours: 4 } as const;
}

function solveLength(grid: MarkedGrid): Outcome<JsonValue> {
  const path = solveGridPath(query(grid));
  return path.status === "exact" ? exact(path.value.length.straight) : path as Outcome<never>;
}

/** The length is the only right one; the way is one of those that have it. */
function solveWay(grid: MarkedGrid): Outcome<JsonValue> {
  const path = solveGridPath(query(grid));
  if (path.status !== "exact") return path as Outcome<never>;
  const { length, cells } = path.value;
  const way = describeGridPath(cells, "north").moves.map((move) => MOVE_OF[move]!);
  return exact({ length: length.straight, way });
}

const MOVE_OF: Readonly<Record<string, string>> = {
  north: "up",
  east: "right",
  south: "down",
  west: "left",
};

function readInstance(instance: unknown): { ask: "length" | "way"; grid: MarkedGrid } {
  const fields = readFields(instance, ["ask", "rows"]);
  return { ask: readWord(fields.ask, "ask", ASKED), grid: readMarkedGrid(fields.rows) };
}

/** Makes the plan of either task on grids of one size, drawn with their ends. */
export function planLength(
  knobs: LengthValues,
  ends: GridEnds,
  size: { readonly width: number; readonly height: number },
): Plan {
  const isWay = knobs.ask === "way";
  if (isWay && knobs.form !== "open") {
    throw new RangeError(`Cannot ask for a way by form ${knobs.form}, must be open`);
  }
  const cells = new GridRows(size, 0);
  const forms = new NumberForms({ ...knobs, scale: 0 }, cells.width);
  const route = new RouteColumns(isWay ? knobs.most : 0, cells.width + forms.width);
  const phrase = cells.width + forms.width + route.width;
  const words = GRID_WORDS[knobs.wording];
  const wordings = isWay ? words.way : words.length;

  const slots: Record<string, Text> = { grid: cells.drawing() };
  const given = fill(knobs.given === "text" ? words.given : words.shown, slots);
  const question = choice(phrase, wordings);
  const asked = isWay ? openParts([given, question], route.text(words.moves)) : forms.parts({
    given,
    question,
    claim: (claim: Text) => fill(words.lengthClaim, { claim }),
    words: COMMON_WORDS[knobs.wording],
  });

  return {
    width: phrase + 1,
    sample(chance, rows, at) {
      rows[at + phrase] = chance.below(wordings.length);
      ends.draw(chance);
      ends.writeCells(rows, at, cells);
      cells.markEnds(rows, at, ends.source, ends.target);
      rows[at + forms.answer] = ends.steps;
      route.setCount(rows, at, ends.steps);
      if (isWay) ends.writeWay(chance, rows, at + route.column(ends.steps));
    },
    ...forms.completion(),
    ...boardSampler(ends, cells, {
      width: phrase + 1,
      questions: wordings.length,
      question: phrase,
      answer: forms.answer,
      asked: "steps",
      marks: [START, GOAL],
      route: { column: route.column(-1), isWay },
    }),
    marks: cells.letterMarks(2, knobs.wording),
    parts: gridParts(asked, {
      words,
      slots,
      instance: object({ ask: knobs.ask, rows: cells.shape() }),
    }),
  };
}
