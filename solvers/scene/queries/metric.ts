import { bodiesOf, boxesApart, flatApart, pointApart, sub, turnedDirection } from "../_truth.ts";
import { cornersOf, cross, dot, type Truth, type V } from "../_truth.ts";
import { faultOfMeasured, faultOfPlain, plain, rootOf } from "../_check_choices.ts";
import { sharedOf } from "../_true_volume.ts";
import { Q } from "../../_check_numbers.ts";
import { exact, type Outcome } from "../../outcome.ts";
import { Rational } from "../../../geometry/space/rational.ts";
import { boxIoU } from "../../../geometry/space/box_volume.ts";
import type { Arguments, ArgumentSpec } from "../arguments.ts";
import { measuredOutcome } from "../choices.ts";
import {
  type DistanceRule,
  extentAlong,
  objectDistance,
  objectSize,
  pointDistance,
  type SizeRule,
} from "../measures.ts";
import { type Measured, Quantity } from "../quantity.ts";
import type { SceneQuery } from "../query.ts";
import { gridDistance } from "../vsi_grid.ts";
import type { ReadyScene } from "../ready_scene.ts";
import type { Real3 } from "../../../geometry/space/real.ts";

const OBJECT: ArgumentSpec = { kind: "object" };

/** The ways of measuring a distance, by the names that outside systems have for them. */
export const DISTANCE_VARIANTS: Readonly<Record<string, string>> = {
  "nearest-surface": "between the nearest points of the boxes, 0 where they meet",
  "centre-3d": "between the centres",
  "centre-ground": "between the centres, on the ground",
  "surface-ground": "between the shadows on the ground",
  "sprite": "between the centres, as SPRITE's programs do",
  "vsi": "between the nearest points, as VSI-Bench means it",
};

/** The rule of a variant of {@link DISTANCE_VARIANTS}. */
export function distanceRule(variant: string): DistanceRule {
  if (variant === "sprite") return "centre-3d";
  return variant === "vsi" ? "nearest-surface" : variant as DistanceRule;
}

/** The true distance of two objects. */
export function trueDistance(
  scene: ReadyScene,
  i: number,
  j: number,
  rule: DistanceRule,
): Truth {
  const { bodies, one } = bodiesOf(scene, [i, j]);
  const [a, b] = [bodies[0]!, bodies[1]!];
  if (rule === "nearest-surface") return rootOf(boxesApart(a, b), one);
  if (rule === "surface-ground") return rootOf(flatApart(cornersOf(a), cornersOf(b)), one);
  const [x, y, z] = sub(a.center, b.center);
  const height = rule === "centre-3d" ? z * z : 0n;
  return rootOf({ n: x * x + y * y + height, d: 1n }, one);
}

/** The true distance from a point of the given scene to an object. */
export function truePointDistance(
  scene: ReadyScene,
  i: number,
  point: readonly (number | string)[],
  rule: DistanceRule,
): Truth {
  const { bodies, points, one } = bodiesOf(scene, [i], [point]);
  const [body, p] = [bodies[0]!, points[0]!];
  if (rule === "nearest-surface") return rootOf(pointApart(p, body), one);
  if (rule === "surface-ground") return rootOf(flatApart([p], cornersOf(body)), one);
  const [x, y, z] = sub(p, body.center);
  return rootOf({ n: x * x + y * y + (rule === "centre-3d" ? z * z : 0n), d: 1n }, one);
}

const distance: SceneQuery = {
  id: "distance",
  group: "metric",
  summary: "How far apart are two objects?",
  takes: { a: OBJECT, b: OBJECT },
  variants: {
    ...DISTANCE_VARIANTS,
    "vsi-grid":
      "between points on VSI-Bench's 5 cm grids, rounded as there: a rule, no measurement",
  },
  frame: "none",
  unit: "metre",
  solve: (args, variant) => {
    const [i, j] = [args.object("a"), args.object("b")];
    if (variant === "vsi-grid") return ruledOutcome(gridDistance(args.scene, i, j));
    return measuredOutcome(objectDistance(args.scene, i, j, distanceRule(variant)));
  },
  check: (args, variant, outcome) => {
    const [i, j] = [args.object("a"), args.object("b")];
    if (variant === "vsi-grid") {
      return faultOfRuled(trueDistance(args.scene, i, j, "nearest-surface"), outcome);
    }
    return faultOfMeasured(trueDistance(args.scene, i, j, distanceRule(variant)), outcome);
  },
};

/** A number that a rule makes in doubles. */
function ruledOutcome(approximate: number): Outcome<Measured> {
  return exact({ exact: null, squared: null, approximate });
}

/** A distance by points of the surfaces is not below that of the surfaces, nor far above it. */
function faultOfRuled(truth: Truth, outcome: Outcome<unknown>): string | null {
  if (outcome.status !== "exact") return "the answer is a number";
  const { approximate } = outcome.value as Measured;
  const least = Q.ofDouble(approximate + 1e-9);
  if (least.times(least).against(truth.value) < 0) return "it is below the true distance";
  const most = Q.ofDouble(Math.max(0, approximate - GRID_BIAS));
  return most.times(most).against(truth.value) > 0 ? "it is far above the true distance" : null;
}

/** Twice the diagonal of the grid's cells, and a whole cell left out. */
const GRID_BIAS = 4 * 0.05 * Math.sqrt(3);

const pointToObject: SceneQuery = {
  id: "point-distance",
  group: "metric",
  summary: "How far is a point from an object?",
  takes: { point: { kind: "point" }, object: OBJECT },
  variants: DISTANCE_VARIANTS,
  frame: "none",
  unit: "metre",
  solve: (args, variant) =>
    measuredOutcome(
      pointDistance(args.scene, args.object("object"), args.point("point"), distanceRule(variant)),
    ),
  check: (args, variant, outcome) =>
    faultOfMeasured(
      truePointDistance(
        args.scene,
        args.object("object"),
        args.raw("point") as Real3,
        distanceRule(variant),
      ),
      outcome,
    ),
};

/** The place of a camera in the given scene's coordinates, for checkers. */
export function givenCamera(scene: ReadyScene, name: string | number) {
  return (scene.given.cameras ?? []).find((c) => c.name === name || c.time === name)!.camera;
}

const cameraDistance: SceneQuery = {
  id: "camera-distance",
  group: "metric",
  summary: "How far is an object from the camera?",
  takes: { object: OBJECT, camera: { kind: "camera" } },
  variants: DISTANCE_VARIANTS,
  frame: "none",
  unit: "metre",
  solve: (args, variant) => {
    const { position } = args.camera("camera").camera;
    const rule = distanceRule(variant);
    return measuredOutcome(pointDistance(args.scene, args.object("object"), position, rule));
  },
  check: (args, variant, outcome) => {
    const { position } = givenCamera(args.scene, args.raw("camera") as string);
    const rule = distanceRule(variant);
    return faultOfMeasured(
      truePointDistance(args.scene, args.object("object"), position, rule),
      outcome,
    );
  },
};

/** The depth of an object from a camera: its nearest, middle or farthest point ahead. */
export function depthOf(args: Arguments, object: string, camera: string, variant: string) {
  const { camera: view } = args.camera(camera);
  const { low, middle, high } = extentAlong(args.scene, args.object(object), view.forward);
  const own = view.forward.reduce<Rational>(
    (sum, x, k) => sum.plus(Rational.from(x).times(Rational.from(view.position[k]!))),
    Rational.ZERO,
  );
  const at = variant === "nearest" ? low : variant === "farthest" ? high : middle;
  return Quantity.rational(at.minus(own));
}

/** The true depth of a corner or the centre along a camera's axis. */
export function trueDepth(args: Arguments, object: string, camera: string, variant: string): Truth {
  const { scene } = args;
  const view = givenCamera(scene, args.raw(camera) as string);
  const { bodies, points, one } = bodiesOf(scene, [args.object(object)], [view.position]);
  const ahead = turnedDirection(scene, view.forward);
  const along = (p: V) =>
    sub(p, points[0]!).reduce((s, x, k) => s.plus(ahead[k]!.times(new Q(x, one))), new Q(0n));
  const body = bodies[0]!;
  if (variant === "centre") return plain(along(body.center));
  const depths = cornersOf(body).map(along);
  const sense = variant === "nearest" ? 1 : -1;
  return plain(depths.reduce((a, b) => sense * b.against(a) < 0 ? b : a));
}

const depth: SceneQuery = {
  id: "depth",
  group: "metric",
  summary: "How deep in the picture is an object, along the camera's axis?",
  takes: { object: OBJECT, camera: { kind: "camera" } },
  variants: {
    nearest: "its nearest point",
    centre: "its centre",
    farthest: "its farthest point",
  },
  frame: "camera",
  unit: "metre",
  solve: (args, variant) => measuredOutcome(depthOf(args, "object", "camera", variant)),
  check: (args, variant, outcome) =>
    faultOfMeasured(trueDepth(args, "object", "camera", variant), outcome),
};

const AXES: Readonly<Record<string, Real3>> = {
  east: [1, 0, 0],
  north: [0, 1, 0],
  up: [0, 0, 1],
};

const gap: SceneQuery = {
  id: "gap",
  group: "metric",
  summary: "How wide is the gap between two objects along an axis? Below 0 where they overlap.",
  takes: {
    a: OBJECT,
    b: OBJECT,
    axis: { kind: "word", words: Object.keys(AXES), otherwise: "up" },
  },
  variants: { interval: "between the intervals that they cover on the axis" },
  frame: "world",
  unit: "metre",
  solve: (args) => {
    const axis = AXES[args.word("axis")]!;
    const [a, b] = ["a", "b"].map((name) => extentAlong(args.scene, args.object(name), axis));
    const [first, second] = [a!.low.minus(b!.high), b!.low.minus(a!.high)];
    return measuredOutcome(Quantity.rational(first.compare(second) > 0 ? first : second));
  },
  check: (args, _, outcome) => {
    const k = Object.keys(AXES).indexOf(args.word("axis"));
    const { bodies, one } = bodiesOf(args.scene, [args.object("a"), args.object("b")]);
    const [a, b] = bodies.map((body) => cornersOf(body).map((p) => p[k]!));
    const apart = (x: bigint[], y: bigint[]) => min(x) - max(y);
    return faultOfMeasured(plain(new Q(max([apart(a!, b!), apart(b!, a!)]), one)), outcome);
  },
};

function max(xs: readonly bigint[]): bigint {
  return xs.reduce((a, b) => a > b ? a : b);
}

function min(xs: readonly bigint[]): bigint {
  return xs.reduce((a, b) => a < b ? a : b);
}

/** What of an object is measured, and in which unit. */
export const SIZE_VARIANTS: Readonly<Record<SizeRule, string>> = {
  "longest": "its longest edge",
  "shortest": "its shortest edge",
  "height": "its vertical extent as it stands",
  "width": "the longer of the edges that lie flattest",
  "depth": "the shorter of these",
  "volume": "the volume of the box",
  "aabb-volume": "the volume of the world box around it, as SPRITE's metadata has for turned ones",
  "footprint": "the area of its shadow on the ground",
};

/** The unit of a size. */
export function sizeUnit(rule: string): string {
  if (rule.endsWith("volume")) return "cubic metre";
  return rule === "footprint" ? "square metre" : "metre";
}

/** The true size of an object. */
export function trueSize(scene: ReadyScene, i: number, rule: SizeRule): Truth {
  const { bodies, one } = bodiesOf(scene, [i]);
  const body = bodies[0]!;
  const corners = cornersOf(body);
  const extent = (k: number) => max(corners.map((p) => p[k]!)) - min(corners.map((p) => p[k]!));
  if (rule === "height") return plain(new Q(extent(2), one));
  if (rule === "aabb-volume") return plain(new Q(extent(0) * extent(1) * extent(2), one ** 3n));
  // Edges from corner 0: to those that differ in one bit.
  const edges = [1, 2, 4].map((bit) => sub(corners[bit]!, corners[0]!));
  const [p, q, r] = edges as [V, V, V];
  if (rule === "volume") {
    const det = dot(p, cross(q, r));
    return plain(new Q(det < 0n ? -det : det, one ** 3n));
  }
  if (rule === "footprint") return plain(new Q(shadow(corners), 2n * one * one));
  const lengths = (list: readonly V[]) => list.map((e) => dot(e, e));
  if (rule === "longest") return rootOf({ n: max(lengths(edges)), d: 1n }, one);
  if (rule === "shortest") return rootOf({ n: min(lengths(edges)), d: 1n }, one);
  // The steepest edge has the greatest share of its length upright.
  const share = (e: V) => new Q(e[2] * e[2], dot(e, e));
  let steep = 0;
  for (const k of [1, 2]) if (share(edges[k]!).against(share(edges[steep]!)) >= 0) steep = k;
  const flat = lengths(edges.filter((_, k) => k !== steep));
  return rootOf({ n: rule === "width" ? max(flat) : min(flat), d: 1n }, one);
}

/** Twice the area of the hull of the corners' shadows, by its greatest fan: sorted around. */
function shadow(corners: readonly V[]): bigint {
  const points = [...corners].sort((a, b) => a[0] < b[0] || a[0] === b[0] && a[1] < b[1] ? -1 : 1);
  const chain = (list: readonly V[]) => {
    const out: V[] = [];
    for (const p of list) {
      while (out.length > 1 && turn(out.at(-2)!, out.at(-1)!, p) <= 0n) out.pop();
      out.push(p);
    }
    return out.slice(0, -1);
  };
  const hull = [...chain(points), ...chain([...points].reverse())];
  return hull.reduce((sum, p, i) => {
    const q = hull[(i + 1) % hull.length]!;
    return sum + p[0] * q[1] - p[1] * q[0];
  }, 0n);
}

function turn(a: V, b: V, c: V): bigint {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

const size: SceneQuery = {
  id: "size",
  group: "metric",
  summary: "How large is an object?",
  takes: { object: OBJECT },
  variants: SIZE_VARIANTS,
  frame: "none",
  solve: (args, variant) =>
    measuredOutcome(objectSize(args.scene, args.object("object"), variant as SizeRule)),
  check: (args, variant, outcome) =>
    faultOfMeasured(trueSize(args.scene, args.object("object"), variant as SizeRule), outcome),
};

const count: SceneQuery = {
  id: "count",
  group: "metric",
  summary: "How many objects of a category are there?",
  takes: { category: { kind: "category" }, room: { kind: "room", optional: true } },
  variants: {
    all: "every entry of the scene, each once",
    room: "those that say to be in the room",
  },
  frame: "none",
  solve: (args, variant) => {
    const category = args.text("category");
    const room = variant === "room" ? args.text("room") : null;
    const { objects } = args.scene;
    const isMeant = (i: number) =>
      objects[i]!.category === category && (room === null || objects[i]!.room === room);
    return exact(objects.filter((_, i) => isMeant(i)).length);
  },
  check: (args, variant, outcome) => {
    let found = 0;
    for (const object of args.scene.given.objects) {
      if (variant === "room" && object.room !== args.raw("room")) continue;
      if (object.category === args.raw("category")) found++;
    }
    return faultOfPlain(found, outcome);
  },
};

const roomArea: SceneQuery = {
  id: "room-area",
  group: "metric",
  summary: "How large is a room's floor?",
  takes: { room: { kind: "room" } },
  variants: { stated: "as the data says", outline: "inside its outline" },
  frame: "none",
  unit: "square metre",
  solve: (args, variant) => {
    const { area, outline, id } = args.room("room");
    if (variant === "stated") {
      if (area === undefined) throw new RangeError(`Cannot ask room-area: ${id} states none`);
      return measuredOutcome(Quantity.rational(Rational.from(area)));
    }
    if (outline === undefined) throw new RangeError(`Cannot ask room-area: ${id} has no outline`);
    const points = outline.map((p) => args.scene.point(p).map((x) => Rational.from(x)));
    const twice = points.reduce((sum, [x, y], i) => {
      const [u, v] = points[(i + 1) % points.length]!;
      return sum.plus(x!.times(v!)).minus(y!.times(u!));
    }, Rational.ZERO);
    return measuredOutcome(Quantity.rational(twice.abs().over(Rational.of(2n))));
  },
  check: (args, variant, outcome) => {
    const { area, outline } = args.room("room");
    if (variant === "stated") return faultOfMeasured(plain(Q.read(area!)), outcome);
    const { points, one } = bodiesOf(args.scene, [], outline);
    // Trapezoids over the first axis.
    const twice = points.reduce((sum, p, i) => {
      const q = points[(i + 1) % points.length]!;
      return sum + (p[0] - q[0]) * (p[1] + q[1]);
    }, 0n);
    return faultOfMeasured(plain(new Q(twice < 0n ? -twice : twice, 2n * one * one)), outcome);
  },
};

const iou: SceneQuery = {
  id: "iou",
  group: "metric",
  summary: "How much of what two boxes cover do they share?",
  takes: { a: OBJECT, b: OBJECT },
  variants: { volume: "their volumes" },
  frame: "none",
  unit: "share",
  solve: (args) =>
    measuredOutcome(
      Quantity.rational(boxIoU(args.scene.table, args.object("a"), args.object("b"))),
    ),
  check: (args, _, outcome) => {
    const [i, j] = [args.object("a"), args.object("b")];
    const { bodies } = bodiesOf(args.scene, [i, j]);
    const shared = sharedOf(bodies[0]!, bodies[1]!);
    const volume = (k: number) => {
      const [p, q, r] = bodies[k]!.axes;
      return new Q(8n * dot(p, cross(q, r))).abs();
    };
    return faultOfMeasured(
      plain(shared.over(volume(0).plus(volume(1)).minus(shared))),
      outcome,
    );
  },
};

/** The metric queries. */
export const METRIC_QUERIES: readonly SceneQuery[] = [
  distance,
  pointToObject,
  cameraDistance,
  depth,
  gap,
  size,
  count,
  roomArea,
  iou,
];
