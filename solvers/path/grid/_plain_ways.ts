import type { GridInstance } from "./grid_instance.ts";
import type { Cell } from "./grid_map.ts";
import { isFree, readRows, SIZE, widthOf } from "./_plain_rows.ts";
import { StepGrid } from "./step_grid.ts";

/** The shortest ways of a small map with 4 neighbours. */
export interface PlainWays {
  /** How many there are, below 2^53. */
  readonly count: number;
  /** The cells that they enter first, clockwise from north; none where the start is the goal. */
  readonly first: readonly Cell[];
}

/** What one search after another works in. */
class Workspace {
  readonly rows = new Int32Array(SIZE);
  grid = new StepGrid(1, 1);
}

/** None while a search is at work: reading an instance may run its owner's code. */
let idle: Workspace | null = null;

/**
 * Counts the shortest ways through maps of at most 32 x 32 cells that all cost 1, without making a
 * map of them.
 *
 * @returns the ways; null where this is no such map, where no way leads to the goal, or where there
 * are too many: those are for others
 */
export function plainWays(instance: GridInstance): PlainWays | null {
  if (typeof instance !== "object" || instance === null) return null;
  const { map, neighbours, corners, start, goal } = instance;
  if (neighbours !== 4 || corners !== undefined) return null;
  const work = idle ?? new Workspace();
  idle = null;
  const height = readRows(map, work.rows);
  const width = height === 0 ? 0 : widthOf(map);
  const isAsked = isFree(start, width, height, work.rows) && isFree(goal, width, height, work.rows);
  const found = isAsked ? waysOf(work, { width, height, start, goal }) : null;
  idle = work;
  return found;
}

/** Spread from the goal, so that the steps towards it are known at the start. */
function waysOf(
  work: Workspace,
  { width, height, start: [x, y], goal }: {
    readonly width: number;
    readonly height: number;
    readonly start: Cell;
    readonly goal: Cell;
  },
): PlainWays | null {
  if (work.grid.width !== width || work.grid.height !== height) {
    work.grid = new StepGrid(width, height);
  }
  const { grid } = work;
  const { free, steps, stride } = grid;
  for (let row = 0, id = stride + 1; row < height; row++, id += stride) {
    for (let column = 0; column < width; column++) {
      free[id + column] = work.rows[row]! >> column & 1;
    }
  }
  grid.spread(grid.idOf(goal[0], goal[1]));
  const id = grid.idOf(x, y);
  const count = grid.ways[id]!;
  if (steps[id]! < 0 || count > Number.MAX_SAFE_INTEGER) return null;
  const first: Cell[] = [];
  const next = steps[id]! - 1;
  if (next >= 0) {
    if (steps[id - stride] === next) first.push([x, y - 1]);
    if (steps[id + 1] === next) first.push([x + 1, y]);
    if (steps[id + stride] === next) first.push([x, y + 1]);
    if (steps[id - 1] === next) first.push([x - 1, y]);
  }
  return { count, first };
}
