import { type ShardRange, shardRange } from "../tasks/mod.ts";
import type { Options } from "./_options.ts";
import { onWords } from "./_tasks.ts";
import { UsageError } from "./command.ts";

/** Which parts of a run a process makes. */
export interface OwnParts {
  /** How many parts the whole run has. */
  readonly parts: number;
  /** Which of the parts are to be made, counted from 0. */
  readonly own: ShardRange;
  /** Whether other processes make the other parts. */
  readonly shared: boolean;
}

/** The most parts of a run: their numbers have five digits. */
export const MOST_PARTS = 99_999;

/**
 * Reads `--parts P` and `--shard I/N`.
 *
 * @throws UsageError that names what cannot be used
 */
export function readParts(options: Options): OwnParts {
  const shard = readShard(options.text("shard"));
  const parts = readWhole(options, { name: "parts", most: MOST_PARTS }) ?? shard?.of ?? 1;
  const own = onWords(() => shardRange(parts, shard ?? { part: 1, of: 1 }));
  return { parts, own, shared: shard !== undefined };
}

function readShard(text: string | undefined): { part: number; of: number } | undefined {
  if (text === undefined) return undefined;
  const match = /^(\d+)\/(\d+)$/.exec(text);
  if (match === null) throw new UsageError(`--shard is ${JSON.stringify(text)}, must be I/N`);
  return { part: Number(match[1]), of: Number(match[2]) };
}

/**
 * Reads an option that counts something, from 1 on.
 *
 * @throws UsageError for anything else
 */
export function readWhole(
  options: Options,
  { name, most }: { name: string; most: number },
): number | undefined {
  const value = options.number(name);
  if (value === undefined) return undefined;
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new UsageError(`--${name} is ${value}, must be an integer of 1 to ${most}`);
}
