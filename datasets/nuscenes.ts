import { imagePoint, seenBy } from "../geometry/space/pinhole.ts";
import { readyScene } from "../solvers/scene/ready_scene.ts";
import { sceneOf } from "../solvers/scene/raw_scene.ts";
import { judgeBoxRect } from "./_box_rect.ts";
import { checkRecord, notJson, reading } from "./_record.ts";
import type { Dataset, Judgement, Reading, SourceFile } from "./dataset.ts";
import {
  NUSCENES_BOX,
  NUSCENES_FILE,
  type NuScenesBox,
  type NuScenesImage,
  nuScenesScene,
  readNuScenesImage,
} from "./scenes/nuscenes_scene.ts";

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
  const { images, annotations } = checkRecord(NUSCENES_FILE, parse(await file.text()));
  const known = new Map<string | number, NuScenesImage>();
  for (const [i, value] of images.entries()) {
    try {
      const image = readNuScenesImage(value);
      known.set(image.id, image);
    } catch (error) {
      const where = { file: file.path, field: `images[${i}]` };
      yield { kind: "bad", where, message: (error as Error).message };
    }
  }
  for (const [i, value] of annotations.entries()) {
    const where = { file: file.path, field: `annotations[${i}]` };
    const made = () => {
      const annotation = checkRecord(NUSCENES_BOX, value);
      const image = known.get(annotation.image_id);
      if (image === undefined) {
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

/** A projected centre may be off by this many pixels (and millimetres of depth). */
const NEAR = 1e-3;

function judgeCentre(annotation: NuScenesBox, image: NuScenesImage): Judgement {
  const { objects, cameras } = readyScene(sceneOf(nuScenesScene([annotation], image)));
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

function judgeBox(annotation: NuScenesBox, image: NuScenesImage): Judgement {
  const scene = readyScene(sceneOf(nuScenesScene([annotation], image)));
  const [x, y, w, h] = annotation.bbox as [number, number, number, number];
  // The tilt that a box has lost may make this much, or an error may: which, is not told.
  return judgeBoxRect(
    scene,
    [x, y, x + w, y + h],
    (off) =>
      off <= 1 ? null : `off by ${off.toFixed(1)} pixels, let pass: boxes keep their yaw alone`,
  );
}
