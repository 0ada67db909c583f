import { bitCount, type RelationAlgebra } from "./algebra.ts";

/** A constraint of a binary network: the relation of `a` to `b` is one of the mask. */
export interface MaskConstraint {
  /** The first thing, by number. */
  readonly a: number;
  /** The second. */
  readonly b: number;
  /** The base relations it may have, as bits. */
  readonly mask: number;
}

/** What a search of a network may use up. */
export interface Budget {
  /** How many branches may still be looked at. */
  branches: number;
}

/** What is known of each pair of things, closed under composition as it grows. */
export class ConstraintNetwork {
  /** The algebra. */
  readonly algebra: RelationAlgebra;
  /** How many things there are. */
  readonly size: number;
  /** The mask of i to j at i * size + j. */
  readonly masks: Uint16Array;
  /** How often each pair was where a closure failed: where a search looks first. */
  readonly failures: Uint32Array;
  readonly #queue: Int32Array;
  readonly #isQueued: Uint8Array;
  #head = 0;
  #count = 0;
  #isEmpty = false;

  /**
   * A network that says nothing yet.
   *
   * @param algebra the algebra of its relations
   * @param size how many things there are, numbered from 0
   */
  constructor(algebra: RelationAlgebra, size: number) {
    this.algebra = algebra;
    this.size = size;
    this.masks = new Uint16Array(size * size).fill(algebra.full);
    for (let i = 0; i < size; i++) this.masks[i * size + i] = algebra.identity;
    this.failures = new Uint32Array(size * size);
    this.#queue = new Int32Array(Math.max(size * size, 1));
    this.#isQueued = new Uint8Array(size * size);
  }

  /** The mask of a to b. */
  get(a: number, b: number): number {
    return this.masks[a * this.size + b]!;
  }

  /** Says more on a pair; {@link close} draws what follows. False where nothing is left of it. */
  restrict(a: number, b: number, mask: number): boolean {
    const { size, masks, algebra } = this;
    const old = masks[a * size + b]!;
    const rest = old & mask;
    if (rest === old) return true;
    masks[a * size + b] = rest;
    masks[b * size + a] = algebra.converse(rest);
    if (rest === 0) {
      this.failures[Math.min(a, b) * size + Math.max(a, b)]!++;
      this.#isEmpty = true;
      return false;
    }
    this.#push(Math.min(a, b) * size + Math.max(a, b));
    return true;
  }

  #push(pair: number): void {
    if (this.#isQueued[pair] === 1) return;
    this.#isQueued[pair] = 1;
    this.#queue[(this.#head + this.#count++) % this.#queue.length] = pair;
  }

  /** Draws whatever follows from three things at a time. False where they contradict each other. */
  close(): boolean {
    const { size } = this;
    while (!this.#isEmpty && this.#count > 0) {
      const pair = this.#queue[this.#head]!;
      this.#head = (this.#head + 1) % this.#queue.length;
      this.#count--;
      this.#isQueued[pair] = 0;
      this.#spread(Math.floor(pair / size), pair % size);
    }
    if (this.#isEmpty) this.#clear();
    return !this.#isEmpty;
  }

  /** What a to b says of every third thing. */
  #spread(a: number, b: number): void {
    const { algebra, size, masks } = this;
    const { full } = algebra;
    const ab = masks[a * size + b]!;
    if (ab === full) return;
    const ba = masks[b * size + a]!;
    for (let c = 0; c < size; c++) {
      if (c === a || c === b) continue;
      const bc = masks[b * size + c]!;
      const ac = masks[a * size + c]!;
      if (bc !== full) {
        const rest = ac & algebra.compose(ab, bc);
        if (rest !== ac && !this.restrict(a, c, rest)) return;
      }
      if (ac !== full) {
        const rest = bc & algebra.compose(ba, masks[a * size + c]!);
        if (rest !== bc && !this.restrict(b, c, rest)) return;
      }
    }
  }

  #clear(): void {
    while (this.#count > 0) {
      this.#isQueued[this.#queue[this.#head]!] = 0;
      this.#head = (this.#head + 1) % this.#queue.length;
      this.#count--;
    }
  }

  /** Takes back whatever was said since the masks were copied. */
  restore(masks: Uint16Array): void {
    this.masks.set(masks);
    this.#clear();
    this.#isEmpty = false;
  }
}

/** What a search found: whether there is a solution, or null where the budget ran out. */
export type Found = boolean | null;

/**
 * Whether a network has a solution, by splitting what is not tractable (Nebel 1997). On `true` the
 * network is left closed, all its constraints tractable; on `false` it is left empty somewhere.
 *
 * @param network the network, its constraints put in
 * @param pairs the pairs that were constrained, at a * size + b
 * @param budget what may be used up
 */
export function search(
  network: ConstraintNetwork,
  pairs: readonly number[],
  budget: Budget,
): Found {
  if (!network.close()) return false;
  const pair = choose(network, pairs);
  if (pair < 0) return true;
  const { size, algebra, masks } = network;
  const [a, b] = [Math.floor(pair / size), pair % size];
  const saved = masks.slice();
  for (const part of algebra.parts(masks[pair]!)) {
    if (budget.branches-- <= 0) return null;
    network.restrict(a, b, part);
    const found = search(network, pairs, budget);
    if (found !== false) return found;
    network.restore(saved);
  }
  return false;
}

/** The pair to split next, -1 where none need be: few parts, many failures. */
function choose(network: ConstraintNetwork, pairs: readonly number[]): number {
  const { algebra, masks, failures } = network;
  let best = -1;
  let least = Infinity;
  for (const pair of pairs) {
    const mask = masks[pair]!;
    if (algebra.isTractable(mask)) continue;
    const cost = bitCount(mask) * algebra.parts(mask).length / (failures[pair]! + 1);
    if (cost < least) [best, least] = [pair, cost];
  }
  return best;
}
