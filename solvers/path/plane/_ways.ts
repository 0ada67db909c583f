import type { Arrivals } from "./_arrivals.ts";

/**
 * The shortest ways to one vertex as curves: a way that runs straight on through a vertex does not
 * turn there, and is the same curve as the straight line that passes it.
 */
export class Ways {
  readonly #arrivals: Arrivals;
  readonly #isStraight: (a: number, b: number, c: number) => boolean;
  readonly #lasts = new Map<number, ReadonlyMap<number, bigint>>();

  constructor(arrivals: Arrivals, isStraight: (a: number, b: number, c: number) => boolean) {
    this.#arrivals = arrivals;
    this.#isStraight = isStraight;
  }

  /** How many curves lead to an arrival. */
  count(arrival: number): bigint {
    const lasts = this.#lastTurns(arrival);
    return lasts.size === 0 ? 1n : sum(lasts.values());
  }

  /** Up to `cap` curves to an arrival, each as the vertices it turns at, first to last. */
  list(arrival: number, cap: number): number[][] {
    const found: number[][] = [];
    const walk = (at: number, rest: readonly number[]) => {
      if (found.length === cap) return;
      const lasts = this.#lastTurns(at);
      if (lasts.size === 0) found.push([...rest]);
      for (const turn of lasts.keys()) {
        const next = rest[1];
        const here = this.#vertex(at);
        if (next !== undefined && this.#isStraight(this.#vertex(turn), here, next)) continue;
        walk(turn, [this.#vertex(turn), ...rest]);
      }
    };
    walk(arrival, [this.#vertex(arrival)]);
    return found;
  }

  /** Where the last straight part of a curve to an arrival may begin, and of how many curves. */
  #lastTurns(arrival: number): ReadonlyMap<number, bigint> {
    const known = this.#lasts.get(arrival);
    if (known !== undefined) return known;
    const lasts = new Map<number, bigint>();
    for (const parent of this.#arrivals.parents(arrival)) {
      const turning = this.#turning(parent, arrival);
      if (turning > 0n) lasts.set(parent, turning);
      for (const turn of this.#lastTurns(parent).keys()) {
        if (this.#passes(turn, parent, arrival)) lasts.set(turn, this.#turning(turn, arrival));
      }
    }
    this.#lasts.set(arrival, lasts);
    return lasts;
  }

  /** How many curves to `at` turn there on their way to `next`. */
  #turning(at: number, next: number): bigint {
    const lasts = this.#lastTurns(at);
    if (lasts.size === 0) return 1n;
    const turning = [...lasts].filter(([turn]) => !this.#passes(turn, at, next));
    return sum(turning.map(([, count]) => count));
  }

  #passes(a: number, b: number, c: number): boolean {
    return this.#isStraight(this.#vertex(a), this.#vertex(b), this.#vertex(c));
  }

  #vertex(arrival: number): number {
    return this.#arrivals.vertex(arrival);
  }
}

function sum(counts: Iterable<bigint>): bigint {
  let total = 0n;
  for (const count of counts) total += count;
  return total;
}
