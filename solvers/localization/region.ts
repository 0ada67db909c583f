import { requireForm } from "../../geometry/form.ts";
import { quotientDown } from "../../geometry/round_down.ts";
import {
  compareFractions,
  type Exact,
  ExactRegion,
  type Fraction,
  integerSqrt,
  type Location,
  rimDistance,
  toScaled,
} from "../../geometry/mod.ts";
import { buildPolygon, isSafe, requireShort } from "../_polygon_parts.ts";
import { requireDistinct } from "../_plane_points.ts";
import { exact, type Outcome, tie } from "../outcome.ts";
import { REGION_FORM } from "./_forms.ts";

/**
 * The outer ring of a polygon, then any holes: at least three corners each in order, either way
 * round, closed or not, exact as written.
 */
export type RegionRings = readonly (readonly (readonly [x: Exact, y: Exact])[])[];

/**
 * A named region: one polygon with holes, or several that touch in points at most. Its name is what
 * answers call it; no two regions of an instance share one.
 */
export type NamedRegion =
  | { readonly name: string; readonly rings: RegionRings }
  | { readonly name: string; readonly polygons: readonly RegionRings[] };

/** The polygons of a region. */
function polygonsOf(region: NamedRegion): readonly RegionRings[] {
  return "polygons" in region ? region.polygons : [region.rings];
}

/** A point, and regions among which its own is asked. */
export interface RegionInstance {
  /** x of the point. */
  readonly x: Exact;
  /** y of the point. */
  readonly y: Exact;
  /** The regions, at least one; they may touch or overlap. */
  readonly regions: readonly NamedRegion[];
  /** Whether boundaries belong to their regions, or `"tie"` where either may be said. */
  readonly onBoundary: "inside" | "outside" | "tie";
  /** What coordinates are measured in; `"unit"` when left out. */
  readonly unit?: string;
}

/**
 * In which of several regions a point lies.
 *
 * @param instance the point, the regions and the rule on boundaries; brought to a common number of
 * decimals, coordinates must be integers of at most 2^200
 * @returns `exact` with the name, or null for none, and a lower bound of the distance to the
 * nearest boundary as margin; `tie` with all names that are right, null for "none" among them,
 * where regions overlap or a boundary may be said to be either
 * @throws RangeError, SyntaxError for numbers that are not exact or have too many digits;
 * RangeError for a name used twice or what is no polygon, naming region, ring and corner or edges
 *
 * Cost: some microseconds an edge; a few times that where integers exceed 2^53. Many points: {@link regionsOf}.
 *
 * @example
 * ```ts
 * import { solveRegion } from "@alidade/core";
 * import { assertEquals } from "@std/assert";
 *
 * const regions = [{ name: "park", rings: [[[0, 0], [4, 0], [4, 4], [0, 4]]] }] as const;
 * assertEquals(solveRegion({ x: 1, y: 2, regions, onBoundary: "tie" }), {
 *   status: "exact",
 *   value: "park",
 *   margin: { value: 1, unit: "unit" },
 * });
 * ```
 */
export function solveRegion(instance: RegionInstance): Outcome<string | null> {
  requireForm(instance, REGION_FORM);
  const { regions, onBoundary, unit = "unit" } = instance;
  if (regions.length === 0) throw new RangeError("Cannot use regions: 0 given, must be at least 1");
  requireDistinct(regions.map((region) => region.name), (i) => `regions[${i}]`);
  const { places, scale } = locateAll(instance);
  const inside = (place: Location) =>
    place === "inside" || (place === "boundary" && onBoundary === "inside");
  const names: (string | null)[] = [];
  const either: string[] = [];
  for (const [i, { location }] of places.entries()) {
    if (inside(location)) names.push(regions[i]!.name);
    else if (location === "boundary" && onBoundary === "tie") either.push(regions[i]!.name);
  }
  // On boundaries alone, "none" is as right as any of the regions.
  if (names.length === 0) names.push(...either, null);
  else names.push(...either);
  if (names.length > 1) return tie(names);
  return exact(names[0]!, {
    value: clearance(places.map((place) => place.rimDistance), scale),
    unit,
  });
}

/** A region among others at one scale: doubles where they are exact, else integers of any length. */
interface Located {
  readonly location: Location;
  readonly rimDistance: Fraction;
}

/** Brings the point and all corners to integers of one scale, and locates it. */
function locateAll({ x, y, regions }: RegionInstance): { places: Located[]; scale: number } {
  const corners = regions.flatMap((region) => polygonsOf(region).flat(2));
  const { values, scale } = toScaled([x, y, ...corners.flat()], "coordinates");
  const long = !values.every(isSafe);
  if (long) requireShort(values, scale);
  const next = values.values();
  const pair = (): [bigint, bigint] => [next.next().value!, next.next().value!];
  const [px, py] = pair();
  const places = regions.map((region): Located => {
    const parts = polygonsOf(region).map((rings) => rings.map((ring) => ring.map(pair)));
    try {
      if (long) {
        const exact = ExactRegion.from(parts);
        return { location: exact.locate(px, py), rimDistance: exact.rimDistance(px, py) };
      }
      const polygon = buildPolygon(parts);
      const [x, y] = [Number(px), Number(py)];
      return { location: polygon.locate(x, y), rimDistance: rimDistance(polygon, x, y) };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new RangeError(`Cannot use region ${JSON.stringify(region.name)}: ${error.message}`);
    }
  });
  return { places, scale };
}

/** A lower bound of the distance to the nearest boundary. */
function clearance(distances: readonly Fraction[], scale: number): number {
  const { num, den } = distances
    .reduce((least, next) => compareFractions(next, least) < 0 ? next : least);
  return quotientDown(integerSqrt((num << 128n) / den), 10n ** BigInt(scale) << 64n);
}
