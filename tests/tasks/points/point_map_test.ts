import { position, region } from "../../../tasks/mod.ts";
import { assertThrows } from "../../_assert.ts";

Deno.test("a map holds its points", () => {
  const map = (x: number, side: number) => ({
    frame: "y-up",
    points: [["red", x, 5]],
    of: "red",
    side,
  });
  for (const [x, side, words] of [[11, 10, "outside"], [-1, 10, "outside"], [0, 0, "side"]]) {
    const instance = map(x as number, side as number);
    assertThrows(() => position.solve(instance), RangeError, words as string);
    assertThrows(() => region.solve({ ...instance, cuts: "thirds" }), RangeError, words as string);
  }
});
