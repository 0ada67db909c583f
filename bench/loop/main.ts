/**
 * The generation loop as an instrument: items a second for each task and stage, beside what one
 * writes first, in one run.
 *
 * `deno task bench [TASK...] [--items N] [--rounds N] [--json FILE]`
 */
import { cpuUsage } from "node:process";
import { readOptions } from "../../cli/_options.ts";
import { Run, scoreReply, type Task, TASKS } from "../../tasks/mod.ts";
import { type Figure, type Figures, median, rate } from "./figures.ts";
import { NAIVE } from "./naive.ts";
import { mixStages, type Stage, stagesOf } from "./stages.ts";

const options = readOptions(Deno.args, { text: ["items", "rounds", "json"] });
const names = options.words;
const unknown = names.find((name) => !TASKS.some((task) => task.name === name));
if (unknown !== undefined) {
  console.error(`no task "${unknown}", must be one of ${TASKS.map((t) => t.name).join(", ")}`);
  Deno.exit(2);
}
const tasks = TASKS.filter((task) => names.length === 0 || names.includes(task.name));
const items = options.number("items") ?? 1_000_000;
const rounds = options.number("rounds") ?? 7;

tasks.forEach(requireRight);
using file = await Deno.open("/dev/null", { write: true });
const sink = (bytes: Uint8Array) => void file.writeSync(bytes);
const stages = tasks.flatMap((task) => stagesOf(task, { items, sink }));
if (names.length === 0) stages.push(...mixStages(tasks, { items, sink }));

const figures = [...measure(stages, rounds), ...await pythonFigures(stages)];
print(figures);
const json = options.text("json");
if (json !== undefined) {
  const written: Figures = { runtime: `Deno ${Deno.version.deno}`, rounds, figures };
  await Deno.writeTextFile(json, `${JSON.stringify(written, null, 1)}\n`);
}

/** Answers are checked before anything is timed: each must score on its own instance. */
function requireRight(task: Task): void {
  const run = new Run(task, { seed: 1 });
  for (let i = 0; i < 200; i++) {
    const item = run.item(i);
    const mark = scoreReply(task, item, item.answer);
    if (mark !== "right") throw new Error(`${item.id}: its own answer is ${mark}`);
  }
}

/** All stages in turn, round by round, so that slow moments of the machine hit all alike. */
function measure(stages: readonly Stage[], rounds: number): Figure[] {
  const figures = stages.map(({ task, stage }) => ({
    task,
    stage,
    perSecond: [] as number[],
    relative: [] as number[],
  }));
  for (let round = -1; round < rounds; round++) {
    const unit = seconds(calibrate);
    stages.forEach((stage, i) => {
      const taken = seconds(() => stage.run());
      // The first round warms the compiler up.
      if (round < 0) return;
      figures[i]!.perSecond.push(stage.items / taken);
      figures[i]!.relative.push(stage.items * unit / taken);
    });
  }
  return figures;
}

/** Processor time, so that what else runs on the machine does not count. */
function seconds(act: () => void): number {
  const before = cpuUsage();
  act();
  const { user, system } = cpuUsage(before);
  return (user + system) / 1e6;
}

/** A fixed piece of integer work, about ten milliseconds. */
function calibrate(): void {
  let state = 1;
  const table = new Int32Array(1024);
  for (let i = 0; i < 5_000_000; i++) {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + i | 0;
    table[state & 1023]! += state;
  }
  if (table[0] === 0.5) throw new Error("never");
}

/** The same naive generator in Python, where there is one. */
async function pythonFigures(stages: readonly Stage[]): Promise<Figure[]> {
  const script = new URL("naive.py", import.meta.url).pathname;
  const figures: Figure[] = [];
  for (const { task } of stages.filter(({ stage }) => stage === "naive TypeScript")) {
    const makers = task === "mix" ? Object.keys(NAIVE) : [task];
    try {
      const command = new Deno.Command("python3", { args: [script, "20000", ...makers] });
      const { success, stdout } = await command.output();
      const perSecond = Number(new TextDecoder().decode(stdout));
      if (!success || !(perSecond > 0)) throw new Error("it failed");
      figures.push({ task, stage: "naive Python", perSecond: [perSecond], relative: [] });
    } catch {
      console.error(`left out: naive Python of ${task}, no python3 that runs it`);
    }
  }
  return figures;
}

function print(figures: readonly Figure[]): void {
  for (const task of new Set(figures.map((f) => f.task))) {
    const own = figures.filter((f) => f.task === task);
    const whole = own.find((f) => f.stage === "end to end")!;
    console.log(`\n${task}`);
    for (const { stage, perSecond } of own) {
      const ratio = median(whole.perSecond) / median(perSecond);
      const beside = stage.startsWith("naive") ? `   we are ${ratio.toFixed(0)}x` : "";
      console.log(`  ${stage.padEnd(20)} ${rate(median(perSecond)).padStart(10)}${beside}`);
    }
  }
}
