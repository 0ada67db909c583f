import { exact, impossible, type Outcome, tie } from "../../outcome.ts";
import type { GridInstance } from "./grid_instance.ts";
import type { Cell } from "./grid_map.ts";
import { optimalWays } from "./_optimal_ways.ts";
import { plainWays } from "./_plain_ways.ts";
import { toGridQuery, unreachable } from "./_query.ts";

/**
 * Finds the cell that a shortest way enters first.
 *
 * @param instance the map, the moves and the two ends
 * @returns `exact` with the cell, or `tie` with all such cells, clockwise from north; `impossible`
 * where the start is the goal or no way leads there
 * @throws RangeError or SyntaxError when the instance is not well formed
 *
 * Cost: two labellings of the map.
 *
 * @example
 * ```ts
 * import { firstGridSteps } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const map = { rows: ["...", ".#."] };
 * const answer = firstGridSteps({ map, neighbours: 4, start: [0, 0], goal: [2, 1] });
 * assertEquals(answer, { status: "exact", value: [1, 0], margin: null });
 * ```
 */
export function firstGridSteps(instance: GridInstance): Outcome<Cell> {
  const plain = plainWays(instance);
  if (plain !== null && plain.first.length > 0) {
    return plain.first.length === 1 ? exact(plain.first[0]!) : tie(plain.first);
  }
  const query = toGridQuery(instance);
  if (query.start === query.goal) return impossible("the start is the goal");
  const optimal = optimalWays(query);
  if (optimal === null) return unreachable(query);
  const { nodes, heads } = optimal.graph;
  const found = optimal.graph.first().map((arc) => query.map.cellOf(nodes[heads[arc]!]!));
  return found.length === 1 ? exact(found[0]!) : tie(found);
}
