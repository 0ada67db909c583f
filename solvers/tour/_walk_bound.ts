/** Points without a fixed place, with the prices of steps in whole numbers, Infinity for none. */
export interface OrderedPath {
  readonly m: number;
  /** The price of beginning at each. */
  readonly first: Float64Array;
  /** The price of ending at each. */
  readonly last: Float64Array;
  /** The price of each step, row by row. */
  readonly steps: Float64Array;
  /** For each the set of those that come before it. */
  readonly before: Int32Array;
}

/** Each point remembers so many, itself among them. */
const NEAR = 9;

/** Rounds of ascent, and by how much a step shrinks where the bound did not rise for some. */
const ROUNDS = 120;
const PATIENCE = 8;

/**
 * A lower bound of what is left of a tour: the cheapest walk of so many points to the end, which may
 * come back to a point once it has forgotten it. Prizes for each point, in whole numbers, make walks
 * visit each about once.
 *
 * Source: R. Baldacci, A. Mingozzi, R. Roberti, "New route relaxation and pricing strategies for the
 * vehicle routing problem", Operations Research 59 (2011); state-space relaxation by N. Christofides,
 * A. Mingozzi, P. Toth (1981).
 */
export class WalkBound {
  readonly #path: OrderedPath;
  readonly #most: number;
  /** The points that each remembers. */
  readonly #near: readonly (readonly number[])[];
  /** For each point the global set of each of its local ones. */
  readonly #sets: readonly Int32Array[];
  /** What each point gains once it is visited. */
  prizes: Float64Array;
  /** `walks[k][j][local]`: the cheapest walk of k + 1 points from j that remembers the set. */
  #walks: readonly (readonly Float64Array[])[] = [];
  /** The same, over all sets disjoint from the one that is told. */
  #rest: readonly (readonly Float64Array[])[] = [];

  /** @param most prizes stay within this, so that sums of them are exact */
  constructor(path: OrderedPath, most: number) {
    this.#path = path;
    this.#most = most;
    const { m, steps } = path;
    const size = Math.min(NEAR, m);
    this.#near = Array.from({ length: m }, (_, j) => {
      const price = (i: number) => Math.min(steps[i * m + j]!, steps[j * m + i]!);
      const others = Array.from({ length: m }, (_, i) => i).filter((i) => i !== j);
      return [j, ...others.sort((a, b) => price(a) - price(b)).slice(0, size - 1)];
    });
    this.#sets = this.#near.map((near) =>
      Int32Array.from(
        { length: 1 << near.length },
        (_, local) =>
          near.reduce((set, point, bit) => (local >> bit) & 1 ? set | (1 << point) : set, 0),
      )
    );
    this.prizes = new Float64Array(m);
  }

  /**
   * Raises the bound of a whole tour by changing prizes, while it stays below `upper`.
   *
   * @returns the bound; Infinity where not even a walk exists
   */
  ascend(upper: number, tick: () => void): number {
    const { m } = this.#path;
    let best = -Infinity;
    let prizes = this.prizes;
    let scale = 1;
    let idle = 0;
    for (let round = 0; round < ROUNDS; round++) {
      tick();
      const { bound, visits } = this.#walk();
      if (bound === Infinity) return Infinity;
      if (bound > best) {
        best = bound;
        prizes = this.prizes;
        idle = 0;
      } else if (++idle === PATIENCE) {
        scale /= 2;
        idle = 0;
        this.prizes = prizes;
        continue;
      }
      const off = visits.reduce((sum, v) => sum + (v - 1) ** 2, 0);
      if (off === 0 || best >= upper || scale < 0.01) break;
      const gap = Math.max(1, (upper === Infinity ? 1.05 * Math.abs(bound) + m : upper) - bound);
      const step = scale * gap / off;
      this.prizes = this.prizes.map((prize, j) => {
        const next = Math.round(prize + step * (1 - visits[j]!));
        return Math.max(-this.#most, Math.min(this.#most, next));
      });
    }
    this.prizes = prizes;
    this.#walk();
    this.#rest = this.#walks.map((level) => level.map(overDisjoint));
    return best;
  }

  /** What is left at least from a set of `size` points and its last one, which ends it. */
  left(set: number, last: number, size: number): number {
    const near = this.#near[last]!;
    const others = set & ~(1 << last);
    let local = 0;
    for (let bit = 1; bit < near.length; bit++) local |= ((others >> near[bit]!) & 1) << bit;
    return this.#rest[this.#path.m - size]![last]![local]! + this.prizes[last]!;
  }

  /** The cheapest walk of all points with the present prizes, and how often it visits each. */
  #walk(): { readonly bound: number; readonly visits: Float64Array } {
    const { m, first, last, steps, before } = this.#path;
    const walks: Float64Array[][] = [];
    walks.push(
      this.#near.map((near, j) => {
        const costs = new Float64Array(1 << near.length).fill(Infinity);
        costs[1] = last[j]! - this.prizes[j]!;
        return costs;
      }),
    );
    for (let k = 1; k < m; k++) {
      const level = this.#near.map((near) => new Float64Array(1 << near.length).fill(Infinity));
      for (let j = 0; j < m; j++) {
        const costs = walks[k - 1]![j]!;
        const sets = this.#sets[j]!;
        for (let local = 1; local < costs.length; local += 2) {
          const cost = costs[local]!;
          if (cost === Infinity) continue;
          const set = sets[local]!;
          for (let i = 0; i < m; i++) {
            const step = steps[i * m + j]!;
            if (step === Infinity || ((set >> i) & 1) || (before[i]! & set) !== 0) continue;
            const then = this.#localOf(i, set);
            const total = cost + step - this.prizes[i]!;
            if (total < level[i]![then]!) level[i]![then] = total;
          }
        }
      }
      walks.push(level);
    }
    this.#walks = walks;
    let least = Infinity;
    let at = 0;
    let set = 0;
    for (let j = 0; j < m; j++) {
      for (const [local, cost] of walks[m - 1]![j]!.entries()) {
        if (first[j]! + cost >= least) continue;
        [least, at, set] = [first[j]! + cost, j, local];
      }
    }
    const visits = new Float64Array(m);
    if (least === Infinity) return { bound: least, visits };
    this.#count(at, set, visits);
    return { bound: least + this.prizes.reduce((sum, prize) => sum + prize, 0), visits };
  }

  /** The local set of i that remembers what it can of a set, and itself. */
  #localOf(i: number, set: number): number {
    const near = this.#near[i]!;
    let local = 1;
    for (let bit = 1; bit < near.length; bit++) local |= ((set >> near[bit]!) & 1) << bit;
    return local;
  }

  /** Follows a cheapest walk from a point with what it remembers. */
  #count(at: number, local: number, visits: Float64Array): void {
    const { m, steps, before } = this.#path;
    for (let k = m - 1; k >= 0; k--) {
      visits[at]!++;
      if (k === 0) return;
      const cost = this.#walks[k]![at]![local]! + this.prizes[at]!;
      search: for (let j = 0; j < m; j++) {
        const step = steps[at * m + j]!;
        if (step === Infinity) continue;
        const costs = this.#walks[k - 1]![j]!;
        for (let from = 1; from < costs.length; from += 2) {
          if (costs[from]! + step !== cost) continue;
          const set = this.#sets[j]![from]!;
          if (((set >> at) & 1) || (before[at]! & set) !== 0) continue;
          if (this.#localOf(at, set) !== local) continue;
          [at, local] = [j, from];
          break search;
        }
      }
    }
  }
}

/** For each set the least over all sets that share nothing with it. */
function overDisjoint(costs: Float64Array): Float64Array {
  const full = costs.length - 1;
  // The least over all subsets, bit by bit; a set's complement has those that share nothing.
  const least = costs.slice();
  for (let bit = 1; bit <= full; bit <<= 1) {
    for (let set = 0; set <= full; set++) {
      if (set & bit) least[set] = Math.min(least[set]!, least[set ^ bit]!);
    }
  }
  return least.map((_, set) => least[full ^ set]!);
}
