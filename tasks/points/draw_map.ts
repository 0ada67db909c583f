import type { Exact } from "../../geometry/decimal.ts";
import type { PlaneFrame } from "../../geometry/frame.ts";
import type { Picture } from "../kind.ts";
import { drawPoints } from "./draw_points.ts";
import { listedPlaces, type NamedPlace, scaledPlaces } from "./point_map.ts";

/** A square map of points, from 0 to its side. */
export interface PointMap {
  readonly frame: PlaneFrame;
  readonly points: readonly NamedPlace[];
  readonly side: Exact;
}

/** The picture of a map, shown whole, so that places and distances can be measured in it. */
export function drawMap({ points, side, frame }: PointMap, wording: string): readonly Picture[] {
  const scaled = scaledPlaces(points, [side]);
  const span = { least: 0, most: scaled.extra[0]! };
  const alt = listedPlaces(points, wording);
  return [{ drawing: drawPoints(scaled.points, { frame, alt, span }) }];
}
