import { integerSqrt } from "../geometry/integer_sqrt.ts";

/** Digits behind the rounded place that a sum is computed to. */
const GUARD = 30n;

/**
 * The integer nearest to `(sqrt(a) + sqrt(b) + ...) * 10^shift`, proven; null where the sum lies
 * halfway between two, or within 10^-28 of that.
 */
export function roundedRootSum(squares: readonly bigint[], shift: number): bigint | null {
  const guard = 10n ** GUARD;
  const places = 2n * (GUARD + BigInt(shift));
  const scaled = squares.map((n) =>
    places >= 0n ? integerSqrt(n * 10n ** places) : integerSqrt(n / 10n ** -places)
  );
  // Each root is less than 1 above what was taken for it.
  const least = scaled.reduce((sum, root) => sum + root, 0n);
  const most = least + BigInt(squares.length);
  const rounded = (x: bigint) => (x + guard / 2n) / guard;
  return rounded(least) === rounded(most) ? rounded(least) : null;
}

/**
 * The integer nearest to a sum of square roots of integers that doubles gave; -1 where their
 * rounding leaves open which it is.
 */
export function roundedDouble(sum: number): number {
  const nearest = Math.round(sum);
  // Some dozens of correctly rounded roots below 2^40 are off by far less than this.
  return Math.abs(sum - nearest) < 0.5 - 1e-6 ? nearest : -1;
}
