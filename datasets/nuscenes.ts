import * as v from "valibot";
import { frameOf } from "../geometry/space/convention.ts";
import { orientedBox } from "../geometry/space/oriented_box.ts";
import { imagePoint, seenBy } from "../geometry/space/pinhole.ts";
import { rotationMatrix } from "../geometry/space/rotation.ts";
import { readyScene } from "../solvers/scene/ready_scene.ts";
import type { Scene } from "../solvers/scene/scene.ts";
import { objectView, rectOf } from "../solvers/scene/view.ts";
import { type PixelRect, rectOverlap, showRect } from "./_pixel_rect.ts";
import { checkRecord, notJson, reading } from "./_record.ts";
import type { Dataset, Judgement, Reading, SourceFile } from "./dataset.ts";
import { projectionCamera } from "./scenes/kitti_scene.ts";

const QUATERNION = v.pipe(v.array(v.number()), v.length(4));
const TRIPLE = v.pipe(v.array(v.number()), v.length(3));
const IMAGE = v.object({
  id: v.union([v.string(), v.number()]),
  width: v.number(),
  height: v.number(),
  cam_intrinsic: v.array(v.array(v.number())),
  cam2ego_rotation: v.optional(QUATERNION),
  cam2ego_translation: v.optional(TRIPLE),
  ego2global_rotation: v.optional(QUATERNION),
  Trv2c: v.optional(v.unknown()),
});
const ANNOTATION = v.object({
  id: v.union([v.string(), v.number()]),
  image_id: v.union([v.string(), v.number()]),
  category_name: v.string(),
  bbox: v.pipe(v.array(v.number()), v.length(4)),
  bbox_cam3d: v.pipe(v.array(v.number()), v.length(7)),
  center2d: TRIPLE,
});
const FILE = v.object({ images: v.array(v.unknown()), annotations: v.array(v.unknown()) });

type Image = v.InferOutput<typeof IMAGE>;
type Annotation = v.InferOutput<typeof ANNOTATION>;

/**
 * Boxes of nuScenes (or KITTI) beside a camera, as COCO-like files for one picture hold them: is
 * the projected centre that of the box, and is the rectangle that of the box in space? The boxes
 * keep their yaw alone, so that rectangles, made with pitch and roll, are some pixels off.
 */
export const nuscenes: Dataset = {
  name: "nuscenes",
  summary: "nuScenes' boxes by camera (COCO-like): two claims a box, its projected centre with " +
    "depth, and its rectangle against the projected box",
  source: "https://www.nuscenes.org, https://github.com/open-mmlab/mmdetection3d",
  licence: "CC BY-NC-SA 4.0",
  companions: [],
  read,
};

async function* read(file: SourceFile): AsyncIterable<Reading> {
  const { images, annotations } = checkRecord(FILE, parse(await file.text()));
  const known = new Map<string | number, Image | Error>();
  for (const [i, value] of images.entries()) {
    try {
      const image = checkRecord(IMAGE, value);
      requireRotations(image);
      known.set(image.id, image);
    } catch (error) {
      const where = { file: file.path, field: `images[${i}]` };
      yield { kind: "bad", where, message: (error as Error).message };
    }
  }
  for (const [i, value] of annotations.entries()) {
    const where = { file: file.path, field: `annotations[${i}]` };
    const made = () => {
      const annotation = checkRecord(ANNOTATION, value);
      const image = known.get(annotation.image_id);
      if (image === undefined || image instanceof Error) {
        throw new SyntaxError(
          `Cannot read image_id: ${JSON.stringify(annotation.image_id)}, must be that of an image`,
        );
      }
      return { annotation, image };
    };
    yield reading(where, () => {
      const { annotation, image } = made();
      return {
        id: `${annotation.id} centre`,
        claimed: annotation.center2d.join(" "),
        judge: () => judgeCentre(annotation, image),
      };
    });
    yield reading(where, () => {
      const { annotation, image } = made();
      return {
        id: `${annotation.id} box`,
        claimed: annotation.bbox.join(" "),
        judge: () => judgeBox(annotation, image),
      };
    });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw notJson(error);
  }
}

/** Quaternions are w, x, y, z; each must be of length 1. */
function requireRotations(image: Image): void {
  for (const field of ["cam2ego_rotation", "ego2global_rotation"] as const) {
    const q = image[field];
    if (q !== undefined) rotationMatrix(q, { form: "quaternion", order: "wxyz" }, field);
  }
}

/**
 * The scene of one box: camera coordinates. nuScenes gives width, length, height and a yaw against
 * the turn about y, which points down; KITTI length, height, width and that turn.
 */
function sceneOf({ bbox_cam3d, category_name, id }: Annotation, image: Image): Scene {
  const [x, y, z, p, q, r, yaw] = bbox_cam3d as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const isKitti = image.Trv2c !== undefined;
  const size = isKitti ? [p, q, r] as const : [q, r, p] as const;
  const rotation = rotationMatrix([isKitti ? yaw : -yaw], {
    ...{ form: "angle", about: "+y", unit: "radian" },
  });
  const k = image.cam_intrinsic;
  // KITTI's x is that of camera 2 already; y and z are those of the reference camera.
  const rows = [0, 1, 2].flatMap((i) => [
    ...[0, 1, 2].map((j) => k[i]?.[j] ?? NaN),
    i === 0 ? 0 : k[i]?.[3] ?? 0,
  ]);
  if (isKitti) rows[3] = 0;
  if (!rows.every(Number.isFinite)) {
    throw new SyntaxError("Cannot read cam_intrinsic: must be three rows of three numbers");
  }
  const object = {
    id: `${category_name} ${id}`,
    category: category_name,
    box: orientedBox({ center: [x, y, z], size, rotation }, `bbox_cam3d of annotation ${id}`),
  };
  const camera = projectionCamera(rows, image.width, image.height);
  return {
    frame: frameOf("opencv"),
    objects: [object],
    cameras: [{ name: String(image.id), of: "camera", camera }],
  };
}

/** A projected centre may be off by this many pixels (and millimetres of depth). */
const NEAR = 1e-3;

function judgeCentre(annotation: Annotation, image: Image): Judgement {
  const { objects, cameras } = readyScene(sceneOf(annotation, image));
  const { camera } = cameras[0]!;
  const seen = seenBy(camera, objects[0]!.box.center);
  const base = { margin: null, group: "projected centre" };
  if (seen.z.sign <= 0) {
    return {
      ...base,
      verdict: "disagree",
      answer: null,
      reason: "the centre is behind the camera",
    };
  }
  const { u, v: down } = imagePoint(camera, seen);
  const truth = [u, down, seen.z].map((q) => q.toNumber());
  const off = Math.max(...truth.map((q, k) => Math.abs(q - annotation.center2d[k]!)));
  const answer = truth.map((q) => q.toFixed(3)).join(" ");
  const agree = off <= NEAR;
  return {
    ...base,
    verdict: agree ? "agree" : "disagree",
    answer,
    reason: agree ? null : `claimed ${annotation.center2d.join(" ")}, is ${answer}`,
  };
}

/** A rectangle is that of a box where they overlap by so much. */
const SAME = 0.7;

function judgeBox(annotation: Annotation, image: Image): Judgement {
  const scene = readyScene(sceneOf(annotation, image));
  const { inside } = objectView(scene, 0, scene.cameras[0]!.camera);
  const base = { margin: null, group: "rectangle" };
  if (inside.length < 3) {
    return {
      ...base,
      verdict: "disagree",
      answer: "nothing",
      reason: "nothing of the box in space falls into the picture",
    };
  }
  const { left, top, right, bottom } = rectOf(inside);
  const truth = [left, top, right, bottom].map((x) => x.toNumber()) as unknown as PixelRect;
  const [x, y, w, h] = annotation.bbox as [number, number, number, number];
  const claimed: PixelRect = [x, y, x + w, y + h];
  const off = Math.max(...truth.map((q, k) => Math.abs(q - claimed[k]!)));
  const share = rectOverlap(claimed, truth);
  const agree = share >= SAME;
  return {
    ...base,
    verdict: agree ? "agree" : "disagree",
    answer: showRect(truth),
    reason: agree
      ? off <= 1 ? null : `off by ${off.toFixed(1)} pixels: the box has lost its pitch and roll`
      : `the rectangles overlap by ${share.toFixed(3)} and differ by ${off.toFixed(1)} pixels, ` +
        `must overlap by ${SAME}`,
  };
}
