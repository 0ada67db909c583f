import { assertEquals } from "../../../_assert.ts";
import fc from "../../../_fast_check.ts";
import {
  checkGridPath,
  gridCertificate,
  GridDistances,
  GridFlood,
  GridMap,
  type GridMoves,
  GridRouter,
  judgeGridPath,
} from "../../../../solvers/path/grid/mod.ts";
import { RULES } from "./_slow.ts";

function movesOf(rule: typeof RULES[number]): GridMoves {
  return rule === null ? { neighbours: 4 } : { neighbours: 8, corners: rule };
}

/** Compares every pair of free cells with labels that were made from the same start. */
function compareAll(map: GridMap): void {
  for (const rule of RULES) {
    const moves = movesOf(rule);
    const router = new GridRouter(map, moves);
    for (let i = 0; i < map.width * map.height; i++) {
      const start = [i % map.width, Math.floor(i / map.width)] as const;
      if (!map.isFree(...start)) continue;
      const distances = new GridDistances({ map, start, ...moves });
      for (let j = 0; j < map.width * map.height; j++) {
        const goal = [j % map.width, Math.floor(j / map.width)] as const;
        if (!map.isFree(...goal)) continue;
        const answer = router.solve(start, goal);
        const length = answer.status === "exact" ? answer.value.length : null;
        const expected = distances.lengthTo(goal);
        if (length?.straight !== expected?.straight || length?.diagonal !== expected?.diagonal) {
          assertEquals(length, expected, `${rule} ${start} ${goal}`);
        }
        if (answer.status !== "exact") continue;
        const { fault, optimal } = judgeGridPath({ map, start, goal, ...moves }, answer.value);
        if (!optimal) assertEquals(fault, null, `${rule} ${start} ${goal}`);
      }
    }
  }
}

Deno.test("GridRouter agrees with labels on every grid up to 3 x 3", () => {
  for (let width = 1; width <= 3; width++) {
    for (let height = 1; height <= 3; height++) {
      for (let free = 0; free < 2 ** (width * height); free++) {
        compareAll(GridMap.of(width, height, (x, y) => free >> (y * width + x) & 1 ? 1 : -1));
      }
    }
  }
});

const maps = fc.record({
  width: fc.integer({ min: 1, max: 70 }),
  height: fc.integer({ min: 1, max: 70 }),
  density: fc.integer({ min: 0, max: 50 }),
  terrain: fc.constantFrom(0, 4, 40, 4000),
  seed: fc.integer(),
});

/** A small generator of numbers from 0 to 99, for maps that are too large to shrink. */
function percents(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = Math.imul(state ^ state >>> 15, 0x2c1b3c6d) + 0x9e3779b9 | 0;
    return ((state ^ state >>> 13) >>> 0) % 100;
  };
}

Deno.test("GridRouter agrees with labels and certificates on random maps", () => {
  fc.assert(
    fc.property(maps, ({ width, height, density, terrain, seed }) => {
      const next = percents(seed);
      const map = GridMap.of(width, height, () => {
        if (next() < density) return -1;
        return terrain > 0 ? (next() * 100 + next()) % terrain : 1;
      });
      const free = Array.from({ length: width * height }, (_, i) => i)
        .filter((i) => map.isFree(i % width, Math.floor(i / width)))
        .map((i) => [i % width, Math.floor(i / width)] as const);
      if (free.length === 0) return;
      for (const rule of RULES) {
        const moves = movesOf(rule);
        const router = new GridRouter(map, moves);
        for (let i = 0; i < 12; i++) {
          const pick = () => free[(next() * 100 + next()) % free.length]!;
          const instance = { map, start: pick(), goal: pick(), ...moves };
          const answer = router.solve(instance.start, instance.goal);
          const cells = answer.status === "exact" ? answer.value.cells : null;
          const fault = checkGridPath(instance, cells, gridCertificate(instance));
          assertEquals(fault, null, JSON.stringify(instance));
        }
      }
    }),
    { numRuns: 60 },
  );
});

Deno.test("the bulk forms agree with one question at a time", () => {
  const next = percents(5);
  for (const terrain of [false, true]) {
    const map = GridMap.of(
      40,
      30,
      () => next() < 30 ? -1 : terrain ? 1 + next() % 3 : 1,
    );
    const free = [...Array(1200).keys()].map((i) => map.idOf(i % 40, Math.floor(i / 40)))
      .filter((id) => map.isFree(...map.cellOf(id)));
    for (const rule of RULES) {
      const router = new GridRouter(map, movesOf(rule));
      const flood = new GridFlood(map, movesOf(rule));
      const goals = Int32Array.from(
        { length: 30 },
        () => free[(next() * 100 + next()) % free.length]!,
      );
      const start = goals[0]!;
      const room = () => ({ straight: new Float64Array(30), diagonal: new Int32Array(30) });
      const [pairs, many] = [room(), room()];
      const found = router.writeLengths(new Int32Array(30).fill(start), goals, pairs);
      assertEquals(flood.writeLengths(start, goals, many), found);
      assertEquals(many, pairs);
      const distances = new GridDistances({ map, start: map.cellOf(start), ...movesOf(rule) });
      assertEquals(flood.flood(start), distances.reachedCount);
      for (const [i, goal] of goals.entries()) {
        const length = distances.lengthTo(map.cellOf(goal));
        assertEquals(pairs.straight[i], length?.straight ?? -1);
        assertEquals(pairs.diagonal[i], length?.diagonal ?? 0);
        assertEquals(flood.reaches(goal), length !== null);
      }
    }
  }
});
