import { distanceKey, type Metric } from "../../geometry/mod.ts";

/**
 * Orders points by their distance from (x, y): the kernel beside `solveRanking`.
 *
 * @param metric how to measure
 * @param coordinates x and y of each point, integers of at most 2^25 in size
 * @param count how many points to read, from the front
 * @param x x of the place, likewise
 * @param y y of the place
 * @param order receives the indices, nearest first, equally far ones ascending; of length `count`
 * at least
 * @param keys receives the key of each distance by index, as by `distanceKey`; likewise
 * @returns how many different distances there are: `count` where no two points tie
 *
 * Cost: insertion, count^2 / 4 comparisons: meant for up to about a hundred points; nothing is
 * allocated.
 *
 * @example
 * ```ts
 * import { rankByDistance } from "@alidade/core/kernels";
 * import { assertEquals } from "@std/assert";
 *
 * const order = new Uint32Array(3);
 * const keys = new Float64Array(3);
 * const points = Float64Array.of(5, 0, 1, 0, 3, 4);
 * assertEquals(rankByDistance("euclidean", points, 3, 0, 0, order, keys), 2);
 * assertEquals([...order], [1, 0, 2]);
 * ```
 */
export function rankByDistance(
  metric: Metric,
  coordinates: Float64Array | Int32Array,
  count: number,
  x: number,
  y: number,
  order: Uint32Array,
  keys: Float64Array,
): number {
  let different = 0;
  for (let i = 0; i < count; i++) {
    const key = distanceKey(metric, coordinates[2 * i]! - x, coordinates[2 * i + 1]! - y);
    keys[i] = key;
    let at = i;
    for (; at > 0 && keys[order[at - 1]!]! > key; at--) order[at] = order[at - 1]!;
    order[at] = i;
    if (at === 0 || keys[order[at - 1]!]! !== key) different++;
  }
  return different;
}
