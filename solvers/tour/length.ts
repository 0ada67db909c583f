import { quotientDown } from "../../geometry/round_down.ts";
import { formatScaled } from "../../geometry/decimal.ts";
import { exactSqrt } from "../../geometry/integer_sqrt.ts";
import { compareSqrtSums, sqrtSumLowerBound } from "../../geometry/sqrt_sum.ts";
import type { Margin } from "../outcome.ts";
import type { TourPoints, TourProblem } from "./problem.ts";

/** The length of a tour. */
export interface TourLength {
  /** The length to some 15 digits, for display. */
  readonly approximate: number;
  /** The length exactly: a decimal number, or with square roots such as `"3 + 2*sqrt(5)"`. */
  readonly exact: string;
}

/** A tour and how long it is. */
export interface Tour {
  /**
   * The points in order, 0-based, each once. A closed tour begins at 0; where both directions are
   * the same tour, it is the one whose second (closed) or first (open) point is the smaller end.
   */
  readonly order: readonly number[];
  /** The length in the unit of the points or weights. */
  readonly length: TourLength;
}

/** How many integer weights make the instance's unit. */
export function unitOf({ scale, euclidean }: TourProblem): number {
  return euclidean === null ? 10 ** scale : 2 ** euclidean.bits * 10 ** euclidean.points.scale;
}

/** The sum of the integer weights along a tour, or along one of some of the points. */
export function tourWeight(problem: TourProblem, order: ArrayLike<number>): number {
  const { n, weights, closed } = problem;
  let sum = closed ? weights[order[order.length - 1]! * n + order[0]!]! : 0;
  for (let i = 1; i < order.length; i++) sum += weights[order[i - 1]! * n + order[i]!]!;
  return sum;
}

/** Whether a tour takes no forbidden step and lacks no fixed one. */
export function isAllowed(problem: TourProblem, order: ArrayLike<number>): boolean {
  return problem.barred === Infinity || tourWeight(problem, order) < problem.barred;
}

/** The tour with its length, in the unit of the instance. */
export function toTour(problem: TourProblem, order: readonly number[]): Tour {
  const { euclidean, scale, offset } = problem;
  if (euclidean === null) {
    const exact = formatScaled(BigInt(tourWeight(problem, order) - offset), scale);
    return { order: [...order], length: { approximate: Number(exact), exact } };
  }
  return { order: [...order], length: sumOfRoots(squaredSteps(problem, order), euclidean.points) };
}

/**
 * Which of two tours is longer, exactly.
 *
 * @returns a negative number, 0 or a positive one as the first is shorter, equal or longer
 */
export function compareTours(
  problem: TourProblem,
  a: readonly number[],
  b: readonly number[],
): number {
  const difference = tourWeight(problem, a) - tourWeight(problem, b);
  const doubt = tourSlack(problem);
  if (Math.abs(difference) > doubt || problem.euclidean === null) return difference;
  return compareSqrtSums(squaredSteps(problem, a), squaredSteps(problem, b));
}

/** How much longer the one tour is than the other, at least. */
export function tourMargin(
  problem: TourProblem,
  shorter: readonly number[],
  longer: readonly number[],
): Margin {
  const { euclidean, scale } = problem;
  if (euclidean === null) {
    const difference = tourWeight(problem, longer) - tourWeight(problem, shorter);
    return { value: quotientDown(BigInt(difference), 10n ** BigInt(scale)), unit: "unit" };
  }
  const steps = [...squaredSteps(problem, longer), ...squaredSteps(problem, shorter)];
  const signs = steps.map((_, i) => 2 * i < steps.length ? 1 : -1);
  const scaled = sqrtSumLowerBound(signs, steps) / 10 ** euclidean.points.scale;
  return { value: scaled * (1 - 2 ** -51), unit: "unit" };
}

/**
 * By how much integer weights may misjudge: of two tours, one that weighs more than this more than
 * the other is truly longer. 0 where weights are exact.
 */
export function tourSlack({ n, closed, euclidean }: TourProblem): number {
  return euclidean === null ? 0 : (closed ? n : n - 1) - 1;
}

/**
 * By how much a tour that is no longer than the given one may weigh more than it: less than the
 * number of its steps that are rounded.
 */
export function weightDoubt(problem: TourProblem, order: readonly number[]): number {
  if (problem.euclidean === null) return 0;
  const rounded = squaredSteps(problem, order).filter((square) => exactSqrt(square) === null);
  return problem.euclidean.bits < 0 ? tourSlack(problem) : Math.max(0, rounded.length - 1);
}

function squaredSteps({ closed, euclidean }: TourProblem, order: readonly number[]): bigint[] {
  const { points } = euclidean!;
  const size = order.length;
  const steps: bigint[] = [];
  for (let i = closed ? 0 : 1; i < size; i++) {
    steps.push(squaredStep(points, order[i]!, order[(i + size - 1) % size]!));
  }
  return steps;
}

/** The squared distance of two points, in the square of their scaled unit. */
function squaredStep({ xs, ys }: TourPoints, a: number, b: number): bigint {
  return BigInt(xs[a]! - xs[b]!) ** 2n + BigInt(ys[a]! - ys[b]!) ** 2n;
}

/** Which of two steps is longer, exactly: negative, 0 or positive. */
export function compareSteps(
  { n, weights, euclidean }: TourProblem,
  [a, b]: readonly [number, number],
  [c, d]: readonly [number, number],
): number {
  const difference = weights[a * n + b]! - weights[c * n + d]!;
  if (difference !== 0 || euclidean === null) return difference;
  const squared = squaredStep(euclidean.points, a, b) - squaredStep(euclidean.points, c, d);
  return squared === 0n ? 0 : squared > 0n ? 1 : -1;
}

/** Adds up the roots: those of squares as one decimal number, equal ones by a factor. */
function sumOfRoots(squares: readonly bigint[], { scale }: TourPoints): TourLength {
  let whole = 0n;
  const roots = new Map<bigint, number>();
  let approximate = 0;
  for (const square of squares) {
    approximate += Math.sqrt(Number(square));
    const root = exactSqrt(square);
    if (root !== null) whole += root;
    else roots.set(square, (roots.get(square) ?? 0) + 1);
  }
  const terms = [...roots].map(([square, count]) =>
    `${count === 1 ? "" : `${count}*`}sqrt(${formatScaled(square, 2 * scale)})`
  );
  if (whole !== 0n || terms.length === 0) terms.unshift(formatScaled(whole, scale));
  return { approximate: approximate / 10 ** scale, exact: terms.join(" + ") };
}

/**
 * The length of a tour whose steps have these squared lengths, integers of at most 2^53: what
 * {@link toTour} tells, without big integers.
 */
export function plainLength(squares: readonly number[]): TourLength {
  let whole = 0;
  let approximate = 0;
  let exact = "";
  for (let i = 0; i < squares.length; i++) {
    const square = squares[i]!;
    const root = Math.sqrt(square);
    approximate += root;
    // A double is the root of such a square only where it is whole.
    if (Math.floor(root) === root && root * root === square) whole += root;
    else if (squares.indexOf(square) === i) {
      let count = 1;
      for (let j = i + 1; j < squares.length; j++) if (squares[j] === square) count++;
      exact += `${exact === "" ? "" : " + "}${count === 1 ? "" : `${count}*`}sqrt(${square})`;
    }
  }
  if (exact === "") return { approximate, exact: String(whole) };
  return { approximate, exact: whole === 0 ? exact : `${whole} + ${exact}` };
}
