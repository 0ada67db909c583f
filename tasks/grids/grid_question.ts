import * as schema from "../../geometry/schema.ts";
import type { GridInstance } from "../../solvers/path/grid/grid_instance.ts";
import type { Cell } from "../../solvers/path/grid/grid_map.ts";
import { phraseOf } from "../../text/phrase.ts";
import { GRID_WORDS, type GridWords } from "../../text/wordings/grid.ts";
import type { Picture } from "../kind.ts";
import { drawGrid } from "./draw_grid.ts";
import { LANDMARKS } from "./landmarks.ts";
import { MOVES } from "./route_columns.ts";

/** The most cells an instance's grid may have a side. */
const SIDE_LIMIT = 200;

/** The rows of a grid with one S and one G. */
export const MARKED_ROWS: schema.Schema<readonly string[]> = gridRows(["S", "G"], "");

/** The rows of a grid with one S, and landmarks of which each stands once at most. */
export const LANDMARK_ROWS: schema.Schema<readonly string[]> = gridRows(["S"], LANDMARKS.join(""));

/** Moves one behind the other. */
export const MOVE_LIST: schema.Schema<readonly string[]> = schema.list(schema.word(MOVES));

/** Rows of one length, of `.`, `#`, marks that stand once, and marks that may stand once. */
function gridRows(once: readonly string[], more: string): schema.Schema<readonly string[]> {
  const row = schema.value<string>(
    `a string of 1 to ${SIDE_LIMIT} of ${[".", "#", ...once, ...more].join(" ")}`,
    (x) => typeof x === "string" && x !== "" && x.length <= SIDE_LIMIT && isOf(x, once, more),
  );
  return schema.refined(schema.list(row, 1, SIDE_LIMIT), (rows) => {
    const long = rows.findIndex((row) => row.length !== rows[0]!.length);
    if (long >= 0) {
      return { path: `[${long}]`, value: rows[long], must: `${rows[0]!.length} long` };
    }
    for (const mark of [...once, ...more]) {
      const count = rows.reduce((sum, row) => sum + row.split(mark).length - 1, 0);
      if (count > 1) return { path: "", value: rows, must: `rows with one ${mark}` };
      if (count === 0 && once.includes(mark)) {
        return { path: "", value: rows, must: `rows with one ${mark}` };
      }
    }
    return null;
  });
}

function isOf(row: string, once: readonly string[], more: string): boolean {
  for (const c of row) {
    if (!".#".includes(c) && !once.includes(c) && !more.includes(c)) return false;
  }
  return true;
}

/** The question of the solvers: from S to G, up, down, left and right. */
export function gridInstance(rows: readonly string[]): GridInstance {
  return { ...gridMoves(rows), start: cellOf(rows, "S"), goal: cellOf(rows, "G") };
}

/** The map and the moves of every task about grids. */
export function gridMoves(rows: readonly string[]): Pick<GridInstance, "map" | "neighbours"> {
  return { map: { rows, blocked: "#", free: `.SG${LANDMARKS.join("")}` }, neighbours: 4 };
}

/** Where a mark stands, which is there. */
export function cellOf(rows: readonly string[], mark: string): Cell {
  const y = rows.findIndex((row) => row.includes(mark));
  return [rows[y]!.indexOf(mark), y];
}

/** The landmarks that stand somewhere, and where. */
export function landmarksOf(rows: readonly string[]): Record<string, Cell> {
  const here = LANDMARKS.filter((mark) => rows.some((row) => row.includes(mark)));
  return Object.fromEntries(here.map((mark) => [mark, cellOf(rows, mark)]));
}

/** The words of a wording. */
export function gridWords(wording: string): GridWords {
  return GRID_WORDS[wording as keyof typeof GRID_WORDS];
}

/** Moves as a wording says them, one behind the other. */
export function sayMoves(moves: readonly string[], wording: string): string {
  const words = gridWords(wording).moves;
  return moves.map((move) => words[MOVES.indexOf(move)]!).join(" ");
}

/** The only picture of a grid. */
export function drawRows(rows: readonly string[], wording: string): readonly Picture[] {
  return [{ drawing: drawGrid(rows, { alt: ALT(wording)(rows.join("\n")) }) }];
}

const ALT = phraseOf(GRID_WORDS, ({ alt }) => alt, ["grid"]);

/** The letters of a grid: the ends, then landmarks in their order. */
export function lettersOf(rows: readonly string[]): readonly string[] {
  return ["S", "G", ...LANDMARKS].filter((mark) => rows.some((row) => row.includes(mark)));
}
