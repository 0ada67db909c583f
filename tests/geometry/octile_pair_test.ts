import { assertEquals } from "../_assert.ts";
import { parseDecimal } from "../../geometry/decimal.ts";
import {
  compareOctiles,
  compareOctileToDecimal,
  formatOctile,
  OCTILE_KEY_LIMIT,
  octileToNumber,
} from "../../geometry/octile_pair.ts";

Deno.test("compareOctiles() compares pairs", () => {
  const [a, b] = [{ straight: 7, diagonal: 0 }, { straight: 0, diagonal: 5 }];
  assertEquals([compareOctiles(a, b), compareOctiles(b, a), compareOctiles(a, a)], [-1, 1, 0]);
});

Deno.test("octileToNumber() makes doubles that compare exactly below the limit", () => {
  for (let [p, q] = [1, 1]; p < OCTILE_KEY_LIMIT / 2; [p, q] = [p + 2 * q, p + q]) {
    const [a, b] = [{ straight: p, diagonal: 0 }, { straight: 0, diagonal: q }];
    assertEquals(Math.sign(octileToNumber(a) - octileToNumber(b)), p * p > 2 * q * q ? 1 : -1);
  }
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
