import type { PlaneFrame } from "../geometry/frame.ts";
import { type SectorClassifier, tiedBoundary } from "../geometry/sector_classifier.ts";
import { exact, impossible, tie } from "../solvers/outcome.ts";
import { FORM_KNOBS, Forms } from "./loop/forms.ts";
import { type NamedPoint, readFields, readPointName, readPoints, readWord } from "./_instance.ts";
import { isAnswer } from "./_is_answer.ts";
import type { KnobValues } from "./knobs.ts";
import { DirectionPair } from "./points/direction_pair.ts";
import { drawPoints, pointMarks } from "./points/draw_points.ts";
import { classifierOf, systemOf, SYSTEMS } from "./points/sectors.ts";
import { POINT_KNOBS } from "./points/point_knobs.ts";
import { Points } from "./points/points.ts";
import { readSideLabel } from "../text/replies/sides.ts";
import { pairSettings } from "./sampling/own_settings.ts";
import { type PointRows, pointSampler } from "./sampling/point_sampler.ts";
import type { Plan, Task } from "./task.ts";
import { choice, decimal, fill, object, type Text, text } from "../lines/template.ts";
import { COMMON_WORDS } from "../text/wordings/common.ts";
import { DIRECTION_WORDS, type DirectionWords } from "../text/wordings/direction.ts";

const KNOBS = {
  ...POINT_KNOBS,
  ...FORM_KNOBS,
  sectors: {
    type: "word",
    of: SYSTEMS,
    default: "image-eight",
    doc: "how the directions are divided",
  },
  margin: {
    type: "integer",
    least: 0,
    most: 40,
    default: 1,
    doc: "the least angle to the nearest boundary, in degrees",
  },
  balance: {
    type: "flag",
    default: true,
    doc: "every direction equally often, item by item; else as the points fall",
  },
  unique: {
    type: "flag",
    default: true,
    doc: "whether directions on a boundary, with two right answers, are left out",
  },
} as const;

type Values = KnobValues<typeof KNOBS>;

/** Sparkle's order of the options, by its labels. */
export const SPARKLE_ORDER: readonly string[] = [
  "top left",
  "top",
  "top right",
  "left",
  "right",
  "down left",
  "down",
  "down right",
];

/** Where one point lies from another, as one of some directions. */
export const direction: Task = {
  name: "direction",
  version: 3,
  summary: "In which direction one point lies from another",
  knobs: KNOBS,
  profiles: {
    fair: {},
    sparkle: {
      sectors: "sparkle-eight",
      border: 5,
      spacing: 30,
      decimals: 2,
      names: "sparkle",
      margin: 0,
      balance: false,
      options: 8,
    },
  },
  levels: {
    rises: "points shown; how near the angle is to a boundary",
    easy: { distractors: 0, spacing: 30, margin: 12 },
    medium: { distractors: 2, margin: 6 },
    hard: { distractors: 5, spacing: 5, margin: 1 },
  },
  plan,
  solve(instance) {
    const { classifier, from, to } = readInstance(instance);
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const labels = classifier.system.labels;
    const code = classifier.code(dx, dy);
    if (code >= 0) {
      return exact(labels[code]!, { value: classifier.margin(dx, dy), unit: "degree" });
    }
    const boundary = tiedBoundary(code);
    if (boundary >= 0) return tie([labels.at(boundary - 1)!, labels[boundary]!]);
    return impossible("the two points are the same");
  },
  parse(words, _knobs, instance) {
    const { classifier, points } = readInstance(instance);
    const names = points.map((p) => p.name);
    return readSideLabel(words, classifier.system.labels, { letters: "compass", names });
  },
  accepts(instance, answer) {
    return isAnswer(this.solve(instance), answer);
  },
  draw(instance, alt) {
    const { points, frame } = readInstance(instance);
    return drawPoints(points, { frame, alt });
  },
};

/** The greatest margin there is, in hundredths of a degree: half a quadrant. */
const MOST_MARGIN = 4500;

function plan(knobs: Values): Plan {
  const words = DIRECTION_WORDS[knobs.wording];
  const points = new Points({ ...knobs, objects: 2 }, 0);
  const { labels } = systemOf(knobs.sectors);
  const order = knobs.sectors.startsWith("sparkle")
    ? SPARKLE_ORDER.filter((l) => labels.includes(l)).map((l) => labels.indexOf(l))
    : undefined;
  const forms = new Forms(
    { ...knobs, answers: labels.length, ...(order === undefined ? {} : { order }) },
    points.width,
  );
  const phrase = points.width + forms.width;
  const margin = phrase + 1;
  const pair = new DirectionPair(knobs, points, { labels, answer: forms.answer, margin });
  const layout: PointRows = {
    kernel: "direction",
    points,
    questions: words.questions.length,
    targets: pair.targets,
    width: margin + 1,
    question: phrase,
    answer: forms.answer,
    margin,
    own: (data) => pairSettings(pair.table, data),
  };

  return {
    width: margin + 1,
    sample(chance, rows, at) {
      const pick = points.drawNames(chance, rows, at, words.questions.length * pair.targets);
      const question = (pick / pair.targets) | 0;
      rows[at + phrase] = question;
      pair.draw(chance, rows, at, pick - question * pair.targets);
    },
    ...forms.completion(),
    marks: pointMarks(points, knobs),
    ...pointSampler(layout),
    parts: {
      ...forms.parts(asked(knobs, points, phrase, words, labels)),
      frame: knobs.frame,
      margin: decimal(margin, { least: 0, most: MOST_MARGIN }, { scale: 2 }),
      unit: "degree",
      instance: object({
        sectors: knobs.sectors,
        frame: knobs.frame,
        points: points.shape(),
        from: text(points.name(0)),
        to: text(points.name(1)),
      }),
      alt: points.listed(),
    },
  };
}

function asked(
  knobs: Values,
  points: Points,
  phrase: number,
  words: DirectionWords,
  labels: readonly string[],
) {
  const common = COMMON_WORDS[knobs.wording];
  const slots: Record<string, Text> = {
    a: points.name(0),
    b: points.name(1),
    sectors: words.sectors[knobs.sectors]!,
    points: points.listed(),
    yAxis: common.yAxis[knobs.frame === "y-up" ? 0 : 1],
  };
  return {
    given: fill(knobs.given === "text" ? words.given : words.shown, slots),
    question: choice(phrase, words.questions.map((q) => fill(q, slots))),
    claim: (answer: Text) => fill(words.claim, { ...slots, claim: answer }),
    answers: labels.map((l) => words.directions[l]!),
    words: common,
  };
}

function readInstance(instance: unknown): {
  readonly classifier: SectorClassifier;
  readonly frame: PlaneFrame;
  readonly points: readonly NamedPoint[];
  readonly from: NamedPoint;
  readonly to: NamedPoint;
} {
  const fields = readFields(instance, ["sectors", "frame", "points", "from", "to"]);
  const sectors = readWord(fields.sectors, "sectors", SYSTEMS);
  const frame = readWord(fields.frame, "frame", ["y-up", "y-down"]);
  const { points } = readPoints(fields.points, 2);
  const from = readPointName(fields.from, "from", points);
  const to = readPointName(fields.to, "to", points);
  return { classifier: classifierOf(sectors, frame), frame, points, from, to };
}
