import type { Metric } from "./metric.ts";

/** `distanceKey` of integers of any size. */
export function longKey(metric: Metric, dx: bigint, dy: bigint): bigint {
  if (metric === "euclidean") return dx * dx + dy * dy;
  const x = dx < 0n ? -dx : dx;
  const y = dy < 0n ? -dy : dy;
  if (metric === "manhattan") return x + y;
  return x > y ? x : y;
}
