import { compareOctiles, type Octile } from "../../../geometry/octile.ts";
import type { Block } from "./_blocks.ts";
import { GridLabels } from "./_labels.ts";
import { OctileHeap } from "./_octile_heap.ts";
import type { GridQuery } from "./_query.ts";
import { idSteps, stepTable } from "./_steps.ts";

/** Among equally short walks, so many are looked at for one without repeated cells. */
const ARCS_TRIED = 200;

/** What is known of the second-best length in a block; equal bounds are a proof. */
export interface SecondSearch {
  /** The shortest length between the block's ends. */
  readonly shortest: Octile;
  /** The second-best is at least this; null when there is none. */
  readonly lower: Octile | null;
  /** It is at most this; null when no such way was found. */
  readonly upper: Octile | null;
}

/** A way from the entry that is to be continued without repeating a cell. */
interface Partial {
  readonly way: readonly number[];
  readonly length: Octile;
  /** Every longer-than-shortest way that goes on from here is at least this long. */
  readonly bound: Octile;
}

/** Searches a block for its second-best length, looking at `budget` partial ways at most. */
export function secondWithin(query: GridQuery, block: Block, budget: number): SecondSearch {
  const search = new Search(query, block);
  return search.run(budget);
}

class Search {
  readonly #query: GridQuery;
  readonly #block: Block;
  readonly #steps: Uint8Array;
  readonly #by: Int32Array;
  readonly #shortest: Octile;
  readonly #queue = new OctileHeap<Partial>();
  #upper: Octile | null = null;

  constructor(query: GridQuery, block: Block) {
    this.#query = query;
    this.#block = block;
    this.#steps = stepTable(query.map, query.corners);
    this.#by = idSteps(query.map);
    const { entry, exit, within } = block;
    this.#shortest = new GridLabels(query.map, query.corners).spread(entry, { within }).lengthOf(
      exit,
    );
  }

  run(budget: number): SecondSearch {
    this.#look([this.#block.entry], { straight: 0, diagonal: 0 });
    for (let looked = 1;; looked++) {
      const partial = this.#queue.pop();
      const shortest = this.#shortest;
      if (partial === undefined) return { shortest, lower: this.#upper, upper: this.#upper };
      if (!this.#improves(partial.bound)) {
        return { shortest, lower: this.#upper, upper: this.#upper };
      }
      if (looked >= budget) return { shortest, lower: partial.bound, upper: this.#upper };
      this.#branch(partial);
    }
  }

  #improves(length: Octile): boolean {
    return this.#upper === null || compareOctiles(length, this.#upper) < 0;
  }

  #branch({ way, length }: Partial): void {
    const u = way.at(-1)!;
    for (let mask = this.#steps[u]!; mask !== 0; mask &= mask - 1) {
      const d = 31 - Math.clz32(mask & -mask);
      const v = u + this.#by[d]!;
      if (this.#block.within[v] === 0 || way.includes(v)) continue;
      this.#look([...way, v], plus(length, this.#stepCost(d, v)));
    }
  }

  #stepCost(d: number, entered: number): Octile {
    const { costs } = this.#query.map;
    const cost = costs === null ? 1 : costs[entered]!;
    return d % 2 === 0 ? { straight: cost, diagonal: 0 } : { straight: 0, diagonal: cost };
  }

  /** Bounds the ways that go on from a partial one, and keeps it if that may be an improvement. */
  #look(way: readonly number[], length: Octile): void {
    const { map, corners } = this.#query;
    const { exit, within } = this.#block;
    const u = way.at(-1)!;
    const rest = Uint8Array.from(within);
    for (const id of way) rest[id] = 0;
    rest[u] = 1;
    const to = new GridLabels(map, corners).spread(exit, { reverse: true, within: rest });
    if (!to.reaches(u)) return;
    const best = plus(length, to.lengthOf(u));
    if (compareOctiles(best, this.#shortest) > 0) {
      if (this.#improves(best)) this.#upper = best;
      return;
    }
    if (u === exit) return;
    const from = new GridLabels(map, corners).spread(u, { within: rest });
    const bound = this.#leastDetour(length, from, to);
    if (bound === null || !this.#improves(bound.length)) return;
    if (bound.simple) this.#upper = bound.length;
    else this.#queue.push({ way, length, bound: bound.length }, bound.length);
  }

  /** The least walk with a step off the shortest ways, and whether one such repeats no cell. */
  #leastDetour(
    length: Octile,
    from: GridLabels,
    to: GridLabels,
  ): { length: Octile; simple: boolean } | null {
    let least: Octile | null = null;
    let arcs: [number, number][] = [];
    for (let i = 0; i < from.count; i++) {
      const u = from.order[i]!;
      for (let mask = this.#steps[u]!; mask !== 0; mask &= mask - 1) {
        const d = 31 - Math.clz32(mask & -mask);
        const v = u + this.#by[d]!;
        if (!from.reaches(v) || !to.reaches(v)) continue;
        const there = plus(from.lengthOf(u), this.#stepCost(d, v));
        if (compareOctiles(there, from.lengthOf(v)) <= 0) continue;
        const whole = plus(plus(length, there), to.lengthOf(v));
        const order = least === null ? -1 : compareOctiles(whole, least);
        if (order > 0) continue;
        if (order < 0) arcs = [];
        arcs.push([u, v]);
        least = whole;
      }
    }
    if (least === null) return null;
    const simple = arcs.slice(0, ARCS_TRIED)
      .some(([u, v]) => isSimple(from.wayTo(u), to.wayTo(v)));
    return { length: least, simple };
  }
}

/** Whether two ways have no cell in common. */
function isSimple(first: readonly number[], second: readonly number[]): boolean {
  const seen = new Set(first);
  return second.every((id) => !seen.has(id));
}

function plus(a: Octile, b: Octile): Octile {
  return { straight: a.straight + b.straight, diagonal: a.diagonal + b.diagonal };
}
