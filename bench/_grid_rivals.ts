import EasyStar from "npm:easystarjs@0.4.4";
import { type Cell, type GridMap, type GridMoves, GridRouter } from "../solvers/mod.ts";
import { createGraph, ngraphPath } from "./_ngraph.ts";
import PF from "./_pathfinding.ts";

/** A question on one of the maps of a set. */
export interface GridQuestion {
  readonly map: GridMap;
  readonly start: Cell;
  readonly goal: Cell;
}

/** A way to answer a set of questions: the ways' lengths, in order; -1 where there is none. */
export interface Rival {
  readonly name: string;
  answer(): Float64Array;
}

/** Our router, one prepared for each map, ids given, the way written. */
export function alidade(questions: readonly GridQuestion[], moves: GridMoves): Rival {
  const routers = perMap(questions, (map) => new GridRouter(map, moves));
  const asked = questions.map(({ map, start, goal }) => ({
    router: routers.get(map)!,
    start: map.idOf(...start),
    goal: map.idOf(...goal),
  }));
  const way = new Int32Array(Math.max(...questions.map((q) => q.map.freeCount)));
  const lengths = new Float64Array(questions.length);
  return {
    name: "alidade GridRouter",
    answer() {
      for (let i = 0; i < asked.length; i++) {
        const { router, start, goal } = asked[i]!;
        const found = router.search(start, goal);
        if (found) router.writeWay(way);
        lengths[i] = found ? router.straight + router.diagonal * Math.SQRT2 : -1;
      }
      return lengths;
    },
  };
}

/** PathFinding.js; each search uses its grid up, so a copy is made for each. */
export function pathfinding(
  questions: readonly GridQuestion[],
  moves: GridMoves,
  finder: "AStarFinder" | "JumpPointFinder" = "AStarFinder",
): Rival {
  const grids = perMap(questions, (map) => new PF.Grid(blockedOf(map)));
  const { Never, OnlyWhenNoObstacles } = PF.DiagonalMovement;
  const search = new PF[finder]({
    diagonalMovement: moves.neighbours === 4 ? Never : OnlyWhenNoObstacles,
    heuristic: moves.neighbours === 4 ? PF.Heuristic.manhattan : PF.Heuristic.octile,
  });
  return {
    name: `PathFinding.js ${finder}, its grid copied for each`,
    answer: () =>
      Float64Array.from(questions, ({ map, start, goal }) => {
        const way = search.findPath(...start, ...goal, grids.get(map)!.clone());
        return lengthOf(way, ([x, y]) => [x, y]);
      }),
  };
}

/** What of PathFinding.js's time goes into copying, to be taken off for the search alone. */
export function pathfindingCopies(questions: readonly GridQuestion[]): Rival {
  const grids = perMap(questions, (map) => new PF.Grid(blockedOf(map)));
  return {
    name: "PathFinding.js, the copying alone",
    answer() {
      for (const { map } of questions) grids.get(map)!.clone();
      return new Float64Array();
    },
  };
}

/** easystarjs; with 8 neighbours its ways are not the shortest, so only for 4. */
export function easystar(questions: readonly GridQuestion[]): Rival {
  const stars = perMap(questions, (map) => {
    const star = new EasyStar.js();
    star.setGrid(blockedOf(map));
    star.setAcceptableTiles([0]);
    star.enableSync();
    return star;
  });
  return {
    name: "easystarjs",
    answer: () =>
      Float64Array.from(questions, ({ map, start, goal }) => {
        let length = -1;
        const star = stars.get(map)!;
        star.findPath(...start, ...goal, (way) => {
          if (way !== null) length = lengthOf(way, ({ x, y }) => [x, y]);
        });
        star.calculate();
        return length;
      }),
  };
}

/** ngraph.path's A* on the graph of the map, given ready made; directed where cells cost. */
export function ngraph(questions: readonly GridQuestion[], moves: GridMoves): Rival {
  const estimate = (dx: number, dy: number) =>
    moves.neighbours === 4 ? dx + dy : Math.max(dx, dy) + (Math.SQRT2 - 1) * Math.min(dx, dy);
  const finders = perMap(questions, (map) =>
    ngraphPath.aStar(graphOf(map, moves), {
      oriented: map.costs !== null,
      distance: (_a, _b, link) => link.data,
      heuristic: ({ data: [x, y] }, { data: [u, v] }) => estimate(Math.abs(x - u), Math.abs(y - v)),
    }));
  return {
    name: "ngraph.path",
    answer: () =>
      Float64Array.from(questions, ({ map, start, goal }) => {
        const way = finders.get(map)!.find(map.idOf(...start), map.idOf(...goal));
        return lengthOf(way.reverse(), ({ data }) => data, map);
      }),
  };
}

/** Throws unless all answer as the first does. */
export function requireAgreement(rivals: readonly Rival[]): void {
  const answers = rivals.map((rival) => rival.answer().slice());
  for (const [r, lengths] of answers.entries()) {
    const wrong = lengths.findIndex((length, i) => Math.abs(length - answers[0]![i]!) > 1e-6);
    if (wrong < 0) continue;
    throw new Error(
      `${rivals[r]!.name}: question ${wrong} has the answer ${lengths[wrong]}, ` +
        `not ${answers[0]![wrong]}`,
    );
  }
}

function perMap<T>(questions: readonly GridQuestion[], make: (map: GridMap) => T): Map<GridMap, T> {
  return new Map([...new Set(questions.map((q) => q.map))].map((map) => [map, make(map)]));
}

function blockedOf(map: GridMap): number[][] {
  return Array.from(
    { length: map.height },
    (_, y) => Array.from({ length: map.width }, (_, x) => map.isFree(x, y) ? 0 : 1),
  );
}

function graphOf(map: GridMap, moves: GridMoves) {
  const graph = createGraph<Cell, number>();
  for (const [x, y] of freeCells(map)) graph.addNode(map.idOf(x, y), [x, y]);
  for (const [x, y] of freeCells(map)) {
    for (const [dx, dy] of [[1, 0], [0, 1], [1, 1], [-1, 1]] as const) {
      const [u, v] = [x + dx, y + dy];
      const isDiagonal = dx !== 0 && dy !== 0;
      if (!map.isFree(u, v) || (isDiagonal && moves.neighbours === 4)) continue;
      if (isDiagonal && !(map.isFree(u, y) && map.isFree(x, v))) continue;
      const step = isDiagonal ? Math.SQRT2 : 1;
      graph.addLink(map.idOf(x, y), map.idOf(u, v), step * map.costAt(u, v)!);
      if (map.costs === null) continue;
      graph.addLink(map.idOf(u, v), map.idOf(x, y), step * map.costAt(x, y)!);
    }
  }
  return graph;
}

function* freeCells(map: GridMap): Iterable<Cell> {
  for (let y = 0; y < map.height; y++) {
    for (let x = 0; x < map.width; x++) if (map.isFree(x, y)) yield [x, y];
  }
}

/** The length of a way from its start on, what its cells cost included where a map is given. */
function lengthOf<P>(
  way: readonly P[],
  cellOf: (point: P) => readonly [number, number],
  map?: GridMap,
): number {
  if (way.length === 0) return -1;
  let [straight, diagonal] = [0, 0];
  for (let i = 1; i < way.length; i++) {
    const [[x, y], [u, v]] = [cellOf(way[i - 1]!), cellOf(way[i]!)];
    const cost = map?.costAt(u, v) ?? 1;
    if (x === u || y === v) straight += cost * (Math.abs(x - u) + Math.abs(y - v));
    else diagonal += cost * Math.abs(x - u);
  }
  return straight + diagonal * Math.SQRT2;
}
