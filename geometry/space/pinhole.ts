import type { AxisSides } from "./convention.ts";
import { Rational } from "./rational.ts";
import { type Real, type Real3, realToNumber } from "./real.ts";
import { requireReal3 } from "./oriented_box.ts";
import type { Matrix3 } from "./rotation.ts";
import { changeOfAxes } from "./convention.ts";
import { multiply, transpose } from "./rotation.ts";

/** What a camera's picture measures, in pixels: x right, y down from the upper left corner. */
export interface Intrinsics {
  /** The width of the picture. */
  readonly width: number;
  /** The height. */
  readonly height: number;
  /** The focal length along x. */
  readonly fx: Real;
  /** The focal length along y. */
  readonly fy: Real;
  /** x of the principal point. */
  readonly cx: Real;
  /** y of the principal point. */
  readonly cy: Real;
}

/** A pinhole camera; its three directions are those of its picture, whatever convention it had. */
export interface PinholeCamera extends Intrinsics {
  /** Where it is, in the world's coordinates. */
  readonly position: Real3;
  /** Where x of the picture points in the world. */
  readonly right: Real3;
  /** Where y of the picture points. */
  readonly down: Real3;
  /** Where it looks. */
  readonly forward: Real3;
}

/** A camera as data gives it. */
export interface PinholeSpec extends Intrinsics {
  /** Its pose's translation. */
  readonly position: Real3;
  /** Its pose's rotation. */
  readonly rotation: Matrix3;
  /** Where its own axes point. */
  readonly axes: AxisSides;
  /** Whether the pose takes points of the camera to the world, or of the world to the camera. */
  readonly pose: "cam2world" | "world2cam";
}

/** OpenCV's axes. */
const PICTURE: AxisSides = ["right", "down", "forward"];

/**
 * A camera from a pose in any convention.
 *
 * @param spec pose, intrinsics, and what the pose means
 * @param what whose camera it is, for the error
 * @returns the camera with the directions of its picture
 * @throws TypeError for a position of not three numbers, RangeError for a picture without width or
 * height, and for a focal length that is not above 0
 *
 * @example
 * ```ts
 * import { CONVENTIONS, IDENTITY, pinhole } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const camera = pinhole({
 *   ...{ width: 640, height: 480, fx: 320, fy: 320, cx: 320, cy: 240 },
 *   ...{ position: [0, 1.5, 0], rotation: IDENTITY, pose: "cam2world" },
 *   axes: CONVENTIONS.opengl.camera,
 * });
 * assertEquals(camera.forward, [0, 0, -1]);
 * ```
 */
export function pinhole(spec: PinholeSpec, what = "camera"): PinholeCamera {
  const { width, height, fx, fy, cx, cy, axes, pose } = spec;
  for (const [name, x] of Object.entries({ width, height, fx, fy })) {
    if (!(realToNumber(x, `${what}.${name}`) > 0)) {
      throw new RangeError(`Cannot read ${what}.${name}: ${x}, must be above 0`);
    }
  }
  const given = requireReal3(spec.position, `${what}.position`);
  const toWorld = pose === "cam2world" ? spec.rotation : transpose(spec.rotation);
  const m = multiply(toWorld, changeOfAxes(PICTURE, axes)).map((x) => x + 0);
  return {
    ...{ width, height, fx, fy, cx, cy },
    position: pose === "cam2world" ? given : back(toWorld, given),
    right: [m[0]!, m[3]!, m[6]!],
    down: [m[1]!, m[4]!, m[7]!],
    forward: [m[2]!, m[5]!, m[8]!],
  };
}

/** -m t, rounded. */
function back(m: Matrix3, position: Real3): Real3 {
  const t = position.map((x) => realToNumber(x));
  return [0, 3, 6].map((i) =>
    -(m[i]! * t[0]! + m[i + 1]! * t[1]! + m[i + 2]! * t[2]!) + 0
  ) as unknown as Real3;
}

/**
 * Intrinsics of a picture whose principal point is its middle.
 *
 * @param width the width in pixels
 * @param height the height
 * @param fovDegrees the angle of view from the left edge to the right one, between 0 and 180
 * @returns the intrinsics; exact for 90 degrees
 * @throws RangeError for an angle outside
 *
 * @example
 * ```ts
 * import { intrinsicsOf } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(intrinsicsOf(300, 300, 90).fx, 150);
 * ```
 */
export function intrinsicsOf(width: number, height: number, fovDegrees: number): Intrinsics {
  if (!(fovDegrees > 0 && fovDegrees < 180)) {
    throw new RangeError(
      `Cannot use a field of view of ${fovDegrees} degrees, must be between 0 and 180`,
    );
  }
  const tangent = fovDegrees === 90 ? 1 : Math.tan(fovDegrees * Math.PI / 360);
  const f = width / 2 / tangent;
  return { width, height, fx: f, fy: f, cx: width / 2, cy: height / 2 };
}

/** A point as a camera sees it, exactly. */
export interface SeenPoint {
  /** How far to the right of the axis, in the world's unit. */
  readonly x: Rational;
  /** How far below. */
  readonly y: Rational;
  /** The depth: how far ahead; 0 or less is not in front. */
  readonly z: Rational;
}

/**
 * A point in a camera's own coordinates, exactly: its dot products with the three directions.
 *
 * @param camera the camera
 * @param point the point, in the world's coordinates
 * @returns x right, y down, z ahead
 *
 * @example
 * ```ts
 * import { CONVENTIONS, IDENTITY, intrinsicsOf, pinhole, seenBy } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const camera = pinhole({
 *   ...intrinsicsOf(100, 100, 90),
 *   ...{ position: [0, 0, 1], rotation: IDENTITY, pose: "cam2world" },
 *   axes: CONVENTIONS.opencv.camera,
 * });
 * assertEquals(String(seenBy(camera, [0.5, 0, 2]).x), "1/2");
 * ```
 */
export function seenBy(camera: PinholeCamera, point: readonly (Real | Rational)[]): SeenPoint {
  const d = point.map((x, i) => {
    const at = x instanceof Rational ? x : Rational.from(x);
    return at.minus(Rational.from(camera.position[i]!));
  });
  const along = (axis: Real3) =>
    axis.reduce<Rational>((sum, x, i) => sum.plus(d[i]!.times(Rational.from(x))), Rational.ZERO);
  return { x: along(camera.right), y: along(camera.down), z: along(camera.forward) };
}

/**
 * Where a seen point lies in the picture, exactly.
 *
 * @param camera the camera
 * @param seen the point in the camera's coordinates, its depth above 0
 * @returns u to the right and v down, in pixels from the upper left corner
 * @throws RangeError where the point is not in front of the camera
 *
 * @example
 * ```ts
 * import { imagePoint, intrinsicsOf, Rational } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const camera = {
 *   ...intrinsicsOf(100, 100, 90),
 *   position: [0, 0, 0],
 *   right: [1, 0, 0],
 *   down: [0, 1, 0],
 *   forward: [0, 0, 1],
 * } as const;
 * const seen = { x: Rational.ONE, y: Rational.ZERO, z: Rational.of(2n) };
 * assertEquals(String(imagePoint(camera, seen).u), "75");
 * ```
 */
export function imagePoint(
  camera: PinholeCamera,
  { x, y, z }: SeenPoint,
): { readonly u: Rational; readonly v: Rational } {
  if (z.sign <= 0) {
    throw new RangeError(`Cannot project a point at depth ${z}, must be in front of the camera`);
  }
  return {
    u: Rational.from(camera.fx).times(x).over(z).plus(Rational.from(camera.cx)),
    v: Rational.from(camera.fy).times(y).over(z).plus(Rational.from(camera.cy)),
  };
}
