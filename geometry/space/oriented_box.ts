import { Rational } from "./rational.ts";
import { formatReal, parseReal, type Real, type Real3, realToNumber } from "./real.ts";
import type { Matrix3 } from "./rotation.ts";

/**
 * A box in space, of any orientation: its centre and its three half axes, vectors from the centre
 * to the middle of a face. Half axes that rounding left not quite at right angles are taken as they
 * stand: the box is then the parallelepiped that they span.
 */
export interface OrientedBox {
  /** The centre. */
  readonly center: Real3;
  /** The half axes. */
  readonly axes: readonly [Real3, Real3, Real3];
}

/** A box as data gives it. */
export interface BoxSpec {
  /** The centre. */
  readonly center: Real3;
  /** The full extents along the box's own axes, each above 0. */
  readonly size: Real3;
  /** Where the box's own x, y and z go; left out, nowhere else. */
  readonly rotation?: Matrix3;
}

/**
 * A box from its centre, full extents and rotation.
 *
 * @param spec the box as data gives it
 * @param what whose box it is, for the error
 * @returns the centre as given, and the half axes; these are exact where the rotation only swaps
 * axes or the products have at most 15 digits, else rounded to doubles
 * @throws TypeError for what has not three numbers, RangeError for an extent that is not above 0
 *
 * @example
 * ```ts
 * import { orientedBox } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const { axes } = orientedBox({ center: [0, 0, 0], size: [2, 4, 6] });
 * assertEquals(axes, [[1, 0, 0], [0, 2, 0], [0, 0, 3]]);
 * ```
 */
export function orientedBox(spec: BoxSpec, what = "box"): OrientedBox {
  const { size, rotation } = spec;
  const center = requireReal3(spec.center, `${what}.center`);
  requireReal3(size, `${what}.size`);
  const axes = [0, 1, 2].map((i) => {
    const extent = size[i]!;
    if (!(realToNumber(extent) > 0)) {
      throw new RangeError(`Cannot read ${what}.size[${i}]: ${extent}, must be above 0`);
    }
    const half = halve(extent);
    if (rotation === undefined) return [0, 1, 2].map((j) => j === i ? half : 0);
    return [0, 1, 2].map((j) => scale(half, rotation[3 * j + i]!));
  });
  return { center, axes: axes as unknown as OrientedBox["axes"] };
}

/**
 * The box whose eight corners are given. Rounded corners do not quite make a box; the one taken has
 * their mean as centre and the means of their parallel edges as axes, exactly.
 *
 * @param corners one face in order around it, then the opposite face in the same order
 * @param what whose box it is, for the error
 * @returns the box
 * @throws TypeError for what are not eight points
 *
 * @example
 * ```ts
 * import { boxFromCorners } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const face = [[0, 0, 0], [2, 0, 0], [2, 2, 0], [0, 2, 0]] as const;
 * const box = boxFromCorners([...face, ...face.map(([x, y]) => [x, y, 2] as const)]);
 * assertEquals(box.center, ["1", "1", "1"]);
 * ```
 */
export function boxFromCorners(corners: readonly Real3[], what = "corners"): OrientedBox {
  if (!Array.isArray(corners) || corners.length !== 8) {
    throw new TypeError(`Cannot read ${what}: it has ${corners?.length} points, must be 8`);
  }
  const points = corners.map((p, i) =>
    requireReal3(p, `${what}[${i}]`).map((x, j) => Rational.from(x, `${what}[${i}][${j}]`))
  );
  const mean = (signs: readonly number[]): Real3 =>
    [0, 1, 2].map((j) => {
      const sum = points.reduce(
        (s, p, i) => signs[i]! > 0 ? s.plus(p[j]!) : s.minus(p[j]!),
        Rational.ZERO,
      );
      return formatReal(sum.over({ num: 8n, den: 1n }));
    }) as unknown as Real3;
  return {
    center: mean([1, 1, 1, 1, 1, 1, 1, 1]),
    axes: [
      mean([-1, 1, 1, -1, -1, 1, 1, -1]),
      mean([-1, -1, 1, 1, -1, -1, 1, 1]),
      mean([-1, -1, -1, -1, 1, 1, 1, 1]),
    ],
  };
}

/**
 * Demands three numbers.
 *
 * @param value what must be such
 * @param what what it is, for the error
 * @returns the value
 * @throws TypeError for what are not three, RangeError and SyntaxError for what is no number
 *
 * @example
 * ```ts
 * import { requireReal3 } from "@alidade/core/geometry";
 *
 * requireReal3([1, "2.5", "1/3"], "centre");
 * ```
 */
export function requireReal3(value: unknown, what: string): Real3 {
  if (!Array.isArray(value) || value.length !== 3) {
    throw new TypeError(`Cannot read ${what}: ${show(value)}, must be three numbers`);
  }
  for (let i = 0; i < 3; i++) {
    const x: unknown = value[i];
    if (typeof x === "number" && Number.isFinite(x)) continue;
    if (typeof x !== "number" && typeof x !== "string") {
      throw new TypeError(`Cannot read ${what}[${i}]: ${show(x)}, must be a number`);
    }
    parseReal(x, `${what}[${i}]`);
  }
  return value as unknown as Real3;
}

/** Exactly: halving a double only lowers its exponent, but its decimal grows by a digit. */
function halve(x: Real): Real {
  if (typeof x === "number" && isShort(x)) return x / 2;
  return formatReal(Rational.from(x).times({ num: 1n, den: 2n }));
}

/** half * cosine: the very product where both are short decimals, else rounded to a double. */
function scale(half: Real, cosine: number): Real {
  if (cosine === 0) return 0;
  if (cosine === 1) return half;
  if (cosine === -1 && typeof half === "number") return -half;
  if (typeof half === "string") {
    return isShort(cosine)
      ? formatReal(Rational.from(half).times(Rational.from(cosine)))
      : realToNumber(half) * cosine;
  }
  const [a, b] = [decimalsOf(half), decimalsOf(cosine)];
  if (a < 0 || b < 0) return half * cosine;
  // Integers below 2^53 and a power of ten: the quotient is the double that prints as the product.
  const product = Math.round(half * 10 ** a) * Math.round(cosine * 10 ** b);
  return Math.abs(product) < 1e15 ? product / 10 ** (a + b) : half * cosine;
}

/** How many decimals a number has that prints with at most seven; -1 of others. */
function decimalsOf(x: number): number {
  if (!(Math.abs(x) < 1e6)) return -1;
  for (let d = 0, power = 1; d <= 7; d++, power *= 10) {
    if (Math.round(x * power) / power === x) return d;
  }
  return -1;
}

/** Whether a number has so few digits that one more prints still. */
function isShort(x: number): boolean {
  return Math.abs(x) < 1e7 && Math.round(x * 1e6) / 1e6 === x;
}

function show(value: unknown): string {
  return value === undefined ? "not given" : JSON.stringify(value)?.slice(0, 60) ?? String(value);
}
