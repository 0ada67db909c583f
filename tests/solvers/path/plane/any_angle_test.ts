import { AnyAngle, GridMap } from "../../../../solvers/mod.ts";
import { assert, assertEquals, assertThrows } from "../../../_assert.ts";
import fc from "../../../_fast_check.ts";
import { isSame, slowAnyAngle, slowLength } from "./_any_angle_oracle.ts";

/** Compares every pair of corners of a map, and returns how many pairs that were. */
function compareAll(rows: readonly string[]): number {
  const slow = slowAnyAngle(rows);
  const fast = new AnyAngle(GridMap.from({ rows }));
  const corners: [number, number][] = [];
  for (let y = 0; y <= rows.length; y++) {
    for (let x = 0; x <= rows[0]!.length; x++) corners.push([x, y]);
  }
  for (const start of corners) {
    for (const goal of corners) {
      const message = `${rows.join("/")} from ${start} to ${goal}`;
      const expected = slow.answer(start, goal);
      const path = fast.path(start, goal);
      const isWalledIn = !touchesFree(rows, start) || !touchesFree(rows, goal);
      if (expected === null || isWalledIn) {
        assertEquals(path, null, message);
        continue;
      }
      assert(path !== null, message);
      assert(isSame(slowLength(path.squares), expected.length), message);
      if (expected.length > 0n) assertEquals(path.count, expected.count, message);
    }
  }
  return corners.length ** 2;
}

function touchesFree(rows: readonly string[], [x, y]: [number, number]): boolean {
  return [[x, y], [x - 1, y], [x, y - 1], [x - 1, y - 1]].some(([cx, cy]) =>
    rows[cy!]?.[cx!] === "."
  );
}

Deno.test("AnyAngle: every map of 3 x 2 cells, all pairs, length and count", () => {
  for (let bits = 0; bits < 2 ** 6; bits++) {
    const cells = Array.from({ length: 6 }, (_, i) => bits >> i & 1 ? "#" : ".").join("");
    compareAll([cells.slice(0, 3), cells.slice(3)]);
  }
});

Deno.test("AnyAngle: random maps to 7 x 6 cells, all pairs, length and count", () => {
  const map = fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 6 })).chain(
    ([w, h]) =>
      fc.array(
        fc.array(fc.constantFrom(".", ".", "#"), { minLength: w, maxLength: w }).map((r) =>
          r.join("")
        ),
        { minLength: h, maxLength: h },
      ),
  );
  fc.assert(fc.property(map, (rows) => void compareAll(rows)), {
    numRuns: Number(Deno.env.get("ALIDADE_RUNS") ?? 60),
  });
});

Deno.test("AnyAngle: mirrored obstacles leave exactly two ways", () => {
  const rows = [".......", ".......", "..###..", "..###..", "..###..", ".......", "......."];
  const path = new AnyAngle(GridMap.from({ rows })).path([0, 0], [7, 7]);
  assertEquals(path?.count, 2n);
  assertEquals(path?.squares, [29, 29]);
});

Deno.test("AnyAngle: the two sides of a double corner", () => {
  const routes = new AnyAngle(GridMap.from({ rows: ["..#", ".#.", "..."] }));
  assert(routes.isDoubleCorner([2, 1]));
  assertEquals(routes.path([2, 1], [0, 0])?.squares, [5]);
  assertEquals(routes.path([2, 1], [0, 0], { startSide: 1 })?.squares, [5]);
  const own = routes.path([2, 1], [0, 0], { startSide: 0 });
  assertEquals(own?.points, [[2, 1], [2, 2], [1, 2], [0, 0]]);
});

Deno.test("AnyAngle: a point off the map is refused", () => {
  const routes = new AnyAngle(GridMap.from({ rows: ["..", ".."] }));
  assertThrows(() => routes.path([0, 3], [1, 1]), RangeError, "(0, 3), must be a cell corner");
  assertThrows(() => routes.path([0, 0.5], [1, 1]), RangeError, "must be a cell corner");
});
