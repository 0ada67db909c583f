import { longDistanceKey } from "../../geometry/metric.ts";
import { parseRatio } from "../../geometry/ratio.ts";
import { nudgeDown, quotientDown } from "../../geometry/round_down.ts";
import {
  type Exact,
  exactSqrt,
  formatScaled,
  integerSqrt,
  type Metric,
  type Sign,
  sqrtSumLowerBound,
  sqrtSumSign,
} from "../../geometry/mod.ts";
import type { ScaledPoints } from "../_plane_points.ts";
import { requireDoubled } from "./_require_doubled.ts";

/** A distance, exactly: sqrt(key) / 10^scale if Euclidean, else key / 10^scale. */
export interface Measure {
  readonly metric: Metric;
  readonly key: bigint;
  readonly scale: number;
}

/** The distance between two of the points. */
export function measure(metric: Metric, points: ScaledPoints, i: number, j: number): Measure {
  const { xs, ys, scale } = points;
  return { metric, key: longDistanceKey(metric, xs[i]! - xs[j]!, ys[i]! - ys[j]!), scale };
}

/** The distance times 10^scale where that is an integer, else null. */
function whole({ metric, key }: Measure): bigint | null {
  return metric === "euclidean" ? exactSqrt(key) : key;
}

/** A lower bound of |a - b|, two distances of one metric and scale. */
export function gapBound(a: Measure, b: Measure): number {
  const unit = 10n ** BigInt(a.scale);
  const [x, y] = [whole(a), whole(b)];
  if (x !== null && y !== null) return quotientDown(x > y ? x - y : y - x, unit);
  return nudgeDown(sqrtSumLowerBound([1n, -1n], [a.key, b.key]) * quotientDown(1n, unit));
}

/** How a distance compares with a length, and a lower bound of how far they are apart. */
export function against(distance: Measure, length: Exact, what: string): {
  readonly sign: Sign;
  readonly bound: number;
} {
  const { num, den } = parseRatio(length, what);
  const unit = 10n ** BigInt(distance.scale);
  const root = whole(distance);
  if (root !== null) {
    const gap = root * den - num * unit;
    const sign = gap > 0n ? 1 : gap < 0n ? -1 : 0;
    return { sign, bound: quotientDown(gap < 0n ? -gap : gap, den * unit) };
  }
  const sum = [[den, -num * unit], [distance.key, 1n]] as const;
  return {
    sign: sqrtSumSign(...sum),
    bound: nudgeDown(sqrtSumLowerBound(...sum) * quotientDown(1n, den * unit)),
  };
}

/** The distance as decimal where it is one, and the double nearest to it but for 1 unit. */
export function written(distance: Measure): {
  readonly decimal: string | null;
  readonly approximate: number;
} {
  const { key, scale } = distance;
  const root = whole(distance);
  if (root !== null) {
    const decimal = formatScaled(root, scale);
    return { decimal, approximate: requireDoubled(Number(decimal), key === 0n) };
  }
  const digits = integerSqrt(key * 10n ** 40n);
  const approximate = requireDoubled(Number(formatScaled(digits, scale + 20)), key === 0n);
  return { decimal: null, approximate };
}
