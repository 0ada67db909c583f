import {
  FLAG,
  type Form,
  list,
  NUMBER,
  OBJECT,
  oneOf,
  optional,
  POINT,
  record,
  requireForm,
  TEXT,
  tuple,
} from "../../geometry/form.ts";
import type { Exact } from "../../geometry/decimal.ts";
import { barSteps, refuteBars } from "./_bars.ts";
import { floorScaledRoot, readCoordinates, readDoubles, readWeights } from "./_read_numbers.ts";
import { tableFault } from "./table_limit.ts";
import {
  isTsplibMetric,
  TSPLIB_METRICS,
  tsplibDistance,
  type TsplibMetric,
} from "./tsplib_metric.ts";

/** How the length of a step between two points is measured. */
export type TourMetric = "euclidean" | "manhattan" | "chebyshev" | "squared" | TsplibMetric;

/** Which tours are allowed. */
export interface TourShape {
  /** `closed` comes back to where it began; `open` does not. */
  readonly form: "closed" | "open";
  /** Where an open tour begins, a 0-based index; free when absent. */
  readonly start?: number;
  /** Where an open tour ends, a 0-based index; free when absent. */
  readonly end?: number;
  /** Steps `[from, to]` that the tour must take, in either direction where both are the same step. */
  readonly fixed?: readonly (readonly [number, number])[];
  /**
   * Pairs `[before, after]` of points of which the first is visited before the second; in a closed
   * tour, on the way from point 0 back to it. Of up to 30 points, with weights or without fixed
   * steps and Euclidean lengths.
   */
  readonly precedence?: readonly (readonly [number, number])[];
}

/** A tour through points of the plane. */
export interface PointTour extends TourShape {
  /** The points, `[x, y]`; the same point may occur twice. */
  readonly points: readonly (readonly [Exact, Exact])[];
  /** How steps are measured; `euclidean` is exact, never rounded. */
  readonly metric: TourMetric;
}

/** A tour over a table of weights. */
export interface MatrixTour extends TourShape {
  /**
   * `weights[i][j]` is the length of the step from i to j, 0 or more; null (or Infinity) where it
   * is forbidden. The diagonal is not read.
   */
  readonly weights: readonly (readonly (Exact | null)[])[];
  /**
   * Whether a step may weigh differently in its two directions, so that a tour and its reverse are
   * two tours; false when absent.
   */
  readonly directed?: boolean;
}

/** A tour problem as people write it: plain, exact, fit for JSON. */
export type TourInstance = PointTour | MatrixTour;

/** Points scaled to integers: `xs[i] / 10^scale` is the i-th x. */
export interface TourPoints {
  /** Scaled x of each point, safe integers. */
  readonly xs: Float64Array;
  /** Scaled y of each point, safe integers. */
  readonly ys: Float64Array;
  /** How many decimals were scaled away. */
  readonly scale: number;
}

/** A tour problem as solvers read it: integer weights in one flat table. */
export interface TourProblem {
  /** How many points. */
  readonly n: number;
  /** `weights[i * n + j]`, integers from 0; n times the largest is at most 2^50. Diagonal 0. */
  readonly weights: Float64Array;
  /** Whether both directions of every step weigh the same, and are the same step. */
  readonly symmetric: boolean;
  /** Whether the tour comes back to where it began. */
  readonly closed: boolean;
  /** Where it must begin, or -1. */
  readonly start: number;
  /** Where it must end, or -1. */
  readonly end: number;
  /** Where weights are exact: a step is `weight / 10^scale` long. */
  readonly scale: number;
  /**
   * Where steps are square roots, which no integer holds: the points, and
   * `weight = floor(2^bits * 10^points.scale * step)`. Else null, and weights are exact.
   */
  readonly euclidean: { readonly points: TourPoints; readonly bits: number } | null;
  /** What every allowed tour weighs more than it is long, in the integers of the weights: mostly 0. */
  readonly offset: number;
  /**
   * A tour of this weight or more is not allowed: it takes a forbidden step or lacks a fixed one.
   * Infinity where every tour is allowed.
   */
  readonly barred: number;
  /** Why no tour is allowed, where a look at single points shows it; else null. */
  readonly refuted: string | null;
}

/** How {@link toTourProblem} scales Euclidean lengths. */
export interface TourProblemOptions {
  /** n times the largest Euclidean weight stays below 2^sumBits, 50 at most. */
  readonly sumBits?: number;
  /** Whether steps may be forbidden or fixed; false when absent, and then that is an error. */
  readonly bars?: boolean;
  /** Whether points may have to come before others, which is then not in what is read. */
  readonly ordered?: boolean;
}

/** The largest sum of n weights that is accepted: room for the potentials of lower bounds. */
export const TOUR_SUM_LIMIT = 2 ** 50;

const SHAPE_FIELDS = {
  form: oneOf("closed", "open"),
  start: optional(NUMBER),
  end: optional(NUMBER),
  fixed: optional(list(tuple(2, NUMBER, "[from, to]"))),
  precedence: optional(list(tuple(2, NUMBER, "[before, after]"))),
};
const POINTS_FORM: Form = record({ ...SHAPE_FIELDS, points: list(POINT), metric: TEXT });
// The diagonal of a table is not read, so it may hold anything.
const TABLE_FORM: Form = record({
  ...SHAPE_FIELDS,
  weights: list(list(() => null)),
  directed: optional(FLAG),
});
const OPTIONS_FORM = record({
  sumBits: optional(NUMBER),
  bars: optional(FLAG),
  ordered: optional(FLAG),
});
const TOUR_FORM: Form = (value) =>
  OBJECT(value) ?? ("weights" in (value as TourInstance) ? TABLE_FORM : POINTS_FORM)(value);

/**
 * Reads a tour problem into integers.
 *
 * A Euclidean step becomes `floor(2^bits * length)`; a tour of k steps and integer weight W is then
 * at least W and less than W + k long, in that scale. Every other metric is exact.
 *
 * @param instance points and a metric, or a table of weights, with the form of the tour
 * @param options how finely Euclidean lengths are scaled
 * @returns the problem with its weights as integers
 * @throws RangeError for too few points or more than 20,000, an index outside, a table that is not square or not
 * symmetric where it must be, a negative weight, and sums of weights beyond 2^50
 * @throws SyntaxError for a number that is not decimal
 *
 * Cost: n^2; some nanoseconds a weight.
 *
 * @example
 * ```ts
 * import { toTourProblem } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const points = [["0.5", 0], [2, 0], [2, 2]] as const;
 * const problem = toTourProblem({ form: "closed", points, metric: "manhattan" });
 * assertEquals([...problem.weights], [0, 15, 35, 15, 0, 20, 35, 20, 0]);
 * assertEquals(problem.scale, 1);
 * ```
 */
export function toTourProblem(
  instance: TourInstance,
  options: TourProblemOptions = {},
): TourProblem {
  requireForm(options, OPTIONS_FORM, "options");
  const { sumBits = 50, bars = false, ordered = false } = options;
  requireForm(instance, TOUR_FORM);
  const n = "points" in instance ? instance.points.length : instance.weights.length;
  const shape = readShape(instance, n);
  const fault = tableFault(n);
  if (fault !== null) throw new RangeError(`Cannot solve tour: ${fault}`);
  if (!ordered && isOrdered(instance)) {
    throw new RangeError(
      `Cannot read tour: precedence has ${instance.precedence!.length} pairs, must have none here`,
    );
  }
  const plain = "weights" in instance
    ? fromTable(instance)
    : { symmetric: true, ...fromPoints(instance, sumBits) };
  const fixed = readFixed(instance, n, plain.symmetric);
  const problem = { n, ...shape, ...plain };
  const forbidden = plain.weights.indexOf(Infinity);
  if (fixed.length === 0 && forbidden < 0) {
    return { ...problem, offset: 0, barred: Infinity, refuted: null };
  }
  if (!bars) {
    const what = forbidden < 0
      ? `fixed has ${fixed.length} steps, must have none here`
      : `weights[${Math.floor(forbidden / n)}][${
        forbidden % n
      }] is forbidden, must be a number here`;
    throw new RangeError(`Cannot read tour: ${what}`);
  }
  const barred = { ...problem, fixed };
  const read = { ...problem, ...barSteps(barred), refuted: refuteBars(barred) };
  requireSum(read.weights, n);
  return read;
}

/** Whether some points must come before others. */
export function isOrdered({ precedence }: TourShape): boolean {
  return precedence !== undefined && precedence.length > 0;
}

/** The fixed steps, each once. */
function readFixed(
  { fixed = [] }: TourShape,
  n: number,
  symmetric: boolean,
): (readonly [number, number])[] {
  const steps = new Map<number, readonly [number, number]>();
  for (const [i, [a, b]] of fixed.entries()) {
    if ([a, b].some((v) => !Number.isInteger(v) || v < 0 || v >= n) || a === b) {
      throw new RangeError(
        `Cannot read tour: fixed[${i}] is ${a}-${b}, must be two points from 0 to ${n - 1}`,
      );
    }
    steps.set(symmetric ? Math.min(a, b) * n + Math.max(a, b) : a * n + b, [a, b]);
  }
  return [...steps.values()];
}

function readShape(
  { form, start, end }: TourShape,
  n: number,
): { closed: boolean; start: number; end: number } {
  const closed = form === "closed";
  const least = closed ? 3 : 2;
  if (n < least) {
    throw new RangeError(
      `Cannot read tour: ${n} point${n === 1 ? "" : "s"}, ` +
        `must be at least ${least} for ${closed ? "a closed" : "an open"} tour`,
    );
  }
  if (closed && (start !== undefined || end !== undefined)) {
    throw new RangeError("Cannot read tour: a closed tour with a start or an end, must be open");
  }
  const shape = { closed, start: readEnd(start, n, "start"), end: readEnd(end, n, "end") };
  if (shape.start >= 0 && shape.start === shape.end) {
    throw new RangeError(`Cannot read tour: start and end ${shape.start}, must be different`);
  }
  return shape;
}

function readEnd(index: number | undefined, n: number, what: string): number {
  if (index === undefined) return -1;
  if (Number.isInteger(index) && index >= 0 && index < n) return index;
  throw new RangeError(`Cannot read tour: ${what} ${index}, must be an integer from 0 to ${n - 1}`);
}

type Weights = Pick<TourProblem, "weights" | "symmetric" | "scale" | "euclidean">;

function fromTable({ weights: rows, directed = false }: MatrixTour): Weights {
  const n = rows.length;
  const { values: weights, scale } = readWeights(rows);
  for (let i = 0; i < n && !directed; i++) {
    for (let j = 0; j < i; j++) {
      if (weights[i * n + j] === weights[j * n + i]) continue;
      throw new RangeError(
        `Cannot read tour: weights[${j}][${i}] is ${rows[j]![i]} and weights[${i}][${j}] is ` +
          `${rows[i]![j]}, must be the same unless directed is true`,
      );
    }
  }
  requireSum(weights, n);
  return { weights, symmetric: !directed, scale, euclidean: null };
}

function fromPoints(
  { points, metric }: PointTour,
  sumBits: number,
): Omit<Weights, "symmetric"> {
  // TSPLIB's metrics are arithmetic on doubles, which any decimals may be read as.
  const coordinates = isTsplibMetric(metric) ? readDoubles(points) : readCoordinates(points);
  if (metric === "euclidean") return euclideanWeights(coordinates, sumBits);
  const step = stepOf(metric);
  const { xs, ys } = coordinates;
  const weights = fill(points.length, (i, j) => step(xs[i]!, ys[i]!, xs[j]!, ys[j]!));
  requireSum(weights, points.length);
  const scale = coordinates.scale * (metric === "squared" ? 2 : 1);
  return { weights, scale, euclidean: null };
}

type Step = (ax: number, ay: number, bx: number, by: number) => number;

function stepOf(metric: Exclude<TourMetric, "euclidean">): Step {
  switch (metric) {
    case "manhattan":
      return (ax, ay, bx, by) => Math.abs(ax - bx) + Math.abs(ay - by);
    case "chebyshev":
      return (ax, ay, bx, by) => Math.max(Math.abs(ax - bx), Math.abs(ay - by));
    case "squared":
      return (ax, ay, bx, by) => (ax - bx) ** 2 + (ay - by) ** 2;
  }
  if (isTsplibMetric(metric)) return (...ends) => tsplibDistance(metric, ...ends);
  throw new RangeError(
    `Cannot read tour: metric ${JSON.stringify(metric)}, must be euclidean, manhattan, ` +
      `chebyshev, squared or one of TSPLIB's ${TSPLIB_METRICS.join(", ")}`,
  );
}

function euclideanWeights(points: TourPoints, sumBits: number): Omit<Weights, "symmetric"> {
  const { xs, ys } = points;
  const n = xs.length;
  if (!(sumBits >= 1 && sumBits <= 50)) {
    throw new RangeError(`Cannot scale tour: sumBits ${sumBits}, must be from 1 to 50`);
  }
  let longest = 1;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      longest = Math.max(longest, Math.hypot(xs[i]! - xs[j]!, ys[i]! - ys[j]!));
    }
  }
  // One bit of reserve covers the rounding of the hypotenuse.
  const bits = Math.floor(sumBits - 1 - Math.log2(n * longest));
  const weights = fill(n, (i, j) => floorScaledRoot(xs[i]! - xs[j]!, ys[i]! - ys[j]!, bits));
  return { weights, scale: 0, euclidean: { points, bits } };
}

function fill(n: number, weight: (i: number, j: number) => number): Float64Array {
  const weights = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const w = weight(i, j);
      weights[i * n + j] = w;
      weights[j * n + i] = w;
    }
  }
  return weights;
}

function requireSum(weights: Float64Array, n: number): void {
  let most = 0;
  for (const w of weights) if (w !== Infinity) most = Math.max(most, w);
  if (most * n <= TOUR_SUM_LIMIT) return;
  throw new RangeError(
    `Cannot read tour: the largest weight is ${most} once scaled to an integer, must be at most ` +
      `${Math.floor(TOUR_SUM_LIMIT / n)} (2^50 / ${n}) so that every sum is exact`,
  );
}
