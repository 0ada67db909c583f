import { type Meter, OutOfBudget } from "./meter.ts";
import { type OrderedPath, WalkBound } from "./_walk_bound.ts";

/** Points without a fixed place at most: sets of them are the bits of an integer. */
export const MOST_ORDERED = 30;

/** So many sets with their last points are kept at most of one size. */
const STATES = 3_000_000;

/** So many are kept of each size for a first tour, and for a good one. */
const BEAMS = [50, 3000] as const;

/** Prices are multiplied by up to this, so that whole prizes are fine. */
const FINENESS = 256;

/** Sums of prices stay below this, so that they and prizes are exact in doubles. */
const SUM_LIMIT = 2 ** 48;

/** What is known of the shortest tours that keep an order. */
export interface OrderedFound {
  readonly status: "exact" | "limit" | "impossible";
  /** No tour weighs less. */
  readonly lower: number;
  /** The weight of `orders[0]`; Infinity where none is known. */
  readonly upper: number;
  /** The shortest tours, as orders of the inner points; the best known at a limit. */
  readonly orders: readonly (readonly number[])[];
}

/** Sets of one size with their last points, by what each costs at least up to there. */
type Level = Map<number, number>;

/**
 * A dynamic program over the sets of inner points that may come first, bounded by walks: what a set
 * with its last point costs and what is left of it at least must not pass the best tour known.
 */
export class OrderedSearch {
  readonly #path: OrderedPath;
  /** By what prices are multiplied. */
  readonly #fineness: number;
  readonly #bound: WalkBound;
  readonly #meter: Meter;

  constructor(path: OrderedPath, meter: Meter) {
    const { m, first, last, steps, before } = path;
    this.#fineness = finenessOf(path);
    const fine = (w: number) => w * this.#fineness;
    this.#path = {
      m,
      before,
      first: first.map((w, j) => before[j] === 0 ? fine(w) : Infinity),
      last: last.map((w, i) => before.some((set) => ((set >> i) & 1) === 1) ? Infinity : fine(w)),
      steps: steps.map((w, k) => isStep(before, Math.floor(k / m), k % m) ? fine(w) : Infinity),
    };
    this.#bound = new WalkBound(this.#path, SUM_LIMIT / 32);
    this.#meter = meter;
  }

  /** The shortest tours, up to `most` of them. */
  run(most: number): OrderedFound {
    let known: { readonly weight: number; readonly order: readonly number[] } | null = null;
    let lower = 0;
    try {
      for (const width of BEAMS) {
        const upper = known === null ? Infinity : this.#fineness * known.weight;
        const bound = this.#bound.ascend(upper, () => this.#meter.tick());
        if (bound === Infinity) return IMPOSSIBLE;
        lower = Math.max(lower, Math.ceil(bound / this.#fineness));
        const beam = this.#levels(upper, width);
        const weight = this.#ending(beam);
        if (weight < (known?.weight ?? Infinity)) {
          known = { weight, order: this.#orders(beam, weight, 1)[0]! };
        }
      }
      const levels = this.#levels(known === null ? Infinity : this.#fineness * known.weight, null);
      const least = this.#ending(levels);
      if (least === Infinity) return IMPOSSIBLE;
      const orders = this.#orders(levels, least, most);
      return { status: "exact", lower: least, upper: least, orders };
    } catch (error) {
      if (!(error instanceof OutOfBudget)) throw error;
      const upper = known?.weight ?? Infinity;
      const orders = known === null ? [] : [known.order];
      return { status: "limit", lower: Math.min(lower, upper), upper, orders };
    }
  }

  /**
   * The levels of sets by size, of what may lead to a tour of weight `limit` at most: all, or the
   * `width` most promising of each size.
   *
   * @throws OutOfBudget where there are too many
   */
  #levels(limit: number, width: number | null): Level[] {
    const { m, first, steps, before } = this.#path;
    const { prizes } = this.#bound;
    // With prizes taken off, every whole tour costs so much less.
    const room = limit - prizes.reduce((sum, prize) => sum + prize, 0);
    let level: Level = new Map();
    for (let j = 0; j < m; j++) {
      const cost = first[j]! - prizes[j]!;
      if (cost < Infinity && cost + this.#bound.left(1 << j, j, 1) <= room) {
        level.set(keyOf(1 << j, j), cost);
      }
    }
    const levels = [level];
    for (let size = 1; size < m; size++) {
      const next: Level = new Map();
      let count = 0;
      for (const [key, cost] of level) {
        if ((++count & 1023) === 0) this.#meter.tick();
        const [set, last] = [Math.floor(key / 32), key % 32];
        for (let j = 0; j < m; j++) {
          const step = steps[last * m + j]!;
          if (((set >> j) & 1) || step === Infinity || (before[j]! & ~set) !== 0) continue;
          const then = set | (1 << j);
          const reached = cost + step - prizes[j]!;
          const known = next.get(keyOf(then, j));
          if (known !== undefined && known <= reached) continue;
          const left = this.#bound.left(then, j, size + 1);
          if (left < Infinity && reached + left <= room) next.set(keyOf(then, j), reached);
        }
        if (width === null && next.size > STATES) throw new OutOfBudget();
      }
      level = width === null || next.size <= width ? next : this.#promising(next, size + 1, width);
      levels.push(level);
    }
    return levels;
  }

  #promising(level: Level, size: number, width: number): Level {
    const rated = Array.from(level, ([key, cost]) => ({
      key,
      cost,
      total: cost + this.#bound.left(Math.floor(key / 32), key % 32, size),
    }));
    rated.sort((a, b) => a.total - b.total);
    return new Map(rated.slice(0, width).map(({ key, cost }) => [key, cost]));
  }

  /** The weight of the cheapest tour of the last level; Infinity where there is none. */
  #ending(levels: readonly Level[]): number {
    const { last } = this.#path;
    const sum = this.#bound.prizes.reduce((sum, prize) => sum + prize, 0);
    let least = Infinity;
    for (const [key, cost] of levels.at(-1)!) least = Math.min(least, cost + last[key % 32]!);
    return (least + sum) / this.#fineness;
  }

  /** The orders of that weight, up to `most` of them, found backward. */
  #orders(levels: readonly Level[], weight: number, most: number): number[][] {
    const { m, steps, last } = this.#path;
    const { prizes } = this.#bound;
    const orders: number[][] = [];
    const order = new Array<number>(m).fill(0);
    const back = (set: number, to: number, at: number, cost: number): void => {
      order[at] = to;
      if (at === 0) return void orders.push([...order]);
      const rest = set ^ (1 << to);
      for (let i = 0; i < m && orders.length < most; i++) {
        const before = (rest >> i) & 1 ? levels[at - 1]!.get(keyOf(rest, i)) : undefined;
        if (before === undefined || before + steps[i * m + to]! - prizes[to]! !== cost) continue;
        back(rest, i, at - 1, before);
      }
    };
    const total = weight * this.#fineness - prizes.reduce((sum, prize) => sum + prize, 0);
    for (const [key, cost] of levels.at(-1)!) {
      const to = key % 32;
      if (orders.length < most && cost + last[to]! === total) {
        back(Math.floor(key / 32), to, m - 1, cost);
      }
    }
    return orders;
  }
}

const IMPOSSIBLE: OrderedFound = { status: "impossible", lower: 0, upper: Infinity, orders: [] };

/** Prices as fine as exact sums allow; 1 where weights are long. */
function finenessOf({ m, first, last, steps }: OrderedPath): number {
  let most = 1;
  for (const prices of [first, last, steps]) {
    for (const w of prices) if (w < Infinity) most = Math.max(most, w);
  }
  let fineness = FINENESS;
  while (fineness > 1 && fineness * most * (m + 1) > SUM_LIMIT) fineness /= 2;
  return fineness;
}

function keyOf(set: number, last: number): number {
  return set * 32 + last;
}

/** Whether the step from i to j neither goes against the order nor skips what lies between. */
function isStep(before: Int32Array, i: number, j: number): boolean {
  if (i === j || ((before[i]! >> j) & 1) === 1) return false;
  return !before.some((set, k) => ((before[j]! >> k) & (set >> i) & 1) === 1);
}
