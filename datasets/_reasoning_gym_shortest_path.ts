import { judgeGridPath } from "../solvers/path/mod.ts";
import { UnsupportedError } from "./_judging.ts";
import { onlyCell } from "./_reasoning_gym_maze.ts";
import type { Judgement } from "./dataset.ts";

const CELLS = [
  /^- (\S): your starting point$/m,
  /^- (\S): your destination point$/m,
  /^- (\S): an open cell$/m,
  /^- (\S): a blocked cell$/m,
];
const RULES = /move in four directions: up, down, left, and right\./;
const NONE = /simply write "(\w+)" \(without quotes\)/;
const GRID = /in the following grid:\n(.*)$/s;

/**
 * Judges a way through a grid, given as words up, down, left and right: any shortest one is right,
 * and so is the word for there being none where there is none.
 */
export function judgeShortestPath(question: string, claimed: string): Judgement {
  const letters = CELLS.map((form) => form.exec(question)?.[1]);
  const none = NONE.exec(question)?.[1];
  const drawing = GRID.exec(question)?.[1];
  const [start, goal, free, blocked] = letters;
  if (letters.includes(undefined) || drawing === undefined || !RULES.test(question)) {
    throw new UnsupportedError(`does not understand the question ${JSON.stringify(question)}`);
  }
  const rows = drawing.trim().split("\n").map(readRow);
  const words = claimed.trim() === "" ? [] : claimed.trim().split(/\s+/);
  const judged = judgeGridPath({
    map: { rows, blocked: blocked!, free: free! + start! + goal! },
    neighbours: 4,
    start: onlyCell(rows, start!),
    goal: onlyCell(rows, goal!),
  }, { moves: words });
  const { shortest } = judged;
  const answer = shortest === null ? none ?? "no way" : `${shortest.straight} steps`;
  const saysNone = none !== undefined && claimed.trim() === none;
  if (saysNone ? shortest === null : judged.optimal) {
    return { verdict: "agree", answer, reason: null, margin: null };
  }
  return { verdict: "disagree", answer, reason: reasonFor(judged, saysNone), margin: null };
}

/** Letters with spaces between. */
function readRow(text: string): string {
  const cells = text.trim().split(/\s+/);
  const wrong = cells.find((cell) => [...cell].length !== 1);
  if (wrong === undefined) return cells.join("");
  throw new SyntaxError(
    `Cannot read grid: ${JSON.stringify(wrong)} in ${JSON.stringify(text)}, must be one letter`,
  );
}

function reasonFor(
  { fault, length, shortest }: ReturnType<typeof judgeGridPath>,
  saysNone: boolean,
): string {
  if (saysNone) return `claimed that there is no way, but one has ${shortest!.straight} steps`;
  if (fault !== null) return fault;
  return `the way has ${length!.straight} steps, the shortest ${shortest!.straight}`;
}
