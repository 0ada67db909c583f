import { oneOf, record, requireForm, TEXT } from "../../geometry/form.ts";

/** A side of a thing, or of a view: quarter turns to the left from the front. */
export type ViewSide = "front" | "left" | "back" | "right";

/** Quarter turns to the left. */
const SIDES: readonly ViewSide[] = ["front", "left", "back", "right"];

/**
 * The sides of a camera's view by direction, quarter turns to the left from "away": what lies nearer
 * is in front, as people say of things without a front.
 */
const VIEW: readonly ViewSide[] = ["back", "left", "front", "right"];

/**
 * A side told from a thing's own front, as a camera tells it. The thing faces a side of the view:
 * `"front"` is toward the camera.
 *
 * @param side the side, by the thing's own front
 * @param facing which way the thing faces, in the camera's view
 * @returns the side of the thing in the camera's view
 *
 * @example
 * ```ts
 * import { sideInView } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * // Left of someone who looks into the camera is right of them in the picture.
 * assertEquals(sideInView("left", "front"), "right");
 * ```
 */
export function sideInView(side: ViewSide, facing: ViewSide): ViewSide {
  return VIEW[(SIDES.indexOf(side) + VIEW.indexOf(facing)) % 4]!;
}

/**
 * A side told by a camera, as from a thing's own front: {@link sideInView} the other way.
 *
 * @param seen the side of the thing in the camera's view
 * @param facing which way the thing faces, in the camera's view
 * @returns the side by the thing's own front
 *
 * @example
 * ```ts
 * import { sideOfThing } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(sideOfThing("right", "front"), "left");
 * ```
 */
export function sideOfThing(seen: ViewSide, facing: ViewSide): ViewSide {
  return SIDES[(VIEW.indexOf(seen) - VIEW.indexOf(facing) + 4) % 4]!;
}

/** A direction of the map. */
export type MapWind = "north" | "west" | "south" | "east";

/** Quarter turns to the left from north. */
const WINDS: readonly MapWind[] = ["north", "west", "south", "east"];

/** By whom a side is told: the thing whose side it is, a camera, or the map. */
export type SideView = "thing" | "camera" | "map";

/** A side of a thing that is told in one view and asked in another. */
export interface ViewInstance {
  /** Which way the thing faces. */
  readonly facing: MapWind;
  /** Which way the camera looks. */
  readonly camera: MapWind;
  /** The view in which the side is told. */
  readonly told: SideView;
  /** The side: a direction where the map tells it. */
  readonly side: ViewSide | MapWind;
  /** The view in which it is asked. */
  readonly asked: SideView;
}

const WIND = oneOf("north", "east", "south", "west");
const SIDE_VIEW = oneOf("thing", "camera", "map");
const INSTANCE = record({
  facing: WIND,
  camera: WIND,
  told: SIDE_VIEW,
  side: TEXT,
  asked: SIDE_VIEW,
});

/**
 * The side of a thing in another view, all of them at right angles.
 *
 * @param instance how it is told, and in which view it is asked
 * @returns the side; a direction where the map is asked
 * @throws TypeError or RangeError for a side that the view in which it is told does not have, and
 * for a word that names no direction or view
 *
 * @example
 * ```ts
 * import { solveView } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * // East of a cat that faces south is to its left, and right in a picture that is taken northwards.
 * const east = { facing: "south", camera: "north", told: "map", side: "east" } as const;
 * assertEquals(solveView({ ...east, asked: "thing" }), "left");
 * assertEquals(solveView({ ...east, asked: "camera" }), "right");
 * ```
 */
export function solveView(instance: ViewInstance): ViewSide | MapWind {
  requireForm(instance, INSTANCE);
  const { facing, camera, told, side, asked } = instance;
  const [face, look] = [facing, camera].map((wind) => WINDS.indexOf(wind)) as [number, number];
  const names: readonly string[] = NAMES[told];
  const at = names.indexOf(side);
  if (at < 0) {
    throw new RangeError(
      `Cannot turn side ${side}: ${told} has none, must be one of ${names.join(", ")}`,
    );
  }
  const from = { thing: face, camera: look, map: 0 };
  return NAMES[asked][(at + from[told] - from[asked] + 8) % 4]!;
}

/** The sides of each view, quarter turns to the left from where it looks. */
const NAMES: Readonly<Record<SideView, readonly (ViewSide | MapWind)[]>> = {
  thing: SIDES,
  camera: VIEW,
  map: WINDS,
};
