import { numberThat, requireForm } from "../../geometry/form.ts";
import { parseRatio } from "../../geometry/ratio.ts";
import type { Exact, RegionIndex } from "../../geometry/mod.ts";

/** Far more decimals than coordinates below 2^52 can have; powers of ten take no time yet. */
const SCALE = numberThat(
  "an integer from 0 to 1000",
  (value) => Number.isInteger(value) && value >= 0 && value <= 1000,
);

/**
 * Prepares cuts for {@link cellsOf}: where they lie among integer coordinates.
 *
 * @param cuts where cells meet, ascending: integers, decimal strings, or fractions
 * @param scale how many decimals the coordinates have, that is, how often 10 was multiplied into
 * them to make them integers; 0 when left out
 * @returns the cuts; one that no integer equals is shown by a half
 * @throws TypeError, RangeError, SyntaxError for a scale that is no integer from 0 to 1000, for cuts
 * that are no exact numbers or pass 2^52 when scaled
 *
 * @example
 * ```ts
 * import { coordinateCuts } from "@alidade/core/kernels";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([...coordinateCuts(["-1/3", "0.4"], 2)], [-33.5, 40]);
 * ```
 */
export function coordinateCuts(cuts: readonly Exact[], scale = 0): Float64Array {
  requireForm(scale, SCALE, "scale");
  return Float64Array.from(cuts, (cut, i) => {
    const { num, den } = parseRatio(cut, `cuts[${i}]`);
    const scaled = num * 10n ** BigInt(scale);
    const rest = (scaled % den + den) % den;
    const floor = (scaled - rest) / den;
    if (floor >= -(1n << 52n) && floor < 1n << 52n) return Number(floor) + (rest === 0n ? 0 : 0.5);
    throw new RangeError(`Cannot use cuts[${i}]: ${cut}, must be below 2^52 when scaled`);
  });
}

/**
 * In which cells points lie: the kernel beside `solveCell`.
 *
 * @param xCuts as by {@link coordinateCuts}
 * @param yCuts likewise
 * @param coordinates x and y of each point, integers
 * @param count how many points to read, from the front
 * @param cells receives `row * columns + column` for each, both counted along the axes from the
 * least coordinates (so row 0 is the lowest where y points up); -1 on a cut
 *
 * Cost: some nanoseconds a point, nothing is allocated.
 *
 * @example
 * ```ts
 * import { cellsOf, coordinateCuts } from "@alidade/core/kernels";
 * import { assertEquals } from "@std/assert";
 *
 * const cuts = coordinateCuts(["0.4", "0.6"], 1);
 * const cells = new Int32Array(3);
 * cellsOf(cuts, cuts, Float64Array.of(1, 9, 4, 0, 5, 5), 3, cells);
 * assertEquals([...cells], [6, -1, 4]);
 * ```
 */
export function cellsOf(
  xCuts: Float64Array,
  yCuts: Float64Array,
  coordinates: Float64Array | Int32Array,
  count: number,
  cells: Int32Array,
): void {
  const columns = xCuts.length + 1;
  for (let i = 0; i < count; i++) {
    const x = coordinates[2 * i]!;
    const y = coordinates[2 * i + 1]!;
    // Counting without branches: where points fall is not for the processor to guess.
    let cell = 0;
    let on = 0;
    for (let c = 0; c < xCuts.length; c++) {
      const cut = xCuts[c]!;
      cell += Number(x > cut);
      on |= Number(x === cut);
    }
    for (let c = 0; c < yCuts.length; c++) {
      const cut = yCuts[c]!;
      cell += columns * Number(y > cut);
      on |= Number(y === cut);
    }
    cells[i] = on === 0 ? cell : -1;
  }
}

/**
 * In which of several regions points lie: the kernel beside `solveRegion`.
 *
 * @param index the regions, laid out once by `RegionIndex.from`
 * @param coordinates x and y of each point
 * @param count how many points to read, from the front
 * @param regions receives the index of the region each point is inside of, -1 for none; -2 on a
 * boundary of any
 *
 * Cost: some nanoseconds a point, nothing is allocated.
 *
 * @example
 * ```ts
 * import { Polygon, RegionIndex } from "@alidade/core/geometry";
 * import { regionsOf } from "@alidade/core/kernels";
 * import { assertEquals } from "@std/assert";
 *
 * const left = Polygon.from([[[0, 0], [2, 0], [2, 2], [0, 2]]]);
 * const right = Polygon.from([[[2, 0], [4, 0], [4, 2], [2, 2]]]);
 * const index = RegionIndex.from([left, right]);
 * const regions = new Int32Array(3);
 * regionsOf(index, Float64Array.of(3, 1, 2, 1, 9, 9), 3, regions);
 * assertEquals([...regions], [1, -2, -1]);
 * ```
 */
export function regionsOf(
  index: RegionIndex,
  coordinates: Float64Array | Int32Array,
  count: number,
  regions: Int32Array,
): void {
  index.locateAll(coordinates, count, regions);
}
