import * as schema from "../../geometry/schema.ts";
import { mapOutcome } from "../../solvers/map_outcome.ts";
import { impossible } from "../../solvers/outcome.ts";
import { describeGridPath } from "../../solvers/path/grid/describe_grid_path.ts";
import type { GridInstance } from "../../solvers/path/grid/grid_instance.ts";
import { type Cell, GridMap } from "../../solvers/path/grid/grid_map.ts";
import { judgeGridPath } from "../../solvers/path/grid/judge_grid_path.ts";
import { solveGridPath } from "../../solvers/path/grid/solve_grid_path.ts";
import { phraseOf } from "../../text/phrase.ts";
import { readLabels } from "../../text/replies/labels.ts";
import { readMoves } from "../../text/replies/moves.ts";
import { readNumber } from "../../text/replies/numbers.ts";
import type { WordingName } from "../../text/wordings/common.ts";
import { PATH_WORDS } from "../../text/wordings/shortest_path.ts";
import { drawNodes } from "../_draw_nodes.ts";
import type { Kind } from "../kind.ts";

/** Column from the left and row from the bottom, from 0. */
type Node = readonly [number, number];

/** Two nodes of a square grid without obstacles. */
export interface ShortestPathQuestion {
  /** The nodes of a side. */
  readonly size: number;
  readonly from: Node;
  readonly to: Node;
  readonly ask: "length" | "moves" | "labels";
}

const NODE: schema.Schema<Node> = schema.tuple("[column, row] from 0", [
  schema.integer(0, 999),
  schema.integer(0, 999),
]);

/** The length of a shortest path between two nodes, or such a path by its moves or labels. */
export const shortestPathKind: Kind<ShortestPathQuestion, string | readonly string[]> = {
  name: "shortest-path",
  schema: schema.refined(
    schema.object({
      ...{ size: schema.integer(2, 1000), from: NODE, to: NODE },
      ask: schema.word(["length", "moves", "labels"]),
    }),
    ({ size, from, to }) => {
      const at = [...from, ...to].findIndex((x) => x >= size);
      if (at < 0) return null;
      const path = `.${at < 2 ? "from" : "to"}[${at % 2}]`;
      return { path, value: [...from, ...to][at], must: `an integer of 0 to ${size - 1}` };
    },
  ),
  solve(question) {
    const { size, from, to, ask } = question;
    if (from[0] === to[0] && from[1] === to[1]) return impossible("the two nodes are the same");
    return mapOutcome(solveGridPath(openGrid(question)), ({ length, cells }) => {
      if (ask === "length") return String(length.straight);
      if (ask === "labels") return cells.map((cell) => labelOf(size, cell));
      return describeGridPath(cells, "north").moves.map((move) => MOVE_OF[move]!);
    });
  },
  frame: () => "y-up",
  say(answer, { ask }, wording) {
    if (typeof answer === "string") return answer;
    const { moves } = PATH_WORDS[wording as WordingName];
    return ask === "labels"
      ? answer.join(", ")
      : answer.map((move) => moves[MOVES.indexOf(move)]!).join(", ");
  },
  read(words, { ask }) {
    if (ask === "length") return readNumber(words, { isCount: true });
    return ask === "labels" ? readLabels(words, LABEL) : readMoves(words);
  },
  // The length is the only right one; the path is one of those that have it.
  accepts(question, answer) {
    const grid = openGrid(question);
    if (question.ask === "length") {
      const path = solveGridPath(grid);
      return path.status === "exact" && Number(answer) === path.value.length.straight;
    }
    if (typeof answer === "string") return false;
    const given = question.ask === "labels"
      ? { labels: answer, cellOf: cellsByLabel(question.size) }
      : { moves: answer };
    return judgeGridPath(grid, given).optimal;
  },
  draw({ size }, wording) {
    return [{ drawing: drawNodes(size, ALT(wording)(String(size), `N${size}`)) }];
  },
  names: ({ size }) => Array.from({ length: size * size }, (_, k) => `N${k + 1}`),
  scene: ({ size }) => ({ size }),
};

const ALT = phraseOf(PATH_WORDS, ({ given }) => given, ["n", "last"]);

/** Moves as answers name them, in the order of the wordings. */
const MOVES = ["right", "up", "left", "down"];

const MOVE_OF: Readonly<Record<string, string>> = {
  east: "right",
  north: "up",
  west: "left",
  south: "down",
};

/** Labels as replies have them. */
const LABEL = /^N\d{1,9}$/i;

const GRIDS = new Map<number, GridMap>();

/** The question on a grid without obstacles, whose rows count from the top. */
function openGrid({ size, from, to }: ShortestPathQuestion): GridInstance {
  let map = GRIDS.get(size);
  if (map === undefined) GRIDS.set(size, map = GridMap.of(size, size, () => 1));
  const cell = ([x, y]: Node): Cell => [x, size - 1 - y];
  return { map, neighbours: 4, start: cell(from), goal: cell(to) };
}

/** Labels count up the columns, from the left one on. */
function labelOf(size: number, [x, y]: Cell): string {
  return `N${x * size + size - y}`;
}

const LABELS = new Map<number, Readonly<Record<string, Cell>>>();

function cellsByLabel(size: number): Readonly<Record<string, Cell>> {
  let cells = LABELS.get(size);
  if (cells === undefined) {
    const all = Array.from(
      { length: size * size },
      (_, i): Cell => [i % size, Math.floor(i / size)],
    );
    cells = Object.fromEntries(all.map((cell) => [labelOf(size, cell), cell]));
    LABELS.set(size, cells);
  }
  return cells;
}
