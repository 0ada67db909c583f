import { gcd } from "./gcd.ts";
import { sqrtSumExactly } from "./_sqrt_groups.ts";
import type { Sign } from "./frame.ts";
import { exactSqrt, integerSqrt } from "./integer_sqrt.ts";

/**
 * A sum of integers times square roots of positive integers, closed under +, - and *, its sign
 * exact. Radicands need not be squarefree: signs are proven whatever the form.
 */
export class RootSum {
  /** The coefficient of each radicand; none is 0. */
  readonly terms: ReadonlyMap<bigint, bigint>;

  private constructor(terms: ReadonlyMap<bigint, bigint>) {
    this.terms = terms;
  }

  /** coefficient * sqrt(radicand), of integers; the radicand is 0 or more. */
  static of(coefficient: bigint, radicand = 1n): RootSum {
    if (coefficient === 0n || radicand === 0n) return new RootSum(new Map());
    const root = exactSqrt(radicand);
    if (root !== null) return new RootSum(new Map([[1n, coefficient * root]]));
    return new RootSum(new Map([[radicand, coefficient]]));
  }

  plus(other: RootSum): RootSum {
    const terms = new Map(this.terms);
    for (const [n, c] of other.terms) add(terms, n, c);
    return new RootSum(terms);
  }

  minus(other: RootSum): RootSum {
    return this.plus(other.times(MINUS_ONE));
  }

  times(other: RootSum): RootSum {
    const terms = new Map<bigint, bigint>();
    for (const [m, c] of this.terms) {
      for (const [n, d] of other.terms) {
        // sqrt(m) sqrt(n) = g sqrt(m/g n/g) keeps radicands small, and equal ones equal.
        const g = gcd(m, n);
        const rest = m / g * (n / g);
        const root = exactSqrt(rest);
        if (root === null) add(terms, rest, c * d * g);
        else add(terms, 1n, c * d * g * root);
      }
    }
    return new RootSum(terms);
  }

  /** -1, 0 or 1. */
  sign(): Sign {
    if (this.terms.size === 0) return 0;
    return sqrtSumExactly([...this.terms.values()], [...this.terms.keys()]).sign;
  }

  /** The integer this is, null where it is written with roots. */
  integer(): bigint | null {
    if (this.terms.size === 0) return 0n;
    return this.terms.size === 1 ? this.terms.get(1n) ?? null : null;
  }

  /** Integers that this times 2^bits lies between. */
  bounds(bits: number): readonly [low: bigint, high: bigint] {
    let [low, high] = [0n, 0n];
    for (const [n, c] of this.terms) {
      const floor = integerSqrt(n << BigInt(2 * bits));
      const ceiling = n === 1n ? floor : floor + 1n;
      low += c * (c > 0n ? floor : ceiling);
      high += c * (c > 0n ? ceiling : floor);
    }
    return [low, high];
  }
}

const MINUS_ONE = RootSum.of(-1n);

function add(terms: Map<bigint, bigint>, radicand: bigint, coefficient: bigint): void {
  const sum = (terms.get(radicand) ?? 0n) + coefficient;
  if (sum === 0n) terms.delete(radicand);
  else terms.set(radicand, sum);
}
