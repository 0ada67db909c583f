import type { Integer } from "./integer.ts";
import { requireInteger } from "./range.ts";

/** The numbers as BigInts; each must be an integer, and at least `least` where that is given. */
export function toBigInts(numbers: readonly Integer[], what: string, least?: number): bigint[] {
  return numbers.map((x, i) => {
    const n = typeof x === "bigint" ? x : BigInt(requireInteger(x, `${what}[${i}]`));
    if (least !== undefined && n < least) refuse(n, what, i, least);
    return n;
  });
}

/** The numbers as doubles, or null where one is a BigInt; the same demands. */
export function toDoubles(
  numbers: readonly Integer[],
  what: string,
  least = -Infinity,
): Float64Array | null {
  const doubles = new Float64Array(numbers.length);
  for (let i = 0; i < numbers.length; i++) {
    const x = numbers[i]!;
    if (typeof x === "bigint") return null;
    if (!Number.isSafeInteger(x)) requireInteger(x, `${what}[${i}]`);
    if (x < least) refuse(x, what, i, least);
    doubles[i] = x;
  }
  return doubles;
}

function refuse(x: Integer, what: string, i: number, least: number): never {
  throw new RangeError(`Cannot use ${what}[${i}]: ${x}, must be at least ${least}`);
}
