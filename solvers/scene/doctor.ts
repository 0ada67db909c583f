import type { SpaceFrame } from "../../geometry/space/convention.ts";
import { type Real3, realToNumber } from "../../geometry/space/real.ts";
import { boxContact } from "../../geometry/space/box_contact.ts";
import { type RawObject, type RawScene, sceneOf, THOR_RIG } from "./raw_scene.ts";
import { ReadyScene } from "./ready_scene.ts";
import { isInPicture } from "./view.ts";

/** What users of scenes trip over. */
export type SceneTrap =
  | "turned-twice"
  | "mirrored"
  | "inverted-pose"
  | "agent-for-camera"
  | "half-for-full"
  | "degrees-for-radians"
  | "radians-for-degrees"
  | "zero-size"
  | "one-id-twice"
  | "bad-number"
  | "appearances-incomplete";

/** How sure a finding is. */
export type Sureness = "certain" | "likely" | "possible";

/** Something that the doctor found. */
export interface SceneFinding {
  /** What it is. */
  readonly trap: SceneTrap;
  /**
   * `"certain"` where the scene contradicts itself as it is read; `"likely"` where it contradicts
   * itself less if it is read otherwise; `"possible"` where the evidence is thin.
   */
  readonly sure: Sureness;
  /** What was found, in a sentence. */
  readonly says: string;
  /** The figures that speak for it. */
  readonly evidence: string;
  /** The object or camera, where it is one. */
  readonly of?: string;
}

/** How well a reading of a scene fits what the scene says itself. */
export interface SceneFit {
  /** How many appearances there are, of objects in frames that have a camera. */
  readonly appearances: number;
  /** How many of them are at least partly in the picture. */
  readonly inPicture: number;
  /** How many object-frames are in the picture, whether the data lists them or not. */
  readonly inAll: number;
  /** How many objects stand on the floor, on another or hang on a wall of another's height. */
  readonly standing: number;
  /** How many pairs of boxes overlap. */
  readonly overlaps: number;
}

/** Where heights count as equal, in metres. */
const CLOSE = 0.02;

/**
 * How well a reading of a scene fits: appearances in the pictures, objects on floors, overlaps.
 *
 * @param raw the metadata with the frame it is read by
 * @returns the figures
 * @throws as sceneOf
 *
 * @example
 * ```ts
 * import { frameOf } from "@alidade/core/geometry";
 * import { fitOf } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const cup = { id: "a", category: "cup", center: [0, 1, 0], size: [2, 2, 2] } as const;
 * assertEquals(fitOf({ frame: frameOf("unity"), objects: [cup] }).standing, 1);
 * ```
 */
export function fitOf(raw: RawScene): SceneFit {
  const scene = new ReadyScene(sceneOf(raw));
  const cameras = scene.cameras.filter((c) => c.time !== undefined);
  let [appearances, inPicture, inAll] = [0, 0, 0];
  for (const [i, { seen }] of scene.objects.entries()) {
    if (seen === undefined) continue;
    for (const { time, camera } of cameras) {
      const isIn = isInPicture(scene, i, camera);
      if (isIn) inAll++;
      if (!seen.includes(time!)) continue;
      appearances++;
      if (isIn) inPicture++;
    }
  }
  let overlaps = 0;
  for (let i = 0; i < scene.objects.length; i++) {
    for (let j = 0; j < i; j++) if (boxContact(scene.table, i, j) === "overlap") overlaps++;
  }
  return { appearances, inPicture, inAll, standing: standing(scene), overlaps };
}

/** How many lowest points are at the height of the floor or of another's highest point. */
function standing(scene: ReadyScene): number {
  const heights = scene.objects.map((_, i) => {
    const zs = scene.corners(i).map((p) => Number(p[2]) / Number(scene.den));
    return { low: Math.min(...zs), high: Math.max(...zs) };
  });
  const floor = floorOf(heights.map((h) => h.low));
  return heights.filter(({ low }, i) =>
    Math.abs(low - floor) <= CLOSE ||
    heights.some((other, j) => i !== j && Math.abs(low - other.high) <= CLOSE)
  ).length;
}

/** The height at which most objects begin. */
function floorOf(lows: readonly number[]): number {
  const votes = lows.map((z) => lows.filter((other) => Math.abs(other - z) <= CLOSE).length);
  return lows[votes.indexOf(Math.max(...votes))] ?? 0;
}

/**
 * Looks for what users of scenes trip over, by evidence that the scene itself holds: objects that
 * are said to be seen must fall into the picture, most things stand on a floor, flat things show by
 * their thin axis whether a rotation is in the extents already, angles show their unit.
 *
 * @param raw the metadata with the frame it is said to have
 * @returns what was found, the surest first; none where nothing speaks against the reading
 *
 * Cost: some readings of the whole scene; below a second for thirty objects in thirty frames.
 *
 * @example
 * ```ts
 * import { frameOf } from "@alidade/core/geometry";
 * import { examineScene } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const cup = { id: "a", category: "cup", center: [0, 1, 0], size: [2, 0, 2] } as const;
 * const [found] = examineScene({ frame: frameOf("unity"), objects: [cup] });
 * assertEquals([found!.trap, found!.sure], ["zero-size", "certain"]);
 * ```
 */
export function examineScene(raw: RawScene): SceneFinding[] {
  const broken = brokenFields(raw);
  const units = angleUnits(raw);
  const found = [...broken.findings, ...units];
  const sound = broken.sound;
  const twice = turnedTwice(sound);
  // The other questions are asked of the boxes as they should be.
  const settled: RawScene = twice.length === 0
    ? sound
    : { ...sound, frame: { ...sound.frame, rotation: { form: "none" } } };
  const fit = tryFit(settled);
  if (fit !== null) {
    found.push(...twice, ...halfForFull(settled, fit), ...cameraTraps(settled, fit));
  }
  const order: readonly Sureness[] = ["certain", "likely", "possible"];
  return found.sort((a, b) => order.indexOf(a.sure) - order.indexOf(b.sure));
}

function tryFit(raw: RawScene): SceneFit | null {
  try {
    return fitOf(raw);
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError || error instanceof SyntaxError) {
      return null;
    }
    throw error;
  }
}

/** Objects and cameras that cannot be read at all, and the scene without them. */
function brokenFields(raw: RawScene): {
  readonly findings: SceneFinding[];
  readonly sound: RawScene;
} {
  const findings: SceneFinding[] = [];
  const ids = new Set<string>();
  const add = (trap: SceneTrap, of: string, says: string, evidence: string) =>
    findings.push({ trap, sure: "certain", of, says, evidence });
  const objects = raw.objects.filter((object) => {
    const { id, size } = object;
    if (ids.has(id)) {
      add("one-id-twice", id, `two objects have the id ${JSON.stringify(id)}`, "ids must differ");
      return false;
    }
    ids.add(id);
    const zero = size.findIndex((x) => !(realToNumber(x) > 0));
    if (zero >= 0) {
      const says = `size[${zero}] of object ${JSON.stringify(id)} is ${size[zero]}`;
      add("zero-size", id, says, "an extent must be above 0");
      return false;
    }
    return isReadable(
      () => sceneOf({ ...without(raw), objects: [object] }),
      (message) => add("bad-number", id, message, "it cannot be read"),
    );
  });
  const cameras = (raw.cameras ?? []).filter((camera) =>
    isReadable(
      () => sceneOf({ ...raw, objects: [], cameras: [camera] }),
      (message) => add("bad-number", camera.name, message, "it cannot be read"),
    )
  );
  return { findings, sound: { ...raw, objects, cameras } };
}

function without({ frame, rig }: RawScene): RawScene {
  return { frame, objects: [], ...rig && { rig } };
}

function isReadable(read: () => unknown, tell: (message: string) => void): boolean {
  try {
    read();
    return true;
  } catch (error) {
    tell((error as Error).message);
    return false;
  }
}

/** Angles that are too large for radians, or all too small for degrees. */
function angleUnits(raw: RawScene): SceneFinding[] {
  const found: SceneFinding[] = [];
  const lists: [string, SpaceFrame["rotation"], readonly number[]][] = [
    ["objects", raw.frame.rotation, raw.objects.flatMap((o) => numbers(o.rotation))],
    ["cameras", raw.frame.cameraRotation, (raw.cameras ?? []).flatMap((c) => numbers(c.rotation))],
  ];
  for (const [what, form, angles] of lists) {
    if (form.form !== "euler" && form.form !== "angle") continue;
    const most = Math.max(0, ...angles.map(Math.abs));
    const turning = angles.filter((x) => Math.abs(x) > 1e-6);
    if (form.unit === "radian" && most > 2 * Math.PI + 0.01) {
      found.push({
        trap: "degrees-for-radians",
        sure: "certain",
        says: `the angles of ${what} are said to be radians and are degrees`,
        evidence: `the largest is ${most}, above a full turn of 6.283`,
      });
    }
    const quarters = turning.filter((x) =>
      Math.abs(x / (Math.PI / 2) - Math.round(x / (Math.PI / 2))) < 1e-3
    );
    if (form.unit === "degree" && turning.length >= 3 && most <= 2 * Math.PI + 0.01) {
      found.push({
        trap: "radians-for-degrees",
        sure: quarters.length >= 3 ? "likely" : "possible",
        says: `the angles of ${what} are said to be degrees and look like radians`,
        evidence: `the largest of ${turning.length} is ${most}; ${quarters.length} are multiples ` +
          "of a quarter turn in radians",
      });
    }
  }
  return found;
}

function numbers(values: readonly (number | string)[] | undefined): number[] {
  return (values ?? []).map(Number);
}

/**
 * Extents that are the world's already although a rotation is given. The thin axis of a flat thing
 * is an axis of its own: where it changes between things that hang unturned and things that hang
 * at a quarter turn, the extents were measured in the world.
 */
function turnedTwice(raw: RawScene): SceneFinding[] {
  const isApplied = raw.frame.rotation.form !== "none";
  const turned = raw.objects.filter((o) => quarterOf(o, raw) !== null);
  const flat = turned.flatMap((object) => {
    const thin = thinAxis(object.size, raw.frame);
    const quarter = quarterOf(object, raw)!;
    return thin === null ? [] : [{ object, thin, isOdd: quarter % 2 === 1 }];
  });
  const odd = flat.filter((f) => f.isOdd);
  const even = flat.filter((f) => !f.isOdd);
  if (odd.length === 0 || even.length === 0) return skewed(raw, isApplied);
  // The same own axis is thin in both, or it has changed with the turn.
  const kept = count(odd.map((f) => f.thin)) === count(even.map((f) => f.thin));
  const evidence = `${even.length} flat things without a quarter turn are thin along ` +
    `${count(even.map((f) => f.thin))}, ${odd.length} with one along ${
      count(odd.map((f) => f.thin))
    }`;
  if (!kept && isApplied) {
    return [{
      trap: "turned-twice",
      sure: odd.length + even.length >= 3 ? "likely" : "possible",
      says: "the extents are the world's already: the rotation must not be applied again",
      evidence,
    }];
  }
  return [];
}

/** Without flat things: boxes at odd angles would overlap more, or stand less, if turned again. */
function skewed(raw: RawScene, isApplied: boolean): SceneFinding[] {
  if (!isApplied) return [];
  // A matrix is made for a box; angles are often those of the thing, whatever its box.
  if (raw.frame.rotation.form === "matrix") return [];
  const [once, twice] = [
    tryFit({ ...raw, frame: { ...raw.frame, rotation: { form: "none" } } }),
    tryFit(raw),
  ];
  if (once === null || twice === null) return [];
  const isBetter = once.standing >= twice.standing && twice.overlaps >= 3 &&
    2 * once.overlaps <= twice.overlaps;
  if (!isBetter) return [];
  return [{
    trap: "turned-twice",
    sure: "possible",
    says: "the extents look like the world's: the rotation must perhaps not be applied again",
    evidence:
      `applied, ${twice.standing} stand and ${twice.overlaps} pairs overlap; not applied, ` +
      `${once.standing} and ${once.overlaps}`,
  }];
}

/** The number of quarter turns about the vertical, where a rotation is about so many; else null. */
function quarterOf({ rotation }: RawObject, { frame }: RawScene): number | null {
  const form = frame.rotation.form === "none" ? frame.cameraRotation : frame.rotation;
  if (rotation === undefined) return null;
  if (form.form !== "euler" && form.form !== "angle") return null;
  const axis = "xyz".indexOf(frame.up[1]!);
  const angle = Number(rotation.length === 1 ? rotation[0] : rotation[axis]);
  const quarter = form.unit === "degree" ? angle / 90 : angle / (Math.PI / 2);
  const whole = Math.round(quarter);
  return Math.abs(quarter - whole) > 1e-3 ? null : ((whole % 4) + 4) % 4;
}

/** The horizontal axis along which a thing is thin: less than a third of the other. */
function thinAxis(size: Real3, { up }: SpaceFrame): string | null {
  const axes = [..."xyz"].filter((axis) => axis !== up[1]);
  const [p, q] = axes.map((axis) => realToNumber(size["xyz".indexOf(axis)]!)) as [number, number];
  if (p < q / 3) return axes[0]!;
  return q < p / 3 ? axes[1]! : null;
}

/** The axis named most often. */
function count(axes: readonly string[]): string {
  const votes = new Map<string, number>();
  for (const axis of axes) votes.set(axis, (votes.get(axis) ?? 0) + 1);
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
}

/** Extents that are halves: read as they are, hardly anything stands; doubled, most does. */
function halfForFull(raw: RawScene, fit: SceneFit): SceneFinding[] {
  const doubled = tryFit({
    ...raw,
    objects: raw.objects.map((o) => ({
      ...o,
      size: o.size.map((x) => 2 * realToNumber(x)) as unknown as Real3,
    })),
  });
  const count = raw.objects.length;
  if (doubled === null || 2 * doubled.standing < count) return [];
  if (doubled.standing < fit.standing + 2 || doubled.overlaps > fit.overlaps + count / 2) return [];
  return [{
    trap: "half-for-full",
    sure: doubled.standing >= 2 * fit.standing ? "likely" : "possible",
    says: "the extents are halves: they must be doubled",
    evidence: `${fit.standing} of ${count} objects stand on a floor or on another as the scene ` +
      `is read, ${doubled.standing} if the extents are doubled`,
  }];
}

/** Readings of the cameras under which more of what is said to be seen is in the pictures. */
function cameraTraps(raw: RawScene, fit: SceneFit): SceneFinding[] {
  if (fit.appearances === 0) return [];
  const { frame } = raw;
  const tilted: RawScene = {
    ...raw,
    rig: THOR_RIG,
    cameras: (raw.cameras ?? []).map((c) => ({ ...c, of: "agent" })),
  };
  const readings: [SceneTrap, string, RawScene][] = [
    ["agent-for-camera", "the poses are the agent's: its camera is raised and tilted down", tilted],
    ["inverted-pose", "the poses are inverted", {
      ...raw,
      frame: { ...frame, pose: frame.pose === "cam2world" ? "world2cam" : "cam2world" },
    }],
    ["mirrored", MIRRORED, mirroredScene(raw, "right", "left")],
    ["mirrored", MIRRORED, mirroredScene(raw, "forward", "back")],
  ];
  const findings: SceneFinding[] = [];
  // How many more appearances each finding explains: one that explains far fewer is an echo.
  const gains: number[] = [];
  for (const [trap, says, other] of readings) {
    if (trap === "agent-for-camera" && raw.rig !== undefined) continue;
    if (findings.some((f) => f.trap === trap)) continue;
    const otherFit = tryFit(other);
    if (otherFit === null || otherFit.inPicture <= fit.inPicture) continue;
    const [now, then] = [fit.inPicture, otherFit.inPicture];
    const isWhole = then === fit.appearances;
    gains.push(then - now);
    findings.push({
      trap,
      sure: isWhole && now < then
        ? (now < 0.95 * then ? "certain" : "likely")
        : then - now >= 3
        ? "likely"
        : "possible",
      says,
      evidence:
        `${now} of ${fit.appearances} appearances are in the picture as the scene is read, ` +
        `${then} otherwise`,
    });
  }
  const most = Math.max(0, ...gains);
  findings.splice(0, findings.length, ...findings.filter((_, k) => gains[k]! >= 0.8 * most));
  const unlisted = fit.inAll - fit.inPicture;
  if (findings.length === 0 && unlisted > 0) {
    findings.push({
      trap: "appearances-incomplete",
      sure: "possible",
      says: "the lists of appearances leave out objects that are in the picture, hidden or not",
      evidence: `${unlisted} object-frames are in the picture and not listed`,
    });
  }
  return findings;
}

const MIRRORED = "left is called right: the handedness is the other one";

/** The scene with the other handedness, and two opposite axes of the cameras exchanged. */
function mirroredScene(raw: RawScene, one: string, other: string): RawScene {
  const { frame } = raw;
  const swap = (side: string) => side === one ? other : side === other ? one : side;
  return {
    ...raw,
    frame: {
      ...frame,
      handedness: frame.handedness === "left" ? "right" : "left",
      camera: frame.camera.map(swap) as unknown as SpaceFrame["camera"],
    },
  };
}
