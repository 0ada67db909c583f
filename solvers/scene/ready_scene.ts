import { OBJECT, requireForm } from "../../geometry/form.ts";
import {
  type AxisSides,
  changeOfAxes,
  METRES,
  worldSides,
} from "../../geometry/space/convention.ts";
import { type Big3, BoxTable, integerCorners, toIntegers } from "../../geometry/space/box_table.ts";
import type { OrientedBox } from "../../geometry/space/oriented_box.ts";
import { requireReal3 } from "../../geometry/space/oriented_box.ts";
import type { PinholeCamera } from "../../geometry/space/pinhole.ts";
import { Rational } from "../../geometry/space/rational.ts";
import { formatReal, type Real, type Real3, realToNumber } from "../../geometry/space/real.ts";
import type { Matrix3 } from "../../geometry/space/rotation.ts";
import type { Scene, SceneCamera, SceneObject } from "./scene.ts";

/** East, north, up: right-handed. */
const EAST_NORTH_UP: AxisSides = ["right", "forward", "up"];

/**
 * A scene as the solvers take it: checked, in metres, with x to the east, y to the north (or
 * whatever its frame calls forward) and z up, right-handed. The change is a signed permutation, so
 * that nothing is rounded, and no solver asks for a handedness.
 */
export class ReadyScene {
  /** The objects, their boxes and fronts in these coordinates. */
  readonly objects: readonly SceneObject[];
  /** The boxes. */
  readonly table: BoxTable;
  /** The cameras, in these coordinates. */
  readonly cameras: readonly SceneCamera[];
  /** The scene as it was given. */
  readonly given: Scene;
  readonly #index: ReadonlyMap<string, number>;
  readonly #corners: (readonly Big3[])[] = [];
  readonly #change: Matrix3;
  readonly #unit: string;

  /**
   * Takes a scene.
   *
   * @param scene the scene
   * @throws TypeError, RangeError, SyntaxError for what is not as {@link Scene} says: two objects
   * with one id, a half axis of length 0, a number that is not finite; the object and field are
   * named
   */
  constructor(scene: Scene) {
    requireForm(scene, OBJECT, "scene");
    this.given = scene;
    if (typeof scene.frame !== "object" || scene.frame === null) {
      throw new TypeError("Cannot read the scene: it has no frame, must say what its axes mean");
    }
    this.#change = changeOfAxes(worldSides(scene.frame), EAST_NORTH_UP);
    this.#unit = METRES[scene.frame.unit];
    if (this.#unit === undefined) {
      const units = Object.keys(METRES).join(", ");
      throw new RangeError(
        `Cannot read the frame: unit is ${
          JSON.stringify(scene.frame.unit)
        }, must be one of ${units}`,
      );
    }
    const index = new Map<string, number>();
    this.objects = scene.objects.map((object, i) => {
      requireObject(object, i, index);
      index.set(object.id, i);
      return this.#place(object);
    });
    this.#index = index;
    this.table = new BoxTable(this.objects.map((o) => o.box));
    this.cameras = (scene.cameras ?? []).map((c) => ({ ...c, camera: this.#view(c.camera) }));
  }

  /**
   * The number of an object.
   *
   * @param id its name
   * @throws RangeError where there is none of that name
   */
  number(id: string): number {
    const i = this.#index.get(id);
    if (i !== undefined) return i;
    const some = [...this.#index.keys()].slice(0, 8).map((k) => JSON.stringify(k)).join(", ");
    throw new RangeError(`Cannot find object ${JSON.stringify(id)}, must be one of ${some}`);
  }

  /**
   * A camera by its name, or by the number of its frame.
   *
   * @param name the name, or the time
   * @throws RangeError where there is none
   */
  camera(name: string | number): SceneCamera {
    const found = this.cameras.find((c) => c.name === name || c.time === name);
    if (found !== undefined) return found;
    const some = this.cameras.slice(0, 8).map((c) => JSON.stringify(c.name)).join(", ");
    throw new RangeError(
      `Cannot find camera ${JSON.stringify(name)}, must be one of ${
        some || "none: there are none"
      }`,
    );
  }

  /** The common denominator of the boxes' integers. */
  get den(): bigint {
    return this.table.integers.den;
  }

  /** The corners of an object in integers over {@link ReadyScene.den}. */
  corners(i: number): readonly Big3[] {
    return this.#corners[i] ??= integerCorners(this.table.integers.boxes[i]!);
  }

  /** The shadow of the corners on the ground, with 0 for height. */
  footprint(i: number): readonly Big3[] {
    return this.corners(i).map(([x, y]) => [x, y, 0n]);
  }

  /** The centre of an object in integers over {@link ReadyScene.den}. */
  center(i: number): Big3 {
    return this.table.integers.boxes[i]!.center;
  }

  /** A point of the given scene in these coordinates. */
  point(p: Real3, what = "point"): Real3 {
    return this.#turn(requireReal3(p, what), true);
  }

  /** A direction of the given scene in these coordinates. */
  direction(p: Real3, what = "direction"): Real3 {
    return this.#turn(requireReal3(p, what), false);
  }

  #place(object: SceneObject): SceneObject {
    const { box, front } = object;
    const turned: OrientedBox = {
      center: this.#turn(box.center, true),
      axes: box.axes.map((m) => this.#turn(m, true)) as unknown as OrientedBox["axes"],
    };
    return { ...object, box: turned, ...front && { front: this.#turn(front, false) } };
  }

  #view(camera: PinholeCamera): PinholeCamera {
    const { position, right, down, forward } = camera;
    return {
      ...camera,
      position: this.#turn(position, true),
      right: this.#turn(right, false),
      down: this.#turn(down, false),
      forward: this.#turn(forward, false),
    };
  }

  #turn(v: Real3, scales: boolean): Real3 {
    const m = this.#change;
    return [0, 3, 6].map((row) => {
      const k = [0, 1, 2].find((j) => m[row + j] !== 0)!;
      const x = scales && this.#unit !== "1" ? scaled(v[k]!, this.#unit) : v[k]!;
      return m[row + k]! < 0 ? negated(x) : x;
    }) as unknown as Real3;
  }
}

const ready = new WeakMap<Scene, ReadyScene>();

/**
 * The scene as the solvers take it, made once for each scene object.
 *
 * @param scene the scene
 * @returns the same object for the same scene
 * @throws TypeError, RangeError, SyntaxError as {@link ReadyScene}
 *
 * @example
 * ```ts
 * import { frameOf, orientedBox } from "@alidade/core/geometry";
 * import { readyScene } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const box = orientedBox({ center: [1, 2, 3], size: [1, 1, 1] });
 * const scene = { frame: frameOf("unity"), objects: [{ id: "cup", category: "cup", box }] };
 * assertEquals(readyScene(scene).objects[0]!.box.center, [1, 3, 2]);
 * ```
 */
export function readyScene(scene: Scene): ReadyScene {
  let made = ready.get(scene);
  if (made === undefined) ready.set(scene, made = new ReadyScene(scene));
  return made;
}

/** Several lists of points over one denominator. */
export interface JointPoints {
  /** The points of each list, in integers. */
  readonly lists: readonly (readonly Big3[])[];
  /** The denominator of all. */
  readonly den: bigint;
}

/**
 * Brings integers over a denominator and points as written to one denominator.
 *
 * @param den the denominator of the integers
 * @param integers points over it
 * @param points points as written
 * @returns the integers first, then the points
 *
 * @example
 * ```ts
 * import { jointPoints } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const { lists, den } = jointPoints(2n, [[1n, 0n, 0n]], [[0, "1/3", 0]]);
 * assertEquals([lists[0]![0]![0], lists[1]![0]![1], den], [3n, 2n, 6n]);
 * ```
 */
export function jointPoints(
  den: bigint,
  integers: readonly Big3[],
  points: readonly Real3[],
): JointPoints {
  const read = toIntegers([...points.flat(), `1/${den}`]);
  const unit = read.den / den;
  const at = (i: number): Big3 => [read.values[i]!, read.values[i + 1]!, read.values[i + 2]!];
  return {
    lists: [
      integers.map(([x, y, z]) => [x * unit, y * unit, z * unit]),
      points.map((_, i) => at(3 * i)),
    ],
    den: read.den,
  };
}

function requireObject(
  object: SceneObject,
  i: number,
  index: ReadonlyMap<string, number>,
): void {
  const { id, category, box } = object;
  if (typeof id !== "string" || id === "") {
    throw new TypeError(
      `Cannot read objects[${i}].id: ${JSON.stringify(id)}, must be a string that is not empty`,
    );
  }
  const name = `object ${JSON.stringify(id)}`;
  if (index.has(id)) {
    throw new RangeError(
      `Cannot read objects[${i}].id: ${JSON.stringify(id)} is the id of objects[${
        index.get(id)
      }] too, must be its own`,
    );
  }
  if (typeof category !== "string") {
    throw new TypeError(`Cannot read the category of ${name}, must be a string`);
  }
  requireReal3(box?.center, `box.center of ${name}`);
  for (let k = 0; k < 3; k++) {
    const axis = requireReal3(box.axes?.[k], `box.axes[${k}] of ${name}`);
    if (axis.every((x) => realToNumber(x) === 0)) {
      throw new RangeError(
        `Cannot read box.axes[${k}] of ${name}: its length is 0, must be above 0`,
      );
    }
  }
  if (object.front !== undefined) {
    const front = requireReal3(object.front, `front of ${name}`);
    if (front.every((x) => realToNumber(x) === 0)) {
      throw new RangeError(`Cannot read front of ${name}: its length is 0, must be a direction`);
    }
  }
}

function scaled(x: Real, unit: string): Real {
  return formatReal(Rational.from(x).times(Rational.from(unit)));
}

function negated(x: Real): Real {
  if (typeof x === "number") return x === 0 ? 0 : -x;
  return x.startsWith("-") ? x.slice(1) : `-${x.replace(/^\+/, "")}`;
}
