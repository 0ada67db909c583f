import {
  checkGeodesic,
  checkGeodesicNearest,
  exact,
  type GeoPoint,
  solveGeodesic,
  solveGeodesicNearest,
} from "../../../solvers/mod.ts";
import { assert, assertEquals, assertRejects } from "../../_assert.ts";
import fc from "../../_fast_check.ts";

const place = fc.tuple(
  fc.double({ min: -90, max: 90, noNaN: true }),
  fc.double({ min: -180, max: 180, noNaN: true }),
);
const places = fc.array(place, { minLength: 3, maxLength: 6 })
  .map((list) =>
    list.map(([latitude, longitude], i): GeoPoint => ({ name: `${i}`, latitude, longitude }))
  );
const model = fc.constantFrom("sphere", "wgs84" as const);

Deno.test("solveGeodesic, solveGeodesicNearest: the checkers agree by other formulas", async () => {
  await fc.assert(
    fc.asyncProperty(places, model, async (all, model) => {
      const [from, ...points] = all as [GeoPoint, GeoPoint, ...GeoPoint[]];
      const pair = { from, to: points[0]!, model };
      assertEquals(checkGeodesic(pair, await solveGeodesic(pair)), null);
      for (const extreme of ["nearest", "farthest"] as const) {
        const instance = { from, points, model, extreme };
        assertEquals(checkGeodesicNearest(instance, await solveGeodesicNearest(instance)), null);
      }
    }),
    { numRuns: 300 },
  );
});

Deno.test("solveGeodesic: azimuths near antipodes and at hand keep to their error", async () => {
  const tiny = fc.oneof(fc.constant(0), fc.integer({ min: -15, max: -1 }).map((e) => 10 ** e));
  const near = fc.tuple(place, tiny, tiny, fc.boolean(), fc.boolean(), fc.boolean());
  await fc.assert(
    fc.asyncProperty(near, async ([[lat, lon], dLat, dLon, far, up, back]) => {
      const latitude = (far ? -lat : lat) + (up ? dLat : -dLat);
      const turned = lon + (far ? lon < 0 ? 180 : -180 : 0) + (up ? dLon : -dLon);
      fc.pre(Math.abs(latitude) <= 90);
      const longitude = back ? turned + (turned < 0 ? 360 : -360) : turned;
      const from = { name: "A", latitude: lat, longitude: lon };
      const pair = { from, to: { name: "B", latitude, longitude }, model: "sphere" } as const;
      assertEquals(checkGeodesic(pair, await solveGeodesic(pair)), null);
    }),
    { numRuns: 1000 },
  );
});

Deno.test("checkGeodesic: sees an azimuth beyond its error, and a false 'same place'", async () => {
  const from = { name: "A", latitude: 58.017, longitude: 98.09 };
  const to = { name: "B", latitude: -58.01700000000002, longitude: -81.91 };
  const hair = { name: "C", latitude: 58.017, longitude: 98.09 - 360 };
  for (const model of ["sphere", "wgs84"] as const) {
    for (
      const [wrong, pair] of [[270, { from, to, model }], [null, {
        from,
        to: hair,
        model,
      }]] as const
    ) {
      const right = await solveGeodesic(pair);
      const best = { ...right.best!, azimuth: wrong, azimuthError: 9.7e-6 };
      if (model === "wgs84" && wrong !== null) continue; // Vincenty leaves antipodes open.
      assert(checkGeodesic(pair, { ...right, best }) !== null);
    }
  }
  const pair = { from, to: { name: "D", latitude: 10, longitude: 20 }, model: "wgs84" } as const;
  const right = await solveGeodesic(pair);
  const best = { ...right.best!, azimuth: right.best!.azimuth! + 0.001 };
  assert(checkGeodesic(pair, { ...right, best }) !== null);
});

Deno.test("solveGeodesicNearest: leaves open what rounding cannot tell", async () => {
  const from = { name: "A", latitude: 10, longitude: 20 };
  const points = [
    { name: "east", latitude: 11, longitude: 21 },
    { name: "west", latitude: 11, longitude: 19 },
    { name: "far", latitude: 50, longitude: 60 },
  ];
  for (const model of ["sphere", "wgs84"] as const) {
    const instance = { from, points, model, extreme: "nearest" } as const;
    const outcome = await solveGeodesicNearest(instance);
    assertEquals(outcome, { status: "undetermined", possible: ["east", "west"] });
    assertEquals(
      checkGeodesicNearest(instance, exact("far", { value: 1, unit: "metre" })) === null,
      false,
    );
    const far = await solveGeodesicNearest({ ...instance, extreme: "farthest" });
    assert(far.status === "exact" && far.value === "far" && far.margin!.value > 4e6);
  }
});

Deno.test("solveGeodesic: names what is wrong with a place", async () => {
  const from = { name: "A", latitude: 95, longitude: 0 };
  const to = { name: "B", latitude: 0, longitude: 0 };
  await assertRejects(() => solveGeodesic({ from, to, model: "sphere" }), RangeError, "lat1: 95");
  await assertRejects(
    () => solveGeodesic({ from: to, to, model: "sphere" }),
    RangeError,
    'to: its name "B" is that of from',
  );
});
