import type { Metric } from "../../geometry/mod.ts";
import { Q } from "../_check_numbers.ts";
import type { PlanePoint } from "../plane_point.ts";

/** The square of the distance between two points. */
export function squareOf(metric: Metric, a: PlanePoint, b: PlanePoint): Q {
  const dx = Q.read(a.x).minus(Q.read(b.x)).abs();
  const dy = Q.read(a.y).minus(Q.read(b.y)).abs();
  if (metric === "euclidean") return dx.times(dx).plus(dy.times(dy));
  const length = metric === "manhattan" ? dx.plus(dy) : dx.against(dy) > 0 ? dx : dy;
  return length.times(length);
}

/** The square of the distance between the points of two names. */
export function squareBetween(
  metric: Metric,
  points: readonly PlanePoint[],
  [from, to]: readonly [string, string],
): Q {
  const named = (name: string) => points.find((p) => p.name === name)!;
  return squareOf(metric, named(from), named(to));
}
