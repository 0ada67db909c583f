import type { AngleUnit, Matrix3, RotationForm, SignedAxis } from "./rotation.ts";
import { determinant, multiply, transpose } from "./rotation.ts";

/** Where an axis points: in a world, right is east and forward is north. */
export type Side = "right" | "left" | "up" | "down" | "forward" | "back";

/** Where x, y and z point. */
export type AxisSides = readonly [x: Side, y: Side, z: Side];

/** A unit of length. */
export type LengthUnit = "metre" | "centimetre" | "millimetre" | "foot" | "inch" | "unit";

/** How many metres a unit is, exactly; `"unit"` is of no known length and counts as one. */
export const METRES: Readonly<Record<LengthUnit, string>> = {
  metre: "1",
  centimetre: "0.01",
  millimetre: "0.001",
  foot: "0.3048",
  inch: "0.0254",
  unit: "1",
};

/** All that is to be said of the coordinates of a scene; nothing is guessed. */
export interface SpaceFrame {
  /** Whether x, y and z are as thumb, index and middle finger of the right hand or the left. */
  readonly handedness: "right" | "left";
  /** The axis that points up. */
  readonly up: SignedAxis;
  /** The axis that points north, or which is taken as such. */
  readonly forward: SignedAxis;
  /** What lengths are measured in. */
  readonly unit: LengthUnit;
  /** What the numbers of a box's rotation mean. */
  readonly rotation: RotationForm;
  /** Where a camera's own axes point. */
  readonly camera: AxisSides;
  /** What the numbers of a camera's rotation mean. */
  readonly cameraRotation: RotationForm;
  /** Whether a camera's pose takes points of the camera to the world, or of the world to it. */
  readonly pose: "cam2world" | "world2cam";
}

/** The ways of writing coordinates that a name stands for. */
export type ConventionName =
  | "opencv"
  | "opengl"
  | "habitat"
  | "unity"
  | "ai2thor"
  | "airsim"
  | "ros"
  | "unreal"
  | "pytorch3d"
  | "scannet"
  | "kitti"
  | "nuscenes"
  | "matterport";

/** Where the axes point in a named convention. */
export interface Convention {
  /** The world's axes, right for east and forward for north. */
  readonly world: AxisSides;
  /** The axes of a vehicle or agent. */
  readonly body: AxisSides;
  /** The axes of a camera. */
  readonly camera: AxisSides;
}

const RDF: AxisSides = ["right", "down", "forward"];
const RUB: AxisSides = ["right", "up", "back"];
const RUF: AxisSides = ["right", "up", "forward"];
const FRD: AxisSides = ["forward", "right", "down"];
const FLU: AxisSides = ["forward", "left", "up"];
const FRU: AxisSides = ["forward", "right", "up"];
const LUF: AxisSides = ["left", "up", "forward"];
const RFU: AxisSides = ["right", "forward", "up"];

/** The named conventions. */
export const CONVENTIONS: Readonly<Record<ConventionName, Convention>> = {
  opencv: { world: RDF, body: RDF, camera: RDF },
  opengl: { world: RUB, body: RUB, camera: RUB },
  habitat: { world: RUB, body: RUB, camera: RUB },
  unity: { world: RUF, body: RUF, camera: RUF },
  ai2thor: { world: RUF, body: RUF, camera: RUF },
  airsim: { world: FRD, body: FRD, camera: FRD },
  ros: { world: RFU, body: FLU, camera: FLU },
  unreal: { world: FRU, body: FRU, camera: FRU },
  pytorch3d: { world: LUF, body: LUF, camera: LUF },
  scannet: { world: RFU, body: RFU, camera: RDF },
  kitti: { world: RDF, body: FLU, camera: RDF },
  nuscenes: { world: RFU, body: FLU, camera: RDF },
  matterport: { world: RFU, body: RFU, camera: RUB },
};

/** Right, forward, up as 0, 1, 2 with sense. */
const PLACE: Readonly<Record<Side, readonly [index: number, sign: number]>> = {
  right: [0, 1],
  left: [0, -1],
  forward: [1, 1],
  back: [1, -1],
  up: [2, 1],
  down: [2, -1],
};
const NAMES: readonly (readonly [Side, Side])[] = [
  ["right", "left"],
  ["forward", "back"],
  ["up", "down"],
];

/**
 * The signed permutation from coordinates with some axes to right, forward, up.
 *
 * @param sides where x, y and z point
 * @returns the matrix; -1 is its determinant where the axes are left-handed
 * @throws RangeError where two axes lie on one line
 *
 * @example
 * ```ts
 * import { CONVENTIONS, toRightForwardUp } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * // Unity: x right, y up, z forward.
 * const unity = toRightForwardUp(CONVENTIONS.unity.world);
 * assertEquals(unity, [1, 0, 0, 0, 0, 1, 0, 1, 0]);
 * ```
 */
export function toRightForwardUp(sides: AxisSides): Matrix3 {
  const m = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  sides.forEach((side, axis) => {
    const place = PLACE[side];
    if (place === undefined) {
      throw new RangeError(
        `Cannot read axis ${"xyz"[axis]}: ${JSON.stringify(side)}, must be one of ${
          Object.keys(PLACE).join(", ")
        }`,
      );
    }
    m[3 * place[0] + axis] = place[1];
  });
  if (sides.length !== 3 || determinant(m as unknown as Matrix3) === 0) {
    throw new RangeError(
      `Cannot read axes: ${sides.join(", ")}, must lie on three different lines`,
    );
  }
  return m as unknown as Matrix3;
}

/**
 * The signed permutation from coordinates with some axes to those with others; it is exact.
 *
 * @param from where x, y and z point
 * @param to where they are to point
 * @returns the matrix that takes a vector's old coordinates to its new ones
 * @throws RangeError where two axes lie on one line
 *
 * @example
 * ```ts
 * import { changeOfAxes, CONVENTIONS } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const { opencv, opengl } = CONVENTIONS;
 * assertEquals(changeOfAxes(opengl.camera, opencv.camera), [1, 0, 0, 0, -1, 0, 0, 0, -1]);
 * ```
 */
export function changeOfAxes(from: AxisSides, to: AxisSides): Matrix3 {
  return clean(multiply(transpose(toRightForwardUp(to)), toRightForwardUp(from)));
}

/**
 * The rotation of a pose, written for other axes: T' = W T C^-1. A mirror in W is undone by that in
 * C, so that what comes out turns and does not mirror.
 *
 * @param rotation the matrix that takes a camera's (or body's) coordinates to the world's
 * @param from the axes that it is written for
 * @param to the axes that it is to be written for
 * @returns the same rotation in the new coordinates
 * @throws RangeError where one of the two changes mirrors and the other does not
 *
 * @example
 * ```ts
 * import { changePose, CONVENTIONS, IDENTITY } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * // Looking north without a turn in Unity is the same in OpenGL.
 * const { unity, opengl } = CONVENTIONS;
 * assertEquals(changePose(IDENTITY, unity, opengl), IDENTITY);
 * ```
 */
export function changePose(
  rotation: Matrix3,
  from: { readonly world: AxisSides; readonly camera: AxisSides },
  to: { readonly world: AxisSides; readonly camera: AxisSides },
): Matrix3 {
  const world = changeOfAxes(from.world, to.world);
  const camera = changeOfAxes(from.camera, to.camera);
  if (determinant(world) !== determinant(camera)) {
    throw new RangeError(
      "Cannot change the pose: only one of world and camera is mirrored, must be both or none",
    );
  }
  return clean(multiply(world, multiply(rotation, transpose(camera))));
}

/**
 * Where x, y and z of a frame's world point.
 *
 * @param frame handedness, up and forward
 * @returns the sides
 * @throws RangeError where up and forward lie on one line
 *
 * @example
 * ```ts
 * import { worldSides } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const sides = worldSides({ handedness: "left", up: "+y", forward: "+z" });
 * assertEquals(sides, ["right", "up", "forward"]);
 * ```
 */
export function worldSides(
  { handedness, up, forward }: Pick<SpaceFrame, "handedness" | "up" | "forward">,
): AxisSides {
  const [u, f] = [axisOf(up, "up"), axisOf(forward, "forward")];
  if (u.index === f.index) {
    throw new RangeError(
      `Cannot read the frame: up is ${up} and forward ${forward}, must be different axes`,
    );
  }
  const sides: Side[] = [];
  sides[u.index] = NAMES[2]![u.sign > 0 ? 0 : 1];
  sides[f.index] = NAMES[1]![f.sign > 0 ? 0 : 1];
  const third = 3 - u.index - f.index;
  sides[third] = "right";
  const axes = sides as unknown as AxisSides;
  // Right, forward, up are right-handed.
  const isRight = determinant(toRightForwardUp(axes)) > 0;
  if (isRight !== (handedness === "right")) sides[third] = "left";
  return axes;
}

/**
 * The frame of a named convention, in metres.
 *
 * @param name the convention
 * @param changes what differs from it, such as another unit or form of rotation
 * @returns the descriptor
 *
 * @example
 * ```ts
 * import { frameOf } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const { handedness, up, forward } = frameOf("habitat");
 * assertEquals([handedness, up, forward], ["right", "+y", "-z"]);
 * ```
 */
export function frameOf(name: ConventionName, changes: Partial<SpaceFrame> = {}): SpaceFrame {
  if (!Object.hasOwn(CONVENTIONS, name)) {
    const names = Object.keys(CONVENTIONS).join(", ");
    throw new RangeError(
      `Cannot use the convention ${JSON.stringify(name)}, must be one of ${names}`,
    );
  }
  const { world, camera } = CONVENTIONS[name];
  const degrees: AngleUnit = "degree";
  const euler: RotationForm = { form: "euler", order: "zxy", about: "fixed", unit: degrees };
  const matrix: RotationForm = { form: "matrix", axes: "columns" };
  const xyzw: RotationForm = { form: "quaternion", order: "xyzw" };
  const wxyz: RotationForm = { form: "quaternion", order: "wxyz" };
  const forms: Partial<Record<ConventionName, readonly [RotationForm, RotationForm]>> = {
    unity: [euler, euler],
    ai2thor: [euler, euler],
    habitat: [xyzw, wxyz],
    airsim: [wxyz, wxyz],
    ros: [xyzw, xyzw],
    kitti: [{ form: "angle", about: "+y", unit: "radian" }, matrix],
    nuscenes: [wxyz, wxyz],
    scannet: [{ form: "matrix", axes: "rows" }, matrix],
  };
  const [rotation, cameraRotation] = forms[name] ?? [matrix, matrix];
  return {
    handedness: determinant(toRightForwardUp(world)) > 0 ? "right" : "left",
    up: signedAxis(world, "up"),
    forward: signedAxis(world, "forward"),
    unit: "metre",
    rotation,
    camera,
    cameraRotation,
    pose: name === "pytorch3d" ? "world2cam" : "cam2world",
    ...changes,
  };
}

function signedAxis(sides: AxisSides, side: "up" | "forward"): SignedAxis {
  const [index, sign] = PLACE[side];
  const axis = sides.findIndex((s) => PLACE[s][0] === index);
  return `${PLACE[sides[axis]!][1] === sign ? "+" : "-"}${"xyz"[axis] as "x" | "y" | "z"}`;
}

function axisOf(axis: SignedAxis, what: string): { index: number; sign: number } {
  if (!/^[+-][xyz]$/.test(axis)) {
    throw new RangeError(
      `Cannot read the frame: ${what} is ${JSON.stringify(axis)}, must be +x, -x, +y, -y, +z or -z`,
    );
  }
  return { index: "xyz".indexOf(axis[1]!), sign: axis[0] === "+" ? 1 : -1 };
}

/** No -0. */
function clean(m: Matrix3): Matrix3 {
  return m.map((x) => x + 0) as unknown as Matrix3;
}
