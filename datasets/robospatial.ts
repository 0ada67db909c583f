import * as v from "valibot";
import { frameOf } from "../geometry/space/convention.ts";
import { IDENTITY, type Matrix3, multiply, rotationMatrix } from "../geometry/space/rotation.ts";
import type { Real3 } from "../geometry/space/real.ts";
import { type RawObject, type RawScene, sceneOf } from "../solvers/scene/raw_scene.ts";
import { ReadyScene } from "../solvers/scene/ready_scene.ts";
import { solveScene } from "../solvers/scene/table.ts";
import { checkRecord, notJson, reading } from "./_record.ts";
import type { Dataset, Judgement, Reading, SourceFile } from "./dataset.ts";

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
 * RoboSpatial's input: boxes (centre, extents, three angles about z, x and y) and a camera whose
 * extrinsic is camera-to-world in OpenCV's axes. Checked is that what is said to be visible falls
 * into the picture: with the extrinsic inverted, nothing does.
 */
export const robospatial: Dataset = {
  name: "robospatial",
  summary: "RoboSpatial's input: is each object that is said to be visible in the picture?",
  source: "https://github.com/NVlabs/RoboSpatial",
  licence: "NVIDIA License",
  companions: [],
  read,
};

async function* read(file: SourceFile): AsyncIterable<Reading> {
  const input = checkRecord(FILE, parse(await file.text()));
  const raw = rawScene(input);
  const inverted = new ReadyScene(sceneOf({ ...raw, frame: { ...raw.frame, pose: "world2cam" } }));
  let scene: ReadyScene;
  try {
    scene = new ReadyScene(sceneOf(raw));
  } catch (error) {
    throw error instanceof TypeError ? new SyntaxError(error.message) : error;
  }
  for (const [i, { id }] of raw.objects.entries()) {
    yield reading({ file: file.path, field: `objects[${i}]` }, () => ({
      id,
      claimed: raw.objects[i]!.seen!.length > 0 ? "visible" : "not visible",
      judge: () => judge(scene, inverted, id),
    }));
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw notJson(error);
  }
}

/** The metadata with its frame: z up, the camera in OpenCV's axes. */
function rawScene(input: v.InferOutput<typeof FILE>): RawScene {
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

function judge(scene: ReadyScene, inverted: ReadyScene, object: string): Judgement {
  const ask = { query: "in-view", args: { object, camera: "camera" }, variant: "centre" };
  const isIn = (s: ReadyScene) => {
    const { outcome } = solveScene(s.given, ask);
    return outcome.status === "exact" && outcome.value === true;
  };
  const i = scene.number(object);
  const isClaimed = scene.objects[i]!.seen!.length > 0;
  const [seen, otherwise] = [isIn(scene), isIn(inverted)];
  // What is not listed may be in the picture and hidden.
  const agree = !isClaimed || seen;
  return {
    verdict: agree ? "agree" : "disagree",
    answer: seen ? "in the picture" : "not in the picture",
    reason: agree
      ? null
      : `its centre is outside of the picture${
        otherwise ? "; with the extrinsic inverted it would be in it" : ""
      }`,
    margin: null,
    group: isClaimed ? "visible" : "not listed as visible",
  };
}
