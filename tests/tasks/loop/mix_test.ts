import { direction, Mix, Run } from "../../../tasks/mod.ts";
import { assert, assertEquals, assertThrows } from "../../_assert.ts";

const runs = () => [
  new Run(direction, { seed: 1 }),
  new Run(direction, { seed: 2 }),
  new Run(direction, { seed: 3 }),
];

Deno.test("Mix: weights deal evenly, and no run's item is left out or comes twice", () => {
  const mix = new Mix(runs(), [5, 1, 2]);
  const items = Array.from({ length: 80 }, (_, i) => mix.item(i));
  for (const [seed, count] of [[1, 50], [2, 10], [3, 20]] as const) {
    const indexes = items.filter((item) => item.seed === seed).map((item) => item.index);
    assertEquals(indexes, Array.from({ length: count }, (_, i) => i));
  }
  assertEquals(items.slice(0, 8).map((item) => item.seed), [1, 3, 1, 1, 2, 1, 3, 1]);
});

Deno.test("Mix: lines are the items, wherever a part begins", () => {
  const mix = new Mix(runs(), [300, 7, 20]);
  const decoder = new TextDecoder();
  for (const [first, count] of [[0, 900], [611, 700], [5, 1]] as const) {
    let text = "";
    for (const bytes of mix.lines(first, count)) text += decoder.decode(bytes);
    const lines = text.trimEnd().split("\n");
    assertEquals(lines.length, count);
    for (const i of [0, count >> 1, count - 1]) {
      assertEquals(JSON.parse(lines[i]!), mix.item(first + i));
    }
  }
});

Deno.test("Run: generators of one run do not disturb each other", () => {
  const run = new Run(direction);
  const whole = (first: number) =>
    Array.from(run.lines(first, 2000), (bytes) => new TextDecoder().decode(bytes)).join("");
  const expected = [whole(0), whole(5000)];
  const both = [run.lines(0, 2000), run.lines(5000, 2000)];
  const found = ["", ""];
  for (let open = 2; open > 0;) {
    open = 0;
    both.forEach((lines, i) => {
      const { value } = lines.next();
      if (value === undefined) return;
      found[i] += new TextDecoder().decode(value);
      open++;
    });
    run.item(77);
  }
  assertEquals(found, expected);
});

Deno.test("Mix refuses weights that do not fit", () => {
  assertThrows(() => new Mix(runs(), [1, 2]), RangeError, "3 runs by 2 weights");
  assertThrows(() => new Mix(runs(), [1, 0, 2]), RangeError, "the weight 0");
  assertThrows(() => new Mix(runs(), [9999, 1, 1]), RangeError, "sum to 10001");
  assert(new Mix(runs()).item(4).index === 1);
});
