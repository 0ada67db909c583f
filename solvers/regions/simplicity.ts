import { Feature, type Part } from "../../geometry/features/feature.ts";
import { visitPairs } from "./_pairs.ts";
import { Plane } from "./_plane.ts";
import { type Rim, rimOf } from "./_rim.ts";
import { featureFault } from "./feature_validity.ts";

/**
 * Whether a feature is simple, as the OGC's Simple Features and JTS define it, exactly: no point
 * twice; no line, and no ring, that meets itself but to close; lines of one member meet only where
 * both of them end.
 *
 * @param feature the feature
 * @returns whether each of its members is simple; empty ones are
 * @throws RangeError for coordinates that are no finite numbers
 *
 * Cost: n log n for n corners of common shapes.
 * Source: OGC 06-103r4, section 6.1.3; JTS `IsSimpleOp` with the "mod 2" rule.
 *
 * @example
 * ```ts
 * import { readWkt } from "@alidade/core/geometry";
 * import { isSimple } from "@alidade/core/solvers";
 *
 * isSimple(readWkt("LINESTRING (0 0, 2 2, 2 0, 0 2)")); // false
 * ```
 */
export function isSimple(feature: Feature): boolean {
  if (feature.unusable !== null) {
    throw new RangeError(`Cannot say whether it is simple: ${featureFault(feature)!.reason}`);
  }
  return feature.members.every(({ start, end }) => {
    const parts = feature.parts.slice(start, end);
    const rings = parts.filter(({ kind }) => kind === "ring");
    if (rings.length > 0) return rings.every((ring) => isSimpleMember(feature, [ring]));
    return isSimpleMember(feature, parts);
  });
}

function isSimpleMember(feature: Feature, parts: readonly Part[]): boolean {
  const plane = Plane.of([feature]);
  const rim = rimOf(new Feature({ ...feature, parts }));
  return hasNoneTwice(plane, rim.points) && meetsOnlyAtEnds(plane, rim);
}

function hasNoneTwice(plane: Plane, points: readonly number[]): boolean {
  const sorted = points.toSorted((i, j) => plane.compareX(i, j) || plane.compareY(i, j));
  return sorted.every((point, i) => i === 0 || !plane.same(point, sorted[i - 1]!));
}

function meetsOnlyAtEnds(plane: Plane, rim: Rim): boolean {
  let isFine = true;
  visitPairs(plane, rim, rim, (e, f) => {
    if (e < f && isFine) isFine = mayMeet(plane, rim, e, f);
  });
  return isFine;
}

/** Whether two edges are apart, follow each other, or end both in the only point they share. */
function mayMeet(plane: Plane, rim: Rim, e: number, f: number): boolean {
  const { from, to, chain, chainEdge } = rim;
  const [a, b, c, d] = [from[e]!, to[e]!, from[f]!, to[f]!];
  const shared = sharedCorners(plane, a, b, c, d);
  if (shared === null) return false;
  if (shared.length === 0) return true;
  if (shared.length > 1) return false;
  const lastOf = (edge: number): number => (chainEdge[chain[edge]! + 1] ?? from.length) - 1;
  const [first, last] = [chainEdge[chain[e]!]!, lastOf(e)];
  const isClosed = (edge: number): boolean =>
    plane.same(from[chainEdge[chain[edge]!]!]!, to[lastOf(edge)]!);
  if (chain[e] === chain[f]) return f === e + 1 || (e === first && f === last && isClosed(e));
  const endsAt = (edge: number, p: number): boolean =>
    !isClosed(edge) &&
    (plane.same(p, from[chainEdge[chain[edge]!]!]!) || plane.same(p, to[lastOf(edge)]!));
  return endsAt(e, shared[0]!) && endsAt(f, shared[0]!);
}

/** The corners that two edges share, each place once; null where they cross between corners. */
function sharedCorners(
  plane: Plane,
  a: number,
  b: number,
  c: number,
  d: number,
): number[] | null {
  const [sideC, sideD] = [plane.turn(a, b, c), plane.turn(a, b, d)];
  const [sideA, sideB] = [plane.turn(c, d, a), plane.turn(c, d, b)];
  if (sideA * sideB < 0 && sideC * sideD < 0) return null;
  const found: number[] = [];
  const take = (side: number, p: number, i: number, j: number): void => {
    if (side === 0 && plane.isBetween(p, i, j) && !found.some((q) => plane.same(p, q))) {
      found.push(p);
    }
  };
  take(sideC, c, a, b);
  take(sideD, d, a, b);
  take(sideA, a, c, d);
  take(sideB, b, c, d);
  return found;
}
