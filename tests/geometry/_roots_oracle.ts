/** Slow and separate: signs of square-root sums by 4096 binary digits and by factoring. */

const BITS = 4096n;

/** floor(sqrt(n)) by plain Newton from above. */
export function slowSqrt(n: bigint): bigint {
  if (n < 2n) return n;
  let x = 1n << BigInt((n.toString(2).length + 1) >> 1);
  for (;;) {
    const y = (x + n / x) / 2n;
    if (y >= x) return x;
    x = y;
  }
}

const roots = new Map<bigint, bigint>();

/** floor(2^4096 sqrt(n)). */
function longRoot(n: bigint): bigint {
  let root = roots.get(n);
  if (root === undefined) roots.set(n, root = slowSqrt(n << (2n * BITS)));
  return root;
}

const primes: number[] = [];
for (let p = 2; p <= 2 ** 14; p++) {
  if (primes.every((q) => q * q > p || p % q !== 0)) primes.push(p);
}

/** [s, f] with n = s^2 f, f squarefree; for 0 < n <= 2^42, by division up to the cube root. */
export function squarefree(n: number): [number, number] {
  let s = 1;
  let f = 1;
  for (const p of primes) {
    if (p * p * p > n) break;
    while (n % (p * p) === 0) {
      n /= p * p;
      s *= p;
    }
    if (n % p === 0) {
      n /= p;
      f *= p;
    }
  }
  const root = Math.round(Math.sqrt(n));
  return root * root === n ? [s * root, f] : [s, f * n];
}

/** The sign of sum c sqrt(n), n <= 2^42. */
export function slowSign(c: readonly number[], n: readonly number[]): number {
  let sum = 0n;
  let error = 0n;
  for (let i = 0; i < c.length; i++) {
    sum += BigInt(c[i]!) * longRoot(BigInt(n[i]!));
    error += BigInt(Math.abs(c[i]!));
  }
  if (sum > error) return 1;
  if (-sum > error) return -1;
  const classes = new Map<number, number>();
  for (let i = 0; i < c.length; i++) {
    if (n[i] === 0) continue;
    const [s, f] = squarefree(n[i]!);
    classes.set(f, (classes.get(f) ?? 0) + c[i]! * s);
  }
  if ([...classes.values()].every((x) => x === 0)) return 0;
  throw new Error("the oracle has too few digits");
}
