import {
  checkTerrainPath,
  type GridInstance,
  solveGridPath,
  solveTerrainPath,
  type TerrainInstance,
} from "../../../../solvers/path/grid/mod.ts";
import { assert, assertEquals, assertThrows } from "../../../_assert.ts";
import fc from "../../../_fast_check.ts";
import { THOROUGH } from "../../../_thorough.ts";

const side = fc.integer({ min: 2, max: 6 });
const steps = [
  "up",
  "up-right",
  "right",
  "down-right",
  "down",
  "down-left",
  "left",
  "up-left",
] as const;
const moves = fc.constantFrom(
  { neighbours: 4 } as const,
  ...(["both-free", "one-free", "always"] as const).map((corners) =>
    ({ neighbours: 8, corners }) as const
  ),
);
const cost = fc.constantFrom(1, 1, 1, "0.5", "1.25", 0, 3, null);

const instances = fc.tuple(side, side, moves, fc.integer({ min: 1, max: 2 })).chain(
  ([width, height, moves, agent]) => {
    const cell = fc.tuple(fc.nat(width - 1), fc.nat(height - 1));
    const gate = fc.tuple(
      cell,
      fc.option(fc.subarray([...steps]), { nil: undefined }),
      fc.option(fc.subarray([...steps]), { nil: undefined }),
    ).map(([cell, enter, leave]) => ({
      cell,
      ...(enter === undefined ? {} : { enter }),
      ...(leave === undefined ? {} : { leave }),
    }));
    const row = fc.array(cost, { minLength: width, maxLength: width });
    return fc.tuple(
      fc.array(row, { minLength: height, maxLength: height }),
      cell,
      cell,
      fc.array(gate, { maxLength: 4 }),
      fc.constantFrom(undefined, "euclidean" as const, "manhattan" as const, "chebyshev" as const),
    ).map(([cells, start, goal, gates, approach]): TerrainInstance => {
      return { map: { cells }, ...moves, start, goal, gates, agent, ...approach && { approach } };
    });
  },
);

Deno.test("solveTerrainPath: the checker agrees on costs, gates, sizes and blocked goals", () => {
  const seen = new Set<string>();
  let solved = 0;
  fc.assert(
    fc.property(instances, (instance) => {
      let outcome;
      try {
        outcome = solveTerrainPath(instance);
      } catch (error) {
        // Only a start or goal without room is refused.
        assert(error instanceof RangeError && error.message.includes("is blocked, must be"));
        return;
      }
      solved++;
      seen.add(`${outcome.status} ${instance.approach}`);
      assertEquals(checkTerrainPath(instance, outcome), null);
    }),
    { numRuns: THOROUGH ? 50_000 : 1500 },
  );
  assert(solved > 400);
  for (
    const what of ["exact undefined", "impossible undefined", "exact euclidean", "tie chebyshev"]
  ) {
    assert(seen.has(what), what);
  }
});

Deno.test("solveTerrainPath: is solveGridPath where costs are whole and nothing else holds", () => {
  const map = fc.array(fc.stringMatching(/^[.#~]{6}$/), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(map, moves, (rows, moves) => {
      const whole = rows.map((row, y) =>
        y === 0 ? `.${row.slice(1)}` : y === 4 ? `${row.slice(1)}.` : row
      );
      const instance: GridInstance = {
        map: { rows: whole, costs: { "~": 3 } },
        ...moves,
        start: [0, 0],
        goal: [5, 4],
      };
      const [plain, found] = [
        solveGridPath(instance),
        solveTerrainPath(instance as TerrainInstance),
      ];
      assertEquals(found.status, plain.status);
      if (plain.status !== "exact" || found.status !== "exact") return;
      const { straight, diagonal } = found.value.length;
      assertEquals(
        [straight, diagonal],
        [plain.value.length.straight, plain.value.length.diagonal].map(String),
      );
    }),
    { numRuns: THOROUGH ? 10_000 : 300 },
  );
});

Deno.test("solveTerrainPath: the nearest reachable cell to a walled-off goal, by hand", () => {
  const rows = [".....", "..###", "..#.#", "..###"];
  const base = { map: { rows }, neighbours: 4, start: [0, 3], goal: [3, 2] } as const;
  assertEquals(solveTerrainPath(base).status, "impossible");
  // Two cells are 2 away: (3, 0) after 6 steps and (1, 2) after 2.
  const near = solveTerrainPath({ ...base, approach: "euclidean" });
  assertEquals(near.status === "exact" && near.value, {
    length: { straight: "2", diagonal: "0" },
    cells: [[0, 3], [0, 2], [1, 2]],
  });
  // A blocked goal between two cells equally near and equally far.
  const tied = solveTerrainPath({
    map: { rows: ["...", ".#.", "..."] },
    neighbours: 4,
    start: [0, 0],
    goal: [1, 1],
    approach: "manhattan",
  });
  assertEquals(tied.status === "tie" && tied.values.map(({ cells }) => cells.at(-1)), [[1, 0], [
    0,
    1,
  ]]);
});

Deno.test("solveTerrainPath: one-way cells, and one who needs room, by hand", () => {
  const street = { map: { rows: ["...", ".#.", "..."] }, neighbours: 4 } as const;
  const gates = [{ cell: [1, 0], enter: ["right"], leave: ["right"] }] as const;
  const there = solveTerrainPath({ ...street, gates, start: [0, 0], goal: [2, 0] });
  assertEquals(there.status === "exact" && there.value.length.straight, "2");
  const back = solveTerrainPath({ ...street, gates, start: [2, 0], goal: [0, 0] });
  assertEquals(back.status === "exact" && back.value.length.straight, "6");
  const gap = { map: { rows: ["....", "..#.", "....", "...."] }, neighbours: 4 } as const;
  const wide = solveTerrainPath({ ...gap, agent: 2, start: [0, 0], goal: [2, 2] });
  assertEquals(wide.status === "exact" && wide.value.cells, [[0, 0], [0, 1], [0, 2], [1, 2], [
    2,
    2,
  ]]);
  assertThrows(
    () => solveTerrainPath({ ...gap, agent: 2, start: [0, 0], goal: [3, 3] }),
    RangeError,
    "Cannot use goal: (3, 3) is blocked, must be the corner of 2 times 2 free cells",
  );
});

Deno.test("solveTerrainPath: decimals of many digits decide", () => {
  const cells = [["1", "0.10000000000001", "0.1"], ["1", null, "0.1"], ["0.1", "0.1", "0.1"]];
  const instance = { map: { cells }, neighbours: 4, start: [0, 0], goal: [2, 2] } as const;
  const found = solveTerrainPath(instance);
  assertEquals(found.status === "exact" && found.value.length.straight, "0.40000000000001");
  const more = cells.map((row) =>
    row.map((c) => c === "0.10000000000001" ? "1.00000000000001" : c)
  );
  const other = solveTerrainPath({ ...instance, map: { cells: more } });
  assertEquals(other.status === "exact" && other.value.cells[1], [0, 1]);
  const bad = (map: unknown, message: string) =>
    assertThrows(() => solveTerrainPath({ ...instance, map } as TerrainInstance), Error, message);
  bad({ cells: [["-1"]] }, "Cannot read cells[0][0]: -1, must be 0 or more");
  bad({ cells: [[1, 2], [1]] }, "row 1 has 1 cells, must have 2");
  bad({ rows: ["..", ".?"] }, '"?" at column 1 of row 1, must be one of');
  bad({ rows: [".~"], costs: { "~": 0.5 } }, 'Cannot read costs["~"]: 0.5, must be an integer');
  bad({ cells: [[1, "1e16"]] }, "must be below 2^51");
  bad({ cells: [] }, "it has no cells");
});

Deno.test("checkTerrainPath: refuses ways and lengths that are wrong", () => {
  const instance = {
    map: { rows: ["...", "..."] },
    neighbours: 4,
    start: [0, 0],
    goal: [2, 0],
  } as const;
  const right = solveTerrainPath(instance);
  assert(right.status === "exact");
  const { length, cells } = right.value;
  const claim = (value: typeof right.value) =>
    checkTerrainPath(instance, { status: "exact", value, margin: null });
  assertEquals(claim({ length, cells }), null);
  assertEquals(
    claim({
      length: { straight: "4", diagonal: "0" },
      cells: [[0, 0], [0, 1], [1, 1], [2, 1], [2, 0]],
    }),
    "a shorter way leads there",
  );
  assertEquals(
    claim({ length: { straight: "3", diagonal: "0" }, cells }),
    "the length is not that of the way",
  );
  assertEquals(claim({ length, cells: [[0, 0], [2, 0]] }), "the step to (2, 0) is not allowed");
  assertEquals(
    checkTerrainPath(instance, { status: "impossible", reason: "no" }),
    "a way leads to (2, 0)",
  );
});
