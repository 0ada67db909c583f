import { geodesic } from "../../datasets/mod.ts";
import { assertEquals, assertStringIncludes } from "../_assert.ts";
import { checkText } from "./_check.ts";

const EQUATORIAL = 6378137;
const FLATTENING = 1 / 298.257223563;
const POLAR = EQUATORIAL * (1 - FLATTENING);

/** 30 degrees along the equator: the arc on the auxiliary sphere is 30 / (1 - f) degrees. */
function alongEquator(): number[] {
  const s12 = EQUATORIAL * Math.PI / 6;
  const a12 = 30 / (1 - FLATTENING);
  const m12 = POLAR * Math.sin(a12 * Math.PI / 180);
  return [0, 0, 90, 0, 30, 90, s12, a12, m12, 0];
}

async function check(row: readonly unknown[]) {
  const [checked] = await checkText(geodesic, row.join(" "));
  return checked!;
}

Deno.test("geodesic: along the equator, by its closed form", async () => {
  assertEquals((await check(alongEquator())).verdict, "agree");
});

Deno.test("geodesic: each value that is off by more than the tolerance is named", async () => {
  const names = ["lat2", "lon2", "azi2", "s12", "a12", "m12", "S12"];
  // A metre, or what moves the far end by about one.
  const nudges = [1e-5, 1e-5, 1e-5, 1, 1e-5, 1, 1e7];
  for (const [i, name] of names.entries()) {
    const row = alongEquator();
    row[i + 3]! += nudges[i]!;
    const { verdict, group, reason } = await check(row);
    // A wrong s12 moves the far end of the direct geodesic, which is seen first.
    const named = name === "s12" ? "lon2" : name;
    assertEquals([verdict, group], ["disagree", named], name);
    assertStringIncludes(reason!, "m off");
  }
});

Deno.test("geodesic: a longitude may be given any number of turns on", async () => {
  const row = alongEquator();
  row[4]! -= 360;
  assertEquals((await check(row)).verdict, "agree");
});

Deno.test("geodesic: what is no record is told", async () => {
  const rows = [
    [alongEquator().slice(1), "9 columns"],
    [alongEquator().with(0, 91), "lat1"],
    [alongEquator().with(6, NaN), "s12"],
    [[...alongEquator().slice(0, 9), "x"], "S12"],
  ] as const;
  for (const [row, named] of rows) {
    const { verdict, reason } = await check(row);
    assertEquals(verdict, "invalid");
    assertStringIncludes(reason!, named);
  }
});
