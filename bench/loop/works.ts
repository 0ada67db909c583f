import { Mix, Run, type RunOptions, type Task, TASKS } from "../../tasks/mod.ts";

/** Something that the loop makes: the items of a run, or of some in turn. */
export interface Work {
  readonly name: string;
  readonly tasks: readonly { readonly task: Task; readonly options: RunOptions }[];
  /**
   * The makers of `rivals/naive.ts` that make as much, in turn; none where there is no rival. For the mix
   * of Sparkle's tasks these are the five that have one.
   */
  readonly naive: readonly string[];
  /** What `rivals/loop.cpp` calls it; undefined where it has none. */
  readonly cpp?: string;
}

const SEED = { seed: 1 } as const;

/** The five tasks that the naive rivals are mixed of. */
const FIVE = ["direction", "distance", "region", "shortest-path", "tour"];

/** How naive makers are called where it is not by the task. */
const MAKERS: Readonly<Record<string, string>> = { tour: "tour of 6" };

/** Everything that the bench measures: each task by its defaults, and some works of their own. */
export const WORKS: readonly Work[] = [
  ...TASKS.map((task): Work => ({
    name: MAKERS[task.name] ?? task.name,
    tasks: [{ task, options: SEED }],
    naive: FIVE.includes(task.name) ? [MAKERS[task.name] ?? task.name] : [],
    ...(task.name === "direction" ? { cpp: "direction" } : {}),
  })),
  {
    name: "grid path 8x8",
    tasks: [{
      task: taskNamed("grid-path"),
      options: { ...SEED, knobs: { width: 8, height: 8, ask: "way" } },
    }],
    naive: ["grid path 8x8"],
    cpp: "grid-path",
  },
  {
    name: "five-task mix",
    tasks: FIVE.map((name) => ({ task: taskNamed(name), options: SEED })),
    naive: FIVE.map((name) => MAKERS[name] ?? name),
  },
  {
    name: "Sparkle mix",
    tasks: TASKS.filter((task) => "sparkle" in task.profiles)
      .map((task) => ({ task, options: { ...SEED, profile: "sparkle" } })),
    naive: FIVE.map((name) => MAKERS[name] ?? name),
  },
];

/** The works of some names, all where none is given. */
export function worksNamed(names: readonly string[]): readonly Work[] {
  const unknown = names.find((name) => !WORKS.some((work) => work.name === name));
  if (unknown !== undefined) {
    const known = WORKS.map((work) => `"${work.name}"`).join(", ");
    throw new RangeError(`Cannot measure "${unknown}": not there, must be one of ${known}`);
  }
  return WORKS.filter((work) => names.length === 0 || names.includes(work.name));
}

/** The runs of a work. */
export function runsOf({ tasks }: Work): readonly Run[] {
  return tasks.map(({ task, options }) => new Run(task, options));
}

/** The lines of a work, as users get them. */
export function sourceOf(runs: readonly Run[]): Run | Mix {
  return runs.length === 1 ? runs[0]! : new Mix(runs);
}

function taskNamed(name: string): Task {
  return TASKS.find((task) => task.name === name)!;
}
