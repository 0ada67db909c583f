import { frameOf } from "../../geometry/space/convention.ts";
import { requireReal3 } from "../../geometry/space/oriented_box.ts";
import type { Real3 } from "../../geometry/space/real.ts";
import {
  type RawCamera,
  type RawObject,
  type RawScene,
  THOR_RIG,
} from "../../solvers/scene/raw_scene.ts";

/** Which simulator a scene of SPRITE comes from: they write rotations differently. */
export type SpriteSource = "ai2thor" | "habitat";

/** How SPRITE's metadata is to be read. */
export interface SpriteReading {
  /**
   * `"right"`, the default: AI2-THOR's boxes are world boxes, their rotation is not applied again,
   * and its poses are agents', whose camera is 0.675 m higher and tilted down by 30 degrees.
   * `"literal"`: as the fields say, rotation applied and pose taken for the camera's.
   */
  readonly as?: "right" | "literal";
}

/** The pictures of the published scenes are square, with 90 degrees of view. */
const PICTURE = { width: 300, height: 300, fov: 90 };

/**
 * Reads a scene of SPRITE: its metadata and the poses of its frames. Rotations of three angles are
 * AI2-THOR's (left-handed, y up, degrees), those of four numbers Habitat's (right-handed, y up;
 * boxes x, y, z, w and cameras w, x, y, z).
 *
 * @param objects the metadata, parsed: a list of objects with `obb`
 * @param poses the poses by the number of the frame, parsed; none when left out
 * @param reading how to read them
 * @returns the metadata with its frame; objects by their `id`
 * @throws TypeError, RangeError that name the object or frame and the field
 *
 * @example
 * ```ts
 * import { readSpriteScene } from "@alidade/core/datasets";
 * import { assertEquals } from "@std/assert";
 *
 * const obb = { center: [0, 1, 0], sizes: [2, 1, 4], rotation: [0, 90, 0] };
 * const raw = readSpriteScene([{ id: "Bed", category: "Bed", obb, appear: [0] }]);
 * assertEquals([raw.frame.handedness, raw.frame.rotation.form], ["left", "none"]);
 * ```
 */
export function readSpriteScene(
  objects: unknown,
  poses: unknown = {},
  { as = "right" }: SpriteReading = {},
): RawScene {
  if (!Array.isArray(objects)) throw new TypeError("Cannot read the metadata, must be a list");
  const read = (objects as unknown[]).map(readObject);
  const cameras = Object.entries(requireObject(poses, "the poses")).map(([key, pose]) =>
    readPose(key, pose)
  );
  const lengths = [...read, ...cameras].flatMap((x) => x.rotation?.length ?? []);
  const isHabitat = lengths.includes(4);
  if (isHabitat && lengths.includes(3)) {
    throw new RangeError("Cannot read rotations: some are of 3 numbers, some of 4, must be alike");
  }
  const base = frameOf(isHabitat ? "habitat" : "ai2thor");
  const isRight = as === "right";
  const frame = !isHabitat && isRight ? { ...base, rotation: { form: "none" } as const } : base;
  return {
    frame,
    objects: read,
    cameras: cameras.map((c) => ({ ...c, of: isHabitat || !isRight ? "camera" : "agent" })),
    ...!isHabitat && isRight && { rig: THOR_RIG },
  };
}

function readObject(value: unknown, i: number): RawObject {
  const object = requireObject(value, `object ${i}`);
  const id = object["id"];
  if (typeof id !== "string" || id === "") {
    throw new TypeError(`Cannot read id of object ${i}: ${JSON.stringify(id)}, must be a string`);
  }
  const name = JSON.stringify(id);
  const box = requireObject(object["obb"], `obb of ${name}`);
  const category = object["category"];
  if (typeof category !== "string") {
    throw new TypeError(
      `Cannot read category of ${name}: ${JSON.stringify(category)}, must be a string`,
    );
  }
  const size = requireReal3(box["sizes"], `obb.sizes of ${name}`);
  const zero = size.findIndex((x) => !(Number(x) > 0));
  if (zero >= 0) {
    throw new RangeError(
      `Cannot read obb.sizes[${zero}] of ${name}: ${size[zero]}, must be above 0`,
    );
  }
  const seen = object["appear"];
  return {
    id,
    category,
    center: requireReal3(box["center"], `obb.center of ${name}`),
    size,
    ...box["rotation"] !== undefined && {
      rotation: requireNumbers(box["rotation"], `obb.rotation of ${name}`),
    },
    ...seen !== undefined && { seen: requireNumbers(seen, `appear of ${name}`) },
  };
}

function readPose(key: string, value: unknown): Omit<RawCamera, "of"> {
  const pose = requireObject(value, `pose of frame ${key}`);
  const time = Number(key);
  if (!Number.isSafeInteger(time)) {
    throw new TypeError(`Cannot read frame ${JSON.stringify(key)}, must be a number`);
  }
  const position: Real3 = requireReal3(pose["position"], `position of frame ${key}`);
  const rotation = requireNumbers(pose["rotation"], `rotation of frame ${key}`);
  return { name: `frame ${key}`, time, position, rotation, ...PICTURE };
}

function requireObject(value: unknown, at: string): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  const is = value === undefined ? "not given" : JSON.stringify(value)?.slice(0, 60);
  throw new TypeError(`Cannot read ${at}: ${is}, must be an object`);
}

function requireNumbers(value: unknown, at: string): readonly number[] {
  if (Array.isArray(value) && value.every(Number.isFinite)) return value as number[];
  const is = value === undefined ? "not given" : JSON.stringify(value)?.slice(0, 60);
  throw new RangeError(`Cannot read ${at}: ${is}, must be a list of finite numbers`);
}
