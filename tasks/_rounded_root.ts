import { integerSqrt } from "../geometry/integer_sqrt.ts";

/**
 * The integers nearest to `sqrt(square) * 10^shift`, exactly: one, or two where it lies halfway
 * between them.
 */
export function roundedRoot(square: bigint, shift: number): bigint[] {
  const down = 10n ** BigInt(Math.max(0, -shift));
  const quadruple = 4n * square * 10n ** BigInt(Math.max(0, 2 * shift));
  const nearest = (integerSqrt(quadruple) + down) / (2n * down);
  const halfway = quadruple === ((2n * nearest - 1n) * down) ** 2n;
  return halfway ? [nearest - 1n, nearest] : [nearest];
}
