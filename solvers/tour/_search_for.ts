import { HeldKarp } from "./_held_karp.ts";
import { toInnerPath } from "./_inner_path.ts";
import type { Meter } from "./meter.ts";
import { OneTreeSearch } from "./middle/one_tree_search.ts";
import type { TourProblem } from "./problem.ts";
import type { TourSearch } from "./_search.ts";

/** Up to so many points without a fixed place subsets are tabulated: measured, see the bench. */
const TABLE_LIMIT = 10;
const DIRECTED_TABLE_LIMIT = 12;

/** A search by the method that is fastest at the problem's size. */
export function searchFor(problem: TourProblem, meter: Meter): TourSearch {
  const path = toInnerPath(problem);
  if (path.m === 0) return onlyTour(problem);
  const tabulated = path.m <= (problem.symmetric ? TABLE_LIMIT : DIRECTED_TABLE_LIMIT);
  return tabulated ? new HeldKarp(path) : new OneTreeSearch(problem, meter);
}

/** Two points, both fixed. */
function onlyTour({ start, end, weights }: TourProblem): TourSearch {
  const least = weights[start * 2 + end]!;
  return {
    solve: () => ({ least, order: [start, end] }),
    within: (limit, visit) => void (least <= limit && visit([start, end], least)),
  };
}
