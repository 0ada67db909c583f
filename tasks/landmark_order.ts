import { rowTask } from "./row_task.ts";
import { landmarkOrderKind, orderName, ordersOf } from "./kinds/landmark_order.ts";
import { FORM_KNOBS, Forms } from "./loop/forms.ts";
import { END_KNOBS } from "./grids/grid_ends.ts";
import { GRID_KNOBS, OBSTACLE_KNOBS } from "./grids/grid_layout.ts";
import { GridRows, START } from "./grids/grid_rows.ts";
import { LANDMARK_MARKS, markOf } from "./grids/landmarks.ts";
import { gridParts } from "./grids/grid_parts.ts";
import { obstacleEnds } from "./grids/obstacle_ends.ts";
import { RouteColumns } from "./grids/route_columns.ts";
import { boardSampler } from "./sampling/board_sampler.ts";
import type { KnobValues } from "./knobs.ts";
import type { Plan, Task } from "./task.ts";
import { choice, fill, object, type Text } from "../lines/template.ts";
import { COMMON_WORDS } from "../text/wordings/common.ts";
import { GRID_WORDS } from "../text/wordings/grid.ts";

const KNOBS = {
  ...OBSTACLE_KNOBS,
  least: { ...END_KNOBS.least, least: 4, default: 6 },
  most: { ...END_KNOBS.most, least: 4, most: 40 },
  landmarks: {
    type: "integer",
    least: 2,
    most: 4,
    default: 3,
    doc: "how many landmarks there are",
  },
  ...GRID_KNOBS,
  ...FORM_KNOBS,
} as const;

type Values = KnobValues<typeof KNOBS>;

/** In which order a route passes landmarks. */
export const landmarkOrder: Task = rowTask({
  name: "landmark-order",
  version: 4,
  summary: "In which order a route through a grid passes landmarks",
  kind: landmarkOrderKind,
  knobs: KNOBS,
  profiles: { fair: {}, long: { width: 10, height: 10, least: 12, most: 30, landmarks: 4 } },
  levels: {
    rises: "steps of the route; landmarks; cells of the grid",
    easy: { width: 5, height: 5, least: 4, most: 6, landmarks: 2 },
    medium: { width: 7, height: 7, least: 7, most: 12 },
    hard: { width: 10, height: 10, least: 14, most: 30, landmarks: 4 },
  },
  plan,
});

function plan(knobs: Values): Plan {
  if (knobs.least < knobs.landmarks) {
    throw new RangeError(
      `Cannot use knobs: least ${knobs.least} and landmarks ${knobs.landmarks}, ` +
        `the way must have a step for each`,
    );
  }
  const by = [-knobs.width, 1, knobs.width, -1];
  const settings = { ...knobs, detour: 0, unique: false, gap: 0 };
  const ends = obstacleEnds(settings);
  const orders = ordersOf(knobs.landmarks);
  const cells = new GridRows(knobs, 0, LANDMARK_MARKS);
  const forms = new Forms({ ...knobs, answers: orders.length }, cells.width);
  const route = new RouteColumns(knobs.most, cells.width + forms.width);
  const phrase = cells.width + forms.width + route.width;
  const words = GRID_WORDS[knobs.wording];
  const slots: Record<string, Text> = { grid: cells.drawing(), route: route.text(words.moves) };
  const asked = forms.parts({
    given: fill(knobs.given === "text" ? words.marked : words.markedShown, slots),
    question: choice(phrase, words.order.map((q) => fill(q, slots))),
    claim: (claim) => fill(words.orderClaim, { ...slots, claim }),
    answers: orders.map(orderName),
    words: COMMON_WORDS[knobs.wording],
  });

  return {
    width: phrase + 1,
    sample(chance, rows, at) {
      rows[at + phrase] = chance.below(words.order.length);
      ends.draw(chance);
      ends.writeCells(rows, at, cells);
      cells.mark(rows, at, ends.source, START);
      route.setCount(rows, at, ends.steps);
      ends.writeWay(chance, rows, at + route.column(ends.steps));
    },
    ...boardSampler(ends, cells, {
      width: phrase + 1,
      questions: words.order.length,
      question: phrase,
      answer: forms.answer,
      asked: "steps",
      marks: [START, 0],
      route: { column: route.column(-1), isWay: true },
    }),
    complete(chance, rows, at) {
      const steps = route.count(rows, at);
      const answer = chance.below(orders.length);
      rows[at + forms.answer] = answer;
      // Each cell of the way is taken with the chance that makes all choices equally likely.
      for (let i = 0, cell = cells.find(rows, at, START), placed = 0; i < steps; i++) {
        cell += by[rows[at + route.column(i)]!]!;
        if (chance.below(steps - i) >= knobs.landmarks - placed) continue;
        cells.mark(rows, at, cell, markOf(orders[answer]![placed++]!));
      }
      forms.draw(chance, rows, at);
    },
    marks: cells.letterMarks(1 + knobs.landmarks, knobs.wording),
    parts: gridParts(asked, {
      words,
      slots,
      instance: object({ rows: cells.shape(), moves: route.shape() }),
    }),
  };
}
