import { loadGeodesicModel } from "../../geometry/mod.ts";
import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertRejects,
  assertThrows,
} from "../_assert.ts";
import { conformance } from "../_data.ts";
import fc from "../_fast_check.ts";

const sphere = await loadGeodesicModel("sphere");
const wgs84 = await loadGeodesicModel("wgs84");

const DEGREE = Math.PI / 180;
const lat = fc.double({ min: -90, max: 90, noNaN: true });
const lon = fc.double({ min: -180, max: 180, noNaN: true });

type V = [number, number, number];

function vector(lat: number, lon: number): V {
  const [a, b] = [lat * DEGREE, lon * DEGREE];
  return [Math.cos(a) * Math.cos(b), Math.cos(a) * Math.sin(b), Math.sin(a)];
}

function cross([a, b, c]: V, [d, e, f]: V): V {
  return [b * f - c * e, c * d - a * f, a * e - b * d];
}

function dot(a: V, b: V): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/** The angle between two vectors, well conditioned everywhere. */
function angle(a: V, b: V): number {
  return Math.atan2(Math.hypot(...cross(a, b)), dot(a, b));
}

Deno.test("sphere: agrees with vectors within the stated error", () => {
  fc.assert(
    fc.property(lat, lon, lat, lon, (lat1, lon1, lat2, lon2) => {
      const line = sphere.line(lat1, lon1, lat2, lon2);
      const [a, b] = [vector(lat1, lon1), vector(lat2, lon2)];
      const expected = 6371008.8 * angle(a, b);
      // The vectors themselves err by some 1e-16 of the radius.
      assert(Math.abs(line.distance - expected) <= line.distanceError + 1e-8);
      if (line.azimuth === null || Math.abs(lat1) > 89.9) return;
      const north: V = [-a[2] * Math.cos(lon1 * DEGREE), -a[2] * Math.sin(lon1 * DEGREE), 0];
      north[2] = Math.cos(lat1 * DEGREE);
      const east = cross(north, a);
      const azimuth = Math.atan2(dot(b, east), dot(b, north)) / DEGREE;
      const off = Math.abs(line.azimuth - azimuth + 540) % 360 - 180;
      assert(Math.abs(off) <= line.azimuthError * 4 + 1e-12, `${off} ${line.azimuthError}`);
    }),
    { numRuns: 3000 },
  );
});

Deno.test("sphere: antipodes and neighbours keep to the stated error", () => {
  for (let i = 0; i < 500; i++) {
    const [lat1, lon1] = [i * 0.17 - 42, i * 0.31 - 80];
    const line = sphere.line(lat1, lon1, -lat1, lon1 + 180);
    assertAlmostEquals(line.distance, 6371008.8 * Math.PI, line.distanceError);
    assert(line.distanceError < 1e-7);
    const near = sphere.line(lat1, lon1, lat1 + 1e-9, lon1);
    const apart = lat1 + 1e-9 - lat1;
    assertAlmostEquals(near.distance, 6371008.8 * apart * DEGREE, 2 * near.distanceError);
  }
});

Deno.test("sphere: at antipodes by a hair, where rounding turns plain formulas by a quarter", () => {
  const line = sphere.line(58.017, 98.09, -58.01700000000002, -81.91);
  assertEquals([line.azimuth, line.azimuthError], [180, 180]);
  const half = 6371008.8 * Math.PI;
  assert(Math.abs(line.distance - half) <= line.distanceError + 1e-6);
});

Deno.test("geodesics: longitudes are subtracted exactly", () => {
  const [lat, lon1, lon2] = [-8.005336218667104, 59.59309506108056, -300.4069049389194];
  for (const model of [sphere, wgs84]) {
    assertAlmostEquals(model.line(lat, lon1, lat, lon2).azimuth!, 90, 1e-9);
    assertAlmostEquals(model.line(lat, lon2, lat, lon1).azimuth!, 270, 1e-9);
  }
});

Deno.test("wgs84: from a latitude to its opposite, two ways may be as short", () => {
  const two = wgs84.line(-30, 0, 30, 179.8);
  assertEquals(two.azimuthError, 180);
  assertAlmostEquals(Math.sin(two.azimuth! * DEGREE), Math.sin(157.50333759 * DEGREE), 1e-6);
  assert(wgs84.line(-30, 0, 30, 150).azimuthError < 1e-9);
});

Deno.test("geodesics: same place, poles, and the same way back", () => {
  for (const model of [sphere, wgs84]) {
    assertEquals(model.line(10, 20, 10, -340).azimuth, null);
    assertEquals(model.line(10, 20, 10, 20).distance, 0);
    assertEquals(model.line(90, 20, 90, -50).azimuth, null);
    assertAlmostEquals(model.line(0, 0, 90, 77).azimuth!, 0, 1e-9);
    assertAlmostEquals(model.line(0, 0, -90, 77).azimuth!, 180, 1e-9);
    assertAlmostEquals(model.line(0, 0, 0, -1).azimuth!, 270, 1e-9);
    const [there, back] = [model.line(12, 34, -56, 78), model.line(-56, 78, 12, 34)];
    assertAlmostEquals(there.distance, back.distance, there.distanceError + back.distanceError);
  }
  assertAlmostEquals(wgs84.line(0, 0, 0, 90).distance, 6378137 * Math.PI / 2, 1e-7);
});

Deno.test("geodesics: one clear error for places and models that are none", async () => {
  assertThrows(() => sphere.line(91, 0, 0, 0), RangeError, "lat1: 91, must be -90 to 90");
  assertThrows(() => wgs84.line(0, 0, 0, NaN), RangeError, "lon2: NaN, must be");
  assertThrows(() => wgs84.line(0, Infinity, 0, 0), RangeError, "lon1: Infinity");
  await assertRejects(
    () => loadGeodesicModel("flat" as "sphere"),
    RangeError,
    'Earth model flat, must be "sphere" or "wgs84"',
  );
});

conformance(
  "wgs84: 100 rows of GeodTest to 1e-7 m",
  { path: "geodesic/GeodTest-100.dat", published: "https://doi.org/10.5281/zenodo.32156" },
  (path) => {
    const rows = Deno.readTextFileSync(path).trim().split("\n").map((l) =>
      l.split(" ").map(Number)
    );
    assertEquals(rows.length, 100);
    for (const [lat1, lon1, azi1, lat2, lon2, , s12, , m12] of rows) {
      const line = wgs84.line(lat1!, lon1!, lat2!, lon2!);
      assertAlmostEquals(line.distance, s12!, 1e-7);
      const turn = Math.abs(line.azimuth! - azi1!) * DEGREE;
      assert(turn * m12! <= 1e-7, `azimuth ${line.azimuth} for ${azi1}`);
      // The sphere is off by its flattening.
      assert(Math.abs(sphere.line(lat1!, lon1!, lat2!, lon2!).distance / s12! - 1) < 0.0057);
    }
  },
);
