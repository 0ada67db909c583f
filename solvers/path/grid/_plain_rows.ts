import { isPlain } from "../../../geometry/plain_point.ts";
import { GridMap, type GridSource, type GridText } from "./grid_map.ts";
import { plainMeanings, UNKNOWN } from "./_plain_text.ts";

/** The columns and rows of the largest map that is read so. */
export const SIZE = 32;

/** Reads a map's rows as bits; the number of rows, 0 where the map is not of this kind. */
export function readRows(map: GridSource, rows: Int32Array): number {
  if (map instanceof GridMap) {
    if (map.width > SIZE || map.height > SIZE || map.costs !== null) return 0;
    for (let y = 0; y < map.height; y++) rows[y] = map.rowBits(y);
    return map.height;
  }
  if (typeof map !== "object" || map === null) return 0;
  if ("cells" in map) return Array.isArray(map.cells) ? readCells(map.cells, rows) : 0;
  return Array.isArray(map.rows) ? readText(map, rows) : 0;
}

/** The columns of a map whose rows were read. */
export function widthOf(map: GridSource): number {
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

/** Whether something is a free cell of the rows that were read. */
export function isFree(cell: unknown, width: number, height: number, rows: Int32Array): boolean {
  if (!Array.isArray(cell) || cell.length !== 2) return false;
  const [x, y] = cell;
  return isPlain(x) && isPlain(y) && x >= 0 && x < width && y >= 0 && y < height &&
    (rows[y]! >> x & 1) === 1;
}
