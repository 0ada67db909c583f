import { requireForm } from "../../geometry/form.ts";
import { type ExactPoint, type ScaledPoint, scalePoints } from "../../geometry/exact_point.ts";
import { exact, impossible, type Outcome, tie } from "../outcome.ts";
import { BETWEEN_FORM } from "./_forms.ts";
import { quotientByRoot, rootDown } from "./_length_bound.ts";

/** Is `point` between `from` and `to`? */
export interface BetweenInstance {
  /** The point asked about. */
  readonly point: ExactPoint;
  /** One end. */
  readonly from: ExactPoint;
  /** The other end. */
  readonly to: ExactPoint;
  /**
   * What between means: `"segment"`, on the straight line from one end to the other;
   * `"projection"`, anywhere in the strip whose foot on that line is between the ends.
   */
  readonly by: "segment" | "projection";
}

/**
 * Whether a point is between two others. The ends themselves are on the boundary: exactly at one
 * (for `"projection"`: exactly abreast of one) is a tie of true and false.
 *
 * @param instance the three points and what between means
 * @returns true or false; the margin is a distance in units of the coordinates: along the line to
 * the nearer end for `"projection"`; to the segment for `"segment"` when false, and 0 when true,
 * for the least step aside leaves a line. Impossible where the two ends are the same point.
 * @throws RangeError, SyntaxError, TypeError for what is not as {@link BetweenInstance} says
 *
 * Cost: some microseconds.
 *
 * @example
 * ```ts
 * import { solveBetween } from "@alidade/core";
 * import { assertEquals } from "@std/assert";
 *
 * const ends = { from: [0, 0], to: [10, 0] } as const;
 * const aside = { ...ends, point: [4, 3] } as const;
 * const by = solveBetween({ ...aside, by: "projection" });
 * assertEquals(by, { status: "exact", value: true, margin: { value: 4, unit: "unit" } });
 * const on = solveBetween({ ...aside, by: "segment" });
 * assertEquals(on, { status: "exact", value: false, margin: { value: 3, unit: "unit" } });
 * ```
 */
export function solveBetween(instance: BetweenInstance): Outcome<boolean> {
  requireForm(instance, BETWEEN_FORM);
  const { point, from, to, by } = instance;
  const { points: { p, a, b }, scale } = scaled(point, from, to);
  const length = square(b.x - a.x, b.y - a.y);
  if (length === 0n) return impossible("the two ends are the same point");
  const along = (p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y);
  const past = along < 0n ? -along : along > length ? along - length : 0n;
  const aside = magnitude((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x));
  const unit = "unit";
  if (by === "segment" && (aside > 0n || past > 0n)) {
    const end = along < 0n ? a : b;
    const value = past > 0n
      ? rootDown(square(p.x - end.x, p.y - end.y), scale)
      : quotientByRoot(aside, length, scale);
    return exact(false, { value, unit });
  }
  if (along === 0n || along === length) return tie([true, false]);
  if (by === "segment") return exact(true, { value: 0, unit });
  const inner = along < length - along ? along : length - along;
  const value = quotientByRoot(past > 0n ? past : inner, length, scale);
  return exact(past === 0n, { value, unit });
}

/** The points by short names; errors call them by the instance's. */
function scaled(point: ExactPoint, from: ExactPoint, to: ExactPoint): {
  points: { p: ScaledPoint; a: ScaledPoint; b: ScaledPoint };
  scale: number;
} {
  const { points, scale } = scalePoints({ point, from, to });
  return { points: { p: points.point, a: points.from, b: points.to }, scale };
}

function square(x: bigint, y: bigint): bigint {
  return x * x + y * y;
}

function magnitude(x: bigint): bigint {
  return x < 0n ? -x : x;
}
