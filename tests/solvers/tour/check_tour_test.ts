import {
  checkTour,
  fromClosedTour,
  toClosedForm,
  toClosedTour,
  toTourProblem,
  type TourBranch,
  type TourCertificate,
  type TourDual,
  type TourInstance,
} from "../../../solvers/mod.ts";
import { assert, assertEquals, assertFalse, assertStringIncludes } from "../../_assert.ts";
import fc from "../../_fast_check.ts";

function permutations(n: number): number[][] {
  if (n === 0) return [[]];
  return permutations(n - 1).flatMap((p) =>
    Array.from({ length: n }, (_, k) => [...p.slice(0, k), n - 1, ...p.slice(k)])
  );
}

/** Every allowed tour with its length, by enumeration. */
function enumerate(instance: TourInstance): { tour: number[]; length: number }[] {
  const { n, weights, closed, start, end } = toTourProblem(instance);
  return permutations(n)
    .filter((t) => (start < 0 || t[0] === start) && (end < 0 || t[n - 1] === end))
    .map((tour) => {
      let length = closed ? weights[tour[n - 1]! * n + tour[0]!]! : 0;
      for (let k = 1; k < n; k++) length += weights[tour[k - 1]! * n + tour[k]!]!;
      return { tour, length };
    })
    .sort((a, b) => a.length - b.length);
}

/** Branches on every edge in turn; with zero duals a leaf's bound is the sum of its used edges. */
function exhaustiveTree(n: number, dual: number): TourBranch {
  let tree: TourBranch = { dual };
  for (let u = n - 1; u > 0; u--) {
    for (let v = u - 1; v >= 0; v--) tree = { edge: [u, v], without: tree, with: tree };
  }
  return tree;
}

function certify(instance: TourInstance, tour: readonly number[], length: number): TourCertificate {
  const { n } = toClosedForm(toTourProblem(instance));
  return {
    format: "alidade-tour-certificate",
    version: 1,
    instance,
    tour,
    length,
    lower: length,
    scale: 1,
    cuts: [],
    duals: [{ y: new Array(n).fill(0), mu: [] }],
    fixings: [],
    tree: exhaustiveTree(n, 0),
  };
}

const table = (n: number, directed: boolean) =>
  fc.array(fc.integer({ min: 0, max: 20 }), { minLength: n * n, maxLength: n * n }).map((flat) =>
    Array.from({ length: n }, (_, i) =>
      Array.from(
        { length: n },
        (_, j) => i === j ? 0 : flat[directed ? i * n + j : Math.min(i, j) * n + Math.max(i, j)]!,
      ))
  );

const instances: fc.Arbitrary<TourInstance> = fc.oneof(
  table(5, false).map((weights) => ({ form: "closed" as const, weights })),
  table(6, false).map((weights) => ({ form: "closed" as const, weights })),
  table(5, false).map((weights) => ({ form: "open" as const, weights })),
  table(5, false).map((weights) => ({ form: "open" as const, start: 2, weights })),
  table(5, false).map((weights) => ({ form: "open" as const, start: 3, end: 1, weights })),
  table(4, true).map((weights) => ({ form: "closed" as const, directed: true, weights })),
  table(4, true).map((weights) => ({ form: "open" as const, directed: true, end: 1, weights })),
);

Deno.test("closed forms keep every tour and its length", () => {
  fc.assert(
    fc.property(instances, (instance) => {
      const problem = toTourProblem(instance);
      const form = toClosedForm(problem);
      for (const { tour, length } of enumerate(instance)) {
        const cycle = toClosedTour(problem, tour);
        let sum = 0;
        cycle.forEach((v, k) => sum += form.weights[v * form.n + cycle[(k + 1) % form.n]!]!);
        assertEquals(sum, length);
        const turned = [...cycle.slice(2), ...cycle.slice(0, 2)];
        for (const same of [cycle, turned, turned.toReversed()]) {
          const back = fromClosedTour(problem, same);
          assertEquals(toClosedTour(problem, back).length, form.n);
          assertEquals(
            enumerate(instance).find((t) => t.tour.join() === back.join())?.length,
            length,
          );
        }
      }
    }),
    { numRuns: 12 },
  );
});

Deno.test("a complete enumeration proves the optimum, and nothing above it", () => {
  fc.assert(
    fc.property(instances, (instance) => {
      const tours = enumerate(instance);
      const { tour, length } = tours[0]!;
      const certificate = certify(instance, tour, length);
      const proof = checkTour(certificate);
      assertEquals([proof.reason, proof.optimal, proof.lower], [null, true, length]);
      const other = tours[tours.length - 1]!;
      if (other.length === length) return;
      const claim = certify(instance, other.tour, other.length);
      assertFalse(checkTour(claim).proven);
      assertFalse(checkTour({ ...claim, lower: length + 1 }).proven);
      assert(checkTour({ ...claim, lower: length }).proven);
      assertFalse(checkTour({ ...claim, lower: length }).optimal);
    }),
    { numRuns: 40 },
  );
});

Deno.test("no dual solution, fixing or cut proves more than the optimum", () => {
  const n = 6;
  const small = fc.integer({ min: -12, max: 25 });
  const set = fc.uniqueArray(fc.nat(n - 1), { minLength: 1, maxLength: n - 1 });
  const cut = fc.record({
    sets: fc.array(set, { minLength: 1, maxLength: 4 }),
    rhs: fc.integer({ min: 2, max: 10 }),
  });
  const linear = fc.record({
    y: fc.array(small, { minLength: n, maxLength: n }),
    mu: fc.array(fc.tuple(fc.nat(2), fc.nat(9)), { maxLength: 3 }),
  });
  const onetree = fc.record({
    pi: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: n, maxLength: n }),
    root: fc.nat(n - 1),
  });
  const dual: fc.Arbitrary<TourDual> = fc.oneof(linear, onetree);
  const { tree } = fc.letrec<{ tree: TourBranch }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.record({ dual: fc.nat(2) }),
      fc.record({
        edge: fc.uniqueArray(fc.nat(n - 1), { minLength: 2, maxLength: 2 }).map((e) =>
          e as [number, number]
        ),
        without: tie("tree"),
        with: tie("tree"),
      }),
    ),
  }));
  let proven = 0;
  fc.assert(
    fc.property(
      table(n, false),
      fc.array(cut, { minLength: 3, maxLength: 3 }),
      fc.array(dual, { minLength: 3, maxLength: 3 }),
      fc.array(fc.nat(2), { maxLength: 2 }),
      tree,
      (weights, cuts, duals, fixings, tree) => {
        const instance: TourInstance = { form: "closed", weights };
        const tours = enumerate(instance);
        const [best, worst] = [tours[0]!, tours[tours.length - 1]!];
        const claim = { ...certify(instance, worst.tour, worst.length), duals, fixings, tree };
        for (const lower of [best.length + 1, worst.length]) {
          if (lower <= best.length || lower > worst.length) continue;
          // cuts that do not hold are refused, so that each claim is tried with valid ones too
          assertFalse(checkTour({ ...claim, cuts, lower }).proven);
          const valid = cuts.map(({ sets }) => ({ sets: sets.slice(0, 1), rhs: 2 }));
          assertFalse(checkTour({ ...claim, cuts: valid, lower }).proven);
        }
        for (const share of [0.4, 0.7, 0.9]) {
          const lower = Math.floor(best.length * share);
          const valid = cuts.map(({ sets }) => ({ sets: sets.slice(0, 1), rhs: 2 }));
          if (checkTour({ ...claim, cuts: valid, lower }).proven) proven++;
        }
      },
    ),
    { numRuns: 300 },
  );
  assert(proven > 50, `only ${proven} claims below the optimum were proven`);
});

Deno.test("combs hold, and stronger right-hand sides do not", () => {
  const n = 8;
  const weights = Array.from({ length: n }, () => new Array<number>(n).fill(1));
  const base = certify({ form: "closed", weights }, [0, 1, 2, 3, 4, 5, 6, 7], 8);
  const comb = [[0, 1, 2, 6], [0, 3], [1, 4], [2, 5]];
  const check = (sets: number[][], rhs: number) =>
    checkTour({
      ...base,
      cuts: [{ sets, rhs }],
      duals: [{ pi: new Array(n).fill(0), root: 0 }],
      tree: { dual: 0 },
    });
  assertEquals(check(comb, 10).reason, null);
  assertStringIncludes(check(comb, 11).reason ?? "", "closed walk costs 10");
  assertStringIncludes(check([[0, 1], [2, 3]], 5).reason ?? "", "closed walk costs 4");
  assertStringIncludes(check([[0, 0]], 2).reason ?? "", "distinct points");
});

Deno.test("what is wrong with a certificate is named", () => {
  const points = [[0, 0], [4, 0], [4, 3], [0, 3]] as const;
  const good = certify({ form: "closed", points, metric: "EUC_2D" }, [0, 1, 2, 3], 14);
  assert(checkTour(good).optimal);
  const cases: [Partial<Record<keyof TourCertificate, unknown>>, string][] = [
    [{ tour: [0, 1, 2] }, "must have 4 points"],
    [{ tour: [0, 1, 2, 2] }, "point 2 twice"],
    [{ tour: [0, 2, 1, 3] }, "16 long, the certificate says 14"],
    [{ length: 13 }, "lower is 14"],
    [{ lower: 13 }, "lower must be 2s below the length"],
    [{ version: 2 }, "the format is"],
    [{ scale: 0 }, "the scale is 0"],
    [{ scale: 2 ** 51 }, "passes 2^52"],
    [{ duals: [] }, "names dual 0 of 0"],
    [{ duals: [{ y: [0, 0, 0], mu: [] }] }, "not 4 whole numbers"],
    [{ duals: [{ y: [0, 0, 0, 0.5], mu: [] }] }, "not 4 whole numbers"],
    [{ duals: [{ y: [0, 0, 0, 0], mu: [[0, 1]] }] }, "names cut 0 of 0"],
    [{ duals: [{ y: [2 ** 52, 0, 0, 0], mu: [] }] }, "a third of 2^53"],
    [{ fixings: [3] }, "fixing names dual 3"],
    [{ tree: { edge: [0, 1] } }, "branch missing"],
    [{ tree: { edge: [0, 7], with: { dual: 0 }, without: { dual: 0 } } }, "not an edge"],
    [{ tree: { infeasible: true } }, "nothing shows that"],
    [{ tree: { dual: 0 } }, "leaf 1 proves 0, must be more than 12"],
    [{ instance: { form: "closed", points, metric: "euclidean" } }, "sumBits must say"],
    [{ instance: { form: "closed", points: [[0, 0]], metric: "EUC_2D" } }, "Cannot read tour"],
  ];
  for (const [change, says] of cases) {
    const proof = checkTour({ ...good, ...change } as TourCertificate);
    assertFalse(proof.proven, says);
    assertStringIncludes(proof.reason ?? "", says);
  }
});
