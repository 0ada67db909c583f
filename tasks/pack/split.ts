import { chanceKey } from "../chance.ts";
import type { JsonValue } from "../../lines/template.ts";
import { sceneKey } from "./scene_key.ts";

/** A part of a dataset and its share of the whole. */
export interface Split {
  /** The name, such as `train`. */
  readonly name: string;
  /** The share, an integer of 1 or more; shares are measured against their sum. */
  readonly share: number;
}

/**
 * The split an instance belongs to. It depends on what a picture of the instance shows: points and
 * their colours, the cells of a grid, roads or blocks; so that two items with the same instance or
 * the same picture, of whatever task, run, language, frame or form, never stand in two splits. Maps
 * of points that are but shifted or scaled look alike where they are fitted to their picture, and
 * stay together everywhere; so do maps and grids that are turned or mirrored onto each other. An instance that shows none of these counts as a whole, but for what is
 * asked of it.
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
  const hash = chanceKey(["split", sceneKey(instance, "symmetry")])[0]! >>> 0;
  let place = Math.floor(hash / 2 ** 32 * total);
  return splits.find(({ share }) => (place -= share) < 0)!;
}
