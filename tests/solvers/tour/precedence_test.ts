import {
  measureTour,
  proveTour,
  solveTour,
  solveTourSync,
  type TourInstance,
} from "../../../solvers/tour/mod.ts";
import { assert, assertEquals, assertRejects, assertThrows } from "../../_assert.ts";
import fc from "../../_fast_check.ts";
import { enumerate } from "./_enumerate.ts";
import { numbersFrom } from "./_instances.ts";
import { THOROUGH } from "../../_thorough.ts";

const ordered: fc.Arbitrary<TourInstance> = fc.tuple(
  fc.integer({ min: 4, max: 8 }),
  fc.nat(2 ** 31),
  fc.constantFrom(3, 100),
  fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { minLength: 1, maxLength: 6 }),
  fc.constantFrom("closed" as const, "open" as const),
  fc.tuple(fc.boolean(), fc.boolean()),
  fc.constantFrom(0, 250),
).map(([n, seed, most, pairs, form, [start, end], gaps]): TourInstance => {
  const next = numbersFrom(seed);
  const weights = Array.from(
    { length: n },
    () => Array.from({ length: n }, () => next() % 1000 < gaps ? null : next() % most),
  );
  const precedence = pairs.map(([a, b]) => [a % n, b % n] as const).filter(([a, b]) => a !== b);
  const ends = { ...start ? { start: 0 } : {}, ...end ? { end: n - 1 } : {} };
  return { form, ...form === "closed" ? {} : ends, weights, directed: true, precedence };
}).filter(({ precedence }) => precedence!.length > 0);

Deno.test("precedence: the shortest tours are those of all orders", () => {
  let none = 0;
  fc.assert(
    fc.property(ordered, (instance) => {
      const { orders } = enumerate(instance);
      const found = solveTourSync(instance);
      if (orders.length === 0) {
        none++;
        return assertEquals(found.status, "impossible");
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
    { numRuns: THOROUGH ? 5000 : 400 },
  );
  assert(none > 20);
});

Deno.test("precedence: a tour against it is none", () => {
  const weights = [[0, 1, 2], [1, 0, 3], [2, 3, 0]];
  const instance = { form: "open", weights, precedence: [[0, 2]] } as const;
  const measured = measureTour(instance, [2, 0, 1]);
  assertEquals(!measured.valid && measured.reason, "point 0 must be visited before 2");
});

Deno.test("precedence: 30 points without a fixed place, and a chain leaves one order", async () => {
  const n = 32;
  const next = numbersFrom(11);
  const places = Array.from({ length: n }, () => [next() % 1000, next() % 1000] as const);
  const weights = places.map(([ax, ay]) =>
    places.map(([bx, by]) => Math.round(Math.hypot(ax - bx, ay - by) * (0.7 + next() / 2 ** 33)))
  );
  const precedence = [[3, 9], [9, 20], [4, 15], [6, 2], [30, 1], [12, 13], [25, 8]] as const;
  const shape = { form: "open", start: 0, end: n - 1, weights, directed: true } as const;
  const found = await solveTour({ ...shape, precedence }, { asks: "length" });
  assert(found.status === "exact");
  assert(measureTour({ ...shape, precedence }, found.value.order).valid);
  const free = await solveTour(shape, { asks: "length" });
  assert(free.status === "exact");
  assert(Number(free.value.length.exact) <= Number(found.value.length.exact));
  const chain = Array.from({ length: n - 3 }, (_, k) => [k + 1, k + 2] as const);
  const only = await solveTour({ ...shape, precedence: chain });
  assertEquals(only.status === "exact" && only.value.order, Array.from({ length: n }, (_, i) => i));
});

Deno.test("precedence: circles and other solvers are refused in words", async () => {
  const weights = [[0, 1, 2], [1, 0, 3], [2, 3, 0]];
  const circle = { form: "open", weights, precedence: [[0, 1], [1, 0]] } as const;
  const found = solveTourSync(circle);
  assertEquals(found.status === "impossible" && found.reason, "point 0 must come before itself");
  await assertRejects(
    () => proveTour(circle),
    RangeError,
    "precedence has 2 pairs, must have none",
  );
  assertThrows(
    () => solveTourSync({ form: "open", weights, precedence: [[0, 7]] }),
    RangeError,
    "precedence[0] is 0-7, must be two points from 0 to 2",
  );
});

Deno.test("precedence: weights as long as are accepted stay exact", () => {
  const big = 2 ** 47 - 1;
  const weights = [
    [0, big, big - 1, big - 2],
    [big, 0, 1, big - 4],
    [big - 3, 3, 0, big - 5],
    [1, 2, 3, 0],
  ];
  const instance = { form: "open", directed: true, weights, precedence: [[0, 3]] } as const;
  const { orders } = enumerate(instance);
  const found = solveTourSync(instance);
  const tours = found.status === "exact"
    ? [found.value]
    : found.status === "tie"
    ? found.values
    : [];
  assertEquals(tours.map((tour) => tour.order).sort(), [...orders].sort());
});
