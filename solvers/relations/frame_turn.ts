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
