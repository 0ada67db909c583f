import type { GridPathQuestion } from "../kinds/grid_path.ts";
import type { RowMaker } from "../row_task.ts";
import { gridAsk } from "./grid_ask.ts";
import { FORM_KNOBS, openParts } from "../loop/forms.ts";
import { END_KNOBS, type EndSettings, type GridEnds } from "./grid_ends.ts";
import { GRID_KNOBS } from "./grid_layout.ts";
import { GOAL, GridRows, START } from "./grid_rows.ts";
import { gridParts } from "./grid_parts.ts";
import { NumberForms } from "../_number_forms.ts";
import { RouteColumns } from "./route_columns.ts";
import { boardSampler } from "../sampling/board_sampler.ts";
import type { WordKnob } from "../knobs.ts";
import type { Form, Plan } from "../task.ts";
import { choice, fill, object, type Text } from "../../lines/template.ts";
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

/** Makes either task ready on grids of one size, drawn with their ends. */
export function planLength(
  knobs: LengthValues,
  ends: GridEnds,
  size: { readonly width: number; readonly height: number },
): RowMaker<GridPathQuestion, number | readonly string[]> {
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

  const plan: Plan = {
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
  const ask = gridAsk({
    given: knobs.given === "text" ? words.given : words.shown,
    questions: wordings,
    claim: words.lengthClaim,
  });
  return {
    ...{ plan, phrase, ask },
    ...(isWay ? { shown: (row) => route.moves(row) } : { offers: forms.offers() }),
  };
}
