import { type Cell, GridMap } from "../../solvers/path/grid/grid_map.ts";
import { shown } from "../_instance.ts";

/** A grid with a start and perhaps a goal. */
export interface MarkedGrid {
  readonly map: GridMap;
  readonly rows: readonly string[];
  readonly start: Cell;
  readonly goal: Cell;
}

/** The most cells an instance's grid may have a side. */
const SIDE_LIMIT = 200;

/** Demands rows of one length with one S and one G. */
export function readMarkedGrid(value: unknown): MarkedGrid {
  const { map, rows } = readRows(value, ".SG");
  return { map, rows, start: onlyCell(rows, "S"), goal: onlyCell(rows, "G") };
}

/** Demands rows of one length, of free characters and `#`. */
export function readRows(
  value: unknown,
  free: string,
): { map: GridMap; rows: readonly string[] } {
  const isRows = Array.isArray(value) && value.length > 0 && value.length <= SIDE_LIMIT &&
    value.every((row) => typeof row === "string" && row.length <= SIDE_LIMIT);
  if (!isRows) {
    throw new TypeError(
      `Cannot read rows: ${shown(value)}, must be 1 to ${SIDE_LIMIT} strings as long at most`,
    );
  }
  const rows = value as readonly string[];
  if (rows[0] === "") throw new RangeError("Cannot read rows: the first is empty, must have cells");
  return { map: GridMap.from({ rows, free, blocked: "#" }), rows };
}

/** The one cell with a character. */
export function onlyCell(rows: readonly string[], mark: string): Cell {
  const cells = rows.flatMap((row, y) =>
    [...row].flatMap((c, x): Cell[] => c === mark ? [[x, y]] : [])
  );
  if (cells.length === 1) return cells[0]!;
  throw new RangeError(`Cannot read rows: ${cells.length} cells are ${mark}, must be one`);
}
