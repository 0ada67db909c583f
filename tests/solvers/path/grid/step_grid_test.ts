import { assertEquals, assertThrows } from "../../../_assert.ts";
import { StepGrid } from "../../../../solvers/path/grid/mod.ts";
import { slowAnswers } from "./_slow.ts";

Deno.test("StepGrid counts steps and ways as walking over every way does", () => {
  const grid = new StepGrid(4, 3);
  for (let free = 0; free < 2 ** 12; free += 13) {
    for (let i = 0; i < 12; i++) grid.free[grid.idOf(i % 4, Math.floor(i / 4))] = free >> i & 1;
    for (let s = 0; s < 12; s++) {
      if ((free >> s & 1) === 0) continue;
      const reached = grid.spread(grid.idOf(s % 4, Math.floor(s / 4)));
      const slow = slowAnswers(4, 3, free, null, s);
      assertEquals(reached, slow.filter((a) => a.best < Infinity).length);
      for (const [t, { best, count }] of slow.entries()) {
        const id = grid.idOf(t % 4, Math.floor(t / 4));
        assertEquals(grid.steps[id], best === Infinity ? -1 : best);
        if (best < Infinity) assertEquals(grid.ways[id], count);
      }
    }
  }
  assertThrows(() => new StepGrid(0, 3), RangeError, "0 x 3, must be at least 1 x 1");
});
