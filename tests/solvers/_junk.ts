import { assert } from "../_assert.ts";

const points = [{ name: "A", x: 0, y: 0 }, { name: "B", x: 3, y: 4 }, {
  name: "C",
  x: "5.5",
  y: 0,
}];
const [from, to] = [{ name: "P", x: 1, y: "2.5" }, { name: "Q", x: 8, y: 4 }];
const paris = { name: "Paris", latitude: 48.8566, longitude: 2.3522 };
const rome = { name: "Rome", latitude: 41.9028, longitude: 12.4964 };
/** A graph of two nodes. */
export const graph = {
  directed: false,
  nodes: ["A", "B"],
  edges: [["A", "B", "0.5"], ["B", "A", 1]],
};
/** A grid with two walls. */
export const grid = { map: { rows: ["..#.", "....", ".#.."] }, start: [0, 0], goal: [3, 0] };
const square = [[0, 0], [4, 0], ["4.5", 3], [0, 3]];
/** A tour of four points. */
export const tour = { form: "closed", points: square, metric: "euclidean" };
const obstacles = [[[4, -3], [6, -3], [6, 3], [4, 3]]];

/** A sound instance for each exported solver, which is changed in one place at a time. */
export const SOUND: Readonly<Record<string, readonly unknown[]>> = {
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

/** What no field holds, or hardly one; a few are sound in some places. */
export const JUNK: readonly unknown[] = [
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

/** The way to a place of plain data. */
export type Way = readonly (string | number)[];

/** The ways to each place of plain data, its own first. */
export function* places(data: unknown, way: Way = []): Iterable<Way> {
  yield way;
  if (typeof data !== "object" || data === null) return;
  for (const [key, value] of Object.entries(data)) yield* places(value, [...way, key]);
}

/** A copy with another value in one place. */
export function changed(data: unknown, [key, ...rest]: Way, value: unknown): unknown {
  if (key === undefined) return value;
  const copy = Array.isArray(data) ? [...data] : { ...data as Record<string, unknown> };
  const fields = copy as Record<string, unknown>;
  fields[key] = changed(fields[key], rest, value);
  return copy;
}

/** The message of the error; null where there is none. */
export async function messageOf(act: () => unknown): Promise<string | null> {
  try {
    await act();
    return null;
  } catch (error) {
    assert(error instanceof Error);
    return error.message;
  }
}

/** Whether a message says what is and what must be. */
export function isClear(message: string): boolean {
  return /^Cannot .*must/s.test(message) && !/\[object|(?:read|set) propert|iterable/.test(message);
}
