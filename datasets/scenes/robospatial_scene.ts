import * as v from "valibot";
import { frameOf } from "../../geometry/space/convention.ts";
import { IDENTITY, type Matrix3, multiply, rotationMatrix } from "../../geometry/space/rotation.ts";
import type { Real3 } from "../../geometry/space/real.ts";
import type { RawObject, RawScene } from "../../solvers/scene/raw_scene.ts";
import { checkRecord } from "../_record.ts";

const MATRIX = v.pipe(v.array(v.array(v.number())), v.minLength(3));
const FILE = v.object({
  image_name: v.optional(v.string()),
  image_size: v.pipe(v.array(v.number()), v.length(2)),
  visible_instance_ids: v.array(v.number()),
  camera_annotations: v.object({
    extrinsic: MATRIX,
    intrinsic: MATRIX,
    axis_align_matrix: v.optional(MATRIX),
  }),
  objects: v.array(v.object({
    Name: v.string(),
    bbox_3d: v.array(v.pipe(v.array(v.number()), v.length(9))),
  })),
});

/**
 * Reads RoboSpatial's input: boxes by centre, extents and three angles (about z, x and y, in
 * radians), z up, and a camera whose extrinsic is camera-to-world in OpenCV's axes.
 *
 * @param value the file, parsed
 * @returns the metadata; objects by their number and name, those listed as visible seen in frame 0
 * @throws SyntaxError, RangeError that name the field
 *
 * @example
 * ```ts
 * import { readRoboSpatialScene } from "@alidade/core/datasets";
 * import { assertEquals } from "@std/assert";
 *
 * const { objects } = readRoboSpatialScene({
 *   image_size: [100, 100],
 *   visible_instance_ids: [0],
 *   camera_annotations: {
 *     extrinsic: [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0]],
 *     intrinsic: [[50, 0, 50], [0, 50, 50], [0, 0, 1]],
 *   },
 *   objects: [{ Name: "cup", bbox_3d: [[0, 0, 5, 1, 1, 1, 0, 0, 0]] }],
 * });
 * assertEquals(objects[0]!.id, "0 cup");
 * ```
 */
export function readRoboSpatialScene(value: unknown): RawScene {
  const input = checkRecord(FILE, value);
  const { image_size: [width, height], camera_annotations: camera } = input;
  const align = camera.axis_align_matrix ?? [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0]];
  const objects = input.objects.flatMap(({ Name, bbox_3d }, i) =>
    bbox_3d.map((box, k): RawObject => {
      const [x, y, z, dx, dy, dz, a, b, c] = box as number[];
      const number = bbox_3d.length > 1 ? ` (${k + 1})` : "";
      return {
        id: `${i} ${Name}${number}`,
        category: Name,
        ...{ center: [x!, y!, z!], size: [dx!, dy!, dz!], rotation: [b!, c!, a!] },
        seen: input.visible_instance_ids.includes(i) ? [0] : [],
      };
    })
  );
  const k = camera.intrinsic.map((row) => row.map(Number));
  return {
    frame: frameOf("scannet", {
      rotation: { form: "euler", order: "zxy", about: "body", unit: "radian" },
    }),
    objects,
    cameras: [{
      ...{ name: "camera", time: 0, of: "camera", width: width!, height: height! },
      ...aligned(align, camera.extrinsic),
      focal: [k[0]![0]!, k[1]![1]!],
      middle: [k[0]![2]!, k[1]![2]!],
    }],
  };
}

/** The pose in the aligned world. */
function aligned(
  align: readonly (readonly number[])[],
  pose: readonly (readonly number[])[],
): { readonly position: Real3; readonly rotation: readonly number[] } {
  const part = (m: readonly (readonly number[])[]) =>
    rotationMatrix(m.slice(0, 3).flatMap((row) => row.slice(0, 3)), {
      form: "matrix",
      axes: "columns",
    }, "extrinsic");
  const [a, p] = [part(align), part(pose)];
  const at = pose.slice(0, 3).map((row) => row[3]!);
  const shift = align.slice(0, 3).map((row) => row[3]!);
  const isPlain = a.every((x, k) => x === IDENTITY[k]);
  const turned: Matrix3 = isPlain ? p : multiply(a, p);
  const position = isPlain
    ? at
    : [0, 3, 6].map((i) => a[i]! * at[0]! + a[i + 1]! * at[1]! + a[i + 2]! * at[2]!);
  return {
    position: position.map((x, k) => x + shift[k]!) as unknown as Real3,
    rotation: turned,
  };
}
