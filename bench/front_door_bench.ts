/**
 * What a newcomer calls: one call on plain objects, nothing prepared, beside the rival that gets
 * the same objects in its own form, in one process. The answers are compared before anything is
 * timed. The kernels under these calls have benches of their own.
 */
import { bearing } from "@turf/bearing";
import { distance } from "@turf/distance";
import {
  type GridInstance,
  GridRouter,
  solveDirection,
  solveGraphPath,
  solveGridPath,
  solveNearest,
  solveTourSync,
} from "../solvers/mod.ts";
import { TypedHeldKarp } from "./_held_karp_rivals.ts";
import { createGraph, ngraphPath } from "./_ngraph.ts";
import PF from "./_pathfinding.ts";

/** So many instances a group, asked in turn. */
const COUNT = 256;

let state = 20261121;

function draw(limit: number): number {
  state = Math.imul(state, 1664525) + 1013904223 >>> 0;
  return Math.floor(state / 2 ** 32 * limit);
}

function make<T>(one: (k: number) => T, count = COUNT): T[] {
  return Array.from({ length: count }, (_, k) => one(k));
}

/** A way to answer: the call that is timed, and how its result is read to be compared. */
interface Way<T> {
  readonly call: (k: number) => T;
  readonly read: (result: T) => unknown;
}

function way<T>(call: (k: number) => T, read: (result: T) => unknown): Way<unknown> {
  return { call, read } as Way<unknown>;
}

/** Races ways to answer the k-th question of a group, ours first; all must come to the same. */
function race(group: string, ways: Readonly<Record<string, Way<unknown>>>, count = COUNT): void {
  const [[first, ours] = ["", way(() => 0, String)], ...rivals] = Object.entries(ways);
  for (let k = 0; k < count; k++) {
    const right = ours.read(ours.call(k));
    for (const [name, { call, read }] of rivals) {
      const answer = read(call(k));
      if (!isSame(right, answer)) {
        throw new Error(`${group}, question ${k}: ${first} says ${right}, ${name} ${answer}`);
      }
    }
  }
  for (const [name, { call }] of Object.entries(ways)) {
    let k = 0;
    Deno.bench(name, { group, baseline: name === first }, () => {
      k = k + 1 === count ? 0 : k + 1;
      return void (sink = call(k));
    });
  }
}

/** Holds the last result, so that no call is left out. */
let sink: unknown;

function isSame(a: unknown, b: unknown): boolean {
  return typeof a === "number" && typeof b === "number" ? Math.abs(a - b) < 1e-6 : a === b;
}

const LATTICE = 1000;

/** Degrees at the equator for one step of the lattice, where the sphere is as good as flat. */
const DEGREES = 1e-6;

const WINDS = ["N", "NE", "E", "SE", "S", "SW", "W", "NW"];

/** The wind of an angle clockwise from north, in degrees. */
function windOf(degrees: number): string {
  return WINDS[Math.floor((degrees + 742.5) / 45) % 8]!;
}

const LONG_WINDS: Readonly<Record<string, string>> = {
  north: "N",
  northeast: "NE",
  east: "E",
  southeast: "SE",
  south: "S",
  southwest: "SW",
  west: "W",
  northwest: "NW",
};

const pairs = make(() => {
  const from = [draw(LATTICE), draw(LATTICE)] as const;
  const to = [from[0] + 1 + draw(LATTICE), from[1] + 500 - draw(LATTICE)] as const;
  return { from, to, frame: "y-up", sectors: "eight-winds" } as const;
});
const degrees = pairs.map(({ from: [ax, ay], to: [bx, by] }) => ({
  from: [ax * DEGREES, ay * DEGREES],
  to: [bx * DEGREES, by * DEGREES],
}));

race("direction, eight winds", {
  "solveDirection": way(
    (k) => solveDirection(pairs[k]!),
    (found) => found.status === "exact" ? LONG_WINDS[found.value] : found.status,
  ),
  "@turf/bearing": way((k) => windOf(bearing(degrees[k]!.from, degrees[k]!.to)), String),
  "atan2": way((k) => {
    const { from, to } = pairs[k]!;
    return windOf(Math.atan2(to[0] - from[0], to[1] - from[1]) * 180 / Math.PI);
  }, String),
});

/** A random map of square size as rows, a fifth of it blocked, and two free cells of it. */
function drawGrid(
  size: number,
): { rows: string[]; start: [number, number]; goal: [number, number] } {
  const cells = make(() => make(() => draw(5) === 0 ? "#" : ".", size), size);
  const drawFree = (): [number, number] => {
    for (;;) {
      const [x, y] = [draw(size), draw(size)];
      if (cells[y]![x] === ".") return [x, y];
    }
  };
  return { rows: cells.map((row) => row.join("")), start: drawFree(), goal: drawFree() };
}

const { Never, OnlyWhenNoObstacles } = PF.DiagonalMovement;
const FINDERS = {
  4: new PF.AStarFinder({ diagonalMovement: Never, heuristic: PF.Heuristic.manhattan }),
  8: new PF.AStarFinder({ diagonalMovement: OnlyWhenNoObstacles, heuristic: PF.Heuristic.octile }),
};

function lengthOf(way: readonly (readonly number[])[]): number {
  if (way.length === 0) return -1;
  let length = 0;
  for (let i = 1; i < way.length; i++) {
    length += Math.hypot(way[i]![0]! - way[i - 1]![0]!, way[i]![1]! - way[i - 1]![1]!);
  }
  return length;
}

for (const size of [8, 32]) {
  const grids = make(() => drawGrid(size));
  // A grid of PathFinding.js is used up by a search, so that each call builds one.
  const matrices = grids.map(({ rows }) => rows.map((row) => Array.from(row, (c) => +(c === "#"))));
  for (const moves of [{ neighbours: 4 }, { neighbours: 8, corners: "both-free" }] as const) {
    const instances = grids.map(({ rows, start, goal }) => ({
      map: { rows },
      start,
      goal,
      ...moves,
    }));
    race(`grid path ${size} x ${size}, ${moves.neighbours} neighbours`, {
      "solveGridPath": way((k) => solveGridPath(instances[k]!), (found) => {
        if (found.status !== "exact") return -1;
        const { length: { straight, diagonal }, cells } = found.value;
        if (Math.abs(lengthOf(cells) - straight - diagonal * Math.SQRT2) > 1e-6) return NaN;
        return straight + diagonal * Math.SQRT2;
      }),
      "PathFinding.js, its grid built": way((k) => {
        const { start: [ax, ay], goal: [bx, by] } = grids[k]!;
        return FINDERS[moves.neighbours].findPath(ax, ay, bx, by, new PF.Grid(matrices[k]!));
      }, lengthOf),
    });
  }
}

const large = make(() => drawGrid(512).rows, 2);
for (const moves of [{ neighbours: 4 }, { neighbours: 8, corners: "both-free" }] as const) {
  race(`router of 512 x 512 rows, ${moves.neighbours} neighbours`, {
    "new GridRouter": way((k) => new GridRouter({ rows: large[k]! }, moves), String),
  }, 2);
}
