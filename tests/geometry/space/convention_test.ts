import {
  type AxisSides,
  changeOfAxes,
  changePose,
  type ConventionName,
  CONVENTIONS,
  determinant,
  frameOf,
  IDENTITY,
  type Matrix3,
  multiply,
  rotationMatrix,
  worldSides,
} from "../../../geometry/mod.ts";
import { assertAlmostEquals, assertEquals, assertThrows } from "../../_assert.ts";

const NAMES = Object.keys(CONVENTIONS) as ConventionName[];

Deno.test("conventions: every pair round-trips exactly, for worlds, bodies and cameras", () => {
  for (const a of NAMES) {
    for (const b of NAMES) {
      for (const part of ["world", "body", "camera"] as const) {
        const there = changeOfAxes(CONVENTIONS[a][part], CONVENTIONS[b][part]);
        const back = changeOfAxes(CONVENTIONS[b][part], CONVENTIONS[a][part]);
        assertEquals(multiply(back, there), IDENTITY, `${a} ${b} ${part}`);
      }
    }
  }
});

// To OpenCV's camera, and to east-north-up, as their makers document them.
const TO_OPENCV: readonly (readonly [ConventionName, readonly number[]])[] = [
  ["opengl", [1, -2, -3]],
  ["habitat", [1, -2, -3]],
  ["unity", [1, -2, 3]],
  ["ai2thor", [1, -2, 3]],
  ["airsim", [2, 3, 1]],
  ["ros", [-2, -3, 1]],
  ["unreal", [2, -3, 1]],
  ["pytorch3d", [-1, -2, 3]],
  ["scannet", [1, 2, 3]],
  ["matterport", [1, -2, -3]],
];
const TO_EAST_NORTH_UP: readonly (readonly [ConventionName, readonly number[]])[] = [
  ["unity", [1, 3, 2]],
  ["airsim", [2, 1, -3]],
  ["habitat", [1, -3, 2]],
  ["unreal", [2, 1, 3]],
  ["ros", [1, 2, 3]],
];

Deno.test("conventions: the published permutations", () => {
  const signed = (m: Matrix3) =>
    [0, 1, 2].map((i) => {
      const j = [0, 1, 2].findIndex((j) => m[3 * i + j] !== 0);
      return m[3 * i + j]! * (j + 1);
    });
  for (const [name, expected] of TO_OPENCV) {
    const m = changeOfAxes(CONVENTIONS[name].camera, CONVENTIONS.opencv.camera);
    assertEquals(signed(m), expected, name);
  }
  const enu: AxisSides = ["right", "forward", "up"];
  for (const [name, expected] of TO_EAST_NORTH_UP) {
    assertEquals(signed(changeOfAxes(CONVENTIONS[name].world, enu)), expected, name);
  }
});

Deno.test("conventions: which are left-handed", () => {
  const left = NAMES.filter((name) => frameOf(name).handedness === "left");
  assertEquals(left, ["unity", "ai2thor", "unreal"]);
  for (const name of NAMES) assertEquals(worldSides(frameOf(name)), CONVENTIONS[name].world, name);
});

Deno.test("conventions: a bearing is one bearing in all of them", () => {
  // Yaw of a camera that looks at bearing b, clockwise from north, as each writes it.
  const yaw: readonly (readonly [ConventionName, "+y" | "+z", (b: number) => number])[] = [
    ["unity", "+y", (b) => b],
    ["airsim", "+z", (b) => b],
    ["habitat", "+y", (b) => -b],
    ["ros", "+z", (b) => 90 - b],
  ];
  for (let b = 0; b < 360; b += 15) {
    for (const [name, about, of] of yaw) {
      const turn = rotationMatrix([of(b)], { form: "angle", about, unit: "degree" });
      const { world } = CONVENTIONS[name];
      const body = CONVENTIONS[name].body;
      const ahead = [0, 1, 2].map((i) => {
        const k = body.findIndex((side) => side === "forward" || side === "back");
        return turn[3 * i + k]! * (body[k] === "forward" ? 1 : -1);
      });
      const m = changeOfAxes(world, ["right", "forward", "up"]);
      const [east, north] = [0, 3].map((r) =>
        m[r]! * ahead[0]! + m[r + 1]! * ahead[1]! + m[r + 2]! * ahead[2]!
      );
      assertAlmostEquals(east!, Math.sin(b * Math.PI / 180), 1e-12, `${name} ${b}`);
      assertAlmostEquals(north!, Math.cos(b * Math.PI / 180), 1e-12, `${name} ${b}`);
    }
  }
});

Deno.test("conventions: a pose changes over every pair and back", () => {
  const turn = rotationMatrix([30], { form: "angle", about: "+y", unit: "degree" });
  for (const a of NAMES) {
    for (const b of NAMES) {
      const [from, to] = [CONVENTIONS[a], CONVENTIONS[b]];
      const isMirrored = determinant(changeOfAxes(from.world, to.world)) !==
        determinant(changeOfAxes(from.camera, to.camera));
      if (isMirrored) {
        assertThrows(() => changePose(turn, from, to), RangeError, "mirrored");
        continue;
      }
      const there = changePose(turn, from, to);
      assertAlmostEquals(determinant(there), 1, 1e-12);
      assertEquals(changePose(there, to, from), turn);
    }
  }
});

Deno.test("frames: what cannot be is named", () => {
  assertThrows(
    () => worldSides({ handedness: "left", up: "+y", forward: "-y" }),
    RangeError,
    "Cannot read the frame: up is +y and forward -y, must be different axes",
  );
  assertThrows(() => changeOfAxes(["right", "left", "up"], ["right", "forward", "up"]), RangeError);
});
