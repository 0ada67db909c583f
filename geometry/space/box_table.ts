import { gcd } from "../gcd.ts";
import type { Fraction } from "../fraction.ts";
import type { OrientedBox } from "./oriented_box.ts";
import { parseReal, type Real, realToNumber } from "./real.ts";

/** A point or vector of integers. */
export type Big3 = readonly [bigint, bigint, bigint];

/** A box in integers, times a common denominator. */
export interface IntegerBox {
  /** The centre. */
  readonly center: Big3;
  /** The half axes. */
  readonly axes: readonly [Big3, Big3, Big3];
}

/** Integers, and what they are to be divided by. */
export interface IntegerNumbers {
  /** The numerators, in the order given. */
  readonly values: readonly bigint[];
  /** The common denominator, above 0. */
  readonly den: bigint;
}

/**
 * Brings rational numbers to a common denominator.
 *
 * @param numbers numbers, decimals or fractions
 * @returns integers and their common denominator
 * @throws RangeError, SyntaxError as parseReal
 *
 * @example
 * ```ts
 * import { toIntegers } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(toIntegers([0.5, "1/3"]), { values: [15n, 10n], den: 30n });
 * ```
 */
export function toIntegers(numbers: readonly Real[]): IntegerNumbers {
  const fractions: readonly Fraction[] = numbers.map((x) => parseReal(x));
  let den = 1n;
  for (const f of fractions) if (den % f.den !== 0n) den *= f.den / gcd(den, f.den);
  return { values: fractions.map((f) => f.num * (den / f.den)), den };
}

/** So many doubles a box takes in {@link BoxTable.data}. */
export const BOX_STRIDE = 16;

/**
 * Boxes as the kernels take them: 16 doubles each. These are the centre, the three half axes, the
 * sum of the sizes of these twelve numbers, to which all error bounds are in proportion, and the
 * radius of the ball around the box, rounded up. The exact integers are made when first asked for.
 */
export class BoxTable {
  /** The doubles, {@link BOX_STRIDE} a box. */
  readonly data: Float64Array;
  /** How many boxes there are. */
  readonly length: number;
  readonly #boxes: readonly OrientedBox[];
  #integers: { readonly boxes: readonly IntegerBox[]; readonly den: bigint } | null = null;

  /**
   * Takes boxes.
   *
   * @param boxes the boxes
   * @throws RangeError for a number that is not finite, or not 0 and outside 2^-140 to 2^140
   */
  constructor(boxes: readonly OrientedBox[]) {
    this.#boxes = boxes;
    this.length = boxes.length;
    this.data = new Float64Array(boxes.length * BOX_STRIDE);
    boxes.forEach((box, i) => writeBox(this.data, i * BOX_STRIDE, box));
  }

  /**
   * A box as it was given.
   *
   * @param i its number
   * @throws RangeError where there is none
   */
  box(i: number): OrientedBox {
    const box = this.#boxes[i];
    if (box === undefined) {
      throw new RangeError(`Cannot use box ${i}, must be below ${this.length}`);
    }
    return box;
  }

  /** All boxes in integers over one denominator. */
  get integers(): { readonly boxes: readonly IntegerBox[]; readonly den: bigint } {
    return this.#integers ??= integerBoxes(this.#boxes);
  }
}

/**
 * Boxes in integers over one denominator.
 *
 * @param boxes the boxes
 * @returns the integers and their denominator
 *
 * @example
 * ```ts
 * import { integerBoxes, orientedBox } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const { boxes, den } = integerBoxes([orientedBox({ center: [0.5, 0, 0], size: [2, 2, 2] })]);
 * assertEquals([boxes[0]!.center[0], den], [5n, 10n]);
 * ```
 */
export function integerBoxes(
  boxes: readonly OrientedBox[],
): { readonly boxes: readonly IntegerBox[]; readonly den: bigint } {
  const { values, den } = toIntegers(boxes.flatMap((b) => [...b.center, ...b.axes.flat()]));
  const triple = (at: number): Big3 => [values[at]!, values[at + 1]!, values[at + 2]!];
  return {
    den,
    boxes: boxes.map((_, i) => ({
      center: triple(12 * i),
      axes: [triple(12 * i + 3), triple(12 * i + 6), triple(12 * i + 9)],
    })),
  };
}

/**
 * The eight corners of a box in integers: face by face, each in order around.
 *
 * @param box the box
 * @returns the corners
 *
 * @example
 * ```ts
 * import { integerCorners } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const box = { center: [0n, 0n, 0n], axes: [[1n, 0n, 0n], [0n, 1n, 0n], [0n, 0n, 1n]] } as const;
 * assertEquals(integerCorners(box)[0], [-1n, -1n, -1n]);
 * ```
 */
export function integerCorners({ center, axes: [a, b, c] }: IntegerBox): Big3[] {
  const corner = (i: bigint, j: bigint, k: bigint): Big3 => [
    center[0] + i * a[0] + j * b[0] + k * c[0],
    center[1] + i * a[1] + j * b[1] + k * c[1],
    center[2] + i * a[2] + j * b[2] + k * c[2],
  ];
  const face = (k: bigint) => [
    corner(-1n, -1n, k),
    corner(1n, -1n, k),
    corner(1n, 1n, k),
    corner(-1n, 1n, k),
  ];
  return [...face(-1n), ...face(1n)];
}

/** Beyond these, squares and products of five may over- or underflow. */
const [LEAST, MOST] = [2 ** -140, 2 ** 140];

function writeBox(data: Float64Array, at: number, { center, axes }: OrientedBox): void {
  let sum = 0;
  let next = at;
  for (const vector of [center, ...axes]) {
    for (const real of vector) {
      const x = realToNumber(real);
      const size = Math.abs(x);
      if (!(size <= MOST) || size !== 0 && size < LEAST) {
        throw new RangeError(`Cannot use a box with ${real}, must be 0 or in size 2^-140 to 2^140`);
      }
      sum += size;
      data[next++] = x;
    }
  }
  data[at + 12] = sum;
  let radius = 0;
  for (let k = at + 3; k < at + 12; k += 3) {
    radius += Math.sqrt(data[k]! ** 2 + data[k + 1]! ** 2 + data[k + 2]! ** 2);
  }
  data[at + 13] = radius * (1 + 2 ** -48);
}
