import { type Item, type KnobSettings, LEVELS, Run, type Task, TASKS } from "../tasks/mod.ts";
import { Problem } from "./problem.ts";

/** Runs that are kept ready. */
const READY = 64;

/** Finds and keeps the runs that requests ask items of. */
export class ItemSource {
  readonly #runs: Map<string, Run> = new Map();

  /**
   * The run of some settings.
   *
   * @throws Problem, RangeError, TypeError for a task, seed, knob, level or profile that is not known
   */
  run(name: string, settings: ItemSettings): Run {
    const key = JSON.stringify([name, settings]);
    const known = this.#runs.get(key);
    if (known !== undefined) {
      // Moved to the end: the first is the one that was not asked of for the longest.
      this.#runs.delete(key);
      this.#runs.set(key, known);
      return known;
    }
    const run = new Run(findTask(name), settings as KnobSettings & { seed: number });
    if (this.#runs.size >= READY) this.#runs.delete(this.#runs.keys().next().value!);
    this.#runs.set(key, run);
    return run;
  }

  /** An item by what a request says of it: task, seed, index, and settings where they differ. */
  item(value: Readonly<Record<string, unknown>>): Item {
    const { task, index, seed = 0, profile, level, knobs = {} } = value;
    if (typeof task !== "string") {
      throw new Problem(400, "Cannot find the item: no task, must be named");
    }
    const given = { profile, level };
    const named = Object.fromEntries(Object.entries(given).filter(([, v]) => v !== undefined));
    return this.run(task, { seed, ...named, knobs } as ItemSettings).item(index as number);
  }
}

/** What an item depends on beside its task and index. */
export interface ItemSettings {
  readonly seed: number;
  readonly profile?: string;
  readonly level?: string;
  readonly knobs: Readonly<Record<string, string | number | boolean>>;
}

/** Finds a task by name. */
export function findTask(name: string): Task {
  const task = TASKS.find((t) => t.name === name);
  if (task !== undefined) return task;
  throw new Problem(404, `Cannot find the task ${JSON.stringify(name)}, must be one of /v1/tasks`);
}

const KNOWN = ["seed", "index", "count", "profile", "level", "set"];

/** Which items a query asks of: `seed`, `index`, `count`, `profile`, `level`, `set=knob=value`. */
export function readItemQuery(
  query: URLSearchParams,
  most: number,
): { readonly settings: ItemSettings; readonly index: number; readonly count: number | null } {
  for (const name of query.keys()) {
    if (!KNOWN.includes(name)) {
      throw new Problem(
        400,
        `Cannot use ${JSON.stringify(name)}, must be one of ${KNOWN.join(", ")}`,
      );
    }
    if (name !== "set" && query.getAll(name).length > 1) {
      throw new Problem(400, `Cannot use ${name} twice, must be given once`);
    }
  }
  const knobs: Record<string, string> = {};
  for (const word of query.getAll("set")) {
    const at = word.indexOf("=");
    if (at < 1) throw new Problem(400, `Cannot use set=${word}, must be set=KNOB=VALUE`);
    const name = word.slice(0, at);
    if (Object.hasOwn(knobs, name)) {
      throw new Problem(400, `Cannot set ${name} twice, must be once`);
    }
    knobs[name] = word.slice(at + 1);
  }
  const [profile, level] = [query.get("profile"), query.get("level")];
  if (level !== null && !(LEVELS as readonly string[]).includes(level)) {
    throw new Problem(
      400,
      `Cannot use level ${JSON.stringify(level)}, must be ${LEVELS.join(" or ")}`,
    );
  }
  const settings = {
    seed: whole(query, "seed", Number.MAX_SAFE_INTEGER) ?? 0,
    ...(profile === null ? {} : { profile }),
    ...(level === null ? {} : { level }),
    knobs,
  };
  return {
    settings,
    index: whole(query, "index", Number.MAX_SAFE_INTEGER) ?? 0,
    count: whole(query, "count", most),
  };
}

function whole(query: URLSearchParams, name: string, most: number): number | null {
  const text = query.get(name);
  if (text === null) return null;
  const value = Number(text);
  if (/^\d{1,16}$/.test(text) && value <= most) return value;
  throw new Problem(400, `Cannot use ${name}=${text}, must be an integer of 0 to ${most}`);
}
