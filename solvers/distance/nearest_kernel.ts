import { nudgeDown } from "../../geometry/round_down.ts";
import { distanceKey, type Metric } from "../../geometry/mod.ts";

/**
 * The point nearest to (x, y) among many: the kernel beside `solveNearest`.
 *
 * @param metric how to measure
 * @param coordinates x and y of each point, integers of at most 2^25 in size
 * @param count how many points to read, at least 1, from the front
 * @param x x of the place, likewise
 * @param y y of the place
 * @returns the index of the nearest point; `~index` of the first of several equally near
 *
 * Cost: 1 ns a point, nothing is allocated.
 *
 * @example
 * ```ts
 * import { nearestOf } from "@alidade/core/kernels";
 * import { assertEquals } from "@std/assert";
 *
 * const points = Float64Array.of(9, 9, 3, 4, 5, 0);
 * assertEquals(nearestOf("manhattan", points, 3, 0, 0), 2);
 * assertEquals(nearestOf("euclidean", points, 3, 0, 0), ~1);
 * ```
 */
export function nearestOf(
  metric: Metric,
  coordinates: Float64Array | Int32Array,
  count: number,
  x: number,
  y: number,
): number {
  return extremeOf(metric, coordinates, count, x, y, 1);
}

/**
 * The point farthest from (x, y) among many; otherwise as {@link nearestOf}.
 *
 * @param metric how to measure
 * @param coordinates x and y of each point, integers of at most 2^25 in size
 * @param count how many points to read, at least 1, from the front
 * @param x x of the place, likewise
 * @param y y of the place
 * @returns the index of the farthest point; `~index` of the first of several equally far
 *
 * @example
 * ```ts
 * import { farthestOf } from "@alidade/core/kernels";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(farthestOf("chebyshev", Float64Array.of(1, 1, 3, 2), 2, 0, 0), 1);
 * ```
 */
export function farthestOf(
  metric: Metric,
  coordinates: Float64Array | Int32Array,
  count: number,
  x: number,
  y: number,
): number {
  return extremeOf(metric, coordinates, count, x, y, -1);
}

/**
 * The two points nearest to each other: the kernel beside `solveExtremePair`.
 *
 * @param metric how to measure
 * @param coordinates x and y of each point, integers of at most 2^25 in size
 * @param count how many points to read, at least 2, from the front
 * @returns `i * count + j` for the points i < j; its complement `~` for the first of several pairs
 * equally near
 *
 * Cost: 1 ns a pair, nothing is allocated.
 *
 * @example
 * ```ts
 * import { nearestPairOf } from "@alidade/core/kernels";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(nearestPairOf("euclidean", Float64Array.of(0, 0, 9, 0, 1, 1), 3), 0 * 3 + 2);
 * ```
 */
export function nearestPairOf(
  metric: Metric,
  coordinates: Float64Array | Int32Array,
  count: number,
): number {
  return extremePairOf(metric, coordinates, count, 1);
}

/**
 * The two points farthest from each other; otherwise as {@link nearestPairOf}.
 *
 * @param metric how to measure
 * @param coordinates x and y of each point, integers of at most 2^25 in size
 * @param count how many points to read, at least 2, from the front
 * @returns `i * count + j` for the points i < j; its complement `~` for the first of several pairs
 * equally far
 *
 * @example
 * ```ts
 * import { farthestPairOf } from "@alidade/core/kernels";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(farthestPairOf("euclidean", Float64Array.of(0, 0, 9, 0, 1, 1), 3), 0 * 3 + 1);
 * ```
 */
export function farthestPairOf(
  metric: Metric,
  coordinates: Float64Array | Int32Array,
  count: number,
): number {
  return extremePairOf(metric, coordinates, count, -1);
}

/**
 * A lower bound of the difference between two distances: the margin of the kernels.
 *
 * @param metric how both are measured
 * @param first key of the first distance, as by `distanceKey`
 * @param second key of the second
 * @returns a double that |first distance - second distance| is at least, within 2^-49 of it
 * relatively; 0 only where they are equal
 *
 * @example
 * ```ts
 * import { distanceGapBound } from "@alidade/core/kernels";
 * import { assert } from "@std/assert";
 *
 * const bound = distanceGapBound("euclidean", 2, 3);
 * assert(bound <= 0.3178372451957823 && bound > 0.3178372451957);
 * ```
 */
export function distanceGapBound(metric: Metric, first: number, second: number): number {
  const gap = Math.abs(first - second);
  if (gap === 0 || metric !== "euclidean") return gap;
  // sqrt(a) - sqrt(b) = (a - b) / (sqrt(a) + sqrt(b)), without cancellation.
  return nudgeDown(gap / (Math.sqrt(first) + Math.sqrt(second)));
}

/** The point whose key times `sign` is least. */
function extremeOf(
  metric: Metric,
  coordinates: Float64Array | Int32Array,
  count: number,
  x: number,
  y: number,
  sign: 1 | -1,
): number {
  let best = 0;
  let least = Infinity;
  let tied = false;
  for (let i = 0; i < count; i++) {
    const key = sign * distanceKey(metric, coordinates[2 * i]! - x, coordinates[2 * i + 1]! - y);
    if (key < least) {
      least = key;
      best = i;
      tied = false;
    } else if (key === least) tied = true;
  }
  return tied ? ~best : best;
}

/** The pair whose key times `sign` is least. */
function extremePairOf(
  metric: Metric,
  coordinates: Float64Array | Int32Array,
  count: number,
  sign: 1 | -1,
): number {
  let best = 0;
  let least = Infinity;
  let tied = false;
  for (let i = 0; i < count; i++) {
    const x = coordinates[2 * i]!;
    const y = coordinates[2 * i + 1]!;
    for (let j = i + 1; j < count; j++) {
      const key = sign * distanceKey(metric, coordinates[2 * j]! - x, coordinates[2 * j + 1]! - y);
      if (key < least) {
        least = key;
        best = i * count + j;
        tied = false;
      } else if (key === least) tied = true;
    }
  }
  return tied ? ~best : best;
}
