const words = new DataView(new ArrayBuffer(8));

/**
 * Integers in the ratio of the given doubles, exactly: each double times one common power of two.
 * All must be finite.
 */
export function toCommonIntegers(values: readonly number[]): bigint[] {
  const parts = values.map(split);
  const least = parts.reduce((low, p) => p.digits === 0n ? low : Math.min(low, p.exponent), 2000);
  return parts.map((p) => p.digits === 0n ? 0n : p.digits << BigInt(p.exponent - least));
}

/** x as digits * 2^exponent. */
function split(x: number): { digits: bigint; exponent: number } {
  if (Number.isSafeInteger(x)) return { digits: BigInt(x), exponent: 0 };
  words.setFloat64(0, x);
  const bits = words.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const digits = biased === 0 ? fraction : fraction | 0x10000000000000n;
  return { digits: x < 0 ? -digits : digits, exponent: Math.max(biased, 1) - 1075 };
}
