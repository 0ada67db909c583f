import { type RowMaker, rowTask } from "./row_task.ts";
import { gridAsk } from "./grids/grid_ask.ts";
import { type GridQuestion, nextMoveKind } from "./kinds/next_move.ts";
import { FORM_KNOBS, Forms } from "./loop/forms.ts";
import { END_KNOBS } from "./grids/grid_ends.ts";
import { GRID_KNOBS, OBSTACLE_KNOBS } from "./grids/grid_layout.ts";
import { GOAL, GridRows, START } from "./grids/grid_rows.ts";
import { gridParts } from "./grids/grid_parts.ts";
import { obstacleEnds } from "./grids/obstacle_ends.ts";
import { boardSampler } from "./sampling/board_sampler.ts";
import type { KnobValues } from "./knobs.ts";
import type { Plan, Task } from "./task.ts";
import { choice, fill, object, type Text } from "../lines/template.ts";
import { COMMON_WORDS } from "../text/wordings/common.ts";
import { GRID_WORDS } from "../text/wordings/grid.ts";

const KNOBS = { ...OBSTACLE_KNOBS, ...END_KNOBS, ...GRID_KNOBS, ...FORM_KNOBS } as const;

type Values = KnobValues<typeof KNOBS>;

/** The first move of a shortest way; grids where several moves are right are left out. */
export const nextMove: Task = rowTask({
  name: "next-move",
  version: 3,
  summary: "Which move begins a shortest way through a grid",
  kind: nextMoveKind,
  knobs: KNOBS,
  profiles: { fair: {}, winding: { blocked: 35, detour: 50 } },
  levels: {
    rises: "cells of the grid; steps of the shortest way; its detour",
    easy: { width: 5, height: 5, blocked: 15, least: 2, most: 5 },
    medium: { width: 8, height: 8, least: 6, most: 14 },
    hard: { width: 12, height: 12, blocked: 35, least: 14, most: 50, detour: 25 },
  },
  rows,
});

function rows(knobs: Values): RowMaker<GridQuestion, string> {
  // The grid is spread from the goal, so that the moves towards it are known at the start.
  const ends = obstacleEnds(knobs);
  const cells = new GridRows(knobs, 0);
  const forms = new Forms({ ...knobs, answers: 4 }, cells.width);
  const phrase = cells.width + forms.width;
  const words = GRID_WORDS[knobs.wording];
  const slots: Record<string, Text> = { grid: cells.drawing() };
  const asked = forms.parts({
    given: fill(knobs.given === "text" ? words.given : words.shown, slots),
    question: choice(phrase, words.next),
    claim: (claim) => fill(words.nextClaim, { ...slots, claim }),
    answers: words.moves,
    words: COMMON_WORDS[knobs.wording],
  });

  const plan: Plan = {
    width: phrase + 1,
    sample(chance, rows, at) {
      rows[at + phrase] = chance.below(words.next.length);
      const move = chance.below(4);
      ends.draw(chance, move);
      ends.writeCells(rows, at, cells);
      cells.markEnds(rows, at, ends.target, ends.source);
      rows[at + forms.answer] = move;
    },
    ...forms.completion(),
    ...boardSampler(ends, cells, {
      width: phrase + 1,
      questions: words.next.length,
      question: phrase,
      answer: forms.answer,
      asked: "first move",
      marks: [GOAL, START],
    }),
    marks: cells.letterMarks(2, knobs.wording),
    parts: gridParts(asked, { words, slots, instance: object({ rows: cells.shape() }) }),
  };
  const given = knobs.given === "text" ? words.given : words.shown;
  const ask = gridAsk({ given, questions: words.next, claim: words.nextClaim });
  return { plan, phrase, ask };
}
