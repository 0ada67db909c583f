import { unframed } from "../text/replies/frames.ts";
import { exact, impossible, tie } from "../solvers/outcome.ts";
import {
  describe,
  type Described,
  type Description,
  isRightDescription,
  type PairFact,
  type PlaceFact,
  PLACES,
} from "./points/description_facts.ts";
import { drawPoints, pointMarks } from "./points/draw_points.ts";
import { openParts } from "./loop/forms.ts";
import {
  type NamedPoint,
  readFields,
  readPointName,
  readPoints,
  readScaled,
  readWord,
  shown,
} from "./_instance.ts";
import type { KnobValues } from "./knobs.ts";
import { PairColumns } from "./points/pair_columns.ts";
import { POINT_KNOBS } from "./points/point_knobs.ts";
import { capital, Points } from "./points/points.ts";
import { type SectorName, systemOf, SYSTEMS } from "./points/sectors.ts";
import { scattered } from "./sampling/scatter_sampler.ts";
import type { Plan, Task } from "./task.ts";
import {
  choice,
  decimal,
  fill,
  type JsonValue,
  object,
  type Text,
  text,
} from "../lines/template.ts";
import { COMMON_WORDS, type WordingName } from "../text/wordings/common.ts";
import { DESCRIPTION_WORDS } from "../text/wordings/description.ts";
import { DIRECTION_WORDS } from "../text/wordings/direction.ts";
import { REGION_WORDS } from "../text/wordings/region.ts";

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
export const description: Task = {
  name: "description",
  version: 4,
  summary: "Where some points are and how they lie to each other, in sentences",
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
  solve(instance) {
    const [first, ...others] = describe(readInstance(instance)) as unknown as JsonValue[];
    if (first === undefined) return impossible("two of the points are the same");
    return others.length === 0 ? exact(first) : tie([first, ...others]);
  },
  parse(words, knobs, instance) {
    const { wording } = knobs as Values;
    const { sectors, points } = readInstance(instance);
    const names = points.map((point) => point.name);
    const said = unframed(words) ?? words;
    return readDescription(said, { wording, sectors, names }) as unknown as JsonValue;
  },
  accepts(instance, answer) {
    return isRightDescription(readInstance(instance), answer as unknown as Description);
  },
  draw(instance, alt) {
    const { points, frame, side } = readInstance(instance);
    return drawPoints(points, { frame, alt, span: { least: 0, most: side } });
  },
};

/** Reads sentences of the wording; null where one of them is none. */
function readDescription(
  words: string,
  { wording, sectors, names }: {
    readonly wording: WordingName;
    readonly sectors: SectorName;
    readonly names: readonly string[];
  },
): Description | null {
  const { at, from } = DESCRIPTION_WORDS[wording];
  const [place, pair] = [patternOf(at), patternOf(from)];
  const directions = Object.entries(DIRECTION_WORDS[wording].directions)
    .filter(([label]) => systemOf(sectors).labels.includes(label));
  // The name that begins a sentence has a capital.
  const nameOf = (said: string) => {
    const isSame = (name: string) => name === said || capital(name) === said;
    return names.find(isSame) ?? said;
  };
  const places: PlaceFact[] = [];
  const pairs: PairFact[] = [];
  for (const sentence of words.trim().split(/(?<=\.)\s+|\n+/)) {
    const { a, b, x, y, direction, distance } = place.exec(sentence)?.groups ??
      pair.exec(sentence)?.groups ?? {};
    if (x !== undefined) places.push({ of: nameOf(a!), x, y: y! });
    else {
      const label = directions.find(([, word]) => word === direction)?.[0];
      if (label === undefined) return null;
      pairs.push({ of: nameOf(b!), from: nameOf(a!), direction: label, distance: distance! });
    }
  }
  return { places, pairs };
}

const NUMBER = "-?\\d+(?:\\.\\d+)?";

/** A wording as a pattern whose groups are its slots. */
function patternOf(wording: string): RegExp {
  const source = wording.replace(/[.()]/g, "\\$&").replace(
    /\{(\w+)\}/g,
    (_, name) => `(?<${name}>${["x", "y", "distance"].includes(name) ? NUMBER : "[^.]+?"})`,
  );
  return new RegExp(`^${source.replace(/\.$/, ".?")}$`);
}

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

function readInstance(instance: unknown): Described & {
  readonly points: readonly NamedPoint[];
  readonly side: number;
} {
  const fields = readFields(instance, ["frame", "sectors", "points", "of", "side"]);
  const frame = readWord(fields.frame, "frame", ["y-up", "y-down"]);
  const sectors = readWord(fields.sectors, "sectors", SYSTEMS);
  const side = readScaled(fields.side, "side");
  const { points, scale, extra } = readPoints(fields.points, 2, [side]);
  const names = fields.of;
  if (!Array.isArray(names) || names.length < 2 || new Set(names).size < names.length) {
    throw new RangeError(`Cannot read of: ${shown(names)}, must be 2 or more names that differ`);
  }
  const of = names.map((name, i) => readPointName(name, `of[${i}]`, points));
  return { frame, sectors, points, scale, of, side: extra[0]! };
}
