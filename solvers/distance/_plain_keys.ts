import { distanceKey, type Metric } from "../../geometry/metric.ts";
import { isPlain } from "../../geometry/plain_point.ts";
import { nudgeDown } from "../../geometry/round_down.ts";
import { sqrtSumLowerBoundOf } from "../../geometry/sqrt_sum_kernel.ts";
import type { PlanePoint } from "../plane_point.ts";

/** Coordinates up to here have distances whose keys doubles hold. */
const MOST = 2 ** 25;

/** More names than this are compared by a set. */
const FEW = 16;

/**
 * The keys of the distances from a point to others, as by {@link distanceKey}; null unless all is
 * in good order and of integers, which is for others to tell.
 */
export function plainKeys(
  from: PlanePoint,
  points: readonly PlanePoint[],
  metric: Metric,
): number[] | null {
  if (metric !== "euclidean" && metric !== "manhattan" && metric !== "chebyshev") return null;
  if (!isPlainPoint(from) || !Array.isArray(points) || points.length === 0) return null;
  const { x, y } = from as Plain;
  const keys: number[] = [];
  for (let i = 0; i < points.length; i++) {
    const point: unknown = points[i];
    if (!isPlainPoint(point)) return null;
    keys.push(distanceKey(metric, point.x - x, point.y - y));
  }
  return areDistinct(from, points) ? keys : null;
}

interface Plain extends PlanePoint {
  readonly x: number;
  readonly y: number;
}

function isPlainPoint(value: unknown): value is Plain {
  if (typeof value !== "object" || value === null) return false;
  const { name, x, y } = value as PlanePoint;
  return typeof name === "string" && isPlain(x, MOST) && isPlain(y, MOST);
}

function areDistinct(from: PlanePoint, points: readonly PlanePoint[]): boolean {
  if (points.length > FEW) {
    const names = new Set<string>([from.name]);
    for (const point of points) names.add(point.name);
    return names.size === points.length + 1;
  }
  for (let i = 0; i < points.length; i++) {
    const { name } = points[i]!;
    if (name === from.name) return false;
    for (let j = 0; j < i; j++) if (points[j]!.name === name) return false;
  }
  return true;
}

/** Reused by every call: nothing calls back while they are in use. */
const DIFFERENCE = Float64Array.of(1, -1);
const SQUARES = new Float64Array(2);

/** A lower bound of the difference of two distances by their keys, integers of at most 2^53. */
export function plainGap(metric: Metric, a: number, b: number): number {
  if (metric !== "euclidean") return Math.abs(a - b);
  const [first, second] = [Math.sqrt(a), Math.sqrt(b)];
  const whole = Math.floor(first) === first && Math.floor(second) === second;
  if (whole && first * first === a && second * second === b) return Math.abs(first - second);
  SQUARES[0] = a;
  SQUARES[1] = b;
  return nudgeDown(sqrtSumLowerBoundOf(DIFFERENCE, SQUARES, 2));
}
