import type { PlaneFrame } from "../../geometry/frame.ts";
import {
  type Fields,
  type NamedPoint,
  readPointName,
  readPoints,
  readScaled,
  readWord,
} from "../_instance.ts";

/** A square map of points, one of which is asked about. */
export interface PointMap {
  readonly frame: PlaneFrame;
  readonly points: readonly NamedPoint[];
  /** A coordinate is `x / 10^scale`. */
  readonly scale: number;
  readonly of: NamedPoint;
  /** The greatest coordinate of the map; the least is 0. */
  readonly side: number;
}

/** Reads the fields `frame`, `points`, `of` and `side`; demands that the map holds its points. */
export function readMap(fields: Fields): PointMap {
  const frame = readWord(fields.frame, "frame", ["y-up", "y-down"]);
  const { points, scale, extra } = readPoints(fields.points, 1, [readScaled(fields.side, "side")]);
  const side = extra[0]!;
  if (side <= 0) throw new RangeError(`Cannot read side: ${fields.side}, must be above 0`);
  const outside = points.find((p) => p.x < 0 || p.y < 0 || p.x > side || p.y > side);
  if (outside !== undefined) {
    throw new RangeError(
      `Cannot read points: "${outside.name}" is outside of the map, must be from 0 to ${fields.side}`,
    );
  }
  return { frame, points, scale, of: readPointName(fields.of, "of", points), side };
}
