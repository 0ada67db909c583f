import { gcd } from "./gcd.ts";
import { type Exact, formatScaled, parseDecimal } from "./decimal.ts";
import type { Fraction } from "./fraction.ts";

/** A rational number. */
export type Ratio = Fraction;

/** Reads an integer, a decimal string, or a fraction of two integers such as `"360/7"`. */
export function parseRatio(x: Exact, what: string): Ratio {
  const slash = typeof x === "string" ? /^([+-]?\d+)\/(\d+)$/.exec(x) : null;
  if (slash === null) {
    const { digits, scale } = parseDecimal(x, what);
    return { num: digits, den: 10n ** BigInt(scale) };
  }
  const den = BigInt(slash[2]!);
  if (den === 0n) throw new RangeError(`Cannot read ${what}: ${x}, must not divide by 0`);
  return { num: BigInt(slash[1]!), den };
}

/** Writes a ratio as an integer or decimal where it is one, else as a fraction in lowest terms. */
export function formatRatio({ num, den }: Ratio): string {
  const common = gcd(num < 0n ? -num : num, den);
  const scale = decimals(den / common);
  if (scale === null) return `${num / common}/${den / common}`;
  return formatScaled(num * 10n ** BigInt(scale) / den, scale);
}

/** How many decimals a fraction in lowest terms with this denominator has; null when endless. */
function decimals(den: bigint): number | null {
  let scale = 0;
  for (; den % 10n === 0n; scale++) den /= 10n;
  const step = den % 2n === 0n ? 2n : 5n;
  for (; den % step === 0n; scale++) den /= step;
  return den === 1n ? scale : null;
}
