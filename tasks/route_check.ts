import { type RowMaker, rowTask } from "./row_task.ts";
import { gridAsk } from "./grids/grid_ask.ts";
import { sayMoves } from "./grids/grid_question.ts";
import { routeCheckKind, type RouteQuestion } from "./kinds/route_check.ts";
import { StepGrid } from "../solvers/path/grid/step_grid.ts";
import { FORM_KNOBS, Forms } from "./loop/forms.ts";
import { END_KNOBS } from "./grids/grid_ends.ts";
import { GRID_KNOBS, OBSTACLE_KNOBS } from "./grids/grid_layout.ts";
import { GridRoutes } from "./grids/grid_routes.ts";
import { GridRows } from "./grids/grid_rows.ts";
import { gridParts } from "./grids/grid_parts.ts";
import { obstacleEnds } from "./grids/obstacle_ends.ts";
import { ROUTE_VERDICTS, type RouteVerdict } from "./_route_verdicts.ts";
import { RouteColumns } from "./grids/route_columns.ts";
import type { KnobValues } from "./knobs.ts";
import type { Plan, Task } from "./task.ts";
import { choice, fill, object, type Text } from "../lines/template.ts";
import { COMMON_WORDS } from "../text/wordings/common.ts";
import { GRID_WORDS } from "../text/wordings/grid.ts";

const KNOBS = {
  ...OBSTACLE_KNOBS,
  least: END_KNOBS.least,
  most: { ...END_KNOBS.most, most: 40, default: 8 },
  detour: END_KNOBS.detour,
  ...GRID_KNOBS,
  ...FORM_KNOBS,
  options: { ...FORM_KNOBS.options, default: 3 },
} as const;

type Values = KnobValues<typeof KNOBS>;

/** Whether given moves are a shortest way from one cell of a grid to another, a longer one or none. */
export const routeCheck: Task = rowTask({
  name: "route-check",
  version: 4,
  summary: "Whether a route through a grid is a shortest way, a longer one, or none",
  kind: routeCheckKind,
  knobs: KNOBS,
  profiles: { fair: {}, winding: { blocked: 35, detour: 50 } },
  levels: {
    rises: "cells of the grid; steps of the shortest way",
    easy: { width: 5, height: 5, blocked: 15, least: 3, most: 5 },
    medium: { width: 7, height: 7, least: 6, most: 10 },
    hard: { width: 10, height: 10, blocked: 30, least: 11, most: 20 },
  },
  rows,
});

function rows(knobs: Values): RowMaker<RouteQuestion, RouteVerdict> {
  const grid = new StepGrid(knobs.width, knobs.height);
  const settings = { ...knobs, unique: false, gap: 0 };
  const ends = obstacleEnds(settings);
  const cells = new GridRows(knobs, 0);
  const forms = new Forms({ ...knobs, answers: 3 }, cells.width);
  // A detour is at most as long again as the way.
  const route = new RouteColumns(2 * knobs.most, cells.width + forms.width);
  const phrase = cells.width + forms.width + route.width;
  const routes = new GridRoutes(grid, ends, route);
  const words = GRID_WORDS[knobs.wording];
  const slots: Record<string, Text> = { grid: cells.drawing(), route: route.text(words.moves) };
  const asked = forms.parts({
    given: fill(knobs.given === "text" ? words.given : words.shown, slots),
    question: choice(phrase, words.check.map((q) => fill(q, slots))),
    claim: (claim) => fill(words.checkClaim, { ...slots, claim }),
    answers: words.checks,
    words: COMMON_WORDS[knobs.wording],
  });

  const plan: Plan = {
    width: phrase + 1,
    sample(chance, rows, at) {
      rows[at + phrase] = chance.below(words.check.length);
      const target = chance.below(3);
      routes.draw(ROUTE_VERDICTS[target]!, chance, rows, at);
      ends.writeCells(rows, at, cells);
      cells.markEnds(rows, at, ends.source, ends.target);
      rows[at + forms.answer] = target;
    },
    ...forms.completion(),
    marks: cells.letterMarks(2, knobs.wording),
    parts: gridParts(asked, {
      words,
      slots,
      instance: object({ rows: cells.shape(), moves: route.shape() }),
    }),
  };
  const ask = gridAsk<RouteQuestion>({
    given: knobs.given === "text" ? words.given : words.shown,
    questions: words.check,
    claim: words.checkClaim,
    places: { route: ({ moves }) => sayMoves(moves, knobs.wording) },
  });
  return { plan, phrase, ask };
}
