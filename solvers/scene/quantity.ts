import type { Sign } from "../../geometry/frame.ts";
import { Rational } from "../../geometry/space/rational.ts";
import type { Fraction } from "../../geometry/fraction.ts";
import { exactSqrt } from "../../geometry/integer_sqrt.ts";

/** A length, area, volume or number that a scene's query measures, exactly and for show. */
export interface Measured {
  /** The number itself where it is rational, in lowest terms: `"3"`, `"-7/20"`; else null. */
  readonly exact: string | null;
  /** Its square, where it is the root of a rational number; else null. */
  readonly squared: string | null;
  /** A double within 2^-50 of it, relatively. */
  readonly approximate: number;
}

/** Doubles round so little at each step. */
const U = 2 ** -52;

/**
 * A number that is rational or the square root of one, known within two doubles at once and exactly
 * on demand.
 */
export class Quantity {
  /** A double at most the number. */
  readonly lower: number;
  /** A double at least the number. */
  readonly upper: number;
  /** Whether {@link Quantity.exactly} gives the square of the number, not the number. */
  readonly isRoot: boolean;
  readonly #exactly: () => Rational;
  #known: Rational | null = null;

  private constructor(lower: number, upper: number, isRoot: boolean, exactly: () => Rational) {
    this.lower = lower;
    this.upper = upper;
    this.isRoot = isRoot;
    this.#exactly = exactly;
  }

  /** A rational number. */
  static rational({ num, den }: Fraction): Quantity {
    const x = Rational.of(num, den);
    const near = x.toNumber();
    const room = 2 * U * Math.abs(near);
    return new Quantity(near - room, near + room, false, () => x);
  }

  /** The square root of a rational number that is 0 or more. */
  static root({ num, den }: Fraction): Quantity {
    const square = Rational.of(num, den);
    const near = Math.sqrt(square.toNumber());
    const room = 2 * U * near;
    return new Quantity(Math.max(0, near - room), near + room, true, () => square);
  }

  /** The square root of a number that is not worked out before it must be. */
  static bounded(lower: number, upper: number, square: () => Fraction): Quantity {
    return new Quantity(lower, upper, true, () => {
      const { num, den } = square();
      return Rational.of(num, den);
    });
  }

  /** The number itself, or its square if {@link Quantity.isRoot}. */
  get exactly(): Rational {
    return this.#known ??= this.#exactly();
  }

  /** The number for show. */
  get measured(): Measured {
    const exactly = this.exactly;
    if (!this.isRoot) {
      return { exact: String(exactly), squared: null, approximate: exactly.toNumber() };
    }
    const root = rationalRoot(exactly);
    return {
      exact: root === null ? null : String(root),
      squared: String(exactly),
      approximate: root === null ? Math.sqrt(exactly.toNumber()) : root.toNumber(),
    };
  }
}

/**
 * Compares two numbers exactly, in doubles where these are apart.
 *
 * @param a a number
 * @param b another
 * @returns the sign of a - b
 *
 * @example
 * ```ts
 * import { Rational } from "@alidade/core/geometry";
 * import { compareQuantities, Quantity } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const root = Quantity.root(Rational.of(2n));
 * assertEquals(compareQuantities(root, Quantity.rational(Rational.of(7n, 5n))), 1);
 * ```
 */
export function compareQuantities(a: Quantity, b: Quantity): Sign {
  if (a.lower > b.upper) return 1;
  if (a.upper < b.lower) return -1;
  if (!a.isRoot && !b.isRoot) return a.exactly.compare(b.exactly);
  if (!a.isRoot && a.exactly.sign < 0) return -1;
  if (!b.isRoot && b.exactly.sign < 0) return 1;
  return squareOf(a).compare(squareOf(b));
}

/**
 * A lower bound of how far two numbers are apart.
 *
 * @param a a number
 * @param b another
 * @returns a double at most |a - b|, and 0 where they are equal
 *
 * @example
 * ```ts
 * import { Rational } from "@alidade/core/geometry";
 * import { Quantity, quantityGap } from "@alidade/core/solvers";
 * import { assert } from "@std/assert";
 *
 * const gap = quantityGap(Quantity.root(Rational.of(2n)), Quantity.rational(Rational.ONE));
 * assert(gap <= Math.SQRT2 - 1 && gap > 0.4142);
 * ```
 */
export function quantityGap(a: Quantity, b: Quantity): number {
  const apart = Math.max(a.lower - b.upper, b.lower - a.upper);
  if (apart > 1e-6 * (Math.abs(a.upper) + Math.abs(b.upper))) return down(apart);
  if (!a.isRoot && !b.isRoot) return down(a.exactly.minus(b.exactly).abs().toNumber());
  if (!a.isRoot && a.exactly.sign < 0 || !b.isRoot && b.exactly.sign < 0) {
    return Math.max(0, down(apart));
  }
  // a - b = (a^2 - b^2) / (a + b)
  const difference = squareOf(a).minus(squareOf(b)).abs();
  return difference.sign === 0 ? 0 : down(difference.toNumber() / (a.upper + b.upper));
}

function squareOf(q: Quantity): Rational {
  return q.isRoot ? q.exactly : q.exactly.times(q.exactly);
}

function down(x: number): number {
  return x * (1 - 2 ** -48);
}

function rationalRoot(x: Rational): Rational | null {
  const num = exactSqrt(x.num);
  const den = num === null ? null : exactSqrt(x.den);
  return num === null || den === null ? null : Rational.of(num, den);
}
