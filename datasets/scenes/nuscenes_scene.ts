import * as v from "valibot";
import { frameOf } from "../../geometry/space/convention.ts";
import { IDENTITY, rotationMatrix } from "../../geometry/space/rotation.ts";
import type { RawObject, RawScene } from "../../solvers/scene/raw_scene.ts";
import { checkRecord } from "../_record.ts";
import { projectionCamera } from "./kitti_scene.ts";

const QUATERNION = v.pipe(v.array(v.number()), v.length(4));
const TRIPLE = v.pipe(v.array(v.number()), v.length(3));
/** A picture with its camera. */
export const NUSCENES_IMAGE = v.object({
  id: v.union([v.string(), v.number()]),
  width: v.number(),
  height: v.number(),
  cam_intrinsic: v.array(v.array(v.number())),
  cam2ego_rotation: v.optional(QUATERNION),
  cam2ego_translation: v.optional(TRIPLE),
  ego2global_rotation: v.optional(QUATERNION),
  Trv2c: v.optional(v.unknown()),
});
/** A box beside a camera. */
export const NUSCENES_BOX = v.object({
  id: v.union([v.string(), v.number()]),
  image_id: v.union([v.string(), v.number()]),
  category_name: v.string(),
  bbox: v.pipe(v.array(v.number()), v.length(4)),
  bbox_cam3d: v.pipe(v.array(v.number()), v.length(7)),
  center2d: TRIPLE,
});
/** A COCO-like file for one picture at a time. */
export const NUSCENES_FILE = v.object({
  images: v.array(v.unknown()),
  annotations: v.array(v.unknown()),
});

/** A picture with its camera. */
export type NuScenesImage = v.InferOutput<typeof NUSCENES_IMAGE>;

/** A box beside a camera. */
export type NuScenesBox = v.InferOutput<typeof NUSCENES_BOX>;

/**
 * Reads a picture with its camera.
 *
 * @throws SyntaxError that names the field; RangeError for a quaternion (w, x, y, z) that is zero
 * or not of length 1
 */
export function readNuScenesImage(value: unknown): NuScenesImage {
  const image = checkRecord(NUSCENES_IMAGE, value);
  for (const field of ["cam2ego_rotation", "ego2global_rotation"] as const) {
    const q = image[field];
    if (q !== undefined) rotationMatrix(q, { form: "quaternion", order: "wxyz" }, field);
  }
  return image;
}

/**
 * The scene of some boxes of one picture, in its camera's coordinates. nuScenes gives width, length,
 * height and a yaw against the turn about y, which points down; KITTI length, height, width and
 * that turn.
 *
 * @throws SyntaxError for intrinsics that are none
 */
export function nuScenesScene(boxes: readonly NuScenesBox[], image: NuScenesImage): RawScene {
  const isKitti = image.Trv2c !== undefined;
  const k = image.cam_intrinsic;
  const rows = [0, 1, 2].flatMap((i) => [
    ...[0, 1, 2].map((j) => k[i]?.[j] ?? NaN),
    // KITTI's x is that of camera 2 already; y and z are those of the reference camera.
    i === 0 ? 0 : k[i]?.[3] ?? 0,
  ]);
  if (!rows.every(Number.isFinite)) {
    throw new SyntaxError("Cannot read cam_intrinsic: must be three rows of three numbers");
  }
  const { position, fx, fy, cx, cy } = projectionCamera(rows, image.width, image.height);
  const objects = boxes.map(({ bbox_cam3d, category_name, id }): RawObject => {
    const [x, y, z, p, q, r, yaw] = bbox_cam3d as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    return {
      ...{ id: `${category_name} ${id}`, category: category_name, center: [x, y, z], seen: [0] },
      ...isKitti ? { size: [p, q, r], rotation: [yaw] } : { size: [q, r, p], rotation: [-yaw] },
    } as RawObject;
  });
  return {
    frame: frameOf("opencv", { rotation: { form: "angle", about: "+y", unit: "radian" } }),
    objects,
    cameras: [{
      ...{ name: String(image.id), time: 0, of: "camera", position, rotation: [...IDENTITY] },
      ...{ width: image.width, height: image.height, focal: [fx, fy], middle: [cx, cy] },
    }],
  };
}

/**
 * Reads the boxes of nuScenes (or KITTI) as COCO-like files for one picture hold them.
 *
 * @param value the file, parsed
 * @returns the metadata of each picture by its id, in its camera's coordinates
 * @throws SyntaxError, RangeError that name the field
 *
 * @example
 * ```ts
 * import { readNuScenesScenes } from "@alidade/core/datasets";
 * import { assertEquals } from "@std/assert";
 *
 * const image = { id: 1, width: 9, height: 9, cam_intrinsic: [[5, 0, 4], [0, 5, 4], [0, 0, 1]] };
 * const box = {
 *   ...{ id: 7, image_id: 1, category_name: "car", bbox: [0, 0, 9, 9], center2d: [4, 4, 9] },
 *   bbox_cam3d: [0, 0, 9, 2, 4, 1.5, 0],
 * };
 * const scenes = readNuScenesScenes({ images: [image], annotations: [box] });
 * assertEquals(scenes.get("1")!.objects[0]!.size, [4, 1.5, 2]);
 * ```
 */
export function readNuScenesScenes(value: unknown): ReadonlyMap<string, RawScene> {
  const { images, annotations } = checkRecord(NUSCENES_FILE, value);
  const boxes = annotations.map((a) => checkRecord(NUSCENES_BOX, a));
  return new Map(images.map((given) => {
    const image = readNuScenesImage(given);
    return [String(image.id), nuScenesScene(boxes.filter((b) => b.image_id === image.id), image)];
  }));
}
