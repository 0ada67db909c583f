import { type Exact, parseDecimal, toScaled } from "../geometry/decimal.ts";

/** How far a number may be off: so much, or such a share of the right one. */
export interface Tolerance {
  readonly amount: Exact;
  /** Whether the amount is percent of the right number. */
  readonly isShare: boolean;
}

/** A number must be the very one. */
export const NO_TOLERANCE: Tolerance = { amount: 0, isShare: false };

/**
 * Reads `"0.01"` or `"1%"`.
 *
 * @throws RangeError, SyntaxError for what is none
 */
export function readTolerance(text: string): Tolerance {
  const isShare = text.endsWith("%");
  const amount = isShare ? text.slice(0, -1) : text;
  const { digits, scale } = parseDecimal(amount, "tolerance");
  // From the whole on, more would be near 0 than near the right number.
  if (digits < 0n || isShare && digits >= 100n * 10n ** BigInt(scale)) {
    throw new RangeError(`Cannot read tolerance: "${text}", must be 0 or more, and below 100%`);
  }
  return { amount, isShare };
}

/** Whether an answer is a number, or a decimal string. */
export function isNumber(answer: unknown): answer is Exact {
  if (typeof answer === "number") return true;
  return typeof answer === "string" && /^[+-]?\d+(\.\d+)?$/.test(answer);
}

/** Whether a number is near enough to the right one. */
export function isWithin(claimed: Exact, right: Exact, { amount, isShare }: Tolerance): boolean {
  const { values, scale } = toScaled([String(claimed), String(right), amount]);
  const [c, r, a] = values as [bigint, bigint, bigint];
  const off = abs(c - r);
  return isShare ? 100n * 10n ** BigInt(scale) * off <= a * abs(r) : off <= a;
}

/** A number that is known from one or both sides. */
export interface Range {
  readonly lower: Exact;
  readonly upper: Exact | null;
}

/** Whether some number of a range is near enough to the claimed one: the nearest would be. */
export function couldBe(claimed: Exact, { lower, upper }: Range, tolerance: Tolerance): boolean {
  if (isLess(claimed, lower)) return isWithin(claimed, lower, tolerance);
  if (upper !== null && isLess(upper, claimed)) return isWithin(claimed, upper, tolerance);
  return true;
}

/** Whether every number of a range is near enough to the claimed one: both ends are, of one sign. */
export function mustBe(claimed: Exact, { lower, upper }: Range, tolerance: Tolerance): boolean {
  if (upper === null) return false;
  if (tolerance.isShare && isLess(lower, 0) && isLess(0, upper)) return false;
  return isWithin(claimed, lower, tolerance) && isWithin(claimed, upper, tolerance);
}

function isLess(a: Exact, b: Exact): boolean {
  const [x, y] = toScaled([String(a), String(b)]).values;
  return x! < y!;
}

function abs(x: bigint): bigint {
  return x < 0n ? -x : x;
}
