import { choice, decimal, fill, object, type Text, text } from "../lines/template.ts";
import { COMMON_WORDS } from "../text/wordings/common.ts";
import { DESCRIPTION_WORDS } from "../text/wordings/description.ts";
import { DIRECTION_WORDS } from "../text/wordings/direction.ts";
import { REGION_WORDS } from "../text/wordings/region.ts";
import { descriptionKind } from "./kinds/description.ts";
import type { KnobValues } from "./knobs.ts";
import { openParts } from "./loop/forms.ts";
import { PLACES } from "./points/description_facts.ts";
import { pointMarks } from "./points/draw_points.ts";
import { PairColumns } from "./points/pair_columns.ts";
import { POINT_KNOBS } from "./points/point_knobs.ts";
import { Points } from "./points/points.ts";
import { systemOf, SYSTEMS } from "./points/sectors.ts";
import { rowTask } from "./row_task.ts";
import { scattered } from "./sampling/scatter_sampler.ts";
import type { Plan, Task } from "./task.ts";

const KNOBS = {
  ...POINT_KNOBS,
  objects: { type: "integer", least: 2, most: 5, default: 3, doc: "points that are described" },
  decimals: { ...POINT_KNOBS.decimals, most: PLACES },
  sectors: {
    type: "word",
    of: SYSTEMS,
    default: "image-eight",
    doc: "how the directions are divided",
  },
} as const;

type Values = KnobValues<typeof KNOBS>;

/** A whole description of some points: coordinates, directions and distances. */
export const description: Task = rowTask({
  name: "description",
  version: 4,
  summary: "Where some points are and how they lie to each other, in sentences",
  kind: descriptionKind,
  knobs: KNOBS,
  profiles: {
    fair: {},
    sparkle: {
      sectors: "sparkle-eight",
      border: 5,
      spacing: 30,
      decimals: 2,
      names: "sparkle",
      wording: "en-sparkle",
    },
  },
  levels: {
    rises: "points described and shown",
    easy: { objects: 2, distractors: 0 },
    medium: { objects: 3, distractors: 1 },
    hard: { objects: 5, distractors: 3 },
  },
  plan,
});

function plan(knobs: Values): Plan {
  const { objects } = knobs;
  const points = new Points(knobs, 0);
  const pairs = new PairColumns(knobs, points, points.width);
  const words = DESCRIPTION_WORDS[knobs.wording];
  const directions = DIRECTION_WORDS[knobs.wording];
  const slots: Record<string, Text> = {
    of: points.listedNames(0, objects),
    sectors: directions.sectors[knobs.sectors]!,
    labels: directionWords(knobs),
    most: points.side(),
    points: points.listed(),
    yAxis: COMMON_WORDS[knobs.wording].yAxis[knobs.frame === "y-up" ? 0 : 1],
  };
  const measured = REGION_WORDS[knobs.wording].measured;
  const given = fill(knobs.given === "text" ? words.given : measured, slots);

  const width = points.width + pairs.width;

  return {
    width,
    ...scattered(points, width),
    settle(rows, count, kept) {
      for (let i = 0; i < count; i++) kept[i] = pairs.measure(rows, i * width) ? 1 : 0;
    },
    marks: pointMarks(points, { ...knobs, most: knobs.lattice }),
    parts: {
      ...openParts([given, fill(words.question, slots)], descriptionText(knobs, points, pairs)),
      frame: knobs.frame,
      margin: null,
      unit: null,
      instance: object({
        frame: knobs.frame,
        sectors: knobs.sectors,
        points: points.shape(),
        of: Array.from({ length: objects }, (_, i) => text(points.name(i))),
        side: knobs.decimals === 0 ? knobs.lattice : points.side(),
      }),
      alt: points.listed(),
    },
  };
}

/** The words of the directions that the sectors tell apart. */
export function directionWords({ sectors, wording }: Pick<Values, "sectors" | "wording">): string {
  const { directions } = DIRECTION_WORDS[wording];
  return systemOf(sectors).labels.map((label) => directions[label]!).join(", ");
}

/** The sentences on every point, then on every pair. */
export function descriptionText(
  knobs: Pick<Values, "objects" | "wording" | "lattice" | "decimals">,
  points: Points,
  pairs: PairColumns,
): Text {
  const { objects, lattice, decimals, wording } = knobs;
  const words = DESCRIPTION_WORDS[wording];
  const { directions } = DIRECTION_WORDS[wording];
  const most = Math.ceil(10 ** (PLACES - decimals) * lattice * Math.SQRT2);
  const places = Array.from({ length: objects }, (_, i) =>
    fill(words.at, {
      a: points.firstName(i),
      x: points.coordinate(i, 0),
      y: points.coordinate(i, 1),
    }));
  const relations = pairs.pairs.map(([a, b], i) =>
    fill(words.from, {
      a: points.name(a),
      b: points.firstName(b),
      direction: choice(pairs.direction(i), pairs.labels.map((l) => directions[l]!)),
      distance: decimal(pairs.distance(i), { least: 0, most }, { scale: PLACES, form: "fixed" }),
    })
  );
  return spaced([...places, ...relations]);
}

function spaced(sentences: readonly Text[]): Text {
  return sentences.flatMap((s, i) => i === 0 ? [s] : [" ", s]);
}
