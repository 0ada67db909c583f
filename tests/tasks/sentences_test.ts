import { type KnobValue, Run, type Task, TASKS } from "../../tasks/mod.ts";
import { assert, assertEquals } from "../_assert.ts";

/** Every setting of a task's words, forms, sources and of what it asks. */
function settings(task: Task): Record<string, KnobValue>[] {
  let all: Record<string, KnobValue>[] = [{}];
  for (const name of ["wording", "form", "given", "ask"]) {
    const knob = task.knobs[name];
    if (knob?.type !== "word") continue;
    all = all.flatMap((values) => knob.of.map((value) => ({ ...values, [name]: value })));
  }
  return all;
}

/** A sentence that begins with a small letter, behind the end of another. */
const SMALL = /(?<![ (][A-Z0-9])(?<!Options: [A-Z])[.?!] +[a-z\u00df-\u00ff][a-z]+/g;

function* texts(): Iterable<{ name: string; wording: KnobValue; text: string }> {
  for (const task of TASKS) {
    for (const knobs of settings(task)) {
      let run: Run;
      try {
        run = new Run(task, { seed: 2, knobs });
        run.item(0);
      } catch (error) {
        // Knobs that do not go together.
        if (error instanceof RangeError) continue;
        throw error;
      }
      const wording = run.values.wording ?? "en";
      for (let i = 0; i < 17; i++) {
        const { question, answer } = run.item(i);
        yield { name: `${task.name} ${JSON.stringify(knobs)} ${i}`, wording, text: question };
        yield { name: `${task.name} ${JSON.stringify(knobs)} ${i}`, wording, text: answer };
      }
    }
  }
}

Deno.test("sentences begin with a capital, and numbers have one decimal sign", () => {
  let count = 0;
  for (const { name, text } of texts()) {
    count++;
    // Signs of a map's cells are no ends of sentences.
    const plain = text.replaceAll("blocked, . is", "").replaceAll("gesperrt, . frei", "");
    assertEquals(plain.match(SMALL), null, `${name}: ${text}`);
    assertEquals(
      text.match(/\d,\d+(?![,\d]*\))/g)?.filter((n) => /^\d,\d$/.test(n)) ?? [],
      [],
      text,
    );
  }
  assert(count > 3000);
});

Deno.test("an answer has the decimals that are asked, and those of its map", () => {
  const task = TASKS.find(({ name }) => name === "sparkle")!;
  const run = new Run(task, { seed: 5 });
  const ends = new Set<string>();
  for (let i = 0; i < 17 * 60; i++) {
    const { answer, instance } = run.item(i);
    const { ask } = instance as { ask: string };
    if (ask !== "position" && ask !== "distance") continue;
    for (const number of answer.match(/[\d.]+/g)!) {
      assert(/^\d+\.\d\d$/.test(number), answer);
      if (number.endsWith("0")) ends.add(ask);
    }
  }
  assertEquals([...ends].sort(), ["distance", "position"]);
});
