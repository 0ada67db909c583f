import fc from "../../_fast_check.ts";
import type { TourInstance, TourMetric, TourShape } from "../../../solvers/tour/problem.ts";

/** Every form a tour of n points can have. */
function shape(n: number): fc.Arbitrary<TourShape> {
  const pair = fc.uniqueArray(fc.nat(n - 1), { minLength: 2, maxLength: 2 });
  return fc.oneof(
    fc.constant<TourShape>({ form: n < 3 ? "open" : "closed" }),
    fc.constant<TourShape>({ form: "open" }),
    fc.nat(n - 1).map((start): TourShape => ({ form: "open", start })),
    fc.nat(n - 1).map((end): TourShape => ({ form: "open", end })),
    pair.map(([start, end]): TourShape => ({ form: "open", start: start!, end: end! })),
  );
}

/** Coordinates up to this: 3 makes lattices with many ties and equal points. */
const spans = fc.constantFrom(3, 30, 2000);

const metrics = fc.constantFrom<TourMetric>("euclidean", "euclidean", "manhattan", "chebyshev");

function pointTour(n: number): fc.Arbitrary<TourInstance> {
  return fc.tuple(shape(n), spans, metrics).chain(([form, span, metric]) =>
    fc.array(fc.tuple(fc.nat(span), fc.nat(span)), { minLength: n, maxLength: n })
      .map((points): TourInstance => ({ ...form, points, metric }))
  );
}

function matrixTour(n: number): fc.Arbitrary<TourInstance> {
  return fc.tuple(shape(n), spans, fc.boolean()).chain(([form, span, directed]) => {
    const row = fc.array(fc.nat(span), { minLength: n, maxLength: n });
    return fc.array(row, { minLength: n, maxLength: n }).map((rows): TourInstance => {
      const weights = rows.map((row, i) =>
        row.map((w, j) => i === j ? 0 : directed || i < j ? w : rows[j]![i]!)
      );
      return { ...form, weights, directed };
    });
  });
}

/** Instances of 2 (open) or 3 points and more, in every form, by points or by weights. */
export function tourInstances(most: number): fc.Arbitrary<TourInstance> {
  return fc.integer({ min: 2, max: most }).chain((n) => fc.oneof(pointTour(n), matrixTour(n)));
}

/** Whole numbers below 2^32 from a seed: a stream that shrinks to another seed. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
