import { orient } from "../../datasets/mod.ts";
import { assertEquals, assertStringIncludes } from "../_assert.ts";
import fc from "../_fast_check.ts";
import { checkText, fixture } from "./_check.ts";
import { determinantSign, toIntegers } from "./_exact_sign.ts";
import { THOROUGH } from "../_thorough.ts";

/** Points of the plane or space, hardly off a line or plane. */
function nearlyFlat(dimension: 2 | 3): fc.Arbitrary<number[]> {
  const coordinate = fc.integer({ min: -(2 ** 30), max: 2 ** 30 }).map((k) => k * 2 ** -20);
  const nudge = fc.integer({ min: -2, max: 2 }).map((k) => k * 2 ** -40);
  const points = fc.array(coordinate, { minLength: dimension ** 2, maxLength: dimension ** 2 });
  const weights = fc.array(fc.integer({ min: -3, max: 3 }), {
    minLength: dimension,
    maxLength: dimension,
  });
  return fc.tuple(points, weights, nudge).map(([xs, weights, nudge]) => {
    const rows = Array.from(
      { length: dimension },
      (_, i) => xs.slice(i * dimension, (i + 1) * dimension),
    );
    const rest = 1 - weights.reduce((sum, w) => sum + w, 0) + weights[0]!;
    const scale = [rest, ...weights.slice(1)];
    const last = rows[0]!.map((_, axis) =>
      rows.reduce((sum, row, i) => sum + scale[i]! * row[axis]!, 0)
    );
    return [...rows.flat(), last[0]! + nudge, ...last.slice(1)];
  });
}

function truth(xs: readonly number[], dimension: 2 | 3): number {
  const integers = toIntegers(xs);
  const points = Array.from(
    { length: dimension + 1 },
    (_, i) => integers.slice(i * dimension, (i + 1) * dimension),
  );
  // In the plane (b - a) x (c - a) is the determinant of a - c, b - c; in space a - d, b - d, c - d.
  const last = points.pop()!;
  return determinantSign(points.map((point) => point.map((x, axis) => x - last[axis]!)));
}

Deno.test("orient: signs agree with exact determinants, nearly flat points too", async () => {
  for (const dimension of [2, 3] as const) {
    await fc.assert(
      fc.asyncProperty(nearlyFlat(dimension), fc.constantFrom(-1, 0, 1), async (xs, claim) => {
        const [checked] = await checkText(orient, `1 ${xs.join(" ")} ${claim}\n`);
        const sign = truth(xs, dimension);
        assertEquals(checked!.answer, String(sign));
        assertEquals(checked!.verdict, sign === claim ? "agree" : "disagree");
      }),
      { numRuns: 200 },
    );
  }
});

Deno.test("orient: incircle and insphere agree with exact determinants, nearly on the rim too", async () => {
  // Points of circles and spheres around (1, 2) and (1, 2, 3), by right triangles; then nudged.
  const rim = [[3, 4], [-3, 4], [4, -3], [-5, 0], [0, 5], [-4, -3], [5, 0]];
  const shell = [[1, 2, 2], [-2, 1, 2], [2, -2, 1], [-1, -2, -2], [3, 0, 0], [0, 0, -3], [0, 3, 0]];
  const nudge = fc.integer({ min: -2, max: 2 }).map((k) => k * 2 ** -47);
  for (const [points, dimension] of [[rim, 2], [shell, 3]] as const) {
    const count = dimension + 2;
    const chosen = fc.shuffledSubarray(points.map((p) => [...p]), {
      minLength: count,
      maxLength: count,
    });
    const scale = fc.constantFrom(1, 2 ** 20, 2 ** -600);
    await fc.assert(
      fc.asyncProperty(
        chosen,
        nudge,
        scale,
        fc.constantFrom(-1, 0, 1),
        async (some, e, k, claim) => {
          const xs = some.flatMap((p) => p.map((x, axis) => (x + axis + 1) * k));
          xs[0]! += e * k;
          const integers = toIntegers(xs);
          const all = some.map((_, i) => integers.slice(i * dimension, (i + 1) * dimension));
          const last = all.pop()!;
          const sign = determinantSign(all.map((point) => {
            const row = point.map((x, axis) => x - last[axis]!);
            return [...row, row.reduce((sum, x) => sum + x * x, 0n)];
          }));
          const [checked] = await checkText(orient, `1 ${xs.join(" ")} ${claim}\n`);
          assertEquals(checked!.answer, String(sign));
          assertEquals(checked!.verdict, sign === claim ? "agree" : "disagree");
        },
      ),
      { numRuns: THOROUGH ? 20_000 : 300 },
    );
  }
  // By hand: the centre is inside of the circle through three points that run counter-clockwise.
  const [inside] = await checkText(orient, "1 1 0 0 1 -1 0 0 0 1\n");
  assertEquals(inside!.verdict, "agree");
});

Deno.test("orient: what is no record is told, the others are read", async () => {
  const checked = await checkText(orient, await Deno.readTextFile(fixture("orient.txt")));
  assertEquals(
    checked.map(({ where, verdict }) => [where.line, verdict]),
    [
      [1, "agree"],
      [2, "disagree"],
      [3, "agree"],
      [5, "invalid"],
      [6, "invalid"],
      [7, "invalid"],
      [8, "agree"],
      [9, "agree"],
    ],
  );
  assertStringIncludes(checked[3]!.reason!, "7 columns");
  assertStringIncludes(checked[4]!.reason!, "NaN");
  assertStringIncludes(checked[5]!.reason!, "sign");
});

Deno.test("orient: any doubles are decided, by integers where the predicates do not reach", async () => {
  const double = fc.double({ noNaN: true, noDefaultInfinity: true });
  for (const dimension of [2, 3] as const) {
    const size = dimension * (dimension + 1);
    const any = fc.array(double, { minLength: size, maxLength: size });
    await fc.assert(
      fc.asyncProperty(any, fc.nat(dimension), async (xs, repeated) => {
        // Two equal points make the determinant 0.
        const flat = repeated === 0 ? xs : [...xs.slice(dimension), ...xs.slice(-dimension)];
        for (const numbers of [xs, flat]) {
          const [checked] = await checkText(orient, `1 ${numbers.join(" ")} 1\n`);
          assertEquals(checked!.answer, String(truth(numbers, dimension)));
        }
      }),
      { numRuns: 100 },
    );
  }
  const [hex] = await checkText(orient, "1 0x1 0 1 0 0 1 1\n");
  assertEquals(hex!.verdict, "invalid");
});
