/** A double as mantissa times 2^exponent, exactly. */
function dyadic(x: number): [mantissa: bigint, exponent: number] {
  let exponent = 0;
  while (!Number.isInteger(x)) {
    x *= 2;
    exponent--;
  }
  return [BigInt(x), exponent];
}

/** The doubles on one binary scale, as integers. */
export function toIntegers(xs: readonly number[]): bigint[] {
  const parts = xs.map(dyadic);
  const least = Math.min(...parts.map(([, exponent]) => exponent));
  return parts.map(([mantissa, exponent]) => mantissa << BigInt(exponent - least));
}

/** The sign of a determinant, by expansion along the first row. */
export function determinantSign(rows: readonly (readonly bigint[])[]): number {
  const value = determinant(rows);
  return value > 0n ? 1 : value < 0n ? -1 : 0;
}

function determinant(rows: readonly (readonly bigint[])[]): bigint {
  if (rows.length === 1) return rows[0]![0]!;
  return rows[0]!.reduce((sum, x, i) => {
    const minor = rows.slice(1).map((row) => row.toSpliced(i, 1));
    return sum + (i % 2 === 0 ? x : -x) * determinant(minor);
  }, 0n);
}
