import { requireForm } from "../../geometry/form.ts";
import type { Metric } from "../../geometry/mod.ts";
import { fromThenPoints, readPlanePoints, requireCount } from "../_plane_points.ts";
import { exact, type Outcome, tie } from "../outcome.ts";
import type { PlanePoint } from "../plane_point.ts";
import { extremeOf } from "./_extremes.ts";
import { NEAREST_FORM } from "./_forms.ts";
import { measure } from "./_measure.ts";
import { plainGap, plainKeys } from "./_plain_keys.ts";
import type { Extreme } from "./extreme.ts";

/** A point, and others of which the nearest to it, or the farthest from it, is asked. */
export interface NearestInstance {
  /** Where distances are measured from. */
  readonly from: PlanePoint;
  /** The candidates, at least one; a candidate may lie where `from` does. */
  readonly points: readonly PlanePoint[];
  /** How to measure. */
  readonly metric: Metric;
  /** Which end of the order is asked. */
  readonly extreme: Extreme;
  /** What coordinates are measured in; `"unit"` when left out. */
  readonly unit?: string;
}

/**
 * Which of many points is nearest to, or farthest from, another.
 *
 * @param instance the points, the metric, and which end is asked
 * @returns `exact` with the name and, as margin, a lower bound of how much nearer (or farther) it
 * is than the next; `tie` with the names of all that are equally near, in their order
 * @throws RangeError, SyntaxError for coordinates that are not exact numbers, for no candidates,
 * or for a name used twice, `from` included
 *
 * Cost: some 20 ns a point for integers of at most 2^25, about 1 us for others; many instances of integers: {@link nearestOf}.
 *
 * @example
 * ```ts
 * import { solveNearest } from "@alidade/core";
 * import { assertEquals } from "@std/assert";
 *
 * const from = { name: "A", x: 0, y: 0 };
 * const points = [{ name: "B", x: 3, y: 4 }, { name: "C", x: 5, y: 0 }, { name: "D", x: 5, y: 1 }];
 * const outcome = solveNearest({ from, points, metric: "euclidean", extreme: "nearest" });
 * assertEquals(outcome, { status: "tie", values: ["B", "C"] });
 * ```
 */
export function solveNearest(instance: NearestInstance): Outcome<string> {
  const plain = instance && solvePlain(instance);
  if (plain) return plain;
  requireForm(instance, NEAREST_FORM);
  const { from, points, metric, extreme, unit = "unit" } = instance;
  requireCount(points, 1);
  const scaled = readPlanePoints([from, ...points], fromThenPoints);
  return extremeOf(
    points.map((p) => p.name),
    points.map((_, i) => measure(metric, scaled, 0, i + 1)),
    extreme,
    unit,
  );
}

/** The answer for integers; null for all that is for the general reader. */
function solvePlain(instance: NearestInstance): Outcome<string> | null {
  const { from, points, metric, extreme, unit = "unit" } = instance;
  const sign = extreme === "nearest" ? 1 : extreme === "farthest" ? -1 : 0;
  const keys = sign !== 0 && typeof unit === "string" ? plainKeys(from, points, metric) : null;
  if (keys === null) return null;
  let best = 0;
  let next = -1;
  for (let i = 1; i < keys.length; i++) {
    if (sign * (keys[i]! - keys[best]!) < 0) {
      next = best;
      best = i;
    } else if (next < 0 || sign * (keys[i]! - keys[next]!) < 0) next = i;
  }
  const key = keys[best]!;
  if (next < 0) return exact(points[best]!.name);
  if (keys[next] !== key) {
    return exact(points[best]!.name, { value: plainGap(metric, key, keys[next]!), unit });
  }
  return tie(points.filter((_, i) => keys[i] === key).map(({ name }) => name));
}
