import { requireForm } from "../../geometry/form.ts";
import { nudgeDown } from "../../geometry/round_down.ts";
import { type EarthModel, type GeodesicLine, loadGeodesicModel } from "../../geometry/mod.ts";
import { requireDistinct } from "../_plane_points.ts";
import { exact, type LimitOutcome, type Outcome, undetermined } from "../outcome.ts";
import { GEODESIC_FORM, GEODESIC_NEAREST_FORM } from "./_forms.ts";
import type { Extreme } from "./extreme.ts";

/** A named place on the Earth. */
export interface GeoPoint {
  /** What answers call it; no two places of an instance share a name. */
  readonly name: string;
  /** Latitude in degrees, -90 to 90, north positive. */
  readonly latitude: number;
  /** Longitude in degrees, -360 to 360, east positive. */
  readonly longitude: number;
}

/** Two places whose distance is asked. */
export interface GeodesicInstance {
  /** The first place. */
  readonly from: GeoPoint;
  /** The second. */
  readonly to: GeoPoint;
  /** The shape of the Earth. */
  readonly model: EarthModel;
}

/** A place, and others of which the nearest to it, or the farthest from it, is asked. */
export interface GeodesicNearestInstance {
  /** Where distances are measured from. */
  readonly from: GeoPoint;
  /** The candidates, at least one. */
  readonly points: readonly GeoPoint[];
  /** The shape of the Earth. */
  readonly model: EarthModel;
  /** Which end of the order is asked. */
  readonly extreme: Extreme;
}

/**
 * The distance and azimuth between two places on the Earth.
 *
 * @param instance the places and the model
 * @returns always `limit`, for the arithmetic is rounded: `best` with its errors, `lower` and
 * `upper` in metres
 * @throws RangeError for a latitude or longitude out of range, or one name for both
 *
 * @example
 * ```ts
 * import { solveGeodesic } from "@alidade/core";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const from = { name: "Paris", latitude: 48.8566, longitude: 2.3522 };
 * const to = { name: "Berlin", latitude: 52.52, longitude: 13.405 };
 * const { best } = await solveGeodesic({ from, to, model: "sphere" });
 * assertAlmostEquals(best!.distance, 877464.5, 0.1);
 * ```
 */
export async function solveGeodesic(
  instance: GeodesicInstance,
): Promise<LimitOutcome<GeodesicLine>> {
  requireForm(instance, GEODESIC_FORM);
  const { from, to, model } = instance;
  requireDistinct([from.name, to.name], (i) => ["from", "to"][i]!);
  const best = lineBetween(await loadGeodesicModel(model), from, to);
  const lower = Math.max(0, best.distance - best.distanceError);
  return { status: "limit", lower, upper: best.distance + best.distanceError, best };
}

/**
 * Which of many places is nearest to, or farthest from, another on the Earth.
 *
 * @param instance the places, the model, and which end is asked
 * @returns `exact` with the name where the errors leave no other, and a lower bound of the
 * difference to the next, in metres, as margin; else `undetermined` with all that they leave
 * @throws RangeError for a latitude or longitude out of range, no candidates, or a name used twice
 *
 * @example
 * ```ts
 * import { solveGeodesicNearest } from "@alidade/core";
 * import { assertEquals } from "@std/assert";
 *
 * const from = { name: "Paris", latitude: 48.8566, longitude: 2.3522 };
 * const points = [
 *   { name: "Berlin", latitude: 52.52, longitude: 13.405 },
 *   { name: "Rome", latitude: 41.9028, longitude: 12.4964 },
 * ];
 * const outcome = await solveGeodesicNearest({ from, points, model: "wgs84", extreme: "nearest" });
 * assertEquals(outcome.status === "exact" && outcome.value, "Berlin");
 * ```
 */
export async function solveGeodesicNearest(
  instance: GeodesicNearestInstance,
): Promise<Outcome<string>> {
  requireForm(instance, GEODESIC_NEAREST_FORM);
  const { from, points, model, extreme } = instance;
  if (points.length === 0) throw new RangeError("Cannot use points: 0 given, must be at least 1");
  requireDistinct(
    [from.name, ...points.map((p) => p.name)],
    (i) => i === 0 ? "from" : `points[${i - 1}]`,
  );
  const earth = await loadGeodesicModel(model);
  const sign = extreme === "nearest" ? 1 : -1;
  const spans = points.map((point) => {
    const { distance, distanceError } = lineBetween(earth, from, point);
    return {
      name: point.name,
      low: sign * distance - distanceError,
      high: sign * distance + distanceError,
    };
  });
  const bound = Math.min(...spans.map((span) => span.high));
  const possible = spans.filter((span) => span.low <= bound);
  if (possible.length > 1) return undetermined(possible.map((span) => span.name));
  const [winner] = possible as [typeof spans[number]];
  const next = Math.min(...spans.filter((span) => span !== winner).map((span) => span.low));
  const margin = next === Infinity ? null : { value: nudgeDown(next - winner.high), unit: "metre" };
  return exact(winner.name, margin);
}

function lineBetween(
  earth: Awaited<ReturnType<typeof loadGeodesicModel>>,
  a: GeoPoint,
  b: GeoPoint,
): GeodesicLine {
  return earth.line(a.latitude, a.longitude, b.latitude, b.longitude);
}
