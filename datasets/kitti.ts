import { type ReadyScene, readyScene } from "../solvers/scene/ready_scene.ts";
import { judgeBoxRect } from "./_box_rect.ts";
import { lineMembers } from "./_json_members.ts";
import type { PixelRect } from "./_pixel_rect.ts";
import { reading } from "./_record.ts";
import type { Dataset, Judgement, ReadContext, Reading, SourceFile } from "./dataset.ts";
import {
  type KittiRow,
  kittiScene,
  readKittiCalibration,
  readKittiRow,
} from "./scenes/kitti_scene.ts";

/**
 * KITTI's object labels: is the angle of observation that of the box, and is the rectangle in the
 * picture that of the box in space? A box that reaches behind the camera is cut where the picture
 * ends.
 */
export const kitti: Dataset = {
  name: "kitti",
  summary: "KITTI object labels, calibration in ../calib: two claims an object, its observation " +
    "angle, and its rectangle against the projected box",
  source: "https://www.cvlibs.net/datasets/kitti/eval_object.php",
  licence: "CC BY-NC-SA 3.0",
  companions: [{
    key: "calib",
    summary: "the calibration file; by default ../calib/ and the same name",
    required: false,
  }],
  read,
};

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Reading> {
  const beside = file.path.replace(/[^/\\]*$/, (name) => `../calib/${name}`);
  const path = context.companions.get("calib")?.[0] ?? beside;
  let calibration: Promise<readonly number[]> | null = null;
  const load = async () => readKittiCalibration(await (await context.open(path)).text(), path);
  for await (const member of lineMembers(file)) {
    const where = { file: file.path, line: member.line };
    let row: KittiRow;
    try {
      row = readKittiRow(member.text, member.line);
    } catch (error) {
      yield { kind: "bad", where, message: (error as Error).message };
      continue;
    }
    if (row.type === "DontCare") continue;
    const p2 = await (calibration ??= load());
    const scene = () => readyScene(kittiScene([row], p2));
    const id = `${row.type} ${row.line}`;
    yield reading(where, () => ({
      id: `${id} alpha`,
      claimed: row.alpha,
      judge: () => judgeAlpha(row, p2),
    }));
    yield reading(where, () => ({
      id: `${id} box`,
      claimed: row.box.join(" "),
      judge: () => judgeBox(row, scene()),
    }));
  }
}

/** Half a step of the two decimals of angles and places. */
const HALF = 0.005;

/**
 * alpha = ry - atan2(x, z), up to full turns. Both angles are rounded, and so is the place; it may
 * be seen from the reference camera or from camera 2, some centimetres aside.
 */
function judgeAlpha(row: KittiRow, p2: readonly number[]): Judgement {
  const [x, , z] = row.location.map(Number) as [number, number, number];
  const angle = wrapped(Number(row.rotation) - Math.atan2(x, z));
  const range = Math.max(1e-9, Math.hypot(x, z));
  const room = 2 * HALF + (HALF * Math.SQRT2 + Math.abs(p2[3]! / p2[0]!)) / range;
  const off = Math.abs(wrapped(Number(row.alpha) - angle));
  const answer = angle.toFixed(3);
  const agree = off <= room;
  return {
    verdict: agree ? "agree" : "disagree",
    answer,
    reason: agree ? null : `claimed ${row.alpha}, is ${answer} to ${room.toFixed(3)}`,
    margin: null,
    group: "observation angle",
  };
}

function wrapped(angle: number): number {
  return angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));
}

function judgeBox(row: KittiRow, scene: ReadyScene): Judgement {
  return judgeBoxRect(scene, row.box.map(Number) as unknown as PixelRect);
}
