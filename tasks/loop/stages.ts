import type { Item } from "../item.ts";
import type { ItemSource } from "./mix.ts";

/** Items that come before or after others. */
export interface Stage {
  /** Where they come from: its first so many. */
  readonly items: ItemSource;
  /** How many, an integer of 0 or more. */
  readonly count: number;
}

/**
 * Cuts a number of items into stages by shares: each cut is where its share of the whole ends,
 * rounded down, so that they sum to the whole.
 *
 * @param count the items of the whole
 * @param shares integers of 1 or more
 * @returns the items of each stage
 * @throws RangeError for a count or a share that is none
 *
 * @example
 * ```ts
 * import { stageCounts } from "@alidade/core/tasks";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(stageCounts(10, [1, 1, 2]), [2, 3, 5]);
 * ```
 */
export function stageCounts(count: number, shares: readonly number[]): number[] {
  requireWhole(count, 0, "a number of items");
  for (const share of shares) requireWhole(share, 1, "a share");
  const total = shares.reduce((sum, share) => sum + BigInt(share), 0n);
  let [before, done] = [0n, 0];
  return shares.map((share) => {
    before += BigInt(share);
    const end = Number(BigInt(count) * before / total);
    const own = end - done;
    done = end;
    return own;
  });
}

/**
 * Stages of items one behind the other, such as levels from easy to hard.
 *
 * @example
 * ```ts
 * import { LEVELS, Run, Stages, tour } from "@alidade/core/tasks";
 * import { assertEquals } from "@std/assert";
 *
 * const stages = LEVELS.map((level) => ({ items: new Run(tour, { level }), count: 100 }));
 * const curriculum = new Stages(stages);
 * assertEquals(curriculum.item(250).level, "hard");
 * assertEquals(curriculum.item(250).index, 50);
 * ```
 */
export class Stages implements ItemSource {
  readonly #stages: readonly Stage[];

  /**
   * Joins stages.
   *
   * @param stages one or more
   * @throws RangeError for a count that is none
   */
  constructor(stages: readonly Stage[]) {
    for (const { count } of stages) requireWhole(count, 0, "the items of a stage");
    this.#stages = stages;
  }

  /**
   * Makes one item.
   *
   * @param index which, counted through all stages from 0
   * @returns the item as a plain value
   * @throws RangeError for an index behind the last stage, and as the stage's own items
   */
  item(index: number): Item {
    let rest = index;
    for (const { items, count } of this.#stages) {
      if (rest < count) return items.item(rest);
      rest -= count;
    }
    throw new RangeError(`Cannot make item ${index}, must be below ${index - rest}`);
  }

  /**
   * Writes items as lines of JSON, in order.
   *
   * @param first the index of the first item
   * @param count how many
   * @returns pieces of UTF-8 that end with a line, each to be used before the next is asked for
   * @throws RangeError for items behind the last stage, and as the stage's own items
   */
  *lines(first: number, count: number): Generator<Uint8Array, void, void> {
    let [start, done] = [0, 0];
    for (const stage of this.#stages) {
      const from = Math.max(first, start);
      const own = Math.min(first + count, start + stage.count) - from;
      if (own > 0) {
        yield* stage.items.lines(from - start, own);
        done += own;
      }
      start += stage.count;
    }
    if (done < count) {
      throw new RangeError(`Cannot write items up to ${first + count}, must be up to ${start}`);
    }
  }
}

function requireWhole(value: number, least: number, what: string): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  throw new RangeError(`Cannot have ${value} as ${what}, must be an integer of ${least} or more`);
}
