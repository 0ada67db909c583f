/**
 * Comparing two sums of 50 square roots: the exact kernel beside plain doubles, and how often
 * plain doubles are wrong on tours whose lengths are equal or nearly so.
 */
import { compareSqrtSumsOf } from "../geometry/mod.ts";

const TERMS = 50;
const PAIRS = 512;

interface Pair {
  readonly a: Float64Array;
  readonly b: Float64Array;
}

let state = 12345;
function random(below: number): number {
  state = Math.imul(state, 1664525) + 1013904223 >>> 0;
  return Math.floor(state / 2 ** 32 * below);
}

function squares(count: number, side: number): Float64Array {
  return Float64Array.from(
    { length: count },
    () => (1 + random(side)) ** 2 + random(side) ** 2,
  );
}

function doubles({ a, b }: Pair): number {
  let sum = 0;
  let other = 0;
  for (let i = 0; i < a.length; i++) sum += Math.sqrt(a[i]!);
  for (let i = 0; i < b.length; i++) other += Math.sqrt(b[i]!);
  return Math.sign(sum - other);
}

function exact({ a, b }: Pair): number {
  return compareSqrtSumsOf(a, a.length, b, b.length);
}

const generic = Array.from({ length: PAIRS }, (): Pair => {
  return { a: squares(TERMS, 2 ** 20), b: squares(TERMS, 2 ** 20) };
});

/** The same lengths in another order, half of them written as two equal halves: proven ties. */
const tied = Array.from({ length: PAIRS }, (): Pair => {
  const a = squares(12, 64).map((n) => 4 * n);
  const b = [...a].reverse().flatMap((n, i) => i % 2 === 0 ? [n] : [n / 4, n / 4]);
  return { a, b: Float64Array.from(b) };
});

/** (x - 1, x + 1) against (x, x): they differ by about x^(-3/2) / 4. */
const near = Array.from({ length: PAIRS }, (): Pair => {
  const x = 2 ** 39 + random(2 ** 32);
  return { a: Float64Array.of(x - 1, x + 1), b: Float64Array.of(x, x) };
});

for (const [name, pairs, answer] of [["tied", tied, 0], ["near-equal", near, -1]] as const) {
  const right = pairs.filter((pair) => exact(pair) === answer).length;
  if (right !== PAIRS) throw new Error(`${name}: ${PAIRS - right} wrong`);
  const wrong = pairs.filter((pair) => doubles(pair) !== answer).length;
  console.error(`plain doubles are wrong on ${(100 * wrong / PAIRS).toFixed(0)} % of ${name} sums`);
}

for (const [name, pairs] of [["generic", generic], ["tied", tied], ["near-equal", near]] as const) {
  const group = `512 comparisons of ${name} sums`;
  Deno.bench(`doubles, ${name}`, { group, baseline: true }, () => {
    let total = 0;
    for (const pair of pairs) total += doubles(pair);
    if (total === 0.5) throw new Error();
  });
  Deno.bench(`exact, ${name}`, { group }, () => {
    let total = 0;
    for (const pair of pairs) total += exact(pair);
    if (total === 0.5) throw new Error();
  });
}
