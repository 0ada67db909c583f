import { type RowMaker, rowTask } from "./row_task.ts";
import { gridAsk } from "./grids/grid_ask.ts";
import type { GridQuestion } from "./kinds/next_move.ts";
import { pathCountKind } from "./kinds/path_count.ts";
import { FORM_KNOBS } from "./loop/forms.ts";
import { END_KNOBS } from "./grids/grid_ends.ts";
import { GRID_KNOBS, OBSTACLE_KNOBS } from "./grids/grid_layout.ts";
import { GOAL, GridRows, START } from "./grids/grid_rows.ts";
import { gridParts } from "./grids/grid_parts.ts";
import { NumberForms } from "./_number_forms.ts";
import { obstacleEnds } from "./grids/obstacle_ends.ts";
import { boardSampler } from "./sampling/board_sampler.ts";
import type { KnobValues } from "./knobs.ts";
import type { Plan, Task } from "./task.ts";
import { choice, fill, object, type Text } from "../lines/template.ts";
import { COMMON_WORDS } from "../text/wordings/common.ts";
import { GRID_WORDS } from "../text/wordings/grid.ts";

const KNOBS = {
  ...OBSTACLE_KNOBS,
  least: END_KNOBS.least,
  most: END_KNOBS.most,
  detour: END_KNOBS.detour,
  fewest: { type: "integer", least: 1, most: 50, default: 2, doc: "the fewest shortest ways" },
  ways: { type: "integer", least: 1, most: 5000, default: 40, doc: "the most shortest ways" },
  ...GRID_KNOBS,
  ...FORM_KNOBS,
} as const;

type Values = KnobValues<typeof KNOBS>;

/** How many shortest ways lead from one cell of a grid to another. */
export const pathCount: Task = rowTask({
  name: "path-count",
  version: 3,
  summary: "How many shortest ways lead from one cell of a grid to another",
  kind: pathCountKind,
  knobs: KNOBS,
  profiles: { fair: {}, open: { blocked: 0 } },
  levels: {
    rises: "cells of the grid; shortest ways",
    easy: { width: 5, height: 5, least: 3, most: 6, ways: 4 },
    medium: { width: 7, height: 7, least: 6, most: 10, fewest: 5, ways: 15 },
    hard: { width: 10, height: 10, blocked: 15, least: 9, most: 16, fewest: 16, ways: 80 },
  },
  rows,
});

function rows(knobs: Values): RowMaker<GridQuestion, number | string> {
  if (knobs.fewest > knobs.ways) {
    throw new RangeError(
      `Cannot use knobs: fewest ${knobs.fewest} and ways ${knobs.ways}, fewest must not be greater`,
    );
  }
  const settings = { ...knobs, unique: false, gap: 0 };
  const ends = obstacleEnds(settings, { ways: { fewest: knobs.fewest, most: knobs.ways } });
  const cells = new GridRows(knobs, 0);
  const forms = new NumberForms({ ...knobs, most: knobs.ways, scale: 0 }, cells.width);
  const phrase = cells.width + forms.width;
  const words = GRID_WORDS[knobs.wording];
  const slots: Record<string, Text> = { grid: cells.drawing() };
  const asked = forms.parts({
    given: fill(knobs.given === "text" ? words.given : words.shown, slots),
    question: choice(phrase, words.count),
    claim: (claim) => fill(words.countClaim, { ...slots, claim }),
    words: COMMON_WORDS[knobs.wording],
  });

  const plan: Plan = {
    width: phrase + 1,
    sample(chance, rows, at) {
      rows[at + phrase] = chance.below(words.count.length);
      ends.draw(chance);
      ends.writeCells(rows, at, cells);
      cells.markEnds(rows, at, ends.source, ends.target);
      rows[at + forms.answer] = ends.ways;
    },
    ...forms.completion(),
    ...boardSampler(ends, cells, {
      width: phrase + 1,
      questions: words.count.length,
      question: phrase,
      answer: forms.answer,
      asked: "ways",
      marks: [START, GOAL],
    }),
    marks: cells.letterMarks(2, knobs.wording),
    parts: gridParts(asked, { words, slots, instance: object({ rows: cells.shape() }) }),
  };
  const given = knobs.given === "text" ? words.given : words.shown;
  const ask = gridAsk({ given, questions: words.count, claim: words.countClaim });
  return { plan, phrase, ask, offers: forms.offers() };
}
