import type { GivenGridPath } from "./given_grid_path.ts";
import type { Cell, GridMap } from "./grid_map.ts";
import { DX, DY } from "./_steps.ts";

/** The cells of a given way up to the first part that cannot be read, and why it cannot. */
export interface ReadPath {
  readonly cells: readonly Cell[];
  readonly fault: string | null;
}

const MOVE_NAMES: readonly string[][] = [
  ["n", "north", "u", "up"],
  ["ne", "northeast"],
  ["e", "east", "r", "right"],
  ["se", "southeast"],
  ["s", "south", "d", "down"],
  ["sw", "southwest"],
  ["w", "west", "l", "left"],
  ["nw", "northwest"],
];

const MOVES = new Map(MOVE_NAMES.flatMap((names, d) => names.map((name) => [name, d])));

/** Turns a given way into cells; cells outside the map are left for the judge. */
export function readGiven(given: GivenGridPath, map: GridMap, start: Cell): ReadPath {
  if ("cells" in given) return { cells: given.cells, fault: null };
  if ("moves" in given) return readMoves(given.moves, start);
  if ("labels" in given) return readLabels(given.labels, given.cellOf);
  const [x0, y0] = given.origin ?? [0, 0];
  const cells = given.coordinates.map(([x, y]): Cell => [
    x - x0,
    given.frame === "y-down" ? y - y0 : map.height - 1 - (y - y0),
  ]);
  return { cells, fault: null };
}

function readMoves(moves: readonly string[], start: Cell): ReadPath {
  const cells = [start];
  let [x, y] = start;
  for (const [i, move] of moves.entries()) {
    const d = MOVES.get(move.toLowerCase().replace(/[\s_-]/g, ""));
    if (d === undefined) {
      return { cells, fault: `move ${i + 1} is ${JSON.stringify(move)}, which is no direction` };
    }
    cells.push([x += DX[d]!, y += DY[d]!]);
  }
  return { cells, fault: null };
}

function readLabels(labels: readonly string[], cellOf: Readonly<Record<string, Cell>>): ReadPath {
  const cells: Cell[] = [];
  for (const [i, label] of labels.entries()) {
    if (!Object.hasOwn(cellOf, label)) {
      return { cells, fault: `label ${i + 1} is ${JSON.stringify(label)}, which names no cell` };
    }
    cells.push(cellOf[label]!);
  }
  return { cells, fault: null };
}
