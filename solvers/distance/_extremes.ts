import { exact, type Outcome, tie } from "../outcome.ts";
import type { Extreme } from "./extreme.ts";
import { gapBound, type Measure } from "./_measure.ts";

/** The candidates at one end of the order of their distances: one, with margin, or a tie. */
export function extremeOf<V>(
  candidates: readonly V[],
  measures: readonly Measure[],
  extreme: Extreme,
  unit: string,
): Outcome<V> {
  const before = (a: Measure, b: Measure) => extreme === "nearest" ? a.key < b.key : a.key > b.key;
  let best = 0;
  let next = -1;
  for (let i = 1; i < measures.length; i++) {
    if (before(measures[i]!, measures[best]!)) {
      next = best;
      best = i;
    } else if (next < 0 || before(measures[i]!, measures[next]!)) next = i;
  }
  if (next < 0) return exact(candidates[best]!);
  if (measures[next]!.key !== measures[best]!.key) {
    const value = gapBound(measures[best]!, measures[next]!);
    return exact(candidates[best]!, { value, unit });
  }
  return tie(candidates.filter((_, i) => measures[i]!.key === measures[best]!.key));
}
