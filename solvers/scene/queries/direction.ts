import type { SectorSystem } from "../../../geometry/sectors.ts";
import type { Big3 } from "../../../geometry/space/box_table.ts";
import { hullDistance } from "../../../geometry/space/hull_distance.ts";
import { Rational } from "../../../geometry/space/rational.ts";
import { parseReal, type Real3 } from "../../../geometry/space/real.ts";
import { checkPose } from "../../direction/check_direction.ts";
import { solvePose } from "../../direction/facing.ts";
import type { SectorChoice } from "../../direction/sector_choice.ts";
import { exact, impossible, type Outcome } from "../../outcome.ts";
import { Q } from "../../_check_numbers.ts";
import { faultOfCompared, faultOfPlain, plain } from "../_check_choices.ts";
import { bodiesOf, cornersOf, flatApart, sub, turnedDirection, type V } from "../_truth.ts";
import type { Arguments, ArgumentSpec } from "../arguments.ts";
import { comparedAs } from "../choices.ts";
import { extentAlong } from "../measures.ts";
import { type Measured, Quantity } from "../quantity.ts";
import type { SceneQuery } from "../query.ts";
import { jointPoints } from "../ready_scene.ts";
import { givenCamera, trueDepth } from "./metric.ts";

const OBJECT: ArgumentSpec = { kind: "object" };
const CAMERA: ArgumentSpec = { kind: "camera" };

/** A heading and where the target is from the observer, on the ground, in integers. */
export interface GroundView {
  readonly heading: readonly [bigint, bigint];
  readonly target: readonly [bigint, bigint];
}

/** The sector of a target for an observer with a heading. */
export function sectorOf({ heading, target }: GroundView, sectors: SectorChoice): Outcome<string> {
  if (heading[0] === 0n && heading[1] === 0n) {
    return impossible("the way faced points straight up or down");
  }
  return solvePose({ ...pose({ heading, target }), sectors });
}

/** What is wrong with a sector. */
export function faultOfSector(
  { heading, target }: GroundView,
  sectors: SectorChoice,
  outcome: Outcome<unknown>,
): string | null {
  if (heading[0] === 0n && heading[1] === 0n) {
    return outcome.status === "impossible" ? null : "the way faced points straight up or down";
  }
  return checkPose({ ...pose({ heading, target }), sectors }, outcome as Outcome<string>);
}

function pose({ heading, target }: GroundView) {
  const text = ([x, y]: readonly [bigint, bigint]) => [String(x), String(y)] as const;
  return { position: [0, 0], heading: text(heading), target: text(target), frame: "y-up" } as const;
}

/** The sectors by which whoever stands and faces may answer. */
const FACING: Readonly<Record<string, { says: string; sectors: SectorChoice }>> = {
  "four": { says: "front, right, back, left, each 90 degrees wide", sectors: "facing-four" },
  "eight": { says: "front, front-right, ..., each 45 degrees wide", sectors: "facing-eight" },
  "clock": { says: "the hours, 12 straight ahead", sectors: "facing-clock" },
  "quadrants": {
    says: "front-left, front-right, back-left, back-right",
    sectors: "facing-quadrants",
  },
  "left-right": { says: "left or right", sectors: "left-right" },
  "front-back": { says: "front or back", sectors: "front-back" },
  "left-right-back": {
    says: "left, right, or back from 135 degrees on",
    sectors: "left-right-back",
  },
  "vsi-easy": { says: "VSI-Bench's easy questions: left or right", sectors: "left-right" },
  "vsi-medium": { says: "VSI-Bench's medium questions", sectors: "left-right-back" },
  "vsi-hard": { says: "VSI-Bench's hard questions: quadrants", sectors: "facing-quadrants" },
};
const FACING_VARIANTS = Object.fromEntries(
  Object.entries(FACING).map(([name, { says }]) => [name, says]),
);

/** By the data's own x and z, right being (z, -x) whatever the handedness, as SPRITE has it. */
const RAW_FACING: typeof FACING = {
  "sprite": {
    says: "quadrants by x and z of the data, as if these were left-handed with y up",
    sectors: "facing-quadrants",
  },
  "sprite-left-right": { says: "the same, left or right", sectors: "left-right" },
};
const STANDING: typeof FACING = { ...FACING, ...RAW_FACING };

function flat([x, y]: Big3 | V): readonly [bigint, bigint] {
  return [x, y];
}

/** Standing at one object, facing another: where is a third? */
function standing(args: Arguments, at: string, facing: string, target: string): GroundView {
  const [a, f, t] = [at, facing, target].map((name) => args.scene.center(args.object(name)));
  return { heading: flat(minus(f!, a!)), target: flat(minus(t!, a!)) };
}

/** The same by x and z of the scene as it was given, x to the right and z ahead. */
function rawStanding(args: Arguments): GroundView {
  const points = ["at", "facing", "target"].map((n) =>
    args.scene.given.objects[args.object(n)]!.box.center
  );
  const [a, f, t] = jointPoints(1n, [], points).lists[1]!;
  return {
    heading: [f![0] - a![0], f![2] - a![2]],
    target: [t![0] - a![0], t![2] - a![2]],
  };
}

function trulyStanding(args: Arguments, at: string, facing: string, target: string): GroundView {
  const { bodies } = bodiesOf(args.scene, [at, facing, target].map((name) => args.object(name)));
  const [a, f, t] = bodies.map((b) => b.center);
  return { heading: flat(sub(f!, a!)), target: flat(sub(t!, a!)) };
}

const standFace: SceneQuery = {
  id: "stand-face",
  group: "direction",
  summary: "Standing at one object and facing another, where is a third?",
  takes: { at: OBJECT, facing: OBJECT, target: OBJECT },
  variants: Object.fromEntries(Object.entries(STANDING).map(([name, { says }]) => [name, says])),
  frame: "viewer",
  solve: (args, variant) => {
    const view = Object.hasOwn(RAW_FACING, variant)
      ? rawStanding(args)
      : standing(args, "at", "facing", "target");
    return sectorOf(view, STANDING[variant]!.sectors);
  },
  check: (args, variant, outcome) => {
    const view = Object.hasOwn(RAW_FACING, variant)
      ? rawStanding(args)
      : trulyStanding(args, "at", "facing", "target");
    return faultOfSector(view, STANDING[variant]!.sectors, outcome);
  },
};

/** A direction as integers in its own ratio. */
export function integerDirection(direction: Real3): Big3 {
  return jointPoints(1n, [], [direction]).lists[1]![0]! as Big3;
}

/** From a camera: where is an object, on the ground? */
function fromCamera(args: Arguments): GroundView {
  const { camera } = args.camera("camera");
  const { lists } = jointPoints(args.scene.den, [args.scene.center(args.object("object"))], [
    camera.position,
  ]);
  return {
    heading: flat(integerDirection(camera.forward)),
    target: flat(minus(lists[0]![0]!, lists[1]![0]!)),
  };
}

function trulyFromCamera(args: Arguments): GroundView {
  const camera = givenCamera(args.scene, args.raw("camera") as string);
  const { bodies, points } = bodiesOf(args.scene, [args.object("object")], [camera.position]);
  return {
    heading: trueHeading(args, camera.forward),
    target: flat(sub(bodies[0]!.center, points[0]!)),
  };
}

/** A direction on the ground in integers, for checkers. */
export function trueHeading(args: Arguments, direction: Real3): readonly [bigint, bigint] {
  const [x, y] = turnedDirection(args.scene, direction);
  return [x!.n * y!.d, y!.n * x!.d];
}

const cameraDirection: SceneQuery = {
  id: "camera-direction",
  group: "direction",
  summary: "Where is an object for whoever holds the camera, on the ground?",
  takes: { object: OBJECT, camera: CAMERA },
  variants: FACING_VARIANTS,
  frame: "camera",
  solve: (args, variant) => sectorOf(fromCamera(args), FACING[variant]!.sectors),
  check: (args, variant, outcome) =>
    faultOfSector(trulyFromCamera(args), FACING[variant]!.sectors, outcome),
};

/** By an object's own front: where is another? */
const intrinsic: SceneQuery = {
  id: "intrinsic-direction",
  group: "direction",
  summary: "By the own front of one object, where is another?",
  takes: { reference: OBJECT, target: OBJECT },
  variants: FACING_VARIANTS,
  frame: "object",
  solve: (args, variant) => {
    const i = args.object("reference");
    const { front, id } = args.scene.objects[i]!;
    if (front === undefined) return impossible(`no front of ${id} is known`);
    const target = minus(args.scene.center(args.object("target")), args.scene.center(i));
    return sectorOf(
      { heading: flat(integerDirection(front)), target: flat(target) },
      FACING[variant]!.sectors,
    );
  },
  check: (args, variant, outcome) => {
    const [i, j] = [args.object("reference"), args.object("target")];
    const { front } = args.scene.given.objects[i]!;
    if (front === undefined) return outcome.status === "impossible" ? null : "no front is known";
    const { bodies } = bodiesOf(args.scene, [i, j]);
    return faultOfSector(
      {
        heading: trueHeading(args, front),
        target: flat(sub(bodies[1]!.center, bodies[0]!.center)),
      },
      FACING[variant]!.sectors,
      outcome,
    );
  },
};

const RELATIVE: Readonly<Record<string, { says: string; sectors: SectorChoice }>> = {
  "reflected": {
    says: "as English speakers mean it: what is nearer to the viewer is in front; right is right",
    sectors: mirrored(["behind", "right", "front", "left"]),
  },
  "left-right": {
    says: "left or right only",
    sectors: mirrored(["right", "left"]),
  },
  "translated": {
    says: "as if the reference faced the way the viewer does",
    sectors: { ...mirrored(["front", "right", "behind", "left"]) },
  },
};

/** Equal sectors around the line of sight, clockwise; two are halves left and right of it. */
function mirrored(labels: readonly string[]): SectorSystem {
  const boundaries = labels.length === 2 ? [0, 180] : [-45, 45, 135, 225];
  return { zero: "front", turn: "clockwise", boundaries, labels };
}

/** For a viewer who looks at the reference: where is the target from it? */
const relative: SceneQuery = {
  id: "relative-direction",
  group: "direction",
  summary: "For whoever looks from one object at another, where of that is a third?",
  takes: { viewer: OBJECT, reference: OBJECT, target: OBJECT },
  variants: Object.fromEntries(Object.entries(RELATIVE).map(([k, { says }]) => [k, says])),
  frame: "viewer",
  solve: (args, variant) => {
    const [v, r, t] = ["viewer", "reference", "target"].map((n) =>
      args.scene.center(args.object(n))
    );
    return sectorOf(
      { heading: flat(minus(r!, v!)), target: flat(minus(t!, r!)) },
      RELATIVE[variant]!.sectors,
    );
  },
  check: (args, variant, outcome) => {
    const { bodies } = bodiesOf(
      args.scene,
      ["viewer", "reference", "target"].map((n) => args.object(n)),
    );
    const [v, r, t] = bodies.map((b) => b.center);
    return faultOfSector(
      { heading: flat(sub(r!, v!)), target: flat(sub(t!, r!)) },
      RELATIVE[variant]!.sectors,
      outcome,
    );
  },
};

const NORTH: SectorSystem = {
  zero: "front",
  turn: "clockwise",
  boundaries: [-22.5, 22.5, 67.5, 112.5, 157.5, 202.5, 247.5, 292.5].map(String),
  labels: ["N", "NE", "E", "SE", "S", "SW", "W", "NW"],
};
const NORTH_FOUR: SectorSystem = {
  zero: "front",
  turn: "clockwise",
  boundaries: [-45, 45, 135, 225],
  labels: ["N", "E", "S", "W"],
};

const cardinal: SceneQuery = {
  id: "cardinal-direction",
  group: "direction",
  summary: "In which compass direction from one object is another?",
  takes: { reference: OBJECT, target: OBJECT },
  variants: {
    eight: "eight winds, each 45 degrees wide",
    four: "four winds, each 90 degrees wide",
  },
  frame: "world",
  solve: (args, variant) => {
    const target = minus(
      args.scene.center(args.object("target")),
      args.scene.center(args.object("reference")),
    );
    return sectorOf({ heading: [0n, 1n], target: flat(target) }, winds(variant));
  },
  check: (args, variant, outcome) => {
    const { bodies } = bodiesOf(args.scene, [args.object("reference"), args.object("target")]);
    const target = flat(sub(bodies[1]!.center, bodies[0]!.center));
    return faultOfSector({ heading: [0n, 1n], target }, winds(variant), outcome);
  },
};

function winds(variant: string): SectorSystem {
  return variant === "four" ? NORTH_FOUR : NORTH;
}

const UP: Real3 = [0, 0, 1];

const vertical: SceneQuery = {
  id: "vertical-direction",
  group: "direction",
  summary: "Is one object above another, below it, or neither?",
  takes: { a: OBJECT, b: OBJECT },
  variants: {
    strict: "above where its lowest point is at least as high as the other's highest; else level",
    lenient: "by the heights of the centres",
    sprite: "above where its bottom is more than 1e-6 above the other's top, else not",
  },
  frame: "world",
  solve: (args, variant) => {
    const [a, b] = ["a", "b"].map((n) => extentAlong(args.scene, args.object(n), UP));
    const q = (x: Rational) => Quantity.rational(x);
    if (variant === "lenient") {
      return comparedAs(q(a!.middle), q(b!.middle), ["below", "level", "above"], "metre");
    }
    if (variant === "sprite") {
      const top = b!.high.plus(Rational.of(1n, 1000000n));
      return comparedAs(q(a!.low), q(top), ["no", "no", "above"], "metre");
    }
    const [over, under] = [a!.low.minus(b!.high), b!.low.minus(a!.high)];
    const nearest = over.compare(under) > 0 ? over : under;
    const value = nearest.abs().toNumber() * (1 - 2 ** -50);
    const margin = { value, unit: "metre" };
    if (over.sign === 0 && under.sign === 0) return exact("level", margin);
    return exact(over.sign >= 0 ? "above" : under.sign >= 0 ? "below" : "level", margin);
  },
  check: (args, variant, outcome) => {
    const { bodies, one } = bodiesOf(args.scene, [args.object("a"), args.object("b")]);
    const heights = bodies.map((b) => cornersOf(b).map((p) => p[2]).sort((x, y) => x < y ? -1 : 1));
    const [[lowA, highA], [lowB, highB]] = heights.map((h) => [h[0]!, h[7]!]) as [
      [bigint, bigint],
      [bigint, bigint],
    ];
    const t = (n: bigint) => plain(new Q(n, one));
    const words = ["below", "level", "above"] as const;
    if (variant === "lenient") {
      const [a, b] = bodies.map((x) => t(x.center[2]));
      return faultOfCompared(a!, b!, words, outcome);
    }
    if (variant === "sprite") {
      const top = plain(new Q(highB, one).plus(new Q(1n, 1000000n)));
      return faultOfCompared(t(lowA), top, ["no", "no", "above"], outcome);
    }
    if (lowA >= highB && lowB < highA) {
      return faultOfCompared(t(lowA), t(highB), ["level", "above", "above"], outcome);
    }
    if (lowB >= highA && lowA < highB) {
      return faultOfCompared(t(highA), t(lowB), ["below", "below", "level"], outcome);
    }
    const fault = faultOfCompared(t(lowA), t(highB), ["level", "level", "above"], outcome);
    return fault ?? faultOfCompared(t(highA), t(lowB), ["below", "level", "level"], outcome);
  },
};

const between: SceneQuery = {
  id: "between",
  group: "direction",
  summary: "Is an object between two others, seen from above?",
  takes: { object: OBJECT, a: OBJECT, b: OBJECT },
  variants: {
    segment: "the straight line between the centres of the two meets its footprint",
    centre: "its centre lies beside that line, between the two ends",
    sprite: "its centre is strictly between in the data's own x, whatever the rest",
  },
  frame: "none",
  solve: (args, variant) => {
    const [x, a, b] = ["object", "a", "b"].map((n) => args.object(n)) as [number, number, number];
    const [p, q] = [args.scene.center(a), args.scene.center(b)];
    if (variant === "segment") {
      const { den } = args.scene;
      const ends: Big3[] = [[p[0], p[1], 0n], [q[0], q[1], 0n]];
      const { squared } = hullDistance(args.scene.footprint(x), ends);
      if (squared.num === 0n) return exact(true);
      const apart = Quantity.root({ num: squared.num, den: squared.den * den * den });
      return exact(false, { value: apart.lower, unit: "metre" });
    }
    if (variant === "sprite") {
      const [o, r, s] = [x, a, b].map((i) =>
        Rational.from(args.scene.given.objects[i]!.box.center[0])
      );
      return exact(o!.minus(r!).sign * o!.minus(s!).sign < 0);
    }
    const [d, o] = [minus(q, p), minus(args.scene.center(x), p)];
    const length = d[0] * d[0] + d[1] * d[1];
    if (length === 0n) return impossible("the two others are in one place");
    const along = d[0] * o[0] + d[1] * o[1];
    return exact(along > 0n && along < length);
  },
  check: (args, variant, outcome) => {
    const numbers = ["object", "a", "b"].map((n) => args.object(n));
    const { bodies, one } = bodiesOf(args.scene, numbers);
    const [o, p, q] = bodies.map((b) => b.center) as [V, V, V];
    if (variant === "segment") {
      const { n, d } = flatApart(cornersOf(bodies[0]!), [p, q]);
      if (outcome.status !== "exact" || outcome.value !== (n === 0n)) {
        return `the answer is ${n === 0n}`;
      }
      const margin = Q.ofDouble(outcome.margin?.value ?? 0);
      const isSure = margin.times(margin).against(new Q(n, d * one * one)) <= 0;
      return isSure ? null : "the margin is too large";
    }
    if (variant === "sprite") {
      const [x, a, b] = numbers.map((i) => {
        const { num, den } = parseReal(args.scene.given.objects[i]!.box.center[0]);
        return new Q(num, den);
      });
      const isIn = a!.against(x!) < 0 && x!.against(b!) < 0 ||
        b!.against(x!) < 0 && x!.against(a!) < 0;
      return faultOfPlain(isIn, outcome);
    }
    // By the squared sides of the triangle on the ground.
    const square = (u: V, v: V) => (u[0] - v[0]) ** 2n + (u[1] - v[1]) ** 2n;
    const [base, first, second] = [square(p, q), square(o, p), square(o, q)];
    if (base === 0n) return outcome.status === "impossible" ? null : "the two are in one place";
    return faultOfPlain(first < second + base && second < first + base, outcome);
  },
};

const faces: SceneQuery = {
  id: "faces",
  group: "direction",
  summary: "Does one object face another: does the ray along its front meet the other's footprint?",
  takes: { a: OBJECT, b: OBJECT },
  variants: { ray: "the ray from its centre, on the ground" },
  frame: "object",
  solve: (args) => {
    const [a, b] = [args.object("a"), args.object("b")];
    const { front, id } = args.scene.objects[a]!;
    if (front === undefined) return impossible(`no front of ${id} is known`);
    const f = integerDirection(front);
    const square = f[0] * f[0] + f[1] * f[1];
    if (square === 0n) return impossible("the way faced points straight up or down");
    const [x, y] = args.scene.center(a);
    const reach = args.scene.footprint(b).map((p) => (p[0] - x) * f[0] + (p[1] - y) * f[1])
      .reduce((m, n) => m > n ? m : n);
    if (reach <= 0n) return exact(false);
    const k = reach / square + 1n;
    const ray: Big3[] = [[x, y, 0n], [x + k * f[0], y + k * f[1], 0n]];
    return exact(hullDistance(args.scene.footprint(b), ray).squared.num === 0n);
  },
  check: (args, _, outcome) => {
    const [a, b] = [args.object("a"), args.object("b")];
    const { front } = args.scene.given.objects[a]!;
    if (front === undefined) return outcome.status === "impossible" ? null : "no front is known";
    const [fx, fy] = trueHeading(args, front);
    if (fx === 0n && fy === 0n) return outcome.status === "impossible" ? null : "it faces no way";
    const { bodies } = bodiesOf(args.scene, [a, b]);
    const corners = cornersOf(bodies[1]!).map((p) => {
      const [x, y] = sub(p, bodies[0]!.center);
      return { along: x * fx + y * fy, aside: x * fy - y * fx };
    });
    // Where chords of the corners cross the line of sight ahead.
    const hits = corners.some((p) => p.aside === 0n && p.along >= 0n) ||
      corners.some((p) =>
        corners.some((q) =>
          p.aside < 0n && q.aside > 0n && p.along * q.aside - q.along * p.aside >= 0n
        )
      );
    return faultOfPlain(hits, outcome);
  },
};

const parallel: SceneQuery = {
  id: "parallel",
  group: "direction",
  summary: "Do the fronts of two objects lie on parallel lines, within a tolerance?",
  takes: { a: OBJECT, b: OBJECT, degrees: { kind: "number", otherwise: 10 } },
  variants: { either: "the same way or the opposite", same: "the same way" },
  frame: "none",
  solve: (args, variant) => {
    const [f, g] = ["a", "b"].map((n) => args.scene.objects[args.object(n)]!.front);
    if (f === undefined || g === undefined) return impossible("a front is not known");
    const [heading, target] = [flat(integerDirection(f)), flat(integerDirection(g))];
    if (target[0] === 0n && target[1] === 0n) return impossible("a front points up or down");
    return asFlag(sectorOf({ heading, target }, tolerance(args, variant)));
  },
  check: (args, variant, outcome) => {
    const [f, g] = ["a", "b"].map((n) => args.scene.given.objects[args.object(n)]!.front);
    if (f === undefined || g === undefined) {
      return outcome.status === "impossible" ? null : "a front is not known";
    }
    const [heading, target] = [trueHeading(args, f), trueHeading(args, g)];
    if (outcome.status === "impossible") {
      const isNone = [heading, target].some(([x, y]) => x === 0n && y === 0n);
      return isNone ? null : "there is an answer";
    }
    return faultOfSector({ heading, target }, tolerance(args, variant), asWords(outcome));
  },
};

/** Sectors around straight ahead, and behind for `"either"`; the boundary itself is within. */
function tolerance(args: Arguments, variant: string): SectorSystem {
  const d = args.number("degrees");
  const [zero, half] = [d.negated(), d].map(String);
  const straight = (n: bigint) => [Rational.of(n).minus(d), Rational.of(n).plus(d)].map(String);
  const ends = variant === "either" ? [zero!, half!, ...straight(180n)] : [zero!, half!];
  return {
    zero: "front",
    turn: "clockwise",
    boundaries: ends,
    labels: ends.map((_, i) => i % 2 === 0 ? "yes" : "no"),
    onBoundary: ends.map((_, i) => i % 2 === 0 ? "next" : "previous"),
  };
}

function asFlag(outcome: Outcome<string>): Outcome<boolean> {
  return outcome.status === "exact"
    ? { ...outcome, value: outcome.value === "yes" }
    : outcome as Outcome<never>;
}

function asWords(outcome: Outcome<unknown>): Outcome<unknown> {
  return outcome.status === "exact"
    ? { ...outcome, value: outcome.value === true ? "yes" : "no" }
    : outcome;
}

/** Degrees clockwise from the heading, as a double near the angle, from 0 or from -180 on. */
export function groundAngle({ heading: [hx, hy], target: [tx, ty] }: GroundView, from: number) {
  if (hx === 0n && hy === 0n) return impossible("the way faced points straight up or down");
  if (tx === 0n && ty === 0n) return impossible("the two are in one place, seen from above");
  const [dot, cross] = [hx * tx + hy * ty, hy * tx - hx * ty];
  const scale = bits(dot) > bits(cross) ? bits(dot) : bits(cross);
  const shift = BigInt(Math.max(0, scale - 1000));
  const angle = Math.atan2(Number(cross >> shift), Number(dot >> shift)) * (180 / Math.PI);
  const turned = from === 0 && angle < 0 ? angle + 360 : angle;
  const value: Measured = { exact: null, squared: null, approximate: turned };
  return exact(value);
}

function bits(x: bigint): number {
  return 4 * x.toString(16).length;
}

/** What is wrong with an angle: it must be within 1e-9 degrees. */
export function faultOfAngle(view: GroundView, outcome: Outcome<unknown>): string | null {
  const isNone = [view.heading, view.target].some(([x, y]) => x === 0n && y === 0n);
  if (isNone) return outcome.status === "impossible" ? null : "there is no angle";
  if (outcome.status !== "exact") return "there is an angle";
  const angle = Q.ofDouble((outcome.value as Measured).approximate);
  const room = new Q(1n, 1000000000n);
  const [low, high] = [angle.minus(room), angle.plus(room)].map(({ n, d }) => `${n}/${d}`);
  const sectors: SectorSystem = {
    zero: "front",
    turn: "clockwise",
    boundaries: [low!, high!],
    labels: ["here", "elsewhere"],
  };
  const claim = sectorOf(view, sectors);
  const isHere = claim.status === "exact" && claim.value === "here" &&
    faultOfSector(view, sectors, claim) === null;
  return isHere ? null : "the angle is another";
}

const bearing: SceneQuery = {
  id: "bearing",
  group: "metric",
  summary: "At which bearing from one object is another: degrees clockwise from north?",
  takes: { from: OBJECT, to: OBJECT },
  variants: { centre: "between the centres" },
  frame: "world",
  unit: "degree",
  solve: (args) => {
    const [a, b] = ["from", "to"].map((n) => args.scene.center(args.object(n)));
    return groundAngle({ heading: [0n, 1n], target: flat(minus(b!, a!)) }, 0);
  },
  check: (args, _, outcome) => {
    const { bodies } = bodiesOf(args.scene, [args.object("from"), args.object("to")]);
    const target = flat(sub(bodies[1]!.center, bodies[0]!.center));
    return faultOfAngle({ heading: [0n, 1n], target }, outcome);
  },
};

const aim: SceneQuery = {
  id: "aim",
  group: "hypothetical",
  summary:
    "Standing at one object and facing another: by how many degrees must one turn to face a " +
    "third? Positive to the right.",
  takes: { at: OBJECT, facing: OBJECT, target: OBJECT },
  variants: { centre: "between the centres, at most half a turn" },
  frame: "viewer",
  unit: "degree",
  solve: (args) => groundAngle(standing(args, "at", "facing", "target"), -180),
  check: (args, _, outcome) => faultOfAngle(trulyStanding(args, "at", "facing", "target"), outcome),
};

const angleAt: SceneQuery = {
  id: "angle",
  group: "metric",
  summary: "What angle do two objects make at a third, seen from above?",
  takes: { at: OBJECT, a: OBJECT, b: OBJECT },
  variants: { centre: "between the centres, 0 to 180 degrees" },
  frame: "none",
  unit: "degree",
  solve: (args) => {
    const outcome = groundAngle(standing(args, "at", "a", "b"), -180);
    if (outcome.status !== "exact") return outcome;
    return exact({ ...outcome.value, approximate: Math.abs(outcome.value.approximate) });
  },
  check: (args, _, outcome) => {
    const view = trulyStanding(args, "at", "a", "b");
    const fault = faultOfAngle(view, outcome);
    if (fault === null || outcome.status !== "exact") return fault;
    const value = outcome.value as Measured;
    if (value.approximate < 0) return "an angle is not below 0";
    const other = { ...outcome, value: { ...value, approximate: -value.approximate } };
    return faultOfAngle(view, other);
  },
};

/** How one object stands to another in the camera's picture: left or right, nearer or farther. */
const viewSide: SceneQuery = {
  id: "view-side",
  group: "direction",
  summary: "Seen by the camera, is one object left or right of another?",
  takes: { a: OBJECT, b: OBJECT, camera: CAMERA },
  variants: {
    camera: "by the camera's own x of the centres, in metres",
    sprite: "by the data's own x, whatever way the camera looks",
    spatialrgpt: "by the camera's own x of the centres, as SpatialRGPT has it",
  },
  frame: "camera",
  solve: (args, variant) => {
    const { camera } = args.camera("camera");
    const [a, b] = ["a", "b"].map((n) => {
      const i = args.object(n);
      return variant === "sprite"
        ? Rational.from(args.scene.given.objects[i]!.box.center[0])
        : extentAlong(args.scene, i, camera.right).middle;
    });
    return comparedAs(
      Quantity.rational(a!),
      Quantity.rational(b!),
      ["left", "level", "right"],
      "metre",
    );
  },
  check: (args, variant, outcome) => {
    const numbers = [args.object("a"), args.object("b")];
    const words = ["left", "level", "right"] as const;
    if (variant === "sprite") {
      const [a, b] = numbers.map((i) => {
        const { num, den } = parseReal(args.scene.given.objects[i]!.box.center[0]);
        return plain(new Q(num, den));
      });
      return faultOfCompared(a!, b!, words, outcome);
    }
    const camera = givenCamera(args.scene, args.raw("camera") as string);
    const right = turnedDirection(args.scene, camera.right);
    const { bodies, one } = bodiesOf(args.scene, numbers);
    const [a, b] = bodies.map(({ center }) =>
      plain(center.reduce((s, x, k) => s.plus(right[k]!.times(new Q(x, one))), new Q(0n)))
    );
    return faultOfCompared(a!, b!, words, outcome);
  },
};

const viewDepth: SceneQuery = {
  id: "view-depth",
  group: "direction",
  summary: "Seen by the camera, is one object in front of another (nearer) or behind it?",
  takes: { a: OBJECT, b: OBJECT, camera: CAMERA },
  variants: {
    nearest: "by the depth of the nearest points",
    centre: "by the depth of the centres",
    spatialrgpt: "by the depth of the nearest points, as SpatialRGPT has it",
    vqasynth: "by the depth of the centres, as VQASynth has it",
    sprite: "by the data's own z, whatever way the camera looks: the smaller is in front",
  },
  frame: "camera",
  solve: (args, variant) => {
    const { camera } = args.camera("camera");
    const [a, b] = ["a", "b"].map((n) => {
      const i = args.object(n);
      if (variant === "sprite") return Rational.from(args.scene.given.objects[i]!.box.center[2]);
      const { low, middle } = extentAlong(args.scene, i, camera.forward);
      return variant === "centre" || variant === "vqasynth" ? middle : low;
    });
    return comparedAs(
      Quantity.rational(a!),
      Quantity.rational(b!),
      ["front", "level", "behind"],
      "metre",
    );
  },
  check: (args, variant, outcome) => {
    const words = ["front", "level", "behind"] as const;
    const [a, b] = ["a", "b"].map((n) => {
      if (variant === "sprite") {
        const { num, den } = parseReal(args.scene.given.objects[args.object(n)]!.box.center[2]);
        return plain(new Q(num, den));
      }
      const rule = variant === "centre" || variant === "vqasynth" ? "centre" : "nearest";
      return trueDepth(args, n, "camera", rule);
    });
    return faultOfCompared(a!, b!, words, outcome);
  },
};

/** Both at once: front or behind, and left or right. */
const viewQuadrant: SceneQuery = {
  id: "view-quadrant",
  group: "direction",
  summary: "Seen by the camera, is one object in front of another or behind, left or right of it?",
  takes: { a: OBJECT, b: OBJECT, camera: CAMERA },
  variants: {
    camera: "by the camera's own x and the depth of the centres; the nearer is in front",
    sprite: "by the data's own x and z, whatever way the camera looks; the smaller z is in front",
  },
  frame: "camera",
  solve: (args, variant) => {
    const side = viewSide.solve(args, variant) as Outcome<string>;
    const depth = viewDepth.solve(args, variant === "camera" ? "centre" : "sprite");
    return joined(depth as Outcome<string>, side);
  },
  check: (args, variant, outcome) => {
    if (outcome.status === "tie") {
      const [depth, side] = halves(outcome.values[0] as string);
      const level = { ...exact("level"), margin: { value: 0, unit: "metre" } };
      const faults = [
        viewDepth.check(args, variant === "camera" ? "centre" : "sprite", level),
        viewSide.check(args, variant, level),
      ];
      return faults.includes(null) && depth !== "" && side !== "" ? null : "it is no tie";
    }
    if (outcome.status !== "exact") return "there is an answer";
    const [depth, side] = halves(String(outcome.value));
    const depthFault = viewDepth.check(args, variant === "camera" ? "centre" : "sprite", {
      ...outcome,
      value: depth,
    });
    return depthFault ?? viewSide.check(args, variant, { ...outcome, value: side });
  },
};

function halves(words: string): readonly [string, string] {
  const [depth = "", side = ""] = words.split("-");
  return [depth, side];
}

/** Two answers as one; one that is level leaves both ways open. */
function joined(depth: Outcome<string>, side: Outcome<string>): Outcome<string> {
  if (depth.status !== "exact" || side.status !== "exact") return depth;
  const depths = depth.value === "level" ? ["front", "behind"] : [depth.value];
  const sides = side.value === "level" ? ["left", "right"] : [side.value];
  const all = depths.flatMap((d) => sides.map((s) => `${d}-${s}`));
  if (all.length > 1) return { status: "tie", values: all };
  const margin = depth.margin!.value < side.margin!.value ? depth.margin : side.margin;
  return exact(all[0]!, margin);
}

/** The directional queries. */
export const DIRECTION_QUERIES: readonly SceneQuery[] = [
  bearing,
  angleAt,
  standFace,
  cameraDirection,
  intrinsic,
  relative,
  cardinal,
  vertical,
  between,
  faces,
  parallel,
  viewSide,
  viewDepth,
  viewQuadrant,
  aim,
];

function minus(a: Big3, b: Big3): Big3 {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}
