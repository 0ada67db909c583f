import { assert, assertEquals, assertThrows } from "../../_assert.ts";
import fc from "../../_fast_check.ts";
import {
  toTourProblem,
  type TourInstance,
  type TourMetric,
} from "../../../solvers/tour/problem.ts";
import { tsplibDistance } from "../../../solvers/tour/tsplib_metric.ts";

const square = [[0, 0], [3, 0], [3, 4], [0, 4]] as const;

function closed(metric: TourMetric): TourInstance {
  return { form: "closed", points: square, metric };
}

Deno.test("toTourProblem() measures by every metric", () => {
  const diagonal = (metric: TourMetric) => toTourProblem(closed(metric)).weights[2];
  assertEquals(diagonal("manhattan"), 7);
  assertEquals(diagonal("chebyshev"), 4);
  assertEquals(diagonal("squared"), 25);
  assertEquals(diagonal("EUC_2D"), 5);
  assertEquals(diagonal("CEIL_2D"), 5);
  assertEquals(diagonal("MAN_2D"), 7);
  assertEquals(diagonal("MAX_2D"), 4);
  assertEquals(diagonal("ATT"), 2);
});

Deno.test("toTourProblem() scales decimals, also for TSPLIB metrics", () => {
  const points = [["0.5", "0.25"], [1, 0], ["1.5", 2]] as const;
  const exact = toTourProblem({ form: "open", points, metric: "squared" });
  assertEquals(exact.scale, 4);
  assertEquals(exact.weights[1], 3125);
  const rounded = toTourProblem({ form: "open", points, metric: "EUC_2D" });
  assertEquals([rounded.scale, rounded.weights[5]], [0, 2]);
});

Deno.test("toTourProblem() floors Euclidean lengths exactly", () => {
  const coordinate = fc.integer({ min: -(2 ** 30), max: 2 ** 30 });
  const points = fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 4 });
  fc.assert(fc.property(points, fc.integer({ min: 1, max: 50 }), (points, sumBits) => {
    const problem = toTourProblem({ form: "closed", points, metric: "euclidean" }, { sumBits });
    const bits = problem.euclidean!.bits;
    const up = BigInt(Math.max(0, bits));
    const down = BigInt(Math.max(0, -bits));
    for (let i = 0; i < points.length; i++) {
      for (let j = 0; j < points.length; j++) {
        const w = BigInt(problem.weights[i * points.length + j]!);
        const squared = BigInt(points[i]![0] - points[j]![0]) ** 2n +
          BigInt(points[i]![1] - points[j]![1]) ** 2n;
        assert((w << down) ** 2n <= squared << (2n * up));
        assert(((w + 1n) << down) ** 2n > squared << (2n * up));
        assert(w * BigInt(points.length) < 2n ** BigInt(sumBits));
      }
    }
  }));
});

Deno.test("tsplibDistance() GEO agrees with the table TSPLIB's documentation works out", () => {
  // ulysses22: its first two points; the published matrix form of ulysses begins with 509.
  assertEquals(tsplibDistance("GEO", 38.24, 20.42, 39.57, 26.15), 509);
});

Deno.test("toTourProblem() refuses what it cannot use, and says what it must be", () => {
  const refuse = (instance: TourInstance, ...words: string[]) => {
    for (const word of words) assertThrows(() => toTourProblem(instance), RangeError, word);
  };
  const two = [[0, 0], [1, 0]] as const;
  refuse({ form: "closed", points: [[0, 0]], metric: "euclidean" }, "1 point, must be at least 3");
  refuse({ form: "closed", points: two, metric: "euclidean" }, "2 points, must be at least 3");
  refuse({ form: "open", points: [[0, 0]], metric: "euclidean" }, "1 point, must be at least 2");
  refuse({ form: "open", points: two, metric: "euclidean", start: 2 }, "start 2", "from 0 to 1");
  refuse({ form: "open", points: two, metric: "euclidean", start: 1, end: 1 }, "different");
  refuse({ form: "closed", points: square, metric: "euclidean", start: 0 }, "must be open");
  refuse({ form: "closed", points: square, metric: "taxi" as TourMetric }, '"taxi"', "must be");
  refuse({ form: "closed", points: [[0, 0.5], ...two], metric: "MAN_2D" }, "points[0][1]", '"0.5"');
  const weights = [[0, 1, 2], [1, 0, 3], [2, 4, 0]];
  refuse({ form: "closed", weights }, "weights[1][2] is 3 and weights[2][1] is 4");
  refuse({ form: "closed", weights: [[0, 1], [1, 0], [1, 1]] }, "weights[0] has 2", "must have 3");
  refuse({ form: "open", weights: [[0, -1], [-1, 0]] }, "weights[0][1] is -1, must be 0 or more");
  refuse({ form: "open", weights: [[0, 2 ** 51], [2 ** 51, 0]] }, "at most 562949953421312");
  refuse({ form: "open", weights: [[0, "1e16"], [1, 0]] }, "weights[0][1] is 1e16");
  assertEquals(toTourProblem({ form: "closed", weights, directed: true }).symmetric, false);
});
