import { rowTask } from "./row_task.ts";
import { distanceKind } from "./kinds/distance.ts";
import { pointMarks } from "./points/draw_points.ts";
import { FORM_KNOBS } from "./loop/forms.ts";
import { roundedHypotenuse } from "./points/hypotenuse.ts";
import type { KnobValues } from "./knobs.ts";
import { NumberForms } from "./_number_forms.ts";
import { POINT_KNOBS } from "./points/point_knobs.ts";
import { Points } from "./points/points.ts";
import { pointSampler } from "./sampling/point_sampler.ts";
import type { Plan, Task } from "./task.ts";
import { choice, fill, object, type Text, text } from "../lines/template.ts";
import { COMMON_WORDS } from "../text/wordings/common.ts";
import { REGION_WORDS } from "../text/wordings/region.ts";
import { DISTANCE_WORDS } from "../text/wordings/distance.ts";

const KNOBS = {
  ...POINT_KNOBS,
  ...FORM_KNOBS,
  places: {
    type: "integer",
    least: 0,
    most: 3,
    default: 2,
    doc: "to how many decimals the answer is rounded, at least as many as coordinates have",
  },
} as const;

type Values = KnobValues<typeof KNOBS>;

/** How far apart two points are. */
export const distance: Task = rowTask({
  name: "distance",
  version: 2,
  summary: "How far two points are apart, as a rounded number",
  kind: distanceKind,
  knobs: KNOBS,
  profiles: {
    fair: {},
    sparkle: { border: 5, spacing: 30, decimals: 2, names: "sparkle", places: 2 },
  },
  levels: {
    rises: "points shown; digits of coordinates and answer",
    easy: { distractors: 0, lattice: 20, places: 0 },
    medium: { distractors: 1, lattice: 200, places: 1 },
    hard: { distractors: 4, places: 2 },
  },
  plan,
});

function plan(knobs: Values): Plan {
  const { decimals, places, lattice } = knobs;
  if (places < decimals) {
    throw new RangeError(
      `Cannot round distances to ${places} decimals of coordinates with ${decimals}, must be as many`,
    );
  }
  const points = new Points({ ...knobs, objects: 2 }, 0);
  const unit = 10 ** (places - decimals);
  const most = Math.ceil(unit * lattice * Math.SQRT2);
  const forms = new NumberForms({ ...knobs, most, scale: places }, points.width);
  const phrase = points.width + forms.width;
  const words = DISTANCE_WORDS[knobs.wording];
  // A distance can be measured in a picture only if it shows the frame of the map.
  const isMeasured = knobs.given === "picture";
  const given = isMeasured ? REGION_WORDS[knobs.wording].measured : words.given;
  const common = COMMON_WORDS[knobs.wording];
  const x = points.column(0) + 1;
  const slots: Record<string, Text> = {
    a: points.name(0),
    b: points.name(1),
    points: points.listed(),
    most: points.side(),
    places: words.places[places]!,
    yAxis: common.yAxis[knobs.frame === "y-up" ? 0 : 1],
  };

  return {
    width: phrase + 1,
    sample(chance, rows, at) {
      rows[at + phrase] = points.drawNames(chance, rows, at, words.measure.length);
      points.drawPlaces(chance, rows, at);
      const dx = rows[at + x + 3]! - rows[at + x]!, dy = rows[at + x + 4]! - rows[at + x + 1]!;
      rows[at + forms.answer] = roundedHypotenuse(unit * dx, unit * dy);
    },
    marks: pointMarks(points, isMeasured ? { ...knobs, most: lattice } : knobs),
    ...forms.completion(),
    ...pointSampler({
      kernel: "distance",
      points,
      questions: words.measure.length,
      targets: 1,
      width: phrase + 1,
      question: phrase,
      answer: forms.answer,
      margin: 0,
      own: () => ({ places: [], integers: [], doubles: [unit] }),
    }),
    parts: {
      ...forms.parts({
        given: fill(given, slots),
        question: choice(phrase, words.measure.map((q) => fill(q, slots))),
        claim: (claim) => fill(words.measureClaim, { ...slots, claim }),
        words: common,
      }),
      frame: knobs.frame,
      margin: null,
      unit: null,
      instance: object({
        frame: knobs.frame,
        points: points.shape(),
        from: text(points.name(0)),
        to: text(points.name(1)),
        places,
        ...(isMeasured ? { side: decimals === 0 ? lattice : points.side() } : {}),
      }),
      alt: points.listed(),
    },
  };
}
