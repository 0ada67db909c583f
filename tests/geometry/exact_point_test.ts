import { assertEquals, assertThrows } from "../_assert.ts";
import { type ExactPoint, scalePoints } from "../../geometry/exact_point.ts";

Deno.test("scalePoints() brings points to one scale and names what is wrong", () => {
  const { points, scale } = scalePoints({ a: [1, "0.25"], b: ["-1e-3", "2e2"] });
  assertEquals(points, { a: { x: 1000n, y: 250n }, b: { x: -1n, y: 200_000n } });
  assertEquals(scale, 3);
  assertThrows(() => scalePoints({ goal: [1, 0.5] }), RangeError, "Cannot read goal.y: 0.5");
  assertThrows(() => scalePoints({ goal: ["x", 1] }), SyntaxError, "Cannot read goal.x");
  const short = [1] as unknown as ExactPoint;
  assertThrows(() => scalePoints({ goal: short }), TypeError, "Cannot read goal: [1], must be");
});
