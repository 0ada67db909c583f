import {
  compareDistanceGap,
  compareDistanceRatio,
  compareDistances,
  compareDistanceTo,
  distanceKey,
  type Metric,
} from "../../geometry/mod.ts";
import { assertEquals, assertThrows } from "../_assert.ts";
import fc from "../_fast_check.ts";
import { slowSqrt } from "./_roots_oracle.ts";

const METRICS = ["euclidean", "manhattan", "chebyshev"] as const;
const metric = fc.constantFrom(...METRICS);

/** The double as an integer multiple of 2^-1074, read from its bits. */
function bits(x: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const word = view.getBigUint64(0);
  const exponent = word >> 52n & 2047n;
  const digits = (word & (1n << 52n) - 1n) + (exponent === 0n ? 0n : 1n << 52n);
  const size = digits << (exponent === 0n ? 0n : exponent - 1n);
  return x < 0 ? -size : size;
}

function abs(x: bigint): bigint {
  return x < 0n ? -x : x;
}

function slowKey(metric: Metric, p: readonly number[]): bigint {
  const [ax, ay, bx, by] = p.map(bits) as [bigint, bigint, bigint, bigint];
  if (metric === "euclidean") return (ax - bx) ** 2n + (ay - by) ** 2n;
  if (metric === "manhattan") return abs(ax - bx) + abs(ay - by);
  return abs(ax - bx) > abs(ay - by) ? abs(ax - bx) : abs(ay - by);
}

type Eight = [number, number, number, number, number, number, number, number];

function check(metric: Metric, p: Eight) {
  const gap = slowKey(metric, p.slice(0, 4)) - slowKey(metric, p.slice(4));
  assertEquals(compareDistances(metric, ...p), gap > 0n ? 1 : gap < 0n ? -1 : 0);
}

function eight(value: fc.Arbitrary<number>): fc.Arbitrary<Eight> {
  return fc.tuple(value, value, value, value, value, value, value, value);
}

Deno.test("compareDistances: agrees with BigInt on small, 25-bit, 53-bit and general doubles", () => {
  const values = [
    fc.integer({ min: -6, max: 6 }),
    fc.integer({ min: -(2 ** 25), max: 2 ** 25 }),
    fc.maxSafeInteger(),
    fc.integer({ min: -40, max: 40 }).map((x) => x / 10),
    fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((x) => Math.abs(x) < 1e-40 ? 0 : x),
  ];
  for (const value of values) {
    fc.assert(fc.property(metric, eight(value), check), { numRuns: 1500 });
  }
});

Deno.test("compareDistances: sees one bit, and ties that rounding hides", () => {
  for (const metric of METRICS) {
    for (const x of [0.1, 1 / 3, 2 ** 40 + 0.5, 2 ** -130, 2 ** 139]) {
      const next = x * (1 + 2 ** -52);
      check(metric, [0, 0, x, x, 0, 0, next, x]);
      check(metric, [0, 0, x, next, 0, 0, next, x]);
      check(metric, [x, 0, 0, x, -x, 0, 0, -next]);
      check(metric, [x, x, next, x, x, x, x, next]);
    }
    check(metric, [0.1, 0.2, 0.4, 0.6, 0, 0, 0.30000000000000004, 0.4]);
  }
});

Deno.test("compareDistances: names a coordinate that is out of range", () => {
  assertThrows(
    () => compareDistances("euclidean", NaN, 0, 0, 0, 0, 0, 0, 0),
    RangeError,
    "ax: NaN",
  );
  assertThrows(
    () => compareDistances("manhattan", 0, 0, 0, 0, 0, 0, 0, Infinity),
    RangeError,
    "dy: Infinity, must be 0 or of magnitude",
  );
  assertThrows(
    () => compareDistances("euclidean", 1e308, 0, -1e308, 0, 0, 0, 0, 0),
    RangeError,
    "ax: 1e+308",
  );
});

/** The sign of a distance, times 10^40, less another length, likewise scaled. */
const SCALE = 10n ** 40n;

function length(metric: Metric, key: number): bigint {
  return metric === "euclidean" ? slowSqrt(BigInt(key) * SCALE * SCALE) : BigInt(key) * SCALE;
}

Deno.test("compareDistanceTo, Ratio, Gap: agree with 40 decimals", () => {
  const key = fc.integer({ min: 0, max: 400 });
  const threshold = fc.tuple(fc.integer({ min: -3, max: 60 }), fc.integer({ min: 1, max: 9 }));
  const near = (x: bigint) => abs(x) < 10n ** 6n ? 0 : x > 0n ? 1 : -1;
  fc.assert(
    fc.property(metric, key, key, threshold, (metric, a, b, [p, q]) => {
      const t = `${p}/${q}`;
      const [p0, q0] = [BigInt(p), BigInt(q)];
      const [la, lb] = [length(metric, a), length(metric, b)];
      assertEquals(compareDistanceTo(metric, a, t), near(la * q0 - p0 * SCALE));
      assertEquals(compareDistanceGap(metric, a, b, t), near(abs(la - lb) * q0 - p0 * SCALE));
      if (b > 0) assertEquals(compareDistanceRatio(metric, a, b, t), near(la * q0 - p0 * lb));
    }),
    { numRuns: 3000 },
  );
});

Deno.test("distance thresholds: one clear error for keys and thresholds", () => {
  assertThrows(() => compareDistanceRatio("euclidean", 1, 0, 1), RangeError, "distance of 0");
  assertThrows(() => compareDistanceTo("euclidean", -1, 1), RangeError, "must be at least 0");
  assertThrows(() => compareDistanceGap("euclidean", 1, 2, 0.5), RangeError, '"0.5"');
  assertThrows(() => compareDistanceGap("euclidean", 1, 2, "x"), SyntaxError, "threshold");
});

Deno.test("distanceKey: is exact at the largest lattice", () => {
  const d = 2 ** 26;
  assertEquals(BigInt(distanceKey("euclidean", d, d)), 2n * BigInt(d) ** 2n);
  assertEquals(distanceKey("chebyshev", -d, 3), d);
});
