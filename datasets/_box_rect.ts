import type { ReadyScene } from "../solvers/scene/ready_scene.ts";
import { objectView, rectOf } from "../solvers/scene/view.ts";
import { type PixelRect, rectOverlap, showRect } from "./_pixel_rect.ts";
import type { Judgement } from "./dataset.ts";

/** A rectangle is that of a box where they overlap by KITTI's own share. */
const SAME = 0.7;

/**
 * Judges a claimed rectangle by that of the scene's only box in its only picture.
 *
 * @param scene one box and one camera
 * @param claimed the rectangle
 * @param passed what is said of one that agrees, and is off by so many pixels at a side
 */
export function judgeBoxRect(
  scene: ReadyScene,
  claimed: PixelRect,
  passed: (off: number) => string | null = () => null,
): Judgement {
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
  const share = rectOverlap(claimed, truth);
  const off = Math.max(...truth.map((x, k) => Math.abs(x - claimed[k]!)));
  const answer = showRect(truth);
  if (share >= SAME) return { ...base, verdict: "agree", answer, reason: passed(off) };
  const reason = `the rectangles overlap by ${share.toFixed(3)} and differ by ` +
    `${off.toFixed(1)} pixels, must overlap by ${SAME}`;
  return { ...base, verdict: "disagree", answer, reason };
}
