import type { SectorSystem } from "../../../geometry/sectors.ts";
import { SECTOR_SYSTEMS, type SectorSystemName } from "../../../geometry/sector_systems.ts";
import type { Big3 } from "../../../geometry/space/box_table.ts";
import { hullDistance } from "../../../geometry/space/hull_distance.ts";
import { Rational } from "../../../geometry/space/rational.ts";
import { formatReal, type Real3 } from "../../../geometry/space/real.ts";
import { exact, impossible, type Outcome } from "../../outcome.ts";
import { Q } from "../../_check_numbers.ts";
import { faultOfPlain } from "../_check_choices.ts";
import {
  bodiesOf,
  cornersOf,
  flatApart,
  isInFlat,
  sub,
  turnedDirection,
  type V,
} from "../_truth.ts";
import type { Arguments, ArgumentSpec } from "../arguments.ts";
import { freePlace } from "../free_place.ts";
import { extentAlong } from "../measures.ts";
import type { Measured } from "../quantity.ts";
import type { SceneQuery } from "../query.ts";
import { jointPoints, ReadyScene } from "../ready_scene.ts";
import type { Scene, SceneObject } from "../scene.ts";
import { tellWalk, type Walk } from "../walk.ts";
import { onGround } from "./contact.ts";
import { faultOfSector, type GroundView, sectorOf } from "./direction.ts";
import { givenCamera } from "./metric.ts";

const OBJECT: ArgumentSpec = { kind: "object" };
const POINTS: ArgumentSpec = { kind: "points" };

const pathLength: SceneQuery = {
  id: "path-length",
  group: "navigation",
  summary: "How long is a way from point to point?",
  takes: { points: POINTS },
  variants: { space: "in space", ground: "on the ground" },
  frame: "none",
  unit: "metre",
  solve: (args, variant) => {
    const points = args.points("points").map((p) => p.map((x) => Rational.from(x)));
    const steps = points.slice(1).map((p, i) => {
      const square = p.reduce((sum, x, k) => {
        const d = x.minus(points[i]![k]!);
        return variant === "ground" && k === 2 ? sum : sum.plus(d.times(d));
      }, Rational.ZERO);
      return Math.sqrt(square.toNumber());
    });
    return lengthOutcome(steps.reduce((sum, d) => sum + d, 0));
  },
  check: (args, variant, outcome) => {
    const { points, one } = bodiesOf(args.scene, [], args.raw("points") as Real3[]);
    // Roots in integers, 64 bits below a unit.
    let sum = 0n;
    points.slice(1).forEach((p, i) => {
      const [x, y, z] = sub(p, points[i]!);
      sum += root((x * x + y * y + (variant === "ground" ? 0n : z * z)) << 128n);
    });
    return faultOfLength(outcome, new Q(sum, one << 64n));
  },
};

function root(n: bigint): bigint {
  if (n < 2n) return n;
  let x = 1n << BigInt(2 * n.toString(16).length);
  for (;;) {
    const y = (x + n / x) >> 1n;
    if (y >= x) return x;
    x = y;
  }
}

function lengthOutcome(approximate: number): Outcome<Measured> {
  return exact({ exact: null, squared: null, approximate });
}

function faultOfLength(outcome: Outcome<unknown>, truth: Q): string | null {
  if (outcome.status !== "exact") return "there is a length";
  const { approximate } = outcome.value as Measured;
  const off = Q.ofDouble(approximate).minus(truth).abs();
  const room = truth.plus(new Q(1n)).times(new Q(1n, 1n << 40n));
  return off.against(room) <= 0 ? null : "the length is another";
}

/** At each point but the ends: which way to turn. */
const turns: SceneQuery = {
  id: "turns",
  group: "navigation",
  summary: "Going from point to point, which turn is to be taken at each?",
  takes: { points: POINTS },
  variants: {
    four: "straight on, right, back or left, each 90 degrees wide",
    "left-right": "left or right",
    "left-right-back": "left, right, or back from 135 degrees on, as VSI-Bench's routes",
  },
  frame: "viewer",
  solve: (args, variant) => {
    const views = viewsAlong(args.points("points"));
    const words: string[] = [];
    let value = Infinity;
    for (const view of views) {
      const outcome = sectorOf(view, TURNS[variant]!);
      if (outcome.status !== "exact") return outcome as Outcome<never>;
      words.push(outcome.value);
      value = Math.min(value, outcome.margin!.value);
    }
    return exact(words, value === Infinity ? null : { value, unit: "degree" });
  },
  check: (args, variant, outcome) => {
    const { points } = bodiesOf(args.scene, [], args.raw("points") as Real3[]);
    const views = points.slice(1, -1).map((p, i): GroundView => ({
      heading: flat(sub(p, points[i]!)),
      target: flat(sub(points[i + 2]!, p)),
    }));
    if (outcome.status !== "exact") {
      // It is that of the first turn that is not plain.
      const faults = views.map((view) => faultOfSector(view, TURNS[variant]!, outcome));
      return faults.includes(null) ? null : "each turn is plain";
    }
    const words = outcome.value as string[];
    if (words.length !== views.length) return `there are ${views.length} turns`;
    for (const [i, view] of views.entries()) {
      const one = { ...outcome, value: words[i] };
      const fault = faultOfSector(view, TURNS[variant]!, one);
      if (fault !== null) return `turn ${i + 1}: ${fault}`;
    }
    return null;
  },
};

const TURNS: Readonly<Record<string, SectorSystem>> = {
  "four": {
    zero: "front",
    turn: "clockwise",
    boundaries: [-45, 45, 135, 225],
    labels: ["straight", "right", "back", "left"],
  },
  "left-right": SECTOR_SYSTEMS["left-right"],
  "left-right-back": SECTOR_SYSTEMS["left-right-back"],
};

function flat([x, y]: V | Big3): readonly [bigint, bigint] {
  return [x, y];
}

function viewsAlong(points: readonly Real3[]): GroundView[] {
  const { lists } = jointPoints(1n, [], points);
  const list = lists[1]!;
  return list.slice(1, -1).map((p, i) => {
    const [before, after] = [list[i]!, list[i + 2]!];
    return {
      heading: [p[0] - before[0], p[1] - before[1]],
      target: [after[0] - p[0], after[1] - p[1]],
    };
  });
}

const clearPath: SceneQuery = {
  id: "clear-path",
  group: "navigation",
  summary: "Does a way from point to point keep a distance from every object, seen from above?",
  takes: {
    points: POINTS,
    radius: { kind: "length", otherwise: "0.2" },
    options: { kind: "objects", optional: true, says: "the objects to keep from; all" },
  },
  variants: {
    ground: "from the shadows of all objects",
    standing: "from the shadows of those that begin below 2 metres over the first point",
  },
  frame: "world",
  solve: (args, variant) => {
    const points = args.points("points");
    const radius = args.number("radius");
    const floor = Rational.from(points[0]![2]);
    const { scene } = args;
    for (const i of args.objects("options")) {
      const { low } = extentAlong(scene, i, [0, 0, 1]);
      if (variant === "standing" && low.minus(floor).compare({ num: 2n, den: 1n }) >= 0) continue;
      const { lists, den } = jointPoints(scene.den, scene.footprint(i), points);
      const way = lists[1]!.map(([x, y]): Big3 => [x, y, 0n]);
      for (let k = 0; k + 1 < way.length; k++) {
        const { squared } = hullDistance(lists[0]!, way.slice(k, k + 2));
        const distance = Rational.of(squared.num, squared.den * den * den);
        if (distance.compare(radius.times(radius)) < 0) return exact(false);
      }
    }
    return exact(true);
  },
  check: (args, variant, outcome) => {
    const numbers = args.objects("options");
    const { bodies, points, one } = bodiesOf(args.scene, numbers, args.raw("points") as Real3[]);
    const radius = Q.read(args.raw("radius") as string);
    const isClear = bodies.every((body) => {
      const low = cornersOf(body).map((p) => p[2]).reduce((a, b) => a < b ? a : b);
      if (variant === "standing" && low - points[0]![2] >= 2n * one) return true;
      return points.slice(1).every((p, k) => {
        const { n, d } = flatApart(cornersOf(body), [points[k]!, p]);
        return new Q(n, d * one * one).against(radius.times(radius)) >= 0;
      });
    });
    return faultOfPlain(isClear, outcome);
  },
};

const walk: SceneQuery = {
  id: "walk",
  group: "navigation",
  summary: "Which turns and lengths lead along the cameras' places?",
  takes: { cameras: { kind: "cameras", optional: true } },
  variants: {
    merged: "one step for each straight part, turns of at most half a turn, true lengths",
    every: "a step for each place",
  },
  frame: "viewer",
  solve: (args, variant) => {
    const poses = args.cameras("cameras").map((c) => c.camera);
    if (poses.length === 0) return impossible("there is no camera");
    return exact(tellWalk(poses, { straight: variant === "every" ? 0 : 0.01 }));
  },
  check: (args, _, outcome) => {
    if (outcome.status !== "exact") {
      return (args.scene.given.cameras ?? []).length === 0 ? null : "there is a walk";
    }
    const names = (args.raw("cameras") as string[] | undefined) ??
      (args.scene.given.cameras ?? []).map((c) => c.name);
    const cameras = names.map((name) => givenCamera(args.scene, name));
    const { points, one } = bodiesOf(args.scene, [], cameras.map((c) => c.position));
    const places = points.map((p) => [Number(p[0]) / Number(one), Number(p[1]) / Number(one)]);
    const headings = cameras.map((c) => {
      const [x, y] = turnedDirection(args.scene, c.forward).map((q) => Number(q.n) / Number(q.d));
      return Math.atan2(x!, y!);
    });
    const { steps, length } = outcome.value as Walk;
    // Somebody follows the steps.
    let [x, y] = places[0] as [number, number];
    let heading = headings[0]!;
    for (const { turn, forward } of steps) {
      if (!(turn > -180 && turn <= 180) || forward < 0) return "a turn is not wrapped";
      heading += turn * Math.PI / 180;
      x += forward * Math.sin(heading);
      y += forward * Math.cos(heading);
    }
    const [gx, gy] = places.at(-1) as [number, number];
    if (Math.hypot(gx - x, gy - y) > 1e-6) return "it ends elsewhere";
    if (Math.abs(Math.sin((heading - headings.at(-1)!) / 2)) > 1e-6) {
      return "it ends facing another way";
    }
    const walked = places.slice(1).reduce(
      (sum, [px, py], i) => sum + Math.hypot(px! - places[i]![0]!, py! - places[i]![1]!),
      0,
    );
    return Math.abs(walked - length) <= 1e-6 ? null : "the way is of another length";
  },
};

/** Standing at one object, facing another, turning so far: where is a third? */
const afterTurn: SceneQuery = {
  id: "after-turn",
  group: "hypothetical",
  summary: "Standing at one object, facing another, then turning to the right by some degrees " +
    "(to the left below 0): where is a third?",
  takes: { at: OBJECT, facing: OBJECT, target: OBJECT, degrees: { kind: "number" } },
  variants: {
    "facing-four": "front, right, back, left",
    "facing-eight": "eight directions",
    "facing-quadrants": "front-left, front-right, back-left, back-right",
    "left-right": "left or right",
  },
  frame: "viewer",
  solve: (args, variant) => {
    const [a, f, t] = ["at", "facing", "target"].map((n) => args.scene.center(args.object(n)));
    return sectorOf({
      heading: [f![0] - a![0], f![1] - a![1]],
      target: [t![0] - a![0], t![1] - a![1]],
    }, turnedSectors(variant, args.number("degrees")));
  },
  check: (args, variant, outcome) => {
    const { bodies } = bodiesOf(
      args.scene,
      ["at", "facing", "target"].map((n) => args.object(n)),
    );
    const [a, f, t] = bodies.map((b) => b.center);
    const view = { heading: flat(sub(f!, a!)), target: flat(sub(t!, a!)) };
    // The sectors go along with the turn.
    const system = SECTOR_SYSTEMS[variant as SectorSystemName];
    const degrees = Q.read(args.raw("degrees") as string);
    const boundaries = system.boundaries.map((b) => {
      const read = Q.read(b);
      const { n, d } = system.turn === "clockwise" ? read.plus(degrees) : read.minus(degrees);
      return `${n}/${d}`;
    });
    return faultOfSector(view, { ...system, boundaries }, outcome);
  },
};

/** Sectors that have turned to the right. */
function turnedSectors(name: string, degrees: Rational): SectorSystem {
  const system = SECTOR_SYSTEMS[name as SectorSystemName];
  const by = system.turn === "clockwise" ? degrees : degrees.negated();
  return {
    ...system,
    boundaries: system.boundaries.map((b) => formatReal(Rational.from(b).plus(by))),
  };
}

/** What is changed before something is asked. */
interface SceneChange {
  /** An object that is taken away. */
  readonly remove?: string;
  /** An object that is moved. */
  readonly move?: string;
  /** By which vector, in the scene's own coordinates. */
  readonly by?: Real3;
}

const after: SceneQuery = {
  id: "after",
  group: "hypothetical",
  summary: "After an object is taken away or moved: what is the answer to another question?",
  takes: {
    change: { kind: "change", says: '{"remove": id} or {"move": id, "by": [x, y, z]}' },
    ask: { kind: "query", says: "{query, args, variant}" },
  },
  variants: { plain: "as the other question says" },
  frame: "none",
  solve: (args) => nested(args).solve(),
  check: (args, _, outcome) => nested(args).check(outcome),
};

function nested(args: Arguments) {
  const change = args.raw("change") as SceneChange;
  if (typeof change !== "object" || change === null) {
    throw new TypeError("Cannot read argument change, must be an object with remove or move");
  }
  const scene = new ReadyScene(changedScene(args.scene.given, change));
  return args.askOther(scene, args.raw("ask"));
}

function changedScene(scene: Scene, { remove, move, by }: SceneChange): Scene {
  const id = remove ?? move;
  if (id === undefined || !scene.objects.some((o) => o.id === id)) {
    throw new RangeError(`Cannot find object ${JSON.stringify(id)}, must be one of the scene's`);
  }
  if (remove !== undefined) {
    return { ...scene, objects: scene.objects.filter((o) => o.id !== id) };
  }
  const shift = (p: Real3): Real3 =>
    p.map((x, k) =>
      formatReal(Rational.from(x).plus(Rational.from(by?.[k] ?? 0)))
    ) as unknown as Real3;
  const moved = (o: SceneObject): SceneObject => ({
    ...o,
    box: { ...o.box, center: shift(o.box.center) },
  });
  return { ...scene, objects: scene.objects.map((o) => o.id === id ? moved(o) : o) };
}

const placeFor: SceneQuery = {
  id: "free-place",
  group: "placement",
  summary: "Is there room on a room's floor for a box of some width (east) and depth (north)?",
  takes: {
    room: { kind: "room" },
    width: { kind: "length" },
    depth: { kind: "length" },
  },
  variants: { shadows: "clear of the shadows of all objects; touching is allowed" },
  frame: "world",
  solve: (args) => {
    const { outline, id } = args.room("room");
    if (outline === undefined) throw new RangeError(`Cannot ask free-place: ${id} has no outline`);
    const [width, depth] = [args.number("width"), args.number("depth")];
    if (width.sign <= 0 || depth.sign <= 0) {
      throw new RangeError(`Cannot place ${width} x ${depth}, must be above 0`);
    }
    const { scene } = args;
    const place = freePlace(scene, {
      ...{ width, depth },
      outline: outline.map((p) => onGround(scene.point(p))),
      obstacles: scene.objects.map((_, i) => i),
    });
    if (place === null) return impossible("no place of the floor is free for it");
    return exact(place.map((x) => formatReal(x)));
  },
  check: (args, _, outcome) => {
    const { outline } = args.room("room");
    const all = args.scene.objects.map((_, i) => i);
    const { bodies, points, one } = bodiesOf(args.scene, all, outline);
    const [w, d] = ["width", "depth"].map((n) => Q.read(args.raw(n) as string));
    const unit = (q: Q) => q.times(new Q(one));
    const isFree = (x: Q, y: Q): boolean => {
      // Twice everything, brought to integers.
      const half = [unit(w!), unit(d!)].map((q) => q.over(new Q(2n)));
      const common = [x, y, ...half].reduce((lcm, q) => lcm * q.d, 1n);
      const int = (q: Q) => q.n * (common / q.d);
      const [cx, cy, hx, hy] = [x, y, half[0]!, half[1]!].map(int) as [
        bigint,
        bigint,
        bigint,
        bigint,
      ];
      const corners = [[-1n, -1n], [1n, -1n], [1n, 1n], [-1n, 1n]].map(([a, b]): V => [
        cx + a! * hx,
        cy + b! * hy,
        0n,
      ]);
      // A hair smaller, so that touching is no overlap.
      const inner = corners.map(([px, py]): V => [
        px * FINE - (px > cx ? 1n : -1n),
        py * FINE - (py > cy ? 1n : -1n),
        0n,
      ]);
      const blown = (p: V): V => [p[0] * common * FINE, p[1] * common * FINE, 0n];
      const isClear = bodies.every((body) => flatApart(inner, cornersOf(body).map(blown)).n > 0n);
      const ring = points.map(blown);
      const isWithin = inner.every((p) => windsAround(ring, p)) &&
        ring.every((p, k) => flatApart(inner, [p, ring[(k + 1) % ring.length]!]).n > 0n);
      return isClear && isWithin;
    };
    if (outcome.status === "exact") {
      const [x, y] = (outcome.value as string[]).map((s) => unit(Q.read(s)));
      return isFree(x!, y!) ? null : "that place is not free";
    }
    // On a fine grid of the room, in doubles, clearly nowhere.
    const at = ([x, y]: V) => [Number(x) / Number(one), Number(y) / Number(one)] as const;
    const shadows = bodies.map((body) => cornersOf(body).map(at));
    const ring = points.map(at);
    const half = [w!, d!].map((q) => Number(q.n) / Number(q.d) / 2) as [number, number];
    return isGridFull(ring, shadows, half) ? null : "there is a free place";
  },
};

type Flat = readonly [number, number];

/** Whether every place of a grid is clearly taken: by a shadow, or by an edge of the ring. */
function isGridFull(
  ring: readonly Flat[],
  shadows: readonly (readonly Flat[])[],
  [w, d]: readonly [number, number],
): boolean {
  const [xs, ys] = [ring.map((p) => p[0]), ring.map((p) => p[1])];
  const steps = 60;
  const edges = ring.map((p, i): readonly Flat[] => [p, ring[(i + 1) % ring.length]!]);
  const place = (list: readonly number[], k: number) =>
    Math.min(...list) + (Math.max(...list) - Math.min(...list)) * k / steps;
  for (let i = 0; i <= steps; i++) {
    for (let j = 0; j <= steps; j++) {
      const [x, y] = [place(xs, i), place(ys, j)];
      const isTaken = [...shadows, ...edges].some((points) => !isAside(points, [x, y], [w, d]));
      if (!isTaken && isAround(ring, [x, y])) return false;
    }
  }
  return true;
}

/** Whether a hull is clear of a rectangle, by the directions of all its chords and of the axes. */
function isAside(points: readonly Flat[], [x, y]: Flat, [w, d]: Flat): boolean {
  const room = 1e-9;
  const normals: Flat[] = [[1, 0], [0, 1]];
  for (const p of points) for (const q of points) normals.push([q[1] - p[1], p[0] - q[0]]);
  return normals.some(([nx, ny]) => {
    const reach = Math.abs(nx) * w + Math.abs(ny) * d;
    return points.every((p) => nx * (p[0] - x) + ny * (p[1] - y) >= reach + room);
  });
}

function isAround(ring: readonly Flat[], [x, y]: Flat): boolean {
  let turn = 0;
  ring.forEach(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length]!;
    const angle = Math.atan2(by - y, bx - x) - Math.atan2(ay - y, ax - x);
    turn += angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));
  });
  return Math.abs(turn) > Math.PI;
}

const FINE = 10n ** 30n;

/** Whether a ring winds around a point: triangles from a corner, with their sense. */
function windsAround(ring: readonly V[], p: V): boolean {
  let count = 0;
  for (let k = 1; k + 1 < ring.length; k++) {
    const [a, b, c] = [ring[0]!, ring[k]!, ring[k + 1]!];
    const area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
    if (area !== 0n && isInFlat(p, [a, b, c])) count += area > 0n ? 1 : -1;
  }
  return count !== 0;
}

/** The queries of ways, of what would be, and of free places. */
export const NAVIGATION_QUERIES: readonly SceneQuery[] = [
  pathLength,
  turns,
  clearPath,
  walk,
  afterTurn,
  after,
  placeFor,
];
