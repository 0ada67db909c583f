import { frameOf } from "../../geometry/space/convention.ts";
import { orientedBox } from "../../geometry/space/oriented_box.ts";
import type { PinholeCamera } from "../../geometry/space/pinhole.ts";
import { Rational } from "../../geometry/space/rational.ts";
import type { Real } from "../../geometry/space/real.ts";
import { formatReal } from "../../geometry/space/real.ts";
import { IDENTITY, rotationMatrix } from "../../geometry/space/rotation.ts";
import type { RawObject, RawScene } from "../../solvers/scene/raw_scene.ts";
import type { Scene, SceneObject } from "../../solvers/scene/scene.ts";

/** A row of a KITTI label file, numbers as written. */
export interface KittiRow {
  /** The line it stands in, from 1. */
  readonly line: number;
  /** What it is. */
  readonly type: string;
  /** The share outside of the picture, 0 to 1. */
  readonly truncated: string;
  /** The angle of observation, in radians. */
  readonly alpha: string;
  /** Left, top, right and bottom in pixels. */
  readonly box: readonly [string, string, string, string];
  /** Height, width and length in metres. */
  readonly size: readonly [string, string, string];
  /** The middle of the bottom, in the coordinates of the reference camera. */
  readonly location: readonly [string, string, string];
  /** The turn about y, which points down, in radians. */
  readonly rotation: string;
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Reads a row of a KITTI label file.
 *
 * @param text the row
 * @param line the line it stands in, for errors
 * @returns the row
 * @throws SyntaxError for a row of another form
 *
 * @example
 * ```ts
 * import { readKittiRow } from "@alidade/core/datasets";
 * import { assertEquals } from "@std/assert";
 *
 * const row = "Car 0.00 0 1.85 387.63 181.54 423.81 203.12 1.67 1.87 3.69 -16.53 2.39 58.49 1.57";
 * assertEquals(readKittiRow(row, 1).location, ["-16.53", "2.39", "58.49"]);
 * ```
 */
export function readKittiRow(text: string, line: number): KittiRow {
  const words = text.trim().split(/\s+/);
  if (words.length !== 15 && words.length !== 16) {
    throw new SyntaxError(
      `Cannot read line ${line}: it has ${words.length} words, must be a type and 14 numbers`,
    );
  }
  const [type, truncated, , alpha, l, t, r, b, h, w, len, x, y, z, ry] = words as string[];
  const numbers = words.slice(1);
  const wrong = numbers.findIndex((word) => !NUMBER.test(word));
  if (wrong >= 0) {
    throw new SyntaxError(
      `Cannot read line ${line}: word ${wrong + 2} is ${
        JSON.stringify(numbers[wrong])
      }, must be a number`,
    );
  }
  return {
    ...{ line, type: type!, truncated: truncated!, alpha: alpha!, rotation: ry! },
    box: [l!, t!, r!, b!],
    size: [h!, w!, len!],
    location: [x!, y!, z!],
  };
}

/**
 * The matrix `P2` of a KITTI calibration file.
 *
 * @param text the file
 * @param path its name, for errors
 * @returns its twelve numbers, row by row
 * @throws SyntaxError where there is no such line, or it has not twelve numbers
 *
 * @example
 * ```ts
 * import { readKittiCalibration } from "@alidade/core/datasets";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(readKittiCalibration("P2: 7 0 6 4 0 7 1 0 0 0 1 0", "a")[0], 7);
 * ```
 */
export function readKittiCalibration(text: string, path: string): readonly number[] {
  const line = text.split(/\r?\n/).find((row) => row.startsWith("P2:"));
  const numbers = (line ?? "").split(/\s+/).slice(1).filter((w) => w !== "").map(Number);
  if (numbers.length !== 12 || !numbers.every(Number.isFinite) || !(numbers[0]! > 0)) {
    throw new SyntaxError(`Cannot read ${path}: it has no matrix P2, must have twelve numbers`);
  }
  return numbers;
}

/**
 * The camera of a projection matrix [K | k]: K's intrinsics, at -K^-1 k, looking along z.
 *
 * @param p twelve numbers row by row, the last row being 0 0 1 and a number
 * @param width the width of the picture
 * @param height the height
 * @returns the camera; its place is exact
 *
 * @example
 * ```ts
 * import { projectionCamera } from "@alidade/core/datasets";
 * import { assertEquals } from "@std/assert";
 *
 * const camera = projectionCamera([2, 0, 1, 4, 0, 2, 1, 0, 0, 0, 1, 0], 2, 2);
 * assertEquals(camera.position, ["-2", "0", "0"]);
 * ```
 */
export function projectionCamera(
  p: readonly number[],
  width: number,
  height: number,
): PinholeCamera {
  const [fx, , cx, kx, , fy, cy, ky, , , , kz] = p.map((x) => Rational.from(x)) as Rational[];
  const place = (k: Rational, c: Rational, f: Rational) => k.minus(c.times(kz!)).over(f).negated();
  return {
    ...{ width, height },
    ...{ fx: p[0]!, fy: p[5]!, cx: p[2]!, cy: p[6]! },
    position: [
      formatReal(place(kx!, cx!, fx!)),
      formatReal(place(ky!, cy!, fy!)),
      formatReal(kz!.negated()),
    ],
    ...{ right: [1, 0, 0], down: [0, 1, 0], forward: [0, 0, 1] },
  };
}

/** KITTI's pictures are about so large; the labels do not say. */
export const KITTI_PICTURE: { readonly width: number; readonly height: number } = {
  width: 1242,
  height: 375,
};

/**
 * The object of a KITTI row: camera coordinates, y down, z ahead.
 *
 * @param row the row
 * @param id the object's name
 * @returns the object; its front is the way its length points
 * @throws RangeError for a size that is not above 0
 *
 * @example
 * ```ts
 * import { kittiObject, readKittiRow } from "@alidade/core/datasets";
 * import { assertEquals } from "@std/assert";
 *
 * const row = readKittiRow("Car 0 0 0 0 0 9 9 2 1 4 5 3 10 0", 1);
 * assertEquals(kittiObject(row, "car").box.center, ["5", "2", "10"]);
 * ```
 */
export function kittiObject(row: KittiRow, id: string): SceneObject {
  const [h, w, l] = row.size.map(plain) as [Real, Real, Real];
  const [x, y, z] = row.location.map(plain) as [Real, Real, Real];
  const rotation = rotationMatrix([Number(row.rotation)], {
    ...{ form: "angle", about: "+y", unit: "radian" },
  });
  const middle = Rational.from(y).minus(Rational.from(h).over(Rational.of(2n)));
  return {
    id,
    category: row.type,
    box: orientedBox({ center: [x, formatReal(middle), z], size: [l, h, w], rotation }, id),
    front: [rotation[0], 0, rotation[6]],
  };
}

function plain(word: string): string {
  return String(Rational.from(word)).includes("/") ? word : String(Rational.from(word));
}

/**
 * The scene of a KITTI label file with its calibration.
 *
 * @param rows the rows
 * @param calibration the numbers of `P2`
 * @returns the scene: objects by type and line, those that say DontCare left out, and camera 2
 * @throws RangeError for a size that is not above 0
 *
 * @example
 * ```ts
 * import { kittiScene, readKittiRow } from "@alidade/core/datasets";
 * import { assertEquals } from "@std/assert";
 *
 * const row = readKittiRow("Car 0 0 0 0 0 9 9 2 1 4 5 3 10 0", 1);
 * const scene = kittiScene([row], [7, 0, 6, 0, 0, 7, 1, 0, 0, 0, 1, 0]);
 * assertEquals(scene.objects[0]!.id, "Car 1");
 * ```
 */
export function kittiScene(rows: readonly KittiRow[], calibration: readonly number[]): Scene {
  const { width, height } = KITTI_PICTURE;
  return {
    frame: frameOf("kitti"),
    objects: rows.filter((row) => row.type !== "DontCare")
      .map((row) => kittiObject(row, `${row.type} ${row.line}`)),
    cameras: [{
      name: "image_2",
      of: "camera",
      camera: projectionCamera(calibration, width, height),
    }],
  };
}

/**
 * The same scene as metadata, for whoever examines it before it is read.
 *
 * @param rows the rows
 * @param calibration the numbers of `P2`
 * @returns the boxes with their turns about y
 *
 * @example
 * ```ts
 * import { rawKittiScene, readKittiRow } from "@alidade/core/datasets";
 * import { assertEquals } from "@std/assert";
 *
 * const row = readKittiRow("Car 0 0 0 0 0 9 9 2 1 4 5 3 10 0.5", 1);
 * const raw = rawKittiScene([row], [7, 0, 6, 0, 0, 7, 1, 0, 0, 0, 1, 0]);
 * assertEquals(raw.objects[0]!.rotation, ["0.5"]);
 * ```
 */
export function rawKittiScene(
  rows: readonly KittiRow[],
  calibration: readonly number[],
): RawScene {
  const { width, height } = KITTI_PICTURE;
  const { position, fx, fy, cx, cy } = projectionCamera(calibration, width, height);
  const objects = rows.filter((row) => row.type !== "DontCare").map((row): RawObject => {
    const [h, w, l] = row.size;
    const [x, y, z] = row.location;
    const middle = Rational.from(y).minus(Rational.from(h).over(Rational.of(2n)));
    return {
      ...{ id: `${row.type} ${row.line}`, category: row.type },
      ...{ center: [x, formatReal(middle), z], size: [l, h, w], rotation: [row.rotation] },
      ...row.truncated !== "-1" && { seen: [0] },
    };
  });
  return {
    frame: frameOf("kitti"),
    objects,
    cameras: [{
      ...{ name: "image_2", time: 0, of: "camera", position, width, height },
      ...{ rotation: [...IDENTITY], focal: [fx, fy], middle: [cx, cy] },
    }],
  };
}
