import { HELD_KARP_LIMIT, HeldKarp } from "./_held_karp.ts";
import { toInnerPath } from "./_inner_path.ts";
import type { TourProblem } from "./problem.ts";
import type { TourSearch } from "./_search.ts";

/** Solves a problem by the method that is fastest at its size. */
export function searchFor(problem: TourProblem): TourSearch {
  const path = toInnerPath(problem);
  if (path.m === 0) return onlyTour(problem);
  if (path.m <= HELD_KARP_LIMIT) return new HeldKarp(path);
  throw new RangeError(
    `Cannot solve tour: ${problem.n} points, must be at most ${HELD_KARP_LIMIT}`,
  );
}

/** Two points, both fixed. */
function onlyTour({ start, end, weights }: TourProblem): TourSearch {
  const least = weights[start * 2 + end]!;
  return {
    least,
    within: (limit, visit) => void (least <= limit && visit([start, end], least)),
  };
}
