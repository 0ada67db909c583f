import { requireForm } from "../../geometry/form.ts";
import type { Metric } from "../../geometry/mod.ts";
import { readPlanePoints } from "../_plane_points.ts";
import type { Outcome } from "../outcome.ts";
import type { PlanePoint } from "../plane_point.ts";
import { extremeOf } from "./_extremes.ts";
import { findPoint } from "./_find_point.ts";
import { COMPARISON_FORM } from "./_forms.ts";
import { measure } from "./_measure.ts";

/** Two distances of which the longer or shorter one is asked. */
export interface ComparisonInstance {
  /** The points of both distances. */
  readonly points: readonly PlanePoint[];
  /** The names of the two ends of the first distance. */
  readonly first: readonly [string, string];
  /** The names of the two ends of the second distance. */
  readonly second: readonly [string, string];
  /** Which of the two is asked. */
  readonly asked: "shorter" | "longer";
  /** How to measure. */
  readonly metric: Metric;
  /** What coordinates are measured in; `"unit"` when left out. */
  readonly unit?: string;
}

/**
 * Which of two distances is the shorter or the longer one.
 *
 * @param instance the points, the ends of both distances, the metric, and what is asked
 * @returns `exact` with `"first"` or `"second"` and a lower bound of the difference as margin;
 * `tie` where both are proven equal
 * @throws RangeError, SyntaxError for coordinates that are not exact numbers, a name used twice,
 * or a distance between names that no point has
 *
 * Cost: some microseconds. Many integers: {@link compareDistances}.
 *
 * @example
 * ```ts
 * import { solveComparison } from "@alidade/core";
 * import { assertEquals } from "@std/assert";
 *
 * const points = [{ name: "A", x: 0, y: 0 }, { name: "B", x: 3, y: 4 }, { name: "C", x: 0, y: 5 }];
 * const outcome = solveComparison({
 *   points,
 *   first: ["A", "B"],
 *   second: ["A", "C"],
 *   asked: "longer",
 *   metric: "euclidean",
 * });
 * assertEquals(outcome, { status: "tie", values: ["first", "second"] });
 * ```
 */
export function solveComparison(instance: ComparisonInstance): Outcome<"first" | "second"> {
  requireForm(instance, COMPARISON_FORM);
  const { points, first, second, asked, metric, unit = "unit" } = instance;
  const scaled = readPlanePoints(points);
  const distances = [first, second].map(([from, to]) =>
    measure(metric, scaled, findPoint(points, from), findPoint(points, to))
  );
  const extreme = asked === "shorter" ? "nearest" : "farthest";
  return extremeOf(["first", "second"] as const, distances, extreme, unit);
}
