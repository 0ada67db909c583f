import {
  type Form,
  NUMBER,
  OBJECT,
  oneOf,
  optional,
  record,
  requireForm,
  tuple,
} from "../../../geometry/form.ts";
import { impossible, type ImpossibleOutcome } from "../../outcome.ts";
import type { CornerRule, GridInstance, GridMoves } from "./grid_instance.ts";
import { type Cell, GridMap } from "./grid_map.ts";

/** An instance that has been checked: the map packed, the ends as ids. */
export interface GridQuery {
  readonly map: GridMap;
  /** Null with 4 neighbours. */
  readonly corners: CornerRule | null;
  readonly start: number;
  readonly goal: number;
}

const CELL: Form = tuple(2, NUMBER, "[column, row]");
const MOVES = {
  neighbours: NUMBER,
  corners: optional(oneOf("both-free", "one-free", "always")),
};
const GRID_FORM: Form = record({ map: OBJECT, start: CELL, goal: CELL, ...MOVES });

/** Checks an instance and packs its map. */
export function toGridQuery(instance: GridInstance): GridQuery {
  requireForm(instance, GRID_FORM);
  const corners = requireCorners(instance);
  const map = GridMap.from(instance.map);
  const start = requireFree(map, instance.start, "start");
  const goal = requireFree(map, instance.goal, "goal");
  return { map, corners, start, goal };
}

/** The corner rule of the moves, null with 4 neighbours. */
export function requireCorners({ neighbours, corners }: GridMoves): CornerRule | null {
  if (neighbours === 4 && corners === undefined) return null;
  const known = corners === "both-free" || corners === "one-free" || corners === "always";
  if (neighbours === 8 && known) return corners;
  throw new RangeError(
    `Cannot use moves: ${neighbours} neighbours with corners ${corners ?? "not given"}, ` +
      `must be 4 with none, or 8 with "both-free", "one-free" or "always"`,
  );
}

/** The id of a cell that has to be free. */
export function requireFree(map: GridMap, [x, y]: Cell, what: string): number {
  if (!map.isInside(x, y)) {
    throw new RangeError(
      `Cannot use ${what}: (${x}, ${y}) is outside the map, ` +
        `must be within 0..${map.width - 1}, 0..${map.height - 1}`,
    );
  }
  if (map.isFree(x, y)) return map.idOf(x, y);
  throw new RangeError(`Cannot use ${what}: (${x}, ${y}) is blocked, must be a free cell`);
}

/** The answer where no way leads to the goal. */
export function unreachable({ map, start, goal }: GridQuery): ImpossibleOutcome {
  const [from, to] = [map.cellOf(start), map.cellOf(goal)];
  return impossible(`no way leads from (${from.join(", ")}) to (${to.join(", ")})`);
}
