import { requireForm } from "../../geometry/form.ts";
import { parseRatio } from "../../geometry/ratio.ts";
import { compareFractions, type Exact, type Metric } from "../../geometry/mod.ts";
import { readPlanePoints } from "../_plane_points.ts";
import { exact, type Outcome, tie } from "../outcome.ts";
import type { PlanePoint } from "../plane_point.ts";
import { DISTANCE_BIN_FORM, WITHIN_FORM } from "./_forms.ts";
import { against, type Measure, measure } from "./_measure.ts";

/**
 * What holds exactly on a cut: `"upper"`, it begins the bin above; `"lower"`, it ends the bin
 * below; `"tie"`, both bins are right.
 */
export type CutRule = "upper" | "lower" | "tie";

/** Two points, and cuts that divide all distances into bins. */
export interface DistanceBinInstance {
  /** The first point. */
  readonly from: PlanePoint;
  /** The second. */
  readonly to: PlanePoint;
  /** How to measure. */
  readonly metric: Metric;
  /**
   * Where bins meet, ascending: integers, decimal strings, or fractions such as `"1/3"`; at least
   * one. Bin 0 is below the first.
   */
  readonly cuts: readonly Exact[];
  /** What holds exactly on a cut. */
  readonly onCut: CutRule;
  /** What coordinates are measured in; `"unit"` when left out. */
  readonly unit?: string;
}

/**
 * Into which bin a distance falls.
 *
 * @param instance the points, the metric, the cuts and the rule on them
 * @returns `exact` with the index of the bin, 0 to the number of cuts, and a lower bound of the
 * distance to the nearest cut as margin (0 on a cut); `tie` with two indices on a cut whose rule
 * is `"tie"`
 * @throws RangeError, SyntaxError for numbers that are not exact, one name for both points, no
 * cuts, or cuts that do not ascend
 *
 * @example
 * ```ts
 * import { solveDistanceBin } from "@alidade/core";
 * import { assertEquals } from "@std/assert";
 *
 * const from = { name: "A", x: 0, y: 0 };
 * const to = { name: "B", x: 3, y: 4 };
 * const bins = { metric: "euclidean", cuts: [2, 5, 10] } as const;
 * const onCut = "tie";
 * assertEquals(solveDistanceBin({ from, to, ...bins, onCut }), { status: "tie", values: [1, 2] });
 * ```
 */
export function solveDistanceBin(instance: DistanceBinInstance): Outcome<number> {
  requireForm(instance, DISTANCE_BIN_FORM);
  const { from, to, metric, cuts, onCut, unit = "unit" } = instance;
  requireAscending(cuts);
  const distance = measure(metric, readPlanePoints([from, to], (i) => ["from", "to"][i]!), 0, 1);
  return binOf(distance, cuts, onCut, unit);
}

/** Two points, and a length that their distance is held against. */
export interface WithinInstance {
  /** The first point. */
  readonly from: PlanePoint;
  /** The second. */
  readonly to: PlanePoint;
  /** How to measure. */
  readonly metric: Metric;
  /** The length: an integer, a decimal string, or a fraction such as `"1/3"`. */
  readonly threshold: Exact;
  /** Whether a distance of just that length is within it, or `"tie"` where both may be said. */
  readonly onThreshold: "within" | "beyond" | "tie";
  /** What coordinates are measured in; `"unit"` when left out. */
  readonly unit?: string;
}

/**
 * Whether two points are within a given distance of each other.
 *
 * @param instance the points, the metric, the threshold and the rule on it
 * @returns `exact` with true or false, and a lower bound of the difference between distance and
 * threshold as margin; `tie` on a threshold whose rule is `"tie"`
 * @throws RangeError, SyntaxError for numbers that are not exact, or one name for both points
 *
 * @example
 * ```ts
 * import { solveWithin } from "@alidade/core";
 * import { assertEquals } from "@std/assert";
 *
 * const from = { name: "A", x: 0, y: 0 };
 * const to = { name: "B", x: 3, y: 4 };
 * const rule = { metric: "euclidean", onThreshold: "within" } as const;
 * assertEquals(solveWithin({ from, to, ...rule, threshold: "7.5" }), {
 *   status: "exact",
 *   value: true,
 *   margin: { value: 2.5, unit: "unit" },
 * });
 * ```
 */
export function solveWithin(instance: WithinInstance): Outcome<boolean> {
  requireForm(instance, WITHIN_FORM);
  const { threshold, onThreshold, ...rest } = instance;
  const onCut = onThreshold === "tie" ? "tie" : onThreshold === "within" ? "lower" : "upper";
  const outcome = solveDistanceBin({ ...rest, cuts: [threshold], onCut });
  if (outcome.status === "exact") return exact(outcome.value === 0, outcome.margin);
  return tie([true, false]);
}

function requireAscending(cuts: readonly Exact[]): void {
  if (cuts.length === 0) throw new RangeError("Cannot use cuts: 0 given, must be at least 1");
  const ratios = cuts.map((cut, i) => parseRatio(cut, `cuts[${i}]`));
  for (let i = 1; i < cuts.length; i++) {
    if (compareFractions(ratios[i - 1]!, ratios[i]!) >= 0) {
      throw new RangeError(`Cannot use cuts[${i}]: ${cuts[i]}, must be above ${cuts[i - 1]}`);
    }
  }
}

function binOf(
  distance: Measure,
  cuts: readonly Exact[],
  onCut: CutRule,
  unit: string,
): Outcome<number> {
  let bin = 0;
  let value = Infinity;
  for (const [i, cut] of cuts.entries()) {
    const { sign, bound } = against(distance, cut, `cuts[${i}]`);
    if (sign === 0 && onCut === "tie") return tie([i, i + 1]);
    value = Math.min(value, bound);
    if (sign > 0 || (sign === 0 && onCut === "upper")) bin = i + 1;
  }
  return exact(bin, { value, unit });
}
