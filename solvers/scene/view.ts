import { gcd } from "../../geometry/gcd.ts";
import { type Big3, BOX_STRIDE } from "../../geometry/space/box_table.ts";
import { boxFaces, clipBody, type HalfSpace } from "../../geometry/space/box_volume.ts";
import {
  flatArea,
  flatHull,
  type FlatPolygon,
  type Rational2,
  sharedFlat,
  withoutFlat,
} from "../../geometry/space/flat_polygon.ts";
import { hullDistance } from "../../geometry/space/hull_distance.ts";
import { imagePoint, type PinholeCamera, seenBy } from "../../geometry/space/pinhole.ts";
import { Rational } from "../../geometry/space/rational.ts";
import { type Real3, realToNumber } from "../../geometry/space/real.ts";
import { boxContact } from "../../geometry/space/box_contact.ts";
import { jointPoints, type ReadyScene } from "./ready_scene.ts";

/** A rectangle of a picture, in pixels, x right and y down. */
export interface ImageRect {
  /** The left edge. */
  readonly left: Rational;
  /** The upper edge. */
  readonly top: Rational;
  /** The right edge. */
  readonly right: Rational;
  /** The lower edge. */
  readonly bottom: Rational;
}

/** An object as a camera sees it, exactly; nothing hides it here. */
export interface ObjectView {
  /** The outline of the part within the picture; no corners where that has no area. */
  readonly inside: FlatPolygon;
  /** The outline of all of it; null where it reaches behind the camera and has none. */
  readonly whole: FlatPolygon | null;
}

/**
 * What of an object falls into a camera's picture, exactly: its box is cut by the planes through
 * the camera and the edges of the picture, and what is left is projected.
 *
 * @param scene the scene
 * @param i the number of the object
 * @param camera the camera, in the solvers' coordinates
 * @returns the outlines in the picture
 *
 * Cost: some hundred microseconds.
 *
 * @example
 * ```ts
 * import { CONVENTIONS, frameOf, IDENTITY, intrinsicsOf, orientedBox, pinhole } from "@alidade/core/geometry";
 * import { objectView, readyScene } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const box = orientedBox({ center: [0, 0, 5], size: [2, 2, 2] });
 * const camera = pinhole({
 *   ...intrinsicsOf(100, 100, 90),
 *   ...{ position: [0, 0, 0], rotation: IDENTITY, pose: "cam2world" },
 *   axes: CONVENTIONS.opencv.camera,
 * });
 * const scene = readyScene({
 *   frame: frameOf("opencv"),
 *   objects: [{ id: "a", category: "cup", box }],
 *   cameras: [{ name: "c", of: "camera", camera }],
 * });
 * const { inside } = objectView(scene, 0, scene.cameras[0]!.camera);
 * assertEquals(inside.length, 4);
 * ```
 */
export function objectView(scene: ReadyScene, i: number, camera: PinholeCamera): ObjectView {
  const box = scene.table.integers.boxes[i]!;
  let faces = boxFaces(box);
  for (const space of frustum(camera, scene.den)) faces = clipBody(faces, space);
  const inFront = faces.flat().map((p) => seenAt(camera, p.map((x) => metres(x, scene.den))))
    .filter(({ z }) => z.sign > 0);
  const corners = scene.corners(i).map((p) =>
    seenAt(camera, p.map((x) => Rational.of(x, scene.den)))
  );
  const isAhead = corners.every(({ z }) => z.sign > 0);
  const outline = (seen: ReturnType<typeof seenAt>[]) =>
    flatHull(seen.map((s): Rational2 => {
      const { u, v } = imagePoint(camera, s);
      return [u, v];
    }));
  const inside = outline(inFront);
  return {
    inside: inside.length < 3 ? [] : inside,
    whole: isAhead ? outline(corners) : null,
  };
}

/**
 * Whether some part of an object's inside falls into a camera's picture: {@link objectView} where
 * doubles cannot tell.
 *
 * @param scene the scene
 * @param i the number of the object
 * @param camera the camera, in the solvers' coordinates
 * @returns whether the outline within the picture has an area
 *
 * Cost: below a microsecond where a corner is clearly in the picture, or the box clearly aside.
 *
 * @example
 * ```ts
 * import { frameOf, intrinsicsOf, orientedBox } from "@alidade/core/geometry";
 * import { isInPicture, readyScene } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const camera = {
 *   ...intrinsicsOf(100, 100, 90),
 *   position: [0, 0, 0],
 *   right: [1, 0, 0],
 *   down: [0, 1, 0],
 *   forward: [0, 0, 1],
 * } as const;
 * const box = orientedBox({ center: [0, 0, -5], size: [2, 2, 2] });
 * const scene = readyScene({
 *   frame: frameOf("opencv"),
 *   objects: [{ id: "a", category: "cup", box }],
 *   cameras: [{ name: "c", of: "camera", camera }],
 * });
 * assertEquals(isInPicture(scene, 0, scene.cameras[0]!.camera), false);
 * ```
 */
export function isInPicture(scene: ReadyScene, i: number, camera: PinholeCamera): boolean {
  const guess = roughlyInPicture(scene, i, camera);
  return guess ?? objectView(scene, i, camera).inside.length > 2;
}

/** In doubles, with room for their rounding; null where they cannot tell. */
function roughlyInPicture(scene: ReadyScene, i: number, camera: PinholeCamera): boolean | null {
  const { data } = scene.table;
  const at = i * BOX_STRIDE;
  const axes = [camera.right, camera.down, camera.forward].map((v) =>
    v.map((x) => realToNumber(x))
  ) as [number[], number[], number[]];
  const position = camera.position.map((x) => realToNumber(x));
  const [fx, fy, cx, cy] = [camera.fx, camera.fy, camera.cx, camera.cy].map((x) =>
    realToNumber(x)
  ) as [number, number, number, number];
  const { width, height } = camera;
  const size = data[at + 12]! + position.reduce((sum, x) => sum + Math.abs(x), 0);
  const room = 1e-12 * size * (fx + fy + Math.abs(cx) + Math.abs(cy) + width + height + 1);
  const outside = [0, 0, 0, 0, 0];
  for (let corner = 0; corner < 8; corner++) {
    const d = position.map((x, k) => {
      let sum = data[at + k]! - x;
      for (let axis = 0; axis < 3; axis++) {
        const m = data[at + 3 + 3 * axis + k]!;
        sum += (corner >> axis & 1) === 1 ? m : -m;
      }
      return sum;
    }) as [number, number, number];
    const [x, y, z] = axes.map((v) => v[0]! * d[0] + v[1]! * d[1] + v[2]! * d[2]) as [
      number,
      number,
      number,
    ];
    const sides = [
      fx * x + cx * z,
      (width - cx) * z - fx * x,
      fy * y + cy * z,
      (height - cy) * z - fy * y,
      z,
    ];
    if (sides.every((side) => side > room)) return true;
    sides.forEach((side, k) => {
      if (side < -room) outside[k]!++;
    });
  }
  return outside.includes(8) ? false : null;
}

function metres(x: Rational, den: bigint): Rational {
  return Rational.of(x.num, x.den * den);
}

function seenAt(camera: PinholeCamera, point: readonly Rational[]) {
  return seenBy(camera, point);
}

/** The half spaces through the camera that bound what it sees, for integers over `den`. */
function frustum(camera: PinholeCamera, den: bigint): HalfSpace[] {
  const [fx, fy, cx, cy] = [camera.fx, camera.fy, camera.cx, camera.cy].map((x) =>
    Rational.from(x)
  );
  const axis = (v: Real3) => v.map((x) => Rational.from(x));
  const [right, down, forward] = [axis(camera.right), axis(camera.down), axis(camera.forward)];
  const sum = (a: readonly Rational[], p: Rational, b: readonly Rational[], q: Rational) =>
    a.map((x, k) => x.times(p).plus(b[k]!.times(q)));
  // 0 <= f x / z + c <= size, for z > 0.
  const width = Rational.of(BigInt(camera.width));
  const height = Rational.of(BigInt(camera.height));
  const outward = [
    sum(right!, fx!.negated(), forward!, cx!.negated()),
    sum(right!, fx!, forward!, cx!.minus(width)),
    sum(down!, fy!.negated(), forward!, cy!.negated()),
    sum(down!, fy!, forward!, cy!.minus(height)),
    forward!.map((x) => x.negated()),
  ];
  const position = camera.position.map((x) => Rational.from(x));
  return outward.map((n) => {
    const offset = n.reduce((s, x, k) => s.plus(x.times(position[k]!)), Rational.ZERO)
      .times({ num: den, den: 1n });
    const common = [...n, offset].reduce((lcm, x) => lcm * (x.den / gcd(lcm, x.den)), 1n);
    const whole = (x: Rational) => x.num * (common / x.den);
    return { normal: n.map(whole) as unknown as Big3, offset: whole(offset) };
  });
}

/**
 * The rectangle around an outline.
 *
 * @param outline the outline, with at least one corner
 * @returns its edges in pixels
 *
 * @example
 * ```ts
 * import { Rational } from "@alidade/core/geometry";
 * import { rectOf } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const at = (x: bigint, y: bigint) => [Rational.of(x), Rational.of(y)] as const;
 * assertEquals(String(rectOf([at(1n, 2n), at(5n, 2n), at(3n, 9n)]).bottom), "9");
 * ```
 */
export function rectOf(outline: FlatPolygon): ImageRect {
  const least = (k: 0 | 1, sign: number) =>
    outline.map((p) => p[k]).reduce((a, b) => sign * b.compare(a) < 0 ? b : a);
  return { left: least(0, 1), top: least(1, 1), right: least(0, -1), bottom: least(1, -1) };
}

/** Which share of an object's part in the picture others hide, certified from both sides. */
export interface HiddenShare {
  /** At least this share is hidden. */
  readonly lower: Rational;
  /** At most this share is. */
  readonly upper: Rational;
}

/**
 * Which share of what of an object falls into the picture is hidden by others, exactly where no
 * boxes overlap: of two bodies without a common point one is nearer on every ray that meets both,
 * so that outlines decide. What overlaps the object may hide it or not: then it counts only for
 * the upper bound.
 *
 * @param scene the scene
 * @param i the number of the object
 * @param camera the camera, in the solvers' coordinates
 * @param others the numbers of what may hide it; all others when left out
 * @returns the share from both sides, equal where it is known; null where nothing of the object
 * falls into the picture
 *
 * Cost: about a millisecond for each object in its way.
 *
 * @example
 * ```ts
 * import { frameOf, intrinsicsOf, orientedBox } from "@alidade/core/geometry";
 * import { hiddenShare, readyScene } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const at = (id: string, x: number, z: number) => ({
 *   ...{ id, category: "cup" },
 *   box: orientedBox({ center: [x, 0, z], size: [2, 2, 2] }),
 * });
 * const camera = {
 *   ...intrinsicsOf(100, 100, 90),
 *   position: [0, 0, 0],
 *   right: [1, 0, 0],
 *   down: [0, 1, 0],
 *   forward: [0, 0, 1],
 * } as const;
 * const scene = readyScene({
 *   frame: frameOf("opencv"),
 *   objects: [at("far", 0, 11), at("near", 0, 5)],
 *   cameras: [{ name: "c", of: "camera", camera }],
 * });
 * const share = hiddenShare(scene, 0, scene.cameras[0]!.camera);
 * assertEquals(String(share?.lower), "1");
 * ```
 */
export function hiddenShare(
  scene: ReadyScene,
  i: number,
  camera: PinholeCamera,
  others: readonly number[] = scene.objects.map((_, j) => j),
): HiddenShare | null {
  const { inside } = objectView(scene, i, camera);
  const area = flatArea(inside);
  if (area.sign <= 0) return null;
  let sure: FlatPolygon[] = [inside];
  let possible: FlatPolygon[] = [inside];
  for (const j of others) {
    if (j === i) continue;
    const outline = objectView(scene, j, camera).inside;
    if (outline.length < 3 || sharedFlat(inside, outline).length < 3) continue;
    const side = boxContact(scene.table, i, j) === "overlap"
      ? "either"
      : nearer(scene, j, i, camera)
      ? "in front"
      : "behind";
    if (side === "in front") sure = sure.flatMap((p) => withoutFlat(p, outline));
    if (side !== "behind") possible = possible.flatMap((p) => withoutFlat(p, outline));
  }
  const left = (pieces: readonly FlatPolygon[]) =>
    pieces.reduce((sum, p) => sum.plus(flatArea(p)), Rational.ZERO);
  const share = (pieces: readonly FlatPolygon[]) => Rational.ONE.minus(left(pieces).over(area));
  return { lower: share(sure), upper: share(possible) };
}

/**
 * Whether one body is nearer than another on the rays that meet both; they must not overlap.
 *
 * @param scene the scene
 * @param i the number of one object
 * @param j that of the other
 * @param camera the camera, in the solvers' coordinates
 * @returns true where a plane has the camera and the first on one side and the second on the other
 *
 * @example
 * ```ts
 * import { frameOf, intrinsicsOf, orientedBox } from "@alidade/core/geometry";
 * import { nearer, readyScene } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const at = (id: string, z: number) => ({
 *   ...{ id, category: "cup" },
 *   box: orientedBox({ center: [0, 0, z], size: [2, 2, 2] }),
 * });
 * const camera = {
 *   ...intrinsicsOf(100, 100, 90),
 *   position: [0, 0, 0],
 *   right: [1, 0, 0],
 *   down: [0, 1, 0],
 *   forward: [0, 0, 1],
 * } as const;
 * const scene = readyScene({ frame: frameOf("opencv"), objects: [at("far", 11), at("near", 5)] });
 * assertEquals(nearer(scene, 1, 0, readyScene({
 *   frame: frameOf("opencv"),
 *   objects: [],
 *   cameras: [{ name: "c", of: "camera", camera }],
 * }).cameras[0]!.camera), true);
 * ```
 */
export function nearer(
  scene: ReadyScene,
  i: number,
  j: number,
  camera: PinholeCamera,
): boolean {
  const { lists } = jointPoints(
    scene.den,
    [...scene.corners(i), ...scene.corners(j)],
    [camera.position],
  );
  const [points, [eye]] = lists as [Big3[], [Big3]];
  const [a, b] = [points.slice(0, 8), points.slice(8)];
  // The first is in the way where some segment from the eye to the second meets it.
  return hullDistance([eye, ...b], a).squared.num === 0n;
}
