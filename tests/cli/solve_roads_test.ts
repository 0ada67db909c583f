import { assertEquals, assertStringIncludes } from "../_assert.ts";
import { alidade } from "./_io.ts";

/** A street along the equator, and a one-way one up from its middle, which is no end of it. */
const MAP = JSON.stringify({
  type: "FeatureCollection",
  features: [
    [[[0, 0], [0.001, 0], [0.002, 0]], {}],
    [[[0.001, 0], [0.001, 0.001]], { oneway: "yes" }],
  ].map(([coordinates, properties]) => ({
    type: "Feature",
    properties,
    geometry: { type: "LineString", coordinates },
  })),
});

Deno.test("solve roads: lines join where they meet, and lead as their tags say", async () => {
  const root = await Deno.makeTempDir();
  try {
    const file = `${root}/map.geojson`;
    await Deno.writeTextFile(file, MAP);
    const solve = async (...args: string[]) => {
      const { code, out, log } = await alidade("solve", "roads", file, ...args);
      return code === 0 ? JSON.parse(out) : log;
    };
    const ends = ["--from", "0,0", "--to", "0.0011,0.001"];
    const found = await solve(...ends);
    assertEquals(found.status, "exact");
    assertEquals(found.value, {
      // A thousandth of a degree each: 111.319 m along the equator, 110.574 m up from it.
      length: "221.893",
      weights: "metres on WGS84, rounded to the millimetre",
      positions: [[0, 0], [0.001, 0], [0.001, 0.001]],
      features: [0, 1],
    });
    assertEquals((await solve(...ends, "--split", "ends")).status, "impossible");
    const back = ["--from=0.001,0.001", "--to=0,0"];
    assertEquals(
      (await solve(...back)).reason,
      "no way leads from (0.001, 0.001) to (0, 0)",
    );
    assertEquals((await solve(...back, "--direction", "both")).value.length, "221.893");
    assertStringIncludes(await solve("--from", "0,0"), "--to is not given, must be LONGITUDE");
    assertStringIncludes(await solve(...ends, "--split", "all"), "must be one of shared, ends");
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});
