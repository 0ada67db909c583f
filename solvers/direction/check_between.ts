import { FLAG, oneOf } from "../../geometry/form.ts";
import { toScaled } from "../../geometry/decimal.ts";
import type { ExactPoint } from "../../geometry/exact_point.ts";
import { outcomeOf, requireClaim } from "../_require_claim.ts";
import type { Margin, Outcome } from "../outcome.ts";
import { doubleFraction } from "../_double_fraction.ts";
import { BETWEEN_FORM, SIDE_FORM } from "./_forms.ts";
import type { BetweenInstance } from "./between.ts";
import type { Side, SideInstance } from "./side.ts";

const BETWEEN_CLAIM = outcomeOf(FLAG);
const SIDE_CLAIM = outcomeOf(oneOf("left", "right", "on"));

/** The squared sides of a triangle: opposite the point asked about, and from it to either end. */
interface Triangle {
  readonly base: bigint;
  readonly fromSide: bigint;
  readonly toSide: bigint;
  /** One unit of the instance, squared. */
  readonly unit: bigint;
}

/**
 * Whether an outcome of {@link solveBetween} is right, by another method: the law of cosines and
 * Heron's formula on the three squared distances.
 *
 * @param instance the instance that was solved
 * @param outcome what is claimed of it
 * @returns null where it holds, else what is wrong, in one sentence
 *
 * Cost: some microseconds.
 *
 * @example
 * ```ts
 * import { checkBetween, solveBetween } from "@alidade/core";
 * import { assertEquals } from "@std/assert";
 *
 * const instance = { point: [1, 1], from: [0, 0], to: [3, 3], by: "segment" } as const;
 * assertEquals(checkBetween(instance, solveBetween(instance)), null);
 * ```
 */
export function checkBetween(
  instance: BetweenInstance,
  outcome: Outcome<boolean>,
): string | null {
  requireClaim(instance, BETWEEN_FORM, outcome, BETWEEN_CLAIM);
  const triangle = measure(instance.point, instance.from, instance.to);
  const { base, fromSide, toSide } = triangle;
  if (base === 0n) return outcome.status === "impossible" ? null : "the ends are one point";
  // Twice the base times the distance from either end to the foot, positive on the inner side.
  const fromFoot = fromSide + base - toSide;
  const toFoot = toSide + base - fromSide;
  const area = 4n * fromSide * base - fromFoot * fromFoot;
  const isAbreast = fromFoot === 0n || toFoot === 0n;
  if (isAbreast && (instance.by === "projection" || area === 0n)) {
    const isTie = outcome.status === "tie" && [...outcome.values].sort().join() === "false,true";
    return isTie ? null : "the answer is a tie of true and false";
  }
  const inside = fromFoot > 0n && toFoot > 0n;
  const right = inside && (instance.by === "projection" || area === 0n);
  if (outcome.status !== "exact" || outcome.value !== right) return `the answer is ${right}`;
  if (instance.by === "projection") {
    const near = least(magnitude(fromFoot), magnitude(toFoot));
    return checkMargin(outcome.margin, near * near, 4n * base * triangle.unit);
  }
  if (right) return checkMargin(outcome.margin, 0n, 1n);
  return fromFoot >= 0n && toFoot >= 0n
    ? checkMargin(outcome.margin, area, 4n * base * triangle.unit)
    : checkMargin(outcome.margin, least(fromSide, toSide), triangle.unit);
}

/**
 * Whether an outcome of {@link solveSide} is right, by another method: the signed area of the
 * triangle as the sum over its corners, and the squared length of the base.
 *
 * @param instance the instance that was solved
 * @param outcome what is claimed of it
 * @returns null where it holds, else what is wrong, in one sentence
 *
 * Cost: some microseconds.
 *
 * @example
 * ```ts
 * import { checkSide, solveSide } from "@alidade/core";
 * import { assertEquals } from "@std/assert";
 *
 * const instance = { point: [1, 1], from: [0, 0], to: [3, 3], frame: "y-up" } as const;
 * assertEquals(checkSide(instance, solveSide(instance)), null);
 * ```
 */
export function checkSide(instance: SideInstance, outcome: Outcome<Side>): string | null {
  requireClaim(instance, SIDE_FORM, outcome, SIDE_CLAIM);
  const { point, from, to, frame } = instance;
  const { base, unit } = measure(point, from, to);
  if (base === 0n) return outcome.status === "impossible" ? null : "the line is one point";
  const values = toScaled([...from, ...to, ...point]).values;
  let twiceArea = 0n;
  for (let i = 0; i < 6; i += 2) {
    twiceArea += values[i]! * (values[(i + 3) % 6]! - values[(i + 5) % 6]!);
  }
  const turn = frame === "y-up" ? twiceArea : -twiceArea;
  const right = turn > 0n ? "left" : turn < 0n ? "right" : "on";
  if (outcome.status !== "exact" || outcome.value !== right) return `the answer is ${right}`;
  return checkMargin(outcome.margin, twiceArea * twiceArea, base * unit);
}

function measure(point: ExactPoint, from: ExactPoint, to: ExactPoint): Triangle {
  const { values, scale } = toScaled([...point, ...from, ...to]);
  const [px, py, ax, ay, bx, by] = values as [bigint, bigint, bigint, bigint, bigint, bigint];
  return {
    base: (bx - ax) ** 2n + (by - ay) ** 2n,
    fromSide: (px - ax) ** 2n + (py - ay) ** 2n,
    toSide: (px - bx) ** 2n + (py - by) ** 2n,
    unit: 10n ** BigInt(2 * scale),
  };
}

/** Whether a margin is at most sqrt(num / den). */
function checkMargin(margin: Margin | null, num: bigint, den: bigint): string | null {
  if (margin === null || margin.unit !== "unit" || !(margin.value >= 0)) {
    return "the margin is no length";
  }
  const value = doubleFraction(margin.value);
  const isLower = value.num ** 2n * den <= num << (2n * value.shift);
  return isLower ? null : "the margin is too large";
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function magnitude(x: bigint): bigint {
  return x < 0n ? -x : x;
}
