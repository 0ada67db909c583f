import { UnsupportedError } from "./_judging.ts";

type Point = readonly [x: number, y: number];

/** A stroke of a path. */
interface Stroke {
  readonly from: Point;
  readonly to: Point;
  /** The radii of an arc; null for a line. */
  readonly radii: Point | null;
}

const SIDES: Readonly<Record<number, string>> = {
  3: "triangle",
  5: "pentagon",
  6: "hexagon",
  7: "heptagon",
  8: "octagon",
  9: "nonagon",
  10: "decagon",
};

const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/g;

/** How many numbers follow each command. */
const COUNTS: Readonly<Record<string, number>> = { M: 2, L: 2, A: 7, Z: 0 };

/**
 * What an SVG path of absolute lines and arcs draws, in the words of BIG-bench's geometric_shapes;
 * several words where more than one is right of coordinates that are rounded as they are written.
 *
 * @throws UnsupportedError for other commands, and for strokes that draw none of these shapes
 */
export function shapesOf(d: string): readonly string[] {
  const strokes = strokesOf(d);
  const arcs = strokes.filter((stroke) => stroke.radii !== null);
  const lines = strokes.length - arcs.length;
  if (arcs.length === 0 && lines === 1) return ["line"];
  const ring = ringOf(strokes);
  if (ring === null) {
    throw new UnsupportedError("does not understand strokes that are not one ring");
  }
  if (lines === 0) {
    const isRound = arcs.every(({ radii }) => radii![0] === radii![1]);
    return [isRound ? "circle" : "ellipse"];
  }
  if (arcs.length > 0) {
    if (arcs.length === 1 && lines === 2) return ["sector"];
    throw new UnsupportedError(`does not understand ${arcs.length} arcs with ${lines} lines`);
  }
  return polygonNames(ring, roundingOf(d));
}

function strokesOf(d: string): Stroke[] {
  const strokes: Stroke[] = [];
  let at: Point | null = null;
  let start: Point | null = null;
  for (const [, command, text] of d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const numbers = (text!.match(NUMBER) ?? []).map(Number);
    const count = COUNTS[command!];
    if (count === undefined || (count === 0 ? numbers.length > 0 : numbers.length % count !== 0)) {
      throw new UnsupportedError(`does not understand the command ${command}${text}`);
    }
    const add = (to: Point, radii: Point | null) => {
      if (at === null) throw new UnsupportedError("does not understand a path without a first M");
      if (at[0] !== to[0] || at[1] !== to[1]) strokes.push({ from: at, to, radii });
      at = to;
    };
    if (command === "Z" && start !== null) add(start, null);
    for (let i = 0; count > 0 && i < numbers.length; i += count) {
      const to: Point = [numbers[i + count - 2]!, numbers[i + count - 1]!];
      if (command === "M" && i === 0) at = start = to;
      else add(to, command === "A" ? [numbers[i]!, numbers[i + 1]!] : null);
    }
  }
  if (strokes.length === 0) {
    throw new UnsupportedError("does not understand a path that draws nothing");
  }
  return strokes;
}

/** The corners of strokes that are one ring, in whatever order they are drawn; null where not. */
function ringOf(strokes: readonly Stroke[]): Point[] | null {
  const key = (point: Point) => point.join();
  const ends = new Map<string, Stroke[]>();
  for (const stroke of strokes) {
    for (const point of [stroke.from, stroke.to]) {
      ends.set(key(point), [...ends.get(key(point)) ?? [], stroke]);
    }
  }
  if ([...ends.values()].some((met) => met.length !== 2)) return null;
  const ring: Point[] = [];
  let [stroke, at] = [strokes[0]!, strokes[0]!.from];
  do {
    ring.push(at);
    at = key(stroke.from) === key(at) ? stroke.to : stroke.from;
    const [a, b] = ends.get(key(at))!;
    stroke = a === stroke ? b! : a!;
  } while (key(at) !== key(strokes[0]!.from));
  return ring.length === strokes.length ? ring : null;
}

/** Half a unit of the last decimal that coordinates are written with; whole ones are exact. */
function roundingOf(d: string): number {
  const digits = (d.match(NUMBER) ?? []).map((word) => word.split(".")[1]?.length ?? 0);
  const most = Math.max(0, ...digits);
  return most === 0 ? 0 : 0.5 * 10 ** -most;
}

function polygonNames(ring: readonly Point[], half: number): readonly string[] {
  const sides = ring.map((a, i): Point => {
    const b = ring[(i + 1) % ring.length]!;
    return [b[0] - a[0], b[1] - a[1]];
  });
  const reach = (u: Point, v: Point) =>
    4 * half * (Math.abs(u[0]) + Math.abs(u[1]) + Math.abs(v[0]) + Math.abs(v[1])) + 16 * half ** 2;
  const isZero = (value: number, u: Point, v: Point) => Math.abs(value) <= reach(u, v);
  const isParallel = (u: Point, v: Point) => isZero(u[0] * v[1] - u[1] * v[0], u, v);
  const isSquare = (u: Point, v: Point) => isZero(u[0] * v[0] + u[1] * v[1], u, v);
  const isEqual = (u: Point, v: Point) =>
    isZero(u[0] ** 2 + u[1] ** 2 - v[0] ** 2 - v[1] ** 2, u, v);
  // A corner that may lie on a line with its neighbours may be none.
  const flat = sides.filter((side, i) => isParallel(side, sides[(i + 1) % sides.length]!)).length;
  const names = new Set<string>();
  for (let n = sides.length; n >= sides.length - flat; n--) {
    if (SIDES[n] !== undefined) names.add(SIDES[n]!);
  }
  if (sides.length === 4) {
    const [a, b, c, d] = sides as [Point, Point, Point, Point];
    const [first, second] = [isParallel(a, c), isParallel(b, d)];
    const isRectangle = isSquare(a, b) && isSquare(b, c) && isSquare(c, d);
    const isKite = (isEqual(a, b) && isEqual(c, d)) || (isEqual(b, c) && isEqual(d, a));
    if (isRectangle) names.add("rectangle");
    else if (first && second) names.add("parallelogram");
    else if (first || second) names.add("trapezoid");
    if (isKite) names.add("kite");
  }
  if (names.size > 0) return [...names];
  throw new UnsupportedError(`does not understand a polygon of ${sides.length} such sides`);
}
