import { exact, impossible, type Outcome } from "../solvers/outcome.ts";
import { describeGridPath } from "../solvers/path/grid/describe_grid_path.ts";
import type { GridInstance } from "../solvers/path/grid/grid_instance.ts";
import { type Cell, GridMap } from "../solvers/path/grid/grid_map.ts";
import { judgeGridPath } from "../solvers/path/grid/judge_grid_path.ts";
import { solveGridPath } from "../solvers/path/grid/solve_grid_path.ts";
import { FORM_KNOBS } from "./loop/forms.ts";
import { readCount, readFields, readWord, shown } from "./_instance.ts";
import type { KnobValues } from "./knobs.ts";
import { drawNodes } from "./_draw_nodes.ts";
import { readLabels } from "../text/replies/labels.ts";
import { readMoves } from "../text/replies/moves.ts";
import { readNumber } from "../text/replies/numbers.ts";
import { pathPlan } from "./_shortest_path_plan.ts";
import type { Task } from "./task.ts";
import { POINT_KNOBS } from "./points/point_knobs.ts";

const ASKS = ["length", "moves", "labels"] as const;

/** The knobs of the shortest path task. */
const PATH_KNOBS = {
  size: { type: "integer", least: 3, most: 20, default: 5, doc: "the nodes of a side of the grid" },
  hops: {
    type: "integer",
    least: 1,
    most: 20,
    default: 2,
    doc: "the least number of moves, no more than the grid allows",
  },
  ask: {
    type: "word",
    of: ASKS,
    default: "length",
    doc: "the number of moves, or any shortest path by its moves or nodes",
  },
  balance: {
    type: "flag",
    default: true,
    doc: "every length equally often, item by item; else every pair of nodes",
  },
  ...FORM_KNOBS,
  given: POINT_KNOBS.given,
  wording: POINT_KNOBS.wording,
} as const;

/** The values of {@link PATH_KNOBS}. */
export type PathValues = KnobValues<typeof PATH_KNOBS>;

/** The shortest paths between two nodes of a grid without obstacles. */
export const shortestPath: Task = {
  name: "shortest-path",
  version: 1,
  summary: "The shortest path between two nodes of a grid: its length, moves or nodes",
  knobs: PATH_KNOBS,
  profiles: { fair: {}, sparkle: { balance: false, wording: "en-sparkle" } },
  levels: {
    rises: "nodes of the grid; moves of the path",
    easy: { size: 3, hops: 1 },
    medium: { size: 5, hops: 3 },
    hard: { size: 9, hops: 6 },
  },
  plan: (knobs) => pathPlan(knobs as PathValues),
  solve(instance) {
    const { size, from, to, ask } = readInstance(instance);
    if (from[0] === to[0] && from[1] === to[1]) return impossible("the two nodes are the same");
    const path = solveGridPath(openGrid(size, from, to));
    if (path.status !== "exact") return path as Outcome<never>;
    const { length, cells } = path.value;
    if (ask === "length") return exact(String(length.straight));
    // The length is the only right one; the path is one of those that have it.
    const steps = ask === "labels"
      ? cells.map((cell) => labelOf(size, cell))
      : describeGridPath(cells, "north").moves.map((move) => MOVE_OF[move]!);
    return exact({ length: String(length.straight), path: steps });
  },
  parse(words, _knobs, instance) {
    const { ask } = readInstance(instance);
    if (ask === "length") return readNumber(words, { isCount: true });
    return ask === "labels" ? readLabels(words, LABEL) : readMoves(words);
  },
  accepts(instance, answer) {
    const { size, from, to, ask } = readInstance(instance);
    const grid = openGrid(size, from, to);
    if (ask === "length") {
      const path = solveGridPath(grid);
      return path.status === "exact" && Number(answer) === path.value.length.straight;
    }
    const steps = answer as readonly string[];
    const given = ask === "labels"
      ? { labels: steps, cellOf: cellsByLabel(size) }
      : { moves: steps };
    return judgeGridPath(grid, given).optimal;
  },
  draw(instance, alt) {
    const { size } = readInstance(instance);
    return drawNodes(size, alt);
  },
};

/** The name of a node. */
const LABEL = /^N\d{1,9}$/i;

const MOVE_OF: Readonly<Record<string, string>> = {
  east: "right",
  north: "up",
  west: "left",
  south: "down",
};

/** Column from the left and row from the bottom, from 0. */
type Node = readonly [number, number];

const GRIDS = new Map<number, GridMap>();

/** The question on a grid without obstacles, whose rows count from the top. */
function openGrid(size: number, from: Node, to: Node): GridInstance {
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

function readInstance(instance: unknown): {
  readonly size: number;
  readonly from: Node;
  readonly to: Node;
  readonly ask: PathValues["ask"];
} {
  const fields = readFields(instance, ["size", "from", "to", "ask"]);
  const size = readCount(fields.size, "size", 2, 1000);
  const ask = readWord(fields.ask, "ask", ASKS);
  return {
    size,
    from: readNode(fields.from, "from", size),
    to: readNode(fields.to, "to", size),
    ask,
  };
}

function readNode(value: unknown, what: string, size: number): Node {
  if (Array.isArray(value) && value.length === 2) {
    const [x, y] = value;
    return [
      readCount(x, `${what}[0]`, 0, size - 1),
      readCount(y, `${what}[1]`, 0, size - 1),
    ];
  }
  throw new TypeError(`Cannot read ${what}: ${shown(value)}, must be [column, row] from 0`);
}
