import type { Feature } from "../../geometry/features/feature.ts";
import { dimensionOf } from "./dimension.ts";
import { matchesPattern } from "./predicates.ts";
import { relate } from "./relate.ts";

/** The eight relations of two regions, of which one holds: RCC-8. */
export type Rcc8 = "DC" | "EC" | "PO" | "TPP" | "NTPP" | "TPPI" | "NTPPI" | "EQ";

/**
 * Which relation of RCC-8 holds between two areas: apart, touching, overlapping, a part that
 * touches the rim from inside or does not, the converses, equal.
 *
 * @param a an area: polygons
 * @param b another
 * @returns the relation, read "a relation b"
 * @throws RangeError for a feature that is no area, or as `relate`
 *
 * Cost: as `relate`.
 * Source: D. A. Randell, Z. Cui, A. G. Cohn, A Spatial Logic Based on Regions and Connection
 * (1992); its match with nine intersections: M. J. Egenhofer, R. D. Franzosa (1991).
 *
 * @example
 * ```ts
 * import { readWkt } from "@alidade/core/geometry";
 * import { regionRcc8 } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const field = readWkt("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))");
 * assertEquals(regionRcc8(readWkt("POLYGON ((0 0, 2 1, 1 2, 0 0))"), field), "TPP");
 * ```
 */
export function regionRcc8(a: Feature, b: Feature): Rcc8 {
  requireArea(a, "a");
  requireArea(b, "b");
  const matrix = relate(a, b);
  const is = (pattern: string): boolean => matchesPattern(matrix, pattern);
  if (is("F***F****")) return "DC";
  if (is("F********")) return "EC";
  const [isPart, isWhole] = [is("**F**F***"), is("******FF*")];
  if (isPart && isWhole) return "EQ";
  if (isPart) return is("****F****") ? "NTPP" : "TPP";
  if (isWhole) return is("****F****") ? "NTPPI" : "TPPI";
  return "PO";
}

function requireArea(feature: Feature, name: string): void {
  if (dimensionOf(feature) === 2 && feature.parts.every(({ kind }) => kind === "ring")) return;
  throw new RangeError(`Cannot relate ${name} by RCC-8: it is no area, must be made of polygons`);
}
