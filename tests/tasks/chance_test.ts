import { threefry4x32 } from "../../tasks/_threefry.ts";
import { Chance, chanceKey } from "../../tasks/mod.ts";
import { assert, assertEquals, assertLess, assertNotEquals, assertThrows } from "../_assert.ts";

/** Known answers published with Random123 (`kat_vectors`): counter, key, result. */
const KNOWN = [
  [
    "00000000 00000000 00000000 00000000",
    "00000000 00000000 00000000 00000000",
    "531c7e4f 39491ee5 2c855a92 3d6abf9a",
  ],
  [
    "ffffffff ffffffff ffffffff ffffffff",
    "ffffffff ffffffff ffffffff ffffffff",
    "c4189358 1c9cc83a d5881c67 6a0a89e0",
  ],
  [
    "243f6a88 85a308d3 13198a2e 03707344",
    "a4093822 299f31d0 082efa98 ec4e6c89",
    "4aa71d8f 734738c2 431fc6a8 ae6debf1",
  ],
] as const;

const words = (hex: string) => Int32Array.from(hex.split(" "), (w) => parseInt(w, 16));

Deno.test("threefry4x32 gives the published blocks of 13 rounds", () => {
  for (const [counter, key, block] of KNOWN) {
    const [a, b, c, d] = words(counter);
    const into = new Int32Array(4);
    threefry4x32(words(key), a!, b!, c!, d!, into);
    assertEquals(into, words(block));
  }
});

Deno.test("a chance is the block of its index and attempt, word by word from the last", () => {
  const chance = new Chance(words(KNOWN[0][1]));
  chance.start(0);
  const drawn = [chance.bits(), chance.bits(), chance.bits(), chance.bits()].reverse();
  assertEquals(Int32Array.from(drawn), words(KNOWN[0][2]));
});

Deno.test("a chance forgets what was drawn before an item was started", () => {
  const chance = new Chance(chanceKey("x"));
  const draws = (index: number, attempt = 0) => {
    chance.start(index, attempt);
    return Array.from({ length: 9 }, () => chance.bits());
  };
  const first = draws(5);
  draws(6);
  assertEquals(draws(5), first);
  assertNotEquals(draws(5, 1), first);
  assertNotEquals(draws(5 + 2 ** 32), first);
  assertNotEquals(draws(2 ** 53 - 1), draws(2 ** 53 - 2));
});

/** Bits that differ between two streams, of 128 each; 64 are expected, with a deviation of 5.7. */
function distance(a: Chance, i: number, b: Chance, j: number): number {
  a.start(i);
  b.start(j);
  let bits = 0;
  for (let k = 0; k < 4; k++) {
    for (let x = a.bits() ^ b.bits(); x !== 0; x &= x - 1) bits++;
  }
  return bits;
}

Deno.test("neighbouring indexes and seeds share nothing", () => {
  let sum = 0;
  let samples = 0;
  for (let seed = 0; seed < 40; seed++) {
    const a = new Chance(chanceKey(["direction", 1, seed, { margin: 1 }]));
    const b = new Chance(chanceKey(["direction", 1, seed + 1, { margin: 1 }]));
    for (let index = 0; index < 50; index++) {
      for (const [x, i] of [[a, index + 1], [b, index], [b, index + 1]] as const) {
        const bits = distance(a, index, x, i);
        assert(bits > 24 && bits < 104, `${bits} of 128 bits differ`);
        sum += bits;
        samples++;
      }
    }
  }
  // 6,000 samples have a mean within 64 +- 0.073; five deviations are allowed.
  assertLess(Math.abs(sum / samples - 64), 0.37);
});

Deno.test("every bit of the index turns every bit of the block with probability one half", () => {
  const chance = new Chance(chanceKey("avalanche"));
  const flips = new Int32Array(32 * 128);
  const trials = 600;
  for (let t = 0; t < trials; t++) {
    const index = Math.imul(t, 0x9e3779b1) >>> 1;
    chance.start(index);
    const block = [chance.bits(), chance.bits(), chance.bits(), chance.bits()];
    for (let bit = 0; bit < 31; bit++) {
      chance.start(index ^ (1 << bit));
      for (let w = 0; w < 4; w++) {
        const changed = chance.bits() ^ block[w]!;
        for (let b = 0; b < 32; b++) flips[128 * bit + 32 * w + b]! += (changed >>> b) & 1;
      }
    }
  }
  const deviation = Math.sqrt(trials) / 2;
  for (let i = 0; i < 31 * 128; i++) {
    assertLess(Math.abs(flips[i]! - trials / 2), 6 * deviation);
  }
});

Deno.test("below draws every integer equally often, at sizes that 2^32 does not divide by", () => {
  const chance = new Chance(chanceKey("below"));
  for (const n of [1, 2, 3, 7, 10, 1000]) {
    const counts = new Float64Array(n);
    const draws = 40 * n + 4000;
    for (let i = 0; i < draws; i++) {
      chance.start(i);
      counts[chance.below(n)]!++;
    }
    const mean = draws / n;
    const square = counts.reduce((sum, c) => sum + (c - mean) ** 2 / mean, 0);
    assertLess(square, n - 1 + 5 * Math.sqrt(2 * n));
  }
});

Deno.test("below rejects the draws that would favour some integers", () => {
  // A brute count over a small word shows the rule: of 2^w words, those whose low part is below
  // 2^w mod n are rejected, and each integer keeps as many as any other.
  for (const n of [3, 5, 6, 7, 100]) {
    const counts = new Map<number, number>();
    for (let word = 0; word < 4096; word++) {
      const product = word * n;
      if (product % 4096 >= 4096 % n) {
        const drawn = Math.floor(product / 4096);
        counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
      }
    }
    assertEquals(new Set(counts.values()), new Set([Math.floor(4096 / n)]));
  }
});

Deno.test("below refuses a range it cannot draw from", () => {
  const chance = new Chance(chanceKey("x"));
  for (const n of [0, -1, NaN, Infinity, 2 ** 21 + 1]) {
    assertThrows(() => chance.below(n), RangeError, "Cannot draw below");
  }
  assert(chance.below(2 ** 21) < 2 ** 21);
});

Deno.test("keys tell parts apart however they are written side by side", () => {
  const keys = [
    ["a", "bc"],
    ["ab", "c"],
    ["abc"],
    "abc",
    ["abc", null],
    ["abc", 0],
    ["abc", "0"],
    "",
    "\0",
    "x".repeat(15),
    "x".repeat(16),
    "x".repeat(17),
  ].map((parts) => chanceKey(parts).join());
  assertEquals(new Set(keys).size, keys.length);
});
