import { assertEquals } from "../_assert.ts";
import {
  angleSectors,
  CLOCK_FLOORED,
  EIGHT_WINDS,
  SECTOR_SYSTEMS,
  SIXTEEN_WINDS,
  SPARKLE_EIGHT,
  THIRTY_TWO_WINDS,
} from "../../geometry/sector_systems.ts";
import { equalSectors } from "../../geometry/sectors.ts";
import { cosSin } from "../../geometry/trigonometry.ts";

Deno.test("equalSectors() writes boundaries exactly: whole, decimal, or as fractions", () => {
  const labels = ["a", "b", "c", "d", "e", "f", "g"];
  assertEquals(equalSectors(labels.slice(0, 4), { first: "10.5" }).boundaries, [
    "10.5",
    "100.5",
    "190.5",
    "280.5",
  ]);
  assertEquals(equalSectors(labels.slice(0, 7)).boundaries.slice(0, 3), [
    "-180/7",
    "180/7",
    "540/7",
  ]);
  assertEquals(equalSectors(labels.slice(0, 3), { first: "1/3" }).boundaries, [
    "1/3",
    "361/3",
    "721/3",
  ]);
  assertEquals(THIRTY_TWO_WINDS.boundaries.slice(0, 2), ["-5.625", "5.625"]);
  assertEquals(CLOCK_FLOORED.boundaries.slice(0, 3), ["0", "30", "60"]);
});

Deno.test("the winds are called as the compass calls them", () => {
  // The finer rose has the coarser one's names on every second place.
  assertEquals(SIXTEEN_WINDS.labels.filter((_, i) => i % 2 === 0), EIGHT_WINDS.labels);
  assertEquals(THIRTY_TWO_WINDS.labels.filter((_, i) => i % 2 === 0), SIXTEEN_WINDS.labels);
  // N. Bowditch, The American Practical Navigator: the points between north and east.
  assertEquals(THIRTY_TWO_WINDS.labels.slice(0, 8).filter((_, i) => i % 2 === 1), [
    "north by east",
    "northeast by north",
    "northeast by east",
    "east by north",
  ]);
  assertEquals(THIRTY_TWO_WINDS.labels[31], "north by west");
  assertEquals(new Set(THIRTY_TWO_WINDS.labels).size, 32);
});

Deno.test("Sparkle's widths are 22.5 and 67.5 degrees", () => {
  const at = [...SPARKLE_EIGHT.boundaries.map(Number), 348.75];
  const widths = new Map<string, number>();
  SPARKLE_EIGHT.labels.forEach((label, i) => {
    widths.set(label, (widths.get(label) ?? 0) + at[i + 1]! - at[i]!);
  });
  for (const [label, width] of widths) assertEquals(width, label.includes(" ") ? 67.5 : 22.5);
  assertEquals(widths.size, 8);
});

Deno.test("every named system is plain JSON", () => {
  assertEquals<unknown>(JSON.parse(JSON.stringify(SECTOR_SYSTEMS)), SECTOR_SYSTEMS);
  assertEquals(angleSectors(30).labels[11], "330");
});

Deno.test("cosSin() is right where the values are known, and on the unit circle", () => {
  const bits = 200n;
  const one = 1n << bits;
  const near = (a: bigint, b: bigint, error: bigint) => {
    const apart = a - b;
    return (apart < 0n ? -apart : apart) <= error;
  };
  for (let degrees = -720n; degrees <= 720n; degrees += 15n) {
    const { cos, sin } = cosSin({ num: degrees, den: 1n }, bits);
    const turn = ((degrees % 360n) + 360n) % 360n;
    if (turn % 180n === 60n || turn % 180n === 120n) {
      assertEquals(near(cos, turn === 60n || turn === 300n ? one / 2n : -one / 2n, 1n), true);
    }
    if (turn % 90n === 45n) assertEquals(near(2n * cos * cos, one * one, 4n * one), true);
    assertEquals(near(cos * cos + sin * sin, one * one, 3n * one), true);
  }
  // cos 36 is half the golden ratio: 4 c^2 = 2 c + 1.
  const { cos } = cosSin({ num: 360n, den: 10n }, bits);
  assertEquals(near(4n * cos * cos, 2n * cos * one + one * one, 10n * one), true);
});
