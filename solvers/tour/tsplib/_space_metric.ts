/** TSPLIB's distances between points with three coordinates. */
export const SPACE_METRICS = ["EUC_3D", "MAX_3D", "MAN_3D", "XRAY1", "XRAY2"] as const;

/** The name of such a distance. */
export type SpaceMetric = typeof SPACE_METRICS[number];

type Place = readonly [number, number, number];

/**
 * The distance of two points, in doubles as TSPLIB defines it.
 *
 * Source: G. Reinelt, TSPLIB 95, section 2; for XRAY1 and XRAY2 (diffractometers with the angles
 * phi, chi and 2 theta in degrees) its subroutine by R. E. Bland and D. F. Shallcross.
 */
export function spaceDistance(metric: SpaceMetric, a: Place, b: Place): number {
  const [dx, dy, dz] = [a[0] - b[0], a[1] - b[1], a[2] - b[2]].map(Math.abs) as [
    number,
    number,
    number,
  ];
  switch (metric) {
    case "EUC_3D":
      return nearest(Math.sqrt(dx * dx + dy * dy + dz * dz));
    case "MAX_3D":
      return Math.max(nearest(dx), nearest(dy), nearest(dz));
    case "MAN_3D":
      return nearest(dx + dy + dz);
    case "XRAY1":
      return nearest(100 * Math.max(turn(dx), dy, dz));
    case "XRAY2":
      return nearest(100 * Math.max(turn(dx) / 1.25, dy / 1.5, dz / 1.15));
  }
}

function nearest(x: number): number {
  return Math.floor(x + 0.5);
}

/** The shorter way round, of a difference of angles. */
function turn(degrees: number): number {
  return Math.min(degrees, Math.abs(degrees - 360));
}
