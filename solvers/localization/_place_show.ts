import { gcd } from "../../geometry/gcd.ts";
import { formatRatio } from "../../geometry/ratio.ts";
import { RootSum } from "../../geometry/root_sum.ts";
import { bitLength, quotientDown } from "../../geometry/round_down.ts";
import { integerSqrt } from "../../geometry/mod.ts";
import type { Circle, Facts, Homogeneous, Line } from "./_place_facts.ts";
import type { Hull } from "./_place_hull.ts";
import { valueAt } from "./_place_lines.ts";
import type { PlaceNumber, PointPlace, RegionPlace } from "./place_instance.ts";

/** A point in the coordinates of the instance. */
export function showPoint({ unit }: Facts, { x, y, w }: Homogeneous): PointPlace {
  const den = w.times(RootSum.of(unit));
  return { kind: "point", x: showNumber(x, den), y: showNumber(y, den) };
}

/** A region in the coordinates of the instance. */
export function showRegion(
  facts: Facts,
  { hull, circle }: { readonly hull: Hull; readonly circle: Circle | null },
): RegionPlace {
  const one = RootSum.of(1n);
  return {
    kind: "region",
    corners: hull.corners.map((p) => showPoint(facts, p)),
    directions: hull.directions.map(([dx, dy]) => [approximate(dx, one), approximate(dy, one)]),
    circle: circle === null ? null : {
      centre: circle.centre,
      radius: showNumber(RootSum.of(1n, circle.square), RootSum.of(facts.unit)),
    },
  };
}

/** A lower bound of the distance to the nearest edge of a half-plane; null where there is none. */
export function marginOf({ list, unit }: Facts, p: Homogeneous): number | null {
  const sides = list.flatMap((fact) => fact.halfPlanes);
  if (sides.length === 0) return null;
  return Math.min(...sides.map((side) => distanceDown(side, p, unit)));
}

function distanceDown(side: Line, p: Homogeneous, unit: bigint): number {
  const value = valueAt(side, p);
  if (value.sign() === 0) return 0;
  const squares = side.a.times(side.a).plus(side.b.times(side.b));
  for (let bits = 128;; bits *= 2) {
    const [low] = value.bounds(bits);
    if (low <= 0n) continue;
    const [, width] = p.w.bounds(bits);
    const [, square] = squares.bounds(bits);
    const length = integerSqrt(square << BigInt(bits)) + 1n;
    return quotientDown(low << BigInt(bits), width * length * unit);
  }
}

function showNumber(num: RootSum, den: RootSum): PlaceNumber {
  const [top, bottom] = rationalise(num, den);
  return { text: write(top, bottom), approximate: approximate(top, RootSum.of(bottom)) };
}

/** The same quotient over an integer. Edges of sectors bring in sqrt2, sqrt3 and sqrt6 only. */
function rationalise(num: RootSum, den: RootSum): [RootSum, bigint] {
  for (const p of [2n, 3n]) {
    const conjugate = [...den.terms].reduce(
      (sum, [n, c]) => sum.plus(RootSum.of(n % p === 0n ? -c : c, n)),
      RootSum.of(0n),
    );
    if (conjugate.minus(den).sign() === 0) continue;
    num = num.times(conjugate);
    den = den.times(conjugate);
  }
  const bottom = den.integer()!;
  return bottom < 0n ? [num.times(RootSum.of(-1n)), -bottom] : [num, bottom];
}

function write(top: RootSum, bottom: bigint): string {
  const terms = new Map<bigint, bigint>();
  for (const [radicand, coefficient] of top.terms) {
    const [root, rest] = splitSquare(radicand);
    terms.set(rest, (terms.get(rest) ?? 0n) + coefficient * root);
  }
  const common = [...terms.values()].reduce((g, c) => gcd(g, c < 0n ? -c : c), bottom);
  const den = bottom / common;
  const parts = [...terms].map(([n, c]) => [n, c / common] as const).filter(([, c]) => c !== 0n)
    .sort(([m], [n]) => m < n ? -1 : 1);
  if (parts.every(([n]) => n === 1n)) return formatRatio({ num: parts[0]?.[1] ?? 0n, den });
  const sum = parts.map(([n, c], i) => writeTerm(n, c, i === 0)).join("");
  if (den === 1n) return sum;
  return parts.length === 1 ? `${sum}/${den}` : `(${sum})/${den}`;
}

function writeTerm(n: bigint, c: bigint, first: boolean): string {
  const sign = c < 0n ? "-" : first ? "" : "+";
  const size = c < 0n ? -c : c;
  if (n === 1n) return `${sign}${size}`;
  return size === 1n ? `${sign}sqrt(${n})` : `${sign}${size}*sqrt(${n})`;
}

/** [s, f] with n = s^2 f, squares of numbers up to 1000 taken out. */
function splitSquare(n: bigint): [bigint, bigint] {
  let root = 1n;
  for (let p = 2n; p <= 1000n && p * p <= n; p++) {
    for (; n % (p * p) === 0n; n /= p * p) root *= p;
  }
  return [root, n];
}

/** The double nearest to num/den but for 1 unit; den is above 0. */
function approximate(num: RootSum, den: RootSum): number {
  const sign = num.sign();
  if (sign === 0) return 0;
  for (let bits = 128;; bits *= 2) {
    const [low, high] = num.times(RootSum.of(BigInt(sign))).bounds(bits);
    const [, width] = den.bounds(bits);
    if (low > 0n && bitLength(low) - bitLength(high - low + 1n) > 60) {
      const shift = Math.max(0, 80 + bitLength(width) - bitLength(low));
      return sign * Number((low << BigInt(shift)) / width) * 2 ** -shift;
    }
  }
}
