import { boxContact } from "../../../geometry/space/box_contact.ts";
import type { Big3 } from "../../../geometry/space/box_table.ts";
import { hullDistance } from "../../../geometry/space/hull_distance.ts";
import type { Rational2 } from "../../../geometry/space/flat_polygon.ts";
import { Rational } from "../../../geometry/space/rational.ts";
import type { Real3 } from "../../../geometry/space/real.ts";
import { exact } from "../../outcome.ts";
import { Q } from "../../_check_numbers.ts";
import { faultOfCompared, faultOfPlain, plain } from "../_check_choices.ts";
import {
  bodiesOf,
  type Body,
  boxesApart,
  cornersOf,
  flatApart,
  isIn,
  isInFlat,
} from "../_truth.ts";
import { sharedOf } from "../_true_volume.ts";
import type { Arguments, ArgumentSpec } from "../arguments.ts";
import { withinLimit } from "../choices.ts";
import { isInside } from "../free_place.ts";
import { extentAlong, objectDistance } from "../measures.ts";
import { Quantity } from "../quantity.ts";
import type { SceneQuery } from "../query.ts";
import { trueDistance } from "./metric.ts";

const OBJECT: ArgumentSpec = { kind: "object" };
const TOLERANCE: ArgumentSpec = { kind: "length", otherwise: "0.01" };
const UP = [0, 0, 1] as const;

/** How deep the corners of one box lie in another: 1 all within, 0 some on the surface, -1 outside. */
function depthIn(args: Arguments, inner: number, outer: number): -1 | 0 | 1 {
  const { center, axes: [a, b, c] } = args.scene.table.integers.boxes[outer]!;
  const det = dot(a, cross(b, c));
  const size = det < 0n ? -det : det;
  let least: -1 | 0 | 1 = 1;
  for (const p of args.scene.corners(inner)) {
    const d: Big3 = [p[0] - center[0], p[1] - center[1], p[2] - center[2]];
    for (const x of [dot(d, cross(b, c)), dot(a, cross(d, c)), dot(a, cross(b, d))]) {
      const reach = x < 0n ? -x : x;
      if (reach > size) return -1;
      if (reach === size) least = 0;
    }
  }
  return least;
}

const rcc8: SceneQuery = {
  id: "rcc8",
  group: "contact",
  summary: "Which of the eight relations of regions holds between two boxes?",
  takes: { a: OBJECT, b: OBJECT },
  variants: { boxes: "of the closed boxes: DC, EC, PO, TPP, NTPP, TPPi, NTPPi or EQ" },
  frame: "none",
  solve: (args) => {
    const [a, b] = [args.object("a"), args.object("b")];
    const contact = boxContact(args.scene.table, a, b);
    if (contact !== "overlap") return exact(contact === "apart" ? "DC" : "EC");
    const [inB, inA] = [depthIn(args, a, b), depthIn(args, b, a)];
    if (inB >= 0 && inA >= 0) return exact("EQ");
    if (inB >= 0) return exact(inB === 1 ? "NTPP" : "TPP");
    if (inA >= 0) return exact(inA === 1 ? "NTPPi" : "TPPi");
    return exact("PO");
  },
  check: (args, _, outcome) => {
    const { bodies } = bodiesOf(args.scene, [args.object("a"), args.object("b")]);
    return faultOfPlain(trueRelation(bodies[0]!, bodies[1]!), outcome);
  },
};

function trueRelation(a: Body, b: Body): string {
  if (boxesApart(a, b).n > 0n) return "DC";
  if (sharedOf(a, b).sign === 0) return "EC";
  const [inB, inA] = [cornersOf(a).every((p) => isIn(p, b)), cornersOf(b).every((p) => isIn(p, a))];
  if (inA && inB) return "EQ";
  if (!inA && !inB) return "PO";
  const [inner, outer] = inB ? [a, b] : [b, a];
  // A hair larger, it would stick out where it touches.
  const grown: Body = {
    center: scaled(inner.center),
    axes: inner.axes.map((m) => m.map((x) => x * (FINE + 1n))) as unknown as Body["axes"],
  };
  const wide: Body = {
    center: scaled(outer.center),
    axes: outer.axes.map(scaled) as unknown as Body["axes"],
  };
  const touches = !cornersOf(grown).every((p) => isIn(p, wide));
  return `${touches ? "TPP" : "NTPP"}${inB ? "" : "i"}`;
}

const FINE = 10n ** 60n;

function scaled(v: readonly bigint[]): Body["center"] {
  return v.map((x) => x * FINE) as unknown as Body["center"];
}

const contains: SceneQuery = {
  id: "contains",
  group: "contact",
  summary: "Is one object within another?",
  takes: { outer: OBJECT, inner: OBJECT },
  variants: {
    whole: "all of its box is in the other's, the surface included",
    "open-top": "its shadow is in the other's, and its bottom is at or above the other's bottom " +
      "and below its top, as things stand in a bowl",
    centre: "its centre is in the other's box",
  },
  frame: "none",
  solve: (args, variant) => {
    const [outer, inner] = [args.object("outer"), args.object("inner")];
    const { scene } = args;
    if (variant === "whole") return exact(depthIn(args, inner, outer) >= 0);
    if (variant === "centre") {
      const { squared } = hullDistance([scene.center(inner)], scene.corners(outer));
      return exact(squared.num === 0n);
    }
    const [i, o] = [inner, outer].map((k) => extentAlong(scene, k, UP));
    const isIn = i!.low.compare(o!.low) >= 0 && i!.low.compare(o!.high) < 0 &&
      scene.footprint(inner).every((p) =>
        hullDistance([p], scene.footprint(outer)).squared.num === 0n
      );
    return exact(isIn);
  },
  check: (args, variant, outcome) => {
    const { bodies } = bodiesOf(args.scene, [args.object("outer"), args.object("inner")]);
    const [outer, inner] = [bodies[0]!, bodies[1]!];
    if (variant === "whole") {
      return faultOfPlain(cornersOf(inner).every((p) => isIn(p, outer)), outcome);
    }
    if (variant === "centre") return faultOfPlain(isIn(inner.center, outer), outcome);
    const lows = [outer, inner].map((b) => cornersOf(b).map((p) => p[2]));
    const least = (xs: readonly bigint[]) => xs.reduce((a, b) => a < b ? a : b);
    const most = (xs: readonly bigint[]) => xs.reduce((a, b) => a > b ? a : b);
    const isInside = least(lows[1]!) >= least(lows[0]!) && least(lows[1]!) < most(lows[0]!) &&
      cornersOf(inner).every((p) => isInFlat(p, cornersOf(outer)));
    return faultOfPlain(isInside, outcome);
  },
};

const touches: SceneQuery = {
  id: "touches",
  group: "contact",
  summary: "Do two objects touch?",
  takes: { a: OBJECT, b: OBJECT, tolerance: TOLERANCE },
  variants: {
    tolerant: "their surfaces are at most the tolerance apart, or they overlap",
    strict: "they share a point and no inside, exactly",
  },
  frame: "none",
  solve: (args, variant) => {
    const [a, b] = [args.object("a"), args.object("b")];
    if (variant === "strict") return exact(boxContact(args.scene.table, a, b) === "touch");
    const distance = objectDistance(args.scene, a, b, "nearest-surface");
    return withinLimit(distance, Quantity.rational(args.number("tolerance")), "metre");
  },
  check: (args, variant, outcome) => {
    const [a, b] = [args.object("a"), args.object("b")];
    if (variant === "strict") {
      const { bodies } = bodiesOf(args.scene, [a, b]);
      return faultOfPlain(trueRelation(bodies[0]!, bodies[1]!) === "EC", outcome);
    }
    const limit = plain(Q.read(args.raw("tolerance") as string));
    const truth = trueDistance(args.scene, a, b, "nearest-surface");
    return faultOfCompared(truth, limit, [true, true, false], outcome);
  },
};

const supports: SceneQuery = {
  id: "supports",
  group: "contact",
  summary: "Does one object stand on another?",
  takes: { below: OBJECT, above: OBJECT, tolerance: TOLERANCE },
  variants: {
    shadow: "its lowest point is at the other's highest but for the tolerance, and their shadows " +
      "meet",
    centre: "the same, and its centre is over the other's shadow",
  },
  frame: "world",
  solve: (args, variant) => {
    const [below, above] = [args.object("below"), args.object("above")];
    const { scene } = args;
    const gap = extentAlong(scene, above, UP).low.minus(extentAlong(scene, below, UP).high);
    if (gap.abs().compare(args.number("tolerance")) > 0) return exact(false);
    const [x, y] = scene.center(above);
    const shadow: readonly Big3[] = variant === "centre" ? [[x, y, 0n]] : scene.footprint(above);
    return exact(hullDistance(shadow, scene.footprint(below)).squared.num === 0n);
  },
  check: (args, variant, outcome) => {
    const { bodies, one } = bodiesOf(args.scene, [args.object("below"), args.object("above")]);
    const [b, a] = bodies.map((body) => cornersOf(body).map((p) => p[2]));
    const low = a!.reduce((x, y) => x < y ? x : y);
    const high = b!.reduce((x, y) => x > y ? x : y);
    const isLevel = new Q(low - high, one).abs()
      .against(Q.read(args.raw("tolerance") as string)) <= 0;
    const points = variant === "centre" ? [bodies[1]!.center] : cornersOf(bodies[1]!);
    return faultOfPlain(isLevel && flatApart(points, cornersOf(bodies[0]!)).n === 0n, outcome);
  },
};

const inRoom: SceneQuery = {
  id: "in-room",
  group: "placement",
  summary: "Is an object in a room?",
  takes: { object: OBJECT, room: { kind: "room" } },
  variants: {
    centre: "its centre lies over the room's floor",
    stated: "as the data says",
  },
  frame: "none",
  solve: (args, variant) => {
    const { id, outline } = args.room("room");
    const i = args.object("object");
    if (variant === "stated") return exact(args.scene.objects[i]!.room === id);
    if (outline === undefined) throw new RangeError(`Cannot ask in-room: ${id} has no outline`);
    const ring = outline.map((p) => onGround(args.scene.point(p)));
    const [x, y] = args.scene.center(i).map((v) => Rational.of(v, args.scene.den));
    return exact(isInside([x!, y!], ring));
  },
  check: (args, variant, outcome) => {
    const { id, outline } = args.room("room");
    const i = args.object("object");
    if (variant === "stated") {
      return faultOfPlain(args.scene.given.objects[i]!.room === id, outcome);
    }
    const { bodies, points } = bodiesOf(args.scene, [i], outline);
    return faultOfPlain(isWound(points, bodies[0]!.center), outcome);
  },
};

/** A point on the ground, exactly. */
export function onGround([x, y]: Real3): Rational2 {
  return [Rational.from(x), Rational.from(y)];
}

/** Whether a ring winds around a point, by the quarters that its corners lie in; its rim counts. */
function isWound(ring: readonly Body["center"][], [px, py]: Body["center"]): boolean {
  const quarter = (dx: bigint, dy: bigint) =>
    dx > 0n && dy >= 0n ? 0 : dx <= 0n && dy > 0n ? 1 : dx < 0n && dy <= 0n ? 2 : 3;
  let turns = 0;
  for (const [i, [ax, ay]] of ring.entries()) {
    const [bx, by] = ring[(i + 1) % ring.length]!;
    const [x, y, u, v] = [ax - px, ay - py, bx - px, by - py];
    const side = x * v - y * u;
    if (side === 0n && x * u + y * v <= 0n) return true;
    const step = (quarter(u, v) - quarter(x, y) + 4) % 4;
    turns += step === 3 ? -1 : step === 2 ? (side > 0n ? 2 : -2) : step;
  }
  return turns !== 0;
}

const fits: SceneQuery = {
  id: "fits",
  group: "placement",
  summary: "Would one object fit into another's box, edges along edges?",
  takes: { object: OBJECT, into: OBJECT },
  variants: {
    any: "in some of its six positions",
    upright: "standing as it stands, turned by quarters",
  },
  frame: "none",
  solve: (args, variant) => {
    const [a, b] = [args.object("object"), args.object("into")].map((i) => edgeSquares(args, i));
    const isIn = (x: readonly bigint[], y: readonly bigint[]) => x.every((v, k) => v <= y[k]!);
    if (variant === "any") return exact(isIn(sorted(a!.all), sorted(b!.all)));
    return exact(a!.up <= b!.up && isIn(sorted(a!.flat), sorted(b!.flat)));
  },
  check: (args, variant, outcome) => {
    const { bodies } = bodiesOf(args.scene, [args.object("object"), args.object("into")]);
    const [a, b] = bodies.map(({ axes }) => ({
      edges: axes.map((m) => m[0] * m[0] + m[1] * m[1] + m[2] * m[2]),
      upright: steepest(axes),
    }));
    const orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
    const isFit = orders.some((order) =>
      order.every((k, n) => a!.edges[k]! <= b!.edges[n]!) &&
      (variant === "any" || order[b!.upright] === a!.upright)
    );
    return faultOfPlain(isFit, outcome);
  },
};

function steepest(axes: Body["axes"]): number {
  const share = axes.map((m) => new Q(m[2] * m[2], m[0] * m[0] + m[1] * m[1] + m[2] * m[2]));
  let best = 0;
  for (const k of [1, 2]) if (share[k]!.against(share[best]!) >= 0) best = k;
  return best;
}

function edgeSquares(args: Arguments, i: number) {
  const { axes } = args.scene.table.integers.boxes[i]!;
  const all = axes.map((m) => dot(m, m));
  let up = 0;
  for (const k of [1, 2]) {
    if (axes[k]![2] ** 2n * all[up]! >= axes[up]![2] ** 2n * all[k]!) up = k;
  }
  return { all, up: all[up]!, flat: all.filter((_, k) => k !== up) };
}

function sorted(values: readonly bigint[]): bigint[] {
  return [...values].sort((a, b) => a < b ? -1 : a > b ? 1 : 0);
}

function dot(a: Big3, b: Big3): bigint {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function cross(a: Big3, b: Big3): Big3 {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

/** The queries of contact, and those of placement that need no search. */
export const CONTACT_QUERIES: readonly SceneQuery[] = [
  rcc8,
  contains,
  touches,
  supports,
  inRoom,
  fits,
];
