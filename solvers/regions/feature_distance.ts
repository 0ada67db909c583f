import { type Exact, parseDecimal } from "../../geometry/decimal.ts";
import type { Feature } from "../../geometry/features/feature.ts";
import { compareFractions, type Fraction } from "../../geometry/fraction.ts";
import { Plane } from "./_plane.ts";
import { movedRim, type Rim, rimOf } from "./_rim.ts";
import { relate } from "./relate.ts";
import { matchesPattern } from "./predicates.ts";

/**
 * The square of the Euclidean distance between two features, exactly.
 *
 * @param a a feature
 * @param b another
 * @returns the square as a fraction, in the square of the coordinates' unit, 0 where they meet;
 *   null where one is empty
 * @throws RangeError as `relate`
 *
 * Cost: that of `relate`, and 10 ns for each pair of edges of features that do not meet.
 *
 * @example
 * ```ts
 * import { readWkt } from "@alidade/core/geometry";
 * import { featureDistance } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const line = readWkt("LINESTRING (0 0, 1 1)");
 * assertEquals(featureDistance(line, readWkt("POINT (0 1)")), { num: 1n, den: 2n });
 * ```
 */
export function featureDistance(a: Feature, b: Feature): Fraction | null {
  const matrix = relate(a, b);
  if (a.isEmpty || b.isEmpty) return null;
  if (!matchesPattern(matrix, "FF*FF****")) return { num: 0n, den: 1n };
  const scale = Math.max(a.scale, b.scale);
  const [one, other] = [a.rescaled(scale), b.rescaled(scale)];
  const plane = Plane.of([one, other]);
  const first = piecesOf(rimOf(one));
  const second = piecesOf(movedRim(rimOf(other), a.x.length));
  const least = new Nearest(plane);
  for (const [i, j] of first) for (const [k, l] of second) least.segments(i, j, k, l);
  const { num, den } = least.squared();
  return { num, den: den * 100n ** BigInt(scale) };
}

/**
 * Whether two features are no further apart than a limit, exactly.
 *
 * @param a a feature
 * @param b another
 * @param limit the greatest distance, exact as written, 0 or more
 * @returns whether they are; false where one is empty
 * @throws RangeError as {@link featureDistance}, SyntaxError for a limit that is no number
 *
 * @example
 * ```ts
 * import { readWkt } from "@alidade/core/geometry";
 * import { isWithinDistance } from "@alidade/core/solvers";
 *
 * isWithinDistance(readWkt("POINT (0 0)"), readWkt("POINT (3 4)"), "4.999"); // false
 * ```
 */
export function isWithinDistance(a: Feature, b: Feature, limit: Exact): boolean {
  const squared = featureDistance(a, b);
  const { digits, scale } = parseDecimal(limit, "limit");
  if (squared === null || digits < 0n) return false;
  return compareFractions(squared, { num: digits * digits, den: 100n ** BigInt(scale) }) <= 0;
}

/** Edges, and points as edges without length. */
function piecesOf({ from, to, points }: Rim): readonly (readonly [number, number])[] {
  return [
    ...Array.from(from, (i, e) => [i, to[e]!] as const),
    ...points.map((point) => [point, point] as const),
  ];
}

/** The relative error of a squared distance in doubles, far above what is reached. */
const ERROR = 2 ** -40;

/** Keeps what may be nearest by doubles, and decides among it in integers. */
class Nearest {
  readonly #plane: Plane;
  #most = Infinity;
  #kept: { readonly low: number; readonly place: readonly [number, number, number] }[] = [];
  /** Sizes below which the rounding of coordinates counts. */
  readonly #slack: number;

  constructor(plane: Plane) {
    this.#plane = plane;
    const size = plane.x.reduce((m, x, i) => Math.max(m, Math.abs(x), Math.abs(plane.y[i]!)), 1);
    this.#slack = size * 2 ** -45;
  }

  /** Two segments that do not meet are nearest at an end of one of them. */
  segments(i: number, j: number, k: number, l: number): void {
    this.#point(i, k, l);
    if (j !== i) this.#point(j, k, l);
    this.#point(k, i, j);
    if (l !== k) this.#point(l, i, j);
  }

  squared(): Fraction {
    let least: Fraction | null = null;
    for (const { low, place } of this.#kept) {
      if (low > this.#most) continue;
      const found = this.#exact(...place);
      if (least === null || compareFractions(found, least) < 0) least = found;
    }
    return least!;
  }

  #point(p: number, i: number, j: number): void {
    const { x, y } = this.#plane;
    const px = x[p]! - x[i]!, py = y[p]! - y[i]!, dx = x[j]! - x[i]!, dy = y[j]! - y[i]!;
    const length = dx * dx + dy * dy;
    const t = length === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length));
    const distance = Math.hypot(px - t * dx, py - t * dy);
    const slack = distance * ERROR + this.#slack;
    if (distance - slack > this.#most) return;
    this.#most = Math.min(this.#most, distance + slack);
    this.#kept.push({ low: distance - slack, place: [p, i, j] });
    if (this.#kept.length > 1024) this.#kept = this.#kept.filter(({ low }) => low <= this.#most);
  }

  #exact(p: number, i: number, j: number): Fraction {
    const [px, py] = this.#plane.integers(p);
    const [ix, iy] = this.#plane.integers(i);
    const [jx, jy] = this.#plane.integers(j);
    const [x, y, dx, dy] = [px - ix, py - iy, jx - ix, jy - iy];
    const along = x * dx + y * dy;
    const length = dx * dx + dy * dy;
    if (along <= 0n) return { num: x * x + y * y, den: 1n };
    if (along >= length) return { num: (px - jx) ** 2n + (py - jy) ** 2n, den: 1n };
    return { num: (dx * y - dy * x) ** 2n, den: length };
  }
}
