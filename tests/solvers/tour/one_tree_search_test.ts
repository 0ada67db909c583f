import { assert, assertEquals } from "../../_assert.ts";
import fc from "../../_fast_check.ts";
import { HeldKarp } from "../../../solvers/tour/_held_karp.ts";
import { toInnerPath } from "../../../solvers/tour/_inner_path.ts";
import { Meter, OutOfBudget } from "../../../solvers/tour/meter.ts";
import type { TourSearch } from "../../../solvers/tour/_search.ts";
import { checkTour } from "../../../solvers/tour/check/mod.ts";
import { OneTreeSearch } from "../../../solvers/tour/middle/one_tree_search.ts";
import { toTourProblem, type TourInstance } from "../../../solvers/tour/problem.ts";
import { proveTour } from "../../../solvers/tour/prove_tour.ts";
import { solveTour } from "../../../solvers/tour/solve_tour.ts";
import { solveTourSync } from "../../../solvers/tour/solve_tour_sync.ts";
import { sorted } from "./_enumerate.ts";
import { tourInstances } from "./_instances.ts";

function toursWithin(search: TourSearch, limit: number, most: number): readonly string[] {
  const found: number[][] = [];
  search.within(limit, (order) => found.push([...order]) > most ? -Infinity : limit);
  return sorted(found).map(String);
}

/** Euclidean weights of few digits, so that many tours tie. */
const COARSE = { sumBits: 12 };

Deno.test("OneTreeSearch lists the tours that the table of subsets lists, in every form", () => {
  fc.assert(
    fc.property(tourInstances(8), fc.nat(20), (instance, more) => {
      const problem = toTourProblem(instance, COARSE);
      const path = toInnerPath(problem);
      fc.pre(path.m > 0);
      const table = new HeldKarp(path);
      const search = new OneTreeSearch(problem, new Meter(problem));
      const { least } = table.solve();
      assertEquals(search.solve().least, least);
      const expected = toursWithin(table, least + more, 3000);
      fc.pre(expected.length <= 3000);
      assertEquals(toursWithin(search, least + more, 3000), expected);
    }),
    { numRuns: 300 },
  );
});

Deno.test("OneTreeSearch finds the shortest length that the table finds at n = 12 to 14", () => {
  const large = fc.integer({ min: 12, max: 14 }).chain((n) =>
    tourInstances(n).filter((t) => ("points" in t ? t.points : t.weights).length === n)
  );
  fc.assert(
    fc.property(large, (instance) => {
      const problem = toTourProblem(instance, COARSE);
      const search = new OneTreeSearch(problem, new Meter(problem));
      assertEquals(search.solve().least, new HeldKarp(toInnerPath(problem)).solve().least);
    }),
    { numRuns: 12 },
  );
});

Deno.test("OneTreeSearch leaves a proof that the checker accepts, and no weaker claim's", () => {
  const exactOnes = tourInstances(12).filter((t) => {
    return !("points" in t && t.metric === "euclidean") && toInnerPath(toTourProblem(t)).m > 2;
  });
  fc.assert(
    fc.property(exactOnes, (instance) => {
      const certificate = certify(instance);
      const proof = checkTour(certificate);
      assertEquals(proof.reason, null);
      assert(proof.proven && proof.optimal);
      if (certificate.length === 0) return;
      const boast = { ...certificate, lower: certificate.length + 1 };
      assert(!checkTour(boast).proven);
    }),
    { numRuns: 60 },
  );
});

function certify(instance: TourInstance): Parameters<typeof checkTour>[0] {
  const problem = toTourProblem(instance);
  const search = new OneTreeSearch(problem, new Meter(problem));
  const proof = search.prove()!;
  const { least, order } = search.solve();
  return {
    format: "alidade-tour-certificate",
    version: 1,
    instance,
    tour: order,
    length: least,
    lower: least,
    scale: search.scale,
    cuts: [],
    ...proof,
  };
}

Deno.test("solveTourSync() solves 40 points, moved, mirrored, turned and renumbered alike", () => {
  const points = Array.from({ length: 40 }, (_, i) => [i * i * 37 % 211, i * i * i * 53 % 197]);
  const lengthOf = (changed: readonly (readonly number[])[]) => {
    const found = solveTourSync(
      { form: "closed", points: changed as [number, number][], metric: "euclidean" },
      { asks: "length" },
    );
    assert(found.status === "exact");
    return found.value.length;
  };
  const length = lengthOf(points).approximate;
  const close = (other: number, factor: number) =>
    assert(Math.abs(other - factor * length) < 1e-9 * other);
  close(lengthOf(points.map(([x, y]) => [-x!, y! + 9])).approximate, 1);
  close(lengthOf(points.map(([x, y]) => [3 * x! - 4 * y!, 4 * x! + 3 * y!])).approximate, 5);
  close(lengthOf(points.map((_, i) => points[i * 7 % 40]!)).approximate, 1);
});

Deno.test("potentials added to a table of weights move every tour by the same", () => {
  const n = 16;
  const potential = (i: number) => i * 13 % 7;
  const weight = (i: number, j: number) => (i * j * 31 + (i + j) * 17) % 50;
  const table = (more: boolean) =>
    Array.from({ length: n }, (_, i) =>
      Array.from(
        { length: n },
        (_, j) => i === j ? 0 : weight(i, j) + (more ? potential(i) + potential(j) : 0),
      ));
  const length = (more: boolean) => {
    const found = solveTourSync({ form: "closed", weights: table(more) }, { asks: "length" });
    assert(found.status === "exact");
    return Number(found.value.length.exact);
  };
  const sum = Array.from({ length: n }, (_, i) => 2 * potential(i)).reduce((a, b) => a + b);
  assertEquals(length(true), length(false) + sum);
});

Deno.test("solveTourSync() ends in proven bounds when its budget runs out, and reports", () => {
  const points = Array.from({ length: 60 }, (_, i) => [i * i * 37 % 997, i * i * i * 53 % 991]);
  const instance = {
    form: "closed",
    points: points as [number, number][],
    metric: "EUC_2D",
  } as const;
  const whole = solveTourSync(instance, { asks: "length" });
  assert(whole.status === "exact");
  const cut = solveTourSync(instance, { asks: "length", nodes: 1 });
  assert(cut.status === "limit" && cut.best !== null);
  assert(Number(cut.lower) <= Number(whole.value.length.exact));
  assert(Number(cut.upper) >= Number(whole.value.length.exact));
  const problem = toTourProblem(instance);
  const meter = new Meter(problem, { seconds: 1e-9 });
  let error: unknown;
  try {
    new OneTreeSearch(problem, meter).solve();
  } catch (thrown) {
    error = thrown;
  }
  assert(error instanceof OutOfBudget);
});

Deno.test("solveTour() proves tours that 1-trees alone would be long at, and their ties", async () => {
  const points = Array.from({ length: 100 }, (_, i) => {
    return [i * i * 37 % 997, i * i * i * 53 % 991] as const;
  });
  const instance = { form: "closed", points, metric: "EUC_2D" } as const;
  const found = await solveTour(instance, { asks: "length" });
  const proven = await proveTour(instance);
  assert(found.status === "exact" && proven.outcome.status === "exact");
  assertEquals(found.value.length, proven.outcome.value.length);
  const exact = await solveTour({ ...instance, metric: "euclidean" }, { asks: "length" });
  assert(exact.status === "exact");
  const halved = await solveTour(instance, { seconds: 0 });
  assertEquals(halved.status, "limit");
});

Deno.test("solveTour() and solveTourSync() agree", async () => {
  for (const instance of fc.sample(tourInstances(8), 60)) {
    assertEquals(await solveTour(instance), solveTourSync(instance));
  }
});
