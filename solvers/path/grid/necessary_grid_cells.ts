import { exact, type Outcome } from "../../outcome.ts";
import type { GridInstance } from "./grid_instance.ts";
import type { Cell } from "./grid_map.ts";
import { optimalWays } from "./_optimal_ways.ts";
import { toGridQuery, unreachable } from "./_query.ts";

/** What all the shortest ways of an instance have in common. */
export interface NecessaryCells {
  /** The cells on every shortest way, in the order they are passed, both ends included. */
  readonly cells: readonly Cell[];
  /** The steps on every shortest way, in that order. */
  readonly steps: readonly (readonly [from: Cell, to: Cell])[];
}

/**
 * Finds the cells and the steps that every shortest way uses.
 *
 * @param instance the map, the moves and the two ends
 * @returns `exact` with the cells and steps, or `impossible` when the goal is out of reach
 * @throws RangeError or SyntaxError when the instance is not well formed
 *
 * Cost: two labellings of the map, and one walk through the shortest ways.
 *
 * @example
 * ```ts
 * import { necessaryGridCells } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const map = { rows: ["..#..", ".....", "..#.."] };
 * const answer = necessaryGridCells({ map, neighbours: 4, start: [0, 0], goal: [4, 2] });
 * if (answer.status !== "exact") throw new Error(answer.status);
 * assertEquals(answer.value.cells, [[0, 0], [1, 1], [2, 1], [3, 1], [4, 2]]);
 * assertEquals(answer.value.steps, [[[1, 1], [2, 1]], [[2, 1], [3, 1]]]);
 * ```
 */
export function necessaryGridCells(instance: GridInstance): Outcome<NecessaryCells> {
  const query = toGridQuery(instance);
  const optimal = optimalWays(query);
  if (optimal === null) return unreachable(query);
  const { graph } = optimal;
  const { nodes, arcs } = graph.necessary();
  const cellAt = (node: number): Cell => query.map.cellOf(graph.nodes[node]!);
  return exact({
    cells: nodes.map(cellAt),
    steps: arcs.map((arc) => [cellAt(graph.tails[arc]!), cellAt(graph.heads[arc]!)] as const),
  });
}
