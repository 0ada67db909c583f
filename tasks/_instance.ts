import { type Exact, toScaled } from "../geometry/decimal.ts";
import { LATTICE_LIMIT } from "../geometry/range.ts";

/** A plain object from JSON. */
export type Fields = Readonly<Record<string, unknown>>;

/** A named point in integers. */
export interface NamedPoint {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** Points at one scale: a coordinate is `x / 10^scale`. */
export interface NamedPoints {
  readonly points: readonly NamedPoint[];
  readonly scale: number;
  /** Further numbers at the same scale. */
  readonly extra: readonly number[];
}

/** Demands a JSON object with just these fields; those of `more` may be left out. */
export function readFields(
  value: unknown,
  names: readonly string[],
  more: readonly string[] = [],
): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new TypeError(`Cannot read instance: ${shown(value)}, must be an object`);
  }
  for (const name of names) {
    if (!Object.hasOwn(value, name)) {
      throw new TypeError(
        `Cannot read instance: no field "${name}", must have ${names.join(", ")}`,
      );
    }
  }
  for (const name of Object.keys(value)) {
    if (!names.includes(name) && !more.includes(name)) {
      const must = [...names, ...more].join(", ");
      throw new TypeError(
        `Cannot read instance: field "${name}" is not known, must be one of ${must}`,
      );
    }
  }
  return value as Fields;
}

/** Demands one of some words. */
export function readWord<W extends string>(value: unknown, what: string, of: readonly W[]): W {
  if (of.includes(value as W)) return value as W;
  throw new RangeError(`Cannot read ${what}: ${shown(value)}, must be one of ${of.join(", ")}`);
}

/**
 * Reads `[[name, x, y], ...]`: integers or decimal strings, names that differ.
 *
 * @param least how many there must be
 * @param more further numbers to bring to the same scale
 */
export function readPoints(
  value: unknown,
  least: number,
  more: readonly Exact[] = [],
): NamedPoints {
  if (!Array.isArray(value)) {
    throw new TypeError(`Cannot read points: ${shown(value)}, must be an array of [name, x, y]`);
  }
  if (value.length < least) {
    throw new RangeError(`Cannot read points: ${value.length} of them, must be at least ${least}`);
  }
  const names = value.map((row, i) => readName(row, i));
  const twice = names.findIndex((name, i) => names.indexOf(name) !== i);
  if (twice >= 0) {
    throw new RangeError(
      `Cannot read points[${twice}]: the name "${names[twice]}" stands twice, names must differ`,
    );
  }
  const flat = value.flatMap((row, i) => [
    readScaled(row[1], `x of points[${i}]`),
    readScaled(row[2], `y of points[${i}]`),
  ]);
  const { values, scale } = toScaled([...flat, ...more], "coordinates");
  const whole = values.map((v) => latticeNumber(v));
  return {
    points: names.map((name, i) => ({ name, x: whole[2 * i]!, y: whole[2 * i + 1]! })),
    scale,
    extra: whole.slice(flat.length),
  };
}

/** Demands the name of a point; returns the point. */
export function readPointName(
  value: unknown,
  what: string,
  points: readonly NamedPoint[],
): NamedPoint {
  const found = points.find((p) => p.name === value);
  if (found !== undefined) return found;
  const must = points.map((p) => p.name).join(", ");
  throw new RangeError(`Cannot read ${what}: ${shown(value)}, must be one of ${must}`);
}

/** A value as it is shown in an error, cut where it is long. */
export function shown(value: unknown): string {
  const text = typeof value === "number" ? String(value) : JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function readName(row: unknown, i: number): string {
  if (Array.isArray(row) && row.length === 3 && typeof row[0] === "string" && row[0] !== "") {
    return row[0];
  }
  throw new TypeError(`Cannot read points[${i}]: ${shown(row)}, must be [name, x, y]`);
}

/** Demands an exact number: an integer or a decimal string. */
export function readScaled(value: unknown, what: string): Exact {
  if (typeof value === "string") return value;
  if (typeof value === "number" && Number.isSafeInteger(value)) return value;
  throw new RangeError(
    `Cannot read ${what}: ${shown(value)}, must be an integer or a decimal string`,
  );
}

function latticeNumber(value: bigint): number {
  const number = Number(value);
  if (Math.abs(number) <= LATTICE_LIMIT) return number;
  throw new RangeError(
    `Cannot read coordinates: one is ${value} in units of the last digit, must be at most 2^25`,
  );
}
