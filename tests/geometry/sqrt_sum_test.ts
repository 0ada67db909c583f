import {
  compareSqrtSums,
  compareSqrtSumsOf,
  exactSqrt,
  integerSqrt,
  sqrtSumLowerBound,
  sqrtSumLowerBoundOf,
  sqrtSumSign,
  sqrtSumSignOf,
} from "../../geometry/mod.ts";
import { assert, assertEquals, assertThrows } from "../_assert.ts";
import fc from "../_fast_check.ts";
import { slowSign, slowSqrt } from "./_roots_oracle.ts";

const coordinate = fc.integer({ min: -(2 ** 19), max: 2 ** 19 });
const squaredLength = fc.tuple(coordinate, coordinate, coordinate, coordinate)
  .map(([ax, ay, bx, by]) => (ax - bx) ** 2 + (ay - by) ** 2);

function sameEverywhere(c: number[], n: number[]) {
  const expected = slowSign(c, n);
  const [cs, ns] = [Float64Array.from(c), Float64Array.from(n)];
  assertEquals(sqrtSumSign(c, n), expected);
  assertEquals(sqrtSumSignOf(cs, ns, n.length), expected);
  assertEquals(sqrtSumSign(c.map(BigInt), n.map(BigInt)), expected);
  assertEquals(sqrtSumSign(c.map((x) => -x), n), -expected + 0);
  const lower = sqrtSumLowerBoundOf(cs, ns, n.length);
  assertEquals(lower > 0, expected !== 0);
  return expected;
}

Deno.test("sqrtSumSign: agrees with the oracle on random sums of 2 to 50 terms", () => {
  const term = fc.tuple(fc.integer({ min: -5, max: 5 }), squaredLength);
  fc.assert(
    fc.property(fc.array(term, { minLength: 2, maxLength: 50 }), (terms) => {
      sameEverywhere(terms.map(([c]) => c), terms.map(([, n]) => n));
    }),
    { numRuns: 60 },
  );
});

Deno.test("sqrtSumSign: proves equality of split and scaled roots, and that one more tips it", () => {
  // s sqrt(f) is cut into pieces s1 + s2 + ... = s in another order on the other side.
  const piece = fc.record({
    f: fc.integer({ min: 1, max: 2 ** 12 }),
    cut: fc.array(fc.integer({ min: 1, max: 2 ** 11 }), { minLength: 1, maxLength: 6 }),
  });
  const pieces = fc.array(piece, { minLength: 1, maxLength: 7 });
  fc.assert(
    fc.property(pieces, fc.nat(6), (list, which) => {
      const c: number[] = [];
      const n: number[] = [];
      for (const { f, cut } of list) {
        const whole = cut.reduce((a, b) => a + b, 0);
        for (const s of cut) c.push(1), n.push(s * s * f);
        c.push(-1), n.push(whole * whole * f);
      }
      assertEquals(sameEverywhere(c, n), 0);
      const at = which % n.length;
      n[at] = n[at]! + 1;
      assertEquals(sameEverywhere(c, n), c[at]);
    }),
    { numRuns: 100 },
  );
});

Deno.test("sqrtSumSign: sees through finite differences far below double-double", () => {
  // sum (-1)^i C(k,i) sqrt(n+i) is about n^(1/2-k): at k = 20, n = 2^40 near 2^-750.
  for (const n of [10, 1000, 2 ** 20, 2 ** 40 + 12345]) {
    for (let k = 1; k <= 24; k++) {
      const c: number[] = [];
      for (let i = 0, choose = 1; i <= k; choose = choose * (k - i) / ++i) {
        c.push(i % 2 === 0 ? choose : -choose);
      }
      const radicands = c.map((_, i) => n + i);
      // The k-th difference of the square root has the sign of its k-th derivative times (-1)^k.
      assertEquals(sameEverywhere(c, radicands), -1);
    }
  }
});

Deno.test("sqrtSumSign: orders near-equal triples of roots", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 2 ** 41 }),
      fc.integer({ min: -2, max: 2 }),
      fc.integer({ min: 1, max: 50 }),
      (n, shift, k) => {
        // sqrt(n) + ... against the root nearest to the double of the sum.
        const a = Array.from({ length: k }, (_, i) => (n % (i + 7)) ** 2 * 3 + 1);
        const target = a.reduce((sum, x) => sum + Math.sqrt(x), 0);
        const b = Math.max(0, Math.round(target * target) + shift);
        sameEverywhere([...a.map(() => 1), -1], [...a, b]);
      },
    ),
    { numRuns: 200 },
  );
});

Deno.test("compareSqrtSums: equals the sign of the difference", () => {
  const list = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 8 });
  fc.assert(
    fc.property(list, list, (a, b) => {
      const c = [...a.map(() => 1), ...b.map(() => -1)];
      const expected = slowSign(c, [...a, ...b]);
      assertEquals(compareSqrtSums(a, b), expected);
      assertEquals(compareSqrtSums(b, a), -expected + 0);
      assertEquals(compareSqrtSums(a.map(BigInt), b), expected);
      const [as, bs] = [Float64Array.from([...a, 7]), Float64Array.from([...b, 9])];
      assertEquals(compareSqrtSumsOf(as, a.length, bs, b.length), expected);
    }),
    { numRuns: 2000 },
  );
});

Deno.test("sqrtSumSign: takes numbers up to 2^53 - 1 and BigInts of any size", () => {
  const most = Number.MAX_SAFE_INTEGER;
  assertEquals(sqrtSumSign([most, -most], [most, most - 1]), 1);
  assertEquals(sqrtSumSign([1, 1, -2], [most, most - 2, most - 1]), -1);
  const big = 10n ** 400n;
  assertEquals(sqrtSumSign([1n, 1n, -1n], [big, big, 4n * big]), 0);
  assertEquals(sqrtSumSign([1n, 1n, -1n], [big, big, 4n * big - 1n]), 1);
  assertEquals(sqrtSumSign([1n, -big], [big * big * 2n + 1n, 2n]), 1);
  assertEquals(sqrtSumSign([], []), 0);
  assertEquals(sqrtSumSign([3, -2, 0], [0, 0, 5]), 0);
});

Deno.test("sqrtSumLowerBound: never passes the size, and is close to it", () => {
  const term = fc.tuple(fc.integer({ min: -9, max: 9 }), squaredLength);
  fc.assert(
    fc.property(fc.array(term, { minLength: 1, maxLength: 12 }), (terms) => {
      const c = terms.map(([c]) => c);
      const n = terms.map(([, n]) => n);
      let sum = 0n;
      for (const [c, n] of terms) sum += BigInt(c) * slowSqrt(BigInt(n) << 400n);
      const size = sum < 0n ? -sum : sum;
      const bound = sqrtSumLowerBound(c, n);
      const scaled = BigInt(Math.floor(bound * 2 ** 60)) << 140n;
      assert(scaled <= size + 200n, `${bound} passes the size`);
      assert(Number(size) / 2 ** 200 <= bound * (1 + 2 ** -18) + 2 ** -60, `${bound} is too low`);
    }),
    { numRuns: 200 },
  );
});

Deno.test("sqrtSumSign: one clear error for what is no sum of roots", () => {
  assertThrows(() => sqrtSumSign([1], []), RangeError, "with 1 coefficients, must be as many");
  assertThrows(() => sqrtSumSign([1], [-2]), RangeError, "radicands[0]: -2, must be at least 0");
  assertThrows(() => sqrtSumSign([0.5], [2]), RangeError, "coefficients[0]: 0.5, must be");
  assertThrows(() => compareSqrtSums([1, NaN], [2]), RangeError, "a[1]: NaN, must be");
  assertThrows(() => compareSqrtSums([1], [1e308]), RangeError, "b[0]: 1e+308, must be");
  assertThrows(() => compareSqrtSumsOf(Float64Array.of(NaN), 1, Float64Array.of(1), 1), RangeError);
});

Deno.test("integerSqrt, exactSqrt: agree with plain Newton around squares of any size", () => {
  for (let bits = 1; bits < 1200; bits += bits < 130 ? 1 : 37) {
    for (const root of [1n << BigInt(bits), (1n << BigInt(bits)) - 1n, 3n ** BigInt(bits)]) {
      const square = root * root;
      assertEquals(integerSqrt(square), root);
      assertEquals(integerSqrt(square - 1n), root - 1n);
      assertEquals(integerSqrt(square + 2n * root), root);
      assertEquals(exactSqrt(square), root);
      assertEquals(exactSqrt(square + 1n), null);
      assertEquals(integerSqrt(square * 3n + 5n), slowSqrt(square * 3n + 5n));
    }
  }
  for (let n = 0n; n < 3000n; n++) assertEquals(integerSqrt(n), slowSqrt(n));
  assertEquals(exactSqrt(-4n), null);
  assertThrows(() => integerSqrt(-1n), RangeError, "must be 0 or more");
});
