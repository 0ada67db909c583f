import type { Feature } from "../../geometry/features/feature.ts";

/**
 * The greatest dimension of a feature's parts.
 *
 * @param feature the feature
 * @returns 2 with areas, 1 with lines, 0 with points, -1 where it is empty
 *
 * @example
 * ```ts
 * import { readWkt } from "@alidade/core/geometry";
 * import { dimensionOf } from "@alidade/core/solvers";
 *
 * dimensionOf(readWkt("LINESTRING (0 0, 1 1)")); // 1
 * ```
 */
export function dimensionOf({ parts }: Feature): -1 | 0 | 1 | 2 {
  let most: -1 | 0 | 1 | 2 = -1;
  for (const { kind, start, end } of parts) {
    if (kind === "ring") return 2;
    if (kind === "line" && end - start > 1) most = 1;
    else if (most < 0) most = 0;
  }
  return most;
}
