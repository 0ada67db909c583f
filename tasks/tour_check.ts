import { rowTask } from "./row_task.ts";
import { tourCheckKind } from "./kinds/tours.ts";
import type { Chance } from "./chance.ts";
import { commas } from "./_commas.ts";
import { pointMarks } from "./points/draw_points.ts";
import { FORM_KNOBS, Forms } from "./loop/forms.ts";
import { scattered } from "./sampling/scatter_sampler.ts";
import type { KnobValues } from "./knobs.ts";
import { POINT_KNOBS } from "./points/point_knobs.ts";
import { Points } from "./points/points.ts";
import type { Plan, Task } from "./task.ts";
import { choice, fill, object, type Text, text } from "../lines/template.ts";
import { TOUR_KNOBS } from "./_tour_knobs.ts";
import { requireRoom, TourSolver } from "./_tour_solver.ts";
import { COMMON_WORDS } from "../text/wordings/common.ts";
import { TOUR_WORDS, type TourKind } from "../text/wordings/tour.ts";
import { TOUR_CHECK_WORDS } from "../text/wordings/tour_check.ts";

const KNOBS = {
  ...POINT_KNOBS,
  distractors: { ...POINT_KNOBS.distractors, default: 0 },
  ...FORM_KNOBS,
  options: { ...FORM_KNOBS.options, most: 2, default: 2 },
  objects: { type: "integer", least: 4, most: 9, default: 6, doc: "points that are visited" },
  tour: { ...TOUR_KNOBS.tour, default: "closed" },
  margin: {
    type: "integer",
    least: 0,
    most: 100,
    default: 10,
    doc: "by how much every tour is longer than the shortest at least, in the last digit shown",
  },
} as const;

type Values = KnobValues<typeof KNOBS>;

const LONGER = 1;

/** Whether a tour through points is the shortest. */
export const tourCheck: Task = rowTask({
  name: "tour-check",
  version: 3,
  summary: "Whether a given tour is the shortest through its points",
  kind: tourCheckKind,
  knobs: KNOBS,
  profiles: { fair: {} },
  levels: {
    rises: "points visited; how close other tours come",
    easy: { objects: 4, margin: 60 },
    medium: { objects: 6, margin: 20 },
    hard: { objects: 9, margin: 2 },
  },
  plan,
});

function plan(knobs: Values): Plan {
  const { objects, tour, margin } = knobs;
  requireRoom(knobs);
  const points = new Points(knobs, 0);
  const order = points.width;
  const forms = new Forms({ ...knobs, answers: 2 }, order + objects);
  const phrase = order + objects + forms.width;
  const width = phrase + 1;
  const told = new Int32Array(objects);
  const solver = new TourSolver(knobs, points.column(0));
  const words = TOUR_CHECK_WORDS[knobs.wording];
  const common = COMMON_WORDS[knobs.wording];
  const names = Array.from({ length: objects }, (_, i) => choice(order + i, points.names));
  const slots: Record<string, Text> = {
    a: names[0]!,
    of: commas(names.slice(1)),
    all: commas(names),
    points: points.listed(),
    yAxis: common.yAxis[knobs.frame === "y-up" ? 0 : 1],
  };
  const { given, shown } = TOUR_WORDS[knobs.wording];
  const walk = fill(words.tour[tour], slots);
  const among = fill(words.among[tour], slots);
  return {
    width,
    ...scattered(points, width),
    settle(rows, count, kept) {
      solver.settle(rows, count, kept, { width, gap: margin, column: order });
    },
    complete(chance, rows, at) {
      const answer = chance.below(2);
      rows[at + forms.answer] = answer;
      rows[at + phrase] = chance.below(words.check.length);
      for (let i = 0; i < objects; i++) told[i] = rows[at + order + i]!;
      if (answer === LONGER) spoil(chance, told, tour);
      turn(chance, told, tour);
      for (let i = 0; i < objects; i++) {
        rows[at + order + i] = rows[at + points.column(told[i]!)]!;
      }
      forms.draw(chance, rows, at);
    },
    marks: pointMarks(points, knobs),
    parts: {
      ...forms.parts({
        given: fill(knobs.given === "text" ? given : shown, slots),
        question: [walk, choice(phrase, words.check.map((q) => fill(q, { among })))],
        claim: (claim) => fill(words.claim, { tour: walk, among, claim }),
        answers: words.answers,
        words: common,
      }),
      frame: knobs.frame,
      margin: margin / 10 ** knobs.decimals,
      unit: "unit",
      instance: object({
        frame: knobs.frame,
        points: points.shape(),
        tour,
        order: names.map((name) => text(name)),
      }),
      alt: points.listed(),
    },
  };
}

/** Turns a stretch of the only shortest tour round, so that it is another tour, and so longer. */
function spoil(chance: Chance, order: Int32Array, tour: TourKind): void {
  const first = tour === "open-free" ? 0 : 1;
  const size = order.length - first;
  // All of it turned round is the same tour but where the start is fixed.
  const whole = tour !== "open-fixed";
  for (;;) {
    const i = first + chance.below(size), j = first + chance.below(size);
    if (i >= j || (whole && j - i === size - 1)) continue;
    return reverse(order, i, j);
  }
}

/** Tells the same tour from another point or the other way round, where it may be. */
function turn(chance: Chance, order: Int32Array, tour: TourKind): void {
  if (tour === "open-fixed") return;
  const last = order.length - 1;
  if (chance.below(2) === 1) reverse(order, 0, last);
  if (tour === "open-free") return;
  const shift = chance.below(order.length);
  // Both parts turned round, then the whole, are the parts in the other order.
  reverse(order, 0, shift - 1);
  reverse(order, shift, last);
  reverse(order, 0, last);
}

/** Turns the stretch from i to j round. */
function reverse(order: Int32Array, i: number, j: number): void {
  for (; i < j; i++, j--) {
    const other = order[i]!;
    order[i] = order[j]!;
    order[j] = other;
  }
}
