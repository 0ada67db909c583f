import { exact, impossible } from "../solvers/outcome.ts";
import { FORM_KNOBS } from "./_forms.ts";
import { readCount, readFields, readWord, shown } from "./_instance.ts";
import type { KnobValues } from "./knobs.ts";
import { drawNodes } from "./_draw_nodes.ts";
import { onlyNumber, wordsIn } from "./_replies.ts";
import { pathPlan } from "./_shortest_path_plan.ts";
import type { Task } from "./task.ts";
import { POINT_KNOBS } from "./_points.ts";
import { PATH_WORDS } from "./words/shortest_path.ts";

const ASKS = ["length", "moves", "labels"] as const;

/** The knobs of the shortest path task. */
export const PATH_KNOBS = {
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
  plan: (knobs) => pathPlan(knobs as PathValues),
  solve(instance) {
    const { size, from, to, ask } = readInstance(instance);
    if (from[0] === to[0] && from[1] === to[1]) return impossible("the two nodes are the same");
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    if (ask === "length") return exact(String(Math.abs(dx) + Math.abs(dy)));
    // Without obstacles a path is shortest iff it never turns back: here sideways first.
    const moves = [
      ...Array<number>(Math.abs(dx)).fill(dx > 0 ? 0 : 2),
      ...Array<number>(Math.abs(dy)).fill(dy > 0 ? 1 : 3),
    ];
    // The length is the only right one; the path is one of those that have it.
    const path = ask === "moves" ? moves.map((m) => MOVES[m]!) : labelsOf(size, from, moves);
    return exact({ length: String(moves.length), path });
  },
  parse(words, knobs, instance) {
    const { ask } = readInstance(instance);
    if (ask === "length") return onlyNumber(words);
    if (ask === "labels") {
      const labels = [...words.matchAll(/(?<![\p{L}\p{N}])N(\d+)(?!\p{N})/gu)].map((m) => m[0]);
      return labels.length > 0 ? labels : null;
    }
    const moves = wordsIn(words, PATH_WORDS[(knobs as PathValues).wording].moves);
    return moves.length > 0 ? moves.map((m) => MOVES[m]!) : null;
  },
  accepts(instance, answer) {
    const { size, from, to, ask } = readInstance(instance);
    const least = Math.abs(to[0] - from[0]) + Math.abs(to[1] - from[1]);
    if (ask === "length") return Number(answer) === least;
    const steps = answer as readonly string[];
    const nodes = ask === "labels" ? steps.map((l) => nodeOf(size, l)) : walk(from, steps);
    return nodes.length === least + 1 && isPath(size, nodes) && same(nodes[0]!, from) &&
      same(nodes.at(-1)!, to);
  },
  draw(instance, alt) {
    const { size } = readInstance(instance);
    return drawNodes(size, alt);
  },
};

/** Moves as answers name them, in the order of the wordings. */
const MOVES = ["right", "up", "left", "down"];

/** Column from the left and row from the bottom, from 0. */
type Node = readonly [number, number];

const STEPS: readonly Node[] = [[1, 0], [0, 1], [-1, 0], [0, -1]];

function walk(from: Node, moves: readonly string[]): Node[] {
  const nodes = [from];
  for (const move of moves) {
    const [dx, dy] = STEPS[MOVES.indexOf(move)]!;
    const [x, y] = nodes.at(-1)!;
    nodes.push([x + dx, y + dy]);
  }
  return nodes;
}

function labelsOf(size: number, from: Node, moves: readonly number[]): string[] {
  return walk(from, moves.map((m) => MOVES[m]!)).map(([x, y]) => `N${x * size + y + 1}`);
}

/** A label that is not on the grid gives a node that is not. */
function nodeOf(size: number, label: string): Node {
  const number = Number(label.slice(1)) - 1;
  return [Math.floor(number / size), number % size];
}

function isPath(size: number, nodes: readonly Node[]): boolean {
  const inside = nodes.every(([x, y]) => x >= 0 && y >= 0 && x < size && y < size);
  return inside && nodes.every(([x, y], i) => {
    const [u, v] = nodes[Math.max(0, i - 1)]!;
    return i === 0 || Math.abs(x - u) + Math.abs(y - v) === 1;
  });
}

function same(a: Node, b: Node): boolean {
  return a[0] === b[0] && a[1] === b[1];
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
