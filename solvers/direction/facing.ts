import { requireForm } from "../../geometry/form.ts";
import { type ExactPoint, type ScaledPoint, scalePoints } from "../../geometry/exact_point.ts";
import type { PlaneFrame } from "../../geometry/frame.ts";
import { impossible, type Outcome } from "../outcome.ts";
import { FACING_FORM, POSE_FORM } from "./_forms.ts";
import { classifierOf, requireZero, sectorOutcome } from "./_sector_outcome.ts";
import type { SectorChoice } from "./sector_choice.ts";

/** Standing at `at` and facing `facing`, where is `target`? */
export interface FacingInstance {
  /** Where the observer stands. */
  readonly at: ExactPoint;
  /** The point the observer faces. */
  readonly facing: ExactPoint;
  /** What is asked about. */
  readonly target: ExactPoint;
  /** Which way y points; it decides which side is left. */
  readonly frame: PlaneFrame;
  /** The sectors to answer by, 0 degrees being `"front"`. */
  readonly sectors: SectorChoice;
}

/** From a pose, a place with a heading, where is `target`? */
export interface PoseInstance {
  /** Where the observer is. */
  readonly position: ExactPoint;
  /** A vector along which the observer looks; any length but 0. */
  readonly heading: ExactPoint;
  /** What is asked about. */
  readonly target: ExactPoint;
  /** Which way y points; it decides which side is left. */
  readonly frame: PlaneFrame;
  /** The sectors to answer by, 0 degrees being `"front"`. */
  readonly sectors: SectorChoice;
}

/**
 * Where a target is for an observer who stands at one point and faces another.
 *
 * @param instance the points, their frame and the sectors
 * @returns the sector's label with the angle to the nearest boundary in degrees as margin; a tie
 * on a boundary, unless the system gives boundaries away; impossible where the observer's place
 * coincides with the point faced or with the target
 * @throws RangeError, SyntaxError, TypeError for what is not as {@link FacingInstance} says
 *
 * Cost: some microseconds.
 *
 * @example
 * ```ts
 * import { solveFacing } from "@alidade/core";
 * import { assertEquals } from "@std/assert";
 *
 * const outcome = solveFacing({
 *   at: [0, 0],
 *   facing: [0, 5],
 *   target: [-3, 1],
 *   frame: "y-up",
 *   sectors: "left-right-back",
 * });
 * assertEquals(outcome.status === "exact" && outcome.value, "left");
 * ```
 */
export function solveFacing(instance: FacingInstance): Outcome<string> {
  requireForm(instance, FACING_FORM);
  const { at, facing, target } = scalePoints({
    at: instance.at,
    facing: instance.facing,
    target: instance.target,
  }).points;
  const ahead = minus(facing, at);
  if (ahead.x === 0n && ahead.y === 0n) return impossible("the observer stands on the point faced");
  return seen(instance, ahead, minus(target, at));
}

/**
 * Where a target is for an observer with a pose.
 *
 * @param instance the place, heading and target, their frame and the sectors
 * @returns as {@link solveFacing}
 * @throws RangeError for a heading of length 0; RangeError, SyntaxError, TypeError for what is not
 * as {@link PoseInstance} says
 *
 * Cost: some microseconds.
 *
 * @example
 * ```ts
 * import { solvePose } from "@alidade/core";
 * import { assertEquals } from "@std/assert";
 *
 * const outcome = solvePose({
 *   position: [2, 2],
 *   heading: ["0.6", "-0.8"],
 *   target: [2, 9],
 *   frame: "y-down",
 *   sectors: "facing-clock",
 * });
 * assertEquals(outcome.status === "exact" && outcome.value, "5");
 * ```
 */
export function solvePose(instance: PoseInstance): Outcome<string> {
  requireForm(instance, POSE_FORM);
  const { heading } = scalePoints({ heading: instance.heading }).points;
  if (heading.x === 0n && heading.y === 0n) {
    throw new RangeError("Cannot use heading: [0, 0], must not be of length 0");
  }
  const { position, target } = scalePoints({
    position: instance.position,
    target: instance.target,
  }).points;
  return seen(instance, heading, minus(target, position));
}

function seen(
  { sectors, frame }: { readonly sectors: SectorChoice; readonly frame: PlaneFrame },
  ahead: ScaledPoint,
  there: ScaledPoint,
): Outcome<string> {
  const classifier = classifierOf(sectors, frame);
  requireZero(classifier.system, ["front"]);
  const turned = {
    x: ahead.x * there.x + ahead.y * there.y,
    y: ahead.x * there.y - ahead.y * there.x,
  };
  return sectorOutcome(classifier, turned, "the observer stands on the target");
}

function minus(a: ScaledPoint, b: ScaledPoint): ScaledPoint {
  return { x: a.x - b.x, y: a.y - b.y };
}
