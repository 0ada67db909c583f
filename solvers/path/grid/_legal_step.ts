import type { CornerRule } from "./grid_instance.ts";
import type { Cell, GridMap } from "./grid_map.ts";

/**
 * Why a step is not allowed, as words that follow the step; null where it is. Written from the
 * rules alone, for the checkers: the solvers use a table.
 */
export function stepFault(
  map: GridMap,
  corners: CornerRule | null,
  [x, y]: Cell,
  [u, v]: Cell,
): string | null {
  if (!map.isInside(u, v)) return "leaves the map";
  if (!map.isFree(u, v)) return "enters a blocked cell";
  const dx = Math.abs(u - x);
  const dy = Math.abs(v - y);
  if (dx === 0 && dy === 0) return "stays in its cell";
  if (dx > 1 || dy > 1) return "skips cells";
  if (dx + dy === 1) return null;
  if (corners === null) return "is diagonal, with 4 neighbours";
  const free = (map.isFree(u, y) ? 1 : 0) + (map.isFree(x, v) ? 1 : 0);
  if (corners === "both-free" && free < 2) return "cuts a blocked corner";
  if (corners === "one-free" && free < 1) return "squeezes between two blocked cells";
  return null;
}
