import { Run, type Task, TASKS } from "../../tasks/mod.ts";
import { assert, assertEquals } from "../_assert.ts";

/** Settings that leave the least room, so that whatever can fall on one place does. */
const CROWDED: Readonly<Record<string, number | boolean>> = {
  lattice: 0,
  spacing: 0,
  border: 0,
  turns: 0,
  least: 0,
  margin: 0,
  width: 0,
  height: 0,
  rooms: 0,
  fewest: 0,
  detour: 0,
  gap: 0,
  unique: false,
  balance: false,
};

function crowded(task: Task): Record<string, number | boolean> {
  const knobs: Record<string, number | boolean> = {};
  for (const [name, knob] of Object.entries(task.knobs)) {
    const value = CROWDED[name];
    if (value !== undefined) knobs[name] = knob.type === "integer" ? knob.least : value;
  }
  return knobs;
}

/** The pairs of places of an instance that must not be one. */
function twins(instance: Readonly<Record<string, unknown>>): string[][] {
  const { start, goal, from, to, points } = instance;
  const pairs = [[start, goal], [from, to]].filter(([a]) => a !== undefined);
  const places = Array.isArray(points)
    ? points.map((point) => JSON.stringify((point as unknown[]).slice(-2)))
    : [];
  const again = places.filter((place, i) => places.indexOf(place) < i);
  return [
    ...pairs.map((pair) => pair.map((place) => JSON.stringify(place))).filter(([a, b]) => a === b),
    ...again.map((place) => [place, place]),
  ];
}

Deno.test("ends differ: no task asks from a place to itself, or shows two points as one", () => {
  for (const task of TASKS) {
    const run = new Run(task, { seed: 1, knobs: crowded(task) });
    for (let i = 0; i < 400; i++) {
      const item = run.item(i);
      const found = twins(item.instance as Record<string, unknown>);
      assertEquals(found, [], `${task.name} ${i}: ${JSON.stringify(item.instance)}`);
    }
  }
});

Deno.test("ends differ: the test would see them", () => {
  assert(twins({ start: [1, 2], goal: [1, 2] }).length === 1);
  assert(twins({ points: [["a", 1, 2], ["b", 1, 2]] }).length === 1);
});
