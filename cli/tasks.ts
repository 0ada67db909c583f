import { type Knob, type KnobValue, LEVELS, type Levels, type Task, TASKS } from "../tasks/mod.ts";
import { withOwn } from "./_own.ts";
import { readOptions } from "./_options.ts";
import type { Command } from "./command.ts";
import { findTask } from "./_tasks.ts";

const HELP = `alidade tasks: the kinds of questions that generate can make

Usage: alidade tasks [NAME...] [--json]

Without a name it lists every task; with names it tells their knobs and profiles.

  --json             all of that as JSON, a line each

Example:
  alidade tasks direction
`;

/** `alidade tasks`: what `generate` can make. */
export const tasks: Command = {
  name: "tasks",
  summary: "List the kinds of questions that generate can make",
  help: HELP,
  async run(args, io) {
    const options = readOptions(args, { flag: ["json"] });
    const chosen = (await withOwn(options.words, "tasks")).map(findTask);
    if (options.flag("json")) await io.out(asJson(chosen.length > 0 ? chosen : TASKS));
    else if (chosen.length > 0) await io.out(chosen.map(describe).join("\n"));
    else await io.out(TASKS.map((t) => `${t.name.padEnd(22)} ${t.summary}\n`).join(""));
    return 0;
  },
};

function asJson(chosen: readonly Task[]): string {
  return chosen.map(({ name, version, summary, knobs, profiles, levels }) =>
    JSON.stringify({ name, version, summary, knobs, profiles, levels }) + "\n"
  ).join("");
}

function describe(task: Task): string {
  const knobs = Object.entries(task.knobs).map(([name, knob]) =>
    `  --set ${`${name}=${knob.default}`.padEnd(24)} ${knob.doc} (${rangeOf(knob)})\n`
  );
  const profiles = Object.entries(task.profiles).map(([name, values]) =>
    `  --profile ${name.padEnd(10)} ${settingsOf(values)}\n`
  );
  const rises = task.levels === undefined ? "" : levelsOf(task.levels);
  const head = `${task.name}, version ${task.version}\n  ${task.summary}\n`;
  return `${head}${profiles.join("")}${rises}${knobs.join("")}`;
}

function levelsOf(levels: Levels): string {
  const lines = LEVELS.map((name) => `  --level ${name.padEnd(12)} ${settingsOf(levels[name])}\n`);
  return `${lines.join("")}  from level to level rise: ${levels.rises}\n`;
}

function settingsOf(values: Readonly<Record<string, KnobValue>>): string {
  const set = Object.entries(values).map(([knob, value]) => `${knob}=${value}`).join(" ");
  return set === "" ? "the defaults" : set;
}

function rangeOf(knob: Knob): string {
  if (knob.type === "integer") return `${knob.least} to ${knob.most}`;
  return knob.type === "flag" ? "true or false" : knob.of.join(", ");
}
