import { assertEquals, assertStringIncludes } from "../_assert.ts";
import { alidade } from "./_io.ts";

Deno.test("check geojson: faults by place and kind, on all digits that are written", async () => {
  const path = await Deno.makeTempFile({ suffix: ".geojson" });
  try {
    const check = async (text: string) => {
      await Deno.writeTextFile(path, text);
      const { code, out, log } = await alidade("check", "geojson", path);
      return { code, lines: out.trim().split("\n").filter(Boolean).map((l) => JSON.parse(l)), log };
    };
    const shell = "[[0.1, 0.1], [0.9, 0.1], [0.9, 0.9], [0.1, 0.9], [0.1, 0.1]]";
    const of = (x: string) =>
      `{"type": "Polygon", "coordinates": [${shell}, [[${x}, 0.5], [0.3, 0.4], [0.3, 0.6], [${x}, 0.5]]]}`;
    assertEquals(await check(of("0.1")), { code: 0, lines: [{ valid: true }], log: "" });
    const { code, lines } = await check(of("0.09999999999999999999"));
    assertEquals([code, lines.length, lines[0].where], [1, 1, "coordinates[1][0]"]);
    assertStringIncludes(lines[0].message, "crossing: edge 0 of ring 1 crosses edge 3 of ring 0");
    assertStringIncludes((await check("{")).log, "it is no JSON, must be one GeoJSON value");
  } finally {
    await Deno.remove(path);
  }
});
