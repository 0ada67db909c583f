import { compareOctile, octileLength } from "../../geometry/mod.ts";
import { assert, assertEquals, assertThrows } from "../_assert.ts";
import fc from "../_fast_check.ts";

/** The sign of a + b sqrt2 by the signs and squares alone. */
function slowSign(a: bigint, b: bigint): number {
  const [p, q] = [a * (a < 0n ? -a : a), 2n * b * (b < 0n ? -b : b)];
  return p + q > 0n ? 1 : p + q < 0n ? -1 : 0;
}

function check(a: number, b: number, c: number, d: number) {
  const expected = slowSign(BigInt(a) - BigInt(c), BigInt(b) - BigInt(d));
  assertEquals(compareOctile(a, b, c, d), expected);
}

Deno.test("compareOctile: agrees with BigInt on all small lengths", () => {
  for (let a = -9; a <= 9; a++) {
    for (let b = -9; b <= 9; b++) {
      for (let c = 0; c <= 9; c++) for (let d = 0; d <= 9; d++) check(a, b, c, d);
    }
  }
});

Deno.test("compareOctile: agrees with BigInt at 2^52 and on Pell pairs", () => {
  const steps = fc.integer({ min: -(2 ** 52), max: 2 ** 52 });
  fc.assert(fc.property(steps, steps, steps, steps, check), { numRuns: 2000 });
  // (p, q) with p^2 - 2q^2 = 1 or -1 is as near to equal as integers come.
  for (let p = 1, q = 1; p < 2 ** 52; [p, q] = [p + 2 * q, p + q]) {
    check(p, 0, 0, q);
    check(0, q, p, 0);
    check(p - 1, 2, -1, q + 2);
  }
});

Deno.test("octileLength: orders lengths below 2.7e7 as the exact comparison does", () => {
  for (let p = 1, q = 1; p < 2.7e7; [p, q] = [p + 2 * q, p + q]) {
    assertEquals(Math.sign(octileLength(p, 0) - octileLength(0, q)), compareOctile(p, 0, 0, q));
    for (let spare = 0; p + spare < 2.7e7; spare = spare * 3 + 1) {
      const [a, b] = [octileLength(p + spare, 0), octileLength(spare, q)];
      assertEquals(Math.sign(a - b), compareOctile(p + spare, 0, spare, q));
    }
  }
  assert(octileLength(1, 2) > 3.828);
});

Deno.test("compareOctile: refuses fractions and numbers beyond 2^52", () => {
  assertThrows(() => compareOctile(0.5, 0, 0, 0), RangeError, "octile steps: 0.5, must be");
  assertThrows(() => compareOctile(0, 2 ** 53, 0, 0), RangeError, "must be an integer");
  assertThrows(() => compareOctile(0, 0, NaN, 0), RangeError, "must be an integer");
});
