import { exact, impossible } from "../../outcome.ts";
import {
  faultOfCompared,
  faultOfExtreme,
  faultOfMeasured,
  faultOfPlain,
  faultOfRank,
  type Named,
  order,
  plain,
} from "../_check_choices.ts";
import {
  bodiesOf,
  cornersOf,
  cross,
  dot,
  flatApart,
  type Truth,
  turnedDirection,
} from "../_truth.ts";
import { type OrdinalEnd, type Reference, type ReferringPart, referTo } from "../refer.ts";
import { Q } from "../../_check_numbers.ts";
import { Rational } from "../../../geometry/space/rational.ts";
import { parseReal, type Real, type Real3 } from "../../../geometry/space/real.ts";
import type { Arguments, ArgumentSpec } from "../arguments.ts";
import {
  type Candidate,
  comparedAs,
  extremeOf,
  measuredOutcome,
  rankOf,
  withinLimit,
} from "../choices.ts";
import {
  extentAlong,
  objectDistance,
  objectSize,
  pointDistance,
  type SizeRule,
} from "../measures.ts";
import { Quantity } from "../quantity.ts";
import type { SceneQuery } from "../query.ts";
import {
  depthOf,
  DISTANCE_VARIANTS,
  distanceRule,
  givenCamera,
  SIZE_VARIANTS,
  sizeUnit,
  trueDepth,
  trueDistance,
  truePointDistance,
  trueSize,
} from "./metric.ts";

const OBJECT: ArgumentSpec = { kind: "object" };
const OBJECTS: ArgumentSpec = { kind: "objects" };
const CAMERA: ArgumentSpec = { kind: "camera" };

function nameOf(args: Arguments, i: number): string {
  return args.scene.objects[i]!.id;
}

function byDistance(which: "least" | "greatest", id: string, summary: string): SceneQuery {
  return {
    id,
    group: "compare",
    summary,
    takes: { anchor: OBJECT, options: OBJECTS },
    variants: DISTANCE_VARIANTS,
    frame: "none",
    solve: (args, variant) => {
      const anchor = args.object("anchor");
      const list = args.objects("options").map((i): Candidate => ({
        name: nameOf(args, i),
        quantity: objectDistance(args.scene, anchor, i, distanceRule(variant)),
      }));
      return extremeOf(list, which, "metre");
    },
    check: (args, variant, outcome) => {
      const anchor = args.object("anchor");
      const list = args.objects("options").map((i): Named => ({
        name: nameOf(args, i),
        truth: trueDistance(args.scene, anchor, i, distanceRule(variant)),
      }));
      return faultOfExtreme(list, which, outcome);
    },
  };
}

function byCameraDistance(which: "least" | "greatest", id: string, summary: string): SceneQuery {
  return {
    id,
    group: "compare",
    summary,
    takes: { camera: CAMERA, options: OBJECTS },
    variants: { ...DISTANCE_VARIANTS, "depth": "by the depth of the nearest points" },
    frame: "camera",
    solve: (args, variant) => {
      const { position } = args.camera("camera").camera;
      const list = args.objects("options").map((i): Candidate => ({
        name: nameOf(args, i),
        quantity: variant === "depth"
          ? depthOf(alone(args, i), "object", "camera", "nearest")
          : pointDistance(args.scene, i, position, distanceRule(variant)),
      }));
      return extremeOf(list, which, "metre");
    },
    check: (args, variant, outcome) => {
      const { position } = givenCamera(args.scene, args.raw("camera") as string);
      const list = args.objects("options").map((i): Named => ({
        name: nameOf(args, i),
        truth: variant === "depth"
          ? trueDepth(alone(args, i), "object", "camera", "nearest")
          : truePointDistance(args.scene, i, position, distanceRule(variant)),
      }));
      return faultOfExtreme(list, which, outcome);
    },
  };
}

/** The arguments with one object. */
function alone(args: Arguments, i: number): Arguments {
  return args.with({ object: { kind: "object" }, camera: CAMERA }, {
    object: nameOf(args, i),
    camera: args.raw("camera"),
  });
}

const within: SceneQuery = {
  id: "within",
  group: "compare",
  summary: "Are two objects at most so far apart?",
  takes: { a: OBJECT, b: OBJECT, limit: { kind: "length" } },
  variants: DISTANCE_VARIANTS,
  frame: "none",
  solve: (args, variant) => {
    const distance = objectDistance(
      args.scene,
      args.object("a"),
      args.object("b"),
      distanceRule(variant),
    );
    return withinLimit(distance, Quantity.rational(args.number("limit")), "metre");
  },
  check: (args, variant, outcome) => {
    const truth = trueDistance(
      args.scene,
      args.object("a"),
      args.object("b"),
      distanceRule(variant),
    );
    const limit = plain(Q.read(args.raw("limit") as string));
    return faultOfCompared(truth, limit, [true, true, false], outcome);
  },
};

const nearby: SceneQuery = {
  id: "nearby",
  group: "compare",
  summary: "Which objects are at most so far from an object?",
  takes: { object: OBJECT, limit: { kind: "length" } },
  variants: DISTANCE_VARIANTS,
  frame: "none",
  solve: (args, variant) => {
    const anchor = args.object("object");
    const limit = Quantity.rational(args.number("limit"));
    let value = Infinity;
    const found = args.scene.objects.filter((_, i) => {
      if (i === anchor) return false;
      const outcome = withinLimit(
        objectDistance(args.scene, anchor, i, distanceRule(variant)),
        limit,
        "metre",
      );
      if (outcome.status !== "exact") return false;
      value = Math.min(value, outcome.margin!.value);
      return outcome.value;
    });
    return exact(found.map((o) => o.id), value === Infinity ? null : { value, unit: "metre" });
  },
  check: (args, variant, outcome) => {
    const anchor = args.object("object");
    const limit = plain(Q.read(args.raw("limit") as string));
    const claimed = outcome.status === "exact" ? outcome.value as string[] : [];
    for (const [i, { id }] of args.scene.objects.entries()) {
      if (i === anchor) continue;
      const truth = trueDistance(args.scene, anchor, i, distanceRule(variant));
      const one = { ...outcome, value: claimed.includes(id) } as typeof outcome;
      const fault = faultOfCompared(truth, limit, [true, true, false], one);
      if (fault !== null) return `${id}: ${fault}`;
    }
    return claimed.includes(nameOf(args, anchor)) ? "it is not near itself" : null;
  },
};

function bySize(which: "least" | "greatest", id: string, summary: string): SceneQuery {
  return {
    id,
    group: "compare",
    summary,
    takes: { options: OBJECTS },
    variants: SIZE_VARIANTS,
    frame: "none",
    solve: (args, variant) => {
      const list = args.objects("options").map((i): Candidate => ({
        name: nameOf(args, i),
        quantity: objectSize(args.scene, i, variant as SizeRule),
      }));
      return extremeOf(list, which, sizeUnit(variant));
    },
    check: (args, variant, outcome) => {
      const list = args.objects("options").map((i): Named => ({
        name: nameOf(args, i),
        truth: trueSize(args.scene, i, variant as SizeRule),
      }));
      return faultOfExtreme(list, which, outcome);
    },
  };
}

const rankBySize: SceneQuery = {
  id: "rank-by-size",
  group: "compare",
  summary: "The objects from the smallest to the largest; those that tie together.",
  takes: { options: OBJECTS },
  variants: SIZE_VARIANTS,
  frame: "none",
  solve: (args, variant) =>
    rankOf(
      args.objects("options").map((i) => ({
        name: nameOf(args, i),
        quantity: objectSize(args.scene, i, variant as SizeRule),
      })),
      sizeUnit(variant),
    ),
  check: (args, variant, outcome) =>
    faultOfRank(
      args.objects("options").map((i) => ({
        name: nameOf(args, i),
        truth: trueSize(args.scene, i, variant as SizeRule),
      })),
      outcome,
    ),
};

const rankByDistance: SceneQuery = {
  id: "rank-by-distance",
  group: "compare",
  summary: "The objects from the nearest to an object to the farthest; those that tie together.",
  takes: { anchor: OBJECT, options: OBJECTS },
  variants: DISTANCE_VARIANTS,
  frame: "none",
  solve: (args, variant) => {
    const anchor = args.object("anchor");
    return rankOf(
      args.objects("options").map((i) => ({
        name: nameOf(args, i),
        quantity: objectDistance(args.scene, anchor, i, distanceRule(variant)),
      })),
      "metre",
    );
  },
  check: (args, variant, outcome) => {
    const anchor = args.object("anchor");
    return faultOfRank(
      args.objects("options").map((i) => ({
        name: nameOf(args, i),
        truth: trueDistance(args.scene, anchor, i, distanceRule(variant)),
      })),
      outcome,
    );
  },
};

const ALONG: Readonly<Record<string, Real3>> = {
  east: [1, 0, 0],
  west: [-1, 0, 0],
  north: [0, 1, 0],
  south: [0, -1, 0],
  up: [0, 0, 1],
  down: [0, 0, -1],
};

const orderAlong: SceneQuery = {
  id: "order-along",
  group: "compare",
  summary: "The objects in their order along a direction; those that tie together.",
  takes: { options: OBJECTS, axis: { kind: "word", words: Object.keys(ALONG) } },
  variants: { centre: "by their centres", near: "by the end that comes first" },
  frame: "world",
  solve: (args, variant) => {
    const axis = ALONG[args.word("axis")]!;
    const list = args.objects("options").map((i): Candidate => {
      const { low, middle } = extentAlong(args.scene, i, axis);
      return {
        name: nameOf(args, i),
        quantity: Quantity.rational(variant === "near" ? low : middle),
      };
    });
    return rankOf(list, "metre");
  },
  check: (args, variant, outcome) => {
    const word = args.word("axis");
    const k = Math.floor(Object.keys(ALONG).indexOf(word) / 2);
    const sign = Object.keys(ALONG).indexOf(word) % 2 === 0 ? 1n : -1n;
    const numbers = args.objects("options");
    const { bodies, one } = bodiesOf(args.scene, numbers);
    const list = numbers.map((i, n): Named => {
      const values = (variant === "near" ? cornersOf(bodies[n]!) : [bodies[n]!.center])
        .map((p) => sign * p[k]!);
      const least = values.reduce((a, b) => a < b ? a : b);
      return { name: nameOf(args, i), truth: plain(new Q(least, one)) };
    });
    return faultOfRank(list, outcome);
  },
};

const sizeCompared: SceneQuery = {
  id: "size-compared",
  group: "compare",
  summary: "Is one object smaller than another, larger, or of the same size?",
  takes: { a: OBJECT, b: OBJECT },
  variants: SIZE_VARIANTS,
  frame: "none",
  solve: (args, variant) => {
    const [a, b] = ["a", "b"].map((x) =>
      objectSize(args.scene, args.object(x), variant as SizeRule)
    );
    return comparedAs(a!, b!, ["smaller", "same", "larger"], sizeUnit(variant));
  },
  check: (args, variant, outcome) => {
    const [a, b] = ["a", "b"].map((x) => trueSize(args.scene, args.object(x), variant as SizeRule));
    return faultOfCompared(a!, b!, ["smaller", "same", "larger"], outcome);
  },
};

const sizeRatio: SceneQuery = {
  id: "size-ratio",
  group: "compare",
  summary: "How many times as large as another is an object?",
  takes: { a: OBJECT, b: OBJECT },
  variants: SIZE_VARIANTS,
  frame: "none",
  unit: "times",
  solve: (args, variant) => {
    const [a, b] = ["a", "b"].map((x) =>
      objectSize(args.scene, args.object(x), variant as SizeRule)
    );
    const ratio = a!.exactly.over(b!.exactly);
    return measuredOutcome(a!.isRoot ? Quantity.root(ratio) : Quantity.rational(ratio));
  },
  check: (args, variant, outcome) => {
    const [a, b] = ["a", "b"].map((x) => trueSize(args.scene, args.object(x), variant as SizeRule));
    const truth: Truth = { value: a!.value.over(b!.value), isRoot: a!.isRoot };
    return faultOfMeasured(truth, outcome);
  },
};

const THRESHOLDS = Array.from({ length: 10 }, (_, i) => 50 + 5 * i);

const mra: SceneQuery = {
  id: "mean-relative-accuracy",
  group: "compare",
  summary: "How near is a number to the right one: the share of ten tolerances that it meets?",
  takes: { number: { kind: "number" }, right: { kind: "number" } },
  variants: {
    exact: "|p - t| / t <= 1 - theta for theta of 0.50, 0.55, ..., 0.95, in exact numbers",
    vsi: "as VSI-Bench's scorer has it, in doubles",
  },
  frame: "none",
  unit: "share",
  solve: (args, variant) => {
    const right = args.number("right");
    if (right.sign <= 0) throw new RangeError(`Cannot score against ${right}, must be above 0`);
    const number = args.number("number");
    if (variant === "vsi") {
      return measuredOutcome(Quantity.rational(Rational.of(
        BigInt(vsiHits(number.toNumber(), right.toNumber())),
        10n,
      )));
    }
    const off = number.minus(right).abs().over(right);
    const hits = THRESHOLDS.filter((t) => off.compare({ num: BigInt(100 - t), den: 100n }) <= 0);
    return measuredOutcome(Quantity.rational(Rational.of(BigInt(hits.length), 10n)));
  },
  check: (args, variant, outcome) => {
    const [p, t] = ["number", "right"].map((x) => Q.read(args.raw(x) as string));
    const off = p!.minus(t!).abs();
    let hits = 0n;
    for (let k = 1n; k <= 10n; k++) {
      // off / t <= k / 20, and in doubles the other way around.
      if (off.times(new Q(20n)).against(t!.times(new Q(k))) <= 0) hits++;
    }
    if (variant === "vsi") {
      hits = BigInt(vsiHits(Number(args.raw("number")), Number(args.raw("right"))));
    }
    return faultOfMeasured(plain(new Q(hits, 10n)), outcome);
  },
};

/** As the scorer computes it: linspace(0.5, 0.95, 10), and 1 - theta, in doubles. */
function vsiHits(p: number, t: number): number {
  const off = Math.abs(p - t) / t;
  const step = (0.95 - 0.5) / 9;
  let hits = 0;
  for (let i = 0; i < 10; i++) {
    const theta = i === 9 ? 0.95 : 0.5 + i * step;
    if (off <= 1 - theta) hits++;
  }
  return hits;
}

const factorTwo: SceneQuery = {
  id: "factor-two",
  group: "compare",
  summary: "Is a number less than twice the right one and more than half of it?",
  takes: { number: { kind: "number" }, right: { kind: "number" } },
  variants: { open: "max(p / t, t / p) < 2" },
  frame: "none",
  solve: (args) => {
    const [p, t] = [args.number("number"), args.number("right")];
    const two = { num: 2n, den: 1n };
    const isIn = p.sign > 0 && t.sign > 0 && p.compare(t.times(two)) < 0 &&
      t.compare(p.times(two)) < 0;
    return exact(isIn);
  },
  check: (args, _, outcome) => {
    const [p, t] = ["number", "right"].map((x) => parseReal(args.raw(x) as Real));
    const ratio = new Q(p!.num * t!.den, p!.den * t!.num);
    const isIn = t!.num > 0n && ratio.against(new Q(2n)) < 0 && new Q(1n, 2n).against(ratio) < 0;
    return faultOfPlain(isIn, outcome);
  },
};

const refer: SceneQuery = {
  id: "refer",
  group: "compare",
  summary: "What is the shortest description that fits an object alone?",
  takes: { object: OBJECT, camera: { kind: "camera", optional: true } },
  variants: {
    shortest: "category, then attributes, relations to what there is one of, one place in an order",
  },
  frame: "camera",
  solve: (args) => {
    const camera = args.has("camera") ? args.camera("camera") : undefined;
    const found = referTo(args.scene, args.object("object"), camera);
    return found === null
      ? impossible("no description of three parts fits it alone")
      : exact(found);
  },
  check: (args, _, outcome) => {
    const i = args.object("object");
    const camera = args.has("camera") ? args.raw("camera") as string : null;
    if (outcome.status !== "exact" && outcome.status !== "impossible") return "there is an answer";
    const parts = outcome.status === "exact" ? (outcome.value as Reference).parts : null;
    if (parts !== null && !fitsAlone(args, i, camera, parts)) return "it does not fit it alone";
    // Every description that is shorter must fit another too, or not fit it.
    const all = partsOf(args, camera);
    const most = parts === null ? 3 : parts.length - 1;
    const lists: ReferringPart[][] = [[]];
    for (let size = 0; size <= most; size++) {
      for (const list of lists.filter((l) => l.length === size)) {
        if (fitsAlone(args, i, camera, list)) return "a shorter one fits it alone";
        if (size === most || list.some((p) => p.kind === "ordinal")) continue;
        const last = list.length === 0 ? -1 : all.indexOf(list.at(-1)!);
        for (const part of all.slice(last + 1)) lists.push([...list, part]);
      }
    }
    return null;
  },
};

/** Every part that a description may have. */
function partsOf(args: Arguments, camera: string | null): ReferringPart[] {
  const { objects } = args.scene.given;
  const values = new Set(objects.flatMap((o) => [
    ...o.colour === undefined ? [] : [o.colour],
    ...o.attributes ?? [],
  ]));
  const only = objects.filter((o) => objects.filter((p) => p.category === o.category).length === 1);
  const still: readonly OrdinalEnd[] = ["top", "bottom", "largest", "smallest"];
  const seen: readonly OrdinalEnd[] = ["left", "right", "front", "back"];
  const ends = camera === null ? still : [...still, ...seen];
  return [
    ...[...values].map((value) => ({ kind: "attribute", value }) as const),
    ...only.flatMap(({ category }) => [
      { kind: "on", landmark: category } as const,
      { kind: "nearest-to", landmark: category } as const,
    ]),
    ...ends.flatMap((from) =>
      objects.map((_, n) => ({ kind: "ordinal", from, nth: n + 1 }) as const)
    ),
  ];
}

/** Whether a description fits an object and none else, each part by the table's own checks. */
function fitsAlone(
  args: Arguments,
  i: number,
  camera: string | null,
  parts: readonly ReferringPart[],
): boolean {
  const { objects } = args.scene.given;
  const kin = objects.map((_, j) => j).filter((j) => objects[j]!.category === objects[i]!.category);
  const holds = (j: number, part: ReferringPart): boolean => {
    if (part.kind === "attribute") {
      const { colour, attributes = [] } = objects[j]!;
      return colour === part.value || attributes.includes(part.value);
    }
    if (part.kind === "ordinal") return true;
    const k = objects.findIndex((o) => o.category === part.landmark);
    if (kin.includes(k)) return false;
    if (part.kind === "on") return standsOn(args, j, k);
    const own = trueDistance(args.scene, k, j, "nearest-surface");
    return kin.every((other) =>
      other === j || order(trueDistance(args.scene, k, other, "nearest-surface"), own) > 0
    );
  };
  const left = kin.filter((j) => parts.every((part) => holds(j, part)));
  if (!left.includes(i)) return false;
  const ordinal = parts.find((p) => p.kind === "ordinal");
  if (ordinal === undefined) return left.length === 1;
  const keys = new Map(left.map((j) => [j, ordinalKey(args, j, ordinal.from, camera)]));
  const signs = left.filter((j) => j !== i).map((j) => order(keys.get(j)!, keys.get(i)!));
  return !signs.includes(0) && signs.filter((s) => s < 0).length + 1 === ordinal.nth;
}

function standsOn(args: Arguments, j: number, k: number): boolean {
  const { bodies, one } = bodiesOf(args.scene, [j, k]);
  const [a, b] = bodies.map((body) => cornersOf(body).map((p) => p[2]));
  const gap = a!.reduce((x, y) => x < y ? x : y) - b!.reduce((x, y) => x > y ? x : y);
  const isLevel = (gap < 0n ? -gap : gap) * 100n <= one;
  return isLevel && flatApart(cornersOf(bodies[0]!), cornersOf(bodies[1]!)).n === 0n;
}

function ordinalKey(args: Arguments, j: number, from: string, camera: string | null): Truth {
  const { bodies, one } = bodiesOf(args.scene, [j]);
  const { center, axes: [p, q, r] } = bodies[0]!;
  const signed = (x: Q, sense: number) => plain(sense > 0 ? x : new Q(-x.n, x.d));
  if (from === "top" || from === "bottom") {
    return signed(new Q(center[2], one), from === "top" ? -1 : 1);
  }
  if (from === "largest" || from === "smallest") {
    const volume = new Q(dot(p, cross(q, r)), one ** 3n).abs();
    return signed(volume, from === "largest" ? -1 : 1);
  }
  const view = givenCamera(args.scene, camera!);
  const isSide = from === "left" || from === "right";
  const axis = turnedDirection(args.scene, isSide ? view.right : view.forward);
  const along = center.reduce((s, x, k) => s.plus(axis[k]!.times(new Q(x, one))), new Q(0n));
  return signed(along, from === "left" || from === "front" ? 1 : -1);
}

/** The comparing queries. */
export const COMPARE_QUERIES: readonly SceneQuery[] = [
  byDistance("least", "nearest", "Which of several objects is nearest to an object?"),
  byDistance("greatest", "farthest", "Which of several objects is farthest from an object?"),
  byCameraDistance(
    "least",
    "nearest-to-camera",
    "Which of several objects is nearest to the camera?",
  ),
  byCameraDistance(
    "greatest",
    "farthest-from-camera",
    "Which of several objects is farthest from the camera?",
  ),
  within,
  nearby,
  bySize("least", "smallest", "Which of several objects is the smallest?"),
  bySize("greatest", "largest", "Which of several objects is the largest?"),
  rankBySize,
  rankByDistance,
  orderAlong,
  sizeCompared,
  sizeRatio,
  mra,
  factorTwo,
  refer,
];
