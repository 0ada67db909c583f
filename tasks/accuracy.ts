/** How many of some are right, and what that says of the share behind it. */
export interface Accuracy {
  /** How many are right. */
  readonly right: number;
  /** Of how many. */
  readonly of: number;
  /** The share that is right; null of none. */
  readonly accuracy: number | null;
  /** Wilson's interval of 95 %, rounded outwards to 4 decimals; null of none. */
  readonly interval: readonly [low: number, high: number] | null;
}

/** The 97.5 % quantile of the normal distribution. */
const QUANTILE = 1.959963984540054;

/**
 * An accuracy with Wilson's score interval, which holds for few items and for shares near 0 and 1.
 *
 * @param right how many are right
 * @param of of how many
 * @throws RangeError unless they are integers, 0 or more, and `right` at most `of`
 *
 * Source: Wilson, Probable Inference, the Law of Succession, and Statistical Inference (1927).
 *
 * @example
 * ```ts
 * import { accuracyOf } from "@alidade/core/tasks";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(accuracyOf(8, 10).interval, [0.4901, 0.9434]);
 * ```
 */
export function accuracyOf(right: number, of: number): Accuracy {
  if (!Number.isSafeInteger(right) || !Number.isSafeInteger(of) || right < 0 || right > of) {
    throw new RangeError(
      `Cannot take the accuracy of ${right} of ${of}, must be integers, 0 or more, at most all`,
    );
  }
  if (of === 0) return { right, of, accuracy: null, interval: null };
  const share = right / of;
  const z = QUANTILE ** 2;
  const middle = (share + z / (2 * of)) / (1 + z / of);
  const half = QUANTILE / (1 + z / of) *
    Math.sqrt(share * (1 - share) / of + z / (4 * of * of));
  const low = right === 0 ? 0 : Math.floor((middle - half) * 1e4) / 1e4;
  const high = right === of ? 1 : Math.ceil((middle + half) * 1e4) / 1e4;
  return { right, of, accuracy: share, interval: [low, high] };
}
