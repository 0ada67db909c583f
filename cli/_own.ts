import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Dataset, DATASETS } from "../datasets/mod.ts";
import { type Task, TASKS } from "../tasks/mod.ts";
import { placeOf } from "./_place.ts";
import { UsageError } from "./command.ts";

/** Tasks and datasets from modules that the user named. */
const own = { tasks: [] as Task[], datasets: [] as Dataset[] };

/** Every task there is: those of the package, and the user's own. */
export function allTasks(): readonly Task[] {
  return [...TASKS, ...own.tasks];
}

/** Every dataset there is. */
export function allDatasets(): readonly Dataset[] {
  return [...DATASETS, ...own.datasets];
}

/** Whether a word names a module of the user's, and no task or dataset. */
export function isModule(word: string): boolean {
  return /\.[cm]?[jt]s$/.test(word);
}

/** Where a module is, for {@link loadModule} here and on other threads. */
export function moduleUrl(word: string): string {
  return pathToFileURL(resolve(placeOf(word))).href;
}

/**
 * Loads a module, and puts the tasks and datasets that it exports beside those of the package.
 *
 * @param url where it is, from {@link moduleUrl}
 * @param shown what errors call it
 * @returns what it exports
 * @throws UsageError for a module that cannot be loaded, or whose task has the name of another
 */
export async function loadModule(
  url: string,
  shown = url,
): Promise<{ readonly tasks: readonly Task[]; readonly datasets: readonly Dataset[] }> {
  const exports = new Set(Object.values(await imported(url, shown)));
  const tasks = [...exports].filter(isTask);
  const datasets = [...exports].filter(isDataset);
  if (tasks.length + datasets.length === 0) {
    throw new UsageError(
      `Cannot use ${shown}: it exports no task and no dataset, must export one, ` +
        "as defineTask makes it",
    );
  }
  for (const task of tasks) add(own.tasks, task, allTasks(), shown);
  for (const dataset of datasets) add(own.datasets, dataset, allDatasets(), shown);
  return { tasks, datasets };
}

async function imported(url: string, shown: string): Promise<Record<string, unknown>> {
  try {
    return await import(url);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `Cannot load ${shown}: ${why.split("\n")[0]}, must be a module that can be imported`,
    );
  }
}

function add<T extends { readonly name: string }>(
  list: T[],
  one: T,
  known: readonly T[],
  shown: string,
): void {
  const same = known.find(({ name }) => name === one.name);
  if (same === one) return;
  if (same !== undefined) {
    throw new UsageError(
      `Cannot use ${shown}: ${JSON.stringify(one.name)} is the name of another, must be its own`,
    );
  }
  list.push(one);
}

function isTask(value: unknown): value is Task {
  if (typeof value !== "object" || value === null) return false;
  const { name, version, knobs, solve } = value as Partial<Record<keyof Task, unknown>>;
  return typeof name === "string" && typeof version === "number" && typeof knobs === "object" &&
    typeof solve === "function";
}

function isDataset(value: unknown): value is Dataset {
  if (typeof value !== "object" || value === null) return false;
  const { name, read, companions } = value as Partial<Record<keyof Dataset, unknown>>;
  return typeof name === "string" && typeof read === "function" && Array.isArray(companions);
}

/**
 * Words that name tasks, or datasets, with modules loaded and replaced by the names of what they
 * export of that kind.
 */
export async function withOwn(
  words: readonly string[],
  what: "tasks" | "datasets",
): Promise<string[]> {
  const names: string[] = [];
  for (const word of words) {
    if (!isModule(word)) {
      names.push(word);
      continue;
    }
    const found = (await loadModule(moduleUrl(word), word))[what];
    if (found.length === 0) throw new UsageError(`${word} exports no ${what}, must export some`);
    names.push(...found.map(({ name }) => name));
  }
  return names;
}
