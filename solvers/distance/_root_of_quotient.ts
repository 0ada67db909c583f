import { formatScaled, integerSqrt } from "../../geometry/mod.ts";
import { requireDoubled } from "./_require_doubled.ts";

/** sqrt(num / den), by way of at least 19 of its decimal digits. */
export function rootOfQuotient(num: bigint, den: bigint): number {
  const half = Math.max(0, 20 + (den.toString().length - num.toString().length >> 1));
  const root = Number(formatScaled(integerSqrt(num * 100n ** BigInt(half) / den), half));
  return requireDoubled(root, num === 0n);
}
