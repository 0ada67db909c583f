import { choice, decimal, fill, object, type Text, text } from "../lines/template.ts";
import { phrase } from "../text/phrase.ts";
import { COMMON_WORDS } from "../text/wordings/common.ts";
import { DIRECTION_WORDS, type DirectionWords } from "../text/wordings/direction.ts";
import { defineTask } from "./define_task.ts";
import { directionKind, type DirectionQuestion, labelsOf } from "./kinds/direction.ts";
import type { KnobValues } from "./knobs.ts";
import { FORM_KNOBS, Forms } from "./loop/forms.ts";
import type { Draft } from "./maker.ts";
import { DirectionPair } from "./points/direction_pair.ts";
import { pointMarks } from "./points/draw_points.ts";
import { POINT_KNOBS } from "./points/point_knobs.ts";
import { listedPlaces, yAxisIn } from "./points/point_map.ts";
import { Points } from "./points/points.ts";
import { SYSTEMS } from "./points/sectors.ts";
import { pairSettings } from "./sampling/own_settings.ts";
import { type PointRows, pointSampler } from "./sampling/point_sampler.ts";
import type { Plan, Task } from "./task.ts";

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
export const direction: Task = defineTask({
  name: "direction",
  version: 3,
  summary: "In which direction one point lies from another",
  kind: directionKind,
  knobs: KNOBS,
  forms: FORM_KNOBS.form.of,
  wordings: POINT_KNOBS.wording.of,
  profiles: {
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
  begin(knobs) {
    const { sectors, frame, wording, unique } = knobs;
    const words = DIRECTION_WORDS[wording];
    const rows = layOut(knobs);
    const row = new Int32Array(rows.plan.width);
    const given = phrase(knobs.given === "text" ? words.given : words.shown, ["points", "yAxis"]);
    const questions = words.questions.map((q) => phrase(q, ["a", "b", "sectors"]));
    const claim = phrase(words.claim, ["a", "b", "claim", "sectors"]);
    // A tie has two right answers, of which a row holds one: options and claims must know both.
    const isTied = !unique && knobs.margin === 0 && knobs.form !== "open";
    return {
      make({ chance }): Draft<DirectionQuestion, string> {
        rows.plan.sample(chance, row, 0, 0);
        const points = rows.points.read(row, 0);
        return {
          instance: { sectors, frame, points, from: points[0]![0], to: points[1]![0] },
          phrase: row[rows.question]!,
          ...(unique ? {} : { shown: rows.labels[row[rows.answer]!]! }),
        };
      },
      ask({ points, from, to, sectors, frame }, question) {
        const divided = words.sectors[sectors]!;
        return {
          given: given(listedPlaces(points, wording), yAxisIn(wording, frame)),
          question: questions[question]!(from, to, divided),
          claim: (answer) => claim(from, to, answer, divided),
        };
      },
      keeps: ({ status }) => status === "exact" || status === "tie",
      ...(rows.order === undefined ? {} : { order: rows.order.map((i) => rows.labels[i]!) }),
      fast: () => isTied ? null : rows.plan,
    };
  },
});

/** The greatest margin there is, in hundredths of a degree: half a quadrant. */
const MOST_MARGIN = 4500;

/** The fast form: what stands in which column of a row. */
function layOut(knobs: Values) {
  const words = DIRECTION_WORDS[knobs.wording];
  const points = new Points({ ...knobs, objects: 2 }, 0);
  const labels = labelsOf(knobs.sectors);
  const order = knobs.sectors.startsWith("sparkle")
    ? SPARKLE_ORDER.filter((l) => labels.includes(l)).map((l) => labels.indexOf(l))
    : undefined;
  const forms = new Forms(
    { ...knobs, answers: labels.length, ...(order === undefined ? {} : { order }) },
    points.width,
  );
  const { answer } = forms;
  const question = points.width + forms.width;
  const margin = question + 1;
  const pair = new DirectionPair(knobs, points, { labels, answer, margin });
  const layout: PointRows = {
    kernel: "direction",
    points,
    questions: words.questions.length,
    targets: pair.targets,
    width: margin + 1,
    question,
    answer,
    margin,
    own: (data) => pairSettings(pair.table, data),
  };
  const plan: Plan = {
    width: margin + 1,
    sample(chance, rows, at) {
      const pick = points.drawNames(chance, rows, at, words.questions.length * pair.targets);
      const asked = (pick / pair.targets) | 0;
      rows[at + question] = asked;
      pair.draw(chance, rows, at, pick - asked * pair.targets);
    },
    ...forms.completion(),
    marks: pointMarks(points, knobs),
    ...pointSampler(layout),
    parts: {
      ...forms.parts(asked(knobs, points, question, words, labels)),
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
  return { plan, points, labels, order, question, answer };
}

function asked(
  knobs: Values,
  points: Points,
  question: number,
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
    question: choice(question, words.questions.map((q) => fill(q, slots))),
    claim: (answer: Text) => fill(words.claim, { ...slots, claim: answer }),
    answers: labels.map((l) => words.directions[l]!),
    words: common,
  };
}
