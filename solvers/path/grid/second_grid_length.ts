import { numberThat, optional, record, requireForm } from "../../../geometry/form.ts";
import { compareOctiles, type Octile, octileToNumber } from "../../../geometry/octile.ts";
import { exact, impossible, type Outcome } from "../../outcome.ts";
import { blocksBetween } from "./_blocks.ts";
import type { GridInstance } from "./grid_instance.ts";
import { GridLabels } from "./_labels.ts";
import { toGridQuery, unreachable } from "./_query.ts";
import { type SecondSearch, secondWithin } from "./_second_within.ts";

const OPTIONS_FORM = record({
  budget: optional(numberThat("a number of 0 or more", (value) => value >= 0)),
});

/** How long a search may take. */
export interface SecondOptions {
  /** The most partial ways to look at in each part of the map; 10,000 when absent. */
  readonly budget?: number;
}

/**
 * Finds the second-best length: the least length above the shortest that a way without repeated
 * cells has.
 *
 * @param instance the map, the moves and the two ends
 * @param options the budget of the search
 * @returns `exact` with the length; `impossible` when the goal is out of reach or no way is longer
 * than the shortest; `limit` with bounds, as decimal numbers, when the budget ran out
 * @throws RangeError or SyntaxError when the instance is not well formed
 *
 * Cost: usually a few labellings of the map. The map is cut at the cells every way must pass; in
 * each part, partial ways are searched best bound first, a bound being the best walk that leaves
 * the shortest ways, until such a walk repeats no cell.
 *
 * @example
 * ```ts
 * import { secondGridLength } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const map = { rows: ["...", ".#.", "..."] };
 * const answer = secondGridLength({ map, neighbours: 4, start: [0, 0], goal: [1, 0] });
 * if (answer.status !== "exact") throw new Error(answer.status);
 * assertEquals(answer.value, { straight: 7, diagonal: 0 });
 * ```
 */
export function secondGridLength(
  instance: GridInstance,
  options: SecondOptions = {},
): Outcome<Octile> {
  requireForm(options, OPTIONS_FORM, "options");
  const { budget = 10_000 } = options;
  const query = toGridQuery(instance);
  const { map, corners, start, goal } = query;
  const labels = new GridLabels(map, corners).spread(start, { until: [goal] });
  if (!labels.reaches(goal)) return unreachable(query);
  const shortest = labels.lengthOf(goal);
  const searches = blocksBetween(query)
    .filter((block) => block.size > 2)
    .map((block) => secondWithin(query, block, budget))
    .map((search) => detour(search, shortest));
  return combine(searches);
}

/** A block's bounds, carried over to the whole way. */
function detour(search: SecondSearch, shortest: Octile): SecondSearch {
  const whole = (length: Octile | null) =>
    length === null ? null : {
      straight: shortest.straight + length.straight - search.shortest.straight,
      diagonal: shortest.diagonal + length.diagonal - search.shortest.diagonal,
    };
  return { shortest, lower: whole(search.lower), upper: whole(search.upper) };
}

/** One detour in one block is enough, so the least of the blocks' answers is the whole's. */
function combine(searches: readonly SecondSearch[]): Outcome<Octile> {
  const least = (lengths: (Octile | null)[]) =>
    lengths.filter((l) => l !== null)
      .reduce<Octile | null>((m, l) => m === null || compareOctiles(l, m) < 0 ? l : m, null);
  const lower = least(searches.map((s) => s.lower));
  const upper = least(searches.map((s) => s.upper));
  if (lower === null) return impossible("every way without repeated cells is a shortest one");
  if (upper !== null && compareOctiles(lower, upper) === 0) return exact(upper);
  return {
    status: "limit",
    lower: octileToNumber(lower),
    upper: upper === null ? null : octileToNumber(upper),
    best: upper,
  };
}
