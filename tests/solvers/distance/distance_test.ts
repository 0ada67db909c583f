import {
  distanceKey,
  type Exact,
  formatScaled,
  type Metric,
  parseDecimal,
} from "../../../geometry/mod.ts";
import {
  checkComparison,
  checkDistance,
  checkDistanceBin,
  checkDistanceRatio,
  checkExtremePair,
  checkNearest,
  checkRanking,
  checkShapeDistance,
  checkWithin,
  distanceBinOf,
  distanceCuts,
  distanceGapBound,
  exact,
  type Extreme,
  farthestOf,
  farthestPairOf,
  type Margin,
  nearestOf,
  nearestPairOf,
  type Outcome,
  type PlanePoint,
  type PlaneShape,
  rankByDistance,
  solveComparison,
  solveDistance,
  solveDistanceBin,
  solveDistanceRatio,
  solveExtremePair,
  solveNearest,
  solveRanking,
  solveShapeDistance,
  solveWithin,
  tie,
} from "../../../solvers/mod.ts";
import { assert, assertEquals, assertThrows } from "../../_assert.ts";
import fc from "../../_fast_check.ts";

const metric = fc.constantFrom<Metric[]>("euclidean", "manhattan", "chebyshev");
const extreme = fc.constantFrom<Extreme[]>("nearest", "farthest");
/** Few values make many ties; decimals of unlike length make scales. */
const coordinate = fc.oneof(
  fc.integer({ min: -4, max: 4 }),
  fc.integer({ min: -400, max: 400 }).map((x) => (x / 100).toFixed(2)),
  fc.integer({ min: -40, max: 40 }).map((x) => (x / 10).toFixed(1)),
);
const points = fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 8 })
  .map((list) => list.map(([x, y], i): PlanePoint => ({ name: `P${i}`, x, y })));

Deno.test("distance solvers: the checkers agree on random decimals", () => {
  fc.assert(
    fc.property(points, metric, extreme, (all, metric, extreme) => {
      const [from, ...rest] = all as [PlanePoint, ...PlanePoint[]];
      const to = rest[0]!;
      const near = { from, points: rest, metric, extreme };
      assertEquals(checkNearest(near, solveNearest(near)), null);
      const pair = { points: all, metric, extreme };
      assertEquals(checkExtremePair(pair, solveExtremePair(pair)), null);
      const rank = { from, points: rest, metric };
      assertEquals(checkRanking(rank, solveRanking(rank)), null);
      const single = { from, to, metric };
      assertEquals(checkDistance(single, solveDistance(single)), null);
      const ends = {
        points: all,
        first: ["P0", "P1"],
        second: ["P1", "P2"],
        metric,
      } as const;
      assertEquals(checkDistanceRatio(ends, solveDistanceRatio(ends)), null);
      for (const asked of ["shorter", "longer"] as const) {
        const compare = { ...ends, asked };
        assertEquals(checkComparison(compare, solveComparison(compare)), null);
      }
    }),
    { numRuns: 800 },
  );
});

Deno.test("solveDistanceBin, solveWithin: the checkers agree on and beside the cuts", () => {
  const cuts = fc.uniqueArray(fc.integer({ min: -2, max: 30 }), { minLength: 1, maxLength: 4 })
    .map((list) => list.sort((a, b) => a - b).map((x) => x % 3 === 0 ? `${x}/3` : `${x}e0`));
  const sorted = cuts.map((list) => list.sort((a, b) => value(a) - value(b))).filter((list) =>
    list.every((cut, i) => i === 0 || value(cut) > value(list[i - 1]!))
  );
  const rule = fc.constantFrom("upper", "lower", "tie" as const);
  const within = fc.constantFrom("within", "beyond", "tie" as const);
  fc.assert(
    fc.property(points, metric, sorted, rule, within, (all, metric, cuts, onCut, onThreshold) => {
      const [from, to] = all as [PlanePoint, PlanePoint];
      const bins = { from, to, metric, cuts, onCut };
      assertEquals(checkDistanceBin(bins, solveDistanceBin(bins)), null);
      const near = { from, to, metric, threshold: cuts[0]!, onThreshold };
      assertEquals(checkWithin(near, solveWithin(near)), null);
    }),
    { numRuns: 1500 },
  );
});

function value(cut: string): number {
  const [p, q = "1"] = cut.split("/") as [string, string?];
  return Number(p) / Number(q);
}

function rightOf<V>(outcome: Outcome<V>): readonly V[] {
  if (outcome.status === "tie") return outcome.values;
  return outcome.status === "exact" ? [outcome.value] : [];
}

Deno.test("distance kernels: answer as the solvers do, on small and 25-bit integers", () => {
  for (const size of [3, 2 ** 25]) {
    const integer = fc.integer({ min: -size, max: size });
    const flat = fc.array(fc.tuple(integer, integer), { minLength: 3, maxLength: 9 });
    fc.assert(
      fc.property(flat, metric, (list, metric) => {
        const [[x, y], ...rest] = list as [[number, number], ...[number, number][]];
        const named = list.map(([x, y], i): PlanePoint => ({ name: `${i - 1}`, x, y }));
        const [from, ...others] = named as [PlanePoint, ...PlanePoint[]];
        const coordinates = Float64Array.from(rest.flat());
        const count = rest.length;
        const key = (i: number) => distanceKey(metric, rest[i]![0] - x, rest[i]![1] - y);
        for (
          const [extreme, kernel] of [["nearest", nearestOf], ["farthest", farthestOf]] as const
        ) {
          const slow = solveNearest({ from, points: others, metric, extreme });
          const fast = kernel(metric, coordinates, count, x, y);
          if (slow.status === "exact") {
            assertEquals(fast, Number(slow.value));
            const next = Math.min(
              ...rest.map((_, i) =>
                i === fast ? Infinity : distanceGapBound(metric, key(fast), key(i))
              ),
            );
            assert(Math.abs(next - slow.margin!.value) <= 1e-14 * next, "margins differ");
          } else assertEquals(~fast, Number(rightOf(slow)[0]));
        }
        for (
          const [extreme, kernel] of [
            ["nearest", nearestPairOf],
            ["farthest", farthestPairOf],
          ] as const
        ) {
          const slow = solveExtremePair({ points: others, metric, extreme });
          const fast = kernel(metric, coordinates, count);
          const [i, j] = rightOf(slow)[0]!;
          assertEquals(slow.status === "exact" ? fast : ~fast, Number(i) * count + Number(j));
        }
        const order = new Uint32Array(count);
        const ranking = solveRanking({ from, points: others, metric });
        assert(ranking.status === "exact");
        const groups = rankByDistance(
          metric,
          coordinates,
          count,
          x,
          y,
          order,
          new Float64Array(count),
        );
        assertEquals(groups, ranking.value.length);
        assertEquals([...order].map(String), ranking.value.flat());
      }),
      { numRuns: 400 },
    );
  }
});

Deno.test("distanceBinOf: answers as solveDistanceBin does", () => {
  const cuts = ["-1", "0", "1/3", "0.5", "1.414", 2, "2.5", 5];
  for (const metric of ["euclidean", "manhattan", "chebyshev"] as const) {
    const keys = distanceCuts(metric, cuts, 1);
    for (let x = 0; x <= 60; x++) {
      for (let y = 0; y <= 12; y += 3) {
        const to = { name: "B", x: `${x}e-1`, y: `${y}e-1` };
        const from = { name: "A", x: 0, y: 0 };
        const slow = solveDistanceBin({ from, to, metric, cuts, onCut: "tie" });
        const fast = distanceBinOf(keys, distanceKey(metric, x, y));
        if (slow.status === "exact") assertEquals(fast, slow.value);
        else assertEquals(slow, tie([~fast, ~fast + 1]));
      }
    }
  }
  assertThrows(() => distanceCuts("euclidean", ["1e9"]), RangeError, "cuts[0]: 1e9, must have");
});

/** The shape 10^30 to the right, its rings closed and a polygon one of several. */
function moved(shape: PlaneShape): PlaneShape {
  const there = ([x, y]: readonly [Exact, Exact]) => {
    const { digits, scale } = parseDecimal(x);
    return [formatScaled(digits + 10n ** BigInt(30 + scale), scale), y] as const;
  };
  if ("point" in shape) return { point: there(shape.point) };
  if ("segment" in shape) return { segment: [there(shape.segment[0]), there(shape.segment[1])] };
  const rings = "polygons" in shape ? shape.polygons.flat() : shape.polygon;
  return { polygons: [rings.map((ring) => [...ring, ring[0]!].map(there))] };
}

Deno.test("solveShapeDistance: the checker agrees on points, segments, polygons", () => {
  const at = fc.tuple(coordinate, coordinate);
  const shape: fc.Arbitrary<PlaneShape> = fc.oneof(
    at.map((point) => ({ point })),
    fc.tuple(at, at).map((segment) => ({ segment })),
    fc.tuple(at, fc.integer({ min: 1, max: 3 })).map(([[x, y], size]) => {
      // A frame of width 1 around a hole, somewhere.
      const [left, low] = [Number(x), Number(y)];
      const box = (from: number, to: number) =>
        [[from, from], [to, from], [to, to], [from, to]].map(([dx, dy]) =>
          [(left + dx!).toFixed(2), (low + dy!).toFixed(2)] as const
        );
      return { polygon: [box(0, size + 2), box(1, size + 1)] };
    }),
  );
  fc.assert(
    fc.property(shape, shape, fc.boolean(), (from, to, isLong) => {
      const outcome = solveShapeDistance({ from, to });
      assertEquals(checkShapeDistance({ from, to }, outcome), null);
      assertEquals(solveShapeDistance({ from: to, to: from }), outcome);
      if (!isLong) return;
      // Moved so far, and closed: the same distance by integers of any length.
      const [there, back] = [moved(from), moved(to)];
      assertEquals(solveShapeDistance({ from: there, to: back }), outcome);
      assertEquals(checkShapeDistance({ from: there, to: back }, outcome), null);
    }),
    { numRuns: 400 },
  );
});

Deno.test("solveDistance: keeps every digit of coordinates far beyond doubles", () => {
  const from = { name: "A", x: "1e30", y: "0.000000000000000000001" };
  const to = { name: "B", x: "1e30", y: "0.000000000000000000004" };
  assertEquals(
    solveDistance({ from, to, metric: "euclidean" }),
    exact({
      squared: "0.000000000000000000000000000000000000000009",
      decimal: "0.000000000000000000003",
      approximate: 3e-21,
    }),
  );
});

Deno.test("distance checkers: refuse wrong values, margins and ties", () => {
  const list: PlanePoint[] = [
    { name: "A", x: 0, y: 0 },
    { name: "B", x: 3, y: 4 },
    { name: "C", x: 0, y: 5 },
    { name: "D", x: 1, y: 1 },
  ];
  const [from, ...others] = list as [PlanePoint, ...PlanePoint[]];
  const m = (value: number): Margin => ({ value, unit: "unit" });
  const near = { from, points: others, metric: "euclidean", extreme: "nearest" } as const;
  const far = { ...near, extreme: "farthest" } as const;
  const right: [string | null, Outcome<string>][] = [
    [null, exact("D", m(3.58))],
    ["B is not beaten by the margin", exact("D", m(3.59))],
    ["C is not beaten by the margin", exact("B", m(0))],
    ["D is not equal", tie(["B", "D"])],
  ];
  for (const [expected, outcome] of right) {
    const found = checkNearest(near, outcome);
    assertEquals(found === null, expected === null, `${found}`);
  }
  assertEquals(checkNearest(far, tie(["B", "C"])), null);
  assertEquals(checkNearest(far, exact("B", m(0))), "C is left out");
  assertEquals(checkNearest(far, tie(["B", "C", "B"])), "a candidate is claimed twice");
  const rank = { from, points: others, metric: "euclidean" } as const;
  assertEquals(checkRanking(rank, exact([["D"], ["B", "C"]], m(3.5))), null);
  assertEquals(checkRanking(rank, exact([["D"], ["B"], ["C"]], m(0))) === null, false);
  assertEquals(checkRanking(rank, exact([["D"], ["B", "C"]], m(4))) === null, false);
  assertEquals(checkRanking(rank, exact([["D"], ["B"]], m(3))) === null, false);
  const single = { from, to: others[2]!, metric: "euclidean" } as const;
  const claim = { squared: "2", decimal: null, approximate: Math.SQRT2 };
  assertEquals(checkDistance(single, exact(claim)), null);
  assertEquals(checkDistance(single, exact({ ...claim, approximate: 1.4142135 })) === null, false);
  assertEquals(checkDistance(single, exact({ ...claim, decimal: "1.414" })), "the root is wrong");
  const five = { from, to: others[0]!, metric: "euclidean" } as const;
  const root = { squared: "25", decimal: null, approximate: 5 };
  assertEquals(checkDistance(five, exact(root)), "the root is rational");
});

Deno.test("distance solvers: one clear error for names, counts and numbers", () => {
  const from: PlanePoint = { name: "A", x: 0, y: 0 };
  const to: PlanePoint = { name: "B", x: 1, y: 0 };
  const near = (from: PlanePoint, points: PlanePoint[]) => () =>
    solveNearest({ from, points, metric: "euclidean", extreme: "nearest" });
  assertThrows(near(from, []), RangeError, "points: 0 given, must be at least 1");
  assertThrows(near(from, [to, to]), RangeError, 'points[1]: its name "B" is that of points[0]');
  assertThrows(near(from, [from]), RangeError, 'points[0]: its name "A" is that of from');
  assertThrows(near(from, [{ ...to, x: NaN }]), RangeError, "points[0].x: NaN");
  assertThrows(near({ ...from, y: 0.5 }, [to]), RangeError, "from.y: 0.5, must be");
  assertThrows(near(from, [{ ...to, x: 1e308 }]), RangeError, "points[0].x: 1e+308");
  assertThrows(near(from, [{ ...to, x: "left" }]), SyntaxError, 'points[0].x: "left"');
  const ends = { points: [from, to], first: ["A", "B"], second: ["A", "Z"] } as const;
  assertThrows(
    () => solveComparison({ ...ends, asked: "longer", metric: "euclidean" }),
    RangeError,
    'from "Z": no point has that name',
  );
  const bins = { from, to, metric: "euclidean", onCut: "tie" } as const;
  assertThrows(() => solveDistanceBin({ ...bins, cuts: [] }), RangeError, "0 given");
  assertThrows(() => solveDistanceBin({ ...bins, cuts: [2, "4/2"] }), RangeError, "cuts[1]: 4/2");
  assertThrows(
    () => solveShapeDistance({ from: { point: ["1e60", 0] }, to: { point: ["0.1", 0] } }),
    RangeError,
    "with 1 decimals, must be at most 2^200",
  );
  assertThrows(
    () => solveShapeDistance({ from: { point: [0, 0] }, to: { polygon: [[[0, 0], [1, 1]]] } }),
    RangeError,
    "ring 0 has less than 3 corners",
  );
});
