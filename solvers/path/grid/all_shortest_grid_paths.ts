import type { GridInstance, GridPath } from "./grid_instance.ts";
import { optimalWays } from "./_optimal_ways.ts";
import { toGridQuery } from "./_query.ts";

/** The shortest ways of an instance, as many as were asked for. */
export interface GridPathList {
  /** The ways, in the order of their steps clockwise from north. */
  readonly paths: readonly GridPath[];
  /** Whether these are all: false when the cap cut the list short. */
  readonly complete: boolean;
}

/**
 * Lists the shortest ways between two cells, each visiting no cell twice.
 *
 * @param instance the map, the moves and the two ends
 * @param cap the most ways to list, 1 or more
 * @returns the ways, none when the goal is out of reach, and whether they are all
 * @throws RangeError or SyntaxError when the instance is not well formed, or the cap is less than 1
 *
 * Cost: two labellings of the map, and the steps of the listed ways.
 *
 * @example
 * ```ts
 * import { allShortestGridPaths } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const map = { rows: ["..", ".."] };
 * const { paths } = allShortestGridPaths({ map, neighbours: 4, start: [0, 0], goal: [1, 1] }, 10);
 * assertEquals(paths.map((p) => p.cells[1]), [[1, 0], [0, 1]]);
 * ```
 */
export function allShortestGridPaths(instance: GridInstance, cap: number): GridPathList {
  if (!Number.isSafeInteger(cap) || cap < 1) {
    throw new RangeError(`Cannot list paths: a cap of ${cap}, must be an integer of 1 or more`);
  }
  const query = toGridQuery(instance);
  const optimal = optimalWays(query);
  if (optimal === null) return { paths: [], complete: true };
  const { length, graph } = optimal;
  const { ways, complete } = graph.list(cap);
  const { map, start } = query;
  const paths = ways.map((way): GridPath => {
    const ids = [start, ...way.map((arc) => graph.names[arc]!)];
    return { length, cells: ids.map((id) => map.cellOf(id)) };
  });
  return { paths, complete };
}
