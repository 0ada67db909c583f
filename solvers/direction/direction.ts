import { requireForm } from "../../geometry/form.ts";
import { type ExactPoint, scalePoints } from "../../geometry/exact_point.ts";
import type { PlaneFrame } from "../../geometry/frame.ts";
import { isPlainPoint } from "../../geometry/plain_point.ts";
import type { Outcome } from "../outcome.ts";
import { DIRECTION_FORM } from "./_forms.ts";
import {
  classifierOf,
  plainOutcome,
  readyClassifier,
  requireZero,
  sectorOutcome,
} from "./_sector_outcome.ts";
import type { SectorChoice } from "./sector_choice.ts";

/** In which direction does `to` lie, seen from `from`? */
export interface DirectionInstance {
  /** Where the direction is taken from. */
  readonly from: ExactPoint;
  /** What the direction leads to. */
  readonly to: ExactPoint;
  /** Which way y points. */
  readonly frame: PlaneFrame;
  /** The sectors to answer by, 0 degrees being `"east"` or `"north"`. */
  readonly sectors: SectorChoice;
}

/** The zero directions that need no observer. */
const ABSOLUTE = ["east", "north"] as const;

const NO_VECTOR = "the two points are the same";

/**
 * The absolute direction from one point to another: compass, clock, or up and down an image.
 *
 * @param instance the points, their frame and the sectors
 * @returns the sector's label with the angle to the nearest boundary in degrees as margin; a tie
 * on a boundary, unless the system gives boundaries away; impossible for equal points
 * @throws RangeError, SyntaxError, TypeError for what is not as {@link DirectionInstance} says
 *
 * Cost: a tenth of a microsecond for integers; some microseconds for decimals.
 *
 * @example
 * ```ts
 * import { solveDirection } from "@alidade/core";
 * import { assertEquals } from "@std/assert";
 *
 * const outcome = solveDirection({
 *   from: [0, 0],
 *   to: ["1.5", "1.5"],
 *   frame: "y-up",
 *   sectors: "four-winds",
 * });
 * assertEquals(outcome, { status: "tie", values: ["north", "east"] });
 * ```
 */
export function solveDirection(instance: DirectionInstance): Outcome<string> {
  const known = instance && readyClassifier(instance.sectors, instance.frame);
  // Another zero is refused below.
  if (known && (known.system.zero === "east" || known.system.zero === "north")) {
    const { from, to } = instance;
    if (isPlainPoint(from) && isPlainPoint(to)) {
      return plainOutcome(known, to[0] - from[0], to[1] - from[1], NO_VECTOR);
    }
  }
  requireForm(instance, DIRECTION_FORM);
  const { from, to } = scalePoints({ from: instance.from, to: instance.to }).points;
  const classifier = classifierOf(instance.sectors, instance.frame);
  requireZero(classifier.system, ABSOLUTE);
  return sectorOutcome(classifier, { x: to.x - from.x, y: to.y - from.y }, NO_VECTOR);
}
