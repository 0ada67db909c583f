import {
  describePolygonFault,
  ExactRegion,
  longShapeDistance,
  Polygon,
  polygonFault,
  type PolygonFaultKind,
  type Position,
} from "../../geometry/mod.ts";
import { assertEquals, assertThrows } from "../_assert.ts";
import fc from "../_fast_check.ts";
import { THOROUGH } from "../_thorough.ts";

type Rings = readonly (readonly Position[])[];

const box = (x: number, y: number, size: number): Position[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
];
const diamond = (x: number, y: number, r: number): Position[] => [
  [x - r, y],
  [x, y - r],
  [x + r, y],
  [x, y + r],
];

/** The verdicts are those of JTS `IsValidOp` and GEOS 3.13, the kinds in our words. */
const CASES: readonly (readonly [string, PolygonFaultKind | null, readonly Rings[]])[] = [
  ["a square", null, [[box(0, 0, 4)]]],
  ["corners repeated in a row", null, [[[[0, 0], [0, 0], [4, 0], [4, 0], [4, 0], [4, 4], [0, 0]]]]],
  ["corners along an edge", null, [[[[0, 0], [2, 0], [4, 0], [4, 4], [2, 2]]]]],
  ["a hole", null, [[box(0, 0, 9), box(2, 2, 3)]]],
  ["a hole touches the shell: corner on edge", null, [[box(0, 0, 9), [[0, 4], [3, 2], [3, 6]]]]],
  ["a hole touches the shell: corner on corner", null, [[box(0, 0, 9), [[0, 0], [3, 1], [1, 3]]]]],
  ["a shell corner touches a hole's edge", null, [[
    [[0, 0], [9, 0], [9, 9], [4, 3], [0, 9]],
    [[2, 3], [2, 1], [6, 1], [6, 3]],
  ]]],
  ["two holes touch in a corner", null, [[box(0, 0, 9), box(1, 1, 3), box(4, 4, 3)]]],
  ["three holes touch in one point", null, [[
    box(0, 0, 12),
    [[6, 6], [3, 7], [3, 5]],
    [[6, 6], [9, 5], [9, 7]],
    [[6, 6], [5, 9], [7, 9]],
  ]]],
  ["two squares that touch in a corner", null, [[box(0, 0, 4)], [box(4, 4, 4)]]],
  ["two squares that touch in two points", null, [[box(0, 0, 6)], [[
    [6, 1],
    [9, 3],
    [6, 5],
    [
      9,
      6,
    ],
    [12, 3],
    [9, 0],
  ]]]],
  ["an island in a hole", null, [[box(0, 0, 12), box(2, 2, 8)], [box(4, 4, 3)]]],
  ["an island that touches its hole all round", null, [
    [box(0, 0, 12), box(2, 2, 8)],
    [diamond(6, 6, 4)],
  ]],
  ["a ring of two corners", "too few corners", [[[[0, 0], [4, 4], [0, 0], [0, 0]]]]],
  ["a hole of one corner", "too few corners", [[box(0, 0, 9), [[1, 1], [1, 1], [1, 1]]]]],
  ["a bow", "crossing", [[[[0, 0], [4, 4], [4, 0], [0, 4]]]]],
  ["a spike", "overlap", [[[[0, 0], [4, 0], [4, 4], [4, 6], [4, 4], [0, 4]]]]],
  ["a line there and back", "overlap", [[[[0, 0], [4, 0], [2, 0]]]]],
  ["a figure of eight through one corner", "self-touch", [[[[0, 0], [4, 0], [2, 2], [4, 4], [
    0,
    4,
  ], [2, 2]]]]],
  ["a corner on an edge of its own ring", "self-touch", [[[[0, 0], [8, 0], [8, 4], [4, 0], [
    0,
    4,
  ]]]]],
  ["a hole across the shell", "crossing", [[box(0, 0, 9), box(5, 5, 6)]]],
  ["a hole across the shell through corners", "crossing", [[diamond(4, 4, 4), [[0, 4], [8, 4], [
    4,
    9,
  ]]]]],
  ["a hole along the shell", "overlap", [[box(0, 0, 9), box(0, 3, 3)]]],
  ["a hole that is the shell", "overlap", [[box(0, 0, 9), box(0, 0, 9)]]],
  ["a hole twice", "overlap", [[box(0, 0, 9), box(2, 2, 3), box(2, 2, 3).reverse()]]],
  ["a hole beside the shell", "hole outside shell", [[box(0, 0, 9), box(20, 0, 3)]]],
  ["a hole beside the shell, touching", "hole outside shell", [[box(0, 0, 9), box(9, 9, 3)]]],
  ["a hole around the shell", "hole outside shell", [[box(2, 2, 3), box(0, 0, 9)]]],
  ["a hole outside whose corners all touch", "hole outside shell", [[
    [[0, 0], [6, 0], [6, 6], [4, 1], [2, 1], [0, 6]],
    [[6, 6], [3, 1], [0, 6]],
  ]]],
  ["a hole in a hole", "nested holes", [[box(0, 0, 20), box(2, 2, 9), box(4, 4, 3)]]],
  ["a hole in a hole, corners touching", "nested holes", [[
    box(0, 0, 20),
    box(2, 2, 8),
    diamond(6, 6, 4),
  ]]],
  ["a hole touches the shell twice", "disconnected interior", [[
    box(0, 0, 9),
    [[0, 4], [4, 3], [9, 4], [4, 6]],
  ]]],
  ["two holes touch twice", "disconnected interior", [[
    box(0, 0, 12),
    [[2, 2], [10, 2], [6, 4]],
    [[2, 2], [6, 8], [10, 2], [11, 11], [1, 11]],
  ]]],
  ["a chain of holes from rim to rim", "disconnected interior", [[
    box(0, 0, 9),
    diamond(3, 5, 3),
    diamond(7, 5, 1),
    [[8, 5], [9, 5], [8, 7]],
  ]]],
  ["squares that share an edge", "overlap", [[box(0, 0, 4)], [box(4, 0, 4)]]],
  ["squares that overlap", "crossing", [[box(0, 0, 4)], [box(2, 2, 4)]]],
  ["a square in a square", "nested shells", [[box(0, 0, 9)], [box(2, 2, 3)]]],
  ["a square inscribed in a square", "nested shells", [[box(0, 0, 8)], [diamond(4, 4, 4)]]],
  ["a square around a hole", "nested shells", [[box(0, 0, 12), box(5, 5, 2)], [box(3, 3, 6)]]],
  ["the same square twice", "overlap", [[box(0, 0, 4)], [box(0, 0, 4)]]],
];

for (const [name, kind, polygons] of CASES) {
  Deno.test(`polygonFault: ${name} is ${kind ?? "valid"}`, () => {
    const change = fc.record({ turns: fc.nat(9), back: fc.boolean(), again: fc.nat(9) });
    fc.assert(
      fc.property(change, fc.boolean(), ({ turns, back, again }, swap) => {
        // Neither where rings begin, their direction, repeats nor the axes matter.
        const changed = polygons.map((rings) =>
          rings.map((ring) => {
            const at = turns % ring.length;
            const turned = [...ring.slice(at), ...ring.slice(0, at)];
            if (back) turned.reverse();
            turned.splice(again % turned.length, 0, turned[again % turned.length]!);
            return [...turned, turned[0]!].map(([x, y]): Position => swap ? [y, x] : [x, y]);
          })
        );
        const fault = polygonFault(changed);
        assertEquals(fault?.kind ?? null, kind);
        const far = 10n ** 50n;
        const long = changed.map((rings) =>
          rings.map((ring) =>
            ring.map(([x, y]) => [BigInt(x) * far + 1n, BigInt(y) * far] as const)
          )
        );
        assertEquals(polygonFault(long), fault);
        const tenths = changed.map((rings) =>
          rings.map((ring) => ring.map(([x, y]): Position => [x * 0.125 - 3, y * 0.125]))
        );
        assertEquals(polygonFault(tenths), fault);
      }),
      { numRuns: THOROUGH ? 2000 : 20 },
    );
  });
}

Deno.test("polygonFault: a corner beyond an edge by one part in 10^50 decides", () => {
  const far = 10n ** 50n;
  const shell = [[0n, 0n], [9n * far, 0n], [9n * far, 9n * far], [0n, 9n * far]] as const;
  const hole = (x: bigint) => [[x, far], [2n * far, 2n * far], [x, 3n * far]] as const;
  assertEquals(polygonFault([[shell, hole(1n)]]), null);
  assertEquals(polygonFault([[shell, hole(0n)]])?.kind, "overlap");
  assertEquals(polygonFault([[shell, hole(-1n)]])?.kind, "crossing");
});

Deno.test("polygonFault: many corners are indexed, and named as they were given", () => {
  const comb: Position[] = [[0, 0], [0, 0]];
  for (let i = 0; i < 20000; i++) comb.push([4 * i + 2, 5000], [4 * i + 4, 0]);
  comb.push([80000, -1], [0, -1]);
  assertEquals(polygonFault([[comb]]), null);
  comb[101] = [204, -2];
  assertEquals(polygonFault([[comb]]), {
    kind: "crossing",
    at: { polygon: 0, ring: 0, corner: comb.length - 2 },
    with: { polygon: 0, ring: 0, corner: 100 },
  });
});

Deno.test("describePolygonFault: names polygon, ring and corner", () => {
  const words = (polygons: readonly Rings[]) => describePolygonFault(polygonFault(polygons)!, true);
  assertEquals(
    words([[box(0, 0, 4)], [box(2, 2, 4)]]),
    "edge 0 of ring 0 of polygon 1 crosses edge 1 of ring 0 of polygon 0, must not",
  );
  assertEquals(
    words([[box(0, 0, 9)], [box(2, 2, 3)]]),
    "polygon 1 lies in polygon 0, must share no inside with it",
  );
});

Deno.test("Polygon.fromParts: several polygons are one region", () => {
  const region = Polygon.fromParts([[box(0, 0, 12), box(2, 2, 8)], [box(4, 4, 3)]]);
  assertEquals(region.locate(1, 1), "inside");
  assertEquals(region.locate(3, 3), "outside");
  assertEquals(region.locate(5, 5), "inside");
  assertEquals(region.locate(4, 5), "boundary");
  assertThrows(() => Polygon.fromParts([]), RangeError, "a region of 0 polygons");
  assertThrows(() => Polygon.fromParts([[box(0, 0, 1)], []]), RangeError, "polygon 1 of 0 rings");
  assertThrows(
    () => Polygon.fromParts([[box(0, 0, 4)], [box(4, 0, 4)]]),
    RangeError,
    "edge 3 of ring 0 of polygon 1 overlaps edge 1 of ring 0 of polygon 0",
  );
});

Deno.test("ExactRegion: answers as Polygon does, and beyond it", () => {
  const parts = [[box(0, 0, 12), box(2, 2, 8)], [diamond(6, 6, 4)]];
  const long = parts.map((rings) =>
    rings.map((ring) => ring.map(([x, y]) => [BigInt(x), BigInt(y)] as const))
  );
  const [polygon, region] = [Polygon.fromParts(parts), ExactRegion.from(long)];
  for (let x = -1; x <= 13; x++) {
    for (let y = -1; y <= 13; y++) {
      assertEquals(region.locate(BigInt(x), BigInt(y)), polygon.locate(x, y));
    }
  }
  const point = { ax: 3n, ay: 3n, bx: 3n, by: 3n };
  assertEquals(longShapeDistance(region, point), { num: 64n, den: 64n });
  assertEquals(longShapeDistance(ExactRegion.from([long[1]!]), ExactRegion.from([long[0]!])), {
    num: 0n,
    den: 1n,
  });
  assertThrows(() => ExactRegion.from([]), RangeError, "0 rings");
  assertThrows(() => ExactRegion.from([[[[0n, 0n], [1n, 1n]]]]), RangeError, "less than 3 corners");
});
