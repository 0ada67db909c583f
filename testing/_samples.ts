import { Run, type RunOptions } from "../tasks/loop/run.ts";
import type { Item } from "../tasks/item.ts";
import type { KnobValue } from "../tasks/knobs.ts";
import type { Task } from "../tasks/task.ts";

/** Items of one setting. */
export interface Sample {
  readonly options: RunOptions;
  readonly run: Run;
  readonly items: readonly Item[];
}

/** Each profile as it is, then each value of each word and flag, and both ends of each range. */
export function settingsOf(task: Task): RunOptions[] {
  const settings: RunOptions[] = Object.keys(task.profiles).map((profile) => ({ profile }));
  for (const [name, knob] of Object.entries(task.knobs)) {
    const values: readonly KnobValue[] = knob.type === "word"
      ? knob.of
      : knob.type === "flag"
      ? [false, true]
      : [knob.least, knob.most];
    for (const value of values) {
      if (value !== knob.default) settings.push({ knobs: { [name]: value } });
    }
  }
  return settings;
}

/** Which pictures a task is sampled with: its own, where it has any. */
export function picturesOfTask(task: Task): Pick<RunOptions, "images"> {
  return task.kind?.draw === undefined ? {} : { images: "svg" };
}

/** Items of a setting; the error where it is refused. */
export function sampleOf(
  task: Task,
  options: RunOptions,
  { count, seed, source }: {
    readonly count: number;
    readonly seed: number;
    readonly source?: unknown;
  },
): Sample | Error {
  try {
    const given = source === undefined ? {} : { source };
    const run = new Run(task, { seed, ...picturesOfTask(task), ...given, ...options });
    return { options, run, items: Array.from({ length: count }, (_, i) => run.item(i)) };
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** A setting in words. */
export function named(options: RunOptions): string {
  const { profile, knobs = {} } = options;
  const set = Object.entries(knobs).map(([name, value]) => `${name}=${value}`);
  return [...(profile === undefined ? [] : [profile]), ...set].join(" ") || "the defaults";
}
