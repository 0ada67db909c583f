import { assertEquals } from "../../../_assert.ts";
import {
  type Cell,
  type CornerRule,
  countGridPaths,
  type GridInstance,
  GridMap,
  necessaryGridCells,
  secondGridLength,
  solveGridPath,
} from "../../../../solvers/path/grid/mod.ts";
import { type Octile, octileToNumber } from "../../../../geometry/octile.ts";
import type { Outcome } from "../../../../solvers/outcome.ts";
import { RULES, type SlowAnswer, slowAnswers } from "./_slow.ts";

/**
 * Every grid up to 3x3 always; of the larger ones, up to 4x4, a fixed part, or all of them with
 * ALIDADE_ALL_GRIDS=1 (some twenty minutes).
 */
const ALL = Deno.env.get("ALIDADE_ALL_GRIDS") === "1";

const SIZES: readonly [number, number][] = [1, 2, 3, 4].flatMap((w) =>
  [1, 2, 3, 4].map((h): [number, number] => [w, h])
);

for (const [width, height] of SIZES) {
  const cells = width * height;
  const stride = ALL || cells <= 9 ? 1 : cells <= 12 ? 61 : 4801;
  Deno.test(`grids of ${width} x ${height}: all answers as by walking over every way`, () => {
    for (let free = 0; free < 2 ** cells; free += stride) {
      const map = GridMap.of(width, height, (x, y) => free >> (y * width + x) & 1 ? 1 : -1);
      for (const corners of RULES) {
        for (let s = 0; s < cells; s++) {
          if (free >> s & 1) compareFrom(map, free, corners, s);
        }
      }
    }
  });
}

function compareFrom(map: GridMap, free: number, corners: CornerRule | null, s: number): void {
  const expected = slowAnswers(map.width, map.height, free, corners, s);
  const cellOf = (i: number): Cell => [i % map.width, Math.floor(i / map.width)];
  const moves = corners === null ? { neighbours: 4 } as const : { neighbours: 8, corners } as const;
  for (const [t, slow] of expected.entries()) {
    if ((free >> t & 1) === 0) continue;
    const instance: GridInstance = { map, start: cellOf(s), goal: cellOf(t), ...moves };
    compare(instance, slow);
  }
}

function compare(instance: GridInstance, slow: SlowAnswer): void {
  const path = solveGridPath(instance);
  const count = countGridPaths(instance);
  const always = necessaryGridCells(instance);
  const cells = always.status === "exact" ? always.value.cells : [];
  const { width } = instance.map as GridMap;
  const answer: SlowAnswer = {
    best: path.status === "exact" ? octileToNumber(path.value.length) : Infinity,
    count: count.status === "exact" ? Number(count.value) : 0,
    second: lengthOf(secondGridLength(instance)),
    always: cells.reduce((mask, [x, y]) => mask | 1 << y * width + x, 0),
  };
  if (isSame(answer, slow)) return;
  const told = JSON.stringify({ ...instance, map: rowsOf(instance.map as GridMap) });
  assertEquals(answer, slow, told);
}

function isSame(a: SlowAnswer, b: SlowAnswer): boolean {
  return a.best === b.best && a.count === b.count && a.second === b.second && a.always === b.always;
}

function lengthOf(outcome: Outcome<Octile>): number {
  if (outcome.status === "exact") return octileToNumber(outcome.value);
  assertEquals(outcome.status, "impossible");
  return Infinity;
}

function rowsOf(map: GridMap): string[] {
  return Array.from(
    { length: map.height },
    (_, y) => Array.from({ length: map.width }, (_, x) => map.isFree(x, y) ? "." : "#").join(""),
  );
}
