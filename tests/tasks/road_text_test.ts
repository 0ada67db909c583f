import { type Item, Run, type Task, TASKS } from "../../tasks/mod.ts";
import { assert, assertEquals } from "../_assert.ts";
import { itemCount } from "../_item_count.ts";

/** Reads the question by its text alone, and answers it by trying every way. */
const COUNT = itemCount(150);

interface Way {
  readonly places: string;
  readonly length: number;
}

/** Every way without repeated places from one place to another, shortest first. */
function waysIn(question: string): Way[] {
  const roads = [...question.matchAll(/([A-Z])-([A-Z]) (\d+)/g)].flatMap(([, u, v, w]) => {
    return [{ from: u!, to: v!, length: Number(w) }, { from: v!, to: u!, length: Number(w) }];
  });
  const [start, goal] = endsIn(question);
  const ways: Way[] = [];
  const walk = (places: string, length: number): void => {
    const here = places.at(-1)!;
    if (here === goal) ways.push({ places, length });
    else {
      for (const road of roads) {
        if (road.from === here && !places.includes(road.to)) {
          walk(places + road.to, length + road.length);
        }
      }
    }
  };
  walk(start, 0);
  return ways.sort((a, b) => a.length - b.length);
}

function endsIn(question: string): [start: string, goal: string] {
  const asked = question.split("both ways. ")[1]!;
  const found = /from ([A-Z]) to ([A-Z])/.exec(asked);
  if (found !== null) return [found[1]!, found[2]!];
  const other = /from ([A-Z]):.* way to ([A-Z]),/.exec(asked);
  if (other !== null) return [other[1]!, other[2]!];
  const last = /can ([A-Z]) be reached from ([A-Z])/.exec(asked)!;
  return [last[2]!, last[1]!];
}

const shortest = (ways: readonly Way[]) => ways.filter((w) => w.length === ways[0]!.length);

const ANSWERS: Readonly<Record<string, (question: string) => string>> = {
  "road-path": (question) => String(waysIn(question)[0]!.length),
  "road-count": (question) => String(shortest(waysIn(question)).length),
  "road-check": (question) => {
    const route = /(?:: )((?:[A-Z], )+[A-Z])[.?]/.exec(question.split("both ways. ")[1]!)![1]!;
    const ways = waysIn(question);
    const way = ways.find((w) => w.places === route.replaceAll(", ", ""));
    if (way === undefined) return "not a way";
    return way.length === ways[0]!.length ? "a shortest way" : "a longer way";
  },
};

function taskNamed(name: string): Task {
  return TASKS.find((t) => t.name === name)!;
}

function* items(run: Run, count: number): Iterable<Item> {
  for (let i = 0; i < count; i++) yield run.item(i);
}

for (const [name, answer] of Object.entries(ANSWERS)) {
  for (const profile of Object.keys(taskNamed(name).profiles)) {
    Deno.test(`${name}, ${profile}: the text alone gives the answer`, () => {
      for (const item of items(new Run(taskNamed(name), { seed: 7, profile }), COUNT)) {
        assertEquals(answer(item.question), item.answer, item.question);
      }
    });
  }
}

Deno.test("road-path: every shortest way is right, no other reply", () => {
  const task = taskNamed("road-path");
  const run = new Run(task, { knobs: { ask: "way", weight: 2 } });
  for (const { instance, question, answer } of items(run, itemCount(60))) {
    const ways = waysIn(question);
    const best = shortest(ways).map((w) => [...w.places].join(", "));
    assert(best.includes(answer), question);
    const accepts = (words: string) => {
      const read = task.parse(words, run.values, instance);
      return read !== null && task.accepts(instance, read);
    };
    for (const way of ways) {
      const isBest = way.length === ways[0]!.length;
      for (const between of [", ", " ", " -> ", "-"]) {
        assertEquals(accepts([...way.places].join(between)), isBest);
      }
    }
    for (const words of ["", "a way", "A way leads there", answer.slice(3), `${answer}, A`]) {
      if (!best.includes(words)) assert(!accepts(words), words);
    }
  }
});

Deno.test("road-path: knobs hold: roads, detour, uniqueness and the gap to the second best", () => {
  const knobs = { columns: 4, rows: 3, least: 3, most: 5, detour: 20, unique: true, gap: 3 };
  for (const { question } of items(new Run(taskNamed("road-path"), { knobs }), itemCount(100))) {
    const ways = waysIn(question);
    const [best, second] = ways;
    const fewest = Math.min(...ways.map((w) => w.places.length));
    const direct = Math.min(
      ...ways.filter((w) => w.places.length === fewest).map((w) => w.length),
    );
    const roads = best!.places.length - 1;
    assert(roads >= 3 && roads <= 5 && 100 * direct >= 120 * best!.length, question);
    assert(second === undefined || second.length >= best!.length + 3, question);
  }
});
