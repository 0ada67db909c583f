import { rowTask } from "./row_task.ts";
import { positionKind } from "./kinds/position.ts";
import { PATIENCE } from "./patience.ts";
import type { Chance } from "./chance.ts";
import { pointMarks } from "./points/draw_points.ts";
import { FORM_KNOBS, Forms } from "./loop/forms.ts";
import type { KnobValues } from "./knobs.ts";
import { POINT_KNOBS } from "./points/point_knobs.ts";
import { Points } from "./points/points.ts";
import { pointSampler } from "./sampling/point_sampler.ts";
import type { Plan, Task } from "./task.ts";
import { choice, fill, object, type Text, text } from "../lines/template.ts";
import { COMMON_WORDS } from "../text/wordings/common.ts";
import { REGION_WORDS } from "../text/wordings/region.ts";

const KNOBS = { ...POINT_KNOBS, ...FORM_KNOBS } as const;

type Values = KnobValues<typeof KNOBS>;

/** Which coordinates a point has. */
export const position: Task = rowTask({
  name: "position",
  version: 3,
  summary: "Which coordinates a point of a map has",
  kind: positionKind,
  knobs: KNOBS,
  profiles: {
    fair: {},
    sparkle: { border: 5, spacing: 30, decimals: 2, names: "sparkle", wording: "en-sparkle" },
  },
  levels: {
    rises: "points shown; digits of coordinates",
    easy: { distractors: 0, lattice: 9 },
    medium: { distractors: 2, lattice: 99 },
    hard: { distractors: 6, lattice: 999 },
  },
  plan,
});

/** How many wrong options there are beside the answer. */
function wrongOptions({ form, options }: Values): number {
  return form === "open" ? 0 : form === "choice" ? Math.min(options, 10) - 1 : 1;
}

/** Draws wrong places that keep away from the right one: that is the first of them. */
function drawWrong(
  [right, places]: readonly [Points, Points],
  chance: Chance,
  rows: Int32Array,
  at: number,
): void {
  const [from, to] = [at + right.column(0) + 1, at + places.column(0) + 1];
  rows[to] = rows[from]!;
  rows[to + 1] = rows[from + 1]!;
  for (let tries = 0; !places.tryPlaces(chance, rows, at, 1); tries++) {
    if (tries === PATIENCE.instances) throw places.noRoom();
  }
}

function plan(knobs: Values): Plan {
  const points = new Points({ ...knobs, objects: 1 }, 0);
  const wrong = wrongOptions(knobs);
  // The options that are wrong: places as far apart as points, whose names are not used.
  const others = new Points(
    { ...knobs, objects: wrong + 1, distractors: 0, names: "labels" },
    points.width,
  );
  const forms = new Forms({ ...knobs, answers: wrong + 1 }, points.width + others.width);
  const phrase = points.width + others.width + forms.width;
  const words = REGION_WORDS[knobs.wording];
  const slots: Record<string, Text> = {
    a: points.name(0),
    points: points.listed(),
    most: points.side(),
    yAxis: COMMON_WORDS[knobs.wording].yAxis[knobs.frame === "y-up" ? 0 : 1],
  };

  const answers = Array.from({ length: wrong + 1 }, (_, i) => {
    const of = i === 0 ? points : others;
    return fill(words.coordinates, { x: of.coordinate(i, 0), y: of.coordinate(i, 1) });
  });
  const complete: Plan["complete"] = (chance, rows, at) => {
    drawWrong([points, others], chance, rows, at);
    forms.draw(chance, rows, at);
  };
  return {
    width: phrase + 1,
    sample(chance, rows, at) {
      rows[at + phrase] = points.drawNames(chance, rows, at, words.place.length);
      points.drawPlaces(chance, rows, at);
      rows[at + forms.answer] = 0;
    },
    ...(wrong > 0 ? { complete } : {}),
    ...pointSampler({
      kernel: "points",
      points,
      questions: words.place.length,
      targets: 1,
      width: phrase + 1,
      question: phrase,
      answer: forms.answer,
      margin: 0,
    }),
    marks: pointMarks(points, { ...knobs, most: knobs.lattice }),
    parts: {
      ...forms.parts({
        given: fill(knobs.given === "text" ? words.given : words.measured, slots),
        question: choice(phrase, words.place.map((q) => fill(q, slots))),
        claim: (claim) => fill(words.placeClaim, { ...slots, claim }),
        answers,
        words: COMMON_WORDS[knobs.wording],
      }),
      frame: knobs.frame,
      margin: null,
      unit: null,
      instance: object({
        frame: knobs.frame,
        points: points.shape(),
        of: text(points.name(0)),
        side: knobs.decimals === 0 ? knobs.lattice : points.side(),
      }),
      alt: points.listed(),
    },
  };
}
