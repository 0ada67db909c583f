import type { Feature, FeatureType, Member } from "./feature.ts";
import { FeatureBuilder } from "./_feature_builder.ts";

/** Collections in collections deeper than this are refused. */
const DEPTH = 64;

const POSITION = "[x, y] of numbers or decimal strings";

/**
 * Reads a feature from a GeoJSON geometry (RFC 7946, 3.1), or from a GeoJSON feature that has one.
 * A number stands for the shortest decimal that is read as it; a decimal string for itself.
 *
 * @param value the geometry as a plain value; null, as of a feature without one, is empty
 * @returns the feature; a third coordinate is left out
 * @throws TypeError naming the place and what must stand there
 *
 * Cost: linear in the value.
 *
 * @example
 * ```ts
 * import { readGeoJsonGeometry } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const line = readGeoJsonGeometry({ type: "LineString", coordinates: [[0, 0], [1.5, 0]] });
 * assertEquals([...line.x], [0, 15]);
 * ```
 */
export function readGeoJsonGeometry(value: unknown): Feature {
  const builder = new FeatureBuilder();
  const type = value === null ? "GeometryCollection" : readGeometry(value, "", builder, 0);
  return builder.feature(type);
}

function readGeometry(
  value: unknown,
  at: string,
  builder: FeatureBuilder,
  depth: number,
): FeatureType {
  const { type, coordinates, geometry, geometries } = fields(value, at);
  if (depth > DEPTH) fail(at, "nested deeper", `nested at most ${DEPTH} deep`);
  if (type === "Feature") {
    if (geometry === null) return "GeometryCollection";
    return readGeometry(geometry, `${at}.geometry`, builder, depth + 1);
  }
  if (type === "GeometryCollection") {
    const members = list(geometries, `${at}.geometries`);
    members.forEach((g, i) => readGeometry(g, `${at}.geometries[${i}]`, builder, depth + 1));
    return type;
  }
  if (typeof type !== "string" || !Object.hasOwn(READERS, type)) {
    fail(`${at}.type`, type, `one of ${Object.keys(READERS).join(", ")}, GeometryCollection`);
  }
  builder.openMember(type as Member["type"]);
  READERS[type as keyof typeof READERS]!(coordinates, `${at}.coordinates`, builder);
  builder.closeMember();
  return type as FeatureType;
}

type Reader = (value: unknown, at: string, builder: FeatureBuilder) => void;

const point: Reader = (value, at, builder) => {
  if (list(value, at).length > 0) position(value, at, builder);
  builder.close("point");
};

const line: Reader = (value, at, builder) => {
  list(value, at).forEach((p, i) => position(p, `${at}[${i}]`, builder));
  builder.close("line");
};

const polygon: Reader = (value, at, builder) => {
  builder.openPolygon();
  list(value, at).forEach((ring, k) => {
    list(ring, `${at}[${k}]`).forEach((p, i) => position(p, `${at}[${k}][${i}]`, builder));
    builder.close("ring");
  });
};

const many = (one: Reader): Reader => (value, at, builder) =>
  list(value, at).forEach((member, i) => one(member, `${at}[${i}]`, builder));

const READERS = {
  Point: point,
  LineString: line,
  Polygon: polygon,
  MultiPoint: many(point),
  MultiLineString: many(line),
  MultiPolygon: many(polygon),
} as const;

function position(value: unknown, at: string, builder: FeatureBuilder): void {
  const [x, y] = list(value, at);
  for (const coordinate of [x, y]) {
    if (typeof coordinate !== "number" && typeof coordinate !== "string") fail(at, value, POSITION);
  }
  builder.add(String(x), String(y));
}

function list(value: unknown, at: string): readonly unknown[] {
  if (!Array.isArray(value)) fail(at, value, "a list");
  return value as readonly unknown[];
}

function fields(value: unknown, at: string): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  fail(at, value, "a GeoJSON geometry");
}

function fail(at: string, value: unknown, must: string): never {
  const shown = value === undefined ? "not given" : (JSON.stringify(value) ?? String(value));
  const place = at === "" ? "geometry" : at.replace(/^\./, "");
  throw new TypeError(`Cannot read ${place}: ${shown.slice(0, 60)}, must be ${must}`);
}
