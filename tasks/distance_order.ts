import { choice, decimal, fill, object, type Text, text } from "../lines/template.ts";
import { phrase } from "../text/phrase.ts";
import { COMMON_WORDS } from "../text/wordings/common.ts";
import { DISTANCE_WORDS, type DistanceAsk } from "../text/wordings/distance.ts";
import type { Chance } from "./chance.ts";
import { defineTask } from "./define_task.ts";
import {
  ASKS,
  distanceOrderKind,
  type DistanceOrderQuestion,
  picksPoint,
  type PointOrPair,
} from "./kinds/distance_order.ts";
import type { KnobValues } from "./knobs.ts";
import { FORM_KNOBS, Forms } from "./loop/forms.ts";
import type { Draft } from "./maker.ts";
import { pointMarks } from "./points/draw_points.ts";
import { type Pair, PairOrder } from "./points/pair_order.ts";
import { POINT_KNOBS } from "./points/point_knobs.ts";
import { listedPlaces, yAxisIn } from "./points/point_map.ts";
import { Points } from "./points/points.ts";
import { scattered } from "./sampling/scatter_sampler.ts";
import type { Plan, Task } from "./task.ts";

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
export const distanceOrder: Task = defineTask({
  name: "distance-order",
  version: 3,
  summary: "Which points are nearest to each other, or farthest",
  kind: distanceOrderKind,
  knobs: KNOBS,
  forms: FORM_KNOBS.form.of,
  wordings: POINT_KNOBS.wording.of,
  profiles: {
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
  begin(knobs) {
    const { ask, frame, wording, objects } = knobs;
    const words = DISTANCE_WORDS[wording];
    const rows = layOut(knobs);
    const row = new Int32Array(rows.plan.width);
    const given = phrase(knobs.given === "text" ? words.given : words.shown, ["points", "yAxis"]);
    const places = ["a", "b", "c", "d", "of"];
    const phrases = Object.fromEntries(ASKS.map((ask) => [ask, {
      questions: words.order[ask].map((q) => phrase(q, places)),
      claim: phrase(words.orderClaim[ask], [...places, "claim"]),
    }]));
    const count = askedOf(ask, objects);
    /** What the places of a wording hold. */
    const held = (ask: DistanceAsk, of: readonly string[]): readonly string[] => {
      const pairs = candidatesOf(ask, of.length).slice(0, 2);
      const named = pairs.flatMap(([i, j]) => [of[i]!, of[j]!]);
      return [...named, of.slice(picksPoint(ask) ? 1 : 0).join(", ")];
    };
    // A tie has several right answers, of which a row holds one: options and claims must know all.
    const isTied = !knobs.unique && knobs.margin === 0 && knobs.form !== "open";
    return {
      make({ chance, aim }): Draft<DistanceOrderQuestion, PointOrPair> | null {
        rows.plan.sample(chance, row, 0, 0);
        if (rows.order.measure(row, 0) < 0) return null;
        rows.exchange(aim, row, 0, rows.order.best);
        const points = rows.points.read(row, 0);
        const of = points.slice(0, count).map(([name]) => name);
        const answers = distanceOrderKind.answers!({ frame, points, ask, of });
        return {
          instance: { frame, points, ask, of },
          phrase: row[rows.question]!,
          ...(knobs.unique ? {} : { shown: answers[row[rows.answer]!]! }),
        };
      },
      ask({ points, of, ask, frame }, question) {
        const { questions, claim } = phrases[ask]!;
        const names = held(ask, of);
        return {
          given: given(listedPlaces(points, wording), yAxisIn(wording, frame)),
          question: questions[question]!(...names),
          claim: (answer) => claim(...names, answer),
        };
      },
      keeps: ({ status }) => status === "exact" || status === "tie",
      fast: () => isTied ? null : rows.plan,
    };
  },
});

function isNear(ask: DistanceAsk): boolean {
  return ask === "nearest" || ask === "shortest" || ask === "shorter";
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

/** The fast form: what stands in which column of a row. */
function layOut(knobs: Values) {
  const points = new Points(knobs, 0);
  const pairs = candidatesOf(knobs.ask, knobs.objects);
  const forms = new Forms({ ...knobs, answers: pairs.length }, points.width);
  const question = points.width + forms.width;
  const margin = question + 1;
  const width = margin + 1;
  const order = new PairOrder({ ...knobs, near: isNear(knobs.ask) }, points, pairs);
  const words = DISTANCE_WORDS[knobs.wording];
  const questions = words.order[knobs.ask];
  const slots = slotsOf(knobs, points, pairs);

  /** Puts the pair that is aimed at in the place of the extreme one, whichever that was. */
  const exchange = (chance: Chance, rows: Int32Array, at: number, best: number) => {
    const pick = chance.below(questions.length * pairs.length);
    const asked = (pick / pairs.length) | 0;
    const target = pick - asked * pairs.length;
    order.exchange(rows, at, best, target);
    rows[at + question] = asked;
    rows[at + forms.answer] = target;
  };
  const plan: Plan = {
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
      exchange(chance, rows, at, rows[at + forms.answer]!);
      forms.draw(chance, rows, at);
    },
    marks: pointMarks(points, knobs),
    parts: {
      ...forms.parts({
        given: fill(knobs.given === "text" ? words.given : words.shown, slots),
        question: choice(question, questions.map((q) => fill(q, slots))),
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
        of: Array.from(
          { length: askedOf(knobs.ask, knobs.objects) },
          (_, i) => text(points.name(i)),
        ),
      }),
      alt: points.listed(),
    },
  };
  return { plan, points, order, exchange, question, answer: forms.answer };
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

/** How many of the points are asked about, in the order that {@link candidatesOf} goes by. */
function askedOf(ask: DistanceAsk, objects: number): number {
  return ask === "shorter" || ask === "longer" ? Math.min(objects, 4) : objects;
}
