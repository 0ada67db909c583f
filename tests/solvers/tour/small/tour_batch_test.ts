import { assert, assertEquals, assertThrows } from "../../../_assert.ts";
import fc from "../../../_fast_check.ts";
import { optimalTours, type TourOptima } from "../../../../solvers/tour/optimal_tours.ts";
import type { TourInstance, TourShape } from "../../../../solvers/tour/problem.ts";
import { TourBatch, type TourBatchOptions } from "../../../../solvers/tour/small/tour_batch.ts";

/** The five forms, directed or not. */
const forms = fc.constantFrom<TourBatchOptions>(
  { form: "closed" },
  { form: "open" },
  { form: "open", fixedStart: true },
  { form: "open", fixedEnd: true },
  { form: "open", fixedStart: true, fixedEnd: true },
);

function shapeOf(options: TourBatchOptions, n: number): TourShape {
  return {
    form: options.form,
    ...(options.fixedStart ? { start: 0 } : {}),
    ...(options.fixedEnd ? { end: n - 1 } : {}),
  };
}

/** What the batch must say of an instance, from the solver that is held against enumeration. */
function check(
  instance: TourInstance,
  { order, verdict, gap }: { order: readonly number[]; verdict: number; gap: number },
): void {
  const outcome = optimalTours(instance);
  assert(outcome.status === "exact");
  const { tours, gap: margin }: TourOptima = outcome.value;
  if (tours.length > 1) {
    assertEquals(verdict, 2);
    assert(tours.some((t) => t.order.join() === order.join()), order.join());
    return;
  }
  assertEquals(tours[0]!.order, order);
  const near = margin !== null && margin.value < gap * (1 - 1e-9);
  const far = margin === null || margin.value > gap * (1 + 1e-9);
  assert(near ? verdict === 3 : far ? verdict === 1 : verdict === 1 || verdict === 3, `${verdict}`);
}

interface Run {
  readonly orders: Uint8Array;
  readonly verdicts: Uint8Array;
}

function room(n: number, count: number): Run {
  return { orders: new Uint8Array(n * count), verdicts: new Uint8Array(count) };
}

const sizes = fc.integer({ min: 3, max: 9 });

Deno.test("TourBatch solves points as the general solver does, in every form", () => {
  const cases = fc.tuple(sizes, forms, fc.constantFrom(3, 40, 1000, 2 ** 25), fc.nat(20)).chain(
    ([n, options, span, count]) =>
      fc.record({
        n: fc.constant(n),
        options: fc.constant(options),
        gap: fc.constantFrom(0, 0.5, span / 50, span),
        values: fc.array(fc.integer({ min: -span, max: span }), {
          minLength: 2 * n * count,
          maxLength: 2 * n * count,
        }),
        wasm: fc.boolean(),
      }),
  );
  fc.assert(
    fc.property(cases, ({ n, options, gap, values, wasm }) => {
      const into = room(n, values.length / (2 * n));
      new TourBatch(n, { ...options, wasm }).solvePoints(Int32Array.from(values), into, gap);
      into.verdicts.forEach((verdict, k) => {
        const points = Array.from({ length: n }, (_, i) => {
          const at = 2 * (k * n + i);
          return [values[at]!, values[at + 1]!] as const;
        });
        const order = [...into.orders.subarray(k * n, (k + 1) * n)];
        check({ ...shapeOf(options, n), points, metric: "euclidean" }, { order, verdict, gap });
      });
    }),
    { numRuns: 60 },
  );
});

Deno.test("TourBatch solves weights as the general solver does, in every form", () => {
  const cases = fc.tuple(sizes, forms, fc.constantFrom(3, 999, 9999, 2 ** 25), fc.boolean()).chain(
    ([n, options, span, directed]) =>
      fc.record({
        n: fc.constant(n),
        options: fc.constant({ ...options, directed }),
        gap: fc.constantFrom(0, 1, Math.ceil(span / 50), span),
        values: fc.array(fc.nat(span), { minLength: n * n * 11, maxLength: n * n * 11 }),
        wasm: fc.boolean(),
      }),
  );
  fc.assert(
    fc.property(cases, ({ n, options, gap, values, wasm }) => {
      const weights = Int32Array.from(values);
      const count = values.length / (n * n);
      const at = (k: number, i: number, j: number) => (k * n + i) * n + j;
      for (let k = 0; k < count && !options.directed; k++) {
        for (let i = 0; i < n; i++) {
          for (let j = 0; j < i; j++) weights[at(k, i, j)] = weights[at(k, j, i)]!;
        }
      }
      const into = room(n, count);
      new TourBatch(n, { ...options, wasm }).solveWeights(weights, into, gap);
      into.verdicts.forEach((verdict, k) => {
        const table = Array.from({ length: n }, (_, i) => [
          ...weights.subarray(at(k, i, 0), at(k, i, n)),
        ]);
        const order = [...into.orders.subarray(k * n, (k + 1) * n)];
        const instance = { ...shapeOf(options, n), weights: table, directed: options.directed };
        check(instance, { order, verdict, gap });
      });
    }),
    { numRuns: 60 },
  );
});

Deno.test("TourBatch and its twin agree at n = 10, 11 and 12", () => {
  const random = mulberry(7);
  for (const n of [10, 11, 12]) {
    for (const options of fc.sample(forms, 4)) {
      const points = Float64Array.from({ length: 2 * n * 16 }, () => Math.floor(random() * 500));
      const [fast, slow] = [room(n, 16), room(n, 16)];
      new TourBatch(n, options).solvePoints(points, fast, 3);
      new TourBatch(n, { ...options, wasm: false }).solvePoints(points, slow, 3);
      assertEquals(fast, slow);
    }
  }
});

Deno.test("TourBatch refuses what it cannot use, and says what it must be", () => {
  assertThrows(
    () => new TourBatch(13, { form: "closed" }),
    RangeError,
    "13 points, must be 3 to 12",
  );
  assertThrows(() => new TourBatch(2, { form: "closed" }), RangeError, "must be 3 to 12");
  assertThrows(
    () => new TourBatch(5, { form: "closed", fixedStart: true }),
    RangeError,
    "must be open",
  );
  const batch = new TourBatch(3, { form: "closed" });
  const into = room(3, 1);
  const refuse = (weights: number[], text: string, gap = 0) =>
    assertThrows(() => batch.solveWeights(Int32Array.from(weights), into, gap), RangeError, text);
  refuse([0, 1, 2, 1, 0, -3, 2, -3, 0], "instance 0, weight 1 to 2 is -3, must be 0 to");
  refuse([0, 1, 2, 1, 0, 3, 2, 4, 0], "weight 1 to 2 is 3, must be 4 as in the other direction");
  refuse([0, 1, 2, 1, 0, 2 ** 30, 2, 2 ** 30, 0], "must be 0 to 178956970");
  refuse([0, 1, 2], "must be 9, 3 and 1 an instance");
  refuse([0, 1, 2, 1, 0, 3, 2, 3, 0], "gap -1", -1);
  const half = Float64Array.of(0, 0, 1, 0.5, 2, 2);
  assertThrows(() => batch.solvePoints(half, into), RangeError, "y of point 1 is 0.5");
});

/** A small generator of numbers in [0, 1), for cases that need no shrinking. */
function mulberry(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
