/**
 * What a newcomer calls: one call on plain objects, nothing prepared, beside the rival that gets
 * the same objects in its own form, in one process. The answers are compared before anything is
 * timed. The kernels under these calls have benches of their own.
 */
import { bearing } from "@turf/bearing";
import { booleanPointInPolygon } from "npm:@turf/boolean-point-in-polygon@7.4.0";
import { distance } from "@turf/distance";
import trilateration from "npm:node-trilateration@1.0.0";
import geographiclib from "geographiclib-geodesic";
import {
  checkObstaclePath,
  GridRouter,
  solveDirection,
  solveGeodesic,
  solveGraphPath,
  solveGridPath,
  solveNearest,
  solveObstaclePath,
  solvePlace,
  solveRanking,
  solveRegion,
  solveTourSync,
} from "../solvers/mod.ts";
import { TypedHeldKarp } from "./_held_karp_rivals.ts";
import { createGraph, ngraphPath } from "./_ngraph.ts";
import PF from "./_pathfinding.ts";

const { WGS84 } = geographiclib.Geodesic;

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
  requireSame(group, [first, ours], rivals, count);
  for (const [name, { call }] of Object.entries(ways)) {
    // All questions in one run: some are easier than others.
    Deno.bench(`${name}, ${count}`, { group, baseline: name === first }, () => {
      for (let k = 0; k < count; k++) sink.last = call(k);
    });
  }
}

/** {@link race} for calls that may answer later. */
async function raceLater(
  group: string,
  ways: Readonly<Record<string, (k: number) => number | Promise<number>>>,
): Promise<void> {
  const answers: Record<string, Way<unknown>> = {};
  for (const [name, call] of Object.entries(ways)) {
    const known: number[] = [];
    for (let k = 0; k < COUNT; k++) known.push(await call(k));
    answers[name] = way((k) => known[k]!, Number);
  }
  const [[first, ours] = ["", way(() => 0, Number)], ...rivals] = Object.entries(answers);
  requireSame(group, [first, ours], rivals, COUNT);
  for (const [name, call] of Object.entries(ways)) {
    Deno.bench(`${name}, ${COUNT}`, { group, baseline: name === first }, async () => {
      for (let k = 0; k < COUNT; k++) {
        const found = call(k);
        sink.last = typeof found === "number" ? found : await found;
      }
    });
  }
}

type Named = readonly [name: string, way: Way<unknown>];

/** Demands that all ways come to the same. */
function requireSame(
  group: string,
  [first, ours]: Named,
  rivals: readonly Named[],
  count: number,
): void {
  for (let k = 0; k < count; k++) {
    const right = ours.read(ours.call(k));
    for (const [name, { call, read }] of rivals) {
      const answer = read(call(k));
      if (!isSame(right, answer)) {
        throw new Error(`${group}, question ${k}: ${first} says ${right}, ${name} ${answer}`);
      }
    }
  }
}

/** Holds the last result, so that no call is left out. */
const sink = { last: null as unknown };

function isSame(a: unknown, b: unknown): boolean {
  return typeof a === "number" && typeof b === "number"
    ? Math.abs(a - b) <= 1e-5 * Math.abs(a)
    : a === b;
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

/** A tour's weights are rounded to so many parts of a unit by the rival. */
const PARTS = 1000;

for (const n of [5, 8, 10, 12]) {
  const points = make(() => make(() => [draw(LATTICE), draw(LATTICE)] as const, n));
  const instances = points.map((points) => {
    return { form: "closed", points, metric: "euclidean" } as const;
  });
  race(`tour of ${n} points`, {
    "solveTourSync": way((k) => solveTourSync(instances[k]!), (found) => {
      if (found.status === "exact") return found.value.length.approximate;
      return found.status === "tie" ? found.values[0]!.length.approximate : found.status;
    }),
    "subsets in a typed array, the length alone": way((k) => {
      const at = points[k]!;
      const weights = new Int32Array(n * n);
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < i; j++) {
          const [dx, dy] = [at[i]![0] - at[j]![0], at[i]![1] - at[j]![1]];
          weights[i * n + j] = Math.round(PARTS * Math.sqrt(dx * dx + dy * dy));
          weights[j * n + i] = weights[i * n + j]!;
        }
      }
      return new TypedHeldKarp(n).solve(weights, 0);
    }, (length) => length / PARTS),
  });
}

const NODES = 20;
const EDGES = 40;
const graphs = make(() => {
  const edges = make((i) => {
    const from = draw(NODES);
    // A tree first, so that all is in reach.
    const to = i < NODES - 1 ? draw(i + 1) : (from + 1 + draw(NODES - 1)) % NODES;
    return [i < NODES - 1 ? i + 1 : from, to, 1 + draw(100)] as const;
  }, EDGES);
  const from = draw(NODES);
  return {
    graph: { directed: false, nodes: NODES, edges },
    from,
    to: (from + 1 + draw(NODES - 1)) % NODES,
  };
});

/** The length of a route of ngraph, whose links hold their weights. */
function lengthOfRoute(route: readonly { links: Set<{ data: number }> | null }[]): number {
  let length = 0;
  for (let i = 1; i < route.length; i++) {
    const [before, after] = [route[i - 1]!.links!, route[i]!.links!];
    length += Math.min(...[...before].filter((link) => after.has(link)).map((link) => link.data));
  }
  return length;
}

race("graph path, 20 nodes and 40 edges", {
  "solveGraphPath": way(
    (k) => solveGraphPath(graphs[k]!),
    (found) => found.status === "exact" ? found.value.length : found.status,
  ),
  "ngraph.path, its graph built": way((k) => {
    const { graph: { edges }, from, to } = graphs[k]!;
    const graph = createGraph<undefined, number>({ multigraph: true });
    for (const [a, b, weight] of edges) graph.addLink(a, b, weight);
    const finder = ngraphPath.aStar(graph, { distance: (_a, _b, link) => link.data });
    return finder.find(from, to);
  }, lengthOfRoute),
});

const CANDIDATES = 10;
const crowds = make(() => ({
  from: { name: "from", x: draw(LATTICE), y: draw(LATTICE) },
  points: make((i) => ({ name: `N${i}`, x: draw(LATTICE), y: draw(LATTICE) }), CANDIDATES),
  metric: "euclidean",
  extreme: "nearest",
} as const));

type Place = { readonly x: number; readonly y: number };

function turfDistance(a: Place, b: Place): number {
  return distance([a.x * DEGREES, a.y * DEGREES], [b.x * DEGREES, b.y * DEGREES]);
}

function hypotDistance(a: Place, b: Place): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function nearestBy(far: (a: Place, b: Place) => number): (k: number) => string {
  return (k) => {
    const { from, points } = crowds[k]!;
    let [best, least] = ["", Infinity];
    for (const point of points) {
      const d = far(from, point);
      if (d < least) [best, least] = [point.name, d];
    }
    return best;
  };
}

race("nearest of ten", {
  "solveNearest": way(
    (k) => solveNearest(crowds[k]!),
    (found) =>
      found.status === "exact" ? found.value : found.status === "tie" ? found.values[0] : "",
  ),
  "@turf/distance": way(nearestBy(turfDistance), String),
  "hypot": way(nearestBy(hypotDistance), String),
});

function rankingBy(far: (a: Place, b: Place) => number): (k: number) => string[] {
  return (k) => {
    const { from, points } = crowds[k]!;
    return points.map(({ name, x, y }) => ({ name, d: far(from, { x, y }) }))
      .sort((a, b) => a.d - b.d).map(({ name }) => name);
  };
}

race("ranking of ten", {
  "solveRanking": way(
    (k) => solveRanking(crowds[k]!),
    (found) => found.status === "exact" ? found.value.flat().join() : found.status,
  ),
  "@turf/distance": way(rankingBy(turfDistance), (names) => names.join()),
  "hypot": way(rankingBy(hypotDistance), (names) => names.join()),
});

/** A ring of eight corners around a point, the first one repeated at the end. */
function drawRing(x: number, y: number): [number, number][] {
  const ring = [[9, 0], [6, 6], [0, 9], [-6, 6], [-9, 0], [-6, -6], [0, -9], [6, -6]];
  const corners = ring.map(([dx, dy]): [number, number] => {
    return [x + dx! * 10 + draw(20), y + dy! * 10 + draw(20)];
  });
  return [...corners, corners[0]!];
}

const lands = make(() => {
  const rings = make((i) => drawRing(i % 2 * 250 + 100, (i >> 1) * 250 + 100), 4);
  const [x, y] = [draw(500), draw(500)];
  const regions = rings.map((ring, i) => ({ name: `R${i}`, rings: [ring] }));
  return { x, y, rings, instance: { x, y, regions, onBoundary: "inside" } as const };
});

race("region of four, eight corners each", {
  "solveRegion": way((k) => solveRegion(lands[k]!.instance), (found) => {
    return found.status === "exact" ? found.value ?? "" : found.status;
  }),
  "@turf/boolean-point-in-polygon": way((k) => {
    const { x, y, rings } = lands[k]!;
    const at = rings.findIndex((ring) => {
      return booleanPointInPolygon([x, y], { type: "Polygon", coordinates: [ring] });
    });
    return at < 0 ? "" : `R${at}`;
  }, String),
});

/** A hidden point, and its distance from three others in whole numbers or roots of them. */
const hunts = make(() => {
  const [x, y] = [draw(LATTICE), draw(LATTICE)];
  const corners = [[0, draw(99)], [LATTICE, 100 + draw(99)], [100 + draw(99), LATTICE]] as const;
  const points = corners.map(([x, y], i) => ({ name: `P${i}`, x, y }));
  const squares = corners.map(([cx, cy]) => (cx - x) ** 2 + (cy - y) ** 2);
  const facts = squares.map((squared, i) => {
    return { kind: "squared-distance", from: `P${i}`, squared } as const;
  });
  const beacons = corners.map(([x, y], i) => ({ x, y, distance: Math.sqrt(squares[i]!) }));
  return { instance: { points, facts, frame: "y-up" }, beacons } as const;
});

race("place by three distances", {
  "solvePlace": way((k) => solvePlace(hunts[k]!.instance), (found) => {
    if (found.status !== "exact" || found.value.kind !== "point") return found.status;
    return `${found.value.x.text} ${found.value.y.text}`;
  }),
  "node-trilateration": way(
    (k): { x: number; y: number } => trilateration.calculate(hunts[k]!.beacons),
    ({ x, y }) => `${Math.round(x)} ${Math.round(y)}`,
  ),
});

/** Four obstacles between a start and a goal. */
const courts = lands.map(({ rings }) => {
  const ends = { start: [0, draw(500)], goal: [500, draw(500)] } as const;
  return { ...ends, obstacles: rings, touching: "allowed" } as const;
});

for (const court of courts) {
  const found = solveObstaclePath(court);
  const paths = found.status === "exact"
    ? [found.value]
    : found.status === "tie"
    ? found.values
    : [];
  const wrong = paths.length === 0 ? found.status : checkObstaclePath(court, paths[0]!);
  if (wrong !== null) throw new Error(`obstacle path: ${wrong}`);
}
race("obstacle path, four of eight corners", {
  "solveObstaclePath": way((k) => solveObstaclePath(courts[k]!), (found) => found.status),
});
const flights = make(() => {
  const place = (name: string) => {
    return { name, latitude: (draw(16001) - 8000) / 100, longitude: draw(36000) / 100 - 180 };
  };
  return { from: place("from"), to: place("to") };
});
const sphere = flights.map((flight) => ({ ...flight, model: "sphere" } as const));
const ellipsoid = flights.map((flight) => ({ ...flight, model: "wgs84" } as const));

await raceLater("geodesic on the sphere", {
  "solveGeodesic": async (k) => (await solveGeodesic(sphere[k]!)).best!.distance,
  "@turf/distance": (k) => {
    const { from, to } = flights[k]!;
    const [a, b] = [[from.longitude, from.latitude], [to.longitude, to.latitude]];
    return distance(a, b, { units: "meters" });
  },
});
await raceLater("geodesic on WGS 84", {
  "solveGeodesic": async (k) => (await solveGeodesic(ellipsoid[k]!)).best!.distance,
  "geographiclib-geodesic": (k) => {
    const { from: a, to: b } = flights[k]!;
    return WGS84.Inverse(a.latitude, a.longitude, b.latitude, b.longitude).s12!;
  },
});
