import { Cycle } from "./_cycle.ts";
import { nearestNeighbours } from "./neighbours.ts";

/** How a search for a short tour goes on. */
export interface LinKernighanOptions {
  /** Neighbours each point is joined to. */
  readonly neighbours?: number;
  /** A seed: the same one gives the same tours. */
  readonly seed?: number;
  /** Where to begin; the nearest-neighbour tour when absent. */
  readonly tour?: ArrayLike<number>;
}

/** How many candidates each level of a chain tries; a single one below. */
const BREADTH = [5, 2];
const DEPTH = 6;
/** A kick touches this many places of the tour at most. */
const KICK_REACH = 50;

/**
 * Lin and Kernighan's search for short closed tours: chains of reversals with a positive gain, over
 * neighbour lists, with a queue of points that are worth a look; then kicks (a double bridge within
 * a short stretch) that are taken back where they do not pay.
 *
 * It proves nothing: it gives upper bounds. Source: S. Lin, B. Kernighan, "An effective heuristic
 * algorithm for the traveling-salesman problem", Operations Research 21 (1973); D. Applegate,
 * W. Cook, A. Rohe, "Chained Lin-Kernighan for large traveling salesman problems" (2003).
 */
export class LinKernighan {
  readonly #n: number;
  readonly #weights: Float64Array;
  readonly #lists: Int32Array;
  readonly #count: number;
  #cycle: Cycle;
  #length: number;
  #random: number;
  readonly #queue: Int32Array;
  readonly #queued: Uint8Array;
  /** The candidates of every level of a chain, and what each would leave open. */
  readonly #picks = new Int32Array((DEPTH + 1) * BREADTH[0]!);
  readonly #values = new Float64Array((DEPTH + 1) * BREADTH[0]!);
  #head = 0;
  #waiting = 0;

  constructor(weights: Float64Array, n: number, options: LinKernighanOptions = {}) {
    const { neighbours = 8, seed = 1, tour } = options;
    this.#n = n;
    this.#weights = weights;
    this.#count = Math.min(neighbours, n - 1);
    this.#lists = nearestNeighbours(weights, n, this.#count);
    this.#cycle = new Cycle(tour ?? nearestNeighbourTour(weights, n));
    this.#random = (seed * 2654435761) >>> 0 || 1;
    this.#queue = new Int32Array(n);
    this.#queued = new Uint8Array(n);
    this.#length = this.#measure();
    this.#pushAll();
    this.#length -= this.#settle();
    this.#cycle.commit();
  }

  /** The length of the best tour. */
  get length(): number {
    return this.#length;
  }

  /** The best tour. */
  get tour(): Int32Array {
    return this.#cycle.toArray();
  }

  /** Goes on from another tour if it, once improved, is shorter. */
  offer(tour: ArrayLike<number>): boolean {
    const old = this.#cycle;
    const before = this.#length;
    this.#cycle = new Cycle(tour);
    this.#length = this.#measure();
    this.#pushAll();
    this.#length -= this.#settle();
    this.#cycle.commit();
    if (this.#length < before) return true;
    this.#cycle = old;
    this.#length = before;
    return false;
  }

  /** Tries this many kicks; whether the tour got shorter. */
  kick(times: number): boolean {
    const before = this.#length;
    if (this.#n < 8) return false;
    for (let k = 0; k < times; k++) {
      const gain = this.#doubleBridge() + this.#settle();
      if (gain < 0) this.#cycle.undo(0);
      else this.#length -= gain;
      this.#cycle.commit();
    }
    return this.#length < before;
  }

  #pushAll(): void {
    for (const v of this.#cycle.toArray()) this.#push(v);
  }

  #measure(): number {
    let sum = 0;
    for (let v = 0; v < this.#n; v++) sum += this.#edge(v, this.#cycle.next(v));
    return sum;
  }

  /** xorshift32, below `limit`. */
  #draw(limit: number): number {
    let x = this.#random;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#random = x >>> 0;
    return this.#random % limit;
  }

  #push(v: number): void {
    if (this.#queued[v]) return;
    this.#queued[v] = 1;
    let tail = this.#head + this.#waiting++;
    if (tail >= this.#n) tail -= this.#n;
    this.#queue[tail] = v;
  }

  /** Improves until no point is worth a look; the gain. */
  #settle(): number {
    let gain = 0;
    while (this.#waiting > 0) {
      const v = this.#queue[this.#head]!;
      if (++this.#head === this.#n) this.#head = 0;
      this.#waiting--;
      this.#queued[v] = 0;
      for (let won = this.#improve(v); won > 0; won = this.#improve(v)) gain += won;
    }
    return gain;
  }

  #improve(v: number): number {
    const forward = this.#chain(v, true, 0, this.#edge(v, this.#cycle.next(v)));
    if (forward > 0) return forward;
    const backward = this.#chain(v, false, 0, this.#edge(v, this.#cycle.previous(v)));
    if (backward > 0) return backward;
    return this.#moveRun(v);
  }

  #edge(u: number, v: number): number {
    return this.#weights[u * this.#n + v]!;
  }

  /**
   * One level of a chain: the tour is a Hamiltonian path from `base` to its neighbour `end`, and
   * `open` is what the edges taken out so far weigh above those put in. Joins `end` to a near point
   * c, takes out the edge before c, and goes on from there. Keeps the reversals of a chain whose
   * closing edge leaves a gain, and returns the gain; else takes them back and returns 0.
   */
  #chain(base: number, forward: boolean, level: number, open: number): number {
    const cycle = this.#cycle;
    const n = this.#n;
    const weights = this.#weights;
    const end = forward ? cycle.next(base) : cycle.previous(base);
    // the candidates of this level, best first
    const room = BREADTH[level] ?? 1;
    const first = level * BREADTH[0]!;
    const picks = this.#picks;
    const values = this.#values;
    let size = 0;
    for (let k = end * this.#count; k < (end + 1) * this.#count; k++) {
      const c = this.#lists[k]!;
      const joined = open - weights[end * n + c]!;
      if (joined <= 0) break;
      // the path reads end ... before, c ... base, and then before ... end, c ... base
      const before = forward ? cycle.previous(c) : cycle.next(c);
      if (c === base || before === end) continue;
      const value = joined + weights[before * n + c]!;
      let at = size < room ? size++ : room;
      while (at > 0 && values[first + at - 1]! < value) {
        if (at < room) {
          picks[first + at] = picks[first + at - 1]!;
          values[first + at] = values[first + at - 1]!;
        }
        at--;
      }
      if (at === room) continue;
      picks[first + at] = before;
      values[first + at] = value;
    }
    for (let k = first; k < first + size; k++) {
      const before = picks[k]!;
      const mark = cycle.mark;
      const joint = forward ? cycle.next(before) : cycle.previous(before);
      if (forward) cycle.reverse(end, before);
      else cycle.reverse(before, end);
      const gain = values[k]! - weights[base * n + before]!;
      const won = gain > 0
        ? gain
        : level < DEPTH
        ? this.#chain(base, forward, level + 1, values[k]!)
        : 0;
      if (won > 0) {
        this.#push(base);
        this.#push(end);
        this.#push(before);
        this.#push(joint);
        return won;
      }
      cycle.undo(mark);
    }
    return 0;
  }

  /** Moves a run of one to three points that begins or ends at v between two neighbours. */
  #moveRun(v: number): number {
    const cycle = this.#cycle;
    for (const forward of [true, false]) {
      let tail = v;
      for (let size = 1; size <= 3; size++) {
        if (size > 1) tail = forward ? cycle.next(tail) : cycle.previous(tail);
        const won = this.#moveTo(v, tail, forward, size);
        if (won > 0) return won;
      }
    }
    return 0;
  }

  /** Puts the run v ... tail beside a near point of v. */
  #moveTo(v: number, tail: number, forward: boolean, size: number): number {
    const cycle = this.#cycle;
    const n = this.#n;
    if (n < size + 3) return 0;
    const before = forward ? cycle.previous(v) : cycle.next(v);
    const after = forward ? cycle.next(tail) : cycle.previous(tail);
    const saved = this.#edge(before, v) + this.#edge(tail, after) - this.#edge(before, after);
    for (let k = 0; k < this.#count; k++) {
      const c = this.#lists[v * this.#count + k]!;
      const left = saved - this.#edge(v, c);
      if (left <= 0) return 0;
      if ((forward ? cycle.steps(v, c) : cycle.steps(c, v)) < size) continue;
      for (const next of [true, false]) {
        const d = next ? cycle.next(c) : cycle.previous(c);
        if ((forward ? cycle.steps(v, d) : cycle.steps(d, v)) < size) continue;
        const gain = left + this.#edge(c, d) - this.#edge(tail, d);
        if (gain <= 0) continue;
        this.#relink(v, tail, forward, next === forward ? c : d, after, next === forward);
        for (const w of [v, tail, before, after, c, d]) this.#push(w);
        return gain;
      }
    }
    return 0;
  }

  /**
   * The tour reads v ... tail, after ... x in the run's direction. Puts the run behind x, and its
   * head v beside x if it shall stay `straight`, else its tail.
   */
  #relink(
    v: number,
    tail: number,
    forward: boolean,
    x: number,
    after: number,
    straight: boolean,
  ): void {
    const reverse = (a: number, b: number) =>
      forward ? this.#cycle.reverse(a, b) : this.#cycle.reverse(b, a);
    reverse(v, x);
    reverse(x, after);
    if (straight) reverse(tail, v);
  }

  /** A double bridge within a short stretch; what it gains, mostly less than 0. */
  #doubleBridge(): number {
    const n = this.#n;
    const cycle = this.#cycle;
    const reach = Math.min(KICK_REACH, n - 2);
    const cuts = [this.#draw(reach), this.#draw(reach), this.#draw(reach)].sort((a, b) => a - b);
    const [i, j, k] = [cuts[0]!, cuts[1]! + 1, cuts[2]! + 2];
    if (k > n - 1 || j <= i || k <= j) return 0;
    const at: number[] = [this.#draw(n)];
    for (let step = 0; step <= k; step++) at.push(cycle.next(at[step]!));
    const [a, b, c] = [at[i]!, at[i + 1]!, at[j]!];
    const [d, e, f] = [at[j + 1]!, at[k]!, at[k + 1]!];
    const gain = this.#edge(a, b) + this.#edge(c, d) + this.#edge(e, f) -
      this.#edge(a, d) - this.#edge(e, b) - this.#edge(c, f);
    cycle.reverse(b, e);
    cycle.reverse(e, d);
    cycle.reverse(c, b);
    for (const v of [a, b, c, d, e, f]) this.#push(v);
    return gain;
  }
}

/** From point 0 always on to the nearest point that is left. */
export function nearestNeighbourTour(weights: Float64Array, n: number): Int32Array {
  const tour = new Int32Array(n);
  const done = new Uint8Array(n);
  done[0] = 1;
  for (let k = 1, at = 0; k < n; k++) {
    let best = -1;
    for (let v = 0; v < n; v++) {
      if (!done[v] && (best < 0 || weights[at * n + v]! < weights[at * n + best]!)) best = v;
    }
    tour[k] = best;
    done[best] = 1;
    at = best;
  }
  return tour;
}
