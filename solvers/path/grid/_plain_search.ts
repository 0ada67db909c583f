import type { CornerRule, GridInstance, GridPath } from "./grid_instance.ts";
import type { Cell } from "./grid_map.ts";
import { transposeBlock } from "./_jump_bits.ts";
import { JumpSearch } from "./_jump_search.ts";
import { isFree, readRows, SIZE, widthOf } from "./_plain_rows.ts";
import { RowSearch } from "./_row_search.ts";

/** What one search after another works in. */
class Workspace {
  readonly rowSearch = new RowSearch();
  readonly jumpSearch = JumpSearch.withRoom(SIZE, SIZE);
  /** The free cells of each row, and those in the frame of a packed map. */
  readonly rows = new Int32Array(SIZE);
  readonly bits = new Int32Array(2 * (SIZE + 2));
  readonly way = new Int32Array(SIZE * SIZE);
}

/** None while a search is at work: reading an instance may run its owner's code. */
let idle: Workspace | null = null;

/**
 * Answers for maps of at most 32 x 32 cells that all cost 1, without making a map of them.
 *
 * @returns the way; null where there is none; undefined where this is no such map or no instance
 * in good order, which is for others to tell
 */
export function searchPlain(instance: GridInstance): GridPath | null | undefined {
  const { map, neighbours, corners, start, goal } = instance;
  const work = idle ?? new Workspace();
  idle = null;
  const height = readRows(map, work.rows);
  const width = height === 0 ? 0 : widthOf(map);
  let found: GridPath | null | undefined;
  if (isFree(start, width, height, work.rows) && isFree(goal, width, height, work.rows)) {
    const size = { width, height };
    if (neighbours === 4 && corners === undefined) found = byRows(work, size, start, goal);
    else if (neighbours === 8 && isRule(corners)) {
      found = byJumps(work, size, start, goal, corners);
    }
  }
  idle = work;
  return found;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** From the goal to the start, for then the way comes out from the start. */
function byRows(work: Workspace, { width, height }: Size, start: Cell, goal: Cell) {
  const search = work.rowSearch;
  const into = search.begin(width, height);
  for (let y = 0; y < height; y++) into[y] = work.rows[y]!;
  if (!search.searchCells(goal[0], goal[1], start[0], start[1])) return null;
  return { length: { straight: search.straight, diagonal: 0 }, cells: search.wayBack() };
}

function byJumps(
  work: Workspace,
  { width, height }: Size,
  start: Cell,
  goal: Cell,
  corners: CornerRule,
) {
  const search = work.jumpSearch;
  // A power of two, as a map is at most 32 wide.
  const shift = width > 30 ? 6 : 5;
  const stride = 1 << shift;
  frame(work.rows, width, height, work.bits);
  transpose(work.rows, width, height);
  frame(work.rows, height, width, search.columnBits);
  search.load({ width, height, stride, bits: work.bits }, corners);
  const idOf = ([x, y]: Cell) => (y + 1) * stride + x + 1;
  if (!search.search(idOf(start), idOf(goal))) return null;
  const count = search.writeWay(work.way);
  const cells: Cell[] = [];
  for (let i = 0; i < count; i++) {
    const id = work.way[i]!;
    cells.push([(id & stride - 1) - 1, (id >> shift) - 1]);
  }
  return { length: { straight: search.straight, diagonal: search.diagonal }, cells };
}

/** Makes columns of rows, in their place. */
function transpose(rows: Int32Array, width: number, height: number): void {
  const most = Math.max(width, height);
  const side = most > 16 ? 32 : most > 8 ? 16 : 8;
  for (let y = height; y < side; y++) rows[y] = 0;
  transposeBlock(rows, side);
}

/** Sets rows into the frame of blocked cells that a packed map has. */
function frame(rows: Int32Array, width: number, height: number, bits: Int32Array): void {
  const words = width + 33 >> 5;
  const last = words * (height + 1);
  for (let i = 0; i < words; i++) bits[i] = bits[last + i] = 0;
  for (let y = 0, at = words; y < height; y++) {
    bits[at++] = rows[y]! << 1;
    if (words > 1) bits[at++] = rows[y]! >>> 31;
  }
}

function isRule(corners: unknown): corners is CornerRule {
  return corners === "both-free" || corners === "one-free" || corners === "always";
}
