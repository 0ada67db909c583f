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

Deno.test("geodesic: twelve columns with scales, sixteen of which more are not known, and names", async () => {
  const [, , , , , , s12, a12, m12] = alongEquator() as number[];
  // Along the equator the scale is the cosine of the arc.
  const scale = Math.cos(a12! * Math.PI / 180);
  const scaled = [0, 0, 90, 0, 30, 90, s12, a12, m12, scale, scale, 0];
  assertEquals((await check(scaled)).verdict, "agree");
  assertEquals((await check([...scaled, 1, 2, 3, 4])).verdict, "agree");
  assertEquals((await check([...alongEquator(), 5e9, 2, 3, 4, 5, 6])).verdict, "agree");
  const wrong = await check(scaled.with(10, scale + 1e-9));
  assertEquals([wrong.verdict, wrong.group], ["disagree", "M21"]);
  const names = "s12 lat1 lon1 azi1 lat2 lon2 azi2 a12 m12 S12 note";
  const row = [s12, 0, 0, 90, 0, 30, 90, a12, m12, 0, "x"];
  const [named] = await checkText(geodesic, `${names}\n${row.join(" ")}\n`);
  assertEquals([named!.verdict, named!.where.line], ["agree", 2]);
});

Deno.test("geodesic: perimeters and areas of polygons", async () => {
  // An eighth of the ellipsoid: two quarters of meridians, a quarter of the equator.
  const quarter = 10001965.729;
  const e2 = FLATTENING * (2 - FLATTENING);
  const e = Math.sqrt(e2);
  const all = 2 * Math.PI * EQUATORIAL ** 2 * (1 + (1 - e2) / e * Math.atanh(e));
  const perimeter = 2 * quarter + EQUATORIAL * Math.PI / 2;
  const text = (area: number, around = perimeter) =>
    `0 0\n0 90\n90 0\n3 ${around.toFixed(2)} ${area.toFixed(0)}\n`;
  const of = async (...words: string[]) =>
    (await checkText(geodesic, words.join("")))
      .map(({ verdict, group }) => `${verdict} ${group ?? ""}`.trim());
  assertEquals(await of(text(all / 8), text(all / 8)), ["agree", "agree"]);
  assertEquals(await of(text(-all / 8)), ["ambiguous area"]);
  assertEquals(await of(text(all / 8 + 9)), ["disagree area"]);
  assertEquals(await of(text(all / 8, perimeter + 1)), ["disagree perimeter"]);
  assertEquals(await of("0 0\n0 90\n3 1 1\n"), ["invalid"]);
  assertEquals(await of("0 0\n91 0\n"), ["invalid", "invalid"]);
});
