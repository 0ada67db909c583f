import { assertEquals, assertThrows } from "../../../_assert.ts";
import fc from "../../../_fast_check.ts";
import {
  type Cell,
  GridBoard,
  GridDistances,
  GridMap,
  judgeGridPath,
} from "../../../../solvers/path/grid/mod.ts";
import { slowAnswers } from "./_slow.ts";

Deno.test("GridBoard agrees with walking over every way on every grid up to 3 x 4", () => {
  const way = new Uint8Array(64);
  for (let width = 1; width <= 3; width++) {
    for (let height = 1; height <= 4; height++) {
      const board = new GridBoard(width, height);
      const cells = width * height;
      for (let free = 0; free < 2 ** cells; free += cells > 9 ? 37 : 1) {
        board.setFree(free, 0);
        for (let s = 0; s < cells; s++) {
          if (!board.isFree(s)) continue;
          for (const [t, { best }] of slowAnswers(width, height, free, null, s).entries()) {
            if (!board.isFree(t)) continue;
            const steps = board.search(s, t);
            if (steps !== (best === Infinity ? -1 : best)) assertEquals(steps, best);
            assertEquals(board.writeWay(way), steps + 1);
          }
        }
      }
    }
  }
});

const boards = fc.record({
  width: fc.integer({ min: 1, max: 31 }),
  low: fc.integer(),
  high: fc.integer(),
  dense: fc.boolean(),
  ends: fc.tuple(fc.nat(), fc.nat()),
}).map(({ width, low, high, dense, ends }) => {
  const height = Math.floor(64 / width);
  const board = new GridBoard(width, height);
  board.setFree(dense ? low : low | low << 7, dense ? high : high | high >> 5);
  return { board, ends };
});

Deno.test("GridBoard agrees with labels on boards of every shape", () => {
  fc.assert(
    fc.property(boards, ({ board, ends }) => {
      const { width, height } = board;
      const free = [...Array(width * height).keys()].filter((i) => board.isFree(i));
      if (free.length === 0) return;
      const cellOf = (i: number): Cell => [i % width, Math.floor(i / width)];
      const map = GridMap.of(width, height, (x, y) => board.isFree(y * width + x) ? 1 : -1);
      const [s, t] = ends.map((end) => free[end % free.length]!) as [number, number];
      const distances = new GridDistances({ map, neighbours: 4, start: cellOf(s) });
      const expected = (i: number) => distances.lengthTo(cellOf(i))?.straight ?? -1;
      assertEquals(board.search(s, t), expected(t));
      const way = new Uint8Array(64);
      const cells = Array.from(way.subarray(0, board.writeWay(way)), cellOf);
      if (cells.length > 0) {
        const instance = { map, neighbours: 4, start: cellOf(s), goal: cellOf(t) } as const;
        assertEquals(judgeGridPath(instance, { cells }).optimal, true);
      }
      const steps = new Int8Array(width * height);
      board.writeDistances(s, steps);
      assertEquals([...steps], [...steps.keys()].map(expected));
    }),
    { numRuns: 3000 },
  );
});

Deno.test("GridBoard names sizes and maps it cannot take", () => {
  assertThrows(() => new GridBoard(9, 8), RangeError, "9 x 8, must be 1 to 31 columns");
  assertThrows(() => new GridBoard(32, 2), RangeError, "Cannot make board");
  assertThrows(() => new GridBoard(0, 2), RangeError, "Cannot make board");
  assertThrows(() => GridBoard.from({ cells: [[2]] }), RangeError, "must all cost 1");
});
