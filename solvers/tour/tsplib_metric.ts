/**
 * The distance functions that TSPLIB defines on points of the plane or the globe; `GEOM` is that of
 * Concorde: metres on a sphere, from latitudes and longitudes in degrees with decimals.
 */
export type TsplibMetric = "EUC_2D" | "CEIL_2D" | "MAN_2D" | "MAX_2D" | "ATT" | "GEO" | "GEOM";

/** Every TSPLIB metric this library computes. */
export const TSPLIB_METRICS: readonly TsplibMetric[] = [
  "EUC_2D",
  "CEIL_2D",
  "MAN_2D",
  "MAX_2D",
  "ATT",
  "GEO",
  "GEOM",
];

/**
 * Whether a name is that of a TSPLIB metric.
 *
 * @param name any text
 * @returns true for the names in {@link TSPLIB_METRICS}
 *
 * @example
 * ```ts
 * import { isTsplibMetric } from "@alidade/core/formats";
 *
 * isTsplibMetric("EUC_2D"); // true
 * ```
 */
export function isTsplibMetric(name: string): name is TsplibMetric {
  return (TSPLIB_METRICS as readonly string[]).includes(name);
}

/**
 * The integer distance between two points as TSPLIB defines it, in doubles.
 *
 * TSPLIB's functions are defined as arithmetic on doubles, and published optima rest on that:
 * `tsp225` has steps of 28.5 by its decimals that doubles put just below (its optimum is 3916 so,
 * and the same tour 3921 with halves of decimals rounded up). On whole coordinates of magnitude up
 * to 2^23 the result is what integers decide, `(2k-1)^2 <= 4 d^2 < (2k+1)^2`, for a square root is
 * rounded once and no such boundary lies within that rounding.
 *
 * @param metric the name of the function
 * @param ax x of the one point; for `GEO` its latitude as DDD.MM, for `GEOM` in degrees
 * @param ay y of the one point; for `GEO` its longitude as DDD.MM, for `GEOM` in degrees
 * @param bx x of the other point
 * @param by y of the other point
 * @returns a whole number, 0 or more
 *
 * Source: G. Reinelt, TSPLIB 95, section 2; `GEOM` as in Concorde and the World TSP of W. Cook.
 *
 * @example
 * ```ts
 * import { tsplibDistance } from "@alidade/core/formats";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(tsplibDistance("CEIL_2D", 0, 0, 1, 1), 2);
 * ```
 */
export function tsplibDistance(
  metric: TsplibMetric,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): number {
  const dx = ax - bx;
  const dy = ay - by;
  switch (metric) {
    case "EUC_2D":
      return Math.floor(Math.sqrt(dx * dx + dy * dy) + 0.5);
    case "CEIL_2D":
      return Math.ceil(Math.sqrt(dx * dx + dy * dy));
    case "MAN_2D":
      return Math.floor(Math.abs(dx) + Math.abs(dy) + 0.5);
    case "MAX_2D":
      return Math.max(Math.floor(Math.abs(dx) + 0.5), Math.floor(Math.abs(dy) + 0.5));
    case "ATT":
      return pseudoEuclidean(dx, dy);
    case "GEO":
      return globe(radians(ax), radians(ay), radians(bx), radians(by));
    case "GEOM":
      return metres(ax, ay, bx, by);
  }
}

function pseudoEuclidean(dx: number, dy: number): number {
  const length = Math.sqrt((dx * dx + dy * dy) / 10);
  const nearest = Math.floor(length + 0.5);
  return nearest < length ? nearest + 1 : nearest;
}

const TSPLIB_PI = 3.141592;

/** DDD.MM to radians, with the constant that TSPLIB prescribes. */
function radians(x: number): number {
  const degrees = Math.trunc(x);
  return TSPLIB_PI * (degrees + 5 * (x - degrees) / 3) / 180;
}

function globe(lat1: number, long1: number, lat2: number, long2: number): number {
  const q1 = Math.cos(long1 - long2);
  const q2 = Math.cos(lat1 - lat2);
  const q3 = Math.cos(lat1 + lat2);
  return Math.floor(6378.388 * Math.acos(0.5 * ((1 + q1) * q2 - (1 - q1) * q3)) + 1);
}

/** Metres on a sphere of 6378388 m, rounded up, by an arctangent that is good at all distances. */
function metres(lat1: number, long1: number, lat2: number, long2: number): number {
  const [a, b] = [Math.PI * lat1 / 180, Math.PI * lat2 / 180];
  const turn = Math.PI * long1 / 180 - Math.PI * long2 / 180;
  const [sin, cos] = [Math.sin(turn / 2), Math.cos(turn / 2)];
  const across = Math.cos(b) * Math.sin(turn);
  const along = Math.sin(a + b) * sin * sin - Math.sin(a - b) * cos * cos;
  const towards = Math.cos(a - b) * cos * cos - Math.cos(a + b) * sin * sin;
  const arc = Math.atan2(Math.sqrt(across * across + along * along), towards);
  return Math.floor(6378388 * arc + 1);
}
