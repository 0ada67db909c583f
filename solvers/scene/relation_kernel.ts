import { BOX_STRIDE } from "../../geometry/space/box_table.ts";

/** Half the spacing of doubles at 1. */
const U = 2 ** -53;

/** What the kernels say where doubles cannot tell: ask the exact query then. */
export const UNDECIDED: -1 = -1;

/** The quadrants of {@link facingQuadrant}, by their codes. */
export const FACING_QUADRANT_WORDS: readonly string[] = [
  "front-left",
  "front-right",
  "back-left",
  "back-right",
];

/**
 * Standing at one object and facing another: in which quadrant on the ground is a third? The kernel
 * of the query `stand-face` by quadrants.
 *
 * @param data the boxes of a ready scene, as in `scene.table.data`: x east, y north
 * @param at the number of the object stood at
 * @param facing that of the object faced
 * @param target that of the one asked about
 * @returns the place of the answer in {@link FACING_QUADRANT_WORDS}, or {@link UNDECIDED}
 *
 * Cost: some nanoseconds. It allocates nothing.
 *
 * @example
 * ```ts
 * import { BoxTable, orientedBox } from "@alidade/core/geometry";
 * import { FACING_QUADRANT_WORDS, facingQuadrant } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const at = (x: number, y: number) => orientedBox({ center: [x, y, 0], size: [1, 1, 1] });
 * const { data } = new BoxTable([at(0, 0), at(0, 5), at(3, -1)]);
 * assertEquals(FACING_QUADRANT_WORDS[facingQuadrant(data, 0, 1, 2)], "back-right");
 * ```
 */
export function facingQuadrant(
  data: Float64Array,
  at: number,
  facing: number,
  target: number,
): number {
  const a = at * BOX_STRIDE;
  const f = facing * BOX_STRIDE;
  const t = target * BOX_STRIDE;
  const ax = data[a]!;
  const ay = data[a + 1]!;
  const fx = data[f]!;
  const fy = data[f + 1]!;
  const tx = data[t]!;
  const ty = data[t + 1]!;
  const hx = fx - ax;
  const hy = fy - ay;
  const dx = tx - ax;
  const dy = ty - ay;
  const dot = hx * dx + hy * dy;
  const cross = hx * dy - hy * dx;
  // Each difference is off by at most 2 U of the sizes it is made of, its decimals included.
  const own = Math.abs(ax) + Math.abs(ay);
  const error = 16 * U * (own + Math.abs(fx) + Math.abs(fy)) * (own + Math.abs(tx) + Math.abs(ty));
  if (!(Math.abs(dot) > error && Math.abs(cross) > error)) return UNDECIDED;
  return (dot > 0 ? 0 : 2) + (cross > 0 ? 0 : 1);
}

/** The answers of {@link verticalRelation}, by their codes. */
export const VERTICAL_WORDS: readonly string[] = ["below", "level", "above"];

/**
 * Is one object above another, below it, or neither? The kernel of the query `vertical-direction`,
 * strict.
 *
 * @param data the boxes of a ready scene, as in `scene.table.data`: z up
 * @param i the number of the object asked about
 * @param j that of the other
 * @returns the place of the answer in {@link VERTICAL_WORDS}, or {@link UNDECIDED}
 *
 * Cost: some nanoseconds. It allocates nothing.
 *
 * @example
 * ```ts
 * import { BoxTable, orientedBox } from "@alidade/core/geometry";
 * import { VERTICAL_WORDS, verticalRelation } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const at = (z: number) => orientedBox({ center: [0, 0, z], size: [1, 1, 1] });
 * const { data } = new BoxTable([at(0), at(5)]);
 * assertEquals(VERTICAL_WORDS[verticalRelation(data, 1, 0)], "above");
 * ```
 */
export function verticalRelation(data: Float64Array, i: number, j: number): number {
  const a = i * BOX_STRIDE;
  const b = j * BOX_STRIDE;
  const reach = Math.abs(data[a + 5]!) + Math.abs(data[a + 8]!) + Math.abs(data[a + 11]!) +
    Math.abs(data[b + 5]!) + Math.abs(data[b + 8]!) + Math.abs(data[b + 11]!);
  const apart = data[a + 2]! - data[b + 2]!;
  const error = 16 * U * (Math.abs(data[a + 2]!) + Math.abs(data[b + 2]!) + reach);
  const gap = Math.abs(apart) - reach;
  if (!(Math.abs(gap) > error)) return UNDECIDED;
  if (gap < 0) return 1;
  return apart > 0 ? 2 : 0;
}
