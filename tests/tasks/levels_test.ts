import { type Item, type Level, LEVELS, Mix, Run, TASKS } from "../../tasks/mod.ts";
import { assertEquals, assertGreater, assertThrows } from "../_assert.ts";

const ITEMS = 150;

/** What a record says, read with no code of the tasks. */
type Instance = Readonly<Record<string, unknown>>;

type Measure = (instance: Instance, item: Item) => number;

/** How many points the picture shows. */
const points: Measure = ({ points }) => (points as unknown[]).length;
/** How near the answer is to another one: the certified margin, downwards. */
const nearness: Measure = (_, { margin }) => -margin!;
const visited: Measure = ({ of, points }) => ((of ?? points) as unknown[]).length;
const digits: Measure = ({ points }) =>
  (points as unknown[][]).flat().join("").replace(/\D/g, "").length / (points as unknown[]).length;
const cells: Measure = ({ rows }) => (rows as string[]).join("").length;
const places: Measure = ({ columns, rows }) => (columns as number) * (rows as number);
const answer: Measure = (_, item) => Number(item.answer);

/** The steps from S to G, found breadth first. */
const steps: Measure = ({ rows }) => {
  const grid = (rows as string[]).map((row) => [...row]);
  const y = grid.findIndex((row) => row.includes("S"));
  let front = [[grid[y]!.indexOf("S"), y] as const];
  for (let step = 1; front.length > 0; step++) {
    const next: (readonly [number, number])[] = [];
    for (const [x, y] of front) {
      for (const [i, j] of [[x + 1, y], [x - 1, y], [x, y + 1], [x, y - 1]] as const) {
        const mark = grid[j]?.[i];
        if (mark === "G") return step;
        if (mark !== ".") continue;
        grid[j]![i] = "#";
        next.push([i, j]);
      }
    }
    front = next;
  }
  throw new Error("no way");
};

/** The fewest roads from one place to the other. */
const roads: Measure = ({ roads, from, to }) => {
  const pairs = (roads as [string, string, number][]).flatMap(([a, b]) => [[a, b], [b, a]]);
  const seen = new Set([from as string]);
  for (let step = 0;; step++) {
    if (seen.has(to as string)) return step;
    const front = pairs.filter(([a]) => seen.has(a!)).map(([, b]) => b!);
    for (const b of front) seen.add(b);
  }
};

const sentences: Measure = ({ sentences }) => (sentences as unknown[]).length;

type Box = Readonly<Record<"width" | "height", number>>;

function mean<T>(members: readonly T[], of: (member: T) => number): number {
  return members.reduce((sum, member) => sum + of(member), 0) / members.length;
}

/** Each of these rises in the mean, from level to level. */
const MEASURES: Readonly<Record<string, readonly Measure[]>> = {
  direction: [points, nearness],
  distance: [points, digits, (_, item) => item.answer.replace(/\D/g, "").length],
  "distance-order": [points, nearness],
  region: [points, nearness],
  position: [points, digits],
  description: [points, (_, item) => item.question.length + item.answer.length],
  "shortest-path": [({ size }) => (size as number) ** 2, answer],
  tour: [visited, nearness],
  "tour-check": [visited],
  "tour-leg": [visited, nearness],
  sparkle: [({ instance }) => ((instance as Instance).points as unknown[]).length],
  "grid-path": [cells, steps],
  maze: [cells, steps],
  "path-count": [cells, answer],
  "next-move": [cells, steps],
  "route-check": [cells, steps],
  "follow-instructions": [cells, ({ legs }) => (legs as unknown[]).length],
  "landmark-order": [cells, ({ moves }) => (moves as unknown[]).length],
  "obstacle-path": [({ blocks }) => (blocks as unknown[]).length],
  "road-path": [places, roads],
  "road-count": [places, answer],
  "road-check": [places, roads],
  "story-relation": [sentences],
  "story-check": [sentences],
  "story-culprit": [sentences],
  "story-follows": [sentences],
  "region-relation": [({ boxes }) => -mean(boxes as Box[], ({ width, height }) => width * height)],
  "frame-view": [({ turns }) => (turns as unknown[]).length],
  "caption-check": [({ boxes }) => (boxes as unknown[]).length],
};

for (const task of TASKS) {
  Deno.test(`levels: ${task.name} gets harder by what can be measured`, () => {
    const measures = MEASURES[task.name]!;
    let below = measures.map(() => -Infinity);
    for (const level of LEVELS) {
      const run = new Run(task, { seed: 6, level });
      const items = Array.from({ length: ITEMS }, (_, i) => run.item(i));
      assertEquals(items[0]!.level, level);
      const means = measures.map((measure) =>
        items.reduce((sum, item) => sum + measure(item.instance as Instance, item), 0) / ITEMS
      );
      means.forEach((mean, i) => assertGreater(mean, below[i]!, `${level}, measure ${i}`));
      below = means;
    }
  });
}

Deno.test("levels: an item is made again from its record", () => {
  for (const task of TASKS) {
    const [knob, value] = Object.entries(task.knobs).some(([name]) => name === "frame")
      ? ["frame", "y-down"]
      : ["wording", "de"];
    const item = new Run(task, { seed: 8, level: "hard", knobs: { [knob]: value } }).item(77);
    assertEquals(item.knobs, { [knob]: value });
    const { seed, index, profile, level, knobs } = item;
    assertEquals(new Run(task, { seed, profile, level: level!, knobs }).item(index), item);
  }
});

Deno.test("levels: one that is not there is refused", () => {
  const level = "harder" as Level;
  assertThrows(() => new Run(TASKS[0]!, { level }), RangeError, 'level "harder" of direction');
});

Deno.test("levels: a mix deals levels by their shares", () => {
  const mix = new Mix(LEVELS.map((level) => new Run(TASKS[0]!, { level })), [1, 2, 1]);
  const levels = Array.from({ length: 400 }, (_, i) => mix.item(i).level);
  assertEquals(LEVELS.map((l) => levels.filter((x) => x === l).length), [100, 200, 100]);
});
