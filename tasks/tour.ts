import { numberStyle } from "./_number_style.ts";
import { formatScaled } from "../geometry/decimal.ts";
import { compareSqrtSums } from "../geometry/sqrt_sum.ts";
import { exact, type Outcome, tie } from "../solvers/outcome.ts";
import { solveTourSync } from "../solvers/tour/solve_tour_sync.ts";
import type { Tour } from "../solvers/tour/length.ts";
import { drawPoints } from "./points/draw_points.ts";
import { FORM_KNOBS } from "./loop/forms.ts";
import {
  type NamedPoint,
  readCount,
  readFields,
  readPointName,
  readPoints,
  readWord,
  shown,
} from "./_instance.ts";
import type { KnobValues } from "./knobs.ts";
import { acceptsLength } from "./_accepts_length.ts";
import { POINT_KNOBS } from "./points/point_knobs.ts";
import { readLabels } from "../text/replies/labels.ts";
import { readNumber } from "../text/replies/numbers.ts";
import { roundedRootSum } from "./_rounded_sum.ts";
import { tourPlan } from "./_tour_plan.ts";
import type { Task } from "./task.ts";
import type { JsonValue } from "../lines/template.ts";
import type { TourKind } from "../text/wordings/tour.ts";

const KINDS = ["open-fixed", "open-free", "closed"] as const;

/** The knobs of the tour task. */
export const TOUR_KNOBS = {
  ...POINT_KNOBS,
  distractors: { ...POINT_KNOBS.distractors, default: 0 },
  ...FORM_KNOBS,
  objects: { type: "integer", least: 4, most: 9, default: 6, doc: "points that are visited" },
  tour: {
    type: "word",
    of: KINDS,
    default: "open-fixed",
    doc: "open from a given start, open from any, or closed",
  },
  ask: {
    type: "word",
    of: ["order", "length"],
    default: "order",
    doc: "the order of the points, or the rounded length",
  },
  places: {
    type: "integer",
    least: 0,
    most: 3,
    default: 2,
    doc: "to how many decimals a length is rounded, at least as many as coordinates have",
  },
  margin: {
    type: "integer",
    least: 0,
    most: 1000,
    default: 1,
    doc: "by how much every other tour is longer at least, in the last digit shown",
  },
  unique: {
    type: "flag",
    default: true,
    doc: "whether several shortest tours are left out; where not, the margin counts for nothing",
  },
} as const;

/** The values of {@link TOUR_KNOBS}. */
export type TourValues = KnobValues<typeof TOUR_KNOBS>;

/** The shortest tour through points, by its order or its length. */
export const tour: Task = {
  name: "tour",
  version: 2,
  summary: "The shortest tour through some points: its order, or its length",
  knobs: TOUR_KNOBS,
  profiles: {
    fair: {},
    sparkle: {
      objects: 5,
      border: 5,
      spacing: 30,
      decimals: 2,
      names: "sparkle-tour",
      wording: "en-sparkle",
      margin: 0,
      unique: false,
    },
  },
  levels: {
    rises: "points visited; how close the second tour comes",
    easy: { objects: 4, margin: 40 },
    medium: { objects: 6, margin: 10 },
    hard: { objects: 9, margin: 1 },
  },
  plan: (knobs) => tourPlan(knobs as TourValues),
  solve(instance) {
    const facts = readInstance(instance);
    const { ask, of, scale } = facts;
    const solved = solveFacts(facts);
    if (ask === "length") return lengthOutcome(facts, solved);
    const names = ({ order }: Tour) => order.map((i) => of[i]!.name);
    if (solved.status === "tie") return tie(solved.values.map(names));
    if (solved.status !== "exact") return solved as Outcome<never>;
    const { value, margin } = solved;
    const units = margin === null ? null : {
      value: margin.value / 10 ** scale * (1 - 2 ** -51),
      unit: "unit",
    };
    return exact(names(value), units);
  },
  parse(words, knobs, instance) {
    const { ask, kind, points, places } = readInstance(instance);
    if (ask === "length") return readNumber(words, numberStyle(knobs, places));
    const names = [...readLabels(words, points.map((p) => p.name)) ?? []];
    // A closed tour may name its first point again.
    if (kind === "closed" && names.length > 1 && names[0] === names.at(-1)) names.pop();
    return names.length > 0 && new Set(names).size === names.length ? names : null;
  },
  accepts(instance, answer) {
    const facts = readInstance(instance);
    const { ask, of, kind, scale, places } = facts;
    const best = bestOrder(solveFacts(facts));
    if (ask === "length") {
      return acceptsLength(answer as string, { squares: squares(facts, best), scale, places });
    }
    const order = (answer as readonly string[]).map((name) => of.findIndex((p) => p.name === name));
    if (order.length !== of.length || order.includes(-1)) return false;
    if (kind === "open-fixed" && order[0] !== 0) return false;
    return compareSqrtSums(squares(facts, order), squares(facts, best)) === 0;
  },
  draw(instance, alt) {
    const { points, frame } = readInstance(instance);
    return drawPoints(points, { frame, alt });
  },
};

interface Facts {
  readonly frame: "y-up" | "y-down";
  readonly points: readonly NamedPoint[];
  readonly scale: number;
  /** What is visited; a fixed start first. */
  readonly of: readonly NamedPoint[];
  readonly kind: TourKind;
  readonly ask: "order" | "length";
  readonly places: number;
}

function solveFacts({ of, kind, ask }: Facts): Outcome<Tour> {
  const points = of.map((p) => [p.x, p.y] as const);
  const shape = kind === "closed"
    ? { form: "closed" as const }
    : kind === "open-free"
    ? { form: "open" as const }
    : { form: "open" as const, start: 0 };
  return solveTourSync({ ...shape, points, metric: "euclidean" }, {
    asks: ask === "length" ? "length" : "tour",
  });
}

function bestOrder(solved: Outcome<Tour>): readonly number[] {
  if (solved.status === "exact") return solved.value.order;
  if (solved.status === "tie") return solved.values[0]!.order;
  throw new RangeError(
    "Cannot score a tour that was not solved: too many tours are almost as short",
  );
}

function lengthOutcome(facts: Facts, solved: Outcome<Tour>): Outcome<JsonValue> {
  const { scale, places } = facts;
  const length = roundedRootSum(squares(facts, bestOrder(solved)), places - scale);
  if (length !== null) return exact(formatScaled(length, places));
  throw new RangeError(`Cannot round the tour's length to ${places} decimals: it lies halfway`);
}

/** The squares of the steps of a tour. */
function squares({ of, kind }: Facts, order: readonly number[]): bigint[] {
  const ends = kind === "closed" ? [...order, order[0]!] : order;
  return ends.slice(1).map((j, k) => {
    const a = of[ends[k]!]!, b = of[j]!;
    return BigInt((a.x - b.x) ** 2 + (a.y - b.y) ** 2);
  });
}

function readInstance(instance: unknown): Facts {
  const fields = readFields(instance, ["frame", "points", "of", "tour", "ask", "places"]);
  const frame = readWord(fields.frame, "frame", ["y-up", "y-down"]);
  const kind = readWord(fields.tour, "tour", KINDS);
  const ask = readWord(fields.ask, "ask", ["order", "length"]);
  const places = readCount(fields.places, "places", 0, 12);
  const { points, scale } = readPoints(fields.points, 3);
  const names = fields.of;
  if (!Array.isArray(names) || names.length < 3 || new Set(names).size < names.length) {
    throw new RangeError(`Cannot read of: ${shown(names)}, must be 3 or more names that differ`);
  }
  const of = names.map((name, i) => readPointName(name, `of[${i}]`, points));
  return { frame, points, scale, of, kind, ask, places };
}
