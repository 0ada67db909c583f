import { gcd } from "./gcd.ts";
import { bitLength, quotientDown } from "./round_down.ts";
import { exactSqrt, integerSqrt } from "./integer_sqrt.ts";
import type { Sign } from "./frame.ts";

/** A sign, with a double that the size of the number is at least. */
export interface CertifiedSign {
  readonly sign: Sign;
  /** 0 only where the number is 0, or too small for a normal double. */
  readonly lower: number;
}

/** Terms of one class: `coefficient * sqrt(radicand)` is their sum. */
interface Group {
  coefficient: bigint;
  radicand: bigint;
  readonly residues: Residues;
}

/** Which of the primes below do not have n as a square modulo themselves, and which divide n. */
interface Residues {
  readonly nonresidue: number;
  readonly divides: number;
}

const PRIMES = [3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43] as const;
const PRODUCT = BigInt(PRIMES.reduce((a, b) => a * b, 1));

/** Entry r of table i is 1 iff r is a square other than 0 modulo PRIMES[i]. */
const SQUARES = PRIMES.map((p) => {
  const table = new Uint8Array(p);
  for (let i = 1; i < p; i++) table[i * i % p] = 1;
  return table;
});

/**
 * The sign of a sum of c*sqrt(n), proven in integers, whatever its size.
 *
 * sqrt(a)/sqrt(b) is rational iff ab is a square, iff a/g and b/g are squares for g = gcd(a, b).
 * So terms fall into classes; within one they add up to one integer times one square root, and
 * such roots of different classes are linearly independent over the rationals. Hence the sum is 0
 * iff the coefficient of every class is, and otherwise enough digits show its sign.
 */
export function sqrtSumExactly(
  coefficients: readonly bigint[],
  radicands: readonly bigint[],
): CertifiedSign {
  const merged = new Map<bigint, bigint>();
  for (let i = 0; i < radicands.length; i++) {
    const n = radicands[i]!;
    if (n !== 0n) merged.set(n, (merged.get(n) ?? 0n) + coefficients[i]!);
  }
  const groups: Group[] = [];
  for (const [n, c] of merged) if (c !== 0n) join(groups, c, n);
  const left = groups.filter((group) => group.coefficient !== 0n);
  return left.length === 0 ? { sign: 0, lower: 0 } : enoughDigits(left);
}

/** Adds c*sqrt(n) to the group of its class, or as the first of a new one. */
function join(groups: Group[], c: bigint, n: bigint): void {
  const residues = residuesOf(n);
  for (const group of groups) {
    const { nonresidue, divides } = group.residues;
    const differ = (nonresidue ^ residues.nonresidue) & ~(divides | residues.divides);
    if (differ !== 0) continue;
    const common = gcd(n, group.radicand);
    const mine = exactSqrt(n / common);
    if (mine === null) continue;
    const theirs = exactSqrt(group.radicand / common);
    if (theirs === null) continue;
    group.coefficient = group.coefficient * theirs + c * mine;
    group.radicand = common;
    return;
  }
  groups.push({ coefficient: c, radicand: n, residues });
}

/** What tells most pairs of classes apart without a gcd. */
function residuesOf(n: bigint): Residues {
  const rest = Number(n % PRODUCT);
  let nonresidue = 0;
  let divides = 0;
  for (let i = 0; i < PRIMES.length; i++) {
    const r = rest % PRIMES[i]!;
    if (r === 0) divides |= 1 << i;
    else if (SQUARES[i]![r] === 0) nonresidue |= 1 << i;
  }
  return { nonresidue, divides };
}

/** Doubles the digits until the sum, which is not 0, stands clear of what the floors left out. */
function enoughDigits(groups: readonly Group[]): CertifiedSign {
  let error = 0n;
  for (const { coefficient } of groups) error += coefficient < 0n ? -coefficient : coefficient;
  for (let bits = BigInt(Math.max(64, bitLength(error)));; bits *= 2n) {
    let sum = 0n;
    for (const { coefficient, radicand } of groups) {
      sum += coefficient * integerSqrt(radicand << (2n * bits));
    }
    const size = sum < 0n ? -sum : sum;
    if (size > error) {
      return { sign: sum < 0n ? -1 : 1, lower: quotientDown(size - error, 1n << bits) };
    }
  }
}
