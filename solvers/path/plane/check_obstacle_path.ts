import { type Exact, parseDecimal } from "../../../geometry/decimal.ts";
import { EXACT, FINITE, list, POINT, record, requireForm } from "../../../geometry/form.ts";
import type { ExactPoint } from "../../../geometry/exact_point.ts";
import { OBSTACLE_FORM } from "./_obstacle_form.ts";
import type { ObstacleInstance, PlanePath } from "./obstacles.ts";

/** Binary digits behind the point of a length; sums of roots that differ do so far earlier. */
const DIGITS = 512n;

/** Lengths of fewer than 2^16 parts that are equal differ by less than this after rounding. */
const SAME = 1n << 20n;

/** How far a length as a double may be off, as a part of it: 2^-40. */
const SHOWN = 40n;

const PATH_FORM = record({ points: list(POINT), squares: list(EXACT), length: FINITE });

type Point = readonly [x: bigint, y: bigint];

/**
 * Checks a claimed shortest path among obstacles from first principles, sharing nothing with the
 * solver: every straight part is cut at every edge it meets and each piece located by its middle,
 * and all lines between corners are searched with lengths of 512 binary digits.
 *
 * @param instance the instance; touching must be allowed
 * @param path the claimed path
 * @returns null when the path is valid and none is shorter, else the first fault in one sentence
 * @throws RangeError, SyntaxError or TypeError when the instance or the path are not well formed
 *
 * Cost: cubic in the number of corners, in BigInt; for tests and for trust, not for loops.
 *
 * @example
 * ```ts
 * import { checkObstaclePath } from "@alidade/core";
 * import { assertEquals } from "@std/assert";
 *
 * const instance = { start: [0, 0], goal: [3, 4], obstacles: [], touching: "allowed" } as const;
 * const path = { points: [[0, 0], [0, 4], [3, 4]], squares: [16, 9], length: 7 } as const;
 * assertEquals(checkObstaclePath(instance, path), "a shorter path exists");
 * ```
 */
export function checkObstaclePath(instance: ObstacleInstance, path: PlanePath): string | null {
  requireForm(instance, OBSTACLE_FORM);
  requireForm(path, PATH_FORM, "path");
  if (instance.touching !== "allowed") {
    throw new RangeError(
      `Cannot check path: touching is "${instance.touching}", must be "allowed"`,
    );
  }
  const scale = decimals([...everyPoint(instance), ...path.points]);
  const read = (point: ExactPoint): Point => [scaled(point[0], scale), scaled(point[1], scale)];
  const rings = instance.obstacles.map((ring) => ring.map(read));
  const boundary = instance.boundary?.map(read) ?? null;
  const [start, goal] = [read(instance.start), read(instance.goal)];
  const points = path.points.map(read);
  if (!isEqual(points[0], start)) return "the path does not begin at the start";
  if (!isEqual(points.at(-1), goal)) return "the path does not end at the goal";
  const fault = partsFault(points, { rings, boundary });
  if (fault !== null) return fault;
  const squares = points.slice(1).map((p, i) => squared(points[i]!, p));
  const claimed = path.squares.map((s) => scaled(s, 2 * scale));
  if (squares.join() !== claimed.join()) return "the squares are not those of the points";
  const length = squares.reduce((sum, s) => sum + root(s), 0n);
  const shortest = slowest([start, goal, ...rings.flat(), ...(boundary ?? [])], {
    rings,
    boundary,
  });
  if (length - shortest >= SAME) return "a shorter path exists";
  return isShown(path.length, length, scale) ? null : "the length is not that of the squares";
}

interface Walls {
  readonly rings: readonly (readonly Point[])[];
  readonly boundary: readonly Point[] | null;
}

function partsFault(points: readonly Point[], walls: Walls): string | null {
  for (let i = 1; i < points.length; i++) {
    if (!isFree(points[i - 1]!, points[i]!, walls)) return `part ${i} crosses an obstacle`;
  }
  return null;
}

/** Whether no piece of the line lies inside an obstacle or outside the boundary. */
function isFree(p: Point, q: Point, walls: Walls): boolean {
  const all = walls.boundary === null ? walls.rings : [...walls.rings, walls.boundary];
  // Places on the line as fractions; a common denominator would grow too long.
  const cuts: [bigint, bigint][] = [[0n, 1n], [1n, 1n]];
  for (const ring of all) ring.forEach((a, i) => meet(p, q, a, ring[(i + 1) % ring.length]!, cuts));
  cuts.sort(([n1, d1], [n2, d2]) => sign(n1 * d2 - n2 * d1));
  for (let i = 1; i < cuts.length; i++) {
    const [n1, d1] = cuts[i - 1]!;
    const [n2, d2] = cuts[i]!;
    if (n1 * d2 === n2 * d1) continue;
    const d = 2n * d1 * d2;
    const n = n1 * d2 + n2 * d1;
    const middle: Point = [p[0] * d + n * (q[0] - p[0]), p[1] * d + n * (q[1] - p[1])];
    if (walls.rings.some((ring) => winding(ring, middle, d) === "inside")) return false;
    if (walls.boundary !== null && winding(walls.boundary, middle, d) === "outside") return false;
  }
  return true;
}

/** Adds where the line p to q meets the edge a to b, as fractions of p to q. */
function meet(p: Point, q: Point, a: Point, b: Point, cuts: [bigint, bigint][]): void {
  const [dx, dy] = [q[0] - p[0], q[1] - p[1]];
  const [ex, ey] = [b[0] - a[0], b[1] - a[1]];
  const [wx, wy] = [a[0] - p[0], a[1] - p[1]];
  const d = dx * ey - dy * ex;
  const add = (n: bigint, denominator: bigint) => {
    const [top, bottom] = denominator < 0n ? [-n, -denominator] : [n, denominator];
    if (top > 0n && top < bottom) cuts.push([top, bottom]);
  };
  if (d !== 0n) {
    add(wx * ey - wy * ex, d);
  } else if (wx * dy === wy * dx) {
    const size = dx * dx + dy * dy;
    add(wx * dx + wy * dy, size);
    add((b[0] - p[0]) * dx + (b[1] - p[1]) * dy, size);
  }
}

/** Where a point, its coordinates multiplied by d, lies; by the winding number. */
function winding(ring: readonly Point[], at: Point, d: bigint): "inside" | "on" | "outside" {
  let turns = 0;
  for (let i = 0; i < ring.length; i++) {
    const [ax, ay] = [ring[i]![0] * d - at[0], ring[i]![1] * d - at[1]];
    const b = ring[(i + 1) % ring.length]!;
    const [bx, by] = [b[0] * d - at[0], b[1] * d - at[1]];
    const cross = ax * by - ay * bx;
    if (cross === 0n && ax * bx <= 0n && ay * by <= 0n) return "on";
    if (ay <= 0n && by > 0n && cross > 0n) turns++;
    if (ay > 0n && by <= 0n && cross < 0n) turns--;
  }
  return turns === 0 ? "outside" : "inside";
}

/** The shortest length from point 0 to point 1 by Bellman-Ford over all free lines. */
function slowest(points: readonly Point[], walls: Walls): bigint {
  const lengths = points.map((p, i) =>
    points.map((q, j) => i !== j && isFree(p, q, walls) ? root(squared(p, q)) : null)
  );
  const from: (bigint | null)[] = points.map((_, i) => i === 0 ? 0n : null);
  for (let changed = true; changed;) {
    changed = false;
    lengths.forEach((row, u) =>
      row.forEach((d, v) => {
        if (d === null || from[u] === null || from[u] === undefined) return;
        const length = from[u]! + d;
        if (from[v] !== null && length >= from[v]!) return;
        from[v] = length;
        changed = true;
      })
    );
  }
  return from[1]!;
}

function everyPoint(instance: ObstacleInstance): ExactPoint[] {
  const { start, goal, obstacles, boundary } = instance;
  return [start, goal, ...obstacles.flat(), ...(boundary ?? [])];
}

function decimals(points: readonly ExactPoint[]): number {
  return Math.max(...points.flat().map((x) => parseDecimal(x).scale));
}

function scaled(x: Exact, scale: number): bigint {
  const { digits, scale: own } = parseDecimal(x);
  return digits * 10n ** BigInt(scale - own);
}

function squared(p: Point, q: Point): bigint {
  return (q[0] - p[0]) ** 2n + (q[1] - p[1]) ** 2n;
}

/** The square root with 512 binary digits behind the point, rounded down, by Newton's method. */
function root(n: bigint): bigint {
  const wide = n << (2n * DIGITS);
  if (wide === 0n) return 0n;
  let x = 1n << BigInt(Math.ceil(wide.toString(2).length / 2));
  for (let y = (x + wide / x) >> 1n; y < x; y = (x + wide / x) >> 1n) x = y;
  return x;
}

/** Whether a double is a length of 512 binary digits, as far as doubles go. */
function isShown(shown: number, length: bigint, scale: number): boolean {
  const unit = 10n ** BigInt(scale) << DIGITS;
  let [value, shift] = [shown, 0n];
  for (; !Number.isInteger(value); value *= 2) shift++;
  const off = BigInt(value) * unit - (length << shift);
  return (off < 0n ? -off : off) << SHOWN <= length << shift;
}

function isEqual(p: Point | undefined, q: Point): boolean {
  return p !== undefined && p[0] === q[0] && p[1] === q[1];
}

function sign(x: bigint): number {
  return x < 0n ? -1 : x > 0n ? 1 : 0;
}
