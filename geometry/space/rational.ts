import { gcd } from "../gcd.ts";
import { bitLength } from "../round_down.ts";
import type { Fraction } from "../fraction.ts";
import type { Sign } from "../frame.ts";
import { parseReal, type Real } from "./real.ts";

/** A rational number in lowest terms, with its arithmetic. */
export class Rational implements Fraction {
  /** Nothing. */
  static readonly ZERO: Rational = new Rational(0n, 1n);
  /** One. */
  static readonly ONE: Rational = new Rational(1n, 1n);
  /** The numerator, of any sign. */
  readonly num: bigint;
  /** The denominator, above 0. */
  readonly den: bigint;

  /** Takes a numerator and a positive denominator that have no common divisor. */
  private constructor(num: bigint, den: bigint) {
    this.num = num;
    this.den = den;
  }

  /**
   * The quotient of two integers.
   *
   * @param num the numerator
   * @param den the denominator, not 0
   * @returns the number in lowest terms
   * @throws RangeError when `den` is 0
   *
   * @example
   * ```ts
   * import { Rational } from "@alidade/core/geometry";
   * import { assertEquals } from "@std/assert";
   *
   * assertEquals(String(Rational.of(4n, -6n)), "-2/3");
   * ```
   */
  static of(num: bigint, den: bigint = 1n): Rational {
    if (den === 0n) throw new RangeError(`Cannot divide ${num} by 0, must be another number`);
    if (den < 0n) [num, den] = [-num, -den];
    if (den === 1n) return new Rational(num, 1n);
    const common = gcd(num < 0n ? -num : num, den);
    return common === 1n ? new Rational(num, den) : new Rational(num / common, den / common);
  }

  /** Reads a number, decimal or fraction, as {@link parseReal}. */
  static from(x: Real, what?: string): Rational {
    const { num, den } = parseReal(x, what);
    return Rational.of(num, den);
  }

  /** -1, 0 or 1. */
  get sign(): Sign {
    return this.num > 0n ? 1 : this.num < 0n ? -1 : 0;
  }

  /** this + other. */
  plus({ num, den }: Fraction): Rational {
    if (den === this.den) return Rational.of(this.num + num, den);
    return Rational.of(this.num * den + num * this.den, this.den * den);
  }

  /** this - other. */
  minus({ num, den }: Fraction): Rational {
    if (den === this.den) return Rational.of(this.num - num, den);
    return Rational.of(this.num * den - num * this.den, this.den * den);
  }

  /** this * other. */
  times({ num, den }: Fraction): Rational {
    return Rational.of(this.num * num, this.den * den);
  }

  /** this / other; throws a RangeError where that is 0. */
  over({ num, den }: Fraction): Rational {
    return Rational.of(this.num * den, this.den * num);
  }

  /** -this. */
  negated(): Rational {
    return new Rational(-this.num, this.den);
  }

  /** |this|. */
  abs(): Rational {
    return this.num < 0n ? this.negated() : this;
  }

  /** The sign of this - other. */
  compare({ num, den }: Fraction): Sign {
    const gap = this.num * den - num * this.den;
    return gap > 0n ? 1 : gap < 0n ? -1 : 0;
  }

  /** A double within 2^-52 of it, relatively. */
  toNumber(): number {
    const { num, den } = this;
    if (num === 0n) return 0;
    const size = num < 0n ? -num : num;
    const shift = bitLength(den) - bitLength(size) + 64;
    const scaled = shift >= 0 ? (size << BigInt(shift)) / den : size / (den << BigInt(-shift));
    const value = shift > 1000
      ? Number(scaled) * 2 ** -1000 * 2 ** (1000 - shift)
      : Number(scaled) * 2 ** -shift;
    return num < 0n ? -value : value;
  }

  /** An integer, or "num/den". */
  toString(): string {
    return this.den === 1n ? String(this.num) : `${this.num}/${this.den}`;
  }
}
