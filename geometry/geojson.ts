import { type Exact, parseDecimal } from "./decimal.ts";
import { quoteNumbers, unusedMark } from "./json_numbers.ts";
import { describePolygonFault } from "./polygon_fault.ts";
import { polygonFault } from "./polygon_validity.ts";
import type { LongRing } from "./exact_region.ts";

/** The corners of a ring of a GeoJSON polygon, exact as written, the last one the first again. */
export type GeojsonRing = readonly (readonly [x: Exact, y: Exact])[];

/** Polygons of a GeoJSON geometry and where they stand in it. */
export interface GeojsonArea {
  /** Where, such as `features[2].geometry`; empty for the value itself. */
  readonly where: string;
  /** The polygons: each its outer ring, then its holes. */
  readonly polygons: readonly (readonly GeojsonRing[])[];
}

/** What is wrong in a GeoJSON value. */
export interface GeojsonFault {
  /** Where, such as `features[2].geometry.coordinates[0][5]`. */
  readonly where: string;
  /** What is wrong and what it must be; for polygons with the kind, as `crossing: ...`. */
  readonly message: string;
}

/** Nesting of collections deeper than this is no map. */
const DEEPEST = 100;

/** Longer coordinates than this, as integers at the scale of their geometry, are refused. */
const LONGEST = 1n << 200n;

/**
 * Reads GeoJSON so that no digit is lost: a coordinate whose digits a double does not keep stays a
 * decimal string.
 *
 * @param text the file
 * @returns the value as `JSON.parse` gives it, but for such numbers in arrays
 * @throws SyntaxError for what is no JSON
 *
 * @example
 * ```ts
 * import { parseGeojson } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(parseGeojson('{"type": "Point", "coordinates": [7.1, 50.12345678901234567]}'), {
 *   type: "Point",
 *   coordinates: [7.1, "50.12345678901234567"],
 * });
 * ```
 */
export function parseGeojson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    const mark = unusedMark(text);
    const quoted = quoteNumbers(text, mark, LONG);
    if (quoted.length === text.length) return value;
    return JSON.parse(quoted, function (this: unknown, _, value: unknown) {
      if (typeof value !== "string" || !value.startsWith(mark)) return value;
      const written = value.slice(mark.length);
      return Array.isArray(this) && !isAsWritten(written) ? written : Number(written);
    });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new SyntaxError("Cannot read GeoJSON: it is no JSON, must be one JSON value");
  }
}

/** From so many characters on a number may have more digits than a double keeps. */
const LONG = 16;

/** Whether a double prints as the number that was written. */
function isAsWritten(source: string): boolean {
  try {
    const [written, kept] = [parseDecimal(source), parseDecimal(String(Number(source)))];
    return written.digits === kept.digits && written.scale === kept.scale;
  } catch {
    return true;
  }
}

/**
 * The first fault of a GeoJSON value: its form by RFC 7946, and its polygons by the OGC's rules,
 * on coordinates as they are written.
 *
 * Null geometries and empty `coordinates` are valid; rings may run either way, for the RFC asks
 * readers not to reject those that do not follow its right-hand rule.
 *
 * @param value a parsed value: by {@link parseGeojson}, or by `JSON.parse`
 * @returns null where it is valid, else what is wrong and where
 *
 * Cost: n log n for n positions of common shapes.
 * Source: RFC 7946, sections 2 and 3; OGC 06-103r4, section 6.1.11.
 *
 * @example
 * ```ts
 * import { geojsonFault } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const bow = [[[0, 0], [4, 4], [4, 0], [0, 4], [0, 0]]];
 * assertEquals(geojsonFault({ type: "Polygon", coordinates: bow }), {
 *   where: "coordinates[0][2]",
 *   message: "crossing: edge 2 of ring 0 crosses edge 0 of ring 0, must not",
 * });
 * ```
 */
export function geojsonFault(value: unknown): GeojsonFault | null {
  return geojsonFaults(value)[0] ?? null;
}

/**
 * The faults of a GeoJSON value, the first one of each feature: as {@link geojsonFault}.
 *
 * @param value a parsed value: by {@link parseGeojson}, or by `JSON.parse`
 * @returns what is wrong and where; empty where all is valid
 *
 * Cost: n log n for n positions of common shapes.
 *
 * @example
 * ```ts
 * import { geojsonFaults } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const point = { type: "Feature", properties: null, geometry: { type: "Point", coordinates: [1] } };
 * const faults = geojsonFaults({ type: "FeatureCollection", features: [point, point] });
 * assertEquals(faults.map((fault) => fault.where), [
 *   "features[0].geometry.coordinates",
 *   "features[1].geometry.coordinates",
 * ]);
 * ```
 */
export function geojsonFaults(value: unknown): readonly GeojsonFault[] {
  const faults: GeojsonFault[] = [];
  const look = (act: () => void) => {
    try {
      act();
    } catch (error) {
      if (!(error instanceof Wrong)) throw error;
      faults.push({ where: error.where, message: error.what });
    }
  };
  look(() => {
    for (const area of areasOf(value, true)) look(() => requireEachValid(area()));
  });
  return faults;
}

/** Demands that the polygons of each geometry are valid: members of a collection may overlap. */
function requireEachValid({ polygons }: Area): void {
  const groups = Map.groupBy(polygons, (polygon) => polygon.geometry);
  for (const [where, group] of groups) requireValid(where, group);
}

/**
 * The areas of a GeoJSON value: its polygons, one region for each geometry; those of a
 * `GeometryCollection` are one region together.
 *
 * @param value a parsed value: by {@link parseGeojson}, or by `JSON.parse`
 * @returns for each feature (or the geometry itself) its valid polygons; none for points, lines,
 * empty and null geometries
 * @throws RangeError naming the place, for what is no valid GeoJSON: as {@link geojsonFault}, but
 * features may lack `properties`
 *
 * @example
 * ```ts
 * import { geojsonAreas } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const square = [[[0, 0], [1, 0], [1, "1.5"], [0, 0]]];
 * const [area] = geojsonAreas({ type: "Polygon", coordinates: square });
 * assertEquals(area, {
 *   where: "",
 *   polygons: [[[["0", "0"], ["1", "0"], ["1", "1.5"], ["0", "0"]]]],
 * });
 * ```
 */
export function geojsonAreas(value: unknown): readonly GeojsonArea[] {
  try {
    const areas = areasOf(value, false).map((area) => area());
    for (const { where, polygons } of areas) requireValid(where, polygons);
    return areas.map(({ where, polygons }) => ({ where, polygons: polygons.map((p) => p.rings) }));
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    const place = error.where === "" ? "the GeoJSON value" : error.where;
    throw new RangeError(`Cannot use ${place}: ${error.what}`);
  }
}

class Wrong extends Error {
  constructor(readonly where: string, readonly what: string) {
    super(what);
  }
}

/** A polygon and where its rings stand. */
interface Placed {
  readonly where: string;
  /** Where its geometry stands. */
  readonly geometry: string;
  readonly rings: readonly GeojsonRing[];
}

interface Area {
  readonly where: string;
  readonly polygons: readonly Placed[];
}

type Members = Readonly<Record<string, unknown>>;

/** How the area of each feature is read. */
function areasOf(value: unknown, strict: boolean): (() => Area)[] {
  const object = members(value, "");
  if (object.type === "FeatureCollection") {
    return list(object.features, "features").map((feature, i) => () =>
      featureArea(feature, `features[${i}]`, strict)
    );
  }
  if (object.type === "Feature") return [() => featureArea(object, "", strict)];
  return [() => ({ where: "", polygons: polygonsIn(object, "", 0) })];
}

function featureArea(value: unknown, where: string, strict: boolean): Area {
  const feature = members(value, where);
  if (feature.type !== "Feature") {
    throw new Wrong(join(where, "type"), `${show(feature.type)}, must be "Feature"`);
  }
  const { properties, geometry } = feature;
  const missing = properties === undefined && !strict;
  if (!missing && properties !== null) members(properties, join(where, "properties"));
  const place = join(where, "geometry");
  if (geometry === null) return { where: place, polygons: [] };
  return { where: place, polygons: polygonsIn(members(geometry, place), place, 0) };
}

/** Checks the form of a geometry, and gathers its polygons. */
function polygonsIn(geometry: Members, where: string, depth: number): Placed[] {
  if (depth > DEEPEST) throw new Wrong(where, `nests deeper than ${DEEPEST}, must not`);
  const { type } = geometry;
  if (type === "GeometryCollection") {
    const place = join(where, "geometries");
    return list(geometry.geometries, place).flatMap((part, i) => {
      const at = `${place}[${i}]`;
      return polygonsIn(members(part, at), at, depth + 1);
    });
  }
  const read = typeof type === "string" && Object.hasOwn(READERS, type) ? READERS[type] : undefined;
  if (read === undefined) {
    throw new Wrong(join(where, "type"), `${show(type)}, must be a geometry type of RFC 7946`);
  }
  const place = join(where, "coordinates");
  const coordinates = list(geometry.coordinates, place);
  const polygons = coordinates.length === 0 ? [] : read(coordinates, place);
  return polygons.map((polygon) => ({ ...polygon, geometry: where }));
}

type Reader = (coordinates: readonly unknown[], where: string) => Omit<Placed, "geometry">[];

const READERS: Readonly<Record<string, Reader>> = {
  Point: (point, where) => none(position(point, where)),
  MultiPoint: (points, where) => none(points.map((p, i) => position(p, `${where}[${i}]`))),
  LineString: (line, where) => none(positions(line, where, 2)),
  MultiLineString: (lines, where) =>
    none(lines.map((line, i) => positions(line, `${where}[${i}]`, 2))),
  Polygon: (rings, where) => [polygon(rings, where)],
  MultiPolygon: (polygons, where) =>
    polygons.flatMap((rings, i) => {
      const place = `${where}[${i}]`;
      return list(rings, place).length === 0 ? [] : [polygon(rings, place)];
    }),
};

function none(_checked: unknown): [] {
  return [];
}

function polygon(value: unknown, where: string): Omit<Placed, "geometry"> {
  const rings = list(value, where).map((ring, i) => {
    const place = `${where}[${i}]`;
    const corners = positions(ring, place, 4);
    const [first, last] = [corners[0]!, corners.at(-1)!];
    if (sameNumber(first[0], last[0]) && sameNumber(first[1], last[1])) return corners;
    throw new Wrong(place, "is not closed, must end with its first position");
  });
  return { where, rings };
}

function sameNumber(a: Exact, b: Exact): boolean {
  if (a === b) return true;
  const [x, y] = [parseDecimal(a), parseDecimal(b)];
  return x.digits === y.digits && x.scale === y.scale;
}

function positions(value: unknown, where: string, least: number): GeojsonRing {
  const all = list(value, where);
  if (all.length >= least) return all.map((each, i) => position(each, `${where}[${i}]`));
  throw new Wrong(where, `has ${all.length} positions, must have at least ${least}`);
}

function position(value: unknown, where: string): readonly [Exact, Exact] {
  const numbers = list(value, where);
  if (numbers.length < 2) {
    throw new Wrong(where, `has ${numbers.length} numbers, must have at least 2`);
  }
  const [x, y] = numbers.map((number, i) => exact(number, `${where}[${i}]`));
  return [x!, y!];
}

function exact(value: unknown, where: string): string {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (typeof value === "string") {
    try {
      parseDecimal(value);
      return value;
    } catch {
      // Told below.
    }
  }
  throw new Wrong(where, `${show(value)}, must be a finite number`);
}

/** Demands that the polygons of one geometry are valid together. */
function requireValid(where: string, polygons: readonly Omit<Placed, "geometry">[]): void {
  if (polygons.length === 0) return;
  const rings = toLong(polygons.map((polygon) => polygon.rings), where);
  const fault = polygonFault(rings);
  if (fault === null) return;
  const { polygon, ring, corner } = fault.at;
  const words = describePolygonFault(fault, polygons.length > 1);
  throw new Wrong(`${polygons[polygon]!.where}[${ring}][${corner}]`, `${fault.kind}: ${words}`);
}

/** Polygons as integers at one scale. */
function toLong(
  polygons: readonly (readonly GeojsonRing[])[],
  where: string,
): readonly (readonly LongRing[])[] {
  const read = polygons.map((rings) =>
    rings.map((ring) => ring.map(([x, y]) => [parseDecimal(x), parseDecimal(y)] as const))
  );
  let scale = 0;
  for (const [x, y] of read.flat(2)) scale = Math.max(scale, x.scale, y.scale);
  const powers = Array.from({ length: scale + 1 }, (_, i) => 10n ** BigInt(i));
  const integer = ({ digits, scale: own }: { digits: bigint; scale: number }): bigint => {
    const value = digits * powers[scale - own]!;
    if (value <= LONGEST && value >= -LONGEST) return value;
    throw new Wrong(where, `with ${scale} decimals, coordinates must be at most 2^200 as integers`);
  };
  return read.map((rings) => rings.map((ring) => ring.map(([x, y]) => [integer(x), integer(y)])));
}

function members(value: unknown, where: string): Members {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return value as Members;
  }
  throw new Wrong(where, `${show(value)}, must be an object`);
}

function list(value: unknown, where: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new Wrong(where, `${show(value)}, must be a list`);
}

function join(where: string, member: string): string {
  return where === "" ? member : `${where}.${member}`;
}

function show(value: unknown): string {
  if (value === undefined) return "not given";
  const text = JSON.stringify(value) ?? String(value);
  return text.length <= 40 ? text : `${text.slice(0, 40)}...`;
}
