import type { SectorClassifier } from "../../geometry/sector_classifier.ts";

/** Differences of coordinates up to this have exact dot and cross products: 2 * (2^26)^2 = 2^53. */
const REACH = 2 ** 26;

/**
 * The sector code of the direction from a to b; allocates nothing.
 *
 * @param classifier the sectors, ready
 * @param ax x of a, an integer of at most 2^52 in size, as all others
 * @param ay y of a
 * @param bx x of b
 * @param by y of b
 * @returns a code as {@link SectorClassifier.code} gives it
 *
 * Cost: some nanoseconds. The integers are not checked.
 *
 * @example
 * ```ts
 * import { EIGHT_WINDS, SectorClassifier } from "@alidade/core/geometry";
 * import { directionCode } from "@alidade/core/kernels";
 * import { assertEquals } from "@std/assert";
 *
 * const winds = new SectorClassifier(EIGHT_WINDS, "y-up");
 * assertEquals(EIGHT_WINDS.labels[directionCode(winds, 0, 0, 5, 4)], "northeast");
 * ```
 */
export function directionCode(
  classifier: SectorClassifier,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): number {
  return classifier.code(bx - ax, by - ay);
}

/**
 * The sector code of c for an observer at a who faces b; allocates nothing.
 *
 * @param classifier the sectors, ready, 0 degrees being `"front"`
 * @param ax x of a, an integer, as all others, no two more than 2^26 apart
 * @param ay y of a
 * @param bx x of b
 * @param by y of b
 * @param cx x of c
 * @param cy y of c
 * @returns a code as {@link SectorClassifier.code} gives it; {@link NO_DIRECTION} also where a is b
 * @throws RangeError for points further apart
 *
 * Cost: some nanoseconds. That the numbers are integers is not checked.
 *
 * @example
 * ```ts
 * import { LEFT_RIGHT, SectorClassifier } from "@alidade/core/geometry";
 * import { facingCode } from "@alidade/core/kernels";
 * import { assertEquals } from "@std/assert";
 *
 * const sides = new SectorClassifier(LEFT_RIGHT, "y-down");
 * assertEquals(LEFT_RIGHT.labels[facingCode(sides, 0, 0, 4, 0, 4, 1)], "right");
 * ```
 */
export function facingCode(
  classifier: SectorClassifier,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
): number {
  const aheadX = bx - ax;
  const aheadY = by - ay;
  const thereX = cx - ax;
  const thereY = cy - ay;
  const inReach = Math.abs(aheadX) <= REACH && Math.abs(aheadY) <= REACH &&
    Math.abs(thereX) <= REACH && Math.abs(thereY) <= REACH;
  if (!inReach) {
    throw new RangeError(
      `Cannot tell where (${cx}, ${cy}) is from (${ax}, ${ay}) facing (${bx}, ${by}): ` +
        "coordinates must be at most 2^26 apart",
    );
  }
  return classifier.code(
    aheadX * thereX + aheadY * thereY,
    aheadX * thereY - aheadY * thereX,
  );
}

/**
 * {@link directionCode} for many pairs of points.
 *
 * @param classifier the sectors, ready
 * @param points the coordinates, x and y by turns
 * @param pairs the indices of the points, a and b by turns
 * @param codes where the codes are written, one a pair
 * @throws RangeError when there are not as many pairs as codes
 *
 * @example
 * ```ts
 * import { FOUR_WINDS, SectorClassifier } from "@alidade/core/geometry";
 * import { directionCodes } from "@alidade/core/kernels";
 * import { assertEquals } from "@std/assert";
 *
 * const codes = new Int16Array(2);
 * const winds = new SectorClassifier(FOUR_WINDS, "y-up");
 * directionCodes(winds, Int32Array.of(0, 0, 9, 2), Uint32Array.of(0, 1, 1, 0), codes);
 * assertEquals([...codes], [1, 3]); // east, west
 * ```
 */
export function directionCodes(
  classifier: SectorClassifier,
  points: Int32Array,
  pairs: Uint32Array,
  codes: Int16Array | Int32Array,
): void {
  requireGroups(pairs.length, 2, codes.length);
  for (let i = 0; i < codes.length; i++) {
    const a = 2 * pairs[2 * i]!;
    const b = 2 * pairs[2 * i + 1]!;
    codes[i] = classifier.code(points[b]! - points[a]!, points[b + 1]! - points[a + 1]!);
  }
}

/**
 * {@link facingCode} for many triples of points.
 *
 * @param classifier the sectors, ready, 0 degrees being `"front"`
 * @param points the coordinates, x and y by turns
 * @param triples the indices of the points: place, point faced and target by turns
 * @param codes where the codes are written, one a triple
 * @throws RangeError when there are not as many triples as codes, and as {@link facingCode}
 *
 * @example
 * ```ts
 * import { LEFT_RIGHT, SectorClassifier } from "@alidade/core/geometry";
 * import { facingCodes } from "@alidade/core/kernels";
 * import { assertEquals } from "@std/assert";
 *
 * const codes = new Int16Array(1);
 * const sides = new SectorClassifier(LEFT_RIGHT, "y-up");
 * facingCodes(sides, Int32Array.of(0, 0, 4, 0, 4, 1), Uint32Array.of(0, 1, 2), codes);
 * assertEquals([...codes], [0]); // left
 * ```
 */
export function facingCodes(
  classifier: SectorClassifier,
  points: Int32Array,
  triples: Uint32Array,
  codes: Int16Array | Int32Array,
): void {
  requireGroups(triples.length, 3, codes.length);
  for (let i = 0; i < codes.length; i++) {
    const a = 2 * triples[3 * i]!;
    const b = 2 * triples[3 * i + 1]!;
    const c = 2 * triples[3 * i + 2]!;
    codes[i] = facingCode(
      classifier,
      points[a]!,
      points[a + 1]!,
      points[b]!,
      points[b + 1]!,
      points[c]!,
      points[c + 1]!,
    );
  }
}

function requireGroups(indices: number, size: number, codes: number): void {
  if (indices === size * codes) return;
  throw new RangeError(
    `Cannot classify ${indices} indices into ${codes} codes, must be ${size} a code`,
  );
}
