import { fileURLToPath } from "node:url";
import { type Task, TASKS } from "../tasks/mod.ts";
import { readOptions } from "./_options.ts";
import type { Command } from "./command.ts";
import { generate } from "./generate.ts";
import { report } from "./report.ts";
import { verify } from "./verify.ts";

const HELP = `alidade demo: see what it does, in a folder of its own

Usage: alidade demo [--out DIR]

Makes some items of every task with their pictures, a page that shows them, and checks a small
bundled sample in which some answers are wrong. DIR is demo when left out.

Exit code: 0 ran; 1 something could not be written; 2 usage.

Example:
  alidade demo --out /tmp/demo
`;

/** So many items of each task are made. */
const ITEMS_EACH = 3;

/** `alidade demo`: a first look. */
export const demo: Command = {
  name: "demo",
  summary: "Make a few items with pictures and check a small sample",
  help: HELP,
  async run(args, io) {
    const out = readOptions(args, { text: ["out"] }).path("out") ?? "demo";
    const names = TASKS.filter(hasPictures).map((task) => task.name);
    const count = ITEMS_EACH * names.length;
    io.log(`1. ${count} items of ${names.length} tasks, with pictures`);
    const made = ["--count", String(count), "--seed", "2026", "--images", "png", "--out", out];
    let code = await generate.run([...names, ...made], io);
    code ||= await report.run([`${out}/items.jsonl`, "--out", `${out}/index.html`], io);
    io.log(
      "\n2. A sample of StepGame's kind, in which two labels are wrong and one cannot be known",
    );
    const sample = fileURLToPath(new URL("demo/stepgame.json", import.meta.url));
    code ||= await verify.run(["stepgame", sample, "--json", `${out}/verdicts.jsonl`], io);
    if (code === 0) io.log(whereToLook(out));
    return code;
  },
};

/** Stories, say, have none. */
function hasPictures({ kind }: Task): boolean {
  return kind?.draw !== undefined;
}

function whereToLook(out: string): string {
  return `
Look at
  ${out}/index.html       the items and their pictures
  ${out}/items.jsonl      the same as data, a line each
  ${out}/verdicts.jsonl   what was found in the sample, and why`;
}
