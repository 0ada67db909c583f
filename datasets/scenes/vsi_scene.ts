import { frameOf } from "../../geometry/space/convention.ts";
import { requireReal3 } from "../../geometry/space/oriented_box.ts";
import type { Real, Real3 } from "../../geometry/space/real.ts";
import { determinant, type Matrix3 } from "../../geometry/space/rotation.ts";
import type { RawObject, RawScene } from "../../solvers/scene/raw_scene.ts";
import type { Scene, SceneObject } from "../../solvers/scene/scene.ts";

/** Where the metadata of a scene contradicts itself. */
export interface CountConflict {
  /** The category. */
  readonly category: string;
  /** How many its table of counts says. */
  readonly counted: number | null;
  /** How many boxes there are, those that are twice the same counted once. */
  readonly boxes: number;
  /** How many entries are the same as another. */
  readonly doubled: number;
}

/** A scene of VSI-Bench with what its metadata says beside the boxes. */
export interface VsiScene {
  /** The scene: ScanNet's coordinates, z up. */
  readonly scene: Scene;
  /** The floor's area in square metres, as published. */
  readonly roomSize: number | null;
  /** The published counts by category. */
  readonly counts: ReadonlyMap<string, number>;
  /** Categories whose counts and boxes disagree, or whose boxes stand twice. */
  readonly conflicts: ReadonlyMap<string, CountConflict>;
}

interface VsiBox {
  readonly centroid: Real3;
  readonly axesLengths: Real3;
  readonly normalizedAxes: readonly Real[];
}

/**
 * Reads a scene of VSI-Bench's metadata: boxes by `centroid`, `axesLengths` (full extents) and
 * `normalizedAxes` (nine numbers, the axes as rows). Boxes are minimal, so that a box's first axis
 * need not be its width. A box that stands twice is one object; it is named as a conflict.
 *
 * @param value the scene's entry, parsed
 * @param name its name, for errors
 * @returns the scene; objects are called by their category, numbered where there are several
 * @throws TypeError, RangeError, SyntaxError that name the scene, object and field
 *
 * @example
 * ```ts
 * import { readVsiScene } from "@alidade/core/datasets";
 * import { assertEquals } from "@std/assert";
 *
 * const bed = {
 *   centroid: [0, 0, 0.5],
 *   axesLengths: [2, 1, 1],
 *   normalizedAxes: [1, 0, 0, 0, 1, 0, 0, 0, 1],
 * };
 * const { scene } = readVsiScene({ object_counts: { bed: 1 }, object_bbox: { bed: [bed] } }, "a");
 * assertEquals(scene.objects[0]!.box.axes[0], [1, 0, 0]);
 * ```
 */
export function readVsiScene(value: unknown, name: string): VsiScene {
  const entry = requireObject(value, name);
  const boxes = requireObject(entry["object_bbox"], `${name}.object_bbox`);
  const published = requireObject(entry["object_counts"] ?? {}, `${name}.object_counts`);
  const objects: SceneObject[] = [];
  const conflicts = new Map<string, CountConflict>();
  const counts = new Map<string, number>();
  for (const [category, count] of Object.entries(published)) {
    if (!Number.isSafeInteger(count)) {
      throw new TypeError(
        `Cannot read ${name}.object_counts.${category}: ${
          JSON.stringify(count)
        }, must be an integer`,
      );
    }
    counts.set(category, count as number);
  }
  for (const [category, list] of Object.entries(boxes)) {
    const at = `${name}.object_bbox.${category}`;
    if (!Array.isArray(list)) throw new TypeError(`Cannot read ${at}, must be a list`);
    const distinct = distinctBoxes(list as unknown[]);
    distinct.forEach((box, i) => {
      const id = distinct.length === 1 ? category : `${category} ${i + 1}`;
      objects.push({ id, category, box: readBox(box, `${at}[${list.indexOf(box)}]`) });
    });
    const counted = counts.get(category) ?? null;
    const doubled = list.length - distinct.length;
    if (counted !== distinct.length || doubled > 0) {
      conflicts.set(category, { category, counted, boxes: distinct.length, doubled });
    }
  }
  const room = entry["room_size"];
  return {
    scene: { frame: frameOf("scannet"), objects },
    roomSize: typeof room === "number" ? room : null,
    counts,
    conflicts,
  };
}

/**
 * The same scene as metadata, for whoever examines it before it is read.
 *
 * @param value the scene's entry, parsed
 * @param name its name, for errors
 * @returns the boxes as they stand, by category and number
 * @throws TypeError that names the scene, object and field
 *
 * @example
 * ```ts
 * import { rawVsiScene } from "@alidade/core/datasets";
 * import { assertEquals } from "@std/assert";
 *
 * const fan = { centroid: [0, 0, 0], axesLengths: [1, 0, 1], normalizedAxes: [1, 0, 0, 0, 1, 0, 0, 0, 1] };
 * assertEquals(rawVsiScene({ object_bbox: { fan: [fan] } }, "a").objects[0]!.id, "fan 1");
 * ```
 */
export function rawVsiScene(value: unknown, name: string): RawScene {
  const boxes = requireObject(requireObject(value, name)["object_bbox"], `${name}.object_bbox`);
  const objects = Object.entries(boxes).flatMap(([category, list]) => {
    const at = `${name}.object_bbox.${category}`;
    if (!Array.isArray(list)) throw new TypeError(`Cannot read ${at}, must be a list`);
    return (list as unknown[]).map((entry, i): RawObject => {
      const box = requireObject(entry, `${at}[${i}]`) as unknown as VsiBox;
      return {
        ...{ id: `${category} ${i + 1}`, category },
        center: requireReal3(box.centroid, `${at}[${i}].centroid`),
        size: requireReal3(box.axesLengths, `${at}[${i}].axesLengths`),
        rotation: turning(box.normalizedAxes),
      };
    });
  });
  return { frame: frameOf("scannet"), objects };
}

/** Axes whose third points the other way make the same box, and turn without a mirror. */
function turning(axes: readonly Real[]): readonly Real[] {
  if (!Array.isArray(axes) || axes.length !== 9) return axes;
  const m = axes.map(Number) as unknown as Matrix3;
  return determinant(m) < 0 ? [...axes.slice(0, 6), ...m.slice(6).map((x) => -x)] : axes;
}

function distinctBoxes(list: readonly unknown[]): unknown[] {
  if (list.length === 1) return [...list];
  const seen = new Set<string>();
  return list.filter((box) => {
    const key = JSON.stringify(box);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

function readBox(value: unknown, at: string): SceneObject["box"] {
  const box = requireObject(value, at) as unknown as VsiBox;
  const center = requireReal3(box.centroid, `${at}.centroid`);
  const lengths = requireReal3(box.axesLengths, `${at}.axesLengths`);
  const axes = box.normalizedAxes;
  if (!Array.isArray(axes) || axes.length !== 9 || !axes.every(Number.isFinite)) {
    throw new TypeError(`Cannot read ${at}.normalizedAxes, must be nine numbers`);
  }
  return {
    center,
    axes: [0, 1, 2].map((k) => {
      const length = Number(lengths[k]);
      if (!(length > 0)) {
        throw new RangeError(`Cannot read ${at}.axesLengths[${k}]: ${length}, must be above 0`);
      }
      const row = [axes[3 * k], axes[3 * k + 1], axes[3 * k + 2]] as [number, number, number];
      const size = Math.hypot(...row);
      if (!(Math.abs(size - 1) < 1e-3)) {
        throw new RangeError(
          `Cannot read ${at}.normalizedAxes: row ${k} has length ${size}, must be of length 1`,
        );
      }
      return row.map((x) => x * (length / 2)) as unknown as Real3;
    }) as unknown as SceneObject["box"]["axes"],
  };
}

function requireObject(value: unknown, at: string): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw new TypeError(
    `Cannot read ${at}: ${value === undefined ? "not given" : "no object"}, ` +
      "must be an object",
  );
}
