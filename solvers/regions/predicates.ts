import type { Feature } from "../../geometry/features/feature.ts";
import { dimensionOf } from "./dimension.ts";
import { relate } from "./relate.ts";

/** The named relations between two features. */
export type RegionPredicate =
  | "equals"
  | "disjoint"
  | "intersects"
  | "touches"
  | "crosses"
  | "within"
  | "contains"
  | "overlaps"
  | "covers"
  | "coveredBy";

/** All of them. */
export const REGION_PREDICATES: readonly RegionPredicate[] = [
  "equals",
  "disjoint",
  "intersects",
  "touches",
  "crosses",
  "within",
  "contains",
  "overlaps",
  "covers",
  "coveredBy",
];

/**
 * Whether a named relation holds between two features, as the OGC and JTS define it.
 *
 * @param name the relation, read "a name b"
 * @param a a feature
 * @param b another
 * @returns whether it holds; two empty features are equal, and nothing else holds of an empty one
 *   but `disjoint`
 * @throws RangeError as {@link relate}, or for an unknown name
 *
 * Cost: as {@link relate}.
 *
 * @example
 * ```ts
 * import { readWkt } from "@alidade/core/geometry";
 * import { holdsBetween } from "@alidade/core/solvers";
 * import { assert } from "@std/assert";
 *
 * const field = readWkt("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))");
 * assert(holdsBetween("covers", field, readWkt("LINESTRING (0 0, 4 0)")));
 * assert(!holdsBetween("contains", field, readWkt("LINESTRING (0 0, 4 0)")));
 * ```
 */
export function holdsBetween(name: RegionPredicate, a: Feature, b: Feature): boolean {
  const matrix = relate(a, b);
  const [first, second] = [dimensionOf(a), dimensionOf(b)];
  switch (name) {
    case "equals":
      return first === second && matches(matrix, "T*F**FFF*", first < 0);
    case "disjoint":
      return matches(matrix, "FF*FF****");
    case "intersects":
      return !matches(matrix, "FF*FF****");
    case "touches":
      return (first > 0 || second > 0) &&
        ["FT*******", "F**T*****", "F***T****"].some((p) => matches(matrix, p));
    case "crosses":
      if (first === 1 && second === 1) return matches(matrix, "0********");
      return first < second
        ? matches(matrix, "T*T******")
        : first > second && matches(matrix, "T*****T**");
    case "within":
      return matches(matrix, "T*F**F***");
    case "contains":
      return matches(matrix, "T*****FF*");
    case "overlaps":
      return first === second && matches(matrix, first === 1 ? "1*T***T**" : "T*T***T**");
    case "covers":
      return matches(matrix, "******FF*") && !matches(matrix, "FF*FF****");
    case "coveredBy":
      return matches(matrix, "**F**F***") && !matches(matrix, "FF*FF****");
    default:
      throw new RangeError(
        `Cannot use the relation ${JSON.stringify(name)}, must be one of ` +
          REGION_PREDICATES.join(", "),
      );
  }
}

/**
 * Whether a matrix of {@link relate} has a pattern.
 *
 * @param matrix the nine characters
 * @param pattern nine characters: `0`, `1`, `2`, `F`, `T` for any dimension, `*` for anything
 * @returns whether each of the nine fits
 * @throws RangeError for a pattern of another form
 *
 * @example
 * ```ts
 * import { matchesPattern } from "@alidade/core/solvers";
 *
 * matchesPattern("212101212", "T*T***T**"); // true: two areas overlap
 * ```
 */
export function matchesPattern(matrix: string, pattern: string): boolean {
  if (!/^[012FT*]{9}$/i.test(pattern)) {
    throw new RangeError(
      `Cannot match ${JSON.stringify(pattern)}, must be nine of 0, 1, 2, F, T and *`,
    );
  }
  return matches(matrix, pattern.toUpperCase());
}

function matches(matrix: string, pattern: string, ofEmpty = false): boolean {
  if (ofEmpty) return true;
  for (let i = 0; i < 9; i++) {
    const [is, must] = [matrix[i]!, pattern[i]!];
    if (must !== "*" && must !== is && !(must === "T" && is !== "F")) return false;
  }
  return true;
}
