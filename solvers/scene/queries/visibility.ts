import { flatArea } from "../../../geometry/space/flat_polygon.ts";
import type { Big3 } from "../../../geometry/space/box_table.ts";
import { hullDistance } from "../../../geometry/space/hull_distance.ts";
import { imagePoint, type PinholeCamera, seenBy } from "../../../geometry/space/pinhole.ts";
import { Rational } from "../../../geometry/space/rational.ts";
import { bounded, exact, impossible, type Outcome, undetermined } from "../../outcome.ts";
import { Q } from "../../_check_numbers.ts";
import { faultOfCompared, faultOfPlain, faultOfRank, plain } from "../_check_choices.ts";
import { castRays, type Rays } from "../_true_rays.ts";
import { bodiesOf, boxesApart, cornersOf, isIn, sub, turnedDirection, type V } from "../_truth.ts";
import type { Arguments, ArgumentSpec } from "../arguments.ts";
import { comparedAs, measuredOutcome, rankOf } from "../choices.ts";
import { pointDistance } from "../measures.ts";
import { type Measured, Quantity } from "../quantity.ts";
import type { SceneQuery } from "../query.ts";
import { jointPoints, type ReadyScene } from "../ready_scene.ts";
import { hiddenShare, type ImageRect, isInPicture, objectView, rectOf } from "../view.ts";
import { faultOfAngle, groundAngle, integerDirection, trueHeading } from "./direction.ts";
import { givenCamera, truePointDistance } from "./metric.ts";

const OBJECT: ArgumentSpec = { kind: "object" };
const CAMERA: ArgumentSpec = { kind: "camera" };

function rays(args: Arguments, objects: readonly number[], camera = "camera"): Rays {
  return castRays(args.scene, args.raw(camera) as string, objects);
}

/** The rays of one object; where none meets it, one through each pixel. */
function finerRays(args: Arguments, object: number): Rays {
  const coarse = rays(args, [object]);
  if (coarse.depths[0]!.some((d) => d < Infinity)) return coarse;
  const { width } = givenCamera(args.scene, args.raw("camera") as string);
  return castRays(args.scene, args.raw("camera") as string, [object], Math.min(800, width));
}

/** The corners of an object, or its centre, as a camera sees them, for checkers. */
function trulySeen(args: Arguments, object: number, camera: string, isCentre: boolean) {
  const view = givenCamera(args.scene, args.raw(camera) as string);
  const { bodies, points, one } = bodiesOf(args.scene, [object], [view.position]);
  const axes = [view.right, view.down, view.forward].map((v) => turnedDirection(args.scene, v));
  const body = bodies[0]!;
  const list: readonly V[] = isCentre ? [body.center] : cornersOf(body);
  return {
    view,
    points: list.map((p) => {
      const d = sub(p, points[0]!).map((x) => new Q(x, one));
      const [x, y, z] = axes.map((axis) =>
        axis.reduce((sum, a, k) => sum.plus(a.times(d[k]!)), new Q(0n))
      );
      return { x: x!, y: y!, z: z! };
    }),
  };
}

function isTrulyIn(
  view: PinholeCamera,
  { x, y, z }: { readonly x: Q; readonly y: Q; readonly z: Q },
): boolean {
  if (z.sign <= 0) return false;
  const [fx, fy, cx, cy] = [view.fx, view.fy, view.cx, view.cy].map((a) => Q.read(a));
  const [u, v] = [fx!.times(x).over(z).plus(cx!), fy!.times(y).over(z).plus(cy!)];
  return u.sign >= 0 && u.against(new Q(BigInt(view.width))) <= 0 && v.sign >= 0 &&
    v.against(new Q(BigInt(view.height))) <= 0;
}

/** Whether a seen point lies within the picture, its rim included. */
function isPointIn(camera: PinholeCamera, seen: ReturnType<typeof seenBy>): boolean {
  if (seen.z.sign <= 0) return false;
  const { u, v } = imagePoint(camera, seen);
  return u.sign >= 0 && v.sign >= 0 &&
    u.compare({ num: BigInt(camera.width), den: 1n }) <= 0 &&
    v.compare({ num: BigInt(camera.height), den: 1n }) <= 0;
}

const inView: SceneQuery = {
  id: "in-view",
  group: "visibility",
  summary: "Is an object in the picture, whatever hides it?",
  takes: { object: OBJECT, camera: CAMERA },
  variants: {
    any: "some part of it",
    centre: "its centre",
    whole: "all of it",
  },
  frame: "camera",
  solve: (args, variant) => {
    const { camera } = args.camera("camera");
    const i = args.object("object");
    const { scene } = args;
    if (variant === "any") return exact(isInPicture(scene, i, camera));
    const points = variant === "centre" ? [scene.center(i)] : scene.corners(i);
    return exact(
      points.every((p) =>
        isPointIn(camera, seenBy(camera, p.map((x) => Rational.of(x, scene.den))))
      ),
    );
  },
  check: (args, variant, outcome) => {
    const i = args.object("object");
    const { view, points } = trulySeen(args, i, "camera", variant === "centre");
    if (variant !== "any") return faultOfPlain(points.every((p) => isTrulyIn(view, p)), outcome);
    const [depths] = finerRays(args, i).depths;
    const hits = depths!.some((d) => d < Infinity) || points.some((p) => isTrulyIn(view, p));
    return faultOfPlain(hits, outcome);
  },
};

/** The edges of a rectangle as numbers for show. */
function shown({ left, top, right, bottom }: ImageRect): Record<string, Measured> {
  const of = (x: Rational) => Quantity.rational(x).measured;
  return { left: of(left), top: of(top), right: of(right), bottom: of(bottom) };
}

const projectedBox: SceneQuery = {
  id: "projected-box",
  group: "visibility",
  summary: "Which rectangle of the picture does an object fill, whatever hides it?",
  takes: { object: OBJECT, camera: CAMERA },
  variants: {
    inside: "around its part in the picture",
    whole: "around all of it, beyond the picture's edges",
  },
  frame: "camera",
  unit: "pixel",
  solve: (args, variant) => {
    const view = objectView(args.scene, args.object("object"), args.camera("camera").camera);
    if (variant === "whole") {
      if (view.whole === null) return impossible("it reaches behind the camera");
      return exact(shown(rectOf(view.whole)));
    }
    if (view.inside.length < 3) return impossible("nothing of it falls into the picture");
    return exact(shown(rectOf(view.inside)));
  },
  check: (args, variant, outcome) => {
    const i = args.object("object");
    const { view, points } = trulySeen(args, i, "camera", false);
    if (variant === "whole") {
      if (points.some((p) => p.z.sign <= 0)) {
        return outcome.status === "impossible" ? null : "it reaches behind the camera";
      }
      const [us, vs] = (["x", "y"] as const).map((axis) =>
        points.map((p) =>
          Q.read(axis === "x" ? view.fx : view.fy).times(p[axis]).over(p.z)
            .plus(Q.read(axis === "x" ? view.cx : view.cy))
        )
      );
      const extreme = (list: readonly Q[], sign: number) =>
        list.reduce((a, b) => sign * b.against(a) < 0 ? b : a);
      const right = [extreme(us!, 1), extreme(vs!, 1), extreme(us!, -1), extreme(vs!, -1)];
      return faultOfEdges(
        right,
        outcome,
        (claimed, truth) => Q.read(claimed.exact!).against(truth) === 0,
      );
    }
    const { across, down, step, depths: [depths] } = finerRays(args, i);
    const hits = Array.from(depths!, (d, k) => d < Infinity ? k : -1).filter((k) => k >= 0);
    if (hits.length === 0) {
      const isNone = outcome.status === "impossible" || isSliver(outcome, step);
      return isNone ? null : "nothing of it falls into the picture";
    }
    const [xs, ys] = [hits.map((k) => k % across), hits.map((k) => Math.floor(k / across))];
    const rowStep = view.height / down;
    const edges = [
      Math.min(...xs) * step,
      Math.min(...ys) * rowStep,
      (Math.max(...xs) + 1) * step,
      (Math.max(...ys) + 1) * rowStep,
    ];
    // A corner may lie between rays: it may stick out, and not by much.
    const room = 12 * Math.max(step, rowStep);
    return faultOfEdges(
      edges,
      outcome,
      (claimed, near) => Math.abs(claimed.approximate - near) <= room,
    );
  },
};

function isSliver(outcome: Outcome<unknown>, step: number): boolean {
  if (outcome.status !== "exact") return false;
  const { left, top, right, bottom } = outcome.value as Record<string, Measured>;
  const width = right!.approximate - left!.approximate;
  const height = bottom!.approximate - top!.approximate;
  return Math.min(width, height) <= 2 * step;
}

function faultOfEdges<T>(
  right: readonly T[],
  outcome: Outcome<unknown>,
  isRight: (claimed: Measured, truth: T) => boolean,
): string | null {
  if (outcome.status !== "exact") return "there is such a rectangle";
  const value = outcome.value as Record<string, Measured>;
  const names = ["left", "top", "right", "bottom"];
  const wrong = names.find((name, k) =>
    value[name] === undefined || !isRight(value[name]!, right[k]!)
  );
  return wrong === undefined ? null : `its ${wrong} edge is elsewhere`;
}

const truncation: SceneQuery = {
  id: "truncation",
  group: "visibility",
  summary: "Which share of an object's outline lies beyond the picture's edges?",
  takes: { object: OBJECT, camera: CAMERA },
  variants: { outline: "of the outline of its box" },
  frame: "camera",
  unit: "share",
  solve: (args) => {
    const view = objectView(args.scene, args.object("object"), args.camera("camera").camera);
    if (view.whole === null) return impossible("it reaches behind the camera");
    const share = Rational.ONE.minus(flatArea(view.inside).over(flatArea(view.whole)));
    return measuredOutcome(Quantity.rational(share));
  },
  check: (args, _, outcome) => {
    const i = args.object("object");
    const { view, points } = trulySeen(args, i, "camera", false);
    if (points.some((p) => p.z.sign <= 0)) {
      return outcome.status === "impossible" ? null : "it reaches behind the camera";
    }
    const { step, down, depths: [depths] } = rays(args, [i]);
    const cell = step * (view.height / down);
    const inside = cell * depths!.reduce((n, d) => d < Infinity ? n + 1 : n, 0);
    const corners = points.map(({ x, y, z }) =>
      [
        Number(view.fx) * ratio(x.over(z)),
        Number(view.fy) * ratio(y.over(z)),
      ] as const
    );
    const whole = hullArea(corners);
    // Cells on the rim count as half.
    const room = 3 * step * Math.sqrt(whole) * 4;
    return faultOfShare(outcome, 1 - inside / whole, Math.min(0.45, room / whole));
  },
};

function ratio({ n, d }: Q): number {
  const shift = BigInt(Math.max(0, 4 * d.toString(16).length - 200));
  return Number(n >> shift) / Number(d >> shift);
}

/** The area of a hull, by turning a ruler around it. */
function hullArea(points: readonly (readonly [number, number])[]): number {
  let at = points.reduce((a, b) => b[0] < a[0] || b[0] === a[0] && b[1] < a[1] ? b : a);
  const start = at;
  let twice = 0;
  for (let n = 0; n < points.length + 1; n++) {
    const next = points.reduce((best, p) => {
      if (p === at) return best;
      if (best === at) return p;
      const side = (best[0] - at[0]) * (p[1] - at[1]) - (best[1] - at[1]) * (p[0] - at[0]);
      return side < 0 ? p : best;
    }, at);
    twice += at[0] * next[1] - at[1] * next[0];
    at = next;
    if (at === start) break;
  }
  return Math.abs(twice) / 2;
}

function faultOfShare(outcome: Outcome<unknown>, near: number, room: number): string | null {
  if (outcome.status === "between") {
    const isIn = near >= Number(outcome.lower) - room && near <= Number(outcome.upper) + room;
    return isIn ? null : `the share is near ${near}`;
  }
  if (outcome.status !== "exact") return "there is a share";
  const { approximate, exact: number } = outcome.value as Measured;
  if (number === null || Math.abs(approximate - ratioOf(number)) > 1e-9) {
    return "the double is not near the number";
  }
  if (approximate < 0 || approximate > 1) return "a share is between 0 and 1";
  return Math.abs(approximate - near) <= room ? null : `the share is near ${near}`;
}

function ratioOf(text: string): number {
  return ratio(Q.read(text));
}

const lineOfSight: SceneQuery = {
  id: "line-of-sight",
  group: "visibility",
  summary: "Is the straight line from the camera to an object's centre free of other objects?",
  takes: { object: OBJECT, camera: CAMERA },
  variants: { centre: "to its centre" },
  frame: "none",
  solve: (args) => {
    const { camera } = args.camera("camera");
    const { scene } = args;
    const target = args.object("object");
    const isFree = scene.objects.every((_, i) => {
      if (i === target) return true;
      const { lists } = jointPoints(scene.den, [scene.center(target), ...scene.corners(i)], [
        camera.position,
      ]);
      const [[centre, ...corners], [eye]] = lists as [[Big3, ...Big3[]], [Big3]];
      return hullDistance([eye, centre], corners).squared.num > 0n;
    });
    return exact(isFree);
  },
  check: (args, _, outcome) => {
    const view = givenCamera(args.scene, args.raw("camera") as string);
    const target = args.object("object");
    const others = args.scene.objects.map((_, i) => i).filter((i) => i !== target);
    const { bodies, points } = bodiesOf(args.scene, [target, ...others], [view.position]);
    const [eye, centre] = [points[0]!, bodies[0]!.center];
    // The line as a box without width.
    const middle = eye.map((x, k) => x + centre[k]!) as unknown as V;
    const half = centre.map((x, k) => x - eye[k]!) as unknown as V;
    const line = { center: middle, axes: [half, [0n, 0n, 0n], [0n, 0n, 0n]] } as const;
    const isFree = bodies.slice(1).every((body) => {
      const doubled = {
        center: body.center.map((x) => 2n * x) as unknown as V,
        axes: body.axes.map((m) => m.map((x) => 2n * x)) as unknown as typeof body.axes,
      };
      return !isIn(eye.map((x) => 2n * x) as unknown as V, doubled) &&
        boxesApart(line, doubled).n > 0n;
    });
    return faultOfPlain(isFree, outcome);
  },
};

const occlusion: SceneQuery = {
  id: "occlusion",
  group: "visibility",
  summary: "Which share of an object's part in the picture do others hide?",
  takes: { object: OBJECT, camera: CAMERA },
  variants: { outline: "of the outline of its box, by those of the others" },
  frame: "camera",
  unit: "share",
  solve: (args) => {
    const { camera } = args.camera("camera");
    const share = hiddenShare(args.scene, args.object("object"), camera);
    if (share === null) return impossible("nothing of it falls into the picture");
    const { lower, upper } = share;
    if (lower.compare(upper) === 0) return measuredOutcome(Quantity.rational(lower));
    return bounded(
      lower.toNumber() * (1 - 2 ** -50),
      upper.toNumber() * (1 + 2 ** -50),
      "share",
    );
  },
  check: (args, _, outcome) => {
    const own = args.object("object");
    const others = args.scene.objects.map((_, i) => i).filter((i) => i !== own);
    const { depths: [mine, ...rest] } = rays(args, [own, ...others]);
    let [seen, hidden] = [0, 0];
    mine!.forEach((d, k) => {
      if (d === Infinity) return;
      seen++;
      if (rest.some((other) => other[k]! < d)) hidden++;
    });
    if (seen === 0) return null;
    if (outcome.status === "impossible") return "some of it falls into the picture";
    return faultOfShare(outcome, hidden / seen, Math.min(1, 6 / Math.sqrt(seen)));
  },
};

const occludes: SceneQuery = {
  id: "occludes",
  group: "visibility",
  summary: "Does one object hide some of another's part in the picture?",
  takes: { a: OBJECT, b: OBJECT, camera: CAMERA },
  variants: { outline: "by the outlines of their boxes" },
  frame: "camera",
  solve: (args) => {
    const { camera } = args.camera("camera");
    const share = hiddenShare(args.scene, args.object("b"), camera, [args.object("a")]);
    if (share === null) return exact(false);
    if (share.upper.sign === 0) return exact(false);
    return share.lower.sign > 0 ? exact(true) : undetermined([true, false]);
  },
  check: (args, _, outcome) => {
    const { depths: [a, b] } = rays(args, [args.object("a"), args.object("b")]);
    const hits = b!.reduce((n, d, k) => d < Infinity && a![k]! < d ? n + 1 : n, 0);
    if (outcome.status === "undetermined") return null;
    if (outcome.status !== "exact") return "there is an answer";
    return faultOfPlain(hits > 0 || hidesSliver(args), outcome);
  },
};

/** Where no ray of many meets both, what is hidden may be a sliver: a closer look. */
function hidesSliver(args: Arguments): boolean {
  const numbers = [args.object("a"), args.object("b")];
  const rects = numbers.map((i) => pixelRect(args, i));
  const { width, height } = givenCamera(args.scene, args.raw("camera") as string);
  const all = [[0, 0, width, height], ...rects];
  const most = (k: number) => Math.max(...all.map((r) => r[k]!));
  const least = (k: number) => Math.min(...all.map((r) => r[k]!));
  const window = [most(0), most(1), least(2), least(3)] as const;
  if (!(window[0] < window[2] && window[1] < window[3])) return false;
  const [a, b] = castRays(args.scene, args.raw("camera") as string, numbers, 600, window).depths;
  return b!.some((d, k) => d < Infinity && a![k]! < d);
}

/** The rectangle of an object's corners in the picture; all of it where one is not ahead. */
function pixelRect(args: Arguments, i: number): number[] {
  const { view, points } = trulySeen(args, i, "camera", false);
  if (points.some((p) => p.z.sign <= 0)) return [0, 0, view.width, view.height];
  const us = points.map((p) => Number(view.fx) * ratio(p.x.over(p.z)) + Number(view.cx));
  const vs = points.map((p) => Number(view.fy) * ratio(p.y.over(p.z)) + Number(view.cy));
  return [Math.min(...us), Math.min(...vs), Math.max(...us), Math.max(...vs)];
}

const visibleSet: SceneQuery = {
  id: "visible-set",
  group: "visibility",
  summary: "Which objects are in the picture and not wholly hidden?",
  takes: { camera: CAMERA },
  variants: { outline: "by the outlines of their boxes" },
  frame: "camera",
  solve: (args) => {
    const { camera } = args.camera("camera");
    const sure: string[] = [];
    const open: string[] = [];
    for (const [i, { id }] of args.scene.objects.entries()) {
      const share = hiddenShare(args.scene, i, camera);
      if (share === null || share.lower.compare(Rational.ONE) >= 0) continue;
      (share.upper.compare(Rational.ONE) < 0 ? sure : open).push(id);
    }
    if (open.length === 0) return exact(sure);
    return undetermined([sure, [...sure, ...open]]);
  },
  check: (args, _, outcome) => {
    const all = args.scene.objects.map((_, i) => i);
    const { depths } = rays(args, all);
    const front = all.filter((i) =>
      depths[i]!.some((d, k) => d < Infinity && depths.every((other) => other[k]! >= d))
    ).map((i) => args.scene.objects[i]!.id);
    if (outcome.status !== "exact" && outcome.status !== "undetermined") return "there is a set";
    const most = (outcome.status === "exact" ? outcome.value : outcome.possible.at(-1)) as string[];
    const missing = front.find((id) => !most.includes(id));
    return missing === undefined ? null : `${missing} is to be seen`;
  },
};

/** The first frame in which an object is seen, by the data or by the cameras. */
function firstTime(scene: ReadyScene, i: number, variant: string): number | null {
  const times = variant === "stated"
    ? scene.objects[i]!.seen ?? []
    : scene.cameras.filter((c) => c.time !== undefined && isInPicture(scene, i, c.camera))
      .map((c) => c.time!);
  return times.length === 0 ? null : Math.min(...times);
}

/** The same, for checkers: the data is sorted, and rays are cast. */
function trueFirstTime(scene: ReadyScene, i: number, variant: string): number | null {
  if (variant === "stated") {
    return [...scene.given.objects[i]!.seen ?? []].sort((a, b) => a - b)[0] ?? null;
  }
  const cameras = (scene.given.cameras ?? []).filter((c) => c.time !== undefined);
  const sorted = [...cameras].sort((a, b) => a.time! - b.time!);
  const first = sorted.find((c) =>
    castRays(scene, c.name, [i], 160).depths[0]!.some((d) => d < Infinity)
  );
  return first?.time ?? null;
}

const SEEN_VARIANTS = {
  stated: "as the data lists appearances",
  picture: "some part of it is in the picture of a camera that has a time",
};

const firstSeen: SceneQuery = {
  id: "first-seen",
  group: "visibility",
  summary: "In which frame is an object first seen?",
  takes: { object: OBJECT },
  variants: SEEN_VARIANTS,
  frame: "none",
  solve: (args, variant) => {
    const time = firstTime(args.scene, args.object("object"), variant);
    return time === null ? impossible("it is in no frame") : exact(time);
  },
  check: (args, variant, outcome) => {
    const time = trueFirstTime(args.scene, args.object("object"), variant);
    if (time === null) return outcome.status === "impossible" ? null : "it is in no frame";
    return faultOfPlain(time, outcome);
  },
};

const appearanceOrder: SceneQuery = {
  id: "appearance-order",
  group: "visibility",
  summary: "The objects in the order in which they are first seen; those that tie together.",
  takes: { options: { kind: "objects" } },
  variants: SEEN_VARIANTS,
  frame: "none",
  solve: (args, variant) => {
    const list = args.objects("options").map((i) => ({
      name: args.scene.objects[i]!.id,
      time: firstTime(args.scene, i, variant),
    }));
    const never = list.find((o) => o.time === null);
    if (never !== undefined) return impossible(`${never.name} is in no frame`);
    return rankOf(
      list.map(({ name, time }) => ({
        name,
        quantity: Quantity.rational(Rational.of(BigInt(time!))),
      })),
      "frame",
    );
  },
  check: (args, variant, outcome) => {
    const list = args.objects("options").map((i) => ({
      name: args.scene.objects[i]!.id,
      time: trueFirstTime(args.scene, i, variant),
    }));
    if (list.some((o) => o.time === null)) {
      return outcome.status === "impossible" ? null : "one is in no frame";
    }
    return faultOfRank(
      list.map(({ name, time }) => ({ name, truth: plain(new Q(BigInt(time!))) })),
      outcome,
    );
  },
};

const inFrame: SceneQuery = {
  id: "in-frame",
  group: "visibility",
  summary: "Is an object seen in a frame?",
  takes: { object: OBJECT, camera: CAMERA },
  variants: SEEN_VARIANTS,
  frame: "none",
  solve: (args, variant) => {
    const { time, camera } = args.camera("camera");
    const i = args.object("object");
    if (variant === "picture") return exact(isInPicture(args.scene, i, camera));
    return exact(time !== undefined && (args.scene.objects[i]!.seen ?? []).includes(time));
  },
  check: (args, variant, outcome) => {
    if (variant === "picture") return inView.check(args, "any", outcome);
    const { time } = args.camera("camera");
    const listed = args.scene.given.objects[args.object("object")]!.seen ?? [];
    return faultOfPlain(listed.some((t) => t === time), outcome);
  },
};

const sameFrame: SceneQuery = {
  id: "same-frame",
  group: "visibility",
  summary: "In which frames are two objects seen together?",
  takes: { a: OBJECT, b: OBJECT },
  variants: { stated: SEEN_VARIANTS.stated },
  frame: "none",
  solve: (args) => {
    const [a, b] = ["a", "b"].map((n) => args.scene.objects[args.object(n)]!.seen ?? []);
    return exact([...new Set(a)].filter((t) => b!.includes(t)).sort((x, y) => x - y));
  },
  check: (args, _, outcome) => {
    const [a, b] = ["a", "b"].map((n) =>
      new Set(args.scene.given.objects[args.object(n)]!.seen ?? [])
    );
    const both: number[] = [];
    const last = Math.max(-1, ...a!, ...b!);
    for (let t = 0; t <= last; t++) if (a!.has(t) && b!.has(t)) both.push(t);
    return faultOfPlain(both, outcome);
  },
};

const imagePlace: SceneQuery = {
  id: "image-point",
  group: "camera",
  summary: "Where in a camera's picture is an object's centre?",
  takes: { object: OBJECT, camera: CAMERA },
  variants: { centre: "u to the right and v down, in pixels; it may lie beyond the edges" },
  frame: "camera",
  unit: "pixel",
  solve: (args) => {
    const { camera } = args.camera("camera");
    const { scene } = args;
    const centre = scene.center(args.object("object")).map((x) => Rational.of(x, scene.den));
    const seen = seenBy(camera, centre);
    if (seen.z.sign <= 0) return impossible("it is not in front of the camera");
    const { u, v } = imagePoint(camera, seen);
    return exact({ u: Quantity.rational(u).measured, v: Quantity.rational(v).measured });
  },
  check: (args, _, outcome) => {
    const { view, points: [p] } = trulySeen(args, args.object("object"), "camera", true);
    if (p!.z.sign <= 0) {
      return outcome.status === "impossible" ? null : "it is not in front of the camera";
    }
    if (outcome.status !== "exact") return "there is such a point";
    const { u, v } = outcome.value as { u: Measured; v: Measured };
    const truth = [
      Q.read(view.fx).times(p!.x).over(p!.z).plus(Q.read(view.cx)),
      Q.read(view.fy).times(p!.y).over(p!.z).plus(Q.read(view.cy)),
    ];
    const isRight = [u, v].every((x, k) =>
      Q.read(x.exact!).against(truth[k]!) === 0 && Math.abs(x.approximate - ratio(truth[k]!)) < 1e-6
    );
    return isRight ? null : "the point is elsewhere";
  },
};

const imageSide: SceneQuery = {
  id: "image-side",
  group: "direction",
  summary: "In the picture, is one object's centre left or right of another's?",
  takes: { a: OBJECT, b: OBJECT, camera: CAMERA },
  variants: { centre: "by the projected centres" },
  frame: "camera",
  solve: (args) => {
    const { camera } = args.camera("camera");
    const { scene } = args;
    const [a, b] = ["a", "b"].map((n) =>
      seenBy(camera, scene.center(args.object(n)).map((x) => Rational.of(x, scene.den)))
    );
    if (a!.z.sign <= 0 || b!.z.sign <= 0) return impossible("one is not in front of the camera");
    return comparedAs(
      Quantity.rational(imagePoint(camera, a!).u),
      Quantity.rational(imagePoint(camera, b!).u),
      ["left", "level", "right"],
      "pixel",
    );
  },
  check: (args, _, outcome) => {
    const [a, b] = ["a", "b"].map((n) =>
      trulySeen(args, args.object(n), "camera", true).points[0]!
    );
    if (a!.z.sign <= 0 || b!.z.sign <= 0) {
      return outcome.status === "impossible" ? null : "one is not in front of the camera";
    }
    if (outcome.status !== "exact") return "there is an answer";
    const sign = a!.x.times(b!.z).against(b!.x.times(a!.z));
    const right = ["left", "level", "right"][sign + 1];
    if (outcome.value !== right) return `the answer is ${right}`;
    const view = givenCamera(args.scene, args.raw("camera") as string);
    const gap = a!.x.over(a!.z).minus(b!.x.over(b!.z)).abs().times(Q.read(view.fx));
    const isSure = Q.ofDouble(outcome.margin?.value ?? 0).against(gap) <= 0;
    return isSure ? null : "the margin is too large";
  },
};

const sharedView: SceneQuery = {
  id: "shared-view",
  group: "camera",
  summary: "Which objects are in the pictures of both cameras, whatever hides them?",
  takes: { from: CAMERA, to: CAMERA },
  variants: { any: "some part of each" },
  frame: "camera",
  solve: (args) => {
    const [a, b] = ["from", "to"].map((n) => args.camera(n).camera);
    const { scene } = args;
    return exact(
      scene.objects.filter((_, i) => isInPicture(scene, i, a!) && isInPicture(scene, i, b!))
        .map((o) => o.id),
    );
  },
  check: (args, _, outcome) => {
    const all = args.scene.objects.map((_, i) => i);
    const [a, b] = ["from", "to"].map((n) =>
      castRays(args.scene, args.raw(n) as string, all, 160).depths
    );
    const both = all.filter((i) => [a, b].every((depths) => depths![i]!.some((d) => d < Infinity)))
      .map((i) => args.scene.objects[i]!.id);
    return faultOfPlain(both, outcome);
  },
};

/** The move from one camera to another along the first one's directions. */
function moveOf(args: Arguments) {
  const [from, to] = ["from", "to"].map((n) => args.camera(n).camera);
  const seen = seenBy(from!, to!.position);
  return { from: from!, to: to!, right: seen.x, up: seen.y.negated(), forward: seen.z };
}

const MOVES: readonly (readonly [less: string, more: string])[] = [
  ["left", "right"],
  ["down", "up"],
  ["backward", "forward"],
];

const dominantMotion: SceneQuery = {
  id: "dominant-motion",
  group: "camera",
  summary: "Which way has the camera mainly moved, by its own directions at the start?",
  takes: { from: CAMERA, to: CAMERA },
  variants: { translation: "left, right, up, down, forward or backward, the largest part" },
  frame: "camera",
  solve: (args) => {
    const { right, up, forward } = moveOf(args);
    const parts = [right, up, forward];
    const sizes = parts.map((x) => Quantity.rational(x.abs()));
    if (parts.every((x) => x.sign === 0)) return impossible("the camera has not moved");
    const groups = rankOf(sizes.map((quantity, k) => ({ name: String(k), quantity })), "metre");
    if (groups.status !== "exact") return groups;
    const top = groups.value.at(-1)!.map(Number);
    const words = top.map((k) => MOVES[k]![parts[k]!.sign < 0 ? 0 : 1]);
    if (words.length > 1) return { status: "tie", values: words };
    return exact(words[0]!);
  },
  check: (args, _, outcome) => {
    const [from, to] = ["from", "to"].map((n) => givenCamera(args.scene, args.raw(n) as string));
    const { points: [a, b], one } = bodiesOf(args.scene, [], [from!.position, to!.position]);
    const d = sub(b!, a!).map((x) => new Q(x, one));
    const parts = [from!.right, from!.down, from!.forward].map((v, k) => {
      const axis = turnedDirection(args.scene, v);
      const along = axis.reduce((sum, x, n) => sum.plus(x.times(d[n]!)), new Q(0n));
      return k === 1 ? new Q(-along.n, along.d) : along;
    });
    if (parts.every((p) => p.sign === 0)) {
      return outcome.status === "impossible" ? null : "the camera has not moved";
    }
    const best = parts.map((_, k) => k).filter((k) =>
      parts.every((p) => parts[k]!.abs().against(p.abs()) >= 0)
    );
    const words = best.map((k) => MOVES[k]![parts[k]!.sign < 0 ? 0 : 1]);
    if (words.length === 1) return faultOfPlain(words[0], outcome);
    const isTie = outcome.status === "tie" &&
      [...outcome.values].sort().join() === [...words].sort().join();
    return isTie ? null : `the answer is ${words.join(" or ")}`;
  },
};

const cameraMove: SceneQuery = {
  id: "camera-displacement",
  group: "camera",
  summary: "How far is it from one camera to another?",
  takes: { from: CAMERA, to: CAMERA },
  variants: { straight: "straight" },
  frame: "none",
  unit: "metre",
  solve: (args) => {
    const [a, b] = ["from", "to"].map((n) =>
      args.camera(n).camera.position.map((x) => Rational.from(x))
    );
    const square = a!.reduce((sum, x, k) => {
      const d = x.minus(b![k]!);
      return sum.plus(d.times(d));
    }, Rational.ZERO);
    return measuredOutcome(Quantity.root(square));
  },
  check: (args, _, outcome) => {
    const [a, b] = ["from", "to"].map((n) =>
      givenCamera(args.scene, args.raw(n) as string).position
    );
    const { points, one } = bodiesOf(args.scene, [], [a!, b!]);
    const [x, y, z] = sub(points[0]!, points[1]!);
    const square = new Q(x * x + y * y + z * z, one * one);
    if (outcome.status !== "exact") return "there is a distance";
    const { squared, approximate } = outcome.value as Measured;
    const isRight = Q.read(squared!).against(square) === 0 &&
      Math.abs(approximate - Math.sqrt(ratio(square))) < 1e-9;
    return isRight ? null : "the distance is another";
  },
};

const cameraTurn: SceneQuery = {
  id: "camera-turn",
  group: "camera",
  summary: "By how many degrees has the camera turned, seen from above? Positive to the right.",
  takes: { from: CAMERA, to: CAMERA },
  variants: { yaw: "between the ways looked, on the ground, at most half a turn" },
  frame: "none",
  unit: "degree",
  solve: (args) => {
    const [a, b] = ["from", "to"].map((n) => {
      const [x, y] = integerDirection(args.camera(n).camera.forward);
      return [x, y] as const;
    });
    return groundAngle({ heading: a!, target: b! }, -180);
  },
  check: (args, _, outcome) => {
    const [a, b] = ["from", "to"].map((n) =>
      trueHeading(args, givenCamera(args.scene, args.raw(n) as string).forward)
    );
    return faultOfAngle({ heading: a!, target: b! }, outcome);
  },
};

const cameraRange: SceneQuery = {
  id: "range-order",
  group: "compare",
  summary: "Is one object nearer to the camera than another?",
  takes: { a: OBJECT, b: OBJECT, camera: CAMERA },
  variants: {
    "nearest-surface": "by the nearest points of the boxes",
    "centre-3d": "by the centres",
  },
  frame: "camera",
  solve: (args, variant) => {
    const { position } = args.camera("camera").camera;
    const rule = variant === "centre-3d" ? "centre-3d" : "nearest-surface";
    const [a, b] = ["a", "b"].map((n) => pointDistance(args.scene, args.object(n), position, rule));
    return comparedAs(a!, b!, ["nearer", "same", "farther"], "metre");
  },
  check: (args, variant, outcome) => {
    const view = givenCamera(args.scene, args.raw("camera") as string);
    const rule = variant === "centre-3d" ? "centre-3d" : "nearest-surface";
    const [a, b] = ["a", "b"].map((n) =>
      truePointDistance(args.scene, args.object(n), view.position, rule)
    );
    return faultOfCompared(a!, b!, ["nearer", "same", "farther"], outcome);
  },
};

/** The queries of what pictures show, and of cameras. */
export const VISIBILITY_QUERIES: readonly SceneQuery[] = [
  inView,
  projectedBox,
  truncation,
  lineOfSight,
  occlusion,
  occludes,
  visibleSet,
  firstSeen,
  appearanceOrder,
  inFrame,
  sameFrame,
  imagePlace,
  imageSide,
  sharedView,
  dominantMotion,
  cameraMove,
  cameraTurn,
  cameraRange,
];
