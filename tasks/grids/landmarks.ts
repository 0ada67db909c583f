import type { Cell, GridMap } from "../../solvers/path/grid/grid_map.ts";
import { onlyCell, readRows } from "./read_grid.ts";

/** The letters of landmarks: none that is a word, and neither S nor G. */
export const LANDMARKS: readonly string[] = [..."BCDEFHJKLM"];

/** The characters of a grid with landmarks: free, blocked, the start, then the landmarks. */
export const LANDMARK_MARKS: readonly string[] = [".", "#", "S", ...LANDMARKS];

const FIRST = 3;

/** The mark of a landmark. */
export function markOf(landmark: number): number {
  return FIRST + landmark;
}

/** A grid with a start and landmarks. */
export interface LandmarkGrid {
  readonly map: GridMap;
  readonly rows: readonly string[];
  readonly start: Cell;
  readonly landmarks: Readonly<Record<string, Cell>>;
}

/** Demands rows of one length with one S and landmarks, each once. */
export function readLandmarkGrid(value: unknown): LandmarkGrid {
  const { map, rows } = readRows(value, `.S${LANDMARKS.join("")}`);
  const found = LANDMARKS.filter((mark) => rows.some((row) => row.includes(mark)));
  const landmarks = Object.fromEntries(found.map((mark) => [mark, onlyCell(rows, mark)]));
  return { map, rows, start: onlyCell(rows, "S"), landmarks };
}
