import { chanceKey } from "../chance.ts";
import type { JsonValue } from "../../lines/template.ts";

/** A part of a dataset and its share of the whole. */
export interface Split {
  /** The name, such as `train`. */
  readonly name: string;
  /** The share, an integer of 1 or more; shares are measured against their sum. */
  readonly share: number;
}

/**
 * The split an instance belongs to. It depends on what a picture of the instance shows: points and
 * their names, the cells of a grid, roads or blocks; so that two items with the same instance or
 * the same picture, of whatever task, run, wording or form, never stand in two splits. An instance
 * that shows none of these counts as a whole, but for what is asked of it.
 *
 * @param instance what a record holds under `instance`; the order of keys and points does not
 *   matter
 * @param splits one or more
 * @returns one of the splits
 * @throws RangeError when there is no split, or a share is not an integer of 1 or more
 *
 * Cost: some microseconds.
 *
 * @example
 * ```ts
 * import { splitOf } from "@alidade/core/tasks";
 * import { assertEquals } from "@std/assert";
 *
 * const splits = [{ name: "train", share: 9 }, { name: "test", share: 1 }];
 * assertEquals(splitOf({ a: 1, b: 2 }, splits), splitOf({ b: 2, a: 1 }, splits));
 * ```
 */
export function splitOf(instance: JsonValue, splits: readonly Split[]): Split {
  const total = splits.reduce((sum, { name, share }) => {
    if (Number.isSafeInteger(share) && share >= 1) return sum + share;
    throw new RangeError(`Cannot split: the share of ${name} is ${share}, must be 1 or more`);
  }, 0);
  if (total === 0) throw new RangeError("Cannot split: there is no split, must be at least one");
  const hash = chanceKey(["split", sorted(sceneOf(instance))])[0]! >>> 0;
  let place = Math.floor(hash / 2 ** 32 * total);
  return splits.find(({ share }) => (place -= share) < 0)!;
}

/** What an instance shows, whatever is asked of it. */
function sceneOf(instance: JsonValue): JsonValue {
  if (typeof instance !== "object" || instance === null || Array.isArray(instance)) return instance;
  const { ask: _, ...fields } = instance as Record<string, JsonValue>;
  const { instance: inner, points, rows, roads, blocks } = fields;
  if (inner !== undefined) return sceneOf(inner);
  // A point is [name, x, y]: names differ, so that they give an order.
  if (Array.isArray(points)) return { points: points.map((p) => JSON.stringify(p)).sort() };
  if (Array.isArray(rows)) return { rows };
  if (Array.isArray(roads)) return { roads };
  return Array.isArray(blocks) ? { blocks } : fields;
}

/** The value with the keys of its objects in order. */
function sorted(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value as Record<string, JsonValue>);
  entries.sort(([a], [b]) => a < b ? -1 : 1);
  return Object.fromEntries(entries.map(([key, member]) => [key, sorted(member)]));
}
