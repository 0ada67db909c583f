import { isPlain } from "../../../geometry/plain_point.ts";
import type { CornerRule, GridInstance, GridPath } from "./grid_instance.ts";
import { type Cell, GridMap, type GridSource, type GridText } from "./grid_map.ts";
import { JumpSearch } from "./_jump_search.ts";
import { plainMeanings, UNKNOWN } from "./_plain_text.ts";
import { RowSearch } from "./_row_search.ts";

/** The columns and rows of the largest map that is searched so. */
const SIZE = 32;

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
  const stride = width + 33 & ~31;
  frame(work.rows, width, height, work.bits);
  search.load({ width, height, stride, bits: work.bits }, corners);
  const idOf = ([x, y]: Cell) => (y + 1) * stride + x + 1;
  if (!search.search(idOf(start), idOf(goal))) return null;
  const count = search.writeWay(work.way);
  const cells: Cell[] = [];
  for (let i = 0; i < count; i++) {
    const row = Math.floor(work.way[i]! / stride);
    cells.push([work.way[i]! - row * stride - 1, row - 1]);
  }
  return { length: { straight: search.straight, diagonal: search.diagonal }, cells };
}

/** Sets rows into the frame of blocked cells that a packed map has. */
function frame(rows: Int32Array, width: number, height: number, bits: Int32Array): void {
  const words = width + 33 >> 5;
  bits.fill(0, 0, words);
  bits.fill(0, words * (height + 1), words * (height + 2));
  for (let y = 0, at = words; y < height; y++) {
    bits[at++] = rows[y]! << 1;
    if (words > 1) bits[at++] = rows[y]! >>> 31;
  }
}

/** Reads a map's rows as bits; the number of rows, 0 where the map is not of this kind. */
function readRows(map: GridSource, rows: Int32Array): number {
  if (map instanceof GridMap) {
    if (map.width > SIZE || map.height > SIZE || map.costs !== null) return 0;
    for (let y = 0; y < map.height; y++) rows[y] = map.rowBits(y);
    return map.height;
  }
  if (typeof map !== "object" || map === null) return 0;
  if ("cells" in map) return Array.isArray(map.cells) ? readCells(map.cells, rows) : 0;
  return Array.isArray(map.rows) ? readText(map, rows) : 0;
}

function widthOf(map: GridSource): number {
  if (map instanceof GridMap) return map.width;
  return "cells" in map ? map.cells[0]!.length : map.rows[0]!.length;
}

function readText(source: GridText, into: Int32Array): number {
  const { rows, blocked, free, costs } = source;
  if (!isText(blocked) || !isText(free) || costs !== undefined || rows.length > SIZE) return 0;
  const meanings = plainMeanings(blocked, free);
  const width = typeof rows[0] === "string" ? rows[0].length : 0;
  if (width === 0 || width > SIZE) return 0;
  for (let y = 0; y < rows.length; y++) {
    const row = rows[y];
    if (typeof row !== "string" || row.length !== width) return 0;
    let word = 0;
    let doubt = 0;
    for (let x = 0; x < width; x++) {
      const meaning = meanings[row.charCodeAt(x)] ?? UNKNOWN;
      doubt |= meaning;
      word |= (meaning & 1) << x;
    }
    if ((doubt & UNKNOWN) !== 0) return 0;
    into[y] = word;
  }
  return rows.length;
}

function isText(value: unknown): boolean {
  return value === undefined || typeof value === "string";
}

function readCells(cells: readonly (readonly (number | null)[])[], into: Int32Array): number {
  if (cells.length > SIZE) return 0;
  const width = Array.isArray(cells[0]) ? cells[0].length : 0;
  if (width === 0 || width > SIZE) return 0;
  for (let y = 0; y < cells.length; y++) {
    const row = cells[y];
    if (!Array.isArray(row) || row.length !== width) return 0;
    let word = 0;
    for (let x = 0; x < width; x++) {
      const cost = row[x];
      if (cost === 1) word |= 1 << x;
      else if (cost !== null) return 0;
    }
    into[y] = word;
  }
  return cells.length;
}

function isFree(cell: unknown, width: number, height: number, rows: Int32Array): boolean {
  if (!Array.isArray(cell) || cell.length !== 2) return false;
  const [x, y] = cell;
  return isPlain(x) && isPlain(y) && x >= 0 && x < width && y >= 0 && y < height &&
    (rows[y]! >> x & 1) === 1;
}

function isRule(corners: unknown): corners is CornerRule {
  return corners === "both-free" || corners === "one-free" || corners === "always";
}
