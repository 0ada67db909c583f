import { EXACT, requireForm } from "../../geometry/form.ts";
import { type Exact, parseDecimal, toScaled } from "../../geometry/decimal.ts";

/** Exact numbers as integers of one scale in doubles. */
interface ScaledDoubles {
  readonly values: Float64Array;
  readonly scale: number;
}

/** Coordinates are scaled to safe integers below 2^52, so that their differences are safe too. */
const COORDINATE_LIMIT = 2 ** 52;

/** Points as columns: `xs[i] / 10^scale` is the i-th x. */
interface Columns {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly scale: number;
}

type Points = readonly (readonly [Exact, Exact])[];

/**
 * Points as scaled integer columns.
 *
 * @throws RangeError, SyntaxError naming the point that is wrong
 */
export function readCoordinates(points: Points): Columns {
  const { values, scale } = scaleToDoubles(flatten(points), coordinateName, COORDINATE_LIMIT);
  return { ...columnsOf(values), scale };
}

/**
 * Points as the doubles nearest to what is written, of scale 0.
 *
 * @throws RangeError, SyntaxError naming the point that is wrong
 */
export function readDoubles(points: Points): Columns {
  const values = Float64Array.from(flatten(points), (x, k) => {
    if (!Number.isSafeInteger(x)) toScaledOne(x, coordinateName(k));
    return Number(x);
  });
  return { ...columnsOf(values), scale: 0 };
}

function flatten(points: Points): Exact[] {
  const flat: Exact[] = [];
  points.forEach((point, i) => {
    if (!Array.isArray(point) || point.length !== 2) {
      throw new RangeError(`Cannot read tour: points[${i}], must be [x, y]`);
    }
    flat.push(point[0], point[1]);
  });
  return flat;
}

function coordinateName(k: number): string {
  return `points[${k >> 1}][${k & 1}]`;
}

function columnsOf(values: Float64Array): Pick<Columns, "xs" | "ys"> {
  return { xs: values.filter((_, k) => k % 2 === 0), ys: values.filter((_, k) => k % 2 === 1) };
}

/**
 * A square table of weights as scaled integers, row by row, its diagonal 0; Infinity where a step
 * is forbidden.
 *
 * @throws RangeError, SyntaxError naming the row or entry that is wrong
 */
export function readWeights(rows: readonly (readonly (Exact | null)[])[]): ScaledDoubles {
  const n = rows.length;
  const flat: Exact[] = [];
  const forbidden: number[] = [];
  rows.forEach((row, i) => {
    if (!Array.isArray(row) || row.length !== n) {
      throw new RangeError(
        `Cannot read tour: weights[${i}] has ${row?.length} entries, ` +
          `must have ${n} as there are ${n} rows`,
      );
    }
    for (let j = 0; j < n; j++) {
      const isForbidden = i !== j && (row[j] === null || row[j] === Infinity);
      if (isForbidden) forbidden.push(flat.length);
      flat.push(i === j || isForbidden ? 0 : row[j]!);
    }
  });
  const name = (k: number) => `weights[${Math.floor(k / n)}][${k % n}]`;
  const scaled = scaleToDoubles(flat, name, Number.MAX_SAFE_INTEGER);
  for (const k of forbidden) scaled.values[k] = Infinity;
  const negative = scaled.values.findIndex((w) => w < 0);
  if (negative < 0) return scaled;
  throw new RangeError(
    `Cannot read tour: ${name(negative)} is ${flat[negative]}, must be 0 or more`,
  );
}

function scaleToDoubles(
  numbers: readonly Exact[],
  name: (k: number) => string,
  limit: number,
): ScaledDoubles {
  const plain = numbers.every((x) => Number.isSafeInteger(x));
  const { values, scale } = plain
    ? { values: numbers as readonly number[], scale: 0 }
    : toScaledNamed(numbers, name);
  const doubles = Float64Array.from(values, Number);
  const huge = doubles.findIndex((x) => Math.abs(x) > limit);
  if (huge < 0) return { values: doubles, scale };
  throw new RangeError(
    `Cannot read tour: ${name(huge)} is ${numbers[huge]}, must be at most 2^` +
      `${Math.round(Math.log2(limit))} once scaled by 10^${scale} to an integer`,
  );
}

/** {@link toScaled}, with errors that name the number as the caller wrote it. */
function toScaledNamed(
  numbers: readonly Exact[],
  name: (k: number) => string,
): { values: readonly bigint[]; scale: number } {
  for (const [k, x] of numbers.entries()) {
    if (!Number.isSafeInteger(x)) toScaledOne(x, name(k));
  }
  return toScaled(numbers);
}

function toScaledOne(x: Exact, what: string): void {
  requireForm(x, EXACT, what);
  parseDecimal(x, what);
}

/**
 * floor(2^bits * sqrt(dx^2 + dy^2)) for integers |dx|, |dy| <= 2^53; the result stays below 2^52.
 * The double decides where its rounding cannot reach an integer, else whole numbers do.
 */
export function floorScaledRoot(dx: number, dy: number, bits: number): number {
  const squared = dx * dx + dy * dy;
  if (squared <= Number.MAX_SAFE_INTEGER) {
    const scaled = Math.sqrt(squared) * 2 ** bits;
    const floor = Math.floor(scaled);
    const room = scaled * 2 ** -52;
    if (scaled - floor > room && floor + 1 - scaled > room) return floor;
  }
  return floorRootBig(BigInt(dx) ** 2n + BigInt(dy) ** 2n, bits);
}

function floorRootBig(squared: bigint, bits: number): number {
  const shift = BigInt(2 * bits);
  const scaled = bits >= 0 ? squared << shift : squared >> -shift;
  let root = BigInt(Math.floor(Math.sqrt(Number(scaled))));
  while (root * root > scaled) root--;
  while ((root + 1n) * (root + 1n) <= scaled) root++;
  return Number(root);
}
