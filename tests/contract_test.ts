import {
  DEFAULT_PROFILE,
  drawingsOf,
  type Item,
  type KnobValue,
  Run,
  type RunOptions,
  type Task,
  TASKS,
} from "../tasks/mod.ts";
import { marksOf } from "../tasks/option_marks.ts";
import { assert, assertEquals, assertGreater, assertLess, assertThrows } from "./_assert.ts";
import { itemCount } from "./_item_count.ts";

/** Items of each task and setting; `ALIDADE_ITEMS` asks for more. */
const ITEMS = itemCount(40);

const decoder = new TextDecoder();

function linesOf(run: Run, first: number, count: number): string[] {
  let text = "";
  for (const bytes of run.lines(first, count)) text += decoder.decode(bytes);
  return text.split("\n").slice(0, -1);
}

/** Each profile as it is, then each value of each word and flag, and both ends of each range. */
function settingsOf(task: Task): RunOptions[] {
  const settings: RunOptions[] = Object.keys(task.profiles).map((profile) => ({ profile }));
  for (const [name, knob] of Object.entries(task.knobs)) {
    const values: readonly KnobValue[] = knob.type === "word"
      ? knob.of
      : knob.type === "flag"
      ? [false, true]
      : [knob.least, knob.most];
    for (const value of values) settings.push({ knobs: { [name]: value } });
  }
  return settings;
}

/** A run, or null where a task refuses knobs that cannot go together, by a clear error. */
function usable(task: Task, options: RunOptions): Run | null {
  try {
    const run = new Run(task, { seed: 3, ...options });
    linesOf(run, 0, ITEMS);
    return run;
  } catch (error) {
    assert(error instanceof RangeError, String(error));
    assert(error.message.startsWith("Cannot "), error.message);
    return null;
  }
}

function checkItem(task: Task, run: Run, item: Item): void {
  assert(item.question.length > 0 && item.answer.length > 0, item.id);
  const outcome = task.solve(item.instance);
  assert(outcome.status === "exact" || outcome.status === "tie", `${item.id}: ${outcome.status}`);
  if (outcome.status === "tie" && item.margin !== null) assertEquals(item.margin, 0, item.id);
  if (outcome.status === "exact" && outcome.margin !== null && item.margin !== null) {
    // The outcome's bound is a double rounded down; the item's may be the very decimal above it.
    assert(item.margin <= outcome.margin.value * (1 + 1e-12), `${item.id}: margin`);
    assertEquals(item.unit, outcome.margin.unit);
  }
  const accepts = (words: string) => {
    const answer = task.parse(words, run.values, item.instance);
    return answer !== null && task.accepts(item.instance, answer);
  };
  if (item.form === "open") assert(accepts(item.answer), item.id);
  if (item.form === "choice") {
    assertEquals(new Set(item.choices).size, item.choices!.length, item.id);
    const right = item.choices![marksOf(item.choices!)!.indexOf(item.answer)]!;
    assert(accepts(right), item.id);
    if (outcome.status === "exact") {
      assertEquals(item.choices!.filter((c) => accepts(c)), [right], item.id);
    }
  }
  if (item.form === "true-false") {
    const [no, yes] = truthWords(item);
    assertEquals(item.answer, accepts(item.claim!) ? yes : no, item.id);
  }
}

function truthWords(item: Item): readonly [string, string] {
  return item.knobs.wording === "de" ? ["falsch", "richtig"] : ["false", "true"];
}

for (const task of TASKS) {
  Deno.test(`contract: ${task.name} declares itself`, () => {
    assert(/^[a-z]+(-[a-z]+)*$/.test(task.name));
    assert(Number.isInteger(task.version) && task.version >= 1);
    assert(DEFAULT_PROFILE in task.profiles);
    for (const [name, knob] of Object.entries(task.knobs)) {
      assert(knob.doc.length > 0 && !knob.doc.endsWith("."), name);
      if (knob.type === "word") assert(knob.of.includes(knob.default), name);
      if (knob.type === "integer") {
        assert(knob.least <= knob.default && knob.default <= knob.most, name);
      }
    }
  });

  Deno.test(`contract: ${task.name} writes the same by both forms, and solves what it shows`, () => {
    let used = 0;
    const settings = settingsOf(task);
    for (const options of settings) {
      const run = usable(task, options);
      if (run === null) continue;
      used++;
      const lines = linesOf(run, 0, ITEMS);
      assertEquals(lines.length, ITEMS);
      for (let i = 0; i < ITEMS; i++) {
        const item = run.item(i);
        assertEquals(JSON.stringify(item), lines[i]);
        checkItem(task, run, item);
      }
    }
    // Few settings are refused: none is dropped in silence.
    assertGreater(used, 0.75 * settings.length);
  });

  Deno.test(`contract: ${task.name} makes an item again from its record`, () => {
    const profile = Object.keys(task.profiles).at(-1)!;
    const run = new Run(task, { seed: 11, profile });
    const { seed, index, knobs, ...rest } = run.item(123_456_789_012);
    const again = new Run(task, { seed, profile: rest.profile, knobs });
    assertEquals(again.item(index), { seed, index, knobs, ...rest });
  });

  Deno.test(`contract: ${task.name} makes the same items in any order and any parts`, () => {
    const run = new Run(task, { seed: 8 });
    const whole = linesOf(run, 0, 700);
    const parts = [[0, 100], [100, 1], [101, 300], [401, 299]].map(([first, count]) =>
      linesOf(new Run(task, { seed: 8 }), first!, count!)
    );
    assertEquals(parts.flat(), whole);
    for (const i of [699, 0, 350]) assertEquals(JSON.stringify(run.item(i)), whole[i]);
  });

  Deno.test(`contract: ${task.name} shares no items between neighbouring seeds`, () => {
    const [a, b] = [42, 43].map((seed) => {
      const run = new Run(task, { seed });
      return Array.from({ length: 500 }, (_, i) => run.item(i));
    });
    assertEquals(new Set([...a!, ...b!].map((item) => item.id)).size, 1000);
    for (const shift of [-2, -1, 0, 1, 2]) {
      const same = a!.filter((item, i) => item.question === b![i + shift]?.question).length;
      // Small grids have few questions, so that some are the same by chance.
      assertLess(same, 10, `shifted by ${shift}`);
    }
  });

  Deno.test(`contract: ${task.name} refuses what is no instance`, () => {
    const good = new Run(task).item(0).instance as Record<string, unknown>;
    for (const bad of [null, 7, "x", [], {}, { ...good, more: 1 }]) {
      assertThrows(() => task.solve(bad), Error, "Cannot read");
    }
    for (const field of Object.keys(good)) {
      const { [field]: _, ...less } = good;
      assertThrows(() => task.solve(less), Error, "Cannot read");
      for (const bad of [NaN, Infinity, 1e308, null, { a: 1 }]) {
        assertThrows(() => task.solve({ ...good, [field]: bad }), Error, "Cannot read");
      }
    }
  });

  Deno.test(`contract: ${task.name} names a knob or profile it has not`, () => {
    assertThrows(() => new Run(task, { knobs: { flavour: 1 } }), RangeError, "flavour");
    assertThrows(() => new Run(task, { profile: "loud" }), RangeError, "loud");
    for (const seed of [NaN, -1, 0.5, 2 ** 53]) {
      assertThrows(() => new Run(task, { seed }), RangeError, "Cannot use seed");
    }
  });

  const isPlain = task.kind?.draw === undefined;
  Deno.test(`contract: ${task.name} draws pictures that fit their paper, or none`, () => {
    if (isPlain) {
      assertThrows(() => new Run(task, { seed: 1, images: "svg" }), RangeError, "it has none");
      return;
    }
    const run = new Run(task, { seed: 1, images: "svg" });
    const item = run.item(0);
    const { alt, image } = item;
    const drawing = drawingsOf(task, item)[0]!;
    assertEquals(drawing.alt, alt);
    // Items of one group share a picture, named after the first of them but for its number.
    assertEquals(image, `images/${item.id}.svg`);
    assert(drawing.shapes.length > 0);
  });
}

Deno.test("contract: every task in tasks/ is on the list", async () => {
  const folder = new URL("../tasks/", import.meta.url);
  const unlisted: string[] = [];
  for (const entry of Deno.readDirSync(folder)) {
    if (!entry.isFile || entry.name.startsWith("_") || entry.name === "mod.ts") continue;
    const module = await import(new URL(entry.name, folder).href);
    for (const [name, value] of Object.entries(module)) {
      const isTask = typeof value === "object" && value !== null && "plan" in value &&
        "solve" in value;
      if (isTask && !TASKS.includes(value as Task)) unlisted.push(`${entry.name}: ${name}`);
    }
  }
  assertEquals(unlisted, []);
  assertEquals(new Set(TASKS.map((t) => t.name)).size, TASKS.length);
});
