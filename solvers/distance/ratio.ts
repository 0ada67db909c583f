import { requireForm } from "../../geometry/form.ts";
import { formatRatio } from "../../geometry/ratio.ts";
import { exactSqrt, type Metric } from "../../geometry/mod.ts";
import { readPlanePoints } from "../_plane_points.ts";
import { exact, impossible, type Outcome } from "../outcome.ts";
import type { PlanePoint } from "../plane_point.ts";
import { findPoint } from "./_find_point.ts";
import { RATIO_FORM } from "./_forms.ts";
import { measure } from "./_measure.ts";
import { rootOfQuotient } from "./_root_of_quotient.ts";

/** Two distances whose ratio is asked. */
export interface DistanceRatioInstance {
  /** The points of both distances. */
  readonly points: readonly PlanePoint[];
  /** The names of the two ends of the first distance, the numerator. */
  readonly first: readonly [string, string];
  /** The names of the two ends of the second distance, the denominator. */
  readonly second: readonly [string, string];
  /** How to measure. */
  readonly metric: Metric;
}

/** A ratio of two distances, exactly and for show. */
export interface DistanceRatio {
  /** The square of the ratio: an integer, a decimal, or a fraction in lowest terms. */
  readonly squared: string;
  /** The ratio itself, likewise, where it is rational; else null. */
  readonly rational: string | null;
  /** A double within 2^-50 of the ratio, relatively. */
  readonly approximate: number;
}

/**
 * How many times as long as a second distance a first one is.
 *
 * @param instance the points, the ends of both distances, and the metric
 * @returns `exact`, without a margin: a measurement has no boundary; `impossible` where the second
 * distance is 0
 * @throws RangeError, SyntaxError for coordinates that are not exact numbers, a name used twice,
 * or a distance between names that no point has
 *
 * @example
 * ```ts
 * import { solveDistanceRatio } from "@alidade/core";
 * import { assertEquals } from "@std/assert";
 *
 * const points = [{ name: "A", x: 0, y: 0 }, { name: "B", x: 3, y: 4 }, { name: "C", x: 2, y: 0 }];
 * const ends = { first: ["A", "B"], second: ["A", "C"] } as const;
 * assertEquals(solveDistanceRatio({ points, ...ends, metric: "euclidean" }), {
 *   status: "exact",
 *   value: { squared: "6.25", rational: "2.5", approximate: 2.5 },
 *   margin: null,
 * });
 * ```
 */
export function solveDistanceRatio(instance: DistanceRatioInstance): Outcome<DistanceRatio> {
  requireForm(instance, RATIO_FORM);
  const { points, first, second, metric } = instance;
  const scaled = readPlanePoints(points);
  const [a, b] = [first, second].map(([from, to]) =>
    measure(metric, scaled, findPoint(points, from), findPoint(points, to)).key
  ) as [bigint, bigint];
  if (b === 0n) return impossible("the second distance is 0");
  const [num, den] = metric === "euclidean" ? [a, b] : [a * a, b * b];
  // sqrt(num / den) = sqrt(num * den) / den.
  const root = exactSqrt(num * den);
  const rational = root === null ? null : { num: root, den };
  return exact({
    squared: formatRatio({ num, den }),
    rational: rational === null ? null : formatRatio(rational),
    approximate: rootOfQuotient(num, den),
  });
}
