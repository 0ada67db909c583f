import { type Exact, formatScaled, parseDecimal } from "./decimal.ts";

/** The rational number `num / den`, `den` above 0. */
export interface Ratio {
  readonly num: bigint;
  readonly den: bigint;
}

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
  const common = greatestCommonDivisor(num < 0n ? -num : num, den);
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

/** `a - b` has this sign. */
export function compareRatios(a: Ratio, b: Ratio): number {
  const difference = a.num * b.den - b.num * a.den;
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
