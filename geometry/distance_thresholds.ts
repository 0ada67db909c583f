import { parseRatio } from "./ratio.ts";
import { toBigInts } from "./_integers.ts";
import type { Exact } from "./decimal.ts";
import type { Sign } from "./frame.ts";
import type { Metric } from "./metric.ts";
import { sqrtSumSign } from "./sqrt_sum.ts";
import type { Integer } from "./integer.ts";

/**
 * Compares a distance with a length, exactly.
 *
 * @param metric how the distance is measured
 * @param key its key, as by {@link distanceKey}: an integer, 0 or more
 * @param length an integer, a decimal string, or a fraction such as `"7/3"`, of any sign
 * @returns the sign of distance - length
 * @throws RangeError, SyntaxError for a key that is no such integer or a length that is no number
 *
 * @example
 * ```ts
 * import { compareDistanceTo } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(compareDistanceTo("euclidean", 2, "1.4142135623730951"), -1);
 * ```
 */
export function compareDistanceTo(metric: Metric, key: Integer, length: Exact): Sign {
  const { num, den } = parseRatio(length, "length");
  const [n] = toBigInts([key], "key", 0) as [bigint];
  if (metric !== "euclidean") return sign(n * den - num);
  return num < 0n ? 1 : sign(n * den * den - num * num);
}

/**
 * Compares the ratio of two distances with a threshold, exactly.
 *
 * @param metric how both are measured
 * @param first key of the first distance, an integer, 0 or more
 * @param second key of the second, above 0
 * @param threshold an integer, a decimal string, or a fraction such as `"4/3"`
 * @returns the sign of first distance / second distance - threshold
 * @throws RangeError, SyntaxError as {@link compareDistanceTo}, and for a second distance of 0
 *
 * @example
 * ```ts
 * import { compareDistanceRatio } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(compareDistanceRatio("euclidean", 50, 8, "2.5"), 0);
 * assertEquals(compareDistanceRatio("manhattan", 50, 8, "2.5"), 1);
 * ```
 */
export function compareDistanceRatio(
  metric: Metric,
  first: Integer,
  second: Integer,
  threshold: Exact,
): Sign {
  const { num, den } = parseRatio(threshold, "threshold");
  const [a, b] = toBigInts([first, second], "keys", 0) as [bigint, bigint];
  if (b === 0n) throw new RangeError("Cannot divide by a distance of 0, must be above 0");
  if (metric !== "euclidean") return sign(a * den - num * b);
  return num < 0n ? 1 : sign(a * den * den - num * num * b);
}

/**
 * Compares the difference |first distance - second distance| with a threshold, exactly.
 *
 * @param metric how both are measured
 * @param first key of the first distance, an integer, 0 or more
 * @param second key of the second
 * @param threshold an integer, a decimal string, or a fraction such as `"1/3"`
 * @returns the sign of the difference less the threshold
 * @throws RangeError, SyntaxError as {@link compareDistanceTo}
 *
 * @example
 * ```ts
 * import { compareDistanceGap } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(compareDistanceGap("euclidean", 9, 16, 1), 0);
 * assertEquals(compareDistanceGap("euclidean", 2, 3, "0.3178372451957823"), -1);
 * ```
 */
export function compareDistanceGap(
  metric: Metric,
  first: Integer,
  second: Integer,
  threshold: Exact,
): Sign {
  const { num, den } = parseRatio(threshold, "threshold");
  const [a, b] = toBigInts([first, second], "keys", 0) as [bigint, bigint];
  const [low, high] = a < b ? [a, b] : [b, a];
  if (metric !== "euclidean") return sign((high - low) * den - num);
  return sqrtSumSign([den, -den, -num], [high, low, 1n]);
}

function sign(x: bigint): Sign {
  return x > 0n ? 1 : x < 0n ? -1 : 0;
}
