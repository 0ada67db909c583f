import { assertEquals, assertThrows } from "../../_assert.ts";
import { readGeoJsonGeometry, readWkt } from "../../../geometry/mod.ts";
import { checkRelate, holdsBetween, relate } from "../../../solvers/regions/mod.ts";
import { drawFrom, mapWkt, randomWkt } from "./_random_feature.ts";

const CASES = Deno.env.has("ALIDADE_THOROUGH") ? 40_000 : 1_500;

Deno.test("relate: as the whole arrangement in rational numbers says, on small grids", () => {
  const draw = drawFrom(1);
  const seen = new Set<string>();
  for (let i = 0; i < CASES; i++) {
    const [a, b] = [randomWkt(draw), randomWkt(draw)];
    const matrix = relate(readWkt(a), readWkt(b));
    seen.add(matrix);
    if (!checkRelate(readWkt(a), readWkt(b), matrix)) throw new Error(`${matrix}: ${a}; ${b}`);
  }
  // Few matrices would mean that the cases say little.
  assertEquals(seen.size > 60, true);
});

Deno.test("relate: a matrix of b and a is that of a and b turned over; scale, shift and turn keep it", () => {
  const draw = drawFrom(2);
  for (let i = 0; i < CASES / 3; i++) {
    const [a, b] = [randomWkt(draw), randomWkt(draw)];
    const matrix = relate(readWkt(a), readWkt(b));
    const [p, q, r, s, t, u, v, w, x] = matrix;
    assertEquals(relate(readWkt(b), readWkt(a)), [p, s, v, q, t, w, r, u, x].join(""));
    for (
      const map of [
        // By (3 + 4i) / 5, shifted, as decimals; beyond 2^53; mirrored.
        (x: number, y: number) => `${(6 * x - 8 * y + 7) / 10} ${(8 * x + 6 * y - 3) / 10}`,
        (x: number, y: number) => `${x}123456789012345678.5 ${y}123456789012345678.5`,
        (x: number, y: number) => `${y} ${x}`,
      ]
    ) assertEquals(relate(readWkt(mapWkt(a, map)), readWkt(mapWkt(b, map))), matrix);
  }
});

Deno.test("relate: collections are the union of their members", () => {
  const draw = drawFrom(3);
  for (let i = 0; i < CASES / 10; i++) {
    const [a, b] = [randomWkt(draw), randomWkt(draw)];
    const alone = relate(readWkt(a), readWkt(b));
    const doubled = readWkt(`GEOMETRYCOLLECTION (${a}, GEOMETRYCOLLECTION (${a}))`);
    // Points and lines that stand twice keep their place; ends that stand twice are none.
    if (!a.includes("LINE")) assertEquals(relate(doubled, readWkt(b)), alone);
    assertEquals(relate(readWkt(`GEOMETRYCOLLECTION (${a})`), readWkt(b)), alone);
  }
  const halves = readWkt(
    "GEOMETRYCOLLECTION (POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0)), POLYGON ((2 0, 4 0, 4 2, 2 2, 2 0)))",
  );
  const whole = readWkt("POLYGON ((0 0, 4 0, 4 2, 0 2, 0 0))");
  assertEquals(relate(halves, whole), "2FFF1FFF2");
  assertEquals(holdsBetween("contains", halves, readWkt("POINT (2 1)")), true);
});

Deno.test("relate: decimals are exact where doubles err", () => {
  // (0.3, 0.1) lies on the line to (0.9, 0.3); as doubles it does not.
  const line = readWkt("LINESTRING (0 0, 0.9 0.3)");
  assertEquals(holdsBetween("intersects", line, readWkt("POINT (0.3 0.1)")), true);
  const cross = readWkt("POINT (0.30000000000000000000001 0.1)");
  assertEquals(holdsBetween("intersects", line, cross), false);
  const geo = readGeoJsonGeometry({ type: "Point", coordinates: [0.3, 0.1] });
  assertEquals(holdsBetween("intersects", line, geo), true);
});

Deno.test("relate: what is not valid is refused with its reason", () => {
  const bow = readWkt("POLYGON ((0 0, 4 4, 4 0, 0 4, 0 0))");
  const message = "Cannot relate b: edge 2 of ring 0 crosses edge 0 of ring 0, must not";
  assertThrows(() => relate(readWkt("POINT (0 0)"), bow), RangeError, message);
  const nan = readWkt("POINT (NaN 0)");
  assertThrows(() => relate(nan, bow), RangeError, "Cannot relate a: a coordinate is NaN");
});
