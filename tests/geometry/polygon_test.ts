import {
  boxDistanceKey,
  compareFractions,
  type Fraction,
  locateInBox,
  Polygon,
  polygonDistance,
  polygonsDistance,
  type Position,
  RegionIndex,
  segmentDistance,
  segmentDistanceKey,
  segmentsDistance,
  segmentsMeet,
} from "../../geometry/mod.ts";
import { assertAlmostEquals, assertEquals, assertThrows } from "../_assert.ts";
import fc from "../_fast_check.ts";
import {
  edgesOf,
  type P,
  slowDistance,
  slowLocate,
  slowMeet,
  slowRimDistance,
  slowSimple,
} from "./_polygon_oracle.ts";

const small = fc.integer({ min: 0, max: 6 });
const point: fc.Arbitrary<P> = fc.tuple(small, small);
const ring = fc.uniqueArray(point, { minLength: 3, maxLength: 8, selector: String });

function build(rings: readonly (readonly Position[])[]): Polygon | null {
  try {
    return Polygon.from(rings);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function value({ num, den }: Fraction): number {
  return Number(num) / Number(den);
}

Deno.test("Polygon.from: takes exactly the simple rings", () => {
  let simple = 0;
  fc.assert(
    fc.property(ring, (corners) => {
      const expected = slowSimple(corners);
      simple += Number(expected);
      assertEquals(build([corners]) !== null, expected);
    }),
    { numRuns: 5000 },
  );
  assertEquals(simple > 500, true);
});

Deno.test("Polygon.locate: agrees with a slanted ray on every point around random polygons", () => {
  fc.assert(
    fc.property(ring, fc.integer({ min: 0, max: 7 }), (corners, shift) => {
      fc.pre(slowSimple(corners));
      const turned = [...corners.slice(shift), ...corners.slice(0, shift)].reverse();
      const polygon = Polygon.from([[...turned, turned[0]!]]);
      const mirrored = Polygon.from([turned.map(([x, y]) => [y, x])]);
      for (let x = -1; x <= 7; x++) {
        for (let y = -1; y <= 7; y++) {
          const expected = slowLocate([corners], [x, y]);
          assertEquals(polygon.locate(x, y), expected);
          assertEquals(mirrored.locate(y, x), expected);
        }
      }
    }),
    { numRuns: 1500 },
  );
});

Deno.test("Polygon.locate: holes are outside, their rims boundary, at any scale and place", () => {
  const rings: P[][] = [
    [[0, 0], [12, 0], [12, 9], [6, 12], [0, 9]],
    [[1, 1], [4, 1], [4, 4], [1, 4]],
    [[6, 6], [9, 3], [11, 8]],
  ];
  for (const [scale, move] of [[1, 0], [2 ** 21, -5], [0.1, 0], [2 ** -60, 0], [2 ** 100, 0]]) {
    const place = ([x, y]: P): Position => [x * scale! + move!, y * scale! + move!];
    const polygon = Polygon.from(rings.map((ring) => ring.map(place)));
    for (let x = -1; x <= 13; x++) {
      for (let y = -1; y <= 13; y++) {
        const [px, py] = place([x, y]);
        // Tenths are not on the edges' lines once rounded, but corners are themselves.
        if (scale === 0.1 && !rings.flat().some(([cx, cy]) => cx === x && cy === y)) continue;
        assertEquals(polygon.locate(px, py), slowLocate(rings, [x, y]));
      }
    }
  }
});

Deno.test("Polygon.locate: many corners and tall spikes share the slabs", () => {
  const comb: Position[] = [];
  for (let i = 0; i < 3000; i++) comb.push([4 * i, 0], [4 * i + 2, 5000]);
  comb.push([12000, 0], [12000, -1], [0, -1]);
  const polygon = Polygon.from([comb]);
  for (let i = 0; i < 3000; i += 7) {
    assertEquals(polygon.locate(4 * i + 2, 4999), "inside");
    assertEquals(polygon.locate(4 * i + 2, 5000), "boundary");
    assertEquals(polygon.locate(4 * i + 4, 3), "outside");
    assertEquals(polygon.locate(4 * i + 1, 2500), "boundary");
  }
});

Deno.test("RegionIndex: answers as the polygons do, on and beside every boundary", () => {
  fc.assert(
    fc.property(ring, ring, fc.integer({ min: 1, max: 300 }), (a, b, scale) => {
      fc.pre(slowSimple(a) && slowSimple(b));
      const placed = (list: readonly P[], shift: number) =>
        Polygon.from([list.map(([x, y]): P => [x * scale + shift, y * scale - shift])]);
      // The second lies beside the first, or touches it in a corner of their boxes.
      const polygons = [placed(a, 0), placed(b, 6 * scale)];
      const index = RegionIndex.from(polygons);
      const check = (x: number, y: number) => {
        const sides = polygons.map((polygon) => polygon.side(x, y));
        const expected = sides.includes(0) ? -2 : sides.indexOf(1);
        assertEquals(index.at(x, y), expected, `${x} ${y}`);
      };
      for (const { coordinates } of polygons) {
        for (let i = 0; i < coordinates.length; i += 2) {
          const [x, y] = [coordinates[i]!, coordinates[i + 1]!];
          const j = (i + 2) % coordinates.length;
          for (const t of [0, 0.25, 0.5, 0.7]) {
            const px = x + t * (coordinates[j]! - x);
            const py = y + t * (coordinates[j + 1]! - y);
            for (const e of [0, 1e-9, -1e-9, 0.3, -0.3, 2.5]) {
              check(px + e, py - e), check(px, py + e);
            }
          }
        }
      }
      for (let i = 0; i < 60; i++) {
        check((i * 37 % 121) / 10 * scale, (i * 53 % 131 - 60) / 10 * scale);
      }
    }),
    { numRuns: 40 },
  );
  assertThrows(() => RegionIndex.from([]), RangeError, "Cannot index 0 polygons");
  // Some units in the last place wide: finer than any grid.
  const ulp = 2 ** -22;
  const tiny = Polygon.from([[[2 ** 30, 0], [2 ** 30 + 9 * ulp, ulp], [2 ** 30, 7 * ulp]]]);
  const fine = RegionIndex.from([tiny]);
  for (let i = 0; i <= 9; i++) {
    for (let j = 0; j <= 7; j++) {
      const [x, y] = [2 ** 30 + i * ulp, j * ulp];
      assertEquals(fine.at(x, y), [-1, -2, 0][tiny.side(x, y) + 1]);
    }
  }
  const one = RegionIndex.from([Polygon.from([[[0, 0], [1, 0], [0, 1]]])]);
  assertThrows(() => one.at(NaN, 0), RangeError, "must be two numbers");
  assertEquals(one.at(Infinity, 0), -1);
});

Deno.test("Polygon.from: names ring and corner or edges of what is no polygon", () => {
  const box: Position[] = [[0, 0], [9, 0], [9, 9], [0, 9]];
  const bad = (rings: Position[][], message: string) =>
    assertThrows(() => Polygon.from(rings), RangeError, message);
  bad([], "a polygon of 0 rings, must have an outer ring");
  bad([[[0, 0], [1, 1]]], "ring 0 has less than 3 corners that differ, must");
  bad([box, []], "ring 1 has less than 3 corners");
  bad([[[0, 0], [NaN, 0], [1, 1]]], "ring 0, corner 1, x: NaN");
  bad([[[0, 0], [1, 1e308], [1, 1]]], "ring 0, corner 1, y: 1e+308");
  bad([[[0, 0], [4, 4], [4, 0], [0, 4]]], "edge 2 of ring 0 crosses edge 0 of ring 0, must not");
  bad([[[0, 0], [4, 0], [2, 0], [2, 5]]], "edge 1 of ring 0 overlaps edge 0 of ring 0, must not");
  bad([box, [[1, 1], [2, 9], [3, 9]]], "edge 1 of ring 1 overlaps edge 2 of ring 0");
  bad([box, [[20, 1], [22, 9], [23, 1]]], "ring 1 lies outside of ring 0");
  bad([box, [[1, 1], [8, 1], [4, 8]], [[3, 2], [5, 2], [4, 4]]], "ring 2 lies in ring 1");
});

Deno.test("segmentDistance: agrees with the nearest parameter, key and fraction", () => {
  fc.assert(
    fc.property(point, point, point, (p, a, b) => {
      const [num, den] = slowDistance(p, [a, b]);
      const exact = segmentDistance(...p, ...a, ...b);
      assertEquals(compareFractions(exact, { num: BigInt(num), den: BigInt(den) }), 0);
      assertAlmostEquals(segmentDistanceKey(...p, ...a, ...b), num / den, 1e-13);
    }),
    { numRuns: 3000 },
  );
});

Deno.test("segmentDistanceKey: is within 2^-50 of the fraction at 25 bits", () => {
  const large = fc.integer({ min: -(2 ** 25), max: 2 ** 25 });
  fc.assert(
    fc.property(fc.tuple(large, large, large, large, large, large), (six) => {
      const { num, den } = segmentDistance(...six);
      const key = segmentDistanceKey(...six);
      const error = BigInt(key * 2 ** 60) * den - (num << 60n);
      assertEquals((error < 0n ? -error : error) << 50n <= num << 60n, true);
    }),
    { numRuns: 2000 },
  );
});

Deno.test("segmentsMeet, segmentsDistance: agree with the parameters of the common point", () => {
  fc.assert(
    fc.property(point, point, point, point, (a, b, c, d) => {
      assertEquals(segmentsMeet(...a, ...b, ...c, ...d), slowMeet([a, b], [c, d]));
      const expected = slowRimDistance([[a, b]], [[c, d]]);
      assertAlmostEquals(value(segmentsDistance(...a, ...b, ...c, ...d)), expected, 1e-12);
    }),
    { numRuns: 5000 },
  );
});

Deno.test("polygonDistance, polygonsDistance: agree with all pairs of edges", () => {
  const far = ring.map((r) => r.map(([x, y]): P => [x + 4, y + 3]));
  fc.assert(
    fc.property(ring, far, point, (a, b, p) => {
      fc.pre(slowSimple(a) && slowSimple(b));
      const [pa, pb] = [Polygon.from([a]), Polygon.from([b])];
      const apart = slowLocate([a], p) === "outside";
      const expected = apart ? slowRimDistance(edgesOf(a), [[p, p]]) : 0;
      assertAlmostEquals(value(polygonDistance(pa, ...p)), expected, 1e-12);
      const inside = slowLocate([a], b[0]!) === "inside" || slowLocate([b], a[0]!) === "inside";
      const between = inside ? 0 : slowRimDistance(edgesOf(a), edgesOf(b));
      assertAlmostEquals(value(polygonsDistance(pa, pb)), between, 1e-12);
      assertAlmostEquals(value(polygonsDistance(pb, pa)), between, 1e-12);
    }),
    { numRuns: 1500 },
  );
});

Deno.test("polygonsDistance: one in the hole of the other is apart", () => {
  const frame = Polygon.from([
    [[0, 0], [10, 0], [10, 10], [0, 10]],
    [[2, 2], [8, 2], [8, 8], [2, 8]],
  ]);
  const inner = Polygon.from([[[4, 4], [5, 4], [5, 5]]]);
  assertEquals(value(polygonsDistance(frame, inner)), 4);
  assertEquals(value(polygonDistance(frame, 4, 4)), 4);
  const large = 2 ** 40;
  const wide = Polygon.from([[[large, 0], [large + 1, 0], [large, 1]]]);
  assertEquals(polygonDistance(wide, 0, 0), { num: BigInt(large) ** 2n, den: 1n });
  assertThrows(
    () => polygonDistance(Polygon.from([[[0.5, 0], [1, 0], [1, 1]]]), 5, 5),
    RangeError,
    "must be an integer",
  );
});

Deno.test("locateInBox, boxDistanceKey: closed box, refused when upside down", () => {
  const box = { minX: 1, minY: 2, maxX: 4, maxY: 6 };
  const ring: P[] = [[1, 2], [4, 2], [4, 6], [1, 6]];
  for (let x = 0; x <= 5; x++) {
    for (let y = 0; y <= 8; y++) {
      const expected = slowLocate([ring], [x, y]);
      assertEquals(locateInBox(box, x, y), expected);
      const distance = expected === "outside"
        ? slowRimDistance(edgesOf(ring), [[[x, y], [x, y]]])
        : 0;
      assertAlmostEquals(boxDistanceKey(box, x, y), distance, 1e-12);
    }
  }
  assertThrows(() => locateInBox({ ...box, maxX: 0 }, 1, 1), RangeError, "must have min <= max");
  assertThrows(() => locateInBox(box, NaN, 3), RangeError, "must be two numbers");
});
