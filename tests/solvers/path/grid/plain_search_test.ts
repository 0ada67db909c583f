import { assert, assertEquals, assertThrows } from "../../../_assert.ts";
import fc from "../../../_fast_check.ts";
import { GridLabels } from "../../../../solvers/path/grid/_labels.ts";
import {
  type CornerRule,
  type GridInstance,
  GridMap,
  type GridSource,
  judgeGridPath,
  solveGridPath,
} from "../../../../solvers/path/mod.ts";

const RULES = [null, "both-free", "one-free", "always"] as const;

/** Maps up to a size beyond which others are searched, with two free cells of each. */
const drawn = fc.tuple(
  fc.integer({ min: 1, max: 34 }),
  fc.integer({ min: 1, max: 34 }),
  fc.integer({ min: 0, max: 45 }),
).chain(([width, height, blocked]) =>
  fc.tuple(
    fc.array(
      fc.array(fc.integer({ min: 0, max: 99 }).map((d) => d >= blocked), {
        minLength: width,
        maxLength: width,
      }),
      { minLength: height, maxLength: height },
    ),
    fc.tuple(fc.nat(width - 1), fc.nat(height - 1)),
    fc.tuple(fc.nat(width - 1), fc.nat(height - 1)),
  ).map(([free, start, goal]) => {
    free[start[1]]![start[0]] = true;
    free[goal[1]]![goal[0]] = true;
    return { free, start, goal };
  })
);

/** One map in each form that is read. */
function forms(free: readonly (readonly boolean[])[]): GridSource[] {
  const text = (blocked: string, open: string) =>
    free.map((row) => row.map((cell) => cell ? open : blocked).join(""));
  return [
    { rows: text("#", ".") },
    { rows: text("x", "_"), blocked: "x", free: "_" },
    { rows: text("█", "."), blocked: "█" },
    { cells: free.map((row) => row.map((cell) => cell ? 1 : null)) },
    GridMap.from({ rows: text("#", ".") }),
  ];
}

function moves(corners: CornerRule | null): Pick<GridInstance, "neighbours" | "corners"> {
  return corners === null ? { neighbours: 4 } : { neighbours: 8, corners };
}

Deno.test("solveGridPath() finds the same way on small maps of any form as by labels", () => {
  fc.assert(
    fc.property(drawn, fc.constantFrom(...RULES), ({ free, start, goal }, corners) => {
      const sources = forms(free);
      const map = GridMap.from(sources[0]!);
      const [from, to] = [map.idOf(...start), map.idOf(...goal)];
      const labels = new GridLabels(map, corners).spread(from);
      for (const source of sources) {
        const instance = { map: source, start, goal, ...moves(corners) };
        const found = solveGridPath(instance);
        assertEquals(found.status, labels.reaches(to) ? "exact" : "impossible");
        if (found.status !== "exact") continue;
        assertEquals(found.value.length, labels.lengthOf(to));
        if (corners !== null) assert(judgeGridPath(instance, found.value).optimal);
        else assertEquals(found.value.cells, labels.wayTo(to).map((id) => map.cellOf(id)));
      }
    }),
    { numRuns: 300 },
  );
});

Deno.test("solveGridPath() can be asked while it reads an instance", () => {
  const inner = { map: { rows: ["...", "##.", "..."] }, neighbours: 4 } as const;
  const rows = ["....", "...."];
  Object.defineProperty(rows, 1, {
    get() {
      solveGridPath({ ...inner, start: [0, 0], goal: [0, 2] });
      return "....";
    },
  });
  const found = solveGridPath({ map: { rows }, neighbours: 4, start: [0, 0], goal: [3, 1] });
  assert(found.status === "exact" && found.value.length.straight === 4);
});

Deno.test("solveGridPath() names what small maps lack", () => {
  const good = { map: { rows: ["..", ".."] }, neighbours: 4, start: [0, 0], goal: [1, 1] } as const;
  const wrong = (change: Record<string, unknown>, message: string) =>
    assertThrows(
      () => solveGridPath({ ...good, ...change } as unknown as GridInstance),
      Error,
      message,
    );
  wrong({ map: { rows: ["..", "."] } }, "row 1 has 1 cells, must have 2");
  wrong({ map: { rows: ["..", ".?"] } }, '"?" at column 1 of row 1');
  wrong({ map: { rows: ["..", ".é"] } }, '"é" at column 1 of row 1');
  wrong({ map: { rows: [] } }, "must be at least 1 x 1");
  wrong({ map: { rows: ["..", ".#"] } }, "Cannot use goal: (1, 1) is blocked");
  wrong({ map: { cells: [[1, 1], [1, -1]] } }, "a cost of NaN at column 1 of row 1");
  wrong({ goal: [2, 0] }, "Cannot use goal: (2, 0) is outside the map");
  wrong({ goal: [0.5, 0] }, "Cannot use goal: (0.5, 0) is outside the map");
  wrong({ goal: [1] }, "Cannot read goal");
  wrong({ corners: "always" }, "Cannot use moves");
  wrong({ neighbours: 8, corners: "never" }, "Cannot read corners");
  assertThrows(() => solveGridPath(null as unknown as GridInstance), TypeError, "Cannot read");
});
