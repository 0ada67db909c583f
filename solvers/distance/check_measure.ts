import { FINITE, FLAG, type Form, NULL, record, TEXT, wholeFrom } from "../../geometry/form.ts";
import { isRootOf, Q, rootsApart } from "../_check_numbers.ts";
import { outcomeOf, requireClaim, unitFault } from "../_require_claim.ts";
import type { Outcome } from "../outcome.ts";
import { squareBetween, squareOf } from "./_check_squares.ts";
import { DISTANCE_BIN_FORM, PAIR_FORM, RATIO_FORM, WITHIN_FORM } from "./_forms.ts";
import type { DistanceBinInstance, WithinInstance } from "./bins.ts";
import type { ExactDistance, PairInstance } from "./pair.ts";
import type { DistanceRatio, DistanceRatioInstance } from "./ratio.ts";

const ROOT: Form = (value) => NULL(value) && TEXT(value);
const DISTANCE_CLAIM = outcomeOf(record({ squared: TEXT, decimal: ROOT, approximate: FINITE }));
const RATIO_CLAIM = outcomeOf(record({ squared: TEXT, rational: ROOT, approximate: FINITE }));
const BIN_CLAIM = outcomeOf(wholeFrom(0));
const WITHIN_CLAIM = outcomeOf(FLAG);

/**
 * Whether an outcome of `solveDistance` is right, in rational numbers.
 *
 * @param instance the instance that was solved
 * @param outcome what is claimed of it
 * @returns null where it holds, else what is wrong, in one sentence
 *
 * @example
 * ```ts
 * import { checkDistance, solveDistance } from "@alidade/core";
 * import { assertEquals } from "@std/assert";
 *
 * const [from, to] = [{ name: "A", x: 0, y: 0 }, { name: "B", x: "0.1", y: 7 }];
 * const instance = { from, to, metric: "euclidean" } as const;
 * assertEquals(checkDistance(instance, solveDistance(instance)), null);
 * ```
 */
export function checkDistance(
  instance: PairInstance,
  outcome: Outcome<ExactDistance>,
): string | null {
  requireClaim(instance, PAIR_FORM, outcome, DISTANCE_CLAIM);
  if (outcome.status !== "exact") return "a distance is always exact";
  const { squared, decimal, approximate } = outcome.value;
  return unitFault(outcome, null) ??
    checkRoot(squareOf(instance.metric, instance.from, instance.to), {
      squared,
      rational: decimal,
      approximate,
    });
}

/**
 * Whether an outcome of `solveDistanceRatio` is right, in rational numbers.
 *
 * @param instance the instance that was solved
 * @param outcome what is claimed of it
 * @returns null where it holds, else what is wrong, in one sentence
 *
 * @example
 * ```ts
 * import { checkDistanceRatio, solveDistanceRatio } from "@alidade/core";
 * import { assertEquals } from "@std/assert";
 *
 * const points = [{ name: "A", x: 0, y: 0 }, { name: "B", x: 1, y: 1 }, { name: "C", x: 2, y: 0 }];
 * const ends = { first: ["A", "C"], second: ["B", "C"] } as const;
 * const instance = { points, ...ends, metric: "euclidean" } as const;
 * assertEquals(checkDistanceRatio(instance, solveDistanceRatio(instance)), null);
 * ```
 */
export function checkDistanceRatio(
  instance: DistanceRatioInstance,
  outcome: Outcome<DistanceRatio>,
): string | null {
  requireClaim(instance, RATIO_FORM, outcome, RATIO_CLAIM);
  const { points, first, second, metric } = instance;
  const divisor = squareBetween(metric, points, second);
  if (divisor.sign === 0) return outcome.status === "impossible" ? null : "nothing divides by 0";
  if (outcome.status !== "exact") return "the ratio exists";
  const square = squareBetween(metric, points, first).over(divisor);
  return unitFault(outcome, null) ?? checkRoot(square, outcome.value);
}

/**
 * Whether an outcome of `solveDistanceBin` is right, in rational numbers.
 *
 * @param instance the instance that was solved
 * @param outcome what is claimed of it
 * @returns null where it holds, else what is wrong, in one sentence
 *
 * @example
 * ```ts
 * import { checkDistanceBin, exact } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const [from, to] = [{ name: "A", x: 0, y: 0 }, { name: "B", x: 1, y: 1 }];
 * const rule = { metric: "euclidean", cuts: [1, 2], onCut: "upper" } as const;
 * const outcome = exact(1, { value: 0.4, unit: "unit" });
 * assertEquals(checkDistanceBin({ from, to, ...rule }, outcome), null);
 * ```
 */
export function checkDistanceBin(
  instance: DistanceBinInstance,
  outcome: Outcome<number>,
): string | null {
  requireClaim(instance, DISTANCE_BIN_FORM, outcome, BIN_CLAIM);
  const { from, to, metric, cuts, onCut, unit = "unit" } = instance;
  const square = squareOf(metric, from, to);
  const lengths = cuts.map((cut) => Q.read(cut));
  const on = lengths.findIndex((cut) => cut.sign >= 0 && cut.times(cut).against(square) === 0);
  if (on >= 0 && onCut === "tie") {
    const both = outcome.status === "tie" && outcome.values.join() === `${on},${on + 1}`;
    return both ? null : `the distance is cut ${on}, between bins ${on} and ${on + 1}`;
  }
  if (outcome.status !== "exact") return "the distance is in one bin";
  const below = lengths.filter((cut) => cut.sign < 0 || cut.times(cut).against(square) < 0).length;
  const bin = on >= 0 && onCut === "upper" ? below + 1 : below;
  if (outcome.value !== bin) return `the distance is in bin ${bin}`;
  if (outcome.margin === null) return "the margin is missing";
  const margin = Q.ofDouble(outcome.margin.value);
  const near = lengths.some((cut) => !apart(square, cut, margin));
  return near ? "a cut is nearer than the margin" : unitFault(outcome, unit);
}

/**
 * Whether an outcome of `solveWithin` is right, in rational numbers.
 *
 * @param instance the instance that was solved
 * @param outcome what is claimed of it
 * @returns null where it holds, else what is wrong, in one sentence
 *
 * @example
 * ```ts
 * import { checkWithin, tie } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const [from, to] = [{ name: "A", x: 0, y: 0 }, { name: "B", x: 3, y: 4 }];
 * const rule = { metric: "euclidean", threshold: 5, onThreshold: "tie" } as const;
 * assertEquals(checkWithin({ from, to, ...rule }, tie([true, false])), null);
 * ```
 */
export function checkWithin(instance: WithinInstance, outcome: Outcome<boolean>): string | null {
  requireClaim(instance, WITHIN_FORM, outcome, WITHIN_CLAIM);
  const { from, to, metric, threshold, onThreshold, unit = "unit" } = instance;
  const square = squareOf(metric, from, to);
  const length = Q.read(threshold);
  const side = length.sign < 0 ? 1 : square.against(length.times(length));
  if (side === 0 && onThreshold === "tie") {
    const isTie = outcome.status === "tie" && [...outcome.values].sort().join() === "false,true";
    return isTie ? null : "the distance is just the threshold";
  }
  if (outcome.status !== "exact") return "the distance is within the threshold or beyond it";
  const within = side === 0 ? onThreshold === "within" : side < 0;
  if (outcome.value !== within) return `the distance is ${within ? "within" : "beyond"}`;
  if (outcome.margin === null) return "the margin is missing";
  return apart(square, length, Q.ofDouble(outcome.margin.value))
    ? unitFault(outcome, unit)
    : "the margin is too large";
}

/** Whether sqrt(square) and a length, of any sign, are at least `margin` apart. */
function apart(square: Q, length: Q, margin: Q): boolean {
  if (length.sign < 0) {
    const rest = margin.plus(length);
    return rest.sign <= 0 || square.against(rest.times(rest)) >= 0;
  }
  const other = length.times(length);
  return square.against(other) > 0
    ? rootsApart(square, other, margin)
    : rootsApart(other, square, margin);
}

function checkRoot(square: Q, { squared, rational, approximate }: DistanceRatio): string | null {
  if (Q.read(squared).against(square) !== 0) return "the square is wrong";
  if (!isRootOf(approximate, square)) return "the approximation is too far off";
  if (rational !== null) {
    const root = Q.read(rational);
    return root.sign >= 0 && root.times(root).against(square) === 0 ? null : "the root is wrong";
  }
  return isSquare(square.n * square.d) ? "the root is rational" : null;
}

/** Whether an integer is a square, by bisection. */
function isSquare(n: bigint): boolean {
  let [low, high] = [0n, n + 1n];
  while (low < high) {
    const middle = (low + high) >> 1n;
    if (middle * middle < n) low = middle + 1n;
    else high = middle;
  }
  return low * low === n;
}
