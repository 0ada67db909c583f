import { assertEquals, assertThrows } from "../../_assert.ts";
import { readFeature, readGeoJsonGeometry, readWkb, readWkt } from "../../../geometry/mod.ts";

/** Parts as kinds with their corners, unscaled. */
function shown(feature: ReturnType<typeof readWkt>): string[] {
  const { parts, scale } = feature;
  const integers = feature.integers();
  return parts.map(({ kind, start, end, ring }) => {
    const corners = Array.from(
      { length: end - start },
      (_, i) => `${integers[2 * (start + i)]} ${integers[2 * (start + i) + 1]}`,
    );
    return `${kind} ${ring} /10^${scale}: ${corners.join(", ")}`;
  });
}

Deno.test("well-known text: coordinates stay what is written, however long", () => {
  assertEquals(shown(readWkt("POINT (0.1 -20)")), ["point 0 /10^1: 1 -200"]);
  assertEquals(shown(readWkt("LINESTRING(1e2 0, 1E-1 +3)")), ["line 0 /10^1: 1000 0, 1 30"]);
  const long = "123456789.123456789123456789";
  assertEquals(shown(readWkt(`POINT (${long} 1)`)), [
    `point 0 /10^18: ${long.replace(".", "")} ${10n ** 18n}`,
  ]);
  assertEquals(shown(readWkt("POINT (100 -0.0)")), ["point 0 /10^0: 100 0"]);
});

Deno.test("well-known text: every kind, empty ones, Z and M, repeated corners", () => {
  const text = "GEOMETRYCOLLECTION (POINT EMPTY, POLYGON ((0 0, 4 0, 4 0, 4 4, 0 0), EMPTY, " +
    "(1 1, 2 1, 2 2, 1 1)), MULTIPOINT (1 1, (2 2), EMPTY), LINESTRING Z (0 0 7, 1 1 8))";
  const feature = readWkt(text);
  assertEquals(feature.members.map(({ type }) => type), [
    "Point",
    "Polygon",
    "MultiPoint",
    "LineString",
  ]);
  assertEquals(shown(feature), [
    "ring 0 /10^0: 0 0, 4 0, 4 4",
    "ring 2 /10^0: 1 1, 2 1, 2 2",
    "point 0 /10^0: 1 1",
    "point 0 /10^0: 2 2",
    "line 0 /10^0: 0 0, 1 1",
  ]);
  assertEquals(readWkt("multipolygonzm empty").isEmpty, true);
});

Deno.test("well-known text: what it is not is named with its place", () => {
  const wrong = (text: string, message: string) =>
    assertThrows(() => readWkt(text), SyntaxError, `Cannot read well-known text: ${message}`);
  wrong("CIRCLE (0 0)", '"CIRCLE" at character 1, must be a kind of geometry');
  wrong("POINT (0)", '")" at character 9, must be two coordinates or more');
  wrong("POINT (0 0", 'the text ends at character 11, must be ")"');
  wrong("POINT (0 0) x", '"x" at character 12, must be the end');
  wrong("POINT (0 0, 1 1)", '"1" at character 12, must be one position only');
  assertThrows(() => readWkt("POINT (1..2 0)"), SyntaxError, "Cannot read coordinate");
  assertThrows(() => readWkt("GEOMETRYCOLLECTION(".repeat(1e5)), SyntaxError, "at most 64 deep");
});

Deno.test("well-known binary: both byte orders and PostGIS' flags, held against text", () => {
  const point = "0101000000000000000000f03f0000000000000040";
  assertEquals(shown(readWkb(point)), shown(readWkt("POINT (1 2)")));
  assertEquals(shown(readWkb("00000000013ff00000000000004000000000000000")), [
    "point 0 /10^0: 1 2",
  ]);
  // SRID 4326 and a third coordinate.
  const extended = "01010000a0e6100000000000000000f03f00000000000000400000000000000840";
  assertEquals(shown(readFeature(extended)), ["point 0 /10^0: 1 2"]);
  assertEquals(readWkb("0101000000000000000000f87f000000000000f87f").isEmpty, true);
  assertThrows(
    () => readWkb(point.slice(0, 20)),
    SyntaxError,
    "byte 5, must be followed by 16 bytes",
  );
  assertThrows(
    () => readWkb("0102000000ffffffff"),
    SyntaxError,
    "must be a count whose 4294967295",
  );
  assertThrows(() => readWkb("01zz"), SyntaxError, "must be pairs of hexadecimal digits");
});

Deno.test("GeoJSON: a number is the decimal that is read as it", () => {
  const line = { type: "LineString", coordinates: [[0.1, 0], ["0.25", 1e21]] };
  assertEquals(shown(readGeoJsonGeometry(line)), [`line 0 /10^2: 10 0, 25 ${10n ** 23n}`]);
  assertEquals(readGeoJsonGeometry(null).isEmpty, true);
  assertEquals(readGeoJsonGeometry({ type: "Feature", geometry: null }).isEmpty, true);
  assertThrows(
    () => readGeoJsonGeometry({ type: "Polygon", coordinates: [[[0, 0], [1]]] }),
    TypeError,
    "Cannot read coordinates[0][1]: [1], must be [x, y] of numbers or decimal strings",
  );
});
