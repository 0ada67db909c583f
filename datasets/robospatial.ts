import { sceneOf } from "../solvers/scene/raw_scene.ts";
import { ReadyScene } from "../solvers/scene/ready_scene.ts";
import { solveScene } from "../solvers/scene/table.ts";
import { notJson, reading } from "./_record.ts";
import { readRoboSpatialScene } from "./scenes/robospatial_scene.ts";
import type { Dataset, Judgement, Reading, SourceFile } from "./dataset.ts";

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
  const raw = readRoboSpatialScene(parse(await file.text()));
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
