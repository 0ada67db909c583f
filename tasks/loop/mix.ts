import type { Item } from "../item.ts";
import { Run } from "./run.ts";
import { recordLines, type RunWriters } from "./run_writers.ts";
import type { JsonValue } from "../../lines/template.ts";

/** An endless row of items: a {@link Run}, or a {@link Mix} of several. */
export interface ItemSource {
  /** Makes one item. */
  item(index: number): Item;
  /** Writes items as lines of JSON; each piece is to be used before the next is asked for. */
  lines(first: number, count: number): Iterable<Uint8Array>;
}

/** The most items after which a mix may repeat its order of runs. */
const CYCLE_LIMIT = 10_000;

/**
 * Runs dealt out in turn, each as often as its weight says: with weights 2 and 1 the items are
 * those of the runs a, b, a, a, b, a and so on. Each run's own items come in order, none is left out.
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
  readonly #weights: readonly number[];
  /** Which run each item of a cycle is of. */
  readonly #order: readonly number[];
  /** How many items of its run stand before each item of a cycle. */
  readonly #ranks: readonly number[];
  /** Writers that no call of `lines` is using, for the next. */
  readonly #idle: RunWriters[] = [];

  /**
   * Mixes runs.
   *
   * @param runs one or more, no two with items of the same id
   * @param weights how many items of each run a cycle has, integers from 1; 1 each when left out
   * @throws RangeError when there is no run, two are the same, or the weights do not fit
   */
  constructor(runs: readonly Run[], weights: readonly number[] = runs.map(() => 1)) {
    if (runs.length === 0) throw new RangeError("Cannot mix 0 runs, must be at least 1");
    const prefixes = runs.map((run) => run.head.prefix);
    const twice = prefixes.find((p, i) => prefixes.indexOf(p) !== i);
    if (twice !== undefined) {
      throw new RangeError(`Cannot mix a run with itself: ${twice}, runs must differ`);
    }
    requireWeights(weights, runs.length);
    this.#runs = runs;
    this.#weights = weights;
    this.#order = deal(weights);
    this.#ranks = this.#order.map((run, slot) =>
      this.#order.slice(0, slot).filter((other) => other === run).length
    );
  }

  /**
   * Makes one item.
   *
   * @param index which, an integer of 0 or more
   * @returns the item as a plain value
   * @throws RangeError as {@link Run.item}
   */
  item(index: number): Item {
    const run = this.#order[index % this.#order.length];
    // An index that is no integer has no place: the run says so.
    if (run === undefined) return this.#runs[0]!.item(index);
    return this.#runs[run]!.item(this.#indexWithin(index));
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
    if (!this.#runs.every((run) => run.isFast)) {
      return yield* recordLines((i) => this.#record(first + i), count);
    }
    const writers = this.#idle.pop() ?? Run.writers(this.#runs, this.#order);
    try {
      yield* this.#dealtLines(writers, first, count);
    } finally {
      this.#idle.push(writers);
    }
  }

  #record(index: number): JsonValue {
    return this.#runs[this.#order[index % this.#order.length]!]!.record(this.#indexWithin(index));
  }

  *#dealtLines(writers: RunWriters, first: number, count: number) {
    const { buffer, longest, batch } = writers;
    const cycle = this.#order.length;
    // So many cycles are sampled at once as give no run more items than its batch.
    const cycles = Math.floor(batch / Math.max(...this.#weights));
    const stride = cycles > 0 ? cycles * cycle : batch;
    const room = buffer.length - longest;
    let position = 0;
    for (let from = first; from < first + count; from += stride) {
      const to = Math.min(from + stride, first + count);
      this.#fill(writers, from, to);
      writers.begin();
      for (let i = from; i < to;) {
        const end = Math.min(to, i + Math.floor((room - position) / longest) + 1);
        position = writers.next(i % cycle, end - i, position);
        i = end;
        if (position <= room) continue;
        yield buffer.subarray(0, position);
        position = 0;
      }
    }
    if (position > 0) yield buffer.subarray(0, position);
  }

  /** The index of an item of the mix within its run. */
  #indexWithin(index: number): number {
    const cycle = this.#order.length;
    const slot = index % cycle;
    return Math.floor(index / cycle) * this.#weights[this.#order[slot]!]! + this.#ranks[slot]!;
  }

  /** How many items of a run stand before an item of the mix. */
  #countBefore(run: number, index: number): number {
    const cycle = this.#order.length;
    const rest = this.#order.slice(0, index % cycle).filter((other) => other === run).length;
    return Math.floor(index / cycle) * this.#weights[run]! + rest;
  }

  /** Samples what each run has between two items of the mix. */
  #fill(writers: RunWriters, from: number, to: number): void {
    this.#runs.forEach((_, run) => {
      const start = this.#countBefore(run, from);
      const count = this.#countBefore(run, to) - start;
      if (count > 0) writers.fill(run, start, count);
    });
  }
}

function requireWeights(weights: readonly number[], runs: number): void {
  if (weights.length !== runs) {
    throw new RangeError(`Cannot mix ${runs} runs by ${weights.length} weights, must be as many`);
  }
  for (const weight of weights) {
    if (Number.isSafeInteger(weight) && weight >= 1) continue;
    throw new RangeError(`Cannot mix by the weight ${weight}, must be an integer of 1 or more`);
  }
  const cycle = weights.reduce((sum, w) => sum + w, 0);
  if (cycle > CYCLE_LIMIT) {
    throw new RangeError(
      `Cannot mix by weights that sum to ${cycle}, must be at most ${CYCLE_LIMIT}`,
    );
  }
}

/** Deals a cycle evenly: each time the run that is most behind its share. */
function deal(weights: readonly number[]): number[] {
  const cycle = weights.reduce((sum, w) => sum + w, 0);
  const credit = weights.map(() => 0);
  return Array.from({ length: cycle }, () => {
    weights.forEach((weight, run) => credit[run]! += weight);
    const next = credit.indexOf(Math.max(...credit));
    credit[next]! -= cycle;
    return next;
  });
}
