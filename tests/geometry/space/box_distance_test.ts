import { THOROUGH } from "../../_thorough.ts";
import {
  boxContact,
  boxDistance,
  BoxTable,
  contactSign,
  exactBoxDistance,
  orientedBox,
  Rational,
} from "../../../geometry/mod.ts";
import { assert, assertEquals } from "../../_assert.ts";
import { oracleDistance } from "./_box_oracle.ts";
import { random, randomBox } from "./_boxes.ts";

const TURNED = [0.6, -0.8, 0, 0.8, 0.6, 0, 0, 0, 1] as const;

/** Whether bounds hold a distance whose square is given, exactly. */
function holds(bounds: Float64Array, squared: Rational): boolean {
  const [lower, upper] = [ofDouble(bounds[0]!), ofDouble(bounds[1]!)];
  return lower.times(lower).compare(squared) <= 0 && upper.times(upper).compare(squared) >= 0;
}

function ofDouble(x: number): Rational {
  let den = 1n;
  for (; !Number.isInteger(x); x *= 2) den *= 2n;
  return Rational.of(BigInt(x), den);
}

Deno.test("boxDistance: its bounds hold the exact distance, whatever the boxes", () => {
  const next = random(7);
  const bounds = new Float64Array(2);
  const seen = { apart: 0, touch: 0, overlap: 0 };
  let wide = 0;
  for (let run = 0; run < (THOROUGH ? 1_000_000 : 4000); run++) {
    const table = new BoxTable([randomBox(next), randomBox(next)]);
    boxDistance(table.data, 0, 1, bounds);
    const { num, den } = exactBoxDistance(table, 0, 1);
    assert(holds(bounds, Rational.of(num, den)), `run ${run}: ${bounds} for ${num}/${den}`);
    if (bounds[1]! - bounds[0]! > 1e-12) wide++;
    const contact = boxContact(table, 0, 1);
    seen[contact]++;
    assertEquals(contact === "apart", num > 0n);
    const sign = contactSign(table.data, 0, 1);
    assert(sign === 0 || (sign < 0) === (contact === "apart"), `run ${run}`);
    assert(sign <= 0 || contact === "overlap", `run ${run}`);
  }
  assert(seen.apart > 100 && seen.touch > 10 && seen.overlap > 100, JSON.stringify(seen));
  if (THOROUGH) console.log({ ...seen, wide });
});

Deno.test("exactBoxDistance: as the least over all pairs of features", () => {
  const next = random(11);
  for (let run = 0; run < (THOROUGH ? 1000 : 20); run++) {
    const boxes = [randomBox(next), randomBox(next)] as const;
    const table = new BoxTable(boxes);
    const isApart = boxContact(table, 0, 1) === "apart";
    const expected = isApart ? oracleDistance(...boxes) : Rational.ZERO;
    assertEquals(expected.compare(exactBoxDistance(table, 0, 1)), 0, `run ${run}`);
  }
});

Deno.test("boxContact: a turned cube touches at 12/5, exactly", () => {
  const cube = orientedBox({ center: [0, 0, 0], size: [2, 2, 2] });
  const at = (x: string) => orientedBox({ center: [x, 0, 0], size: [2, 2, 2], rotation: TURNED });
  const table = new BoxTable([
    cube,
    at("12/5"),
    at("11/5"),
    at("2.40000000000000000000000000001"),
    at("2.39999999999999999999999999999"),
  ]);
  const contacts = [1, 2, 3, 4].map((i) => boxContact(table, 0, i));
  assertEquals(contacts, ["touch", "overlap", "apart", "overlap"]);
});

Deno.test("boxContact: walls, needles, plates and points", () => {
  const at = (x: number, size: number) => orientedBox({ center: [x, 0, 0], size: [size, 1, 1] });
  const flat = { center: [0.3, 0, 0], axes: [[0, 0, 0], [0, 0.5, 0], [0, 0, 0.5]] } as const;
  const point = { center: [0.35, 0.5, 0.5], axes: [[0, 0, 0], [0, 0, 0], [0, 0, 0]] } as const;
  const table = new BoxTable([at(0.1, 0.2), at(0.3, 0.2), flat, point]);
  assertEquals(boxContact(table, 0, 1), "touch");
  assertEquals(boxContact(table, 0, 2), "apart");
  assertEquals(boxContact(table, 1, 2), "touch");
  assertEquals(boxContact(table, 1, 3), "touch");
  assertEquals(boxContact(table, 2, 3), "apart");
});

Deno.test("boxDistance: an axis-aligned box around a turned one is another box", () => {
  // Mutant: the world box for the oriented one. A plate turned by 45 degrees clears the corner.
  const plate = orientedBox({
    center: [0, 0, 0],
    size: [4, 0.02, 1],
    rotation: [0.6, -0.8, 0, 0.8, 0.6, 0, 0, 0, 1],
  });
  const cube = orientedBox({ center: [1, -1, 0], size: [0.5, 0.5, 0.5] });
  const bounds = new Float64Array(2);
  boxDistance(new BoxTable([plate, cube]).data, 0, 1, bounds);
  assert(bounds[0]! > 1, String(bounds));
});
