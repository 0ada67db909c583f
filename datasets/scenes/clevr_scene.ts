import * as v from "valibot";
import { frameOf } from "../../geometry/space/convention.ts";
import type { RawScene } from "../../solvers/scene/raw_scene.ts";
import { checkRecord } from "../_record.ts";

const SCENE = v.object({
  objects: v.array(v.object({
    "3d_coords": v.pipe(v.array(v.number()), v.length(3)),
    shape: v.picklist(["cube", "sphere", "cylinder"]),
    size: v.picklist(["small", "large"]),
    color: v.string(),
    material: v.string(),
    rotation: v.number(),
  })),
});

/** Half of what a thing measures: a cube's corners are so far from its middle line. */
const RADIUS = { small: 0.35, large: 0.7 };

/**
 * Reads a scene of CLEVR: things on a plane, z up, by their boxes. A sphere and a cylinder are as
 * wide and high as their diameter, a cube is smaller by the root of two.
 *
 * @param value the scene, parsed
 * @returns the metadata; objects by number, size, colour, material and shape
 * @throws SyntaxError that names the field
 *
 * @example
 * ```ts
 * import { readClevrScene } from "@alidade/core/datasets";
 * import { assertEquals } from "@std/assert";
 *
 * const ball = { shape: "sphere", size: "large", color: "red", material: "metal", rotation: 0 };
 * const { objects } = readClevrScene({ objects: [{ ...ball, "3d_coords": [0, 1, 0.7] }] });
 * assertEquals([objects[0]!.id, objects[0]!.size[2]], ["0 large red metal sphere", 1.4]);
 * ```
 */
export function readClevrScene(value: unknown): RawScene {
  const { objects } = checkRecord(SCENE, value);
  return {
    frame: frameOf("scannet", {
      rotation: { form: "angle", about: "+z", unit: "degree" },
    }),
    objects: objects.map((o, i) => {
      const [x, y, z] = o["3d_coords"] as [number, number, number];
      const whole = 2 * RADIUS[o.size];
      const extent = o.shape === "cube" ? whole / Math.SQRT2 : whole;
      return {
        id: `${i} ${o.size} ${o.color} ${o.material} ${o.shape}`,
        category: o.shape,
        ...{ center: [x, y, z], size: [extent, extent, extent], rotation: [o.rotation] },
        ...{ colour: o.color, attributes: [o.size, o.material] },
      };
    }),
  };
}
