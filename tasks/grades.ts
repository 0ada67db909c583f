import { type Exact, toScaled } from "../geometry/decimal.ts";

/** A graded mark: so many points of so many, exactly. */
export interface Grade {
  /** How many points. */
  readonly points: number;
  /** Of how many. */
  readonly of: number;
}

/**
 * The graded marks there are.
 *
 * - `mra`: mean relative accuracy, exactly
 * - `mra-doubles`: the same as programs compute it in doubles, which differs at the thresholds
 * - `factor-2`: within a factor of two
 * - `pairs`: of an order, the share of its pairs that stand in the right order
 */
export type GradeName = "mra" | "mra-doubles" | "factor-2" | "pairs";

/** The thresholds of mean relative accuracy: 50 %, 55 %, ... 95 %. */
const THRESHOLDS = 10;

/**
 * Mean relative accuracy: the share of the thresholds t of 0.5, 0.55, ... 0.95 for which
 * |said - right| <= (1 - t) |right|, decided exactly.
 *
 * @param said a number, as an integer or a decimal string
 * @param right the right one; where it is 0, only 0 has points
 *
 * Source: Yang et al., Thinking in Space (2024), for the measure.
 *
 * @example
 * ```ts
 * import { meanRelativeAccuracy } from "@alidade/core/tasks";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(meanRelativeAccuracy("4", "5"), { points: 7, of: 10 });
 * ```
 */
export function meanRelativeAccuracy(said: Exact, right: Exact): Grade {
  const [s, r] = sameScale(said, right);
  const [off, size] = [abs(s - r), abs(r)];
  let points = 0;
  // 1 - t is 10 - k twentieths for the k-th threshold.
  for (let k = 0; k < THRESHOLDS; k++) {
    if (20n * off <= BigInt(THRESHOLDS - k) * size) points++;
  }
  return { points, of: THRESHOLDS };
}

/**
 * Mean relative accuracy as programs compute it in doubles, with thresholds evenly spaced by
 * `start + i * step`: 4 against 5 has 6 of 10, where it is 7 exactly.
 *
 * @param said a number
 * @param right the right one; where it is 0, nothing has points
 *
 * @example
 * ```ts
 * import { meanRelativeAccuracyInDoubles } from "@alidade/core/tasks";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(meanRelativeAccuracyInDoubles(4, 5), { points: 6, of: 10 });
 * ```
 */
export function meanRelativeAccuracyInDoubles(said: number, right: number): Grade {
  const [start, end] = [0.5, 0.95];
  const step = (end - start) / (THRESHOLDS - 1);
  const off = Math.abs(said - right) / right;
  let points = 0;
  for (let k = 0; k < THRESHOLDS; k++) {
    const threshold = k === THRESHOLDS - 1 ? end : start + k * step;
    if (off <= 1 - threshold) points++;
  }
  return { points, of: THRESHOLDS };
}

/**
 * Whether a number is less than twice another, and more than half of it; both of one sign.
 *
 * @param said a number, as an integer or a decimal string
 * @param right the right one; where it is 0, only 0 is within
 *
 * Source: Chen et al., SpatialVLM (2024), for the measure.
 */
export function isWithinFactorTwo(said: Exact, right: Exact): boolean {
  const [s, r] = sameScale(said, right);
  if (s === 0n || r === 0n || s < 0n !== r < 0n) return s === r;
  const [a, b] = [abs(s), abs(r)];
  return a < 2n * b && b < 2n * a;
}

/**
 * The share of the pairs of an order that stand in the right order: a label that is missing has
 * none right, and one that is too many counts for nothing.
 *
 * @param said an order
 * @param right the right one, of labels that differ
 * @returns null where there is no pair
 *
 * @example
 * ```ts
 * import { pairsInOrder } from "@alidade/core/tasks";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(pairsInOrder(["B", "D", "C"], ["B", "C", "D"]), { points: 2, of: 3 });
 * ```
 */
export function pairsInOrder(said: readonly string[], right: readonly string[]): Grade | null {
  const place = new Map<string, number>();
  said.forEach((label, i) => place.has(label) || place.set(label, i));
  let points = 0;
  for (let i = 0; i < right.length; i++) {
    for (let j = i + 1; j < right.length; j++) {
      const [a, b] = [place.get(right[i]!), place.get(right[j]!)];
      if (a !== undefined && b !== undefined && a < b) points++;
    }
  }
  const of = right.length * (right.length - 1) / 2;
  return of === 0 ? null : { points, of };
}

function sameScale(a: Exact, b: Exact): readonly [bigint, bigint] {
  const { values } = toScaled([String(a), String(b)]);
  return values as unknown as readonly [bigint, bigint];
}

function abs(x: bigint): bigint {
  return x < 0n ? -x : x;
}
