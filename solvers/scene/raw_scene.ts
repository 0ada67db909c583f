import {
  changeOfAxes,
  type ConventionName,
  CONVENTIONS,
  frameOf,
  type LengthUnit,
  METRES,
  type SpaceFrame,
  worldSides,
} from "../../geometry/space/convention.ts";
import { orientedBox, requireReal3 } from "../../geometry/space/oriented_box.ts";
import { intrinsicsOf, pinhole, type PinholeCamera } from "../../geometry/space/pinhole.ts";
import { type Real, type Real3, realToNumber } from "../../geometry/space/real.ts";
import { determinant, rotationMatrix } from "../../geometry/space/rotation.ts";
import type { Scene, SceneCamera, SceneObject, SceneRoom } from "./scene.ts";

/** An object as metadata has it. */
export interface RawObject {
  /** Its name, which no other object has. */
  readonly id: string;
  /** What it is. */
  readonly category: string;
  /** The centre of its box. */
  readonly center: Real3;
  /** The full extents of its box. */
  readonly size: Real3;
  /** The numbers of its rotation, which the frame says how to read; left out, none. */
  readonly rotation?: readonly Real[];
  /** The way its own front faces. */
  readonly front?: Real3;
  /** Its colour. */
  readonly colour?: string;
  /** Further properties. */
  readonly attributes?: readonly string[];
  /** The frames in which it can be seen. */
  readonly seen?: readonly number[];
  /** The room it is in. */
  readonly room?: string;
}

/** A camera as metadata has it. */
export interface RawCamera {
  /** Its name, which no other camera has. */
  readonly name: string;
  /** The number of its frame. */
  readonly time?: number;
  /** Whether the pose is the camera's or that of the agent that carries it. */
  readonly of: "camera" | "agent";
  /** The pose's translation. */
  readonly position: Real3;
  /** The numbers of its rotation. */
  readonly rotation: readonly Real[];
  /** The width of its picture in pixels. */
  readonly width: number;
  /** The height. */
  readonly height: number;
  /** The angle of view from left to right in degrees, where no focal length is given. */
  readonly fov?: number;
  /** The focal length along x, and y where that differs. */
  readonly focal?: readonly Real[];
  /** The principal point; the middle when left out. */
  readonly middle?: readonly [Real, Real];
}

/** Where the camera of an agent is: so much higher, and tilted down by so many degrees. */
export interface Rig {
  /** In the unit of the frame. */
  readonly raised: Real;
  /** In degrees. */
  readonly down: number;
}

/** A scene as metadata has it: numbers, and a frame that says what they mean. */
export interface RawScene {
  /** What the numbers mean. */
  readonly frame: SpaceFrame;
  /** The objects. */
  readonly objects: readonly RawObject[];
  /** The cameras. */
  readonly cameras?: readonly RawCamera[];
  /** Where the cameras of agents are; needed where a pose is an agent's. */
  readonly rig?: Rig;
  /** The rooms. */
  readonly rooms?: readonly SceneRoom[];
}

/** What the camera of an AI2-THOR agent is, where SPRITE's poses are agents'. */
export const THOR_RIG: Rig = { raised: "0.675", down: 30 };

/**
 * A scene from metadata: boxes from centre, extents and rotation, cameras from their poses.
 *
 * @param raw the metadata
 * @returns the scene
 * @throws TypeError, RangeError, SyntaxError that name the object or camera and the field: an
 * extent that is not above 0, a quaternion that is zero or not of length 1, a pose with NaN, a
 * world that is right-handed with cameras that are left-handed
 *
 * @example
 * ```ts
 * import { frameOf } from "@alidade/core/geometry";
 * import { sceneOf } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const { objects } = sceneOf({
 *   frame: frameOf("unity"),
 *   objects: [
 *     { id: "a", category: "cup", center: [0, 1, 0], size: [2, 1, 4], rotation: [0, 90, 0] },
 *   ],
 * });
 * assertEquals(objects[0]!.box.axes[0], [0, 0, -1]);
 * ```
 */
export function sceneOf(raw: RawScene): Scene {
  const { frame, objects, cameras, rooms } = raw;
  return {
    frame,
    objects: objects.map((object) => objectOf(object, frame)),
    ...cameras && { cameras: cameras.map((camera) => cameraOf(camera, raw)) },
    ...rooms && { rooms },
  };
}

function objectOf(
  { center, size, rotation, ...rest }: RawObject,
  frame: SpaceFrame,
): SceneObject {
  const name = `object ${JSON.stringify(rest.id)}`;
  const form = frame.rotation;
  const turned = rotation === undefined || form.form === "none"
    ? undefined
    : rotationMatrix(rotation, form, `rotation of ${name}`);
  const box = orientedBox({ center, size, ...turned && { rotation: turned } }, name);
  return { ...rest, box };
}

function cameraOf(raw: RawCamera, { frame, rig }: RawScene): SceneCamera {
  const { name, time, of, position, rotation, width, height, fov, focal, middle } = raw;
  const what = `camera ${JSON.stringify(name)}`;
  if (isMirrored(frame)) {
    throw new RangeError(
      `Cannot read ${what}: the world is ${frame.handedness}-handed and the camera's axes ` +
        `${frame.camera.join(", ")} are not, must both be or neither`,
    );
  }
  const [fx, fy] = [focal?.[0], focal?.[1] ?? focal?.[0]];
  const inner = fx === undefined || fy === undefined
    ? intrinsicsOf(width, height, fov ?? NaN)
    : { width, height, fx, fy, cx: width / 2, cy: height / 2 };
  const camera = pinhole({
    ...inner,
    ...middle && { cx: middle[0], cy: middle[1] },
    position: requireReal3(position, `position of ${what}`),
    rotation: rotationMatrix(rotation, frame.cameraRotation, `rotation of ${what}`),
    axes: frame.camera,
    pose: frame.pose,
  }, what);
  const carried = of === "agent" && rig !== undefined ? onRig(camera, frame, rig) : camera;
  const isCamera = of === "camera" || rig !== undefined;
  return {
    ...{ name, camera: carried },
    ...time !== undefined && { time },
    of: isCamera ? "camera" : "agent",
  };
}

/** A sum in doubles; the plain decimal next to it where there is one. */
function shortSum(a: number, b: number): number {
  const sum = a + b;
  const short = Math.round(sum * 1e9) / 1e9;
  return Math.abs(short - sum) <= 2 ** -51 * (Math.abs(a) + Math.abs(b)) ? short : sum;
}

const known = new WeakMap<SpaceFrame, boolean>();

/** Whether just one of the world and the cameras is left-handed: then a pose would mirror. */
function isMirrored(frame: SpaceFrame): boolean {
  let answer = known.get(frame);
  if (answer === undefined) {
    answer = determinant(changeOfAxes(worldSides(frame), CONVENTIONS.scannet.world)) !==
      determinant(changeOfAxes(frame.camera, CONVENTIONS.opencv.camera));
    known.set(frame, answer);
  }
  return answer;
}

/** The camera of an agent whose pose is given. */
function onRig(camera: PinholeCamera, frame: SpaceFrame, { raised, down }: Rig): PinholeCamera {
  const axis = "xyz".indexOf(frame.up[1]!);
  const position = camera.position.map((x, k) => {
    if (k !== axis) return x;
    const rise = realToNumber(raised) * (frame.up[0] === "+" ? 1 : -1);
    return shortSum(realToNumber(x), rise);
  }) as unknown as Real3;
  if (down === 0) return { ...camera, position };
  const [c, s] = [Math.cos(down * Math.PI / 180), Math.sin(down * Math.PI / 180)];
  const [ahead, below] = [camera.forward, camera.down].map((v) => v.map((x) => realToNumber(x)));
  const mix = (a: readonly number[], p: number, b: readonly number[], q: number) =>
    a.map((x, k) => p * x + q * b[k]! + 0) as unknown as Real3;
  return {
    ...camera,
    position,
    forward: mix(ahead!, c, below!, s),
    down: mix(below!, c, ahead!, -s),
  };
}

/**
 * Reads a scene file of our own: `{frame, objects, cameras?, rig?, rooms?}` as {@link RawScene}
 * has it; `frame` may be the name of a convention, or an object with `convention` and what differs.
 *
 * @param value the file, parsed
 * @returns the metadata
 * @throws TypeError, RangeError that name the object and field
 *
 * @example
 * ```ts
 * import { readRawScene } from "@alidade/core/solvers";
 * import { assertThrows } from "@std/assert";
 *
 * assertThrows(() => readRawScene({ objects: [] }), TypeError, "it has no frame");
 * ```
 */
export function readRawScene(value: unknown): RawScene {
  const scene = requireObject(value, "the scene");
  const frame = readFrame(scene["frame"]);
  const objects = requireList(scene["objects"], "objects").map((object, i) => {
    const at = `objects[${i}]`;
    const raw = requireObject(object, at) as unknown as RawObject;
    requireText(raw.id, `${at}.id`);
    requireText(raw.category, `${at}.category`);
    requireReal3(raw.center, `${at}.center of ${JSON.stringify(raw.id)}`);
    requireReal3(raw.size, `${at}.size of ${JSON.stringify(raw.id)}`);
    requireNumbers(raw.rotation, `${at}.rotation of ${JSON.stringify(raw.id)}`);
    requireNumbers(raw.seen, `${at}.seen of ${JSON.stringify(raw.id)}`);
    return raw;
  });
  const cameras = scene["cameras"] === undefined
    ? undefined
    : requireList(scene["cameras"], "cameras").map((camera, i) => {
      const at = `cameras[${i}]`;
      const raw = requireObject(camera, at) as unknown as RawCamera;
      requireText(raw.name, `${at}.name`);
      if (raw.of !== "camera" && raw.of !== "agent") {
        throw new RangeError(
          `Cannot read ${at}.of: ${JSON.stringify(raw.of)}, must be camera or agent`,
        );
      }
      requireNumbers(raw.rotation, `${at}.rotation of ${JSON.stringify(raw.name)}`);
      return raw;
    });
  const rig = scene["rig"] as Rig | undefined;
  return {
    frame,
    objects,
    ...cameras && { cameras },
    ...rig && { rig },
    ...scene["rooms"] !== undefined && { rooms: scene["rooms"] as readonly SceneRoom[] },
  };
}

function readFrame(value: unknown): SpaceFrame {
  if (value === undefined) {
    throw new TypeError("Cannot read the scene: it has no frame, must say what its axes mean");
  }
  if (typeof value === "string") return frameOf(value as ConventionName);
  const { convention, ...changes } = requireObject(value, "frame");
  const frame = typeof convention === "string"
    ? frameOf(convention as ConventionName, changes as Partial<SpaceFrame>)
    : changes as unknown as SpaceFrame;
  for (const field of ["handedness", "up", "forward", "unit", "rotation", "camera"] as const) {
    if (frame[field] === undefined) {
      throw new TypeError(`Cannot read frame.${field}: not given, must be there`);
    }
  }
  worldSides(frame);
  if (METRES[frame.unit as LengthUnit] === undefined) {
    const units = Object.keys(METRES).join(", ");
    throw new RangeError(
      `Cannot read frame.unit: ${JSON.stringify(frame.unit)}, must be one of ${units}`,
    );
  }
  return frame;
}

function requireObject(value: unknown, at: string): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw new TypeError(
    `Cannot read ${at}: ${JSON.stringify(value)?.slice(0, 60) ?? "not given"}, ` +
      "must be an object",
  );
}

function requireList(value: unknown, at: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new TypeError(
    `Cannot read ${at}: ${JSON.stringify(value)?.slice(0, 60) ?? "not given"}, ` +
      "must be a list",
  );
}

function requireText(value: unknown, at: string): void {
  if (typeof value === "string" && value !== "") return;
  throw new TypeError(
    `Cannot read ${at}: ${JSON.stringify(value) ?? "not given"}, ` +
      "must be a string that is not empty",
  );
}

function requireNumbers(value: unknown, at: string): void {
  if (value === undefined) return;
  requireList(value, at).forEach((x, i) => {
    if (typeof x === "number" && Number.isFinite(x) || typeof x === "string") return;
    throw new RangeError(`Cannot read ${at}[${i}]: ${JSON.stringify(x)}, must be a finite number`);
  });
}
