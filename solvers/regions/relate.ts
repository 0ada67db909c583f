import type { Feature } from "../../geometry/features/feature.ts";
import { arrangementMatrix } from "./_arrangement.ts";
import { dimensionOf } from "./dimension.ts";
import { Relation } from "./_relation.ts";
import { type Box, rimOf } from "./_rim.ts";
import { featureFault } from "./feature_validity.ts";

/**
 * How two features lie: the dimensionally extended nine-intersection model, exactly.
 *
 * The result has nine characters, row by row: what the inside, boundary and outside of `a` share
 * with the inside, boundary and outside of `b`; `0`, `1` or `2` is the greatest dimension of it, `F`
 * that there is nothing. The boundary of lines are the points where an odd number of them ends; a
 * line without length is a point; a collection is the union of its members, areas before lines
 * before points.
 *
 * @param a a feature
 * @param b another
 * @returns the matrix, such as `"212101212"` for two areas that overlap
 * @throws RangeError for a feature that is not valid, naming why
 *
 * Cost: near linear in the corners and the places where edges meet; the third power of the edges
 * for collections in which areas stand beside other members. Validity is looked at once a feature.
 * Source: OGC 06-103r4, section 6.1.15; as JTS relates, with the "mod 2" rule.
 *
 * @example
 * ```ts
 * import { readWkt } from "@alidade/core/geometry";
 * import { relate } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const field = readWkt("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))");
 * assertEquals(relate(field, readWkt("LINESTRING (2 2, 6 2)")), "1020F1102");
 * ```
 */
export function relate(a: Feature, b: Feature): string {
  requireValid(a, "a");
  requireValid(b, "b");
  if (hasMixedAreas(a) || hasMixedAreas(b)) return arrangementMatrix(a, b).toString();
  const scale = Math.max(a.scale, b.scale);
  const [first, second] = [a.rescaled(scale), b.rescaled(scale)];
  const isApart = areApart(rimOf(first).box, rimOf(second).box);
  return isApart ? apart(a, b) : new Relation(first, second).matrix().toString();
}

/** Whether boxes share no point; empty ones share none. */
function areApart(a: Box, b: Box): boolean {
  return !(a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]);
}

/** The matrix of features that share no point. */
function apart(a: Feature, b: Feature): string {
  const own = (feature: Feature): readonly [inside: string, boundary: string] => {
    const dimension = dimensionOf(feature);
    if (dimension === 2) return ["2", "1"];
    if (dimension === 1) return ["1", rimOf(feature).ends.length > 0 ? "0" : "F"];
    return [dimension === 0 ? "0" : "F", "F"];
  };
  const [[inA, onA], [inB, onB]] = [own(a), own(b)];
  return `FF${inA}FF${onA}${inB}${onB}2`;
}

/**
 * Whether a matrix is that of two features, by another way than {@link relate}: the whole
 * arrangement of their edges in rational numbers.
 *
 * @param a a feature
 * @param b another
 * @param matrix the claimed matrix
 * @throws RangeError as {@link relate}
 *
 * Cost: the third power of the number of edges. Collections in which areas stand beside other
 * members are related by the same way, so for these it is no second opinion.
 *
 * @example
 * ```ts
 * import { readWkt } from "@alidade/core/geometry";
 * import { checkRelate } from "@alidade/core/solvers";
 *
 * checkRelate(readWkt("POINT (0 0)"), readWkt("POINT (0 0)"), "0FFFFFFF2"); // true
 * ```
 */
export function checkRelate(a: Feature, b: Feature, matrix: string): boolean {
  requireValid(a, "a");
  requireValid(b, "b");
  return arrangementMatrix(a, b).toString() === matrix;
}

/** Lines without length are taken for points, so that they are no fault here. */
function requireValid(feature: Feature, name: string): void {
  const fault = featureFault(feature);
  if (fault === null || /^line \d+ has only one point/.test(fault.reason)) return;
  throw new RangeError(`Cannot relate ${name}: ${fault.reason}`);
}

/** Whether areas stand beside lines, points or other areas of one collection. */
function hasMixedAreas({ parts, members }: Feature): boolean {
  const filled = members.filter(({ start, end }) => end > start);
  return filled.length > 1 && filled.some(({ start }) => parts[start]!.kind === "ring");
}
