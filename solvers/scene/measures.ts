import { boxDistance, exactBoxDistance } from "../../geometry/space/box_distance.ts";
import type { Big3 } from "../../geometry/space/box_table.ts";
import { boxVolume } from "../../geometry/space/box_volume.ts";
import { hullDistance } from "../../geometry/space/hull_distance.ts";
import { Rational } from "../../geometry/space/rational.ts";
import type { Real3 } from "../../geometry/space/real.ts";
import { Quantity } from "./quantity.ts";
import { jointPoints, type ReadyScene } from "./ready_scene.ts";

/** How the distance of two objects is measured. */
export type DistanceRule = "nearest-surface" | "centre-3d" | "centre-ground" | "surface-ground";

const bounds = new Float64Array(2);

/**
 * The distance of two objects in metres.
 *
 * @param scene the scene
 * @param i the number of one object
 * @param j that of the other
 * @param rule between nearest points of the surfaces or between centres, in space or on the ground
 * @returns the distance; 0 where the boxes meet
 *
 * Cost: below a microsecond for surfaces in space until the exact value is asked for, else tens.
 *
 * @example
 * ```ts
 * import { frameOf, orientedBox } from "@alidade/core/geometry";
 * import { objectDistance, readyScene } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const at = (id: string, x: number) => ({
 *   ...{ id, category: "cup" },
 *   box: orientedBox({ center: [x, 0, 0], size: [1, 1, 1] }),
 * });
 * const scene = readyScene({ frame: frameOf("unity"), objects: [at("a", 0), at("b", 3)] });
 * assertEquals(objectDistance(scene, 0, 1, "nearest-surface").measured.exact, "2");
 * assertEquals(objectDistance(scene, 0, 1, "centre-3d").measured.exact, "3");
 * ```
 */
export function objectDistance(
  scene: ReadyScene,
  i: number,
  j: number,
  rule: DistanceRule,
): Quantity {
  if (rule === "nearest-surface") {
    boxDistance(scene.table.data, i, j, bounds);
    return Quantity.bounded(bounds[0]!, bounds[1]!, () => exactBoxDistance(scene.table, i, j));
  }
  const { den } = scene;
  if (rule === "surface-ground") {
    const { squared } = hullDistance(scene.footprint(i), scene.footprint(j));
    return Quantity.root({ num: squared.num, den: squared.den * den * den });
  }
  const d = minus(scene.center(i), scene.center(j));
  const height = rule === "centre-3d" ? d[2] : 0n;
  return Quantity.root({ num: d[0] * d[0] + d[1] * d[1] + height * height, den: den * den });
}

/**
 * The distance from a point to an object in metres.
 *
 * @param scene the scene
 * @param i the number of the object
 * @param point the point in the solvers' coordinates
 * @param rule as for two objects
 * @returns the distance; 0 in the object
 *
 * @example
 * ```ts
 * import { frameOf, orientedBox } from "@alidade/core/geometry";
 * import { pointDistance, readyScene } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const box = orientedBox({ center: [0, 0, 0], size: [2, 2, 2] });
 * const scene = readyScene({ frame: frameOf("ros"), objects: [{ id: "a", category: "cup", box }] });
 * const distance = pointDistance(scene, 0, [4, 5, 0], "nearest-surface");
 * assertEquals(distance.measured.exact, "5");
 * ```
 */
export function pointDistance(
  scene: ReadyScene,
  i: number,
  point: Real3,
  rule: DistanceRule,
): Quantity {
  const isGround = rule === "centre-ground" || rule === "surface-ground";
  const body = rule.startsWith("centre") ? [scene.center(i)] : scene.corners(i);
  const { lists, den } = jointPoints(scene.den, body, [point]);
  const flat = (p: Big3): Big3 => isGround ? [p[0], p[1], 0n] : p;
  const { squared } = hullDistance(lists[0]!.map(flat), lists[1]!.map(flat));
  return Quantity.root({ num: squared.num, den: squared.den * den * den });
}

/** What of an object is measured. */
export type SizeRule =
  | "longest"
  | "shortest"
  | "height"
  | "width"
  | "depth"
  | "volume"
  | "aabb-volume"
  | "footprint";

/**
 * The size of an object in metres, square metres or cubic metres: its longest or shortest edge; its
 * height, the vertical extent as it stands; its width and depth, the longer and the shorter of the
 * two edges that lie flattest; its volume, or that of the world box around it; the area of its
 * shadow on the ground.
 *
 * @param scene the scene
 * @param i the number of the object
 * @param rule what is measured
 * @returns the size
 *
 * @example
 * ```ts
 * import { frameOf, orientedBox } from "@alidade/core/geometry";
 * import { objectSize, readyScene } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const box = orientedBox({ center: [0, 0, 0], size: [2, 1, 4] });
 * const scene = { frame: frameOf("unity"), objects: [{ id: "a", category: "cup", box }] };
 * const size = (rule: "longest" | "height") => objectSize(readyScene(scene), 0, rule);
 * assertEquals([size("longest").measured.exact, size("height").measured.exact], ["4", "1"]);
 * ```
 */
export function objectSize(scene: ReadyScene, i: number, rule: SizeRule): Quantity {
  const { axes } = scene.table.integers.boxes[i]!;
  const { den } = scene;
  if (rule === "volume") return Quantity.rational(boxVolume(scene.table, i));
  const extent = (k: number) => 2n * axes.reduce((sum, m) => sum + abs(m[k]!), 0n);
  if (rule === "height") return Quantity.rational({ num: extent(2), den });
  if (rule === "aabb-volume") {
    return Quantity.rational({ num: extent(0) * extent(1) * extent(2), den: den ** 3n });
  }
  if (rule === "footprint") {
    // The shadow of a box is made of those of three faces that share a corner.
    const area = [0, 1, 2].reduce((sum, k) => {
      const [p, q] = [axes[k]!, axes[(k + 1) % 3]!];
      return sum + abs(p[0] * q[1] - p[1] * q[0]);
    }, 0n);
    return Quantity.rational({ num: 4n * area, den: den * den });
  }
  const edges = axes.map((m) => ({ m, square: 4n * dot(m, m) }));
  const chosen = rule === "longest" || rule === "shortest" ? edges : withoutUpright(edges);
  const isLong = rule === "longest" || rule === "width";
  const square = chosen.map((e) => e.square).reduce((a, b) => (a < b) === isLong ? b : a);
  return Quantity.root({ num: square, den: den * den });
}

interface Edge {
  readonly m: Big3;
  readonly square: bigint;
}

/** The edges but the one that stands steepest; of equal ones the last. */
function withoutUpright(edges: readonly Edge[]): readonly Edge[] {
  const steepest = edges.reduce((a, b) =>
    b.m[2] * b.m[2] * a.square >= a.m[2] * a.m[2] * b.square ? b : a
  );
  return edges.filter((e) => e !== steepest);
}

/**
 * The lowest and highest value of an object along a direction, in metres for a unit direction.
 *
 * @param scene the scene
 * @param i the number of the object
 * @param direction the direction in the solvers' coordinates
 * @returns the least and greatest dot product of a point of the box with it
 *
 * @example
 * ```ts
 * import { frameOf, orientedBox } from "@alidade/core/geometry";
 * import { extentAlong, readyScene } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const box = orientedBox({ center: [0, 0.5, 0], size: [2, 1, 4] });
 * const scene = readyScene({ frame: frameOf("unity"), objects: [{ id: "a", category: "cup", box }] });
 * const { low, high } = extentAlong(scene, 0, [0, 0, 1]);
 * assertEquals([String(low), String(high)], ["0", "1"]);
 * ```
 */
export function extentAlong(
  scene: ReadyScene,
  i: number,
  direction: Real3,
): { readonly low: Rational; readonly middle: Rational; readonly high: Rational } {
  const { center, axes } = scene.table.integers.boxes[i]!;
  const along = direction.map((x) => Rational.from(x));
  const by = (v: Big3) =>
    along.reduce((sum, x, k) => sum.plus(x.times({ num: v[k]!, den: scene.den })), Rational.ZERO);
  const middle = by(center);
  const reach = axes.reduce((sum, m) => sum.plus(by(m).abs()), Rational.ZERO);
  return { low: middle.minus(reach), middle, high: middle.plus(reach) };
}

function minus(a: Big3, b: Big3): Big3 {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

function dot(a: Big3, b: Big3): bigint {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function abs(x: bigint): bigint {
  return x < 0n ? -x : x;
}
