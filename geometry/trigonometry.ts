import type { Ratio } from "./ratio.ts";

/** Cosine and sine times 2^bits, each off by less than 1. */
export interface CosSin {
  readonly cos: bigint;
  readonly sin: bigint;
}

/** Working bits beyond those asked for: the roundings of 2^20 terms do not reach the result. */
const GUARD = 40n;

const piCache = new Map<bigint, bigint>();

/** Cosine and sine of a rational angle in degrees, times 2^bits, each off by less than 1. */
export function cosSin({ num, den }: Ratio, bits: bigint): CosSin {
  // The angle is quarter * 90 + rest / den degrees with -45 <= rest / den <= 45.
  const quarter = floorDivide(num + 45n * den, 90n * den);
  const rest = num - quarter * 90n * den;
  const work = bits + GUARD;
  const x = (pi(work) * rest) / (180n * den);
  const cos = round(series(x, 1n << work, 0n, work));
  const sin = round(series(x, x, 1n, work));
  return turned(cos, sin, Number(((quarter % 4n) + 4n) % 4n));
}

/** `first - first * x^2 / ((n+1)(n+2)) + ...`: cosine from 1 and n = 0, sine from x and n = 1. */
function series(x: bigint, first: bigint, n: bigint, work: bigint): bigint {
  const square = (x * x) >> work;
  let sum = 0n;
  for (let term = first; term !== 0n; n += 2n) {
    sum += term;
    term = -(term * square) / (((n + 1n) * (n + 2n)) << work);
  }
  return sum;
}

function turned(cos: bigint, sin: bigint, quarters: number): CosSin {
  if (quarters === 0) return { cos, sin };
  if (quarters === 1) return { cos: -sin, sin: cos };
  if (quarters === 2) return { cos: -cos, sin: -sin };
  return { cos: sin, sin: -cos };
}

/** Pi times 2^bits, off by less than 2^16: Machin, pi = 16 atan(1/5) - 4 atan(1/239). */
function pi(bits: bigint): bigint {
  let value = piCache.get(bits);
  if (value === undefined) {
    value = 16n * inverseTangent(5n, bits) - 4n * inverseTangent(239n, bits);
    piCache.set(bits, value);
  }
  return value;
}

/** atan(1/k) times 2^bits. */
function inverseTangent(k: bigint, bits: bigint): bigint {
  let power = (1n << bits) / k;
  let sum = 0n;
  for (let n = 1n; power !== 0n; n += 2n) {
    sum += n % 4n === 1n ? power / n : -(power / n);
    power /= k * k;
  }
  return sum;
}

function round(x: bigint): bigint {
  return (x + (1n << (GUARD - 1n))) >> GUARD;
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}
