import { parseArgs } from "./_parse_args.ts";
import { placeOf } from "./_place.ts";
import { UsageError } from "./command.ts";

/** Which options a command knows, by name without the dashes. */
export interface OptionSpec {
  /** Options with a value. */
  readonly text?: readonly string[];
  /** Options with a value that may be given again. */
  readonly list?: readonly string[];
  /** Options without a value. */
  readonly flag?: readonly string[];
}

/** A command's words, read. */
export interface Options {
  /** The words that are no options. */
  readonly words: readonly string[];
  /** The value of an option, or undefined. */
  text(name: string): string | undefined;
  /** The value of an option as a path without detours, or undefined. */
  path(name: string): string | undefined;
  /** The values of an option that may be repeated, in order. */
  list(name: string): readonly string[];
  /** Whether a flag was given. */
  flag(name: string): boolean;
  /** The value of an option as a number; UsageError when it is none. */
  number(name: string): number | undefined;
}

/**
 * Reads a command's words strictly: an unknown option, a missing value and a repeated option are
 * usage errors. A value may be `-`, and may start with one dash.
 */
export function readOptions(args: readonly string[], spec: OptionSpec): Options {
  const { text = [], list = [], flag = [] } = spec;
  const valued = [...text, ...list];
  const parsed = parseArgs(joinValues(args, valued), {
    string: ["_", ...valued],
    boolean: flag,
    // Everything is collected, so that an option given twice is seen.
    collect: valued,
    unknown: (arg) => {
      if (!arg.startsWith("-") || arg === "-") return true;
      const known = [...valued, ...flag].map((name) => `--${name}`).join(", ");
      throw new UsageError(`unknown option ${arg}, must be one of ${known}`);
    },
  });
  const values = (name: string) => (parsed[name] ?? []) as readonly string[];
  for (const name of text) {
    if (values(name).length > 1) throw new UsageError(`--${name} is given twice, must be once`);
  }
  return {
    words: parsed._.map(String),
    text: (name) => values(name)[0],
    path: (name) => values(name).map(placeOf)[0],
    list: values,
    flag: (name) => parsed[name] === true,
    number: (name) => numberOf(name, values(name)[0]),
  };
}

/** `--json -` becomes `--json=-`, so that the parser takes any word as the value. */
function joinValues(args: readonly string[], valued: readonly string[]): string[] {
  const joined: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const word = args[i]!;
    if (word === "--") return [...joined, ...args.slice(i)];
    if (!word.startsWith("--") || !valued.includes(word.slice(2))) {
      joined.push(word);
      continue;
    }
    const value = args[++i];
    if (value === undefined || value.startsWith("--")) {
      throw new UsageError(`${word} has no value, must be ${word} VALUE`);
    }
    joined.push(`${word}=${value}`);
  }
  return joined;
}

function numberOf(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() !== "" && Number.isFinite(value)) return value;
  throw new UsageError(`--${name} is ${JSON.stringify(text)}, must be a number`);
}
