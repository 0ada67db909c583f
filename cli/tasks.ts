import { type Knob, type KnobValue, LEVELS, type Levels, type Task, TASKS } from "../tasks/mod.ts";
import { type Command, UsageError } from "./command.ts";
import { findTask } from "./_tasks.ts";

const HELP = `alidade tasks: the kinds of questions that generate can make

Usage: alidade tasks [NAME...]

Without a name it lists every task; with names it tells their knobs and profiles.

Example:
  alidade tasks direction
`;

/** `alidade tasks`: what `generate` can make. */
export const tasks: Command = {
  name: "tasks",
  summary: "List the kinds of questions that generate can make",
  help: HELP,
  async run(args, io) {
    const option = args.find((word) => word.startsWith("-"));
    if (option !== undefined) throw new UsageError(`unknown option ${option}, must be a name`);
    if (args.length > 0) await io.out(args.map(findTask).map(describe).join("\n"));
    else await io.out(TASKS.map((t) => `${t.name.padEnd(22)} ${t.summary}\n`).join(""));
    return 0;
  },
};

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
