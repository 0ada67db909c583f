import { assert, assertEquals } from "../../_assert.ts";
import fc from "../../_fast_check.ts";
import {
  checkNearest,
  checkRanking,
  solveNearest,
  solveRanking,
} from "../../../solvers/distance/mod.ts";

/** Crowds on lattices from crowded to wide. */
const crowds = fc.constantFrom(2, 9, 1000, 2 ** 25).chain((most) => {
  const coordinate = fc.integer({ min: -most, max: most });
  return fc.record({
    from: fc.tuple(coordinate, coordinate),
    points: fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 40 }),
    metric: fc.constantFrom("euclidean", "manhattan", "chebyshev"),
    extreme: fc.constantFrom("nearest", "farthest"),
  });
}).map(({ from: [x, y], points, metric, extreme }) => ({
  from: { name: "from", x, y },
  points: points.map(([x, y], i) => ({ name: `N${i}`, x, y })),
  metric,
  extreme,
} as const));

/** The same numbers as text, which big integers are made of. */
function written<P extends { readonly x: number; readonly y: number }>(point: P) {
  return { ...point, x: String(point.x), y: `${point.y}.0` };
}

Deno.test("solveNearest() and solveRanking() answer integers as they do decimals", () => {
  fc.assert(
    fc.property(crowds, (instance) => {
      const { from, points } = instance;
      const decimal = { ...instance, from: written(from), points: points.map(written) };
      for (
        const [plain, right, fault] of [
          [
            solveNearest(instance),
            solveNearest(decimal),
            checkNearest(instance, solveNearest(instance)),
          ],
          [
            solveRanking(instance),
            solveRanking(decimal),
            checkRanking(instance, solveRanking(instance)),
          ],
        ] as const
      ) {
        assertEquals(fault, null);
        // Margins are lower bounds: those from doubles are a few units in the last place less.
        assertEquals({ ...plain, margin: null }, { ...right, margin: null });
        const [low, high] = [plain, right].map((o) =>
          o.status === "exact" ? o.margin?.value ?? 0 : 0
        );
        assert(Math.abs(low! - high!) <= 1e-12 * high!, `${low}, ${high}`);
      }
    }),
    { numRuns: 500 },
  );
});
