import type { Fraction } from "../fraction.ts";
import type { Big3 } from "./box_table.ts";

/** The nearest points of two convex bodies, as a proof. */
export interface HullDistance {
  /** The squared distance, in squares of the unit of the integers. */
  readonly squared: Fraction;
  /**
   * A vector along the shortest segment, from the second body to the first, times `den`; zero
   * where the bodies meet.
   */
  readonly normal: Big3;
  /** What `normal` is to be divided by. */
  readonly den: bigint;
  /** Corners that hold the end of the segment in their hull, with weights that add up to `den`. */
  readonly support: readonly HullSupport[];
}

/** A pair of corners and its weight. */
export interface HullSupport {
  /** The corner of the first body. */
  readonly a: number;
  /** The corner of the second. */
  readonly b: number;
  /** The weight, above 0. */
  readonly weight: bigint;
}

interface Vertex {
  readonly a: number;
  readonly b: number;
  readonly at: Big3;
}

interface Nearest {
  readonly vertices: readonly Vertex[];
  readonly weights: readonly bigint[];
  /** The sum of the weights, above 0. */
  readonly den: bigint;
  /** The weighted sum of the vertices. */
  readonly sum: Big3;
}

/**
 * The exact distance of the convex hulls of two sets of points: the point of least norm in their
 * difference, by Wolfe's method ("Finding the nearest point in a polytope", 1976) in integers. Each
 * step takes the corner farthest toward the origin and solves for at most four corners by Cramer's
 * rule; norms fall strictly, so that it ends, and the end is proven by the sign of every corner.
 *
 * @param as the corners of one body, at least one
 * @param bs those of the other
 * @returns the squared distance and its proof
 *
 * Cost: some ten microseconds for two boxes.
 *
 * @example
 * ```ts
 * import { hullDistance } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const { squared } = hullDistance([[0n, 0n, 0n]], [[3n, -1n, 0n], [3n, 1n, 0n]]);
 * assertEquals(squared.num / squared.den, 9n);
 * ```
 */
export function hullDistance(as: readonly Big3[], bs: readonly Big3[]): HullDistance {
  let nearest = lone(vertex(as, bs, 0, 0));
  for (;;) {
    const { sum, den, vertices } = nearest;
    const square = dot(sum, sum);
    if (square === 0n) return proven(nearest, 0n);
    const next = vertex(as, bs, extreme(as, sum, -1n), extreme(bs, sum, 1n));
    if (den * dot(sum, next.at) >= square) return proven(nearest, square);
    nearest = solve([...vertices, next]);
  }
}

function proven({ vertices, weights, den, sum }: Nearest, square: bigint): HullDistance {
  const support = vertices.map(({ a, b }, i) => ({ a, b, weight: weights[i]! }));
  return { squared: { num: square, den: den * den }, normal: sum, den, support };
}

/** The point of the hull of at most four vertices nearest to the origin; the last one is in it. */
function solve(vertices: readonly Vertex[]): Nearest {
  const last = vertices.length - 1;
  for (let mask = 0; mask < 1 << last; mask++) {
    const chosen = vertices.filter((_, i) => i === last || (mask >> i & 1) === 1);
    const found = nearestOfPlane(chosen);
    if (found === null) continue;
    const square = dot(found.sum, found.sum);
    if (vertices.every((v) => found.den * dot(found.sum, v.at) >= square)) return found;
  }
  throw new Error("Cannot find the nearest point, must be on some face");
}

/** The point of the plane of the vertices nearest to the origin, if it is within their hull. */
function nearestOfPlane(vertices: readonly Vertex[]): Nearest | null {
  const [base, ...rest] = vertices as [Vertex, ...Vertex[]];
  if (rest.length === 0) return lone(base);
  const edges = rest.map((v) => minus(v.at, base.at));
  const gram = edges.map((e) => edges.map((f) => dot(e, f)));
  const right = edges.map((e) => -dot(e, base.at));
  const den = det(gram);
  if (den <= 0n) return null;
  const weights = edges.map((_, i) =>
    det(gram.map((row, r) => row.map((x, c) => c === i ? right[r]! : x)))
  );
  weights.unshift(weights.reduce((rest, w) => rest - w, den));
  if (weights.some((w) => w <= 0n)) return null;
  let sum: Big3 = [0n, 0n, 0n];
  vertices.forEach(({ at }, i) => {
    const w = weights[i]!;
    sum = [sum[0] + w * at[0], sum[1] + w * at[1], sum[2] + w * at[2]];
  });
  return { vertices, weights, den, sum };
}

function lone(vertex: Vertex): Nearest {
  return { vertices: [vertex], weights: [1n], den: 1n, sum: vertex.at };
}

function vertex(as: readonly Big3[], bs: readonly Big3[], a: number, b: number): Vertex {
  return { a, b, at: minus(as[a]!, bs[b]!) };
}

/** The point farthest along a direction, or against it. */
function extreme(points: readonly Big3[], direction: Big3, sign: bigint): number {
  let best = 0;
  let most = sign * dot(points[0]!, direction);
  for (let i = 1; i < points.length; i++) {
    const value = sign * dot(points[i]!, direction);
    if (value > most) [best, most] = [i, value];
  }
  return best;
}

function det(m: readonly (readonly bigint[])[]): bigint {
  if (m.length === 1) return m[0]![0]!;
  if (m.length === 2) return m[0]![0]! * m[1]![1]! - m[0]![1]! * m[1]![0]!;
  const [[a, b, c], [d, e, f], [g, h, i]] = m as [bigint[], bigint[], bigint[]] as [
    [bigint, bigint, bigint],
    [bigint, bigint, bigint],
    [bigint, bigint, bigint],
  ];
  return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
}

function dot(a: Big3, b: Big3): bigint {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function minus(a: Big3, b: Big3): Big3 {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}
