import { Chance, chanceKey } from "../../../tasks/mod.ts";
import { MAZE_KINDS, MazeMaker } from "../../../tasks/grids/mazes.ts";
import { StepGrid } from "../../../solvers/mod.ts";
import { assert, assertEquals, assertGreater } from "../../_assert.ts";

for (const kind of MAZE_KINDS) {
  Deno.test(`mazes: ${kind} joins all rooms by one way each`, () => {
    const chance = new Chance(chanceKey(["maze", kind]));
    for (const rooms of [1, 2, 3, 5, 9]) {
      const grid = new StepGrid(2 * rooms + 1, 2 * rooms + 1);
      const maker = new MazeMaker(grid);
      for (let index = 0; index < 40; index++) {
        chance.start(index);
        maker.draw(kind, 0, chance);
        const free = grid.free.reduce((sum, f) => sum + f, 0);
        // A tree of n^2 rooms has n^2 - 1 openings; all in reach, so none is missing or too many.
        assertEquals(free, 2 * rooms ** 2 - 1);
        assertEquals(grid.spread(grid.idOf(1, 1)), free);
        for (let i = 0; i < rooms; i++) {
          for (let j = 0; j < rooms; j++) assert(grid.free[grid.idOf(2 * i + 1, 2 * j + 1)]);
        }
      }
    }
  });
}

Deno.test("mazes: wilson makes each of the mazes of 2 x 2 rooms equally often", () => {
  const grid = new StepGrid(5, 5);
  const maker = new MazeMaker(grid);
  const chance = new Chance(chanceKey("wilson"));
  const seen = new Map<string, number>();
  for (let index = 0; index < 4000; index++) {
    chance.start(index);
    maker.draw("wilson", 0, chance);
    const key = grid.free.join("");
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  assertEquals(seen.size, 4);
  // 1,000 each, give or take five standard deviations.
  for (const count of seen.values()) assert(Math.abs(count - 1000) < 140, String(count));
});

Deno.test("mazes: openings add rounds", () => {
  const grid = new StepGrid(21, 21);
  const maker = new MazeMaker(grid);
  const chance = new Chance(chanceKey("openings"));
  maker.draw("kruskal", 50, chance);
  assertGreater(grid.free.reduce((sum, f) => sum + f, 0), 2 * 100 - 1 + 20);
});
