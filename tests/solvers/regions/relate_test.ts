import { THOROUGH } from "../../_thorough.ts";
import { assertEquals, assertThrows } from "../../_assert.ts";
import { readGeoJsonGeometry, readWkt } from "../../../geometry/mod.ts";
import { checkRelate, holdsBetween, regionRcc8, relate } from "../../../solvers/regions/mod.ts";
import { drawFrom, mapWkt, randomWkt } from "./_random_feature.ts";

const CASES = THOROUGH ? 40_000 : 1_500;

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

/** The same figure with each edge cut into so many. */
function cut(text: string, pieces: number): string {
  const scaled = mapWkt(text, (x, y) => `${x * pieces} ${y * pieces}`);
  if (text.includes("POINT")) return scaled;
  return scaled.replace(/\([^()]+\)/g, (list) => {
    const corners = list.slice(1, -1).split(", ").map((c) => c.split(" ").map(Number));
    const cuts = corners.slice(1).flatMap(([x, y], i) => {
      const [u, v] = corners[i]!;
      return Array.from({ length: pieces }, (_, k) => {
        const at = (from: number, to: number): number => from + (to - from) / pieces * (k + 1);
        return `${at(u!, x!)} ${at(v!, y!)}`;
      });
    });
    return `(${[corners[0]!.join(" "), ...cuts].join(", ")})`;
  });
}

Deno.test("relate: more corners on the edges change nothing, in whichever way pairs are found", () => {
  const draw = drawFrom(6);
  const types = ["LINESTRING", "POLYGON", "MULTIPOLYGON", "MULTIPOINT"];
  for (const [pieces, count] of [[7, 150], [60, 40], [1500, 4]] as const) {
    for (let i = 0; i < count; i++) {
      const [a, b] = [randomWkt(draw, types), randomWkt(draw, types)];
      const matrix = relate(readWkt(a), readWkt(b));
      const dense = [cut(a, pieces), cut(b, pieces)].map(readWkt);
      assertEquals(relate(dense[0]!, dense[1]!), matrix, `${pieces} ${a} ${b}`);
    }
  }
});

Deno.test("RCC-8: each of the eight, by squares; converses agree on random areas", () => {
  const square = (x: number, y: number, size: number) =>
    readWkt(
      `POLYGON ((${x} ${y}, ${x + size} ${y}, ${x + size} ${y + size}, ${x} ${
        y + size
      }, ${x} ${y}))`,
    );
  const whole = square(0, 0, 4);
  const cases = { DC: [9, 9, 1], EC: [4, 4, 2], PO: [2, 2, 4], TPP: [0, 1, 2], NTPP: [1, 1, 2] };
  for (const [relation, [x, y, size]] of Object.entries(cases)) {
    assertEquals(regionRcc8(square(x!, y!, size!), whole), relation);
  }
  assertEquals(regionRcc8(whole, square(0, 0, 4)), "EQ");
  assertEquals(regionRcc8(whole, square(0, 1, 2)), "TPPI");
  assertEquals(regionRcc8(whole, square(1, 1, 2)), "NTPPI");
  const draw = drawFrom(7);
  const turned: Record<string, string> = { TPP: "TPPI", NTPP: "NTPPI", TPPI: "TPP", NTPPI: "NTPP" };
  for (let i = 0; i < 300; i++) {
    const [a, b] = [1, 2].map(() => readWkt(randomWkt(draw, ["POLYGON"])));
    const relation = regionRcc8(a!, b!);
    assertEquals(regionRcc8(b!, a!), turned[relation] ?? relation);
  }
  assertThrows(() => regionRcc8(readWkt("POINT (0 0)"), whole), RangeError, "it is no area");
});
