import { choice, decimal, fill, object, type Text, text } from "../lines/template.ts";
import { phrase } from "../text/phrase.ts";
import { COMMON_WORDS } from "../text/wordings/common.ts";
import { REGION_WORDS } from "../text/wordings/region.ts";
import { defineTask } from "./define_task.ts";
import { CELLS, regionKind, type RegionQuestion } from "./kinds/region.ts";
import type { KnobValues } from "./knobs.ts";
import { FORM_KNOBS, Forms } from "./loop/forms.ts";
import type { Draft } from "./maker.ts";
import { pointMarks } from "./points/draw_points.ts";
import { POINT_KNOBS } from "./points/point_knobs.ts";
import { listedPlaces, yAxisIn } from "./points/point_map.ts";
import { Points } from "./points/points.ts";
import { RegionCell } from "./points/region_cell.ts";
import { cellSettings } from "./sampling/own_settings.ts";
import { pointSampler } from "./sampling/point_sampler.ts";
import type { Plan, Task } from "./task.ts";

const KNOBS = {
  ...POINT_KNOBS,
  ...FORM_KNOBS,
  cuts: {
    type: "word",
    of: ["thirds", "sparkle"],
    default: "thirds",
    doc: "where the map is cut: into thirds, or at 40 and 60 percent",
  },
  margin: {
    type: "integer",
    least: 0,
    most: 1000,
    default: 5,
    doc: "the least distance to the nearest cut, in the last digit shown",
  },
  balance: {
    type: "flag",
    default: true,
    doc: "every cell equally often, item by item; else as the points fall",
  },
  unique: {
    type: "flag",
    default: true,
    doc: "whether points on a cut, with several right answers, are left out",
  },
} as const;

type Values = KnobValues<typeof KNOBS>;

/** Sparkle's order of the options, by column and row: top left, top, top right, left, ... */
export const SPARKLE_ORDER: readonly number[] = [2, 5, 8, 1, 4, 7, 0, 3, 6];

/** In which of nine cells of a map a point lies. */
export const region: Task = defineTask({
  name: "region",
  version: 3,
  summary: "In which of the nine cells of a map a point lies",
  kind: regionKind,
  knobs: KNOBS,
  forms: FORM_KNOBS.form.of,
  wordings: POINT_KNOBS.wording.of,
  profiles: {
    sparkle: {
      cuts: "sparkle",
      border: 5,
      spacing: 30,
      decimals: 2,
      names: "sparkle",
      wording: "en-sparkle",
      margin: 0,
      balance: false,
      options: 9,
    },
  },
  levels: {
    rises: "points shown; how near the point is to a cut",
    easy: { distractors: 0, margin: 100 },
    medium: { distractors: 2, margin: 40 },
    hard: { distractors: 6, margin: 2 },
  },
  begin(knobs) {
    const { cuts, frame, wording, unique } = knobs;
    const words = REGION_WORDS[wording];
    const rows = layOut(knobs);
    const row = new Int32Array(rows.plan.width);
    const given = phrase(
      knobs.given === "text" ? words.given : words.shown,
      ["points", "most", "yAxis"],
    );
    const questions = words.questions.map((q) => phrase(q, ["a", "cuts"]));
    const claim = phrase(words.claim, ["a", "cuts", "claim"]);
    const side = knobs.decimals === 0 ? knobs.lattice : rows.points.side();
    // A tie has several right answers, of which a row holds one: options and claims must know all.
    const isTied = !unique && knobs.margin === 0 && knobs.form !== "open";
    return {
      make({ chance }): Draft<RegionQuestion, string> {
        rows.plan.sample(chance, row, 0, 0);
        const points = rows.points.read(row, 0);
        return {
          instance: { frame, points, of: points[0]![0], side, cuts },
          phrase: row[rows.question]!,
          ...(unique ? {} : { shown: CELLS[row[rows.answer]!]! }),
        };
      },
      ask({ points, of, side, cuts, frame }, question) {
        const listed = listedPlaces(points, wording);
        return {
          given: given(listed, String(side), yAxisIn(wording, frame)),
          question: questions[question]!(of, words.cuts[cuts]),
          claim: (answer) => claim(of, words.cuts[cuts], answer),
        };
      },
      keeps: ({ status }) => status === "exact" || status === "tie",
      ...(cuts === "sparkle" ? { order: SPARKLE_ORDER.map((i) => CELLS[i]!) } : {}),
      fast: () => isTied ? null : rows.plan,
    };
  },
});

/** Greater than any margin, in hundredths of the last digit. */
const MOST_MARGIN = 400_000;

/** The fast form: what stands in which column of a row. */
function layOut(knobs: Values) {
  const points = new Points({ ...knobs, objects: 1 }, 0);
  const order = knobs.cuts === "sparkle" ? { order: SPARKLE_ORDER } : {};
  const forms = new Forms({ ...knobs, answers: 9, ...order }, points.width);
  const question = points.width + forms.width;
  const margin = question + 1;
  const cell = new RegionCell(knobs, points);
  const words = REGION_WORDS[knobs.wording];
  const slots: Record<string, Text> = {
    a: points.name(0),
    cuts: words.cuts[knobs.cuts],
    points: points.listed(),
    most: points.side(),
    yAxis: COMMON_WORDS[knobs.wording].yAxis[knobs.frame === "y-up" ? 0 : 1],
  };

  const plan: Plan = {
    width: margin + 1,
    sample(chance, rows, at) {
      const pick = points.drawNames(chance, rows, at, words.questions.length * cell.targets);
      const asked = (pick / cell.targets) | 0;
      rows[at + question] = asked;
      rows[at + margin] = cell.draw(chance, rows, at, pick - asked * cell.targets);
      rows[at + forms.answer] = cell.answer;
    },
    marks: pointMarks(points, { ...knobs, most: knobs.lattice }),
    ...forms.completion(),
    ...pointSampler({
      kernel: "region",
      points,
      questions: words.questions.length,
      targets: cell.targets,
      width: margin + 1,
      question,
      answer: forms.answer,
      margin,
      own: (data) => cellSettings(cell, knobs, data),
    }),
    parts: {
      ...forms.parts({
        given: fill(knobs.given === "text" ? words.given : words.shown, slots),
        question: choice(question, words.questions.map((q) => fill(q, slots))),
        claim: (claim) => fill(words.claim, { ...slots, claim }),
        answers: words.cells,
        words: COMMON_WORDS[knobs.wording],
      }),
      frame: knobs.frame,
      margin: decimal(margin, { least: 0, most: MOST_MARGIN }, { scale: 2 + knobs.decimals }),
      unit: "unit",
      instance: object({
        frame: knobs.frame,
        points: points.shape(),
        of: text(points.name(0)),
        side: knobs.decimals === 0 ? knobs.lattice : points.side(),
        cuts: knobs.cuts,
      }),
      alt: points.listed(),
    },
  };
  return { plan, points, question, answer: forms.answer };
}
