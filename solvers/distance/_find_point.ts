import type { PlanePoint } from "../plane_point.ts";

/** The index of the point of that name; one must have it. */
export function findPoint(points: readonly PlanePoint[], name: string): number {
  const i = points.findIndex((p) => p.name === name);
  if (i >= 0) return i;
  throw new RangeError(
    `Cannot measure from ${JSON.stringify(name)}: no point has that name, must be one of points`,
  );
}
