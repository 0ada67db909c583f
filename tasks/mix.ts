import { SLACK } from "./_emit.ts";
import type { Item } from "./item.ts";
import type { Run, RunWriter } from "./run.ts";

/** Writes are gathered up to so many bytes. */
const BUFFER = 1 << 18;

/** An endless row of items: a {@link Run}, or a {@link Mix} of several. */
export interface ItemSource {
  /** Makes one item. */
  item(index: number): Item;
  /** Writes items as lines of JSON; each piece is to be used before the next is asked for. */
  lines(first: number, count: number): Iterable<Uint8Array>;
}

/**
 * Runs dealt out in turn: item i of the mix is item floor(i / n) of the run i mod n.
 *
 * @example
 * ```ts
 * import { direction, Mix, Run } from "@alidade/core/tasks";
 * import { assertEquals } from "@std/assert";
 *
 * const mix = new Mix([new Run(direction), new Run(direction, { profile: "sparkle" })]);
 * assertEquals(mix.item(5).index, 2);
 * assertEquals(mix.item(5).profile, "sparkle");
 * ```
 */
export class Mix implements ItemSource {
  readonly #runs: readonly Run[];

  /**
   * Mixes runs.
   *
   * @param runs one or more, no two with items of the same id
   * @throws RangeError when there is none, or two are the same
   */
  constructor(runs: readonly Run[]) {
    if (runs.length === 0) throw new RangeError("Cannot mix 0 runs, must be at least 1");
    const prefixes = runs.map((run) => run.head.prefix);
    const twice = prefixes.find((p, i) => prefixes.indexOf(p) !== i);
    if (twice !== undefined) {
      throw new RangeError(`Cannot mix a run with itself: ${twice}, runs must differ`);
    }
    this.#runs = runs;
  }

  /**
   * Makes one item.
   *
   * @param index which, an integer of 0 or more
   * @returns the item as a plain value
   * @throws RangeError as {@link Run.item}
   */
  item(index: number): Item {
    const n = this.#runs.length;
    return this.#runs[index % n]!.item(Math.floor(index / n));
  }

  /**
   * Writes items as lines of JSON, in order.
   *
   * @param first the index of the first item
   * @param count how many
   * @returns pieces of UTF-8 that end with a line, each to be used before the next is asked for
   * @throws RangeError as {@link Run.item}
   */
  *lines(first: number, count: number): Generator<Uint8Array, void, void> {
    if (this.#runs.length === 1) return yield* this.#runs[0]!.lines(first, count);
    const buffer = new Uint8Array(BUFFER);
    const writers = this.#runs.map((run) => run.writer(buffer));
    const n = writers.length;
    const longest = Math.max(...writers.map((w) => w.longest));
    const batch = n * Math.min(...writers.map((w) => w.batch));
    let position = 0;
    for (let from = first; from < first + count; from += batch) {
      const to = Math.min(from + batch, first + count);
      const starts = fillAll(writers, from, to);
      for (let i = from; i < to; i++) {
        if (position + longest > BUFFER - SLACK) {
          yield buffer.subarray(0, position);
          position = 0;
        }
        const writer = writers[i % n]!;
        position = writer.write(Math.floor(i / n) - starts[i % n]!, 1, position);
      }
    }
    if (position > 0) yield buffer.subarray(0, position);
  }
}

/** Samples what each run has between two items of the mix; returns where each begins. */
function fillAll(writers: readonly RunWriter[], from: number, to: number): readonly number[] {
  const n = writers.length;
  return writers.map((writer, run) => {
    const start = Math.ceil((from - run) / n);
    const end = Math.ceil((to - run) / n);
    writer.fill(start, end - start);
    return start;
  });
}
