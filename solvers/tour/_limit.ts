import { formatScaled } from "../../geometry/decimal.ts";
import type { LimitOutcome } from "../outcome.ts";
import { isAllowed, toTour } from "./length.ts";
import type { TourProblem } from "./problem.ts";

/**
 * What is proven when a search ended early: no tour weighs less than `lower`, and `best` is the
 * shortest tour known, if any.
 */
export function tourLimit<V>(
  problem: TourProblem,
  found: {
    readonly lower: number;
    readonly best: readonly number[] | null;
    readonly value: V | null;
  },
): LimitOutcome<V> {
  const { euclidean, scale, offset } = problem;
  const known = found.best !== null && isAllowed(problem, found.best);
  const { best, value } = known ? found : { best: null, value: null };
  const lower = Math.max(0, found.lower - offset);
  const length = best && toTour(problem, best).length;
  if (euclidean === null) {
    const least = formatScaled(BigInt(lower), scale);
    return { status: "limit", lower: least, upper: length && length.exact, best: value };
  }
  // The two factors next to 1 cover the rounding of the division and of the sum of roots.
  const least = lower / 2 ** euclidean.bits / 10 ** euclidean.points.scale * (1 - 2 ** -50);
  const upper = length && length.approximate * (1 + problem.n * 2 ** -50);
  return { status: "limit", lower: least, upper, best: value };
}
