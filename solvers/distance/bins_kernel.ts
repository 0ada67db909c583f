import { parseRatio } from "../../geometry/ratio.ts";
import type { Exact, Metric } from "../../geometry/mod.ts";

/**
 * Prepares cuts for {@link distanceBinOf}: where they lie among the keys of distances.
 *
 * @param metric how distances are measured
 * @param cuts where bins meet, ascending, in the unit of the coordinates: integers, decimal
 * strings, or fractions
 * @param scale how many decimals the coordinates have, that is, how often 10 was multiplied into
 * them to make them integers; 0 when left out
 * @returns the keys; one that no integer equals is shown by a half
 * @throws RangeError, SyntaxError for cuts that are no exact numbers, and for one whose key is
 * 2^52 or more
 *
 * @example
 * ```ts
 * import { distanceBinOf, distanceCuts } from "@alidade/core/kernels";
 * import { assertEquals } from "@std/assert";
 *
 * // Coordinates in tenths: a key of 25 is a distance of 0.5.
 * const cuts = distanceCuts("euclidean", ["0.5", "0.75"], 1);
 * assertEquals([...cuts], [25, 56.5]);
 * assertEquals([24, 26, 57].map((key) => distanceBinOf(cuts, key)), [0, 1, 2]);
 * ```
 */
export function distanceCuts(metric: Metric, cuts: readonly Exact[], scale = 0): Float64Array {
  return Float64Array.from(cuts, (cut, i) => {
    const { num, den } = parseRatio(cut, `cuts[${i}]`);
    if (num < 0n) return -0.5;
    const power = metric === "euclidean" ? 2n : 1n;
    const numerator = (num * 10n ** BigInt(scale)) ** power;
    const denominator = den ** power;
    const floor = numerator / denominator;
    if (floor < 1n << 52n) return Number(floor) + (numerator % denominator === 0n ? 0 : 0.5);
    throw new RangeError(`Cannot use cuts[${i}]: ${cut}, must have a key below 2^52`);
  });
}

/**
 * Into which bin a distance falls: the kernel beside `solveDistanceBin`.
 *
 * @param cuts as by {@link distanceCuts}
 * @param key the key of the distance, as by `distanceKey`
 * @returns the index of the bin, 0 to the number of cuts; `~i` where the distance is just `cuts[i]`
 *
 * Cost: 1 ns a cut, nothing is allocated.
 *
 * @example
 * ```ts
 * import { distanceBinOf, distanceCuts } from "@alidade/core/kernels";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(distanceBinOf(distanceCuts("euclidean", [2, 5]), 25), ~1);
 * ```
 */
export function distanceBinOf(cuts: Float64Array, key: number): number {
  let bin = 0;
  for (; bin < cuts.length && key >= cuts[bin]!; bin++) if (key === cuts[bin]) return ~bin;
  return bin;
}
