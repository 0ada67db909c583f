/** What {@link RelationAlgebra} is made from. */
export interface AlgebraParts {
  /** The name. */
  readonly name: string;
  /** The base relations: any two things stand in exactly one of them. At most 16. */
  readonly relations: readonly string[];
  /** The base relation of a thing to itself. */
  readonly identity: number;
  /** The base relation of b to a, by that of a to b. */
  readonly converse: readonly number[];
  /** The base relations that a may have to c, as bits, by those of a to b and of b to c. */
  readonly compose: readonly (readonly number[])[];
  /** Whether path consistency decides networks of this and all other such relations. */
  isTractable(mask: number): boolean;
  /** Base relations in the order in which a scenario of a closed network takes them. */
  readonly preference: readonly number[];
}

/** How many base relations the lower half of a split mask holds. */
const LOW_BITS = 8;
const LOW = (1 << LOW_BITS) - 1;

/**
 * A finite relation algebra on bit masks: bit i stands for base relation i, a mask for "one of
 * these". Composition looks masks up in halves, so that a table of 16 relations stays small.
 *
 * @example
 * ```ts
 * import { ALLEN } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const meets = ALLEN.mask(["m"]);
 * assertEquals(ALLEN.names(ALLEN.compose(meets, meets)), ["<"]);
 * ```
 */
export class RelationAlgebra {
  /** The name. */
  readonly name: string;
  /** The base relations, in the order of the bits. */
  readonly relations: readonly string[];
  /** All base relations as one mask. */
  readonly full: number;
  /** The mask of the identity. */
  readonly identity: number;
  /** Base relations in the order in which a scenario takes them. */
  readonly preference: readonly number[];
  /** Converse of each mask. */
  readonly #converse: Uint16Array;
  readonly #tables: readonly [Uint16Array, Uint16Array, Uint16Array, Uint16Array];
  readonly #highBits: number;
  readonly #isTractable: (mask: number) => boolean;
  readonly #parts = new Map<number, readonly number[]>();
  readonly #numbers: ReadonlyMap<string, number>;

  /**
   * Builds the tables of masks from those of base relations.
   *
   * @param parts the base relations and their tables
   */
  constructor(parts: AlgebraParts) {
    const { name, relations, identity, converse, compose, preference } = parts;
    const count = relations.length;
    this.name = name;
    this.relations = relations;
    this.preference = preference;
    this.full = (1 << count) - 1;
    this.identity = 1 << identity;
    this.#isTractable = (mask) => parts.isTractable(mask);
    this.#numbers = new Map(relations.map((relation, i) => [relation, i]));
    this.#converse = unions(converse.map((base) => 1 << base));
    const low = [0, Math.min(count, LOW_BITS)] as const;
    const high = [low[1], count] as const;
    this.#highBits = high[1] - high[0];
    this.#tables = [
      products(compose, low, low),
      products(compose, low, high),
      products(compose, high, low),
      products(compose, high, high),
    ];
  }

  /** The mask of b to a, by that of a to b. */
  converse(mask: number): number {
    return this.#converse[mask]!;
  }

  /** What a may have to c, by the masks of a to b and of b to c. */
  compose(a: number, b: number): number {
    const [ll, lh, hl, hh] = this.#tables;
    const bits = this.#highBits;
    const [lowA, lowB] = [a & LOW, b & LOW];
    if (bits === 0) return ll[lowA << LOW_BITS | lowB]!;
    const [highA, highB] = [a >> LOW_BITS, b >> LOW_BITS];
    return ll[lowA << LOW_BITS | lowB]! | lh[lowA << bits | highB]! |
      hl[highA << LOW_BITS | lowB]! | hh[highA << bits | highB]!;
  }

  /** Whether path consistency decides networks of such relations. */
  isTractable(mask: number): boolean {
    return this.#isTractable(mask);
  }

  /** Tractable masks that make up a mask: itself where it is one; few, by greed. */
  parts(mask: number): readonly number[] {
    let parts = this.#parts.get(mask);
    if (parts === undefined) {
      parts = this.#split(mask);
      this.#parts.set(mask, parts);
    }
    return parts;
  }

  #split(mask: number): readonly number[] {
    const parts: number[] = [];
    for (let rest = mask; rest !== 0;) {
      let best = 0;
      for (let sub = rest; sub !== 0; sub = (sub - 1) & rest) {
        if (bitCount(sub) > bitCount(best) && this.#isTractable(sub)) best = sub;
      }
      parts.push(best);
      rest &= ~best;
    }
    return parts;
  }

  /** The number of a base relation; -1 for a name that is none. */
  indexOf(relation: string): number {
    return this.#numbers.get(relation) ?? -1;
  }

  /**
   * The mask of some base relations.
   *
   * @throws RangeError for a name that is none
   */
  mask(relations: Iterable<string>): number {
    let mask = 0;
    for (const relation of relations) {
      const index = this.indexOf(relation);
      if (index < 0) {
        throw new RangeError(
          `Cannot use relation ${JSON.stringify(relation)} of ${this.name}: it is unknown, must ` +
            `be one of ${this.relations.join(" ")}`,
        );
      }
      mask |= 1 << index;
    }
    return mask;
  }

  /** The base relations of a mask. */
  names(mask: number): string[] {
    return this.relations.filter((_, i) => mask >> i & 1);
  }
}

/** How many bits are set. */
export function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** For each mask the union of what its bits stand for. */
function unions(ofBit: readonly number[]): Uint16Array {
  const all = new Uint16Array(1 << ofBit.length);
  for (let mask = 1; mask < all.length; mask++) {
    all[mask] = all[mask & (mask - 1)]! | ofBit[31 - Math.clz32(mask & -mask)]!;
  }
  return all;
}

type BitRange = readonly [from: number, to: number];

/** Composition of masks of two ranges of bits, by the first mask, then the second. */
function products(
  compose: readonly (readonly number[])[],
  [fromA, toA]: BitRange,
  [fromB, toB]: BitRange,
): Uint16Array {
  const [bitsA, bitsB] = [toA - fromA, Math.max(toB - fromB, 0)];
  const shift = fromB === 0 ? LOW_BITS : bitsB;
  const table = new Uint16Array(1 << (bitsA + shift));
  for (let a = 0; a < bitsA; a++) {
    const row = unions(compose[fromA + a]!.slice(fromB, toB));
    for (let mask = 0; mask < 1 << bitsA; mask++) {
      if (mask >> a & 1) {
        for (let b = 0; b < row.length; b++) table[mask << shift | b]! |= row[b]!;
      }
    }
  }
  return table;
}
