import type { Octile } from "../../geometry/octile.ts";
import { octileToNumber } from "../../geometry/octile.ts";

/** Tours up to this length can be told apart by weights whose sums stay below 2^50. */
const LONGEST_TOUR = 2 ** 15;

/** Octile lengths as whole numbers that order tours exactly. */
export interface OctileWeights {
  /** `weights[i][j]`: `unit * straight + root * diagonal`, with `root` next to `unit * sqrt(2)`. */
  readonly weights: readonly (readonly number[])[];
  /** What a straight step weighs. */
  readonly unit: number;
  /** `unit` times a tour's length differs from its weight by at most this. */
  readonly doubt: number;
}

/**
 * Weighs octile lengths so that of two tours the longer one weighs more, and equal ones the same.
 *
 * Two tours up to L differ by nothing or by at least 1 / 2L: their difference `a + b sqrt(2)` times
 * its conjugate is a whole number other than 0, and the conjugate is 2L at most. Weights are wrong
 * by less than L / 2 in all, so a unit of 4 L^2 suffices.
 *
 * @throws RangeError for tours that may be longer than 2^15
 */
export function octileWeights(lengths: readonly (readonly Octile[])[]): OctileWeights {
  const longest = lengths.flat().reduce((most, l) => Math.max(most, octileToNumber(l)), 1);
  const limit = Math.ceil(lengths.length * longest) + 1;
  if (limit > LONGEST_TOUR) {
    throw new RangeError(
      `Cannot visit landmarks: ${lengths.length} of them, up to ${longest} apart, ` +
        `must be a tour of at most ${LONGEST_TOUR} for exact octile lengths`,
    );
  }
  const unit = 2 ** (2 + 2 * Math.ceil(Math.log2(limit)));
  const root = Math.round(unit * Math.SQRT2);
  const weights = lengths.map((row) =>
    row.map(({ straight, diagonal }) => unit * straight + root * diagonal)
  );
  return { weights, unit, doubt: limit / 2 };
}
