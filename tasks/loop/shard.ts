/** A part of a run: items `first` to `first + count - 1`. */
export interface ShardRange {
  /** The index of its first item. */
  readonly first: number;
  /** How many items it has. */
  readonly count: number;
}

/**
 * Cuts a run into parts that follow each other: written one behind the other they are the whole,
 * byte for byte.
 *
 * @param count the items of the whole
 * @param shard which part, from 1, and of how many
 * @returns the items of the part; sizes differ by one at most
 * @throws RangeError for a part that is not there
 *
 * @example
 * ```ts
 * import { shardRange } from "@alidade/core/tasks";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(shardRange(10, { part: 2, of: 3 }), { first: 3, count: 3 });
 * ```
 */
export function shardRange(
  count: number,
  shard: { readonly part: number; readonly of: number },
): ShardRange {
  const { part, of } = shard;
  if (!Number.isSafeInteger(count) || count < 0) {
    throw new RangeError(`Cannot cut ${count} items, must be an integer of 0 or more`);
  }
  if (!Number.isSafeInteger(of) || !Number.isSafeInteger(part) || part < 1 || part > of) {
    throw new RangeError(`Cannot take shard ${part}/${of}, must be 1/${of} to ${of}/${of}`);
  }
  const cut = (i: number) => Number(BigInt(count) * BigInt(i) / BigInt(of));
  return { first: cut(part - 1), count: cut(part) - cut(part - 1) };
}
