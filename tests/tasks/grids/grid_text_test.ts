import { type Item, Run, type Task, TASKS } from "../../../tasks/mod.ts";
import { assert, assertEquals } from "../../_assert.ts";
import { itemCount } from "../../_item_count.ts";

/**
 * Reads the question as a person would, by its text alone, and answers it by code of its own: a
 * search that keeps whole ways.
 */
const COUNT = itemCount(200);

const STEPS = { up: [0, -1], right: [1, 0], down: [0, 1], left: [-1, 0] } as const;
type Move = keyof typeof STEPS;
const NAMES = Object.keys(STEPS) as Move[];

interface Shown {
  readonly rows: readonly string[];
  readonly asked: string;
}

/** The items as the loop writes them. */
function* itemsOf(run: Run, count: number): Generator<Item> {
  const decoder = new TextDecoder();
  for (let first = 0; first < count; first += 100) {
    let text = "";
    for (const bytes of run.lines(first, Math.min(100, count - first))) {
      text += decoder.decode(bytes);
    }
    for (const line of text.split("\n").slice(0, -1)) yield JSON.parse(line);
  }
}

function shownIn(question: string): Shown {
  const lines = question.split("\n");
  return { rows: lines.slice(1, -1), asked: lines.at(-1)! };
}

function find(rows: readonly string[], mark: string): [number, number] {
  const y = rows.findIndex((row) => row.includes(mark));
  return [rows[y]!.indexOf(mark), y];
}

function isFree(rows: readonly string[], x: number, y: number): boolean {
  const mark = rows[y]?.[x];
  return mark !== undefined && mark !== "#";
}

/** Every shortest way from S to G, as moves. */
function shortestWays(rows: readonly string[]): Move[][] {
  const [goalX, goalY] = find(rows, "G");
  let ways: { x: number; y: number; moves: Move[] }[] = [];
  const [startX, startY] = find(rows, "S");
  ways.push({ x: startX, y: startY, moves: [] });
  const seen = new Set([`${startX} ${startY}`]);
  while (ways.length > 0) {
    const done = ways.filter(({ x, y }) => x === goalX && y === goalY);
    if (done.length > 0) return done.map((w) => w.moves);
    ways = ways.flatMap(({ x, y, moves }) =>
      NAMES.flatMap((name) => {
        const [u, v] = [x + STEPS[name][0], y + STEPS[name][1]];
        const isNew = isFree(rows, u, v) && !seen.has(`${u} ${v}`);
        return isNew ? [{ x: u, y: v, moves: [...moves, name] }] : [];
      })
    );
    for (const { x, y } of ways) seen.add(`${x} ${y}`);
  }
  return [];
}

/** The marks a route comes by; null where it is blocked. */
function marksAlong(rows: readonly string[], moves: readonly Move[]): string | null {
  let [x, y] = find(rows, "S");
  let marks = "";
  for (const name of moves) {
    x += STEPS[name][0];
    y += STEPS[name][1];
    if (!isFree(rows, x, y)) return null;
    marks += rows[y]![x];
  }
  return marks;
}

function routeIn(asked: string): Move[] {
  const found = asked.match(/\b(?:up|right|down|left)\b(?: (?:up|right|down|left)\b)*/g)!;
  return found.reduce((a, b) => b.length > a.length ? b : a).split(" ") as Move[];
}

function follow({ rows, asked }: Shown): string {
  let heading = NAMES.indexOf(/fac(?:es?|ing) (\w+)/.exec(asked)![1] as Move);
  const moves: Move[] = [];
  for (const [, turn, steps] of asked.matchAll(/(Go|Turn \w+ and go) (\d+) steps? forward\./g)) {
    heading += turn!.includes("right") ? 1 : turn!.includes("around") ? 2 : turn === "Go" ? 0 : 3;
    moves.push(...Array<Move>(Number(steps)).fill(NAMES[heading % 4]!));
  }
  return marksAlong(rows, moves)!.at(-1)!;
}

const ANSWERS: Readonly<Record<string, (shown: Shown, item: Item) => string>> = {
  "grid-path": ({ rows }) => String(shortestWays(rows)[0]!.length),
  "maze": ({ rows }) => String(shortestWays(rows)[0]!.length),
  "path-count": ({ rows }) => String(shortestWays(rows).length),
  "next-move": ({ rows }) => {
    const first = new Set(shortestWays(rows).map((way) => way[0]!));
    assertEquals(first.size, 1);
    return [...first][0]!;
  },
  "route-check": ({ rows, asked }) => {
    const route = routeIn(asked.replace("longer way", ""));
    const marks = marksAlong(rows, route);
    if (marks === null || !marks.endsWith("G")) return "not a way";
    return shortestWays(rows)[0]!.length === route.length ? "a shortest way" : "a longer way";
  },
  "follow-instructions": (shown) => follow(shown),
  "landmark-order": ({ rows, asked }) =>
    [...marksAlong(rows, routeIn(asked))!].filter((m) => /[A-Z]/.test(m)).join(", "),
};

for (const [name, answer] of Object.entries(ANSWERS)) {
  const task: Task = TASKS.find((t) => t.name === name)!;
  for (const profile of Object.keys(task.profiles)) {
    Deno.test(`${name}, ${profile}: the text alone gives the answer`, () => {
      const run = new Run(task, { seed: 7, profile });
      for (const item of itemsOf(run, COUNT)) {
        assertEquals(answer(shownIn(item.question), item), item.answer, item.question);
      }
    });
  }
}

Deno.test("grid-path: ways are scored as ways: every shortest one is right, no other", () => {
  const task = TASKS.find((t) => t.name === "grid-path")!;
  const run = new Run(task, { knobs: { ask: "way" } });
  for (let i = 0; i < itemCount(100); i++) {
    const { instance, question, answer } = run.item(i);
    const ways = shortestWays(shownIn(question).rows).map((way) => way.join(" "));
    assert(ways.includes(answer), question);
    for (const way of ways) {
      assert(task.accepts(instance, task.parse(way, run.values, instance)!));
      const long = `${way} left right`;
      assert(!task.accepts(instance, task.parse(long, run.values, instance)!));
    }
    assertEquals(task.parse("there is no way", run.values, instance), null);
  }
});

Deno.test("grid-path, 8 x 8, asked for a way: it is one of the shortest", () => {
  const task = TASKS.find((t) => t.name === "grid-path")!;
  const run = new Run(task, { seed: 9, knobs: { width: 8, height: 8, ask: "way" } });
  for (const { question, answer } of itemsOf(run, COUNT)) {
    const { rows } = shownIn(question);
    const moves = answer.split(" ") as Move[];
    assert(marksAlong(rows, moves)!.endsWith("G"), question);
    assertEquals(moves.length, shortestWays(rows)[0]!.length, question);
  }
});

Deno.test("grid-path: knobs hold: length, detour, uniqueness and the gap to the second best", () => {
  const task = TASKS.find((t) => t.name === "grid-path")!;
  const knobs = { least: 5, most: 7, detour: 40, unique: true, gap: 4 };
  const run = new Run(task, { knobs });
  for (let i = 0; i < itemCount(100); i++) {
    const { rows } = shownIn(run.item(i).question);
    const ways = shortestWays(rows);
    const steps = ways[0]!.length;
    const [[x, y], [u, v]] = [find(rows, "S"), find(rows, "G")];
    assert(steps >= 5 && steps <= 7 && ways.length === 1);
    assert(100 * steps >= 140 * (Math.abs(x - u) + Math.abs(y - v)));
    assertEquals(waysOf(rows, steps + 2), 0);
  }
});

/** How many ways without repeated cells have so many steps. */
function waysOf(rows: readonly string[], steps: number): number {
  const [goalX, goalY] = find(rows, "G");
  const walk = (x: number, y: number, left: number, seen: ReadonlySet<string>): number => {
    if (x === goalX && y === goalY) return left === 0 ? 1 : 0;
    if (left === 0) return 0;
    return NAMES.reduce((sum, name) => {
      const [u, v] = [x + STEPS[name][0], y + STEPS[name][1]];
      const key = `${u} ${v}`;
      if (!isFree(rows, u, v) || seen.has(key)) return sum;
      return sum + walk(u, v, left - 1, new Set([...seen, key]));
    }, 0);
  };
  const [x, y] = find(rows, "S");
  return walk(x, y, steps, new Set([`${x} ${y}`]));
}

Deno.test("route-check: a reply that denies is not read as what it denies", () => {
  const task = TASKS.find((t) => t.name === "route-check")!;
  const run = new Run(task);
  const { instance } = run.item(0);
  const read = (words: string) => task.parse(words, run.values, instance);
  assertEquals(read("It is not a shortest way."), null);
  assertEquals(read("not a way"), "none");
  assertEquals(read("A longer way"), "longer");
});
