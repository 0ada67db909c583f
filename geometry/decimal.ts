/**
 * A number that is exact as written: an integer, or a decimal string such as `"2.37"` or
 * `"-1.5e-3"`. A fractional double is refused, for its value is not the one that was written.
 */
export type Exact = number | string;

/** The rational number `digits / 10^scale`. */
export interface Decimal {
  /** The digits with their sign, as an integer. */
  readonly digits: bigint;
  /** How many of the digits stand behind the point, 0 or more. */
  readonly scale: number;
}

/** Numbers brought to one scale: `values[i] / 10^scale` is the i-th number. */
export interface Scaled {
  /** The integers, in the order given. */
  readonly values: readonly bigint[];
  /** The common number of decimals. */
  readonly scale: number;
}

const FORM = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

/** So many places are taken off one at a time, more of them at once. */
const FEW_PLACES = 32;

/** More decimals or zeros than this are refused: no measured quantity has them. */
const SCALE_LIMIT = 400;

/**
 * Reads an exact number, never through a double.
 *
 * @param x an integer, or a decimal string, optionally with an exponent
 * @param what what the number is, for the error
 * @returns the number as digits and scale, the shortest such form
 * @throws RangeError for a fractional, infinite or unsafe number
 * @throws SyntaxError for a string that is not a decimal number
 *
 * Cost: linear in the number of digits.
 *
 * @example
 * ```ts
 * import { parseDecimal } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(parseDecimal("2.370"), { digits: 237n, scale: 2 });
 * assertEquals(parseDecimal(12), { digits: 12n, scale: 0 });
 * ```
 */
export function parseDecimal(x: Exact, what = "number"): Decimal {
  if (typeof x === "number") return { digits: integer(x, what), scale: 0 };
  const match = FORM.exec(x);
  const whole = match?.[2] ?? "";
  const fraction = match?.[3] ?? "";
  if (match === null || whole + fraction === "") {
    throw new SyntaxError(
      `Cannot read ${what}: ${JSON.stringify(x)}, must be a decimal number such as "2.37"`,
    );
  }
  const exponent = Number(match[4] ?? 0);
  if (Math.abs(exponent) > SCALE_LIMIT) {
    throw new RangeError(
      `Cannot read ${what}: ${x}, its exponent must be -${SCALE_LIMIT} to ${SCALE_LIMIT}`,
    );
  }
  const text = whole + fraction;
  const size = sizeWithoutZeros(text);
  // Zeros at the end are left out before the digits become a number, one look at each.
  const kept = Math.max(size, text.length - Math.max(0, fraction.length - exponent));
  const digits = BigInt(text.slice(0, kept) || "0");
  const scale = fraction.length - exponent - (text.length - kept);
  return shortest(match[1] === "-" ? -digits : digits, scale);
}

/** How many of the digits stand before the zeros at the end. */
function sizeWithoutZeros(digits: string): number {
  let size = digits.length;
  while (size > 0 && digits.charCodeAt(size - 1) === 48) size--;
  return size;
}

/**
 * Brings exact numbers to their smallest common scale.
 *
 * @param numbers integers or decimal strings
 * @param what what the numbers are, for the error: `"weights"` names `weights[3]`
 * @returns integers and the scale they share
 * @throws RangeError, SyntaxError as {@link parseDecimal}
 *
 * @example
 * ```ts
 * import { toScaled } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(toScaled(["0.5", 2, "1.25"]), { values: [50n, 200n, 125n], scale: 2 });
 * ```
 */
export function toScaled(numbers: readonly Exact[], what = "numbers"): Scaled {
  if (numbers.every(Number.isSafeInteger)) return { values: numbers.map(BigInt), scale: 0 };
  const decimals = numbers.map((x, i) => parseDecimal(x, `${what}[${i}]`));
  const scale = decimals.reduce((most, d) => Math.max(most, d.scale), 0);
  const values = decimals.map((d) => d.digits * 10n ** BigInt(scale - d.scale));
  return { values, scale };
}

/**
 * Writes `value / 10^scale` as the shortest decimal string.
 *
 * @param value the scaled integer
 * @param scale how many of its digits stand behind the point
 * @returns for example `"2.37"`; whole numbers have no point
 *
 * @example
 * ```ts
 * import { formatScaled } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(formatScaled(-2370n, 3), "-2.37");
 * ```
 */
export function formatScaled(value: bigint, scale: number): string {
  const short = shortest(value, scale);
  const sign = short.digits < 0n ? "-" : "";
  const digits = String(short.digits < 0n ? -short.digits : short.digits);
  if (short.scale === 0) return sign + digits;
  const padded = digits.padStart(short.scale + 1, "0");
  return `${sign}${padded.slice(0, -short.scale)}.${padded.slice(-short.scale)}`;
}

function integer(x: number, what: string): bigint {
  if (Number.isSafeInteger(x)) return BigInt(x);
  const must = Number.isFinite(x) && !Number.isInteger(x)
    ? `must be an integer, or the decimal string "${x}" to be exact`
    : "must be an integer of at most 2^53 - 1, or a decimal string";
  throw new RangeError(`Cannot read ${what}: ${x}, ${must}`);
}

/** Drops trailing zeros behind the point, and turns a negative scale into zeros. */
function shortest(digits: bigint, scale: number): Decimal {
  if (digits === 0n) return { digits, scale: 0 };
  if (scale < 0) return { digits: digits * 10n ** BigInt(-scale), scale: 0 };
  if (scale > FEW_PLACES) {
    const text = String(digits);
    const zeros = Math.min(scale - FEW_PLACES, text.length - sizeWithoutZeros(text));
    digits = BigInt(text.slice(0, text.length - zeros));
    scale -= zeros;
  }
  for (let i = 0; i < FEW_PLACES && scale > 0 && digits % 10n === 0n; i++) {
    digits /= 10n;
    scale--;
  }
  return { digits, scale };
}
