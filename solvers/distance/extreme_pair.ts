import { requireForm } from "../../geometry/form.ts";
import type { Metric } from "../../geometry/mod.ts";
import { readPlanePoints, requireCount } from "../_plane_points.ts";
import type { Outcome } from "../outcome.ts";
import type { PlanePoint } from "../plane_point.ts";
import { extremeOf } from "./_extremes.ts";
import { EXTREME_PAIR_FORM } from "./_forms.ts";
import { measure } from "./_measure.ts";
import type { Extreme } from "./extreme.ts";

/** Points of which the two nearest to each other, or farthest from each other, are asked. */
export interface ExtremePairInstance {
  /** The points, at least two. */
  readonly points: readonly PlanePoint[];
  /** How to measure. */
  readonly metric: Metric;
  /** Which end of the order is asked. */
  readonly extreme: Extreme;
  /** What coordinates are measured in; `"unit"` when left out. */
  readonly unit?: string;
}

/** Two names, in the order of the points. */
export type NamePair = readonly [string, string];

/**
 * Which two of many points are nearest to, or farthest from, each other.
 *
 * @param instance the points, the metric, and which end is asked
 * @returns `exact` with both names and, as margin, a lower bound of the difference to the next
 * pair; `tie` with all pairs at that distance
 * @throws RangeError, SyntaxError for coordinates that are not exact numbers, for fewer than two
 * points, or for a name used twice
 *
 * Cost: about 1 us a pair. Many instances of integers: {@link nearestPairOf}.
 *
 * @example
 * ```ts
 * import { solveExtremePair } from "@alidade/core";
 * import { assertEquals } from "@std/assert";
 *
 * const points = [{ name: "A", x: 0, y: 0 }, { name: "B", x: 3, y: 4 }, { name: "C", x: 9, y: 4 }];
 * const outcome = solveExtremePair({ points, metric: "manhattan", extreme: "nearest" });
 * assertEquals(outcome, {
 *   status: "exact",
 *   value: ["B", "C"],
 *   margin: { value: 1, unit: "unit" },
 * });
 * ```
 */
export function solveExtremePair(instance: ExtremePairInstance): Outcome<NamePair> {
  requireForm(instance, EXTREME_PAIR_FORM);
  const { points, metric, extreme, unit = "unit" } = instance;
  requireCount(points, 2);
  const scaled = readPlanePoints(points);
  const pairs = points.flatMap((_, i) =>
    points.slice(i + 1).map((_, j) => [i, i + 1 + j] as const)
  );
  return extremeOf(
    pairs.map(([i, j]): NamePair => [points[i]!.name, points[j]!.name]),
    pairs.map(([i, j]) => measure(metric, scaled, i, j)),
    extreme,
    unit,
  );
}
