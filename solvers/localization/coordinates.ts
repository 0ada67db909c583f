import { requireForm } from "../../geometry/form.ts";
import { type Exact, formatScaled, parseDecimal, type PlaneFrame } from "../../geometry/mod.ts";
import { exact, type Outcome } from "../outcome.ts";
import { COORDINATES_FORM } from "./_forms.ts";

/** A point whose coordinates are asked, perhaps from another origin or with the y axis turned. */
export interface CoordinatesInstance {
  /** x of the point. */
  readonly x: Exact;
  /** y of the point. */
  readonly y: Exact;
  /** Which way y points in the instance. */
  readonly frame: PlaneFrame;
  /** Where the answer counts from, in the coordinates of the instance; the origin when left out. */
  readonly origin?: readonly [x: Exact, y: Exact];
  /** Which way y points in the answer; as in the instance when left out. */
  readonly answerFrame?: PlaneFrame;
}

/** Coordinates as exact decimals. */
export interface Coordinates {
  /** To the right of the origin. */
  readonly x: string;
  /** From the origin along the y axis of the answer. */
  readonly y: string;
}

/**
 * The coordinates of a point, from a stated origin.
 *
 * @param instance the point, its frame, and the origin and frame of the answer
 * @returns always `exact`, without a margin: a measurement has no boundary
 * @throws RangeError, SyntaxError for numbers that are not exact
 *
 * @example
 * ```ts
 * import { solveCoordinates } from "@alidade/core";
 * import { assertEquals } from "@std/assert";
 *
 * // A pixel, counted from the lower left corner of an image 480 high.
 * const image = { frame: "y-down", origin: [0, 480], answerFrame: "y-up" } as const;
 * assertEquals(solveCoordinates({ x: "12.5", y: 400, ...image }), {
 *   status: "exact",
 *   value: { x: "12.5", y: "80" },
 *   margin: null,
 * });
 * ```
 */
export function solveCoordinates(instance: CoordinatesInstance): Outcome<Coordinates> {
  requireForm(instance, COORDINATES_FORM);
  const { x, y, frame, origin = [0, 0], answerFrame = frame } = instance;
  const across = difference(x, origin[0], "x");
  const along = difference(y, origin[1], "y");
  return exact({
    x: formatScaled(across.digits, across.scale),
    y: formatScaled(answerFrame === frame ? along.digits : -along.digits, along.scale),
  });
}

function difference(a: Exact, b: Exact, what: string): { digits: bigint; scale: number } {
  const [p, q] = [parseDecimal(a, what), parseDecimal(b, `origin ${what}`)];
  const scale = Math.max(p.scale, q.scale);
  const at = (d: typeof p) => d.digits * 10n ** BigInt(scale - d.scale);
  return { digits: at(p) - at(q), scale };
}
