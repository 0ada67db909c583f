import { bitCount, placeOfBit } from "../../../tasks/grids/_bits.ts";
import { drawBlocked } from "../../../tasks/grids/_blocked_bits.ts";
import { Chance, chanceKey } from "../../../tasks/mod.ts";
import { assert, assertEquals } from "../../_assert.ts";
import fc from "../../_fast_check.ts";

Deno.test("bits are counted and found as in their binary digits", () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), (low, high) => {
      const places = [low, high].flatMap((half, i) =>
        [...Array(32).keys()].filter((k) => half >>> k & 1).map((k) => 32 * i + k)
      );
      assertEquals(bitCount(low) + bitCount(high), places.length);
      assertEquals(places.map((_, rank) => placeOfBit(low, high, rank)), places);
    }),
  );
});

Deno.test("cells are blocked with the chance asked for, each apart from its neighbours", () => {
  const chance = new Chance(chanceKey("blocked"));
  const words = 20_000;
  for (const percent of [0, 1, 10, 25, 33, 50, 64, 75, 99, 100]) {
    let blocked = 0;
    let pairs = 0;
    for (let i = 0; i < words; i++) {
      chance.start(i);
      const bits = drawBlocked(chance, percent, -1);
      blocked += bitCount(bits);
      // Bits beside each other in one word, 16 pairs.
      pairs += bitCount(bits & bits >>> 1 & 0x55555555);
    }
    const within = (found: number, draws: number, p: number) =>
      assert(
        Math.abs(found - draws * p) <= 5 * Math.sqrt(draws * p * (1 - p)),
        `${percent}: ${found}`,
      );
    within(blocked, 32 * words, percent / 100);
    within(pairs, 16 * words, (percent / 100) ** 2);
  }
});

Deno.test("nothing but cells is blocked", () => {
  const chance = new Chance(chanceKey("cells"));
  chance.start(0);
  for (let i = 0; i < 1000; i++) {
    const cells = chance.bits();
    assertEquals(drawBlocked(chance, i % 101, cells) & ~cells, 0);
  }
});
