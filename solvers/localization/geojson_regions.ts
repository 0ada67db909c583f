import { geojsonAreas, parseGeojson } from "../../geometry/mod.ts";
import type { NamedRegion } from "./region.ts";

/** How features become regions. */
export interface GeojsonRegionOptions {
  /**
   * The name of a feature; unless given its `properties.name`, else its `id`, else
   * `features[i]`.
   */
  readonly name?: (feature: Readonly<Record<string, unknown>>, index: number) => string;
}

/** The regions of a GeoJSON value. */
export interface GeojsonRegions {
  /** One region for each geometry with an area. */
  readonly regions: readonly NamedRegion[];
  /** Where the geometries without one stand: points, lines, empty and null ones. */
  readonly without: readonly string[];
}

/**
 * Reads the areas of GeoJSON as regions, their coordinates exact as written: a `MultiPolygon` is
 * one region, and the polygons of a `GeometryCollection` are one together.
 *
 * @param geojson the text of a file, so that no digit is lost; or a parsed value, whose numbers are
 * taken as they print
 * @param options how regions are named
 * @returns the regions, and what has no area
 * @throws SyntaxError for a text that is no JSON
 * @throws RangeError naming the place, for what is no valid GeoJSON
 *
 * Cost: n log n for n positions.
 * Source: RFC 7946.
 *
 * @example
 * ```ts
 * import { regionsFromGeojson, solveRegion } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const { regions } = regionsFromGeojson(`{"type": "Feature", "properties": {"name": "park"},
 *   "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [4.5, 0], [0, 4.5], [0, 0]]]}}`);
 * const found = solveRegion({ x: 1, y: "3.4999999999999999999", regions, onBoundary: "tie" });
 * assertEquals(found.status === "exact" && found.value, "park");
 * ```
 */
export function regionsFromGeojson(
  geojson: string | object,
  { name = nameOf }: GeojsonRegionOptions = {},
): GeojsonRegions {
  const value = typeof geojson === "string" ? parseGeojson(geojson) : geojson;
  const regions: NamedRegion[] = [];
  const without: string[] = [];
  const areas = geojsonAreas(value);
  const { features = [value] } = value as { features?: readonly unknown[] };
  for (const [i, { where, polygons }] of areas.entries()) {
    if (polygons.length === 0) {
      without.push(where);
      continue;
    }
    regions.push({ name: name(features[i] as Readonly<Record<string, unknown>>, i), polygons });
  }
  return { regions, without };
}

function nameOf(feature: Readonly<Record<string, unknown>>, index: number): string {
  const { name } = (feature.properties ?? {}) as Readonly<Record<string, unknown>>;
  const word = name ?? feature.id;
  return typeof word === "string" || typeof word === "number" ? String(word) : `features[${index}]`;
}
