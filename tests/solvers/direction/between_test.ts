import { assert, assertEquals, assertThrows } from "../../_assert.ts";
import fc from "../../_fast_check.ts";
import { orientation } from "../../../geometry/orientation.ts";
import {
  type BetweenInstance,
  checkBetween,
  checkSide,
  type SideInstance,
  solveBetween,
  solveSide,
} from "../../../solvers/mod.ts";

const small = fc.integer({ min: -5, max: 5 });
const coordinate = fc.oneof(small, fc.integer({ min: -99, max: 99 }).map((n) => `${n / 10}`));
const point = fc.tuple(coordinate, coordinate);
const by = fc.constantFrom("segment" as const, "projection" as const);

Deno.test("solveBetween() knows the ends, the strip and the line", () => {
  const ask = (point: BetweenInstance["point"], by: BetweenInstance["by"]) =>
    solveBetween({ point, from: [0, 0], to: [4, 4], by });
  const unit = "unit";
  assertEquals(ask([2, 2], "segment"), {
    status: "exact",
    value: true,
    margin: { value: 0, unit },
  });
  assertEquals(ask([4, 4], "segment"), { status: "tie", values: [true, false] });
  assertEquals(ask([4, 4], "projection"), { status: "tie", values: [true, false] });
  assertEquals(ask([0, 8], "projection"), { status: "tie", values: [true, false] });
  const past = ask([7, 8], "segment");
  assertEquals(past, { status: "exact", value: false, margin: { value: 5, unit } });
  assertEquals(ask([5, 5], "segment").status, "exact");
  assertEquals(
    solveBetween({ point: [1, 2], from: [3, 3], to: ["3.0", 3], by: "segment" }).status,
    "impossible",
  );
  assertThrows(() => ask([1, 1], "line" as "segment"), RangeError, 'by: "line"');
});

Deno.test("solveBetween() agrees with every lattice point of a segment, and with its checker", () => {
  const reach = [-3, -2, -1, 0, 1, 2, 3];
  const on = new Set<string>();
  for (const k of [1, 2, 3, 4, 5]) on.add([-3 + k, 3 - k].join());
  for (const x of reach) {
    for (const y of reach) {
      const outcome = solveBetween({ point: [x, y], from: [-3, 3], to: [3, -3], by: "segment" });
      if (Math.abs(x) === 3 && x === -y) assertEquals(outcome.status, "tie");
      else assertEquals(outcome.status === "exact" && outcome.value, on.has([x, y].join()));
    }
  }
  fc.assert(fc.property(point, point, point, by, (point, from, to, by) => {
    const instance: BetweenInstance = { point, from, to, by };
    const outcome = solveBetween(instance);
    assertEquals(checkBetween(instance, outcome), null);
    assertEquals(solveBetween({ ...instance, from: to, to: from }), outcome);
  }));
});

Deno.test("the margin of solveBetween() is close to the distance that doubles see", () => {
  fc.assert(fc.property(point, point, point, (point, from, to) => {
    const outcome = solveBetween({ point, from, to, by: "projection" });
    if (outcome.status !== "exact") return;
    const [p, a, b] = [point, from, to].map((q) => q.map(Number));
    const length = Math.hypot(b![0]! - a![0]!, b![1]! - a![1]!);
    const along = ((p![0]! - a![0]!) * (b![0]! - a![0]!) + (p![1]! - a![1]!) * (b![1]! - a![1]!)) /
      length;
    const distance = Math.min(Math.abs(along), Math.abs(along - length));
    assert(Math.abs(outcome.margin!.value - distance) < 1e-9);
  }));
});

Deno.test("solveSide() is the orientation, its checker agrees, mirrors swap the sides", () => {
  const swap = { left: "right", right: "left", on: "on" } as const;
  fc.assert(fc.property(point, point, point, (point, from, to) => {
    const instance: SideInstance = { point, from, to, frame: "y-up" };
    const outcome = solveSide(instance);
    assertEquals(checkSide(instance, outcome), null);
    if (outcome.status !== "exact") return;
    const [px, py, ax, ay, bx, by] = [...point, ...from, ...to].map((x) =>
      Math.round(Number(x) * 10)
    ) as [number, number, number, number, number, number];
    const sign = orientation(ax, ay, bx, by, px, py);
    assertEquals(outcome.value, (["right", "on", "left"] as const)[sign + 1]);
    const margin = outcome.margin;
    const mirrored = { status: "exact", value: swap[outcome.value], margin };
    assertEquals<unknown>(solveSide({ ...instance, frame: "y-down" }), mirrored);
    assertEquals<unknown>(solveSide({ ...instance, from: to, to: from }), mirrored);
  }));
});

Deno.test("the checkers refuse wrong claims", () => {
  const ends = { from: [0, 0], to: [4, 0] } as const;
  const instance: BetweenInstance = { ...ends, point: [1, 2], by: "projection" };
  const claim = (value: boolean, margin: number) =>
    ({ status: "exact", value, margin: { value: margin, unit: "unit" } }) as const;
  assertEquals(checkBetween(instance, claim(true, 1)), null);
  assertEquals(checkBetween(instance, claim(true, 1.0000001)), "the margin is too large");
  assertEquals(checkBetween(instance, claim(false, 1)), "the answer is true");
  const segment: BetweenInstance = { ...instance, by: "segment" };
  assertEquals(checkBetween(segment, claim(false, 2)), null);
  assertEquals(checkBetween(segment, claim(false, 2.1)), "the margin is too large");
  const side: SideInstance = { ...ends, point: [1, 2], frame: "y-up" };
  const left = { status: "exact", value: "left", margin: { value: 2, unit: "unit" } } as const;
  assertEquals(checkSide(side, left), null);
  assertEquals(checkSide({ ...side, frame: "y-down" }, left), "the answer is right");
  assertEquals(checkSide(side, { ...left, margin: null }), "the margin is no length");
});
