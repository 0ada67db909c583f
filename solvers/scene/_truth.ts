import { Q } from "../_check_numbers.ts";
import type { ReadyScene } from "./ready_scene.ts";

// What the checkers hold true. It shares no code with the solvers: it reads the scene as it was
// given, turns it by cross products, and measures feature by feature, in fractions of integers.

/** A vector of integers. */
export type V = readonly [bigint, bigint, bigint];

/** A fraction; its denominator is above 0. */
export interface F {
  readonly n: bigint;
  readonly d: bigint;
}

/** A number: itself, or its square. */
export interface Truth {
  readonly value: Q;
  readonly isRoot: boolean;
}

/** An object in integers: east, north, up. */
export interface Body {
  readonly center: V;
  readonly axes: readonly [V, V, V];
}

/** The axes of a frame as vectors of its own coordinates: east, north, up. */
function axesOf({ given: { frame } }: ReadyScene): readonly V[] {
  const unit = (axis: string) =>
    [..."xyz"].map((x) => x === axis[1] ? (axis[0] === "+" ? 1n : -1n) : 0n) as unknown as V;
  const [north, up] = [unit(frame.forward), unit(frame.up)];
  const east = cross(north, up);
  return [frame.handedness === "right" ? east : scale(east, -1n), north, up];
}

const METRE: Readonly<Record<string, Q>> = {
  metre: new Q(1n),
  centimetre: new Q(1n, 100n),
  millimetre: new Q(1n, 1000n),
  foot: new Q(3048n, 10000n),
  inch: new Q(254n, 10000n),
  unit: new Q(1n),
};

interface Bodies {
  readonly bodies: readonly Body[];
  readonly points: readonly V[];
  /** One metre in the integers. */
  readonly one: bigint;
}

/** Objects and points of the given scene in integers of one size, whose metre is `one`. */
export function bodiesOf(
  scene: ReadyScene,
  objects: readonly number[],
  points: readonly (readonly (number | string)[])[] = [],
): Bodies {
  const frame = axesOf(scene);
  const metre = METRE[scene.given.frame.unit]!;
  const turned = (p: readonly (number | string)[]) => {
    const read = p.map((x) => Q.read(x).times(metre));
    return frame.map((axis) =>
      axis.reduce((sum, a, k) => a === 0n ? sum : sum.plus(read[k]!.times(new Q(a))), new Q(0n))
    );
  };
  const vectors = objects.flatMap((i) => {
    const { center, axes } = scene.given.objects[i]!.box;
    return [center, ...axes].map(turned);
  });
  const all = [...vectors, ...points.map(turned)];
  const one = all.flat().reduce((lcm, { d }) => lcm / gcd(lcm, d) * d, 1n);
  const integers = all.map((v) => v.map(({ n, d }) => n * (one / d)) as unknown as V);
  return {
    bodies: objects.map((_, i) => ({
      center: integers[4 * i]!,
      axes: [integers[4 * i + 1]!, integers[4 * i + 2]!, integers[4 * i + 3]!],
    })),
    points: integers.slice(4 * objects.length),
    one,
  };
}

/** A direction of the given scene: east, north, up. */
export function turnedDirection(scene: ReadyScene, v: readonly (number | string)[]): Q[] {
  const read = v.map((x) => Q.read(x));
  return axesOf(scene).map((axis) =>
    axis.reduce((sum, a, k) => sum.plus(read[k]!.times(new Q(a))), new Q(0n))
  );
}

/** The corners of a body; bit k of the index is the sign of axis k. */
export function cornersOf({ center, axes }: Body): V[] {
  return Array.from(
    { length: 8 },
    (_, i) => axes.reduce<V>((p, m, k) => add(p, scale(m, (i >> k & 1) === 1 ? 1n : -1n)), center),
  );
}

/** The squared distance of two boxes, over the squares of the integers. */
export function boxesApart(a: Body, b: Body): F {
  const [ca, cb] = [cornersOf(a), cornersOf(b)];
  if (ca.some((p) => isIn(p, b)) || cb.some((p) => isIn(p, a))) return { n: 0n, d: 1n };
  const [ea, eb] = [edgesOf(ca), edgesOf(cb)];
  if (ea.some((e) => crosses(e, b)) || eb.some((e) => crosses(e, a))) return { n: 0n, d: 1n };
  let best: F | null = null;
  const take = (f: F | null) => {
    if (f !== null && (best === null || f.n * best.d < best.n * f.d)) best = f;
  };
  for (const p of ca) take(pointFaces(p, b));
  for (const p of cb) take(pointFaces(p, a));
  for (const e of ea) for (const f of eb) take(segmentsApart(e, f));
  return best!;
}

/** The squared distance from a point to a box. */
export function pointApart(p: V, b: Body): F {
  if (isIn(p, b)) return { n: 0n, d: 1n };
  let best = pointFaces(p, b);
  for (const [x, y] of edgesOf(cornersOf(b))) {
    const f = pointSegment(p, x, y);
    if (best === null || f.n * best.d < best.n * f.d) best = f;
  }
  return best!;
}

/** The squared distance of two flat hulls, by every chord of their corners. */
export function flatApart(as: readonly V[], bs: readonly V[]): F {
  const [a, b] = [as, bs].map((list) => list.map(([x, y]): V => [x, y, 0n])) as [V[], V[]];
  if (a.some((p) => isInFlat(p, b)) || b.some((p) => isInFlat(p, a))) return { n: 0n, d: 1n };
  let best: F | null = null;
  for (const e of chords(a)) {
    for (const f of chords(b)) {
      const found = meet(e, f) ? { n: 0n, d: 1n } : segmentsApart(e, f);
      if (best === null || found.n * best.d < best.n * found.d) best = found;
    }
  }
  return best!;
}

/** Whether a point lies in a box or on its surface. */
export function isIn(p: V, { center, axes: [a, b, c] }: Body): boolean {
  const d = sub(p, center);
  const det = dot(a, cross(b, c));
  const size = det < 0n ? -det : det;
  if (size === 0n) return false;
  return [dot(d, cross(b, c)), dot(a, cross(d, c)), dot(a, cross(b, d))]
    .every((x) => x <= size && -x <= size);
}

/** Whether a point lies in the hull of flat points, or on its rim: in one of their triangles. */
export function isInFlat(p: V, hull: readonly V[]): boolean {
  const side = (a: V, b: V) => (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]);
  for (let i = 0; i < hull.length; i++) {
    for (let j = i + 1; j < hull.length; j++) {
      for (let k = j + 1; k < hull.length; k++) {
        const [a, b, c] = [hull[i]!, hull[j]!, hull[k]!];
        const area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
        if (area === 0n) continue;
        const sides = [side(a, b), side(b, c), side(c, a)];
        if (sides.every((s) => area > 0n ? s >= 0n : s <= 0n)) return true;
      }
    }
  }
  return false;
}

type Segment = readonly [V, V];

function edgesOf(c: readonly V[]): Segment[] {
  const found: Segment[] = [];
  for (let i = 0; i < 8; i++) {
    for (const bit of [1, 2, 4]) if ((i & bit) === 0) found.push([c[i]!, c[i | bit]!]);
  }
  return found;
}

function chords(points: readonly V[]): Segment[] {
  if (points.length === 1) return [[points[0]!, points[0]!]];
  return points.flatMap((p, i) => points.slice(i + 1).map((q): Segment => [p, q]));
}

/** Whether two flat segments have a common point. */
function meet([a, b]: Segment, [c, d]: Segment): boolean {
  const side = (p: V, q: V, r: V) => {
    const x = (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
    return x > 0n ? 1 : x < 0n ? -1 : 0;
  };
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** Whether a segment crosses a face of a box. */
function crosses([p, q]: Segment, { center, axes }: Body): boolean {
  for (let k = 0; k < 3; k++) {
    const [u, v, w] = [axes[k]!, axes[(k + 1) % 3]!, axes[(k + 2) % 3]!];
    const normal = cross(v, w);
    for (const side of [1n, -1n]) {
      const at = add(center, scale(u, side));
      const [hp, hq] = [dot(normal, sub(p, at)), dot(normal, sub(q, at))];
      if (hp * hq >= 0n) continue;
      // The crossing is (hp q - hq p) / (hp - hq); from the middle of the face, times hp - hq.
      const d = sub(sub(scale(q, hp), scale(p, hq)), scale(at, hp - hq));
      const size = hp - hq < 0n ? hq - hp : hp - hq;
      const { s, t, det } = inPlane(d, v, w);
      if (abs(s) <= size * det && abs(t) <= size * det) return true;
    }
  }
  return false;
}

/** The least squared distance to a face whose perpendicular hits the point; null where none does. */
function pointFaces(p: V, { center, axes }: Body): F | null {
  let best: F | null = null;
  for (let k = 0; k < 3; k++) {
    const [u, v, w] = [axes[k]!, axes[(k + 1) % 3]!, axes[(k + 2) % 3]!];
    const normal = cross(v, w);
    for (const side of [1n, -1n]) {
      const d = sub(p, add(center, scale(u, side)));
      const { s, t, det } = inPlane(d, v, w);
      if (det === 0n || abs(s) > det || abs(t) > det) continue;
      const height = dot(d, normal);
      const f = { n: height * height, d: det };
      if (best === null || f.n * best.d < best.n * f.d) best = f;
    }
  }
  return best;
}

/** d in terms of v and w, times det = |v x w|^2. */
function inPlane(d: V, v: V, w: V): { s: bigint; t: bigint; det: bigint } {
  const [vv, vw, ww, dv, dw] = [dot(v, v), dot(v, w), dot(w, w), dot(d, v), dot(d, w)];
  return { s: dv * ww - dw * vw, t: dw * vv - dv * vw, det: vv * ww - vw * vw };
}

function pointSegment(p: V, a: V, b: V): F {
  const [u, d] = [sub(b, a), sub(p, a)];
  const [along, length] = [dot(d, u), dot(u, u)];
  if (along <= 0n || length === 0n) return { n: dot(d, d), d: 1n };
  if (along >= length) {
    const e = sub(p, b);
    return { n: dot(e, e), d: 1n };
  }
  return { n: dot(d, d) * length - along * along, d: length };
}

function segmentsApart([a, b]: Segment, [c, e]: Segment): F {
  const [u, v, w] = [sub(b, a), sub(e, c), sub(c, a)];
  const { s, t, det } = inPlane(w, u, scale(v, -1n));
  if (det > 0n && s >= 0n && s <= det && t >= 0n && t <= det) {
    const height = dot(w, cross(u, v));
    return { n: height * height, d: det };
  }
  return [
    pointSegment(a, c, e),
    pointSegment(b, c, e),
    pointSegment(c, a, b),
    pointSegment(e, a, b),
  ].reduce((x, y) => y.n * x.d < x.n * y.d ? y : x);
}

export function add(a: V, b: V): V {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

export function sub(a: V, b: V): V {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

export function scale(a: V, k: bigint): V {
  return [a[0] * k, a[1] * k, a[2] * k];
}

export function dot(a: V, b: V): bigint {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

export function cross(a: V, b: V): V {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function abs(x: bigint): bigint {
  return x < 0n ? -x : x;
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}
