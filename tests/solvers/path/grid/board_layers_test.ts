import { assertEquals, assertThrows } from "../../../_assert.ts";
import fc from "../../../_fast_check.ts";
import { BoardLayers, StepGrid } from "../../../../solvers/path/grid/mod.ts";

const boards = fc.record({
  width: fc.integer({ min: 1, max: 31 }),
  low: fc.integer(),
  high: fc.integer(),
  dense: fc.boolean(),
  start: fc.nat(),
});

/** Another way to the same: labels, cell by cell. */
function labelled(layers: BoardLayers, start: number): { grid: StepGrid; ids: number[] } {
  const { width, height } = layers;
  const grid = new StepGrid(width, height);
  const ids = Array.from({ length: width * height }, (_, i) => {
    const id = grid.idOf(i % width, Math.floor(i / width));
    grid.free[id] = layers.isFree(i) ? 1 : 0;
    return id;
  });
  grid.spread(ids[start]!);
  return { grid, ids };
}

/** The cells of two halves. */
function cellsOf(low: number, high: number): number[] {
  return [...Array(64).keys()].filter((i) => ((i < 32 ? low : high) >> i & 1) === 1);
}

Deno.test("BoardLayers agrees with labels: fronts, single ways, last moves, numbers of ways", () => {
  fc.assert(
    fc.property(boards, ({ width, low, high, dense, start }) => {
      const layers = new BoardLayers(width, Math.floor(64 / width));
      layers.setFree(dense ? low : low | low << 7, dense ? high : high | high >> 5);
      const free = cellsOf(layers.freeLow, layers.freeHigh);
      if (free.length === 0) return;
      const from = free[start % free.length]!;
      const { grid, ids } = labelled(layers, from);
      const end = Math.max(...ids.map((id) => grid.steps[id]!));
      assertEquals(layers.spread(from, 64), -1);
      assertEquals(layers.spread(from, end), end);
      layers.singleOut(end);
      layers.countWays(end);
      const by = [-grid.stride, 1, grid.stride, -1];
      for (let steps = 0; steps <= end; steps++) {
        const front = cellsOf(layers.frontLow[steps]!, layers.frontHigh[steps]!);
        assertEquals(front, [...ids.keys()].filter((i) => grid.steps[ids[i]!] === steps));
        assertEquals(
          cellsOf(layers.onceLow[steps]!, layers.onceHigh[steps]!),
          front.filter((i) => grid.ways[ids[i]!] === 1),
        );
        for (const i of front) assertEquals(layers.ways[i], grid.ways[ids[i]!]);
        for (let move = 0; steps > 0 && move < 4; move++) {
          layers.reachedBy(steps, move);
          const isLast = (i: number, m: number) => grid.steps[ids[i]! - by[m]!] === steps - 1;
          assertEquals(
            cellsOf(layers.pickLow, layers.pickHigh),
            front.filter((i) => [0, 1, 2, 3].every((m) => isLast(i, m) === (m === move))),
          );
        }
      }
    }),
    { numRuns: 500 },
  );
});

Deno.test("BoardLayers names sizes it cannot take", () => {
  assertThrows(() => new BoardLayers(9, 8), RangeError, "9 x 8, must be 1 to 31 columns");
  assertThrows(() => new BoardLayers(32, 2), RangeError, "Cannot make board");
  assertThrows(() => new BoardLayers(0, 2), RangeError, "Cannot make board");
});
