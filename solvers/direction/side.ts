import { requireForm } from "../../geometry/form.ts";
import { type ExactPoint, scalePoints } from "../../geometry/exact_point.ts";
import type { PlaneFrame } from "../../geometry/frame.ts";
import { exact, impossible, type Outcome } from "../outcome.ts";
import { SIDE_FORM } from "./_forms.ts";
import { quotientByRoot } from "./_length_bound.ts";

/** On which side of the line from `from` to `to` is `point`? */
export interface SideInstance {
  /** The point asked about. */
  readonly point: ExactPoint;
  /** A point of the line. */
  readonly from: ExactPoint;
  /** A later point of the line. */
  readonly to: ExactPoint;
  /** Which way y points; it decides which side is left. */
  readonly frame: PlaneFrame;
}

/** The side of a directed line, as one sees it who walks along the line. */
export type Side = "left" | "right" | "on";

/**
 * On which side of a directed line a point lies.
 *
 * @param instance the three points and their frame
 * @returns the side with the distance to the line, in units of the coordinates, as margin: 0 for
 * `"on"`. Impossible where the two points of the line are the same.
 * @throws RangeError, SyntaxError, TypeError for what is not as {@link SideInstance} says
 *
 * Cost: some microseconds.
 *
 * @example
 * ```ts
 * import { solveSide } from "@alidade/core";
 * import { assertEquals } from "@std/assert";
 *
 * const outcome = solveSide({ from: [0, 0], to: [0, 5], point: [-2, 1], frame: "y-up" });
 * assertEquals(outcome, { status: "exact", value: "left", margin: { value: 2, unit: "unit" } });
 * ```
 */
export function solveSide(instance: SideInstance): Outcome<Side> {
  requireForm(instance, SIDE_FORM);
  const { point, from, to, frame } = instance;
  const { points: { point: p, from: a, to: b }, scale } = scalePoints({ point, from, to });
  const length = (b.x - a.x) ** 2n + (b.y - a.y) ** 2n;
  if (length === 0n) return impossible("the two points of the line are the same");
  const cross = (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
  if (cross === 0n) return exact("on", { value: 0, unit: "unit" });
  const value = quotientByRoot(cross < 0n ? -cross : cross, length, scale);
  return exact((cross > 0n) === (frame === "y-up") ? "left" : "right", { value, unit: "unit" });
}
