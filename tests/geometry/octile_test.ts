import { assertEquals, assertThrows } from "../_assert.ts";
import fc from "../_fast_check.ts";
import { parseDecimal } from "../../geometry/decimal.ts";
import {
  compareOctiles,
  compareOctileToDecimal,
  formatOctile,
  type Octile,
  OCTILE_KEY_LIMIT,
  octileToNumber,
} from "../../geometry/octile.ts";

const octile = (straight: number, diagonal: number): Octile => ({ straight, diagonal });

/** The sign of a + b sqrt2 by the signs and squares alone. */
function slowSign(a: bigint, b: bigint): number {
  const [p, q] = [a * (a < 0n ? -a : a), 2n * b * (b < 0n ? -b : b)];
  return p + q > 0n ? 1 : p + q < 0n ? -1 : 0;
}

function check(a: number, b: number, c: number, d: number) {
  const expected = slowSign(BigInt(a) - BigInt(c), BigInt(b) - BigInt(d));
  assertEquals(compareOctiles(octile(a, b), octile(c, d)), expected);
}

Deno.test("compareOctiles(): agrees with BigInt on all small lengths", () => {
  for (let a = -9; a <= 9; a++) {
    for (let b = -9; b <= 9; b++) {
      for (let c = 0; c <= 9; c++) for (let d = 0; d <= 9; d++) check(a, b, c, d);
    }
  }
});

Deno.test("compareOctiles(): agrees with BigInt at 2^52 and on Pell pairs", () => {
  const steps = fc.integer({ min: -(2 ** 52), max: 2 ** 52 });
  fc.assert(fc.property(steps, steps, steps, steps, check), { numRuns: 2000 });
  // (p, q) with p^2 - 2q^2 = 1 or -1 is as near to equal as integers come.
  for (let p = 1, q = 1; p < 2 ** 52; [p, q] = [p + 2 * q, p + q]) {
    check(p, 0, 0, q);
    check(0, q, p, 0);
    check(p - 1, 2, -1, q + 2);
  }
});

Deno.test("octileToNumber() orders lengths below the limit as the exact comparison does", () => {
  for (let p = 1, q = 1; p < OCTILE_KEY_LIMIT; [p, q] = [p + 2 * q, p + q]) {
    for (let spare = 0; p + spare < OCTILE_KEY_LIMIT; spare = spare * 3 + 1) {
      const [a, b] = [octile(p + spare, 0), octile(spare, q)];
      assertEquals(Math.sign(octileToNumber(a) - octileToNumber(b)), compareOctiles(a, b));
    }
  }
});

Deno.test("compareOctiles(): refuses fractions and numbers beyond 2^52", () => {
  assertThrows(
    () => compareOctiles(octile(0.5, 0), octile(0, 0)),
    RangeError,
    "octile steps: 0.5, must be",
  );
  assertThrows(
    () => compareOctiles(octile(0, 2 ** 53), octile(0, 0)),
    RangeError,
    "must be an integer",
  );
  assertThrows(
    () => compareOctiles(octile(0, 0), octile(NaN, 0)),
    RangeError,
    "must be an integer",
  );
});

Deno.test("compareOctileToDecimal() sees beyond the digits of a double", () => {
  const root = { straight: 0, diagonal: 1 };
  assertEquals(compareOctileToDecimal(root, parseDecimal("1.41421356237309504880")), 1);
  assertEquals(compareOctileToDecimal(root, parseDecimal("1.41421356237309504881")), -1);
  assertEquals(compareOctileToDecimal({ straight: 3, diagonal: 0 }, parseDecimal("3.0")), 0);
});

Deno.test("formatOctile() writes each form", () => {
  const parts: [number, number][] = [[0, 0], [3, 0], [0, 1], [0, -2], [3, 1], [3, -2]];
  assertEquals(parts.map(([straight, diagonal]) => formatOctile({ straight, diagonal })), [
    "0",
    "3",
    "sqrt(2)",
    "-2*sqrt(2)",
    "3 + sqrt(2)",
    "3 - 2*sqrt(2)",
  ]);
});
