import { type Real, realToNumber } from "./real.ts";

/** A 3 x 3 matrix row by row; its columns are where x, y and z go. */
export type Matrix3 = readonly [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/** The unit of an angle. */
export type AngleUnit = "degree" | "radian";

/** An axis of coordinates with its sense. */
export type SignedAxis = "+x" | "-x" | "+y" | "-y" | "+z" | "-z";

/** What the numbers of a rotation mean. */
export type RotationForm =
  /**
   * Angles about x, y, z, in this order in the list. `order` names the axes in the order in which
   * they are turned about, each about the fixed axes of the world (`"fixed"`, extrinsic) or about
   * those of the body as turned so far (`"body"`, intrinsic).
   */
  | {
    readonly form: "euler";
    readonly order: "xyz" | "xzy" | "yxz" | "yzx" | "zxy" | "zyx";
    readonly about: "fixed" | "body";
    readonly unit: AngleUnit;
  }
  /** A quaternion; it is divided by its length. */
  | { readonly form: "quaternion"; readonly order: "xyzw" | "wxyz" }
  /** Nine numbers, or three times three: the axes are its columns or its rows. */
  | { readonly form: "matrix"; readonly axes: "columns" | "rows" }
  /** One angle, from the first toward the second of the axes next in cyclic order. */
  | { readonly form: "angle"; readonly about: SignedAxis; readonly unit: AngleUnit }
  /** No rotation: what is given is not to be applied. */
  | { readonly form: "none" };

/** No rotation. */
export const IDENTITY: Matrix3 = [1, 0, 0, 0, 1, 0, 0, 0, 1];

/** The length of a quaternion, and the columns of a matrix, may be off from 1 by this. */
const UNIT_TOLERANCE = 1e-3;

/**
 * The matrix of a rotation. The same formulas hold in left- and right-handed coordinates: an angle
 * about y turns z toward x, about z x toward y, about x y toward z.
 *
 * Multiples of 90 degrees, and quaternions and matrices of plain decimals, keep their exact values;
 * else the entries are rounded to doubles, and what is solved is what these say.
 *
 * @param values the numbers; a single one for `"angle"`
 * @param form what they mean
 * @param what whose rotation it is, for the error
 * @returns the matrix
 * @throws TypeError for another number of values, RangeError for what is not finite, for a zero or
 * non-unit quaternion, and for a matrix that is no rotation: columns not of length 1 or not at
 * right angles, or mirrored
 *
 * @example
 * ```ts
 * import { rotationMatrix } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const turned = rotationMatrix([90], { form: "angle", about: "+z", unit: "degree" });
 * assertEquals(turned, [0, -1, 0, 1, 0, 0, 0, 0, 1]);
 * ```
 */
export function rotationMatrix(
  values: readonly Real[] | readonly (readonly Real[])[],
  form: RotationForm,
  what = "rotation",
): Matrix3 {
  if (form.form === "none") return IDENTITY;
  const counts = { euler: 3, quaternion: 4, matrix: 9, angle: 1 };
  const flat = Array.isArray(values) ? values.flat() as Real[] : [];
  if (flat.length !== counts[form.form]) {
    const must = `${counts[form.form]} numbers for the form ${JSON.stringify(form.form)}`;
    throw new TypeError(`Cannot read ${what}: ${JSON.stringify(values)}, must be ${must}`);
  }
  const numbers = flat.map((x, i) => realToNumber(x, `${what}[${i}]`));
  if (form.form === "quaternion") return ofQuaternion(numbers, form.order, what);
  if (form.form === "matrix") return ofMatrix(numbers, form.axes, what);
  if (form.form === "euler") return ofEuler(numbers, form);
  const [sign, axis] = form.about;
  const turn = about(axis as Axis, numbers[0]!, form.unit);
  return sign === "-" ? transpose(turn) : turn;
}

type Axis = "x" | "y" | "z";

function ofEuler(
  angles: readonly number[],
  { order, about: which, unit }: RotationForm & { form: "euler" },
): Matrix3 {
  let turned = IDENTITY;
  for (const axis of order as Iterable<Axis>) {
    const angle = angles["xyz".indexOf(axis)]!;
    if (angle === 0) continue;
    const turn = about(axis, angle, unit);
    turned = which === "fixed" ? multiply(turn, turned) : multiply(turned, turn);
  }
  return turned;
}

/** The turn by an angle about an axis. */
function about(axis: Axis, angle: number, unit: AngleUnit): Matrix3 {
  const { cos, sin } = cosSin(angle, unit);
  const minus = sin === 0 ? 0 : -sin;
  if (axis === "x") return [1, 0, 0, 0, cos, minus, 0, sin, cos];
  if (axis === "y") return [cos, 0, sin, 0, 1, 0, minus, 0, cos];
  return [cos, minus, 0, sin, cos, 0, 0, 0, 1];
}

/** Exact at multiples of 90 degrees. */
function cosSin(angle: number, unit: AngleUnit): { cos: number; sin: number } {
  if (unit === "degree" && angle % 90 === 0) {
    const quarter = ((angle / 90) % 4 + 4) % 4;
    return { cos: [1, 0, -1, 0][quarter]!, sin: [0, 1, 0, -1][quarter]! };
  }
  const radians = unit === "degree" ? angle * (Math.PI / 180) : angle;
  return { cos: Math.cos(radians), sin: Math.sin(radians) };
}

function ofQuaternion(q: readonly number[], order: "xyzw" | "wxyz", what: string): Matrix3 {
  const [x, y, z, w] = (order === "xyzw" ? q : [q[1], q[2], q[3], q[0]]) as number[] as [
    number,
    number,
    number,
    number,
  ];
  const n = x * x + y * y + z * z + w * w;
  if (!(Math.abs(Math.sqrt(n) - 1) <= UNIT_TOLERANCE)) {
    throw new RangeError(
      `Cannot read ${what}: a quaternion of length ${round(Math.sqrt(n))}, must be of length 1`,
    );
  }
  const of = (sum: number) => sum / n;
  return [
    of(n - 2 * (y * y + z * z)),
    of(2 * (x * y - z * w)),
    of(2 * (x * z + y * w)),
    of(2 * (x * y + z * w)),
    of(n - 2 * (x * x + z * z)),
    of(2 * (y * z - x * w)),
    of(2 * (x * z - y * w)),
    of(2 * (y * z + x * w)),
    of(n - 2 * (x * x + y * y)),
  ];
}

function ofMatrix(m: readonly number[], axes: "columns" | "rows", what: string): Matrix3 {
  const matrix = (axes === "columns" ? [...m] : transpose(m as unknown as Matrix3)) as Matrix3;
  for (let i = 0; i < 3; i++) {
    const length = Math.sqrt(columnDot(matrix, i, i));
    if (!(Math.abs(length - 1) <= UNIT_TOLERANCE)) {
      throw new RangeError(
        `Cannot read ${what}: axis ${i} has length ${round(length)}, must be of length 1`,
      );
    }
    const j = (i + 1) % 3;
    if (!(Math.abs(columnDot(matrix, i, j)) <= UNIT_TOLERANCE)) {
      throw new RangeError(`Cannot read ${what}: axes ${i} and ${j}, must be at right angles`);
    }
  }
  if (determinant(matrix) < 0) {
    throw new RangeError(`Cannot read ${what}: it mirrors (determinant -1), must only turn`);
  }
  return matrix;
}

/**
 * The product of two matrices: first `b`, then `a`.
 *
 * @param a the later
 * @param b the earlier
 * @returns a b
 *
 * @example
 * ```ts
 * import { IDENTITY, multiply } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(multiply(IDENTITY, IDENTITY), IDENTITY);
 * ```
 */
export function multiply(a: Matrix3, b: Matrix3): Matrix3 {
  const out: number[] = [];
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      out.push(a[3 * i]! * b[j]! + a[3 * i + 1]! * b[3 + j]! + a[3 * i + 2]! * b[6 + j]!);
    }
  }
  return out as unknown as Matrix3;
}

/**
 * The matrix with rows for columns: of a rotation, the one back.
 *
 * @param m the matrix
 * @returns its transpose
 *
 * @example
 * ```ts
 * import { transpose } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(transpose([1, 2, 3, 4, 5, 6, 7, 8, 9]), [1, 4, 7, 2, 5, 8, 3, 6, 9]);
 * ```
 */
export function transpose(m: Matrix3): Matrix3 {
  return [m[0], m[3], m[6], m[1], m[4], m[7], m[2], m[5], m[8]];
}

/**
 * The determinant: 1 of a rotation, -1 of one with a mirror in it.
 *
 * @param m the matrix
 * @returns its determinant, rounded
 *
 * @example
 * ```ts
 * import { determinant } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(determinant([1, 0, 0, 0, -1, 0, 0, 0, 1]), -1);
 * ```
 */
export function determinant(m: Matrix3): number {
  return m[0] * (m[4] * m[8] - m[5] * m[7]) - m[1] * (m[3] * m[8] - m[5] * m[6]) +
    m[2] * (m[3] * m[7] - m[4] * m[6]);
}

function columnDot(m: Matrix3, i: number, j: number): number {
  return m[i]! * m[j]! + m[3 + i]! * m[3 + j]! + m[6 + i]! * m[6 + j]!;
}

function round(x: number): number {
  return Number(x.toPrecision(4));
}
