import { greatCircle, type LongitudeStep, longitudeStep } from "./_great_circle.ts";

/**
 * Which shape the Earth is taken to have: `"sphere"`, of radius 6371008.8 m, whose distances
 * differ from the true ones by up to 0.56 %; or `"wgs84"`, the ellipsoid of satellite navigation.
 */
export type EarthModel = "sphere" | "wgs84";

/** The shortest way between two places on the Earth. */
export interface GeodesicLine {
  /** Its length in metres. */
  readonly distance: number;
  /** How far that may be off, in metres, by rounding; the choice of the model comes on top. */
  readonly distanceError: number;
  /**
   * Its direction at the start, in degrees clockwise from north, 0 to below 360; null where both
   * places are the same. Between antipodes it is one of several.
   */
  readonly azimuth: number | null;
  /** How far that may be off, in degrees, by rounding; 180 where it may be any, as at antipodes. */
  readonly azimuthError: number;
}

/** Measures between places on one model of the Earth. */
export interface GeodesicModel {
  /** Which shape is meant. */
  readonly name: EarthModel;
  /**
   * The shortest way from a first place to a second.
   *
   * @param lat1 latitude of the first in degrees, -90 to 90
   * @param lon1 longitude of the first in degrees, -360 to 360
   * @param lat2 latitude of the second
   * @param lon2 longitude of the second
   * @returns its length and azimuth, each with its error
   * @throws RangeError for a latitude or longitude out of range
   */
  line(lat1: number, lon1: number, lat2: number, lon2: number): GeodesicLine;
}

/** The mean radius of the Earth in metres (H. Moritz, Geodetic Reference System 1980). */
const RADIUS = 6371008.8;

const DEGREE = Math.PI / 180;

/** Published for GeographicLib: 15 nm in position. */
const WGS84_ERROR = 15e-9;

/**
 * Loads a model of the Earth; the library behind the ellipsoid is only loaded here.
 *
 * @param name `"sphere"`: great circles, rounding below 1e-7 m; `"wgs84"`: geodesics by
 * geographiclib-geodesic, whose authors state an error of 15 nm
 * @returns the model, whose `line` is synchronous
 * @throws RangeError for any other name
 *
 * Cost: some 10 ms once for the ellipsoid; then about 0.3 us a line on the sphere and 5 us on the
 * ellipsoid.
 * Source: C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87 (2013).
 *
 * @example
 * ```ts
 * import { loadGeodesicModel } from "@alidade/core/geometry";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const wgs84 = await loadGeodesicModel("wgs84");
 * const { distance, azimuth } = wgs84.line(40.6, -73.8, 51.6, -0.5); // New York to London
 * assertAlmostEquals(distance, 5551759.4, 0.1);
 * assertAlmostEquals(azimuth!, 51.19884, 1e-4);
 * ```
 */
export async function loadGeodesicModel(name: EarthModel): Promise<GeodesicModel> {
  if (name === "wgs84") return await loadWgs84();
  if (name === "sphere") return SPHERE;
  throw new RangeError(`Cannot load Earth model ${name}, must be "sphere" or "wgs84"`);
}

const SPHERE: GeodesicModel = {
  name: "sphere",
  line(lat1, lon1, lat2, lon2) {
    requirePlaces(lat1, lon1, lat2, lon2);
    const step = longitudeStep(lon1, lon2);
    const { arc, azimuth } = greatCircle(lat1, lat2, step);
    const arcError = 2 ** -48 * arc;
    return {
      distance: arc * RADIUS,
      distanceError: arcError * RADIUS,
      azimuth: samePlace(lat1, lat2, step) ? null : compass(azimuth / DEGREE),
      azimuthError: Math.min(180, 2 ** -48 / leastSine(arc, arcError) / DEGREE),
    };
  },
};

/** The least sine of an arc that may be off; 0 where that may be half a turn, or none. */
function leastSine(arc: number, error: number): number {
  return Math.max(0, Math.min(Math.sin(arc - error), Math.sin(arc + error)));
}

async function loadWgs84(): Promise<GeodesicModel> {
  const loaded = await import("geographiclib-geodesic");
  const { Geodesic } = "default" in loaded ? loaded.default as typeof loaded : loaded;
  const outputs = Geodesic.DISTANCE | Geodesic.AZIMUTH | Geodesic.REDUCEDLENGTH;
  return {
    name: "wgs84",
    line(lat1, lon1, lat2, lon2) {
      requirePlaces(lat1, lon1, lat2, lon2);
      const { s12, azi1, azi2, m12 } = Geodesic.WGS84.Inverse(lat1, lon1, lat2, lon2, outputs);
      // Turning the start by an angle moves the end by that angle times the reduced length.
      const turn = 2 * WGS84_ERROR / Math.max(Math.abs(m12!) - WGS84_ERROR, 1e-12);
      // From a latitude to its opposite a way is its own mirror image, or there are two as short.
      const isOneOfTwo = lat1 === -lat2 && Math.abs(azi1! - azi2!) > 1e-9;
      return {
        distance: s12!,
        distanceError: WGS84_ERROR,
        azimuth: samePlace(lat1, lat2, longitudeStep(lon1, lon2)) ? null : compass(azi1!),
        azimuthError: isOneOfTwo ? 180 : Math.min(180, turn / DEGREE),
      };
    },
  };
}

function compass(degrees: number): number {
  const turned = (degrees + 360) % 360;
  return turned === 360 ? 0 : turned;
}

function samePlace(lat1: number, lat2: number, { east }: LongitudeStep): boolean {
  return lat1 === lat2 && (Math.abs(lat1) === 90 || east === 0);
}

function requirePlaces(lat1: number, lon1: number, lat2: number, lon2: number): void {
  requireDegrees(lat1, 90, "lat1");
  requireDegrees(lon1, 360, "lon1");
  requireDegrees(lat2, 90, "lat2");
  requireDegrees(lon2, 360, "lon2");
}

function requireDegrees(x: number, most: number, what: string): void {
  if (Math.abs(x) <= most) return;
  throw new RangeError(`Cannot use ${what}: ${x}, must be -${most} to ${most} degrees`);
}
