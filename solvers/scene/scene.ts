import type { OrientedBox } from "../../geometry/space/oriented_box.ts";
import type { PinholeCamera } from "../../geometry/space/pinhole.ts";
import type { SpaceFrame } from "../../geometry/space/convention.ts";
import type { Real, Real3 } from "../../geometry/space/real.ts";

/** An object of a scene. */
export interface SceneObject {
  /** Its name, which no other object has. */
  readonly id: string;
  /** What it is, such as `"chair"`. */
  readonly category: string;
  /** Where it is and how large, in the frame's coordinates. */
  readonly box: OrientedBox;
  /** The way its own front faces, a direction; left out where it has none or none is known. */
  readonly front?: Real3;
  /** Its colour. */
  readonly colour?: string;
  /** Further properties, such as a material. */
  readonly attributes?: readonly string[];
  /** The frames in which it can be seen, as the data says. */
  readonly seen?: readonly number[];
  /** The room it is in. */
  readonly room?: string;
}

/** A camera of a scene. */
export interface SceneCamera {
  /** Its name, which no other camera has. */
  readonly name: string;
  /** The number of its frame, in a video. */
  readonly time?: number;
  /** Whether the pose is that of the camera, or of the agent that carries it. */
  readonly of: "camera" | "agent";
  /** The camera, in the frame's coordinates. */
  readonly camera: PinholeCamera;
}

/** A room. */
export interface SceneRoom {
  /** Its name. */
  readonly id: string;
  /** Its area in square metres, as the data says. */
  readonly area?: Real;
  /** Its outline on the ground, corner by corner, in the frame's coordinates. */
  readonly outline?: readonly Real3[];
}

/** A scene: what is where, and who looks. Plain data. */
export interface Scene {
  /** What the coordinates mean. */
  readonly frame: SpaceFrame;
  /** The objects. */
  readonly objects: readonly SceneObject[];
  /** The cameras. */
  readonly cameras?: readonly SceneCamera[];
  /** The rooms. */
  readonly rooms?: readonly SceneRoom[];
}
