import { toTourProblem, type TourInstance } from "../../../solvers/mod.ts";
import { canonicalOrder } from "../../../solvers/tour/_canonical_order.ts";
import { loadHighs } from "../../../solvers/tour/branch_cut/_highs.ts";
import { CutSearch } from "../../../solvers/tour/branch_cut/cut_search.ts";
import { tourWeight } from "../../../solvers/tour/length.ts";
import { assertEquals } from "../../_assert.ts";
import fc from "../../_fast_check.ts";

function permutations(n: number): number[][] {
  if (n === 0) return [[]];
  return permutations(n - 1).flatMap((p) =>
    Array.from({ length: n }, (_, k) => [...p.slice(0, k), n - 1, ...p.slice(k)])
  );
}

/** Every tour once, by enumeration, shortest first. */
function enumerate(instance: TourInstance): { key: string; weight: number }[] {
  const problem = toTourProblem(instance);
  const { n, start, end } = problem;
  const tours = new Map<string, number>();
  for (const order of permutations(n)) {
    if (start >= 0 && order[0] !== start || end >= 0 && order[n - 1] !== end) continue;
    tours.set(canonicalOrder(problem, order).join(), tourWeight(problem, order));
  }
  return [...tours].map(([key, weight]) => ({ key, weight })).sort((a, b) => a.weight - b.weight);
}

function table(n: number, directed: boolean): fc.Arbitrary<number[][]> {
  return fc.array(fc.integer({ min: 0, max: 9 }), { minLength: n * n, maxLength: n * n }).map(
    (flat) =>
      Array.from(
        { length: n },
        (_, i) =>
          Array.from({ length: n }, (_, j) =>
            i === j ? 0 : flat[directed ? i * n + j : Math.min(i, j) * n + Math.max(i, j)]!),
      ),
  );
}

const shapes: fc.Arbitrary<TourInstance> = fc.oneof(
  table(7, false).map((weights) => ({ form: "closed" as const, weights })),
  table(6, false).map((weights) => ({ form: "open" as const, weights })),
  table(6, false).map((weights) => ({ form: "open" as const, start: 4, weights })),
  table(6, false).map((weights) => ({ form: "open" as const, start: 4, end: 0, weights })),
  table(5, true).map((weights) => ({ form: "closed" as const, directed: true, weights })),
  table(5, true).map((weights) => ({ form: "open" as const, directed: true, end: 2, weights })),
);

Deno.test("cuts list every tour up to a limit, and each once", async () => {
  const highs = await loadHighs();
  fc.assert(
    fc.property(shapes, fc.integer({ min: 0, max: 6 }), (instance, slack) => {
      const problem = toTourProblem(instance);
      const tours = enumerate(instance);
      const { key, weight: least } = tours[0]!;
      const known = { least, order: key.split(",").map(Number) };
      const found: string[] = [];
      new CutSearch(highs, problem, known, {}).within(least + slack, (order) => {
        found.push(order.join());
        return least + slack;
      });
      const expected = tours.filter(({ weight }) => weight <= least + slack).map((t) => t.key);
      assertEquals(found.toSorted(), expected.toSorted());
    }),
    { numRuns: 20 },
  );
});
