import { FINITE, type Form, NULL, numberThat, record, TEXT } from "../../geometry/form.ts";
import type { GeodesicLine } from "../../geometry/mod.ts";
import { outcomeOf, requireClaim, unitFault } from "../_require_claim.ts";
import type { Outcome } from "../outcome.ts";
import { GEODESIC_FORM, GEODESIC_NEAREST_FORM } from "./_forms.ts";
import { azimuthFault, sphereByVectors, type SphereTruth } from "./_sphere_by_vectors.ts";
import type { GeodesicInstance, GeodesicNearestInstance, GeoPoint } from "./geodesic.ts";

const ERROR = numberThat("a number of 0 or more", (x) => x >= 0 && x < Infinity);
const AZIMUTH: Form = (value) => NULL(value) && FINITE(value);
const LINE_CLAIM = outcomeOf(
  record({ distance: ERROR, distanceError: ERROR, azimuth: AZIMUTH, azimuthError: ERROR }),
);
const NAME_CLAIM = outcomeOf(TEXT);

/**
 * Whether an outcome of `solveGeodesic` is right, by other formulas: on the sphere to a micrometre
 * and the stated errors, by vectors of long integers; on the ellipsoid to 2 mm, by Vincenty's
 * series (a length within 0.6 % of the sphere's where those do not converge, near antipodes).
 *
 * @param instance the instance that was solved
 * @param outcome what is claimed of it
 * @returns null where it holds, else what is wrong, in one sentence
 *
 * @example
 * ```ts
 * import { checkGeodesic, solveGeodesic } from "@alidade/core";
 * import { assertEquals } from "@std/assert";
 *
 * const from = { name: "Paris", latitude: 48.8566, longitude: 2.3522 };
 * const to = { name: "Berlin", latitude: 52.52, longitude: 13.405 };
 * const instance = { from, to, model: "wgs84" } as const;
 * assertEquals(checkGeodesic(instance, await solveGeodesic(instance)), null);
 * ```
 */
export function checkGeodesic(
  instance: GeodesicInstance,
  outcome: Outcome<GeodesicLine>,
): string | null {
  requireClaim(instance, GEODESIC_FORM, outcome, LINE_CLAIM);
  if (outcome.status !== "limit" || outcome.best === null) return "a geodesic is rounded";
  const { distance, distanceError, azimuth } = outcome.best;
  if (Number(outcome.lower) > distance || Number(outcome.upper) < distance) {
    return "the bounds do not hold the distance";
  }
  if (distanceError > ROUNDING) return "rounding is not as much as the error";
  if (Number(outcome.upper) - Number(outcome.lower) > 2 * ROUNDING) return "the bounds are wide";
  const [low, high] = range(instance.model, instance.from, instance.to);
  if (!(distance + distanceError >= low && distance - distanceError <= high)) {
    return `the distance is ${low} to ${high} m`;
  }
  const sphere = sphereByVectors(instance.from, instance.to);
  if (sphere.isSame !== (azimuth === null)) {
    return sphere.isSame ? "one place has no azimuth" : "the places differ: there is an azimuth";
  }
  return azimuth === null ? null : azimuthWrong(instance, sphere, { ...outcome.best, azimuth });
}

/** What is wrong with an azimuth beyond its error, or null. */
function azimuthWrong(
  { from, to, model }: GeodesicInstance,
  sphere: SphereTruth,
  { azimuth, azimuthError }: GeodesicLine & { readonly azimuth: number },
): string | null {
  if (!(azimuth >= 0 && azimuth < 360)) return "an azimuth is from 0 to below 360";
  if (model === "sphere") {
    const off = azimuthFault(sphere, azimuth);
    return off <= azimuthError ? null : `the azimuth is ${off} degrees off`;
  }
  const line = vincenty(from, to);
  if (line === null || line.metres === 0) return null;
  const off = Math.abs((line.azimuth - azimuth + 540) % 360 - 180);
  // A direction moves the far end by itself times the reduced length, the sphere's but for 1 %.
  const room = TOLERANCE / (RADIUS * Math.sin(sphere.arc) * DEGREE);
  return off <= azimuthError + room ? null : `the azimuth is ${line.azimuth}`;
}

/**
 * Whether an outcome of `solveGeodesicNearest` is right to 2 mm, as {@link checkGeodesic}.
 *
 * @param instance the instance that was solved
 * @param outcome what is claimed of it
 * @returns null where it holds, else what is wrong, in one sentence
 *
 * @example
 * ```ts
 * import { checkGeodesicNearest, exact } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const from = { name: "A", latitude: 0, longitude: 0 };
 * const points = [{ name: "B", latitude: 1, longitude: 0 }, { name: "C", latitude: 2, longitude: 0 }];
 * const instance = { from, points, model: "sphere", extreme: "nearest" } as const;
 * const outcome = exact("B", { value: 111000, unit: "metre" });
 * assertEquals(checkGeodesicNearest(instance, outcome), null);
 * ```
 */
export function checkGeodesicNearest(
  instance: GeodesicNearestInstance,
  outcome: Outcome<string>,
): string | null {
  requireClaim(instance, GEODESIC_NEAREST_FORM, outcome, NAME_CLAIM);
  const { from, points, model, extreme } = instance;
  if (outcome.status !== "exact" && outcome.status !== "undetermined") return "wrong status";
  const claimed = outcome.status === "exact" ? [outcome.value] : outcome.possible;
  const margin = outcome.status === "exact" ? outcome.margin?.value ?? 0 : 0;
  const ranges = points.map((p) => ({ name: p.name, range: range(model, from, p) }));
  for (const a of ranges.filter(({ name }) => claimed.includes(name))) {
    for (const b of ranges.filter(({ name }) => !claimed.includes(name))) {
      const [nearer, farther] = extreme === "nearest" ? [a, b] : [b, a];
      if (farther.range[1] - nearer.range[0] < margin) return `${b.name} is nearer than the margin`;
    }
  }
  if (new Set(claimed).size < claimed.length) return "a candidate is claimed twice";
  if ((outcome.status === "exact") !== (claimed.length === 1)) return "one candidate is exact";
  return claimed.every((name) => points.some((p) => p.name === name))
    ? unitFault(outcome, "metre")
    : "no such candidate";
}

const DEGREE = Math.PI / 180;
const TOLERANCE = 2e-3;

const RADIUS = 6371008.8;

/** What rounding may cost at most, in metres. */
const ROUNDING = 1e-6;

/** What a distance is at least and at most, in metres. */
function range(model: "sphere" | "wgs84", a: GeoPoint, b: GeoPoint): readonly [number, number] {
  const round = RADIUS * sphereByVectors(a, b).arc;
  if (model === "sphere") return [round - ROUNDING, round + ROUNDING];
  const line = vincenty(a, b);
  if (line === null) return [round * 0.994, round * 1.006];
  return [line.metres - TOLERANCE, line.metres + TOLERANCE];
}

interface Line {
  readonly metres: number;
  /** In degrees, of any turn. */
  readonly azimuth: number;
}

/** T. Vincenty, Direct and inverse solutions of geodesics (1975); null where it diverges. */
function vincenty(p: GeoPoint, q: GeoPoint): Line | null {
  const a = 6378137;
  const f = 1 / 298.257223563;
  const b = a * (1 - f);
  const [u, v] = [p, q].map(({ latitude }) => Math.atan((1 - f) * Math.tan(latitude * DEGREE))) as [
    number,
    number,
  ];
  const l = (q.longitude - p.longitude) * DEGREE;
  let lambda = l;
  for (let round = 0; round < 200; round++) {
    const across = Math.cos(v) * Math.sin(lambda);
    const along = Math.cos(u) * Math.sin(v) - Math.sin(u) * Math.cos(v) * Math.cos(lambda);
    const sin = Math.hypot(across, along);
    if (sin === 0) return { metres: 0, azimuth: 0 };
    const cos = Math.sin(u) * Math.sin(v) + Math.cos(u) * Math.cos(v) * Math.cos(lambda);
    const sigma = Math.atan2(sin, cos);
    const alpha = Math.cos(u) * Math.cos(v) * Math.sin(lambda) / sin;
    const square = 1 - alpha * alpha;
    const middle = square === 0 ? 0 : cos - 2 * Math.sin(u) * Math.sin(v) / square;
    const c = f / 16 * square * (4 + f * (4 - 3 * square));
    const next = l + (1 - c) * f * alpha *
        (sigma + c * sin * (middle + c * cos * (2 * middle * middle - 1)));
    if (Math.abs(next) > Math.PI * 2) return null;
    const done = Math.abs(next - lambda) < 1e-13;
    lambda = next;
    if (!done) continue;
    const w = square * (a * a - b * b) / (b * b);
    const A = 1 + w / 16384 * (4096 + w * (-768 + w * (320 - 175 * w)));
    const B = w / 1024 * (256 + w * (-128 + w * (74 - 47 * w)));
    const delta = B * sin *
      (middle + B / 4 * (cos * (2 * middle * middle - 1) -
            B / 6 * middle * (4 * sin * sin - 3) * (4 * middle * middle - 3)));
    return { metres: b * A * (sigma - delta), azimuth: Math.atan2(across, along) / DEGREE };
  }
  return null;
}
