import { assert, assertEquals, assertThrows } from "../../../_assert.ts";
import {
  allShortestGridPaths,
  type Cell,
  checkGridPath,
  countGridPaths,
  describeGridPath,
  gridCertificate,
  type GridInstance,
  GridMap,
  judgeGridPath,
  secondGridLength,
  solveGridPath,
} from "../../../../solvers/path/grid/mod.ts";

function open(n: number): string[] {
  return Array(n).fill(".".repeat(n));
}

function corner(n: number): GridInstance {
  return { map: { rows: open(n) }, neighbours: 4, start: [0, 0], goal: [n - 1, n - 1] };
}

Deno.test("countGridPaths() gives the binomials, past 2^53 too", () => {
  const binomial = (n: number) => {
    let value = 1n;
    for (let i = 1n; i <= BigInt(n); i++) value = value * (BigInt(n) + i) / i;
    return value;
  };
  for (const n of [2, 10, 28, 40, 70]) {
    const count = countGridPaths(corner(n));
    assert(count.status === "exact");
    assertEquals(count.value, binomial(n - 1));
  }
});

Deno.test("countGridPaths() says limit where free rounds leave too many ways", () => {
  const cells = Array.from({ length: 5 }, () => Array(5).fill(0));
  const instance = { ...corner(5), map: { cells } };
  const count = countGridPaths(instance, { listed: 100 });
  assertEquals(count, { status: "limit", lower: "100", upper: null, best: 100n });
  // The number of ways without repeated cells from corner to corner of a 5 x 5 grid (OEIS A007764).
  const all = countGridPaths(instance);
  assert(all.status === "exact");
  assertEquals(all.value, 8512n);
});

Deno.test("secondGridLength() is quick in a long corridor and in rooms behind one another", () => {
  const corridor = { rows: [".".repeat(500)] };
  const ends = { neighbours: 4, start: [0, 0], goal: [499, 0] } as const;
  assertEquals(secondGridLength({ map: corridor, ...ends }).status, "impossible");
  const rooms = { rows: ["..#..#..#..", "...........", "..#..#..#.."] };
  const second = secondGridLength({ map: rooms, neighbours: 4, start: [0, 0], goal: [10, 2] });
  assert(second.status === "exact");
  assertEquals(second.value.straight, 14);
});

Deno.test("judgeGridPath() names the first fault", () => {
  const map = { rows: ["..#.", "...."] };
  const instance = { map, neighbours: 4, start: [0, 0], goal: [3, 0] } as const;
  const fault = (cells: Cell[]) => judgeGridPath(instance, { cells }).fault;
  assertEquals(fault([]), "the way has no cells");
  assertEquals(fault([[1, 0]]), "the way begins at (1, 0), not at (0, 0)");
  assertEquals(fault([[0, 0], [0, -1]]), "step 1, from (0, 0) to (0, -1), leaves the map");
  assertEquals(
    fault([[0, 0], [1, 1]]),
    "step 1, from (0, 0) to (1, 1), is diagonal, with 4 neighbours",
  );
  assertEquals(fault([[0, 0], [0, 0]]), "step 1, from (0, 0) to (0, 0), stays in its cell");
  assertEquals(fault([[0, 0], [3, 0]]), "step 1, from (0, 0) to (3, 0), skips cells");
  assertEquals(fault([[0, 0], [1, 0]]), "the way ends at (1, 0), not at (3, 0)");
  assertEquals(
    judgeGridPath(instance, { moves: ["east", "up?"] }).fault,
    'move 2 is "up?", which is no direction',
  );
  assertEquals(
    judgeGridPath(instance, { labels: ["A", "B"], cellOf: { A: [0, 0] } }).fault,
    'label 2 is "B", which names no cell',
  );
});

Deno.test("judgeGridPath() reads all four forms alike", () => {
  const map = { rows: ["..#.", "...."] };
  const instance = { map, neighbours: 4, start: [0, 0], goal: [3, 0] } as const;
  const forms = [
    { cells: [[0, 0], [0, 1], [1, 1], [2, 1], [3, 1], [3, 0]] as const },
    { moves: ["S", "E", "right", "r", "North"] },
    {
      labels: ["a", "e", "f", "g", "h", "d"],
      cellOf: { a: [0, 0], d: [3, 0], e: [0, 1], f: [1, 1], g: [2, 1], h: [3, 1] } as const,
    },
    {
      coordinates: [[1, 2], [1, 1], [2, 1], [3, 1], [4, 1], [4, 2]] as const,
      frame: "y-up",
      origin: [1, 1],
    } as const,
  ];
  for (const form of forms) {
    const { valid, optimal, length } = judgeGridPath(instance, form);
    assertEquals({ valid, optimal, length }, {
      valid: true,
      optimal: true,
      length: { straight: 5, diagonal: 0 },
    });
  }
});

Deno.test("judgeGridPath() tells valid from optimal", () => {
  const judged = judgeGridPath(corner(3), { moves: [..."RDLDRR"] });
  assertEquals([judged.valid, judged.optimal, judged.fault], [true, false, null]);
});

Deno.test("corner rules differ as they say", () => {
  const rows = { none: ["..", ".."], one: [".#", ".."], two: [".#", "#."] };
  const length = (map: string[], corners: "both-free" | "one-free" | "always") => {
    const path = solveGridPath({
      map: { rows: map },
      neighbours: 8,
      corners,
      start: [0, 0],
      goal: [1, 1],
    });
    return path.status === "exact"
      ? [path.value.length.straight, path.value.length.diagonal]
      : null;
  };
  assertEquals(length(rows.none, "both-free"), [0, 1]);
  assertEquals(length(rows.one, "both-free"), [2, 0]);
  assertEquals(length(rows.one, "one-free"), [0, 1]);
  assertEquals(length(rows.two, "one-free"), null);
  assertEquals(length(rows.two, "always"), [0, 1]);
});

Deno.test("checkGridPath() finds what is wrong with a certificate", () => {
  const instance = corner(3);
  const labels = gridCertificate(instance);
  const cells = [[0, 0], [1, 0], [2, 0], [2, 1], [2, 2]] as const;
  assertEquals(checkGridPath(instance, cells, labels), null);
  const spoiled = { ...labels, straight: labels.straight.slice() };
  spoiled.straight[4] = 4;
  assert(checkGridPath(instance, cells, spoiled)?.startsWith("the label of (1, 1) is greater"));
  spoiled.straight[4] = -1;
  assert(checkGridPath(instance, cells, spoiled)?.startsWith("(1, 1) has no label"));
  assertEquals(
    checkGridPath(instance, null, labels),
    "the goal has a label, though no way is claimed",
  );
  const long = [[0, 0], [0, 1], [1, 1], [1, 0], [2, 0], [2, 1], [2, 2]] as const;
  assertEquals(
    checkGridPath(instance, long, labels),
    "the way is not as long as the label of its goal",
  );
});

Deno.test("describeGridPath() turns to the shorter side, and around", () => {
  const words = describeGridPath([[1, 1], [0, 0], [0, 1], [1, 1]], "east").legs.map((l) => l.turn);
  assertEquals(words, [-135, -135, -90]);
  assertEquals(describeGridPath([[0, 0], [0, 1]], "north").legs[0]!.turn, 180);
  assertThrows(() => describeGridPath([[0, 0], [0, 2]], "north"), RangeError, "step 1");
});

Deno.test("allShortestGridPaths() stops at its cap and says so", () => {
  const { paths, complete } = allShortestGridPaths(corner(8), 100);
  assertEquals([paths.length, complete], [100, false]);
  assertEquals(new Set(paths.map((p) => p.cells.join(" "))).size, 100);
  assertEquals(allShortestGridPaths(corner(5), 70).complete, true);
});

Deno.test("bad input is named", () => {
  const ends = { neighbours: 4, start: [0, 0], goal: [1, 0] } as const;
  const solve = (rows: string[], more: Partial<GridInstance> = {}) => () =>
    solveGridPath({ map: { rows }, ...ends, ...more });
  assertThrows(solve(["..", "..."]), RangeError, "row 1 has 3 cells, must have 2");
  assertThrows(solve([]), RangeError, "0 x 0 cells");
  assertThrows(solve(["a."]), SyntaxError, 'Cannot read map: "a" at column 0 of row 0');
  assertThrows(solve([".#"]), RangeError, "Cannot use goal: (1, 0) is blocked");
  assertThrows(solve([".."], { goal: [2, 0] }), RangeError, "(2, 0) is outside the map");
  assertThrows(solve([".."], { goal: [0.5, 0] }), RangeError, "(0.5, 0) is outside the map");
  assertThrows(solve([".."], { neighbours: 8 }), RangeError, "corners not given");
  assertThrows(() => GridMap.from({ cells: [[1, -1]] }), RangeError, "column 1 of row 0");
  assertThrows(() => GridMap.from({ cells: [[1.5]] }), RangeError, "a cost of 1.5");
});

Deno.test("lengths past what can be compared are refused", () => {
  const width = 2 ** 20 + 2;
  const map = GridMap.of(width, 1, () => 2 ** 31 - 1);
  const instance = { map, neighbours: 8, corners: "always", start: [0, 0] } as const;
  const solve = (x: number) => solveGridPath({ ...instance, goal: [x, 0] });
  const near = solve(2 ** 20);
  assert(near.status === "exact");
  assertEquals(near.value.length.straight, 2 ** 20 * (2 ** 31 - 1));
  assertThrows(() => solve(width - 1), RangeError, "must be at most 2^51");
});
