import { assert, assertEquals } from "../../_assert.ts";
import fc from "../../_fast_check.ts";
import { optimalTours, type TourOptima } from "../../../solvers/tour/optimal_tours.ts";
import { solveTourSync } from "../../../solvers/tour/solve_tour_sync.ts";
import type { TourInstance } from "../../../solvers/tour/problem.ts";
import { enumerate, type Enumerated, sorted } from "./_enumerate.ts";
import { tourInstances } from "./_instances.ts";

function optima(instance: TourInstance): TourOptima {
  const found = optimalTours(instance, { cap: 50_000 });
  assert(found.status === "exact");
  return found.value;
}

/** Units of 2^-200 as a double. */
function toNumber(length: bigint, instance: TourInstance): number {
  const euclidean = "points" in instance && instance.metric === "euclidean";
  return euclidean ? Number(length) / 2 ** 200 : Number(length);
}

function assertSame(instance: TourInstance, expected: Enumerated): void {
  const found = optima(instance);
  assertEquals(found.complete, true);
  assertEquals(sorted(found.tours.map((t) => t.order)), expected.orders);
  const close = (a: number, b: bigint) => {
    const other = toNumber(b, instance);
    assert(Math.abs(a - other) <= 1e-12 * other);
  };
  close(found.length.approximate, expected.length);
  assertEquals(found.second === null, expected.second === null);
  if (expected.second === null) return;
  close(found.second!.length.approximate, expected.second);
  const gap = toNumber(expected.second - expected.length, instance);
  assert(found.gap!.value <= gap * (1 + 1e-15) && found.gap!.value >= gap * (1 - 1e-9));
}

Deno.test("optimalTours() finds what trying every order finds, in every form", () => {
  fc.assert(
    fc.property(tourInstances(7), (instance) => assertSame(instance, enumerate(instance))),
    { numRuns: 600 },
  );
});

Deno.test("optimalTours() finds what trying every order finds at n = 8 and 9", () => {
  const large = tourInstances(9).filter((t) => ("points" in t ? t.points : t.weights).length > 7);
  fc.assert(
    fc.property(large, (instance) => assertSame(instance, enumerate(instance))),
    { numRuns: 6 },
  );
});

Deno.test("optimalTours() names the steps that all shortest tours share", () => {
  fc.assert(fc.property(tourInstances(6), (instance) => {
    const { tours, necessary } = optima(instance);
    const closed = instance.form === "closed";
    const directed = "weights" in instance && instance.directed === true;
    const counts = new Map<string, number>();
    for (const { order } of tours) {
      const next = [...order.slice(1), order[0]!];
      order.forEach((a, i) => {
        if (!closed && i === order.length - 1) return;
        const step = directed ? [a, next[i]!] : [a, next[i]!].sort((p, q) => p - q);
        counts.set(step.join(), (counts.get(step.join()) ?? 0) + 1);
      });
    }
    const shared = [...counts].filter(([, count]) => count === tours.length).map(([key]) => key);
    const named = necessary.map((s) => (directed ? [...s] : [...s].sort((p, q) => p - q)).join());
    assertEquals(named.sort(), shared.sort());
  }));
});

Deno.test("optimalTours() says when the cap was met", () => {
  const weights = Array.from({ length: 7 }, () => Array(7).fill(1));
  const found = optimalTours({ form: "closed", weights }, { cap: 100 });
  assert(found.status === "exact" && !found.value.complete && found.value.second === null);
  assertEquals(found.value.tours.length, 100);
  assertEquals(optima({ form: "closed", weights }).tours.length, 360);
});

Deno.test("solveTourSync() answers by what is asked", () => {
  const rectangle = [[0, 0], [4, 0], [4, 3], [0, 3]] as const;
  const open = { form: "open", points: rectangle, metric: "euclidean" } as const;
  const ways = solveTourSync(open);
  assert(ways.status === "tie");
  assertEquals(sorted(ways.values.map((t) => t.order)), [[0, 3, 2, 1], [2, 1, 0, 3]]);
  const length = solveTourSync(open, { asks: "length" });
  assert(length.status === "exact" && length.margin === null);
  assertEquals(length.value.length.exact, "10");
  const one = solveTourSync({ ...open, start: 0 });
  assert(one.status === "exact" && one.margin !== null);
  assertEquals(one.value.order, [0, 3, 2, 1]);
  assert(one.margin.value <= 1 && one.margin.value > 1 - 1e-12);
});

Deno.test("solveTourSync() lists as many ties as asked for where points are equal", () => {
  const points = Array.from({ length: 12 }, () => [0, 0] as const);
  const found = solveTourSync({ form: "closed", points, metric: "euclidean" }, { cap: 50 });
  assert(found.status === "tie");
  assertEquals(new Set(found.values.map(({ order }) => String(order))).size, 50);
});
