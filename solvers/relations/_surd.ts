import { gcd } from "../../geometry/gcd.ts";

/** The number (a + b * sqrt(2)) / d, d above 0, in lowest terms. */
export interface Surd {
  readonly a: bigint;
  readonly b: bigint;
  readonly d: bigint;
}

/** (a + b * sqrt(2)) / d. */
export function surd(a: bigint, b: bigint = 0n, d: bigint = 1n): Surd {
  if (d < 0n) [a, b, d] = [-a, -b, -d];
  const common = gcd(gcd(a < 0n ? -a : a, b < 0n ? -b : b), d);
  return common === 1n ? { a, b, d } : { a: a / common, b: b / common, d: d / common };
}

export const ZERO: Surd = surd(0n);
export const ONE: Surd = surd(1n);

export function plus(x: Surd, y: Surd): Surd {
  return surd(x.a * y.d + y.a * x.d, x.b * y.d + y.b * x.d, x.d * y.d);
}

export function minus(x: Surd, y: Surd): Surd {
  return surd(x.a * y.d - y.a * x.d, x.b * y.d - y.b * x.d, x.d * y.d);
}

export function times(x: Surd, y: Surd): Surd {
  return surd(x.a * y.a + 2n * x.b * y.b, x.a * y.b + x.b * y.a, x.d * y.d);
}

/** x / y; y is not 0. */
export function over(x: Surd, y: Surd): Surd {
  // 1 / (a + b r) = (a - b r) / (a^2 - 2 b^2)
  return times(x, surd(y.a * y.d, -y.b * y.d, y.a * y.a - 2n * y.b * y.b));
}

export function signOf({ a, b }: Surd): -1 | 0 | 1 {
  const [signA, signB] = [sign(a), sign(b)];
  if (signA === signB || signB === 0) return signA;
  if (signA === 0) return signB;
  // Opposite signs: the larger of a^2 and 2 b^2 decides; they are never equal.
  return a * a > 2n * b * b ? signA : signB;
}

function sign(x: bigint): -1 | 0 | 1 {
  return x > 0n ? 1 : x < 0n ? -1 : 0;
}

/** As `3/4`, or `3/4+1/2*sqrt2` where it is irrational. */
export function showSurd({ a, b, d }: Surd): string {
  const fraction = (n: bigint) => {
    const { a: p, d: q } = surd(n, 0n, d);
    return q === 1n ? `${p}` : `${p}/${q}`;
  };
  return b === 0n ? fraction(a) : `${fraction(a)}+${fraction(b)}*sqrt2`;
}
