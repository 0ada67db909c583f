import { assert, assertEquals } from "../_assert.ts";
import { type Item, Run, TASKS } from "../../tasks/mod.ts";
import { itemCount } from "../_item_count.ts";

/** Points by name, from the words of a question. */
function pointsIn(question: string): Map<string, [number, number]> {
  const found = question.matchAll(/(\p{L}+) \((\d+)[,;] (\d+)\)/gu);
  return new Map([...found].map(([, name, x, y]) => [name!, [Number(x), Number(y)]]));
}

type Points = Map<string, [number, number]>;

function lengthOf(points: Points, order: readonly string[], closed: boolean): number {
  let sum = 0;
  for (let i = closed ? 0 : 1; i < order.length; i++) {
    const a = points.get(order[i]!)!;
    const b = points.get(order[(i + order.length - 1) % order.length]!)!;
    sum += Math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2);
  }
  return sum;
}

/** The shortest length over every order, by trying them all. */
function shortest(points: Points, names: readonly string[], closed: boolean, start?: string) {
  let best = Infinity;
  const extend = (order: readonly string[], left: readonly string[]): void => {
    if (left.length === 0) best = Math.min(best, lengthOf(points, order, closed));
    for (const name of left) extend([...order, name], left.filter((other) => other !== name));
  };
  const first = closed ? names[0]! : start;
  if (first === undefined) extend([], names);
  else extend([first], names.filter((name) => name !== first));
  return best;
}

const COUNT = itemCount(40);

function* items(name: string, knobs: Record<string, string | number>): Iterable<Item> {
  const task = TASKS.find((t) => t.name === name)!;
  const run = new Run(task, { seed: 5, knobs: { objects: 5, ...knobs } });
  for (let i = 0; i < COUNT; i++) yield run.item(i);
}

Deno.test("tour-check answers what trying every order answers, from its words alone", () => {
  let optimal = 0;
  for (const tour of ["closed", "open-free", "open-fixed"]) {
    for (const { question, answer } of items("tour-check", { tour })) {
      const points = pointsIn(question);
      const told = /visits (.*?) in this order|begins at (\w+) and goes on to (.*?) in this order/
        .exec(question)!;
      const order = (told[1] ?? `${told[2]}, ${told[3]}`).split(", ");
      assertEquals(order.length, 5);
      const closed = tour === "closed";
      const start = tour === "open-fixed" ? order[0]! : undefined;
      const excess = lengthOf(points, order, closed) - shortest(points, order, closed, start);
      // Every other tour is longer by 10 at least: no rounding comes near.
      assert(excess < 1e-6 || excess >= 10 - 1e-6);
      assertEquals(answer, excess < 1e-6 ? "the shortest" : "longer than necessary");
      if (excess < 1e-6) optimal++;
    }
  }
  assert(optimal > COUNT && optimal < 2 * COUNT, `${optimal} of ${3 * COUNT}`);
});

Deno.test("tour-leg asks for the leg that completes the shortest tour", () => {
  for (const { question, answer } of items("tour-leg", {})) {
    const points = pointsIn(question);
    const legs = /one more: (.*?)\. Which/.exec(question)![1]!.split("; ");
    const pairs = [...legs, answer].map((leg) => leg.split(" and ") as [string, string]);
    let order = [pairs[0]![0], pairs[0]![1]];
    while (order.length < 5) {
      const at = order.at(-1)!;
      const next = pairs.find((pair) => pair.includes(at) && !order.includes(other(pair, at)))!;
      order = [...order, other(next, at)];
    }
    assert(pairs.some((pair) => pair.includes(order[0]!) && pair.includes(order[4]!)));
    const excess = lengthOf(points, order, true) - shortest(points, order, true);
    assert(excess < 1e-6, question);
  }
});

function other([a, b]: readonly [string, string], name: string): string {
  return a === name ? b : a;
}
