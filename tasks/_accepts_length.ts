import { parseDecimal } from "../geometry/decimal.ts";
import { sqrtSumSign } from "../geometry/sqrt_sum.ts";

/** A length: the sum of the square roots of some integers, divided by 10^scale. */
export interface RootLength {
  readonly squares: readonly bigint[];
  readonly scale: number;
  /** To so many decimals it is asked. */
  readonly places: number;
}

/** Whether a number lies within half a unit of the last place asked for, decided exactly. */
export function acceptsLength(said: string, { squares, scale, places }: RootLength): boolean {
  const number = parseDecimal(said);
  const fine = Math.max(number.scale, places + 1, scale);
  const at = (digits: bigint, from: number) => digits * 10n ** BigInt(fine - from);
  const reply = at(number.digits, number.scale);
  const half = at(5n, places + 1);
  const factor = 10n ** BigInt(fine - scale);
  // The sign of length - bound, the bound being a root as well: sqrt(bound^2).
  const over = (bound: bigint) =>
    bound < 0n ? 1 : sqrtSumSign([...squares.map(() => 1n), -1n], [
      ...squares.map((n) => n * factor * factor),
      bound * bound,
    ]);
  return over(reply - half) >= 0 && over(reply + half) <= 0;
}
