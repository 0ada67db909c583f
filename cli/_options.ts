import { parseArgs } from "node:util";
import { didYouMean } from "./_did_you_mean.ts";
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

/** Options that have a letter too, in every command that knows them. */
const LETTERS: Readonly<Record<string, string>> = {
  j: "json",
  n: "count",
  o: "out",
  s: "seed",
  w: "workers",
};

/**
 * Reads a command's words strictly: an unknown option, a missing value and a repeated option are
 * usage errors. A value may be `-`, and may start with one dash.
 */
export function readOptions(args: readonly string[], spec: OptionSpec): Options {
  const { text = [], list = [], flag = [] } = spec;
  const valued = [...text, ...list];
  const known = [...valued, ...flag];
  const given = new Map<string, string[]>(known.map((name) => [name, []]));
  const words: string[] = [];
  const { tokens } = parseArgs({
    args: joinValues(args, valued),
    // Everything is collected, so that an option given twice is seen.
    options: Object.fromEntries([
      ...valued.map((name) => [name, { type: "string", multiple: true }] as const),
      ...flag.map((name) => [name, { type: "boolean" }] as const),
    ]),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind !== "option") continue;
    const { name, rawName, value } = token;
    if (!known.includes(name)) throw unknownOption(rawName, known);
    if (value !== undefined && flag.includes(name)) {
      throw new UsageError(`--${name}=${value} has a value, must be --${name}`);
    }
    given.get(name)!.push(value ?? "");
  }
  for (const name of text) {
    if (given.get(name)!.length > 1) throw new UsageError(`--${name} is given twice, must be once`);
  }
  return {
    words,
    text: (name) => given.get(name)![0],
    path: (name) => given.get(name)!.map(placeOf)[0],
    list: (name) => given.get(name)!,
    flag: (name) => given.get(name)!.length > 0,
    number: (name) => numberOf(name, given.get(name)![0]),
  };
}

function unknownOption(name: string, known: readonly string[]): UsageError {
  const names = known.map((name) => `--${name}`);
  return new UsageError(
    `unknown option ${name}${didYouMean(name, names)}, must be one of ${names.join(", ")}`,
  );
}

/** `--json -` becomes `--json=-`, so that the parser takes any word as the value; `-o` is `--out`. */
function joinValues(args: readonly string[], valued: readonly string[]): string[] {
  const joined: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const word = longName(args[i]!, valued);
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

function longName(word: string, valued: readonly string[]): string {
  const name = /^-[a-z]$/.test(word) ? LETTERS[word[1]!] : undefined;
  return name !== undefined && valued.includes(name) ? `--${name}` : word;
}

function numberOf(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() !== "" && Number.isFinite(value)) return value;
  throw new UsageError(`--${name} is ${JSON.stringify(text)}, must be a number`);
}
