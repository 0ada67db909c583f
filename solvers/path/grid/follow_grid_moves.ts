import { exact, impossible, type Outcome } from "../../outcome.ts";
import type { GridInstance } from "./grid_instance.ts";
import { type Cell, GridMap } from "./grid_map.ts";
import { stepFault } from "./_legal_step.ts";
import { requireCorners, requireFree } from "./_query.ts";
import { readGiven } from "./_read_given.ts";

/**
 * Follows moves through a grid, wherever they lead.
 *
 * @param instance the map, which steps are allowed, and where to start
 * @param moves what to do, one behind the other: `"up"`, `"right"`, `"down"`, `"left"`, or compass
 * directions
 * @returns `exact` with the cells that are passed, the start first; `impossible` with the first
 * step that is not allowed
 * @throws RangeError or SyntaxError when the instance is not well formed
 *
 * Cost: the map is packed, then some nanoseconds a move.
 *
 * @example
 * ```ts
 * import { followGridMoves } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const map = { rows: ["..", ".#"] };
 * const answer = followGridMoves({ map, neighbours: 4, start: [1, 0] }, ["left", "down"]);
 * assertEquals(answer.status === "exact" && answer.value, [[1, 0], [0, 0], [0, 1]]);
 * ```
 */
export function followGridMoves(
  instance: Omit<GridInstance, "goal">,
  moves: readonly string[],
): Outcome<readonly Cell[]> {
  const corners = requireCorners(instance);
  const map = GridMap.from(instance.map);
  requireFree(map, instance.start, "start");
  const { cells, fault } = readGiven({ moves }, map, instance.start);
  for (let i = 1; i < cells.length; i++) {
    const wrong = stepFault(map, corners, cells[i - 1]!, cells[i]!);
    if (wrong !== null) return impossible(`step ${i}, to (${cells[i]!.join(", ")}), ${wrong}`);
  }
  return fault === null ? exact(cells) : impossible(fault);
}
