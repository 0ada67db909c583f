import { requireForm } from "../../geometry/form.ts";
import { quotientDown } from "../../geometry/round_down.ts";
import {
  compareFractions,
  type Exact,
  type Fraction,
  integerSqrt,
  type Location,
  Polygon,
  rimDistance,
  toScaled,
} from "../../geometry/mod.ts";
import { requireDistinct, toSafe } from "../_plane_points.ts";
import { exact, type Outcome, tie } from "../outcome.ts";
import { REGION_FORM } from "./_forms.ts";

/** A named polygon with holes, exact as written. */
export interface NamedRegion {
  /** What answers call it; no two regions of an instance share a name. */
  readonly name: string;
  /** The outer ring, then any holes; each at least three corners in order, either way round. */
  readonly rings: readonly (readonly (readonly [x: Exact, y: Exact])[])[];
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
 * decimals, coordinates must be integers of at most 2^53 - 1
 * @returns `exact` with the name, or null for none, and a lower bound of the distance to the
 * nearest boundary as margin; `tie` with all names that are right, null for "none" among them,
 * where regions overlap or a boundary may be said to be either
 * @throws RangeError, SyntaxError for numbers that are not exact or have too many digits;
 * RangeError for a name used twice or what is no polygon, naming region, ring and corner or edges
 *
 * Cost: some microseconds an edge. Many points: {@link regionsOf}.
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
  const { x, y, polygons, scale } = read(instance);
  const places = polygons.map((polygon) => polygon.locate(x, y));
  const inside = (place: Location) =>
    place === "inside" || (place === "boundary" && onBoundary === "inside");
  const names: (string | null)[] = [];
  const either: string[] = [];
  for (const [i, place] of places.entries()) {
    if (inside(place)) names.push(regions[i]!.name);
    else if (place === "boundary" && onBoundary === "tie") either.push(regions[i]!.name);
  }
  // On boundaries alone, "none" is as right as any of the regions.
  if (names.length === 0) names.push(...either, null);
  else names.push(...either);
  if (names.length > 1) return tie(names);
  return exact(names[0]!, { value: clearance(polygons, x, y, scale), unit });
}

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly polygons: readonly Polygon[];
  readonly scale: number;
}

/** Brings the point and all corners to integers of one scale. */
function read({ x, y, regions }: RegionInstance): Placed {
  const corners = regions.flatMap((region) => region.rings.flat());
  const { values, scale } = toScaled([x, y, ...corners.flat()], "coordinates");
  const next = values.map((value) => toSafe(value, scale)).values();
  const pair = (): [number, number] => [next.next().value!, next.next().value!];
  const [px, py] = pair();
  const polygons = regions.map((region) => {
    const rings = region.rings.map((ring) => ring.map(pair));
    try {
      return Polygon.from(rings);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new RangeError(`Cannot use region ${JSON.stringify(region.name)}: ${error.message}`);
    }
  });
  return { x: px, y: py, polygons, scale };
}

/** A lower bound of the distance to the nearest boundary. */
function clearance(polygons: readonly Polygon[], x: number, y: number, scale: number): number {
  const { num, den } = polygons.map((polygon): Fraction => rimDistance(polygon, x, y))
    .reduce((least, next) => compareFractions(next, least) < 0 ? next : least);
  return quotientDown(integerSqrt((num << 128n) / den), 10n ** BigInt(scale) << 64n);
}
