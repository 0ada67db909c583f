import { distanceGapBound } from "../solvers/distance/nearest_kernel.ts";
import { exact, tie } from "../solvers/outcome.ts";
import { drawPoints, pointMarks } from "./points/draw_points.ts";
import { FORM_KNOBS, Forms } from "./loop/forms.ts";
import { type NamedPoint, readFields, readPointName, readPoints, readWord } from "./_instance.ts";
import { isAnswer } from "./_is_answer.ts";
import type { KnobValues } from "./knobs.ts";
import { POINT_KNOBS } from "./points/point_knobs.ts";
import { Points } from "./points/points.ts";
import { readLabel, readLabels } from "../text/replies/labels.ts";
import { type Pair, PairOrder } from "./points/pair_order.ts";
import { scattered } from "./sampling/scatter_sampler.ts";
import type { Plan, Task } from "./task.ts";
import { choice, decimal, fill, object, type Text, text } from "../lines/template.ts";
import { COMMON_WORDS } from "../text/wordings/common.ts";
import { DISTANCE_WORDS, type DistanceAsk } from "../text/wordings/distance.ts";

const ASKS = ["nearest", "farthest", "shortest", "longest", "shorter", "longer"] as const;

const KNOBS = {
  ...POINT_KNOBS,
  ...FORM_KNOBS,
  objects: { type: "integer", least: 3, most: 8, default: 4, doc: "points that are asked about" },
  ask: {
    type: "word",
    of: ASKS,
    default: "nearest",
    doc: "nearest or farthest of all points; of all pairs; or of two pairs",
  },
  margin: {
    type: "integer",
    least: 0,
    most: 1000,
    default: 10,
    doc: "by how much the answer is ahead at least, in the last digit shown",
  },
  unique: {
    type: "flag",
    default: true,
    doc: "whether equal distances, with several right answers, are left out",
  },
} as const;

type Values = KnobValues<typeof KNOBS>;

/** Which points, or pairs of them, are nearest or farthest. */
export const distanceOrder: Task = {
  name: "distance-order",
  version: 2,
  summary: "Which points are nearest to each other, or farthest",
  knobs: KNOBS,
  profiles: {
    fair: {},
    sparkle: {
      objects: 3,
      ask: "shortest",
      border: 5,
      spacing: 30,
      decimals: 2,
      names: "sparkle",
      margin: 0,
    },
  },
  levels: {
    rises: "points asked about; how close the second comes",
    easy: { objects: 3, distractors: 0, margin: 150 },
    medium: { objects: 5, distractors: 1, margin: 40 },
    hard: { objects: 8, distractors: 2, margin: 2 },
  },
  plan,
  solve(instance) {
    const { ask, candidates, scale } = readInstance(instance);
    const keys = candidates.map(([a, b]) => (a.x - b.x) ** 2 + (a.y - b.y) ** 2);
    const best = isNear(ask) ? Math.min(...keys) : Math.max(...keys);
    const named = candidates.map(([a, b]) => picksPoint(ask) ? b.name : pairName(a.name, b.name));
    const first = named.filter((_, i) => keys[i] === best);
    if (first.length > 1) return tie(first);
    const others = keys.filter((key) => key !== best);
    const next = isNear(ask) ? Math.min(...others) : Math.max(...others);
    const value = distanceGapBound("euclidean", best, next) / 10 ** scale * (1 - 2 ** -51);
    return exact(first[0]!, others.length === 0 ? null : { value, unit: "unit" });
  },
  parse(words, _knobs, instance) {
    const { ask, points, candidates } = readInstance(instance);
    const names = points.map((p) => p.name);
    if (picksPoint(ask)) {
      const asked = candidates[0]![0].name;
      return readLabel(words, names.filter((name) => name !== asked), { names: [asked] });
    }
    const found = readLabels(words, names);
    return found?.length === 2 ? pairName(found[0]!, found[1]!) : null;
  },
  accepts(instance, answer) {
    return isAnswer(this.solve(instance), answer);
  },
  draw(instance, alt) {
    const { points, frame } = readInstance(instance);
    return drawPoints(points, { frame, alt });
  },
};

/** Two names in one order, so that a pair has one name. */
function pairName(a: string, b: string): string {
  return [a, b].sort().join(", ");
}

function isNear(ask: DistanceAsk): boolean {
  return ask === "nearest" || ask === "shortest" || ask === "shorter";
}

function picksPoint(ask: DistanceAsk): boolean {
  return ask === "nearest" || ask === "farthest";
}

/** The pairs whose distances are compared. */
function candidatesOf(ask: DistanceAsk, objects: number): Pair[] {
  const all = Array.from({ length: objects }, (_, i) => i);
  if (picksPoint(ask)) return all.slice(1).map((j) => [0, j]);
  if (ask === "shorter" || ask === "longer") {
    return objects < 4 ? [[0, 1], [0, 2]] : [[0, 1], [2, 3]];
  }
  return all.flatMap((i) => all.slice(i + 1).map((j): Pair => [i, j]));
}

/** Greater than any coordinate's hundredfold difference. */
const MOST_MARGIN = 1_000_000;

function plan(knobs: Values): Plan {
  const points = new Points(knobs, 0);
  const pairs = candidatesOf(knobs.ask, knobs.objects);
  const forms = new Forms({ ...knobs, answers: pairs.length }, points.width);
  const phrase = points.width + forms.width;
  const margin = phrase + 1;
  const width = margin + 1;
  const order = new PairOrder({ ...knobs, near: isNear(knobs.ask) }, points, pairs);
  const words = DISTANCE_WORDS[knobs.wording];
  const questions = words.order[knobs.ask];
  const slots = slotsOf(knobs, points, pairs);

  return {
    width,
    ...scattered(points, width),
    settle(rows, count, kept) {
      for (let i = 0, at = 0; i < count; i++, at += width) {
        rows[at + margin] = order.measure(rows, at);
        rows[at + forms.answer] = order.best;
        kept[i] = rows[at + margin]! >= 0 ? 1 : 0;
      }
    },
    complete(chance, rows, at) {
      // Whichever pair it was, the one that is drawn takes its place.
      const pick = chance.below(questions.length * pairs.length);
      const question = (pick / pairs.length) | 0;
      const target = pick - question * pairs.length;
      order.exchange(rows, at, rows[at + forms.answer]!, target);
      rows[at + phrase] = question;
      rows[at + forms.answer] = target;
      forms.draw(chance, rows, at);
    },
    marks: pointMarks(points, knobs),
    parts: {
      ...forms.parts({
        given: fill(knobs.given === "text" ? words.given : words.shown, slots),
        question: choice(phrase, questions.map((q) => fill(q, slots))),
        claim: (claim) => fill(words.orderClaim[knobs.ask], { ...slots, claim }),
        answers: pairs.map(([a, b]) =>
          picksPoint(knobs.ask)
            ? points.name(b)
            : fill(words.pair, { a: points.name(a), b: points.name(b) })
        ),
        words: COMMON_WORDS[knobs.wording],
      }),
      frame: knobs.frame,
      margin: decimal(margin, { least: 0, most: MOST_MARGIN }, { scale: 2 + knobs.decimals }),
      unit: "unit",
      instance: object({
        frame: knobs.frame,
        points: points.shape(),
        ask: knobs.ask,
        of: askedOf(knobs.ask, points, knobs.objects),
      }),
      alt: points.listed(),
    },
  };
}

function slotsOf(knobs: Values, points: Points, pairs: readonly Pair[]): Record<string, Text> {
  const [[a, b], [c, d]] = [pairs[0]!, pairs[1]!];
  return {
    a: points.name(a),
    b: points.name(b),
    c: points.name(c),
    d: points.name(d),
    of: points.listedNames(picksPoint(knobs.ask) ? 1 : 0, knobs.objects),
    points: points.listed(),
    yAxis: COMMON_WORDS[knobs.wording].yAxis[knobs.frame === "y-up" ? 0 : 1],
  };
}

/** The points that are asked about, in the order that {@link candidatesOf} goes by. */
function askedOf(ask: DistanceAsk, points: Points, objects: number) {
  const count = ask === "shorter" || ask === "longer" ? Math.min(objects, 4) : objects;
  return Array.from({ length: count }, (_, i) => text(points.name(i)));
}

function readInstance(instance: unknown): {
  readonly frame: "y-up" | "y-down";
  readonly ask: DistanceAsk;
  readonly points: readonly NamedPoint[];
  readonly scale: number;
  readonly candidates: readonly (readonly [NamedPoint, NamedPoint])[];
} {
  const fields = readFields(instance, ["frame", "points", "ask", "of"]);
  const frame = readWord(fields.frame, "frame", ["y-up", "y-down"]);
  const ask = readWord(fields.ask, "ask", ASKS);
  const { points, scale } = readPoints(fields.points, 3);
  const least = 3;
  if (
    !Array.isArray(fields.of) || fields.of.length < least ||
    new Set(fields.of).size < fields.of.length
  ) {
    throw new RangeError(`Cannot read of: must be ${least} or more names that differ`);
  }
  const of = fields.of.map((name, i) => readPointName(name, `of[${i}]`, points));
  const candidates = candidatesOf(ask, of.length).map(([a, b]) => [of[a]!, of[b]!] as const);
  return { frame, ask, points, scale, candidates };
}
