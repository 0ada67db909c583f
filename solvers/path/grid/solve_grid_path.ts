import { exact, type Outcome } from "../../outcome.ts";
import type { GridInstance, GridPath } from "./grid_instance.ts";
import { GridLabels } from "./_labels.ts";
import { searchPlain } from "./_plain_search.ts";
import { toGridQuery, unreachable } from "./_query.ts";

/**
 * Finds a shortest way between two cells of a grid.
 *
 * The length is the only right one; the cells are those of one way of that length, and there may
 * be others: see `countGridPaths`.
 *
 * @param instance the map, the moves and the two ends
 * @returns `exact` with the length and a way, or `impossible` when the goal is out of reach
 * @throws RangeError or SyntaxError when the instance is not well formed; RangeError when a length
 * passes 2^51 with 8 neighbours, or 2^53 - 1 with 4
 *
 * Cost: linear in the cells where each costs 1, else the cells times the logarithm of their
 * number. For many questions on one map see `GridRouter`.
 *
 * @example
 * ```ts
 * import { solveGridPath } from "@alidade/core";
 * import { assertEquals } from "@std/assert";
 *
 * const answer = solveGridPath({
 *   map: { rows: ["..#.", "....", ".#.."] },
 *   neighbours: 8,
 *   corners: "both-free",
 *   start: [0, 0],
 *   goal: [3, 0],
 * });
 * if (answer.status !== "exact") throw new Error(answer.status);
 * assertEquals(answer.value.length, { straight: 3, diagonal: 1 });
 * ```
 */
export function solveGridPath(instance: GridInstance): Outcome<GridPath> {
  const plain = instance && searchPlain(instance);
  if (plain) return exact(plain);
  const query = toGridQuery(instance);
  if (plain === null) return unreachable(query);
  const { map, corners, start, goal } = query;
  const labels = new GridLabels(map, corners).spread(start, { until: [goal] });
  if (!labels.reaches(goal)) return unreachable(query);
  return exact({
    length: labels.lengthOf(goal),
    cells: labels.wayTo(goal).map((id) => map.cellOf(id)),
  });
}
