import { rowTask } from "./row_task.ts";
import { tourLegKind } from "./kinds/tours.ts";
import type { Chance } from "./chance.ts";
import { pointMarks } from "./points/draw_points.ts";
import { openParts } from "./loop/forms.ts";
import { scattered } from "./sampling/scatter_sampler.ts";
import type { KnobValues } from "./knobs.ts";
import { POINT_KNOBS } from "./points/point_knobs.ts";
import { Points } from "./points/points.ts";
import type { Plan, Task } from "./task.ts";
import { choice, fill, object, type Text, text } from "../lines/template.ts";
import { requireRoom, TourSolver } from "./_tour_solver.ts";
import { COMMON_WORDS } from "../text/wordings/common.ts";
import { TOUR_WORDS } from "../text/wordings/tour.ts";
import { TOUR_CHECK_WORDS } from "../text/wordings/tour_check.ts";

const KNOBS = {
  ...POINT_KNOBS,
  distractors: { ...POINT_KNOBS.distractors, default: 0 },
  objects: { type: "integer", least: 4, most: 9, default: 6, doc: "points that are visited" },
  margin: {
    type: "integer",
    least: 0,
    most: 100,
    default: 1,
    doc: "by how much every other tour is longer at least, in the last digit shown",
  },
} as const;

type Values = KnobValues<typeof KNOBS>;

/** Which leg of the shortest tour is missing, the others being told. */
export const tourLeg: Task = rowTask({
  name: "tour-leg",
  version: 1,
  summary: "Which leg of the shortest closed tour is missing",
  kind: tourLegKind,
  knobs: KNOBS,
  profiles: { fair: {} },
  levels: {
    rises: "points visited; how close the second tour comes",
    easy: { objects: 4, margin: 40 },
    medium: { objects: 6, margin: 10 },
    hard: { objects: 9, margin: 1 },
  },
  plan,
});

function plan(knobs: Values): Plan {
  const { objects, margin } = knobs;
  requireRoom(knobs);
  const points = new Points(knobs, 0);
  const legs = points.width;
  const answer = legs + 2 * objects - 2;
  const phrase = answer + 2;
  const width = phrase + 1;
  const order = new Int32Array(objects);
  const legColumns = new LegColumns(objects, { legs, answer });
  const solver = new TourSolver({ objects, tour: "closed" }, points.column(0));
  const words = TOUR_CHECK_WORDS[knobs.wording];
  const common = COMMON_WORDS[knobs.wording];
  const named = (column: number) => choice(column, points.names);
  const pair = (column: number) => {
    return fill(words.pair, { a: named(column), b: named(column + 1) });
  };
  const columns = Array.from({ length: objects - 1 }, (_, i) => legs + 2 * i);
  const slots: Record<string, Text> = {
    of: points.listedNames(0, objects),
    legs: columns.flatMap((column, i) => i === 0 ? [pair(column)] : ["; ", pair(column)]),
    points: points.listed(),
    yAxis: common.yAxis[knobs.frame === "y-up" ? 0 : 1],
  };
  const { given, shown } = TOUR_WORDS[knobs.wording];
  const question = choice(phrase, words.leg.map((q) => fill(q, slots)));
  return {
    width,
    ...scattered(points, width),
    settle(rows, count, kept) {
      solver.settle(rows, count, kept, { width, gap: margin, column: legs });
    },
    complete(chance, rows, at) {
      for (let i = 0; i < objects; i++) {
        order[i] = rows[at + points.column(rows[at + legs + i]!)]!;
      }
      rows[at + phrase] = chance.below(words.leg.length);
      legColumns.write(chance, order, rows, at);
    },
    marks: pointMarks(points, knobs),
    parts: {
      ...openParts(
        [fill(knobs.given === "text" ? given : shown, slots), question],
        pair(answer),
      ),
      frame: knobs.frame,
      margin: margin / 10 ** knobs.decimals,
      unit: "unit",
      instance: object({
        frame: knobs.frame,
        points: points.shape(),
        legs: columns.map((column) => [text(named(column)), text(named(column + 1))]),
      }),
      alt: points.listed(),
    },
  };
}

/** Writes the legs of a tour in any order, each either way round, and the one left out. */
class LegColumns {
  readonly #legs: number;
  readonly #answer: number;
  /** The legs, those not written yet behind the others. */
  readonly #left: Int32Array;

  /**
   * @param legs the column of the first leg
   * @param answer that of the one left out
   */
  constructor(
    objects: number,
    { legs, answer }: { readonly legs: number; readonly answer: number },
  ) {
    this.#legs = legs;
    this.#answer = answer;
    this.#left = new Int32Array(objects);
  }

  write(chance: Chance, order: Int32Array, rows: Int32Array, at: number): void {
    const left = this.#left;
    const n = left.length;
    for (let i = 0; i < n; i++) left[i] = i;
    for (let i = 0; i < n; i++) {
      const pick = i + chance.below(n - i);
      const leg = left[pick]!;
      left[pick] = left[i]!;
      const to = at + (i === n - 1 ? this.#answer : this.#legs + 2 * i);
      const flip = chance.below(2);
      rows[to + flip] = order[leg]!;
      rows[to + 1 - flip] = order[leg + 1 === n ? 0 : leg + 1]!;
    }
  }
}
