import { numberStyle } from "./_number_style.ts";
import { formatScaled } from "../geometry/decimal.ts";
import { exact, impossible, tie } from "../solvers/outcome.ts";
import { acceptsLength } from "./_accepts_length.ts";
import { drawPoints, pointMarks } from "./points/draw_points.ts";
import { FORM_KNOBS } from "./loop/forms.ts";
import { roundedHypotenuse } from "./points/hypotenuse.ts";
import {
  type NamedPoint,
  readCount,
  readFields,
  readPointName,
  readPoints,
  readScaled,
  readWord,
} from "./_instance.ts";
import type { KnobValues } from "./knobs.ts";
import { NumberForms } from "./_number_forms.ts";
import { POINT_KNOBS } from "./points/point_knobs.ts";
import { Points } from "./points/points.ts";
import { readNumber } from "../text/replies/numbers.ts";
import { roundedRoot } from "./_rounded_root.ts";
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
export const distance: Task = {
  name: "distance",
  version: 2,
  summary: "How far two points are apart, as a rounded number",
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
  solve(instance) {
    const { from, to, places, scale } = readInstance(instance);
    if (from.name === to.name) return impossible("a point has no distance to itself");
    // The points are integers at the common scale, so that the square is one too.
    const square = BigInt((to.x - from.x) ** 2) + BigInt((to.y - from.y) ** 2);
    const nearest = roundedRoot(square, places - scale).map((n) => formatScaled(n, places));
    return nearest.length > 1 ? tie(nearest) : exact(nearest[0]!);
  },
  parse(words, knobs, instance) {
    return readNumber(words, numberStyle(knobs, readInstance(instance).places));
  },
  accepts(instance, answer) {
    const { from, to, places, scale } = readInstance(instance);
    const square = BigInt((to.x - from.x) ** 2) + BigInt((to.y - from.y) ** 2);
    return acceptsLength(answer as string, { squares: [square], scale, places });
  },
  draw(instance, alt) {
    const { points, frame, side } = readInstance(instance);
    return drawPoints(points, {
      frame,
      alt,
      ...(side === null ? {} : { span: { least: 0, most: side } }),
    });
  },
};

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

function readInstance(instance: unknown): {
  readonly frame: "y-up" | "y-down";
  readonly points: readonly NamedPoint[];
  readonly scale: number;
  readonly from: NamedPoint;
  readonly to: NamedPoint;
  readonly places: number;
  /** The side of the map that a picture shows whole; null where it shows the points alone. */
  readonly side: number | null;
} {
  const fields = readFields(instance, ["frame", "points", "from", "to", "places"], ["side"]);
  const frame = readWord(fields.frame, "frame", ["y-up", "y-down"]);
  const sides = fields.side === undefined ? [] : [readScaled(fields.side, "side")];
  const { points, scale, extra } = readPoints(fields.points, 2, sides);
  const places = readCount(fields.places, "places", 0, 12);
  const from = readPointName(fields.from, "from", points);
  const to = readPointName(fields.to, "to", points);
  return { frame, points, scale, from, to, places, side: extra[0] ?? null };
}
