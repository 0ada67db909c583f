import { THOROUGH } from "../../_thorough.ts";
import {
  checkTour,
  proveTour,
  solveTourSync,
  type TourCertificate,
  type TourInstance,
} from "../../../solvers/mod.ts";
import { assert, assertEquals, assertFalse, assertRejects } from "../../_assert.ts";
import fc from "../../_fast_check.ts";

function table(n: number, directed: boolean, most: number): fc.Arbitrary<number[][]> {
  return fc.array(fc.integer({ min: 0, max: most }), { minLength: n * n, maxLength: n * n }).map(
    (flat) =>
      Array.from(
        { length: n },
        (_, i) =>
          Array.from({ length: n }, (_, j) =>
            i === j ? 0 : flat[directed ? i * n + j : Math.min(i, j) * n + Math.max(i, j)]!),
      ),
  );
}

const sized = (least: number, directed: boolean) =>
  fc.tuple(fc.integer({ min: least, max: 9 }), fc.constantFrom(3, 1000, 10 ** 9))
    .chain(([n, most]) => table(n, directed, most));

const shapes: fc.Arbitrary<TourInstance> = fc.boolean().chain((directed) =>
  fc.oneof(
    sized(3, directed).map((weights) => ({ form: "closed" as const, directed, weights })),
    sized(2, directed).map((weights) => ({ form: "open" as const, directed, weights })),
    sized(2, directed).map((weights) => ({ form: "open" as const, directed, start: 1, weights })),
    sized(3, directed).map((weights) => ({ form: "open" as const, directed, end: 0, weights })),
    sized(3, directed).map((weights) => ({
      form: "open" as const,
      directed,
      start: 2,
      end: 1,
      weights,
    })),
  )
);

Deno.test("every form of tour is as short as the small solver proves, and certified", async () => {
  await fc.assert(
    fc.asyncProperty(shapes, async (instance) => {
      const { outcome, certificate } = await proveTour(instance);
      const expected = solveTourSync(instance, { asks: "length" });
      assert(outcome.status === "exact" && expected.status === "exact");
      assertEquals(outcome.value.length, expected.value.length);
      const proof = checkTour(JSON.parse(JSON.stringify(certificate())));
      assertEquals([proof.reason, proof.optimal], [null, true]);
    }),
    { numRuns: 150 },
  );
});

const LARGEST = (n: number) => Math.floor(2 ** 50 / n) - 1;

/** Weights as large as are read, far apart or all but equal; or squares of lengths. */
const wide: fc.Arbitrary<TourInstance> = fc.tuple(
  fc.integer({ min: 5, max: 7 }),
  fc.constantFrom(4, 1000, 2 ** 46),
  fc.boolean(),
  fc.constantFrom("closed" as const, "open" as const),
).chain(([n, apart, directed, form]) => {
  // Where all but nothing tells directed tours apart every one is looked at: 40 s at n = 7.
  const near = table(n, directed, directed ? Math.max(apart, 1000) : apart).map((rows) =>
    rows.map((row) => row.map((w) => LARGEST(n) - w))
  );
  const side = Math.floor(Math.sqrt(LARGEST(n) / 2));
  const at = fc.oneof(
    fc.constantFrom(0, side),
    fc.integer({ min: side - 3, max: side }),
    fc.nat(side),
  );
  const points = fc.array(fc.tuple(at, at), { minLength: n, maxLength: n });
  return fc.oneof(
    near.map((weights) => ({ form, directed, weights })),
    points.map((points) => ({ form, metric: "squared" as const, points })),
  );
});

Deno.test("tours are proven where sums of weights leave no bits to spare", async () => {
  await fc.assert(
    fc.asyncProperty(wide, async (instance) => {
      const { outcome, certificate } = await proveTour(instance);
      const expected = solveTourSync(instance, { asks: "length" });
      assert(outcome.status === "exact" && expected.status === "exact", outcome.status);
      assertEquals(outcome.value.length, expected.value.length);
      const proof = checkTour(JSON.parse(JSON.stringify(certificate())));
      assertEquals([proof.reason, proof.optimal], [null, true]);
    }),
    { numRuns: THOROUGH ? 500 : 60 },
  );
});

/** A certificate with several leaves, cuts and duals. */
async function bigCertificate(): Promise<TourCertificate> {
  const points = Array.from(
    { length: 45 },
    (_, i): [number, number] => [(i * i * 7919 + i * 31) % 997, (i * i * 104729 + i * 17) % 991],
  );
  const { certificate } = await proveTour({ form: "closed", metric: "EUC_2D", points });
  return certificate();
}

Deno.test("a certificate that was tampered with is refused", async () => {
  const good = await bigCertificate();
  assert(checkTour(good).optimal);
  const copy = () => JSON.parse(JSON.stringify(good));
  const place = fc.nat(10 ** 6);
  const y = { ...good.duals[0]! };
  assert("y" in y && good.cuts.length > 0);
  fc.assert(
    fc.property(place, place, fc.integer({ min: 1, max: 8 }), (a, b, by) => {
      // a shorter tour than there is, and a longer bound than there is
      assertFalse(
        checkTour({ ...copy(), lower: good.lower + by, length: good.length + by }).proven,
      );
      assertFalse(
        checkTour({ ...copy(), length: good.length - by, lower: good.lower - by }).proven,
      );
      // two points of the tour in each other's place: the length must fit
      const swapped = copy();
      const [i, j] = [a % good.tour.length, b % good.tour.length];
      [swapped.tour[i], swapped.tour[j]] = [swapped.tour[j], swapped.tour[i]];
      const found = checkTour(swapped);
      assertEquals(found.proven, found.length === good.length);
      swapped.tour[i] = swapped.tour[(i + 1) % good.tour.length];
      assertFalse(checkTour(swapped).proven);
      // a y that is larger than the proof allows
      const wrong = copy();
      const used = leafDuals(wrong.tree);
      const dual = wrong.duals[used[a % used.length]!];
      const k = b % dual.y.length;
      dual.y[k] += by * good.scale * good.length;
      assertFalse(checkTour(wrong).proven);
      // a cut that does not hold
      const cut = copy();
      cut.cuts[a % cut.cuts.length].rhs += 1 + by % 2;
      assertFalse(checkTour(cut).proven);
    }),
    { numRuns: 40 },
  );
});

Deno.test("a search tree that lacks a leaf is refused", async () => {
  const weights = Array.from({ length: 12 }, (_, i) =>
    Array.from({ length: 12 }, (_, j) => {
      if (i === j) return 0;
      return (Math.min(i, j) * 37 + Math.max(i, j) * 101 + i * j * 13) % 97;
    }));
  const { certificate } = await proveTour({ form: "closed", weights });
  const good = certificate();
  assert(checkTour(good).optimal);
  const split = { edge: [0, 1] as const, without: good.tree, with: good.tree };
  assert(checkTour({ ...good, tree: split }).optimal);
  assertFalse(checkTour({ ...good, tree: { ...split, with: { infeasible: true } } }).proven);
  assertFalse(checkTour({ ...good, tree: { ...split, without: undefined! } }).proven);
});

Deno.test("a budget ends in proven bounds, and its certificate holds", async () => {
  const instance: TourInstance = {
    form: "closed",
    metric: "EUC_2D",
    points: Array.from(
      { length: 60 },
      (_, i): [number, number] => [i * i * 7919 % 997, i * i * i * 104729 % 991],
    ),
  };
  const told: number[] = [];
  const { outcome, certificate } = await proveTour(instance, {
    seconds: 0,
    onProgress: ({ lower, upper, gap }) => {
      assert(lower <= upper && gap >= 0);
      told.push(lower);
    },
  });
  assert(told.length > 0);
  if (outcome.status === "limit") {
    assert(Number(outcome.lower) <= Number(outcome.upper));
    const proof = checkTour(certificate());
    assertEquals([proof.reason, proof.optimal], [null, false]);
    assertEquals(proof.lower, Number(outcome.lower));
  }
});

Deno.test("Euclidean lengths are exact, and tours that roots tell apart too", async () => {
  const point = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }));
  await fc.assert(
    fc.asyncProperty(fc.array(point, { minLength: 4, maxLength: 9 }), async (points) => {
      const instance = { form: "closed", metric: "euclidean", points } as const;
      const { outcome, certificate } = await proveTour(instance);
      const truth = solveTourSync(instance, { asks: "length" });
      assert(outcome.status === "exact" && truth.status === "exact");
      const roots = ({ exact }: { exact: string }) => exact.split(" + ").toSorted();
      if (roots(outcome.value.length).join() !== roots(truth.value.length).join()) {
        // other roots may add up to the same length
        const [a, b] = [outcome.value.length.approximate, truth.value.length.approximate];
        assert(Math.abs(a - b) < 1e-9);
      }
      const written = certificate();
      const proof = checkTour(JSON.parse(JSON.stringify(written)));
      assertEquals([proof.reason, proof.lower], [null, written.length]);
      // whole steps are not rounded, so that the bound is the length itself
      const steps = written.tour.map((v, k) => [v, written.tour.at(k - 1)!] as const);
      const whole = steps.every(([u, v]) => {
        const [a, b] = [points[u]!, points[v]!];
        return Number.isInteger(Math.hypot(a[0] - b[0], a[1] - b[1]));
      });
      assertEquals(proof.optimal, whole);
      for (const change of [{ sumBits: 27 }, { lower: written.lower + 1 }, { length: 1 }]) {
        const wrong = checkTour({ ...written, ...change });
        if (written.length > 0) assertFalse(wrong.proven && wrong.lower > written.lower);
      }
    }),
    { numRuns: 60 },
  );
});

Deno.test("a tour to begin with must be one", async () => {
  const weights = [[0, 1, 2], [1, 0, 3], [2, 3, 0]];
  await assertRejects(
    () => proveTour({ form: "closed", weights }, { tour: [0, 1, 1] }),
    RangeError,
    "each of the 3 points once",
  );
  await assertRejects(
    () => proveTour({ form: "open", start: 2, weights }, { tour: [0, 1, 2] }),
    RangeError,
    "must begin and end where",
  );
});

function leafDuals(tree: TourCertificate["tree"]): number[] {
  if ("dual" in tree) return [tree.dual];
  return "edge" in tree ? [...leafDuals(tree.without), ...leafDuals(tree.with)] : [];
}
