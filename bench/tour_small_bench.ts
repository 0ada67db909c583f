import { solveTourSync, TourBatch } from "../solvers/mod.ts";
import { plainHeldKarp, TypedHeldKarp } from "./_held_karp_rivals.ts";

/** Random points on a lattice of 1000 x 1000; weights are distances rounded to whole numbers. */
const COUNT = 256;
let state = 20261121;

function draw(limit: number): number {
  state = Math.imul(state, 1664525) + 1013904223 >>> 0;
  return Math.floor(state / 2 ** 32 * limit);
}

interface Instances {
  readonly n: number;
  readonly points: Int32Array;
  readonly weights: Int32Array;
  readonly tables: readonly (readonly (readonly number[])[])[];
}

function instances(n: number, count: number): Instances {
  const points = Int32Array.from({ length: 2 * n * count }, () => draw(1000));
  const weight = (k: number, i: number, j: number) => {
    const [a, b] = [2 * (k * n + i), 2 * (k * n + j)];
    return Math.round(Math.hypot(points[a]! - points[b]!, points[a + 1]! - points[b + 1]!));
  };
  const range = Array.from({ length: n }, (_, i) => i);
  const tables = Array.from(
    { length: count },
    (_, k) => range.map((i) => range.map((j) => weight(k, i, j))),
  );
  return { n, points, tables, weights: Int32Array.from(tables.flat(2)) };
}

function lengthOf(table: readonly (readonly number[])[], tour: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < tour.length; i++) sum += table[tour[i]!]![tour[(i + 1) % tour.length]!]!;
  return sum;
}

function requireEqual(n: number, k: number, lengths: readonly number[]): void {
  if (lengths.every((length) => length === lengths[0])) return;
  throw new Error(`n = ${n}, instance ${k}: lengths ${lengths.join(", ")}`);
}

for (const n of [5, 8, 10, 12]) {
  const set = instances(n, COUNT);
  const batch = new TourBatch(n, { form: "closed" });
  const into = { orders: new Uint8Array(n * COUNT), verdicts: new Uint8Array(COUNT) };
  const typed = new TypedHeldKarp(n);

  batch.solveWeights(set.weights, into);
  set.tables.forEach((table, k) => {
    const ours = lengthOf(table, into.orders.subarray(k * n, (k + 1) * n));
    const plain = lengthOf(table, plainHeldKarp(table));
    requireEqual(n, k, [ours, typed.solve(set.weights, k * n * n), plain]);
  });

  const group = `${COUNT} closed tours, n = ${n}`;
  Deno.bench("alidade, by weights", { group, baseline: true }, () => {
    batch.solveWeights(set.weights, into);
  });
  Deno.bench("alidade, by points, Euclidean and certified", { group }, () => {
    batch.solvePoints(set.points, into);
  });
  Deno.bench("subsets in a typed array", { group }, () => {
    for (let k = 0; k < COUNT; k++) typed.solve(set.weights, k * n * n);
  });
  Deno.bench("subsets in arrays of objects", { group, n: 5 }, () => {
    for (const table of set.tables) plainHeldKarp(table);
  });
}

for (const n of [15, 20]) {
  const set = instances(n, 20);
  const typed = new TypedHeldKarp(n);
  const ours = (k: number) => {
    const found = solveTourSync({ form: "closed", weights: set.tables[k]! }, { asks: "length" });
    if (found.status !== "exact") throw new Error(`n = ${n}, instance ${k}: ${found.status}`);
    return found.value;
  };
  for (const k of [0, 1, 2]) {
    requireEqual(n, k, [Number(ours(k).length.exact), typed.solve(set.weights, k * n * n)]);
  }
  const group = `one closed tour, n = ${n}`;
  let k = 0;
  Deno.bench("alidade, 1-trees", { group, baseline: true }, () => {
    ours(k++ % 20);
  });
  Deno.bench("subsets in a typed array", { group, n: 5 }, () => {
    typed.solve(set.weights, (k++ % 20) * n * n);
  });
}

for (const n of [30, 50]) {
  const set = instances(n, 40);
  let k = 0;
  Deno.bench(`alidade, 1-trees, one closed tour, n = ${n}`, () => {
    solveTourSync({ form: "closed", weights: set.tables[k++ % 40]! }, { asks: "length" });
  });
}
