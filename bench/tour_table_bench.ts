import { Meter } from "../solvers/tour/meter.ts";
import { toTourProblem } from "../solvers/tour/problem.ts";
import { SubsetTable } from "../solvers/tour/small/subset_table.ts";
import { TypedHeldKarp } from "./_held_karp_rivals.ts";

/**
 * Three paths of points between two triangles, as the metric of shortest ways: what bounds by
 * 1-trees and linear programs see least of.
 */
function threePaths(n: number): number[][] {
  const long = 100 * n;
  const weights = Array.from(
    { length: n },
    (_, i) => Array.from({ length: n }, (_, j) => i === j ? 0 : long),
  );
  const ends = [0, 1, 2].map((p) => [Math.floor(p * n / 3), Math.floor((p + 1) * n / 3) - 1]);
  const join = (a: number, b: number) => weights[a]![b] = weights[b]![a] = 30 + (7 * a + b) % 5;
  for (const [first, last] of ends) for (let i = first!; i < last!; i++) join(i, i + 1);
  for (const side of [0, 1]) {
    for (const [p, q] of [[0, 1], [1, 2], [2, 0]]) join(ends[p!]![side]!, ends[q!]![side]!);
  }
  for (let m = 0; m < n; m++) {
    for (const row of weights) {
      for (let j = 0; j < n; j++) row[j] = Math.min(row[j]!, row[m]! + weights[m]![j]!);
    }
  }
  return weights;
}

for (const n of [16, 18, 20, 21]) {
  const weights = threePaths(n);
  const problem = toTourProblem({ form: "closed", weights });
  const flat = Int32Array.from(weights.flat());
  const ours = () => new SubsetTable(problem, new Meter(problem), 100 * n).solve().least;
  const rival = () => new TypedHeldKarp(n).solve(flat, 0);
  const [least, plain] = [ours(), rival()];
  if (least !== plain) throw new Error(`n = ${n}: lengths ${least} and ${plain}`);
  const group = `a closed tour by a table over subsets, n = ${n}`;
  Deno.bench("alidade: half the subsets, in WebAssembly", { group, baseline: true, n: 3 }, () => {
    ours();
  });
  Deno.bench("all subsets in one typed array", { group, n: 3 }, () => {
    rival();
  });
}
