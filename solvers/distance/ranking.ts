import { requireForm } from "../../geometry/form.ts";
import type { Metric } from "../../geometry/mod.ts";
import { fromThenPoints, readPlanePoints, requireCount } from "../_plane_points.ts";
import { exact, type Outcome } from "../outcome.ts";
import type { PlanePoint } from "../plane_point.ts";
import { RANKING_FORM } from "./_forms.ts";
import { gapBound, measure } from "./_measure.ts";
import { plainGap, plainKeys } from "./_plain_keys.ts";

/** A point, and others that are to be ordered by their distance from it. */
export interface RankingInstance {
  /** Where distances are measured from. */
  readonly from: PlanePoint;
  /** The points to order, at least one. */
  readonly points: readonly PlanePoint[];
  /** How to measure. */
  readonly metric: Metric;
  /** What coordinates are measured in; `"unit"` when left out. */
  readonly unit?: string;
}

/**
 * Names in groups, the nearest group first; the points of one group are proven equally far, and
 * keep their order.
 */
export type Ranking = readonly (readonly string[])[];

/**
 * Orders points by their distance from another.
 *
 * @param instance the points and the metric
 * @returns always `exact`: ties are groups of the one right ranking. The margin is a lower bound
 * of the least difference between two groups, null where there is but one
 * @throws RangeError, SyntaxError for coordinates that are not exact numbers, for no points, or
 * for a name used twice
 *
 * Cost: n log n; some 50 ns a point for integers of at most 2^25, about 1 us for others. Many instances of integers: {@link rankByDistance}.
 *
 * @example
 * ```ts
 * import { solveRanking } from "@alidade/core";
 * import { assertEquals } from "@std/assert";
 *
 * const from = { name: "A", x: 0, y: 0 };
 * const points = [{ name: "B", x: 3, y: 4 }, { name: "C", x: 1, y: 0 }, { name: "D", x: 0, y: 5 }];
 * assertEquals(solveRanking({ from, points, metric: "euclidean" }), {
 *   status: "exact",
 *   value: [["C"], ["B", "D"]],
 *   margin: { value: 4, unit: "unit" },
 * });
 * ```
 */
export function solveRanking(instance: RankingInstance): Outcome<Ranking> {
  const plain = instance && solvePlain(instance);
  if (plain) return plain;
  requireForm(instance, RANKING_FORM);
  const { from, points, metric, unit = "unit" } = instance;
  requireCount(points, 1);
  const scaled = readPlanePoints([from, ...points], fromThenPoints);
  const entries = points.map((p, i) => {
    return { name: p.name, distance: measure(metric, scaled, 0, i + 1) };
  });
  entries.sort((a, b) => a.distance.key < b.distance.key ? -1 : +(a.distance.key > b.distance.key));
  const groups: string[][] = [];
  let least = Infinity;
  for (const [i, { name, distance }] of entries.entries()) {
    const before = entries[i - 1]?.distance;
    if (before?.key === distance.key) groups.at(-1)!.push(name);
    else {
      groups.push([name]);
      if (before !== undefined) least = Math.min(least, gapBound(before, distance));
    }
  }
  return exact(groups, groups.length > 1 ? { value: least, unit } : null);
}

/** Up to so many points inserting each is faster than sorting all. */
const INSERTED = 32;

/** The answer for integers; null for all that is for the general reader. */
function solvePlain(instance: RankingInstance): Outcome<Ranking> | null {
  const { from, points, metric, unit = "unit" } = instance;
  const keys = typeof unit === "string" ? plainKeys(from, points, metric) : null;
  if (keys === null) return null;
  const order = orderOf(keys);
  const groups: string[][] = [];
  let least = Infinity;
  for (let i = 0; i < order.length; i++) {
    const { name } = points[order[i]!]!;
    const key = keys[order[i]!]!;
    const before = i === 0 ? -1 : keys[order[i - 1]!]!;
    if (key === before) groups[groups.length - 1]!.push(name);
    else {
      groups.push([name]);
      if (before >= 0) least = Math.min(least, plainGap(metric, before, key));
    }
  }
  return exact(groups, groups.length > 1 ? { value: least, unit } : null);
}

/** The indices of keys in ascending order, those of equal ones too. */
function orderOf(keys: readonly number[]): number[] {
  if (keys.length > INSERTED) {
    return [...keys.keys()].sort((a, b) => keys[a]! - keys[b]! || a - b);
  }
  const order: number[] = [];
  for (let i = 0; i < keys.length; i++) {
    order.push(i);
    let at = i;
    for (; at > 0 && keys[order[at - 1]!]! > keys[i]!; at--) order[at] = order[at - 1]!;
    order[at] = i;
  }
  return order;
}
