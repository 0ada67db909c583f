import { requireForm } from "../../geometry/form.ts";
import { formatScaled, type Metric } from "../../geometry/mod.ts";
import { readPlanePoints } from "../_plane_points.ts";
import { exact, type Outcome } from "../outcome.ts";
import type { PlanePoint } from "../plane_point.ts";
import { PAIR_FORM } from "./_forms.ts";
import { measure, written } from "./_measure.ts";

/** Two points whose distance is asked. */
export interface PairInstance {
  /** The first point. */
  readonly from: PlanePoint;
  /** The second. */
  readonly to: PlanePoint;
  /** How to measure. */
  readonly metric: Metric;
}

/** A distance, exactly and for show. */
export interface ExactDistance {
  /** The square of the distance, an exact decimal. */
  readonly squared: string;
  /** The distance itself where it is a decimal, else null. */
  readonly decimal: string | null;
  /** A double within 2^-51 of the distance, relatively. */
  readonly approximate: number;
}

/**
 * The distance between two points.
 *
 * @param instance the points and the metric
 * @returns always `exact`, without a margin: a measurement has no boundary
 * @throws RangeError, SyntaxError for coordinates that are not exact numbers, or one name for both
 *
 * @example
 * ```ts
 * import { solveDistance } from "@alidade/core";
 * import { assertEquals } from "@std/assert";
 *
 * const from = { name: "A", x: "0.5", y: 0 };
 * const to = { name: "B", x: "0.8", y: "0.4" };
 * assertEquals(solveDistance({ from, to, metric: "euclidean" }), {
 *   status: "exact",
 *   value: { squared: "0.25", decimal: "0.5", approximate: 0.5 },
 *   margin: null,
 * });
 * ```
 */
export function solveDistance(instance: PairInstance): Outcome<ExactDistance> {
  requireForm(instance, PAIR_FORM);
  const { from, to, metric } = instance;
  const distance = measure(metric, readPlanePoints([from, to], (i) => ["from", "to"][i]!), 0, 1);
  const squared = metric === "euclidean" ? distance.key : distance.key ** 2n;
  return exact({ squared: formatScaled(squared, 2 * distance.scale), ...written(distance) });
}
