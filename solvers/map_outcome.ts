import { exactLater } from "./exact_later.ts";
import type { Margin, Outcome } from "./outcome.ts";

/**
 * An outcome with its answers put in another form. A margin that takes a search of its own is still
 * found when it is first read.
 *
 * @param outcome any outcome
 * @param map what each of its answers becomes; different answers must stay different
 * @param scale what its margin becomes; the same when left out
 * @returns the same outcome of the other answers
 *
 * @example
 * ```ts
 * import { exact, mapOutcome } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(mapOutcome(exact(7n), String), exact("7"));
 * ```
 */
export function mapOutcome<V, W>(
  outcome: Outcome<V>,
  map: (value: V) => W,
  scale: (margin: Margin | null) => Margin | null = (margin) => margin,
): Outcome<W> {
  switch (outcome.status) {
    case "exact":
      return exactLater(map(outcome.value), () => scale(outcome.margin));
    case "tie":
      return { ...outcome, values: outcome.values.map(map) };
    case "undetermined":
      return { ...outcome, possible: outcome.possible.map(map) };
    case "limit":
      return { ...outcome, best: outcome.best === null ? null : map(outcome.best) };
    default:
      return outcome;
  }
}
