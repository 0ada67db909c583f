/**
 * The loop end to end: 100,000 direction items written to /dev/null, beside what one writes first
 * (draw points, atan2, an object, `JSON.stringify`, lines joined a thousand at a time), and beside
 * our own items as objects. Rivals get the same sink; answers are worked out from the text first.
 */
import { direction, Run } from "../tasks/mod.ts";
import { isRight } from "../tests/tasks/_reader.ts";
import { NAIVE, writeNaive } from "./loop/rivals/naive.ts";

const COUNT = 100_000;

const run = new Run(direction, { seed: 42 });
for (let i = 0; i < 2000; i++) {
  const { id, question, answer } = run.item(i);
  if (!isRight(question, answer)) throw new Error(`${id}: ${answer} does not follow from its text`);
}

const file = await Deno.open("/dev/null", { write: true });
const encoder = new TextEncoder();
const sink = (text: string) => void file.writeSync(encoder.encode(text));

const group = { group: `direction, ${COUNT} items` };

Deno.bench("Run.lines", { ...group, baseline: true }, () => {
  for (const bytes of run.lines(0, COUNT)) file.writeSync(bytes);
});

Deno.bench("objects, JSON.stringify, joined", group, () => {
  writeNaive([NAIVE.direction!], COUNT, sink);
});

Deno.bench("Run.item, JSON.stringify, joined", group, () => {
  let lines: string[] = [];
  for (let i = 0; i < COUNT; i++) {
    lines.push(JSON.stringify(run.item(i)));
    if (lines.length === 1000) {
      sink(`${lines.join("\n")}\n`);
      lines = [];
    }
  }
});
