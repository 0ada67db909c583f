import { LEVELS, Run, stageCounts, Stages, TASKS } from "../../../tasks/mod.ts";
import { assert, assertEquals, assertThrows } from "../../_assert.ts";

Deno.test("stages: follow each other, whatever is asked for", () => {
  const counts = [3, 0, 5];
  const runs = LEVELS.map((level) => new Run(TASKS[0]!, { level }));
  const stages = new Stages(runs.map((items, i) => ({ items, count: counts[i]! })));
  const all = Array.from({ length: 8 }, (_, i) => stages.item(i));
  assertEquals(all.map((item) => item.level), [
    ...Array(3).fill("easy"),
    ...Array(5).fill("hard"),
  ]);
  assertEquals(all.map((item) => item.index), [0, 1, 2, 0, 1, 2, 3, 4]);
  for (let first = 0; first <= 8; first++) {
    for (let count = 0; first + count <= 8; count++) {
      let text = "";
      for (const bytes of stages.lines(first, count)) text += new TextDecoder().decode(bytes);
      const lines = text.split("\n").slice(0, -1);
      assertEquals(lines, all.slice(first, first + count).map((item) => JSON.stringify(item)));
    }
  }
  assertThrows(() => stages.item(8), RangeError, "item 8, must be below 8");
  assertThrows(() => [...stages.lines(7, 2)], RangeError, "up to 9, must be up to 8");
});

Deno.test("stages: shares are cut so that they sum to the whole", () => {
  for (const count of [0, 1, 7, 100, 2 ** 53 - 1]) {
    for (const shares of [[1], [1, 1, 1], [3, 1, 2]]) {
      const counts = stageCounts(count, shares);
      const total = shares.reduce((a, b) => a + b, 0);
      assertEquals(counts.reduce((sum, n) => sum + BigInt(n), 0n), BigInt(count));
      counts.forEach((n, i) => assert(Math.abs(n - count * shares[i]! / total) <= 1.5));
    }
  }
  assertThrows(() => stageCounts(10, [1, 0]), RangeError, "0 as a share");
});
