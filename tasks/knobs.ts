/** A knob that holds an integer. */
export interface IntegerKnob {
  /** Tells the knobs apart. */
  readonly type: "integer";
  /** The least value. */
  readonly least: number;
  /** The greatest value. */
  readonly most: number;
  /** The value unless a profile or the user says otherwise. */
  readonly default: number;
  /** What it does, in one line. */
  readonly doc: string;
}

/** A knob that is on or off. */
export interface FlagKnob {
  /** Tells the knobs apart. */
  readonly type: "flag";
  /** The value unless a profile or the user says otherwise. */
  readonly default: boolean;
  /** What it does, in one line. */
  readonly doc: string;
}

/** A knob that holds one of some words. */
export interface WordKnob<W extends string = string> {
  /** Tells the knobs apart. */
  readonly type: "word";
  /** The words. */
  readonly of: readonly W[];
  /** The value unless a profile or the user says otherwise. */
  readonly default: W;
  /** What it does, in one line. */
  readonly doc: string;
}

/** A setting of a task, declared: its type, its range, its default and what it does. */
export type Knob = IntegerKnob | FlagKnob | WordKnob;

/** The knobs of a task by name. */
export type Knobs = Readonly<Record<string, Knob>>;

/** What a knob may hold. */
export type KnobValue = number | boolean | string;

/** What one kind of knob may hold. */
export type ValueOf<K extends Knob> = K extends IntegerKnob ? number
  : K extends FlagKnob ? boolean
  : K extends WordKnob<infer W> ? W
  : never;

/** A value for every one of some knobs. */
export type KnobValues<K extends Knobs = Knobs> = { readonly [N in keyof K]: ValueOf<K[N]> };

/** The profile every task has, and the one that is meant unless another is named. */
export const DEFAULT_PROFILE = "fair";

/** The levels of every task, from easy to hard. */
export const LEVELS = ["easy", "medium", "hard"] as const;

/** One of the levels. */
export type Level = typeof LEVELS[number];

/** A task's levels: for each the values that differ from the profile's. */
export interface Levels extends Readonly<Record<Level, Readonly<Record<string, KnobValue>>>> {
  /** What rises from level to level, in words; the tests measure it. */
  readonly rises: string;
}

/** Knobs and profiles, as a task declares them. */
export interface KnobSource {
  /** The task's name, for errors. */
  readonly name: string;
  /** Its knobs. */
  readonly knobs: Knobs;
  /** Its profiles: values that differ from the knobs' defaults. */
  readonly profiles: Readonly<Record<string, Readonly<Record<string, KnobValue>>>>;
  /** Its levels, where it has them. */
  readonly levels?: Levels;
}

/** What a user sets. */
export interface KnobSettings {
  /** The profile to begin from; `"fair"` when left out. */
  readonly profile?: string;
  /** A level, whose values stand over the profile's; none when left out. */
  readonly level?: Level;
  /** Values by knob; the text of a value will do. */
  readonly knobs?: Readonly<Record<string, KnobValue>>;
}

/** The values a run uses. */
export interface ResolvedKnobs {
  /** The profile. */
  readonly profile: string;
  /** A value for every knob. */
  readonly values: KnobValues;
  /** The level, or null. */
  readonly level: Level | null;
  /** The values that differ from the profile's and the level's, in the order the task declares its knobs. */
  readonly changed: Readonly<Record<string, KnobValue>>;
}

/**
 * The value of every knob of a task: its default, over it the profile's, over it the level's, over
 * it the user's.
 *
 * @param source the task
 * @param settings the profile and the values the user sets
 * @returns every value, and those that differ from the profile and the level
 * @throws RangeError for a profile, level or knob the task has not, or a value out of range
 * @throws TypeError for a value of another type
 *
 * @example
 * ```ts
 * import { resolveKnobs } from "@alidade/core/tasks";
 * import { assertEquals } from "@std/assert";
 *
 * const source = {
 *   name: "dice",
 *   knobs: { sides: { type: "integer", least: 2, most: 20, default: 6, doc: "sides" } },
 *   profiles: { fair: {} },
 * } as const;
 * assertEquals(resolveKnobs(source, { knobs: { sides: "8" } }).changed, { sides: 8 });
 * ```
 */
export function resolveKnobs(source: KnobSource, settings: KnobSettings = {}): ResolvedKnobs {
  const { profile = DEFAULT_PROFILE, level = null, knobs = {} } = settings;
  const preset = own(source.profiles, profile);
  if (preset === undefined) {
    const must = Object.keys(source.profiles).join(", ");
    throw new RangeError(
      `Cannot use profile "${profile}" of ${source.name}: not there, must be one of ${must}`,
    );
  }
  const raised = level === null ? {} : levelOf(source, level);
  for (const name of Object.keys(knobs)) {
    if (own(source.knobs, name) === undefined) {
      const must = Object.keys(source.knobs).join(", ");
      throw new RangeError(
        `Cannot set knob "${name}" of ${source.name}: not there, must be one of ${must}`,
      );
    }
  }
  const values: Record<string, KnobValue> = {};
  const changed: Record<string, KnobValue> = {};
  for (const [name, knob] of Object.entries(source.knobs)) {
    const base = own(raised, name) ?? own(preset, name) ?? knob.default;
    const set = own(knobs, name);
    values[name] = set === undefined ? base : readKnob(knob, set, `${name} of ${source.name}`);
    if (values[name] !== base) changed[name] = values[name];
  }
  return { profile, level, values, changed };
}

function levelOf(source: KnobSource, level: Level): Readonly<Record<string, KnobValue>> {
  if (LEVELS.includes(level) && source.levels !== undefined) return source.levels[level];
  const must = source.levels === undefined ? "left out" : `one of ${LEVELS.join(", ")}`;
  throw new RangeError(`Cannot use level "${level}" of ${source.name}: not there, must be ${must}`);
}

function readKnob(knob: Knob, value: KnobValue, what: string): KnobValue {
  const refuse = (must: string): never => {
    const message = `Cannot set knob ${what}: ${JSON.stringify(value)}, must be ${must}`;
    throw typeof value === typeof knob.default || typeof value === "string"
      ? new RangeError(message)
      : new TypeError(message);
  };
  switch (knob.type) {
    case "integer": {
      const number = typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : value;
      const fits = typeof number === "number" && Number.isInteger(number) &&
        number >= knob.least && number <= knob.most;
      return fits ? number : refuse(`an integer of ${knob.least} to ${knob.most}`);
    }
    case "flag":
      if (typeof value === "boolean") return value;
      return value === "true" ? true : value === "false" ? false : refuse("true or false");
    case "word":
      return knob.of.includes(value as string) ? value : refuse(`one of ${knob.of.join(", ")}`);
  }
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
