import { assert, assertEquals } from "../../../_assert.ts";
import fc from "../../../_fast_check.ts";
import { octileToNumber } from "../../../../geometry/octile.ts";
import {
  allShortestGridPaths,
  type Cell,
  checkGridCount,
  checkGridPath,
  countGridPaths,
  gridCertificate,
  gridCountCertificate,
  GridDistances,
  type GridInstance,
  judgeGridPath,
  kShortestGridPaths,
  necessaryGridCells,
  secondGridLength,
  solveGridPath,
} from "../../../../solvers/path/grid/mod.ts";
import { RULES } from "./_slow.ts";

interface Way {
  cells: Cell[];
  length: number;
}

/** Every way without repeated cells, by the rules alone, shortest first. */
function everyWay({ map, corners, start, goal }: GridInstance): Way[] {
  const rows = (map as { cells: (number | null)[][] }).cells;
  const cost = (x: number, y: number) => rows[y]?.[x] ?? null;
  const ways: Way[] = [];
  const walk = (cells: Cell[], straight: number, diagonal: number) => {
    const [x, y] = cells.at(-1)!;
    if (x === goal[0] && y === goal[1]) {
      ways.push({ cells, length: straight + diagonal * Math.SQRT2 });
      return;
    }
    for (const [dx, dy] of [[0, 1], [1, 0], [0, -1], [-1, 0]] as const) {
      const c = cost(x + dx, y + dy);
      if (c !== null && !cells.some(([u, v]) => u === x + dx && v === y + dy)) {
        walk([...cells, [x + dx, y + dy]], straight + c, diagonal);
      }
    }
    if (corners === undefined) return;
    for (const [dx, dy] of [[1, 1], [1, -1], [-1, -1], [-1, 1]] as const) {
      const c = cost(x + dx, y + dy);
      const open = [cost(x + dx, y), cost(x, y + dy)].filter((side) => side !== null).length;
      if (c === null || open < { "both-free": 2, "one-free": 1, always: 0 }[corners]) continue;
      if (!cells.some(([u, v]) => u === x + dx && v === y + dy)) {
        walk([...cells, [x + dx, y + dy]], straight, diagonal + c);
      }
    }
  };
  walk([start], 0, 0);
  return ways.sort((a, b) => a.length - b.length);
}

const cellCost = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 3 }) },
  { weight: 1, arbitrary: fc.constant(null) },
);

const instances = fc.record({
  width: fc.integer({ min: 1, max: 4 }),
  height: fc.integer({ min: 1, max: 3 }),
  costs: fc.array(cellCost, { minLength: 12, maxLength: 12 }),
  start: fc.nat(11),
  goal: fc.nat(11),
  rule: fc.constantFrom(...RULES),
}).map(({ width, height, costs, start, goal, rule }): GridInstance => {
  const cells = Array.from({ length: height }, (_, y) => costs.slice(y * width, (y + 1) * width));
  const end = (i: number): Cell => [i % width, Math.floor(i / width) % height];
  for (const [x, y] of [end(start), end(goal)]) cells[y]![x] ??= 1;
  const moves = rule === null
    ? { neighbours: 4 } as const
    : { neighbours: 8, corners: rule } as const;
  return { map: { cells }, start: end(start), goal: end(goal), ...moves };
});

Deno.test("counts are proven by their certificates, wrong ones are not", () => {
  fc.assert(
    fc.property(instances, (instance) => {
      const { cells } = instance.map as { cells: (number | null)[][] };
      const map = { cells: cells.map((row) => row.map((c) => c === 0 ? 1 : c)) };
      const priced = { ...instance, map };
      const ways = everyWay(priced);
      const count = BigInt(ways.filter((w) => w.length === ways[0]!.length).length);
      const certificate = gridCountCertificate(priced);
      assertEquals(checkGridCount(priced, count, certificate), null);
      assert(checkGridCount(priced, count + 1n, certificate) !== null);
      const counts = certificate.counts.map((c) => c === 0n ? c : c + 1n);
      assert(checkGridCount(priced, count, { ...certificate, counts }) !== null);
    }),
    { numRuns: 500 },
  );
});

Deno.test("terrain that costs 0 to 3: every answer as by walking over every way", () => {
  fc.assert(
    fc.property(instances, (instance) => {
      const ways = everyWay(instance);
      const best = ways.filter((w) => w.length === ways[0]!.length);
      const path = solveGridPath(instance);
      const labels = gridCertificate(instance);
      if (path.status !== "exact") {
        assertEquals([path.status, ways.length], ["impossible", 0]);
        assertEquals(checkGridPath(instance, null, labels), null);
        return;
      }
      assertEquals(octileToNumber(path.value.length), ways[0]!.length);
      assertEquals(checkGridPath(instance, path.value.cells, labels), null);
      const judged = judgeGridPath(instance, { cells: path.value.cells });
      assertEquals([judged.valid, judged.optimal], [true, true]);
      const count = countGridPaths(instance);
      assert(count.status === "exact");
      assertEquals(count.value, BigInt(best.length));
      const second = secondGridLength(instance);
      assertEquals(
        second.status === "exact" ? octileToNumber(second.value) : undefined,
        ways[best.length]?.length,
      );
      const listed = allShortestGridPaths(instance, 1000);
      assertEquals(
        listed.paths.map((p) => p.cells.join(" ")).sort(),
        best.map((w) => w.cells.join(" ")).sort(),
      );
      const k = kShortestGridPaths(instance, 7);
      assert(k.status === "exact");
      assertEquals(
        k.value.map((p) => octileToNumber(p.length)),
        ways.slice(0, 7).map((w) => w.length),
      );
      assertEquals(new Set(k.value.map((p) => p.cells.join(" "))).size, k.value.length);
      const always = necessaryGridCells(instance);
      assert(always.status === "exact");
      const steps = (cells: readonly Cell[]) =>
        cells.slice(1).map((c, i) => `${cells[i]!.join()} ${c.join()}`);
      const shared = steps(best[0]!.cells).filter((step) =>
        best.every((w) => steps(w.cells).includes(step))
      );
      assertEquals(always.value.steps.map(([u, v]) => `${u.join()} ${v.join()}`), shared);
      const sharedCells = best[0]!.cells.filter((c) =>
        best.every((w) => w.cells.some((d) => d.join() === c.join()))
      );
      assertEquals(always.value.cells, sharedCells);
      const distances = new GridDistances(instance);
      assertEquals(distances.lengthTo(instance.goal), path.value.length);
    }),
    { numRuns: 3000 },
  );
});
