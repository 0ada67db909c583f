import {
  BOX_CONVENTIONS,
  type ImageKind,
  LEVELS,
  RECORD_FORMATS,
  type ShardRange,
  shardRange,
} from "../tasks/mod.ts";
import { didYouMean } from "./_did_you_mean.ts";
import type { Options } from "./_options.ts";
import { readParts, readWhole } from "./_read_parts.ts";
import { type Curriculum, openSource, type Source, type SourceSpec } from "./_source.ts";
import { onWords, readSettings } from "./_tasks.ts";
import { UsageError } from "./command.ts";

/** What a command line asks `generate` for. */
export interface GenerateJob {
  /** What to generate, for a worker to open anew. */
  readonly spec: SourceSpec;
  /** The same, opened. */
  readonly source: Source;
  /** How many items the whole run has. */
  readonly items: number;
  /** How many parts the whole run has. */
  readonly parts: number;
  /** Which of the parts are to be made, counted from 0. */
  readonly own: ShardRange;
  /** Whether other processes make the other parts. */
  readonly shared: boolean;
  /** How many threads make items. */
  readonly workers: number;
  /** A folder, or `-` for standard output. */
  readonly out: string;
}

const IMAGE_KINDS: readonly ImageKind[] = ["none", "svg", "png"];

const MOST_WORKERS = 256;

/**
 * Reads the options of `generate`.
 *
 * @throws UsageError that names what cannot be used
 */
export function readGenerateJob(
  options: Options & { readonly modules?: readonly string[] },
): GenerateJob {
  const names = options.words;
  if (names.length === 0) throw new UsageError("no task is named, must be TASK...");
  const items = options.number("count");
  if (items === undefined) throw new UsageError("--count is missing, must be how many items");
  const out = options.path("out");
  if (out === undefined) throw new UsageError("--out is missing, must be a folder or -");
  const spec = readSpec(options, { out, items });
  const parts = readParts(options);
  if (out === "-" && options.number("parts") !== undefined) {
    throw new UsageError("--parts with --out -, must be a folder");
  }
  return onWords(() => {
    // A count that cannot be cut is told here, before anything is made.
    shardRange(items, { part: 1, of: 1 });
    const source = openSource(spec);
    return {
      ...{ spec, source, items, out, ...parts },
      workers: readWhole(options, { name: "workers", most: MOST_WORKERS }) ?? 1,
    };
  });
}

function readSpec(
  options: Options & { readonly modules?: readonly string[] },
  { out, items }: { out: string; items: number },
): SourceSpec {
  const images = readWord("images", options.text("images") ?? "none", IMAGE_KINDS);
  if (images !== "none" && out === "-") {
    throw new UsageError(`--images ${images} with --out -, must be a folder`);
  }
  const profile = options.text("profile");
  const boxes = options.text("boxes");
  const tasks = options.words.map(readWeight);
  const knobs = readSettings(options.list("set"));
  for (const knob of Object.keys(knobs)) requireTask(knob, tasks.map(({ name }) => name));
  return {
    tasks,
    modules: options.modules ?? [],
    curriculum: readCurriculum(options, items),
    settings: {
      seed: options.number("seed") ?? 0,
      knobs,
      images,
      format: readWord("format", options.text("format") ?? "items", RECORD_FORMATS),
      ...(profile === undefined ? {} : { profile }),
      ...(boxes === undefined ? {} : { boxes: readWord("boxes", boxes, BOX_CONVENTIONS) }),
    },
  };
}

/** Of `TASK.KNOB`, the task must be one of those that are made. */
function requireTask(knob: string, tasks: readonly string[]): void {
  const [task, name] = knob.split(".") as [string, string?];
  if (name === undefined || tasks.includes(task)) return;
  throw new UsageError(
    `--set ${knob}: ${task} is not made${didYouMean(task, tasks)}, must be one of ` +
      tasks.join(", "),
  );
}

const ORDERS = ["ordered", "mixed"] as const;

/** Levels that are named, or all of them where only their order is. */
function readCurriculum(options: Options, items: number): Curriculum | null {
  const order = options.text("curriculum");
  const words = options.list("level");
  if (order === undefined && words.length === 0) return null;
  if (order === undefined && words.length > 1) {
    throw new UsageError("--level is given twice, must be once or with --curriculum");
  }
  const levels = (words.length === 0 ? LEVELS : words).map((word) => {
    const { name, weight } = readWeight(word);
    return { name: readWord("level", name, LEVELS), share: weight };
  });
  const twice = levels.find(({ name }, i) => levels.findIndex((l) => l.name === name) !== i);
  if (twice !== undefined) {
    throw new UsageError(`--level ${twice.name} is given twice, must be once`);
  }
  return { order: readWord("curriculum", order ?? "mixed", ORDERS), levels, items };
}

/** `direction=3`: three items for one of a task that stands alone. */
function readWeight(word: string): { readonly name: string; readonly weight: number } {
  const [name, weight, ...rest] = word.split("=");
  if (weight === undefined) return { name: word, weight: 1 };
  if (/^[1-9]\d{0,4}$/.test(weight) && rest.length === 0) {
    return { name: name!, weight: Number(weight) };
  }
  throw new UsageError(`${JSON.stringify(word)} must be NAME or NAME=SHARE, an integer from 1`);
}

function readWord<W extends string>(name: string, word: string, words: readonly W[]): W {
  const found = words.find((known) => known === word);
  if (found !== undefined) return found;
  throw new UsageError(`--${name} is ${JSON.stringify(word)}, must be one of ${words.join(", ")}`);
}
