import {
  checkTour,
  measureTour,
  optimalTours,
  proveTour,
  removeFromTour,
  solveTour,
  solveTourSync,
  type TourInstance,
} from "../../../solvers/tour/mod.ts";
import { assert, assertEquals, assertThrows } from "../../_assert.ts";
import fc from "../../_fast_check.ts";
import { enumerate } from "./_enumerate.ts";
import { numbersFrom, tourInstances } from "./_instances.ts";
import { THOROUGH } from "../../_thorough.ts";

/** Instances some of whose steps are forbidden or fixed, so that often no tour is left. */
const barred: fc.Arbitrary<TourInstance> = fc.tuple(
  tourInstances(7),
  fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 3 }),
  fc.nat(2 ** 31),
  fc.constantFrom(0, 20, 55),
).map(([instance, pairs, seed, share]): TourInstance => {
  const n = "weights" in instance ? instance.weights.length : instance.points.length;
  const fixed = pairs.map(([a, b]) => [a % n, b % n] as const).filter(([a, b]) => a !== b);
  if (!("weights" in instance)) return { ...instance, fixed };
  const weights = instance.weights.map((row) => [...row]);
  const next = numbersFrom(seed);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      if (next() % 100 < share) weights[i]![j] = null;
      const both = instance.directed !== true;
      if (both) weights[j]![i] = weights[i]![j]!;
      else if (next() % 100 < share) weights[j]![i] = null;
    }
  }
  return { ...instance, weights, fixed };
});

Deno.test("forbidden and fixed steps: the shortest tours are those of all orders", () => {
  let none = 0;
  fc.assert(
    fc.property(barred, (instance) => {
      const { orders } = enumerate(instance);
      const found = solveTourSync(instance, { cap: 10_000 });
      if (orders.length === 0) {
        none++;
        assertEquals(found.status, "impossible");
        assertEquals(optimalTours(instance).status, "impossible");
        return;
      }
      const tours = found.status === "exact"
        ? [found.value]
        : found.status === "tie"
        ? found.values
        : [];
      assertEquals(tours.map((tour) => tour.order).sort(), [...orders].sort());
      const measured = measureTour(instance, orders[0]!);
      assertEquals(measured.valid && measured.tour.length, tours[0]!.length);
    }),
    { numRuns: THOROUGH ? 10_000 : 400 },
  );
  assert(none > 40);
});

Deno.test("forbidden and fixed steps: certificates prove the shortest, or that none is allowed", async () => {
  await fc.assert(
    fc.asyncProperty(barred, async (instance) => {
      const { orders } = enumerate(instance);
      const { outcome, certificate } = await proveTour(instance);
      assertEquals(outcome.status, orders.length === 0 ? "impossible" : "exact");
      const proof = checkTour(JSON.parse(JSON.stringify(certificate())));
      assertEquals(proof.reason, null);
      assertEquals(proof.impossible, orders.length === 0);
      if (orders.length === 0) assert(!proof.optimal && proof.lower === proof.length);
    }),
    { numRuns: THOROUGH ? 1000 : 40 },
  );
});

Deno.test("forbidden steps: the Petersen graph has no Hamiltonian cycle, and without a point one", async () => {
  const joins = (a: number, b: number) =>
    a < 5 && b < 5
      ? [1, 4].includes((b - a + 5) % 5)
      : a >= 5 && b >= 5
      ? [2, 3].includes((b - a + 10) % 5)
      : Math.abs(a - b) === 5;
  const of = (points: readonly number[]): TourInstance => ({
    form: "closed",
    weights: points.map((a) => points.map((b) => joins(a, b) ? 1 : null)),
  });
  const all = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  const found = await solveTour(of(all));
  assertEquals(found.status, "impossible");
  const some = await solveTour(of(all.slice(1)), { asks: "length" });
  assertEquals(some.status === "exact" && some.value.length.exact, "9");
});

Deno.test("forbidden steps: generalized Petersen graphs are Hamiltonian as G. N. Robertson proved", async () => {
  // GP(n, 2) is, unless n leaves 5 when divided by 6 (1969).
  for (const [n, isHamiltonian] of [[11, false], [17, false], [12, true], [13, true]] as const) {
    const weights = Array.from({ length: 2 * n }, () => new Array<number | null>(2 * n).fill(null));
    const join = (a: number, b: number) => weights[a]![b] = weights[b]![a] = 1;
    for (let i = 0; i < n; i++) {
      join(i, (i + 1) % n);
      join(i, n + i);
      join(n + i, n + (i + 2) % n);
    }
    const found = await solveTour({ form: "closed", weights }, { asks: "length" });
    assertEquals(found.status, isHamiltonian ? "exact" : "impossible", `GP(${n}, 2)`);
  }
});

Deno.test("forbidden and fixed steps: simple reasons are told, and other solvers refuse them", () => {
  const weights = [[0, 1, null, 2], [1, 0, null, 2], [null, null, 0, 3], [2, 2, 3, 0]];
  const reasonOf = (instance: TourInstance) => {
    const found = solveTourSync(instance);
    return found.status === "impossible" ? found.reason : found.status;
  };
  assertEquals(
    reasonOf({ form: "closed", weights }),
    "1 allowed steps meet at point 2, a tour needs 2",
  );
  assertEquals(reasonOf({ form: "open", weights }), "tie");
  const full = weights.map((row) => row.map((w) => w ?? 9));
  const fixed = [[0, 1], [1, 2], [2, 0]] as const;
  assertEquals(
    reasonOf({ form: "closed", weights: full, fixed }),
    "the fixed steps up to 2-0 are a round of less than all points",
  );
  assertEquals(
    reasonOf({ form: "closed", weights: full, fixed: [[0, 1], [0, 2], [0, 3]] }),
    "more fixed steps meet at point 0 than a tour has there",
  );
  assertEquals(
    reasonOf({ form: "closed", weights, fixed: [[0, 2]] }),
    "the step 0-2 is both fixed and forbidden",
  );
  assertThrows(
    () => solveTourSync({ form: "closed", weights: full, fixed: [[0, 4]] }),
    RangeError,
    "fixed[0] is 0-4, must be two points from 0 to 3",
  );
  assertThrows(
    () => removeFromTour({ form: "closed", weights }, [0, 1, 2, 3]),
    RangeError,
    "weights[0][2] is forbidden, must be a number here",
  );
});
