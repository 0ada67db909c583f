import { quotientDown } from "../../geometry/round_down.ts";
import { integerSqrt } from "../../geometry/integer_sqrt.ts";

/** A double at most `size / sqrt(square) / 10^scale`, and close to it; `size` is 0 or more. */
export function quotientByRoot(size: bigint, square: bigint, scale: number): number {
  const floor = integerSqrt(square << 128n);
  const root = floor * floor === square << 128n ? floor : floor + 1n;
  return quotientDown(size << 64n, root * 10n ** BigInt(scale));
}

/** A double at most `sqrt(square) / 10^scale`, and close to it. */
export function rootDown(square: bigint, scale: number): number {
  return quotientDown(integerSqrt(square << 128n), 10n ** BigInt(scale) << 64n);
}
