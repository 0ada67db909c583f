import type { KnobValue, Task } from "../tasks/mod.ts";
import { didYouMean } from "./_did_you_mean.ts";
import { allTasks } from "./_own.ts";
import { UsageError } from "./command.ts";

/**
 * Finds a task by name.
 *
 * @throws UsageError for a name that is not on the list
 */
export function findTask(name: string): Task {
  const found = allTasks().find((t) => t.name === name);
  if (found !== undefined) return found;
  const names = allTasks().map((t) => t.name);
  throw new UsageError(
    `no task "${name}"${didYouMean(name, names)}, must be one of ${names.join(", ")}`,
  );
}

/** Reads `knob=value` words. */
export function readSettings(words: readonly string[]): Record<string, KnobValue> {
  const settings: Record<string, KnobValue> = {};
  for (const word of words) {
    const equals = word.indexOf("=");
    if (equals < 1) throw new UsageError(`--set is ${JSON.stringify(word)}, must be KNOB=VALUE`);
    const name = word.slice(0, equals);
    if (Object.hasOwn(settings, name)) {
      throw new UsageError(`--set ${name} is given twice, must be once`);
    }
    settings[name] = word.slice(equals + 1);
  }
  return settings;
}

/** Runs something on what the user wrote; what it finds wrong there is a usage error. */
export function onWords<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) {
      throw new UsageError(error.message);
    }
    throw error;
  }
}
