/** A finite double as `num / 2^shift`, exactly. */
export function doubleFraction(x: number): { num: bigint; shift: bigint } {
  let shift = 0n;
  for (; !Number.isInteger(x); shift++) x *= 2;
  return { num: BigInt(x), shift };
}
