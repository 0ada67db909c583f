import type { Feature } from "./feature.ts";
import { readGeoJsonGeometry } from "./read_geojson_geometry.ts";
import { readWkb } from "./read_wkb.ts";
import { readWkt } from "./read_wkt.ts";

/**
 * Reads a feature from well-known text, well-known binary as hexadecimal text, or GeoJSON.
 *
 * @param value the text, or a GeoJSON geometry or feature as a plain value
 * @returns the feature
 * @throws SyntaxError, TypeError as {@link readWkt}, {@link readWkb}, {@link readGeoJsonGeometry}
 *
 * Cost: linear in the value.
 *
 * @example
 * ```ts
 * import { readFeature } from "@alidade/core/geometry";
 *
 * readFeature("POINT (1 2)");
 * readFeature({ type: "Point", coordinates: [1, 2] });
 * ```
 */
export function readFeature(value: unknown): Feature {
  if (typeof value !== "string") return readGeoJsonGeometry(value);
  return /^\s*0[01][0-9a-fA-F]{8}/.test(value) ? readWkb(value) : readWkt(value);
}
