import { assertEquals, assertThrows } from "../_assert.ts";
import fc from "../_fast_check.ts";
import { formatScaled, parseDecimal, toScaled } from "../../geometry/decimal.ts";

Deno.test("parseDecimal() reads what is written", () => {
  assertEquals(parseDecimal("0.15"), { digits: 15n, scale: 2 });
  assertEquals(parseDecimal("-.5"), { digits: -5n, scale: 1 });
  assertEquals(parseDecimal("1.5e3"), { digits: 1500n, scale: 0 });
  assertEquals(parseDecimal("12E-3"), { digits: 12n, scale: 3 });
  assertEquals(parseDecimal("-0.0"), { digits: 0n, scale: 0 });
});

Deno.test("parseDecimal() refuses what is not exact", () => {
  assertThrows(() => parseDecimal(0.15, "x"), RangeError, 'the decimal string "0.15"');
  assertThrows(() => parseDecimal(NaN, "x"), RangeError, "Cannot read x: NaN");
  assertThrows(() => parseDecimal(1e308, "x"), RangeError, "at most 2^53 - 1");
  assertThrows(() => parseDecimal("1.2.3", "x"), SyntaxError, "Cannot read x");
  assertThrows(() => parseDecimal("", "x"), SyntaxError, "Cannot read x");
  assertThrows(() => parseDecimal("1e9999", "x"), RangeError, "exponent");
});

Deno.test("formatScaled() and parseDecimal() are inverse", () => {
  fc.assert(fc.property(fc.bigInt(), fc.nat(30), (value, scale) => {
    const { digits, scale: short } = parseDecimal(formatScaled(value, scale));
    assertEquals(digits * 10n ** BigInt(scale), value * 10n ** BigInt(short));
  }));
});

Deno.test("toScaled() names the number that is wrong", () => {
  assertThrows(() => toScaled(["1", "x"], "weights"), SyntaxError, "weights[1]");
});
