import * as solvers from "../../solvers/mod.ts";
import { assert, assertEquals } from "../_assert.ts";

const points = [{ name: "A", x: 0, y: 0 }, { name: "B", x: 3, y: 4 }, {
  name: "C",
  x: "5.5",
  y: 0,
}];
const [from, to] = [{ name: "P", x: 1, y: "2.5" }, { name: "Q", x: 8, y: 4 }];
const paris = { name: "Paris", latitude: 48.8566, longitude: 2.3522 };
const rome = { name: "Rome", latitude: 41.9028, longitude: 12.4964 };
const graph = { directed: false, nodes: ["A", "B"], edges: [["A", "B", "0.5"], ["B", "A", 1]] };
const grid = { map: { rows: ["..#.", "....", ".#.."] }, start: [0, 0], goal: [3, 0] };
const square = [[0, 0], [4, 0], ["4.5", 3], [0, 3]];
const tour = { form: "closed", points: square, metric: "euclidean" };
const obstacles = [[[4, -3], [6, -3], [6, 3], [4, 3]]];

/** A sound instance for each exported solver, which is changed in one place at a time. */
const SOUND: Readonly<Record<string, readonly unknown[]>> = {
  Direction: [{ from: [0, 0], to: ["1.5", 2], frame: "y-up", sectors: "four-winds" }],
  Facing: [{
    at: [0, 0],
    facing: [0, 5],
    target: [-3, 1],
    frame: "y-up",
    sectors: {
      zero: "front",
      turn: "clockwise",
      boundaries: [-90, 90],
      labels: ["front", "back"],
    },
  }],
  Pose: [{
    position: [2, 2],
    heading: ["0.6", "-0.8"],
    target: [2, 9],
    frame: "y-down",
    sectors: "facing-clock",
  }],
  Between: [{ from: [0, 0], to: [10, 0], point: [4, 3], by: "projection" }],
  Side: [{ from: [0, 0], to: [0, 5], point: [-2, 1], frame: "y-up" }],
  Distance: [{ from, to, metric: "euclidean" }],
  Comparison: [{
    points,
    first: ["A", "B"],
    second: ["A", "C"],
    asked: "longer",
    metric: "euclidean",
  }],
  ExtremePair: [{ points, metric: "manhattan", extreme: "nearest", unit: "cm" }],
  Ranking: [{ from, points, metric: "euclidean" }],
  Nearest: [{ from, points, metric: "chebyshev", extreme: "farthest" }],
  DistanceBin: [{ from, to, metric: "euclidean", cuts: [2, 5, 10], onCut: "tie" }],
  Within: [{ from, to, metric: "euclidean", onThreshold: "within", threshold: "7.5" }],
  DistanceRatio: [{ points, first: ["A", "B"], second: ["A", "C"], metric: "euclidean" }],
  ShapeDistance: [{
    from: { point: ["0.2", "0.2"] },
    to: { polygon: [[[0, 0], ["0.2", 0], [0, 1]]] },
  }],
  Geodesic: [{ from: paris, to: rome, model: "wgs84" }, { from: rome, to: paris, model: "sphere" }],
  GeodesicNearest: [{ from: paris, points: [rome], model: "wgs84", extreme: "nearest" }],
  Cell: [{ x: "0.2", y: 1, frame: "y-up", xCuts: ["1/3"], yCuts: [0, 2], onCut: "tie" }],
  Quadrant: [{ x: -2, y: 3, frame: "y-up", centre: [1, 1] }],
  Chain: [{
    facts: [{ subject: "A", reference: "B", dx: -1, dy: [0, null] }],
    subject: "A",
    reference: "B",
  }],
  Coordinates: [{ x: "12.5", y: 400, frame: "y-down", origin: [0, 480], answerFrame: "y-up" }],
  Place: [{
    points,
    facts: [
      { kind: "distance", from: "A", distance: 3 },
      { kind: "sector", from: "A", start: 0, end: 90, edges: "closed" },
    ],
    frame: "y-up",
  }, {
    points,
    facts: [
      { kind: "displacement", from: "A", dx: 1, dy: 2 },
      { kind: "squared-distance", from: "A", squared: 5 },
      { kind: "bearing", from: "B", toward: [-2, -2] },
    ],
    frame: "y-down",
  }],
  Region: [{ x: 1, y: 2, regions: [{ name: "park", rings: [square] }], onBoundary: "tie" }],
  GraphPath: [{ graph, from: "A", to: "B", parallel: "merged" }],
  GridPath: [{ ...grid, neighbours: 4 }, { ...grid, neighbours: 8, corners: "both-free" }],
  ObstaclePath: [{ start: [0, 0], goal: [9, 1], obstacles, touching: "allowed" }],
  TourSync: [tour, { form: "open", start: 0, weights: [[0, 1, 2], [1, 0, 3], [2, 3, 0]] }],
  Tour: [{ ...tour, metric: "EUC_2D" }],
};

const way = [[0, 0], [0, 1], [1, 1]];
const query = { ...grid, neighbours: 4 };
const lists = { A: [["B", 4]], B: [["A", 4]] };
const collection = {
  type: "FeatureCollection",
  features: [{
    type: "Feature",
    geometry: { type: "LineString", coordinates: [[0, 0], [3, 4]] },
    properties: { weight: 5 },
  }],
};

/** What further functions take first, and the arguments behind it. */
const OTHERS: Readonly<Record<string, readonly [first: unknown, ...more: unknown[]]>> = {
  allShortestGraphPaths: [{ graph, from: "A", to: "B" }, 5],
  countGraphPaths: [{ graph, from: "A", to: "B" }],
  kShortestGraphPaths: [{ graph, from: "A", to: "B" }, 2],
  necessaryGraphSteps: [{ graph, from: "A", to: "B" }],
  secondGraphLength: [{ graph, from: "A", to: "B" }],
  graphFromEdges: [graph],
  graphFromAdjacency: [lists, { directed: false }],
  graphFromGeojson: [collection, { directed: false }],
  graphFromDimacs: ["p sp 2 1\na 1 2 17\n"],
  allShortestGridPaths: [query, 5],
  countGridPaths: [query],
  kShortestGridPaths: [query, 2],
  necessaryGridCells: [query],
  secondGridLength: [query],
  gridCertificate: [query],
  judgeGridPath: [query, { moves: ["down", "right"] }],
  describeGridPath: [way, "north"],
  landmarksPassed: [way, { well: [0, 1] }],
  solveLandmarkTour: [{ form: "closed", map: grid.map, landmarks: [[0, 0], [3, 0], [0, 2]] }],
  nearestNeighbourTour: [tour, 0],
  greedyTour: [tour],
  insertIntoTour: [tour, [0, 1, 2]],
  removeFromTour: [tour, [0, 1, 2, 3]],
  measureTour: [tour, [0, 1, 2, 3]],
  tourExcess: [tour, [0, 1, 2, 3]],
  optimalTours: [tour],
};

/** What no field holds, or hardly one; a few are sound in some places. */
const JUNK: readonly unknown[] = [
  undefined,
  null,
  NaN,
  Infinity,
  -0,
  -1,
  0.5,
  2 ** 53,
  1e308,
  "",
  "x",
  "1/0",
  "1e400",
  "__proto__",
  [],
  {},
  [null],
  [[]],
  true,
  10n,
  Symbol("junk"),
  () => 1,
];

type Way = readonly (string | number)[];

/** The ways to each place of plain data, its own first. */
function* places(data: unknown, way: Way = []): Iterable<Way> {
  yield way;
  if (typeof data !== "object" || data === null) return;
  for (const [key, value] of Object.entries(data)) yield* places(value, [...way, key]);
}

/** A copy with another value in one place. */
function changed(data: unknown, [key, ...rest]: Way, value: unknown): unknown {
  if (key === undefined) return value;
  const copy = Array.isArray(data) ? [...data] : { ...data as Record<string, unknown> };
  const fields = copy as Record<string, unknown>;
  fields[key] = changed(fields[key], rest, value);
  return copy;
}

type Solve = (instance: unknown) => unknown;
type Check = (instance: unknown, outcome: unknown) => string | null | Promise<string | null>;
const exported = solvers as unknown as Readonly<Record<string, Solve & Check>>;

/** The exported function of a name; checkers of paths and tours take certificates instead. */
function checker(name: string): Check | undefined {
  return /Path|Tour/.test(name) ? undefined : exported[`check${name}`];
}

async function messageOf(act: () => unknown): Promise<string | null> {
  try {
    await act();
    return null;
  } catch (error) {
    assert(error instanceof Error);
    return error.message;
  }
}

function isClear(message: string): boolean {
  return /^Cannot .*must/s.test(message) && !/\[object|propert|iterable/.test(message);
}

Deno.test("solvers: a malformed instance is one clear error or an honest outcome", async () => {
  for (const [name, instances] of Object.entries(SOUND)) {
    const solve = exported[`solve${name}`]!;
    const check = checker(name);
    for (const sound of instances) {
      assertEquals(await check?.(sound, await solve(sound)) ?? null, null, name);
      for (const way of places(sound)) {
        for (const junk of JUNK) {
          const instance = changed(sound, way, junk);
          const told = `${name}: ${way.join(".")} = ${String(junk)}`;
          let outcome: unknown;
          const message = await messageOf(async () => outcome = await solve(instance));
          if (message !== null) assert(isClear(message), `${told}: ${message}`);
          else if (check !== undefined) {
            assertEquals(await check(instance, outcome), null, told);
          }
        }
      }
    }
  }
});

Deno.test("solvers: a word that is not known is refused, never taken for another", async () => {
  const words =
    /^(frame|answerFrame|metric|asked|extreme|by|onCut|onThreshold|onBoundary|model|edges|form|touching|corners|parallel|kind)$/;
  for (const [name, instances] of Object.entries(SOUND)) {
    for (const sound of instances) {
      for (const way of places(sound)) {
        if (!words.test(String(way.at(-1)))) continue;
        const instance = changed(sound, way, "euclidian");
        const message = await messageOf(() => exported[`solve${name}`]!(instance));
        assert(message !== null && isClear(message), `${name}: ${way.join(".")}: ${message}`);
        assert(message.includes("euclidian"), message);
      }
    }
  }
});

Deno.test("checkers: what is no outcome at all is refused by name", async () => {
  const claims = [undefined, null, "exact", {}, { status: "right" }, { status: "exact" }, {
    status: "tie",
    values: 3,
  }];
  for (const [name, instances] of Object.entries(SOUND)) {
    const check = checker(name);
    if (check === undefined) continue;
    for (const claim of claims) {
      const message = await messageOf(() => check(instances[0], claim));
      assert(message !== null && isClear(message), `${name}: ${message}`);
      assert(message.startsWith("Cannot read outcome"), message);
    }
  }
});

Deno.test("paths and tours: malformed data are one clear error or an honest answer", async () => {
  for (const [name, [first, ...more]] of Object.entries(OTHERS)) {
    const act = exported[name] as (...args: unknown[]) => unknown;
    assertEquals(await messageOf(() => act(first, ...more)), null, name);
    for (const way of places(first)) {
      for (const junk of JUNK) {
        const message = await messageOf(() => act(changed(first, way, junk), ...more));
        const told = `${name}: ${way.join(".")} = ${String(junk)}: ${message}`;
        assert(message === null || isClear(message), told);
      }
    }
  }
});
