import { exact, tie } from "../solvers/outcome.ts";
import { drawPoints, pointMarks } from "./points/draw_points.ts";
import { FORM_KNOBS, Forms } from "./loop/forms.ts";
import { readFields, readWord } from "./_instance.ts";
import { isAnswer } from "./_is_answer.ts";
import type { KnobValues } from "./knobs.ts";
import { POINT_KNOBS } from "./points/point_knobs.ts";
import { Points } from "./points/points.ts";
import { type PointMap, readMap } from "./points/read_map.ts";
import { readSideLabel } from "../text/replies/sides.ts";
import { bandsOf, type Cut, CUTS, RegionCell } from "./points/region_cell.ts";
import { cellSettings } from "./sampling/own_settings.ts";
import { pointSampler } from "./sampling/point_sampler.ts";
import type { Plan, Task } from "./task.ts";
import { choice, decimal, fill, object, type Text, text } from "../lines/template.ts";
import { COMMON_WORDS } from "../text/wordings/common.ts";
import { REGION_WORDS } from "../text/wordings/region.ts";

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

const CELLS = [
  "bottom left",
  "left",
  "top left",
  "bottom",
  "center",
  "top",
  "bottom right",
  "right",
  "top right",
];

/** In which of nine cells of a map a point lies. */
export const region: Task = {
  name: "region",
  version: 2,
  summary: "In which of the nine cells of a map a point lies",
  knobs: KNOBS,
  profiles: {
    fair: {},
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
  plan,
  solve(instance) {
    const { of, side, cuts, frame, scale } = readInstance(instance);
    const up = frame === "y-up" ? of.y : side - of.y;
    const columns = bandsOf(of.x, side, CUTS[cuts]);
    const rows = bandsOf(up, side, CUTS[cuts]);
    const cells = columns.flatMap((c) => rows.map((r) => CELLS[3 * c + r]!));
    if (cells.length > 1) return tie(cells);
    const gap = Math.min(cutGap(of.x, side, CUTS[cuts]), cutGap(up, side, CUTS[cuts]));
    return exact(cells[0]!, { value: gap / 10 ** scale * (1 - 2 ** -51), unit: "unit" });
  },
  parse(words, _knobs, instance) {
    const names = readInstance(instance).points.map((p) => p.name);
    return readSideLabel(words, CELLS, { letters: "compass", names });
  },
  accepts(instance, answer) {
    return isAnswer(this.solve(instance), answer);
  },
  draw(instance, alt) {
    const { points, frame, side } = readInstance(instance);
    return drawPoints(points, { frame, alt, span: { least: 0, most: side } });
  },
};

/** The distance to the nearest cut; a double rounded down. */
function cutGap(x: number, side: number, cuts: readonly Cut[]): number {
  return Math.min(...cuts.map(({ part, of }) => Math.abs(of * x - part * side) / of)) *
    (1 - 2 ** -52);
}

/** Greater than any margin, in hundredths of the last digit. */
const MOST_MARGIN = 400_000;

function plan(knobs: Values): Plan {
  const points = new Points({ ...knobs, objects: 1 }, 0);
  const order = knobs.cuts === "sparkle" ? { order: SPARKLE_ORDER } : {};
  const forms = new Forms({ ...knobs, answers: 9, ...order }, points.width);
  const phrase = points.width + forms.width;
  const margin = phrase + 1;
  const cell = new RegionCell(knobs, points);
  const words = REGION_WORDS[knobs.wording];
  const slots: Record<string, Text> = {
    a: points.name(0),
    cuts: words.cuts[knobs.cuts],
    points: points.listed(),
    most: points.side(),
    yAxis: COMMON_WORDS[knobs.wording].yAxis[knobs.frame === "y-up" ? 0 : 1],
  };

  return {
    width: margin + 1,
    sample(chance, rows, at) {
      const pick = points.drawNames(chance, rows, at, words.questions.length * cell.targets);
      const question = (pick / cell.targets) | 0;
      rows[at + phrase] = question;
      rows[at + margin] = cell.draw(chance, rows, at, pick - question * cell.targets);
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
      question: phrase,
      answer: forms.answer,
      margin,
      own: (data) => cellSettings(cell, knobs, data),
    }),
    parts: {
      ...forms.parts({
        given: fill(knobs.given === "text" ? words.given : words.shown, slots),
        question: choice(phrase, words.questions.map((q) => fill(q, slots))),
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
}

function readInstance(instance: unknown): PointMap & { readonly cuts: Values["cuts"] } {
  const fields = readFields(instance, ["frame", "points", "of", "side", "cuts"]);
  return { ...readMap(fields), cuts: readWord(fields.cuts, "cuts", ["thirds", "sparkle"]) };
}
