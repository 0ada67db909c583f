import { accuracyOf } from "../../tasks/accuracy.ts";
import {
  isWithinFactorTwo,
  meanRelativeAccuracy,
  meanRelativeAccuracyInDoubles,
  pairsInOrder,
} from "../../tasks/grades.ts";
import { assert, assertEquals, assertThrows } from "../_assert.ts";

Deno.test("grades: mean relative accuracy counts the thresholds that hold, exactly", () => {
  // By hand: 20 |said - right| <= k |right| for k = 1..10.
  const cases = [
    ["5", "5", 10],
    ["4", "5", 7],
    ["6", "5", 7],
    ["4.75", "5", 10],
    ["4.7499", "5", 9],
    ["2.5", "5", 1],
    ["2.4999", "5", 0],
    ["-5", "5", 0],
    ["-4", "-5", 7],
    ["0", "0", 10],
    ["0.0001", "0", 0],
    ["4e0", "5", 7],
    ["0.8", "1", 7],
  ] as const;
  for (const [said, right, points] of cases) {
    assertEquals(meanRelativeAccuracy(said, right), { points, of: 10 }, `${said} of ${right}`);
  }
});

Deno.test("grades: in doubles it is what numpy's linspace gives", () => {
  // (abs(p - 10) / 10 <= 1 - np.linspace(0.5, 0.95, 10)).sum(), numpy 2.4.
  const by10 = [
    [5, 1],
    [5.5, 1],
    [6, 3],
    [6.5, 4],
    [7, 5],
    [7.5, 6],
    [8, 6],
    [8.5, 8],
    [9, 9],
    [
      9.5,
      10,
    ],
    [10, 10],
    [15, 1],
    [14.5, 1],
  ] as const;
  for (const [said, points] of by10) {
    assertEquals(meanRelativeAccuracyInDoubles(said, 10), { points, of: 10 }, String(said));
  }
  assertEquals(meanRelativeAccuracyInDoubles(4, 5).points, 6);
  assertEquals(meanRelativeAccuracyInDoubles(0, 0).points, 0);
});

Deno.test("grades: both mean relative accuracies differ by a threshold at most", () => {
  for (let said = 1; said <= 200; said++) {
    const exact = meanRelativeAccuracy(said, 100).points;
    const doubles = meanRelativeAccuracyInDoubles(said, 100).points;
    assert(exact - doubles === 0 || exact - doubles === 1, `${said}: ${exact}, ${doubles}`);
    const isAtThreshold = said % 5 === 0;
    assert(isAtThreshold || exact === doubles, String(said));
  }
});

Deno.test("grades: factor 2 is open at both ends", () => {
  const within = (said: string, right: string) => isWithinFactorTwo(said, right);
  assertEquals(["5", "9.99", "10", "2.5", "2.51", "-5", "0"].map((s) => within(s, "5")), [
    true,
    true,
    false,
    false,
    true,
    false,
    false,
  ]);
  assertEquals([within("0", "0"), within("1", "0"), within("-3", "-4")], [true, false, true]);
});

Deno.test("grades: pairs in order, against every order of four", () => {
  const right = ["A", "B", "C", "D"];
  const orders = (of: readonly string[]): string[][] =>
    of.length === 0
      ? [[]]
      : of.flatMap((x) => orders(of.filter((y) => y !== x)).map((o) => [x, ...o]));
  for (const said of orders(right)) {
    // Six pairs less the inversions, which a bubble sort counts.
    const sorted = [...said];
    let swaps = 0;
    for (let i = 0; i < 4; i++) {
      for (let j = 0; j < 3; j++) {
        if (sorted[j]! <= sorted[j + 1]!) continue;
        [sorted[j], sorted[j + 1]] = [sorted[j + 1]!, sorted[j]!];
        swaps++;
      }
    }
    assertEquals(pairsInOrder(said, right), { points: 6 - swaps, of: 6 }, said.join());
  }
  assertEquals(pairsInOrder(["A", "C"], ["A", "B", "C"]), { points: 1, of: 3 });
  assertEquals(pairsInOrder(["A", "E", "B"], ["A", "B"]), { points: 1, of: 1 });
  assertEquals(pairsInOrder(["A"], ["A"]), null);
});

Deno.test("accuracy: Wilson's interval solves the equation that defines it", () => {
  const z = 1.959963984540054;
  for (const [right, of] of [[8, 10], [1, 2], [1, 1000], [999, 1000], [50, 100]] as const) {
    const { accuracy, interval } = accuracyOf(right, of);
    for (const [i, p] of interval!.entries()) {
      // |share - p| = z sqrt(p (1 - p) / n) at the ends, rounded outwards.
      const outside = Math.abs(accuracy! - p) - z * Math.sqrt(p * (1 - p) / of);
      const inner = i === 0 ? p + 1e-4 : p - 1e-4;
      const inside = Math.abs(accuracy! - inner) - z * Math.sqrt(inner * (1 - inner) / of);
      assert(outside >= -1e-12 && inside <= 1e-12, `${right} of ${of}: ${outside}, ${inside}`);
    }
  }
  assertEquals(accuracyOf(0, 10).interval, [0, 0.2776]);
  assertEquals(accuracyOf(10, 10).interval, [0.7224, 1]);
  assertEquals(accuracyOf(0, 0), { right: 0, of: 0, accuracy: null, interval: null });
  assertThrows(() => accuracyOf(3, 2), RangeError, "Cannot take the accuracy");
});
