import { determinant, type Matrix3, rotationMatrix } from "../../../geometry/mod.ts";
import { assertAlmostEquals, assertEquals, assertThrows } from "../../_assert.ts";

Deno.test("rotationMatrix: quarter turns are exact, and turn y toward z toward x toward y", () => {
  const turn = (about: "+x" | "+y" | "+z") =>
    rotationMatrix([90], { form: "angle", about, unit: "degree" });
  assertEquals(turn("+x"), [1, 0, 0, 0, 0, -1, 0, 1, 0]);
  assertEquals(turn("+y"), [0, 0, 1, 0, 1, 0, -1, 0, 0]);
  assertEquals(turn("+z"), [0, -1, 0, 1, 0, 0, 0, 0, 1]);
});

Deno.test("rotationMatrix: one turn in every form", () => {
  // 2 acos(0.8) about (0, 0, 1): cosine 0.28, sine 0.96.
  const expected: Matrix3 = [0.28, -0.96, 0, 0.96, 0.28, 0, 0, 0, 1];
  const degrees = Math.acos(0.28) * 180 / Math.PI;
  const near = (m: Matrix3) => m.forEach((x, i) => assertAlmostEquals(x, expected[i]!, 1e-14));
  near(rotationMatrix([0, 0, 0.6, 0.8], { form: "quaternion", order: "xyzw" }));
  near(rotationMatrix([0.8, 0, 0, 0.6], { form: "quaternion", order: "wxyz" }));
  near(rotationMatrix(expected, { form: "matrix", axes: "columns" }));
  const rows = [[0.28, 0.96, 0], [-0.96, 0.28, 0], [0, 0, 1]];
  near(rotationMatrix(rows, { form: "matrix", axes: "rows" }));
  near(rotationMatrix([-degrees], { form: "angle", about: "-z", unit: "degree" }));
  for (const order of ["xyz", "zyx", "zxy"] as const) {
    near(rotationMatrix([0, 0, degrees], { form: "euler", order, about: "body", unit: "degree" }));
  }
});

Deno.test("rotationMatrix: about fixed axes is about the body's in reverse order", () => {
  const angles = [10, 20, 30];
  const fixed = rotationMatrix(angles, {
    form: "euler",
    order: "zxy",
    about: "fixed",
    unit: "degree",
  });
  const body = rotationMatrix(angles, {
    form: "euler",
    order: "yxz",
    about: "body",
    unit: "degree",
  });
  fixed.forEach((x, i) => assertAlmostEquals(x, body[i]!, 1e-15));
  assertAlmostEquals(determinant(fixed), 1, 1e-12);
});

Deno.test("rotationMatrix: what is no rotation is named", () => {
  const quaternion = { form: "quaternion", order: "xyzw" } as const;
  const matrix = { form: "matrix", axes: "columns" } as const;
  assertThrows(
    () => rotationMatrix([0, 0, 0, 0], quaternion, "chair.rotation"),
    RangeError,
    "Cannot read chair.rotation: a quaternion of length 0, must be of length 1",
  );
  assertThrows(() => rotationMatrix([1, 1, 0, 0], quaternion), RangeError, "length 1.414");
  assertThrows(
    () => rotationMatrix([0, 0, NaN, 1], quaternion, "q"),
    RangeError,
    "Cannot read q[2]: NaN",
  );
  assertThrows(() => rotationMatrix([0, 0, 1], quaternion), TypeError, "must be 4 numbers");
  assertThrows(() => rotationMatrix([1, 0, 0, 0, 1, 0, 0, 0, -1], matrix), RangeError, "mirrors");
  assertThrows(() => rotationMatrix([1, 0, 0, 1, 0, 0, 0, 0, 1], matrix), RangeError, "axis");
  assertThrows(() => rotationMatrix([2, 0, 0, 0, 2, 0, 0, 0, 2], matrix), RangeError, "length 2");
});
