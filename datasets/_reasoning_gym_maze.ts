import { type Cell, solveGridPath } from "../solvers/path/mod.ts";
import { compare, UnsupportedError } from "./_judging.ts";
import type { Judgement } from "./dataset.ts";

/** The drawing ends with the last fence, for letters may be backticks too. */
const QUESTION = /^Navigate from '(.)' \(start\) to '(.)' \(goal\):\s*```\n(.*)\n```\s*(.*)$/su;
const LEGEND =
  /^Legend: '(.)' = Wall, '(.)' = Passage\s*What is the minimum number of steps to reach the goal\?/su;

/**
 * Judges a maze: letters for walls and passages, a legend, and the least number of steps between
 * two marked cells, going up, down, left and right.
 */
export function judgeMaze(question: string, claimed: string): Judgement {
  const [, start, goal, drawing, rest] = QUESTION.exec(question) ?? [];
  const [, wall, passage] = LEGEND.exec(rest ?? "") ?? [];
  if (wall === undefined || passage === undefined) {
    throw new UnsupportedError(`does not understand the question ${JSON.stringify(question)}`);
  }
  if (new Set([start, goal, wall, passage]).size < 4) {
    throw new SyntaxError("Cannot read maze: two meanings share a letter, must be four letters");
  }
  const rows = drawing!.split("\n");
  const solved = solveGridPath({
    map: { rows, blocked: wall, free: passage + start! + goal! },
    neighbours: 4,
    start: onlyCell(rows, start!),
    goal: onlyCell(rows, goal!),
  });
  const answer = solved.status === "exact" ? String(solved.value.length.straight) : "infeasible";
  return compare(claimed.trim(), answer);
}

/** The one cell with a letter. */
export function onlyCell(rows: readonly string[], letter: string): Cell {
  const cells = rows.flatMap((row, y) =>
    [...row].flatMap((c, x): Cell[] => c === letter ? [[x, y]] : [])
  );
  if (cells.length === 1) return cells[0]!;
  throw new SyntaxError(
    `Cannot read grid: ${JSON.stringify(letter)} stands in ${cells.length} cells, must be in one`,
  );
}
