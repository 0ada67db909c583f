import { assertEquals } from "../../_assert.ts";
import { type Feature, readWkt } from "../../../geometry/mod.ts";
import {
  featureDistance,
  featureFault,
  isSimple,
  isWithinDistance,
} from "../../../solvers/regions/mod.ts";
import { drawFrom, randomWkt } from "./_random_feature.ts";

Deno.test("simplicity: lines meet only where both end", () => {
  const simple = (text: string) => isSimple(readWkt(text));
  assertEquals(simple("LINESTRING (0 0, 2 0, 2 2, 0 0)"), true);
  assertEquals(simple("LINESTRING (0 0, 2 0, 0 0)"), false);
  assertEquals(simple("LINESTRING (0 0, 2 2, 2 0, 1 1)"), false);
  assertEquals(simple("MULTILINESTRING ((0 0, 1 1), (1 1, 2 0), (1 1, 1 5))"), true);
  assertEquals(simple("MULTILINESTRING ((0 0, 2 2), (1 1, 2 0))"), false);
  // A closed line has no ends: another may not touch it where it closes.
  assertEquals(simple("MULTILINESTRING ((0 0, 2 0, 2 2, 0 0), (0 0, -1 -1))"), false);
  assertEquals(simple("MULTIPOINT (0 0, 1 1, 0 0)"), false);
});

Deno.test("validity: names the member, the ring and why", () => {
  const why = (text: string) => featureFault(readWkt(text));
  assertEquals(why("GEOMETRYCOLLECTION (POINT (0 0), LINESTRING (1 1, 1 1))"), {
    reason: "line 0 has only one point, must have at least 2 that differ",
    member: 1,
  });
  assertEquals(why("POLYGON ((0 0, 4 0, 4 4))"), {
    reason: "ring 0 is open, must end where it begins",
    member: 0,
  });
  assertEquals(why("POINT (inf 0)")!.reason, "a coordinate is inf, must be a finite number");
  assertEquals(why("LINEARRING (0 0, 4 4, 4 0, 0 4, 0 0)")!.reason.includes("crosses"), true);
});

/** The squared distance between features of small integers by looking at finely spread points. */
function sampled(a: Feature, b: Feature): number {
  const spread = (f: Feature): number[][] =>
    f.parts.flatMap(({ kind, start, end }) => {
      const corners = Array.from(
        { length: end - start },
        (_, i) => [f.x[start + i]!, f.y[start + i]!],
      );
      if (kind === "ring") corners.push(corners[0]!);
      if (corners.length === 1) return corners;
      return corners.slice(1).flatMap(([x, y], i) =>
        Array.from({ length: 41 }, (_, k) => {
          const [u, v] = corners[i]!;
          return [u! + (x! - u!) * k / 40, v! + (y! - v!) * k / 40];
        })
      );
    });
  let least = Infinity;
  for (const [x, y] of spread(a)) {
    for (const [u, v] of spread(b)) least = Math.min(least, (x! - u!) ** 2 + (y! - v!) ** 2);
  }
  return least;
}

Deno.test("distance: never more than between points spread along both, and close to it", () => {
  const draw = drawFrom(5);
  let apart = 0;
  for (let i = 0; i < 150; i++) {
    const [a, b] = [readWkt(randomWkt(draw)), readWkt(randomWkt(draw))];
    const { num, den } = featureDistance(a, b)!;
    const squared = Number(num) / Number(den);
    if (squared === 0) continue;
    apart++;
    const near = sampled(a, b);
    assertEquals(squared <= near + 1e-9, true);
    assertEquals(Math.sqrt(near) - Math.sqrt(squared) < 0.12, true);
    const [low, high] = [Math.sqrt(squared) - 1e-9, Math.sqrt(squared) + 1e-9];
    assertEquals(isWithinDistance(a, b, high.toFixed(15)), true);
    assertEquals(isWithinDistance(a, b, low.toFixed(15)), false);
  }
  assertEquals(apart > 20, true);
});

Deno.test("distance: exact at the limit, none for what is empty", () => {
  const [a, b] = [readWkt("POINT (0 0)"), readWkt("POINT (0.3 0.4)")];
  assertEquals(isWithinDistance(a, b, "0.5"), true);
  assertEquals(isWithinDistance(a, b, "0.49999999999999999999"), false);
  assertEquals(featureDistance(a, readWkt("POINT EMPTY")), null);
  const area = readWkt("POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0))");
  assertEquals(featureDistance(area, readWkt("POINT (4 4)")), { num: 0n, den: 1n });
});
