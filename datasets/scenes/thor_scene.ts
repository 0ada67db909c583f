import * as v from "valibot";
import { frameOf } from "../../geometry/space/convention.ts";
import type { Real3 } from "../../geometry/space/real.ts";
import type { RawScene } from "../../solvers/scene/raw_scene.ts";
import { checkRecord } from "../_record.ts";

const VECTOR = v.object({ x: v.number(), y: v.number(), z: v.number() });
const METADATA = v.object({
  objects: v.array(v.object({
    objectId: v.string(),
    objectType: v.string(),
    visible: v.optional(v.boolean()),
    axisAlignedBoundingBox: v.object({ center: VECTOR, size: VECTOR }),
  })),
  agent: v.object({ rotation: VECTOR, cameraHorizon: v.optional(v.number()) }),
  cameraPosition: VECTOR,
  fov: v.number(),
  screenWidth: v.number(),
  screenHeight: v.number(),
});

/**
 * Reads AI2-THOR's metadata of an event: its world boxes, and the camera itself, from
 * `cameraPosition`, the agent's turn and `cameraHorizon`. Left-handed, y up, metres; boxes stand
 * along the world's axes, so that no rotation is applied.
 *
 * @param value the metadata, parsed
 * @returns the metadata with its frame; what is visible is seen in frame 0
 * @throws SyntaxError that names the field
 *
 * @example
 * ```ts
 * import { readThorScene } from "@alidade/core/datasets";
 * import { assertEquals } from "@std/assert";
 *
 * const at = (x: number, y: number, z: number) => ({ x, y, z });
 * const { objects } = readThorScene({
 *   objects: [{
 *     ...{ objectId: "Mug|1", objectType: "Mug", visible: true },
 *     axisAlignedBoundingBox: { center: at(0, 1, 2), size: at(0.1, 0.1, 0.1) },
 *   }],
 *   ...{ agent: { rotation: at(0, 90, 0), cameraHorizon: 30 }, cameraPosition: at(0, 1.5, 0) },
 *   ...{ fov: 90, screenWidth: 300, screenHeight: 300 },
 * });
 * assertEquals(objects[0]!.seen, [0]);
 * ```
 */
export function readThorScene(value: unknown): RawScene {
  const { objects, agent, cameraPosition, fov, screenWidth, screenHeight } = checkRecord(
    METADATA,
    value,
  );
  const list = ({ x, y, z }: v.InferOutput<typeof VECTOR>): Real3 => [x, y, z];
  // The angle of view that it states is from top to bottom.
  const across = 2 * Math.atan(Math.tan(fov * Math.PI / 360) * screenWidth / screenHeight);
  return {
    frame: frameOf("ai2thor", { rotation: { form: "none" } }),
    objects: objects.map(({ objectId, objectType, visible, axisAlignedBoundingBox: box }) => ({
      ...{ id: objectId, category: objectType },
      ...{ center: list(box.center), size: list(box.size) },
      ...visible !== undefined && { seen: visible ? [0] : [] },
    })),
    cameras: [{
      ...{ name: "agent", time: 0, of: "camera", position: list(cameraPosition) },
      rotation: [agent.cameraHorizon ?? 0, agent.rotation.y, agent.rotation.z],
      ...{ width: screenWidth, height: screenHeight },
      fov: screenWidth === screenHeight ? fov : across * 180 / Math.PI,
    }],
  };
}
