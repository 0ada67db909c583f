import { type Exact, Polygon, RegionIndex } from "../../../geometry/mod.ts";
import {
  cellsOf,
  checkCell,
  checkCoordinates,
  checkQuadrant,
  checkRegion,
  coordinateCuts,
  type CutRule,
  equalCuts,
  exact,
  type NamedRegion,
  regionsFromGeojson,
  regionsOf,
  solveCell,
  solveCoordinates,
  solveQuadrant,
  solveRegion,
  tie,
} from "../../../solvers/mod.ts";
import { assertEquals, assertThrows } from "../../_assert.ts";
import fc from "../../_fast_check.ts";

const frame = fc.constantFrom("y-up", "y-down" as const);
const rule = fc.constantFrom<CutRule[]>("upper", "lower", "tie");
/** Numbers that often lie on the cuts below. */
const number = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.integer({ min: -30, max: 30 }).map((x) => (x / 10).toFixed(1)),
  fc.integer({ min: -300, max: 300 }).map((x) => (x / 100).toFixed(2)),
);
const cuts = fc.subarray(["-2", -1, "-1/3", "0.2", "1/2", "1.25", 2], { minLength: 0 });

Deno.test("solveCell: the checker agrees on and beside the cuts", () => {
  const box = { minX: "-2.5", minY: -2, maxX: "2.5", maxY: 3 };
  fc.assert(
    fc.property(number, number, frame, cuts, cuts, rule, fc.boolean(), (...all) => {
      const [x, y, frame, xCuts, yCuts, onCut, boxed] = all;
      const instance = { x, y, frame, xCuts, yCuts, onCut, ...(boxed ? { box } : {}) };
      const outcome = solveCell(instance);
      assertEquals(checkCell(instance, outcome), null);
      // Turning the page over keeps columns and swaps rows; the rule on cuts turns with y.
      if (onCut !== "tie" || outcome.status !== "exact") return;
      const turned = solveCell({ ...instance, frame: frame === "y-up" ? "y-down" : "y-up" });
      if (turned.status !== "exact") throw new Error("one cell became several");
      assertEquals(turned.value.column, outcome.value.column);
      assertEquals(turned.value.row, yCuts.length - outcome.value.row);
    }),
    { numRuns: 2000 },
  );
});

Deno.test("solveQuadrant, solveCoordinates: the checkers agree", () => {
  fc.assert(
    fc.property(
      number,
      number,
      frame,
      frame,
      number,
      number,
      (x, y, frame, answerFrame, cx, cy) => {
        const centre = [cx, cy] as const;
        const quadrant = { x, y, frame, centre };
        assertEquals(checkQuadrant(quadrant, solveQuadrant(quadrant)), null);
        const place = { x, y, frame, origin: centre, answerFrame };
        assertEquals(checkCoordinates(place, solveCoordinates(place)), null);
      },
    ),
    { numRuns: 1000 },
  );
  assertEquals(solveQuadrant({ x: 5, y: 1, frame: "y-down" }).status, "exact");
  assertEquals(solveQuadrant({ x: 0, y: 0, frame: "y-down" }), tie([1, 2, 3, 4] as const));
});

Deno.test("cellsOf: answers as solveCell does", () => {
  const list = ["-0.75", "-1/3", "0.2", "0.5"];
  const scaled = coordinateCuts(list, 2);
  for (let x = -100; x <= 100; x += 3) {
    for (const y of [-75, -74, -34, -33, 0, 19, 20, 21, 50, 51]) {
      const cells = new Int32Array(1);
      cellsOf(scaled, scaled, Float64Array.of(x, y), 1, cells);
      const slow = solveCell({
        x: `${x}e-2`,
        y: `${y}e-2`,
        frame: "y-down",
        xCuts: list,
        yCuts: list,
        onCut: "tie",
      });
      const expected = slow.status === "exact" ? slow.value.row * 5 + slow.value.column : -1;
      assertEquals(cells[0], expected);
    }
  }
});

const regions: NamedRegion[] = [
  { name: "left", rings: [[["-2", "-2"], ["0.5", "-2"], ["0.5", "2"], ["-2", "2"]]] },
  { name: "right", rings: [[["0.5", "-2"], ["2", "-2"], ["2", "2"], ["0.5", "2"]]] },
  {
    name: "frame",
    rings: [[[0, 0], [1, 0], [1, 1], [0, 1]], [["0.2", "0.2"], ["0.2", "0.8"], [
      "0.8",
      "0.8",
    ], ["0.8", "0.2"]]],
  },
];

Deno.test("solveRegion: the checker agrees inside, outside and on boundaries", () => {
  const onBoundary = fc.constantFrom("inside", "outside", "tie" as const);
  fc.assert(
    fc.property(number, number, onBoundary, fc.subarray(regions, { minLength: 1 }), (...all) => {
      const [x, y, onBoundary, some] = all;
      const instance = { x, y, regions: some, onBoundary };
      assertEquals(checkRegion(instance, solveRegion(instance)), null);
    }),
    { numRuns: 1000 },
  );
});

Deno.test("solveRegion: closed rings, several polygons, and decimals of any length", () => {
  const digits = "0".repeat(40);
  const text = `{"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {"name": "isles"}, "geometry": {"type": "MultiPolygon",
      "coordinates": [[[[0, 0], [1, 0], [1, 0], [1, 1], [0, 0]]], [[[1, 1], [2, 1], [2, 2], [1, 1]]]]}},
    {"type": "Feature", "id": 7, "properties": {}, "geometry": {"type": "Polygon",
      "coordinates": [[[3, 0], [4.${digits}1, 0], [4.${digits}1, 1], [3, 0]]]}},
    {"type": "Feature", "properties": null, "geometry": null}]}`;
  const { regions, without } = regionsFromGeojson(text);
  assertEquals(regions.map((region) => region.name), ["isles", "7"]);
  assertEquals(without, ["features[2].geometry"]);
  const find = (x: Exact, y: Exact) => {
    const instance = { x, y, regions, onBoundary: "tie" } as const;
    const outcome = solveRegion(instance);
    assertEquals(checkRegion(instance, outcome), null);
    return outcome.status === "exact" ? outcome.value : outcome.status;
  };
  assertEquals(find("0.5", "0.25"), "isles");
  assertEquals(find("1.75", "1.5"), "isles");
  assertEquals(find("1.75", "0.5"), null);
  assertEquals(find(1, 1), "tie");
  assertEquals(find(`4.${digits}1`, "0.5"), "tie");
  assertEquals(find(`4.${digits}09`, "0.5"), "7");
  assertEquals(find(`4.${digits}11`, "0.5"), null);
  assertThrows(() => find("1e61", 0), RangeError, "must be at most 2^200");
});

Deno.test("regionsOf: answers as solveRegion does", () => {
  const pair = regions.slice(0, 2);
  const polygons = pair.map((region) =>
    Polygon.from(
      ("rings" in region ? region.rings : []).map((ring) =>
        ring.map(([x, y]) => [Number(x) * 10, Number(y) * 10])
      ),
    )
  );
  const index = RegionIndex.from(polygons);
  for (let x = -25; x <= 25; x++) {
    for (const y of [-25, -20, -3, 20]) {
      const found = new Int32Array(1);
      regionsOf(index, Float64Array.of(x, y), 1, found);
      const slow = solveRegion({ x: `${x}e-1`, y: `${y}e-1`, regions: pair, onBoundary: "tie" });
      const expected = slow.status === "tie"
        ? -2
        : pair.findIndex((region) => slow.status === "exact" && region.name === slow.value);
      assertEquals(found[0], expected);
    }
  }
});

Deno.test("equalCuts: are evenly spaced and exact", () => {
  assertEquals(equalCuts("0.1", "0.7", 3), ["0.3", "0.5"]);
  assertEquals(equalCuts(5, 6, 1), []);
  assertThrows(() => equalCuts(1, 1, 3), RangeError, "Cannot cut 1 to 1, must ascend");
  assertThrows(() => equalCuts(0, 1, 2.5), RangeError, "2.5 parts, must be a whole number");
});

Deno.test("localization checkers: refuse what is wrong", () => {
  const grid = { frame: "y-up", xCuts: [1, 2], yCuts: [1, 2], onCut: "upper" } as const;
  const instance = { x: "1.25", y: 2, ...grid };
  const m = (value: number) => ({ value, unit: "unit" });
  assertEquals(checkCell(instance, exact({ column: 1, row: 0 }, m(0))), null);
  assertEquals(checkCell(instance, exact({ column: 1, row: 0 }, m(0.1))) === null, false);
  assertEquals(checkCell(instance, exact({ column: 1, row: 2 }, m(0))) === null, false);
  const region = { x: "0.5", y: 1, regions, onBoundary: "tie" } as const;
  assertEquals(checkRegion(region, exact("left")) === null, false);
  assertEquals(checkRegion({ ...region, x: 0, y: "-0.5" }, exact("left", m(0.5))), null);
  assertEquals(checkRegion({ ...region, x: 0, y: "-0.5" }, exact("left", m(0.51))) === null, false);
});

Deno.test("localization: one clear error for cuts, boxes, regions", () => {
  const grid = { x: 0, y: 0, frame: "y-up", yCuts: [], onCut: "tie" } as const;
  assertThrows(
    () => solveCell({ ...grid, xCuts: [2, 1] }),
    RangeError,
    "xCuts[1]: 1, must be above",
  );
  assertThrows(() => solveCell({ ...grid, xCuts: [NaN] }), RangeError, "xCuts[0]: NaN");
  const box = { minX: 3, minY: 0, maxX: 2, maxY: 1 };
  assertThrows(() => solveCell({ ...grid, xCuts: [], box }), RangeError, "must have min <= max");
  const rule = { x: 0, y: 0, onBoundary: "tie" } as const;
  assertThrows(() => solveRegion({ ...rule, regions: [] }), RangeError, "0 given");
  const bad = [{ name: "lake", rings: [[[0, 0], [2, 2], [2, 0], [0, 2]]] }] as const;
  assertThrows(
    () => solveRegion({ ...rule, regions: bad }),
    RangeError,
    'region "lake": Cannot build a polygon: edge 2 of ring 0 crosses edge 0 of ring 0',
  );
});
