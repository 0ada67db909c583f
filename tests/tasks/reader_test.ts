import { type KnobValue, Run, type Task, TASKS } from "../../tasks/mod.ts";
import { assert, assertEquals, assertGreater } from "../_assert.ts";
import { isRight } from "./_reader.ts";
import { itemCount } from "../_item_count.ts";

/** Items of each task; `ALIDADE_ITEMS` asks for more. */
const ITEMS = itemCount(400);

/** Settings whose questions the reader has words for. */
const SETTINGS: readonly { readonly [knob: string]: KnobValue }[] = [
  {},
  { form: "choice" },
  { form: "true-false" },
  { wording: "en-compass", frame: "y-down", decimals: 2 },
  { unique: false, lattice: 12, margin: 0 },
  { sectors: "image-four", unique: false, lattice: 12, margin: 0 },
  { sectors: "quadrants" },
  ...["farthest", "shortest", "longest", "shorter", "longer"].map((ask) => ({ ask })),
  ...["moves", "labels"].map((ask) => ({ ask })),
  { ask: "length" },
  { ask: "length", form: "choice" },
  { ask: "length", form: "true-false", decimals: 1 },
  { tour: "closed", objects: 5 },
  { tour: "open-free", objects: 5, unique: false, margin: 0, lattice: 12 },
];

/** The tasks this reader has words for. */
const READ = [
  "direction",
  "distance",
  "distance-order",
  "region",
  "position",
  "description",
  "shortest-path",
  "tour",
  "sparkle",
  "obstacle-path",
];

function runsOf(task: Task): Run[] {
  const runs: Run[] = Object.keys(task.profiles).map((profile) =>
    new Run(task, {
      seed: 77,
      profile,
      ...("given" in task.knobs ? { knobs: { given: "text" } } : {}),
    })
  );
  for (const knobs of SETTINGS) {
    if (Object.keys(knobs).length === 0) continue;
    const fits = Object.entries(knobs).every(([name, value]) => {
      const knob = task.knobs[name];
      return knob !== undefined && (knob.type !== "word" || knob.of.includes(value as string)) &&
        (knob.type !== "integer" || (value as number) <= knob.most);
    });
    // An order or a path is an open question only.
    const open = task.knobs.ask === undefined || "ask" in knobs || !("form" in knobs) ||
      task.name === "distance-order" || task.name === "shortest-path";
    if (fits && open) runs.push(new Run(task, { seed: 77, knobs: { ...sized(task), ...knobs } }));
  }
  return runs;
}

/** Lengths are rounded to as many decimals as coordinates have, at least. */
function sized(task: Task): Record<string, KnobValue> {
  return "places" in task.knobs ? { places: 2 } : {};
}

for (const task of TASKS.filter((t) => READ.includes(t.name))) {
  Deno.test(`reader: every answer of ${task.name} follows from its text`, () => {
    const runs = runsOf(task);
    const each = Math.ceil(ITEMS / runs.length);
    const answers = new Set<string>();
    for (const run of runs) {
      for (let i = 0; i < each; i++) {
        const { question, answer, id } = run.item(i);
        assert(isRight(question, answer), `${id}\n${question}\n${answer}`);
        answers.add(answer);
      }
    }
    assertGreater(answers.size, 3);
  });
}

Deno.test("reader: wrong answers do not pass it", () => {
  for (const task of TASKS.filter((t) => READ.includes(t.name) && t.name !== "tour")) {
    const run = new Run(task, { seed: 5, knobs: { given: "text" } });
    const items = Array.from({ length: 60 }, (_, i) => run.item(i));
    let wrong = 0, tried = 0;
    for (const item of items) {
      for (const other of items) {
        if (other.answer === item.answer) continue;
        tried++;
        if (!safelyRight(item.question, other.answer)) wrong++;
      }
    }
    // Another item's answer may be right as well, rarely: a pair of points in another order.
    assertGreater(wrong / tried, 0.98, task.name);
  }
});

function safelyRight(question: string, answer: string): boolean {
  try {
    return isRight(question, answer);
  } catch {
    return false;
  }
}

Deno.test("balance: fair answers are equally frequent, item by item", () => {
  const cases: [string, number][] = [["direction", 8], ["region", 9]];
  for (const [name, kinds] of cases) {
    const run = new Run(TASKS.find((t) => t.name === name)!, { seed: 9 });
    const counts = new Map<string, number>();
    const items = 4000;
    for (let i = 0; i < items; i++) {
      const { answer } = run.item(i);
      counts.set(answer, (counts.get(answer) ?? 0) + 1);
    }
    assertEquals(counts.size, kinds);
    const mean = items / kinds;
    const square = [...counts.values()].reduce((sum, c) => sum + (c - mean) ** 2 / mean, 0);
    assert(square < kinds + 5 * Math.sqrt(2 * kinds), `${name}: chi-square ${square}`);
  }
});

Deno.test("balance: the right letter and the truth are equally frequent", () => {
  for (const form of ["choice", "true-false"]) {
    for (const name of ["direction", "distance", "distance-order", "position"]) {
      const run = new Run(TASKS.find((t) => t.name === name)!, { seed: 9, knobs: { form } });
      const counts = new Map<string, number>();
      const items = 2000;
      for (let i = 0; i < items; i++) {
        const { answer } = run.item(i);
        counts.set(answer, (counts.get(answer) ?? 0) + 1);
      }
      const mean = items / counts.size;
      for (const count of counts.values()) assert(Math.abs(count - mean) < 5 * Math.sqrt(mean));
    }
  }
});
