import { HeldKarp } from "../../../../solvers/tour/_held_karp.ts";
import { toInnerPath } from "../../../../solvers/tour/_inner_path.ts";
import { Meter } from "../../../../solvers/tour/meter.ts";
import { toTourProblem, type TourInstance } from "../../../../solvers/tour/problem.ts";
import { SubsetTable, tableMegabytes } from "../../../../solvers/tour/small/subset_table.ts";
import { solveTour, solveTourSync } from "../../../../solvers/mod.ts";
import type { TourSearch } from "../../../../solvers/tour/_search.ts";
import { assert, assertEquals } from "../../../_assert.ts";
import fc from "../../../_fast_check.ts";
import { numbersFrom } from "../_instances.ts";
import { THOROUGH } from "../../../_thorough.ts";

const instance: fc.Arbitrary<TourInstance> = fc.tuple(
  fc.integer({ min: 4, max: 9 }),
  fc.constantFrom(2, 60, 40000),
  fc.nat(2 ** 31),
  fc.boolean(),
  fc.constantFrom("closed" as const, "open" as const),
  fc.tuple(fc.boolean(), fc.boolean()),
).map(([n, most, seed, directed, form, [start, end]]): TourInstance => {
  const next = numbersFrom(seed);
  const weights = Array.from({ length: n }, () => Array.from({ length: n }, () => next() % most));
  for (let i = 0; i < n && !directed; i++) {
    for (let j = 0; j < i; j++) weights[i]![j] = weights[j]![i]!;
  }
  if (form === "closed") return { form, weights, directed };
  return { form, weights, directed, ...start ? { start: 0 } : {}, ...end ? { end: n - 1 } : {} };
});

function toursWithin(search: TourSearch, limit: number): string[] {
  const tours: string[] = [];
  search.within(limit, (order, weight) => {
    tours.push(`${order}: ${weight}`);
    return limit;
  });
  return tours.sort();
}

Deno.test("SubsetTable: the least weight and all tours near it, as the plain table has them", () => {
  fc.assert(
    fc.property(instance, fc.boolean(), fc.nat(30000), (instance, isLong, more) => {
      const problem = toTourProblem(instance);
      const plain = new HeldKarp(toInnerPath(problem));
      const { least } = plain.solve();
      const table = new SubsetTable(problem, new Meter(problem), isLong ? 1e6 : least);
      assertEquals(table.solve().least, least);
      const limit = least + more % (1 + least >> 1);
      assertEquals(toursWithin(table, limit), toursWithin(plain, limit));
    }),
    { numRuns: THOROUGH ? 5000 : 150 },
  );
});

/**
 * Three paths of k points between two triangles, all edges 1, as the metric of shortest ways: the
 * linear relaxation has 3k, the shortest tour 4k - 2, and no bound by 1-trees sees more than 3k.
 * D. P. Williamson, Analysis of the Held-Karp heuristic for the TSP (1990).
 */
function threePaths(k: number): number[][] {
  const n = 3 * k;
  const weights = Array.from({ length: n }, () => new Array<number>(n).fill(n));
  for (let p = 0; p < 3; p++) {
    for (let i = 0; i < k; i++) {
      const [at, next] = [p * k + i, p * k + i + 1];
      if (i + 1 < k) weights[at]![next] = weights[next]![at] = 1;
      if (i === 0 || i + 1 === k) {
        for (const q of [0, 1, 2]) if (q !== p) weights[at]![q * k + i] = 1;
      }
    }
  }
  for (let m = 0; m < n; m++) {
    for (const row of weights) {
      for (let j = 0; j < n; j++) row[j] = Math.min(row[j]!, row[m]! + weights[m]![j]!);
    }
  }
  return weights;
}

Deno.test("solveTour: leaves tours with a wide gap to a table over subsets", async () => {
  for (const k of [4, 5, 6]) {
    const weights = threePaths(k);
    const found = await solveTour({ form: "closed", weights }, { asks: "length" });
    assertEquals(found.status === "exact" && found.value.length.exact, String(4 * k - 2));
  }
  const weights = threePaths(7).map((row, i) => row.map((w, j) => 40 * w + (i * j) % 3));
  const asks = "length";
  const told: number[] = [];
  const onTable = (megabytes: number) => void told.push(Math.round(megabytes));
  const found = solveTourSync({ form: "closed", weights }, { asks, onTable });
  assert(found.status === "exact");
  // 20 * (2^18 + C(19, 10)) entries of 2 bytes, and 4 bytes for each of 2^20 sets.
  assertEquals(told, [18]);
  // Without a table the tree has no proof yet after as many nodes.
  const tree = solveTourSync({ form: "closed", weights }, { asks, megabytes: 0, nodes: 1500 });
  assert(tree.status === "limit");
  assert(Number(tree.lower) < Number(found.value.length.exact));
});

Deno.test("tableMegabytes: says what a table takes, or that there is none", () => {
  const of = (n: number, weight: number, upper: number) => {
    const weights = Array.from({ length: n }, () => new Array<number>(n).fill(weight));
    return tableMegabytes(toTourProblem({ form: "closed", weights }), upper);
  };
  assertEquals(Math.round(of(20, 1, 20)!), 8);
  assertEquals(Math.round(of(25, 1, 25)!), 333);
  assertEquals(Math.round(of(25, 1e6, 25e6)!), 600);
  assertEquals(of(29, 1, 29), null);
  assertEquals(of(20, 2 ** 26, 2 ** 30), null);
});
