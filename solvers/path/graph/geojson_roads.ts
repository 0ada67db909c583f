import { ACTION, type Form, oneOf, optional, record, requireForm } from "../../../geometry/form.ts";
import { type Exact, formatScaled } from "../../../geometry/decimal.ts";
import { loadGeodesicModel } from "../../../geometry/geodesic.ts";
import { exact, type Outcome, tie, undetermined } from "../../outcome.ts";
import { solveGeodesicNearest } from "../../distance/geodesic.ts";
import { solveNearest } from "../../distance/nearest.ts";
import {
  type GeojsonCollection,
  type GeojsonOptions,
  type LineGeometry,
  readGeojsonGraph,
  type RoadDirection,
} from "./geojson.ts";
import type { Graph } from "./graph.ts";

/** How the lines of a map become roads. */
export interface GeojsonRoadsOptions {
  /**
   * Which way a line leads: by the tags of OpenStreetMap ({@link osmDirection}), both ways
   * (`"both"`), from its first position to its last (`"forward"`), or as a function says. `"osm"`
   * unless given.
   */
  readonly direction?: "osm" | "both" | "forward" | NonNullable<GeojsonOptions["direction"]>;
  /** The weight of an edge; where none is given and no line has `properties.weight`, its length. */
  readonly weight?: NonNullable<GeojsonOptions["weight"]>;
  /** Where lines are joined, as in {@link GeojsonOptions}. */
  readonly split?: "shared" | "ends";
}

/** A road graph, and what its weights are. */
export interface GeojsonRoads {
  /** The graph; its points are longitudes and latitudes. */
  readonly graph: Graph;
  /** The feature of each edge, by the edge's number. */
  readonly featureOf: readonly number[];
  /** Where the weights are from: for `length`, metres on WGS84 rounded to the millimetre. */
  readonly weights: "length" | "properties" | "function";
}

const OPTIONS: Form = record({
  weight: optional(ACTION),
  split: optional(oneOf("shared", "ends")),
});

/**
 * Builds a road graph from the lines of a map in longitudes and latitudes, as OpenStreetMap's
 * exporters write them: joined at shared positions, one-way where the tags say so, and as long as
 * they are on the Earth.
 *
 * @param collection lines in degrees, `[longitude, latitude]`
 * @param options what differs from that
 * @returns the graph, the feature of each edge, and what its weights are: paths in it are exact for
 * the weights as rounded
 * @throws RangeError, TypeError as `graphFromGeojson`, or for a direction that tags leave open
 *
 * Cost: 5 us a position for lengths; else linear in the positions.
 *
 * @example
 * ```ts
 * import { roadsFromGeojson } from "@alidade/core/formats";
 * import { assertEquals } from "@std/assert";
 *
 * const line = (coordinates: number[][], properties = {}) =>
 *   ({ type: "Feature", properties, geometry: { type: "LineString", coordinates } }) as const;
 * const { graph, weights } = await roadsFromGeojson({
 *   type: "FeatureCollection",
 *   features: [
 *     line([[7, 50], [7.001, 50], [7.002, 50]]),
 *     line([[7.001, 50.001], [7.001, 50]], { oneway: "yes" }),
 *   ],
 * });
 * // The second line meets the first at an inner position.
 * assertEquals([graph.nodeCount, graph.heads.length, weights], [4, 5, "length"]);
 * ```
 */
export async function roadsFromGeojson(
  collection: GeojsonCollection,
  options: GeojsonRoadsOptions = {},
): Promise<GeojsonRoads> {
  requireForm(options, OPTIONS, "options");
  const { direction = "osm", weight, split = "shared" } = options;
  const weights = weight !== undefined
    ? "function"
    : collection.features?.some?.((feature) => feature?.properties?.weight !== undefined)
    ? "properties"
    : "length";
  const measure = weights === "length" ? await lengthInMetres() : weight;
  const read = readGeojsonGraph(collection, {
    directed: direction === "forward",
    split,
    ...(measure === undefined ? {} : { weight: measure }),
    ...directionOf(direction),
  });
  return { ...read, weights };
}

function directionOf(
  direction: NonNullable<GeojsonRoadsOptions["direction"]>,
): Pick<GeojsonOptions, "direction"> {
  if (direction === "osm") return { direction: osmDirection };
  if (typeof direction === "function") return { direction };
  if (direction === "both" || direction === "forward") return {};
  throw new RangeError(
    `Cannot build graph: direction is ${JSON.stringify(direction)}, must be "osm", "both", ` +
      '"forward" or a function',
  );
}

/**
 * Which way a line leads by the tags of OpenStreetMap: `oneway` is `yes`, `true` or `1` (forward),
 * `-1` or `reverse` (backward), `no`, `false` or `0` (both); without it, roundabouts and motorways
 * lead forward and all else both ways.
 *
 * @param properties the tags
 * @param where the feature, for the error
 * @returns the direction
 * @throws RangeError for another value, such as `reversible`, that leaves the direction open
 *
 * Source: https://wiki.openstreetmap.org/wiki/Key:oneway
 *
 * @example
 * ```ts
 * import { osmDirection } from "@alidade/core/formats";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(osmDirection({ highway: "primary", oneway: "-1" }), "backward");
 * assertEquals(osmDirection({ junction: "roundabout" }), "forward");
 * ```
 */
export function osmDirection(
  properties: Readonly<Record<string, unknown>>,
  where = "the line",
): RoadDirection {
  const { oneway, junction, highway } = properties;
  if (oneway === undefined || oneway === null || oneway === "") {
    const isRound = junction === "roundabout" || junction === "circular";
    return isRound || highway === "motorway" ? "forward" : "both";
  }
  const direction = DIRECTIONS.get(String(oneway).trim().toLowerCase());
  if (direction !== undefined) return direction;
  throw new RangeError(
    `Cannot build graph: ${where}.properties.oneway is ${JSON.stringify(oneway)}, must be one of ` +
      `${[...DIRECTIONS.keys()].join(", ")}, or give direction(properties)`,
  );
}

const DIRECTIONS: ReadonlyMap<string, RoadDirection> = new Map([
  ["yes", "forward"],
  ["true", "forward"],
  ["1", "forward"],
  ["-1", "backward"],
  ["reverse", "backward"],
  ["no", "both"],
  ["false", "both"],
  ["0", "both"],
]);

/** The length of a line on WGS84 in metres, rounded to the millimetre. */
async function lengthInMetres(): Promise<NonNullable<GeojsonOptions["weight"]>> {
  const earth = await loadGeodesicModel("wgs84");
  return (_, { coordinates }: LineGeometry): Exact => {
    let metres = 0;
    for (let k = 1; k < coordinates.length; k++) {
      const [[ax, ay], [bx, by]] = [coordinates[k - 1]!, coordinates[k]!];
      metres += earth.line(ay, ax, by, bx).distance;
    }
    return formatScaled(BigInt(Math.round(metres * 1000)), 3);
  };
}

/**
 * The node of a graph that is nearest to a position.
 *
 * @param graph a graph with points
 * @param position `[x, y]`; for `wgs84` the longitude and the latitude in degrees
 * @param metric how to measure: geodesics on WGS84, or the plane's Euclidean distance
 * @returns `exact` with the node and how much nearer it is than the next, at least; in the plane
 * `tie` with those equally near, on the Earth `undetermined` with those that its errors leave
 * @throws TypeError when the graph has no points, RangeError for one without nodes or for degrees out
 * of range
 *
 * Cost: some nanoseconds a node, and microseconds for each that may be the nearest.
 *
 * @example
 * ```ts
 * import { graphFromEdges, nearestNode } from "@alidade/core/formats";
 * import { assertEquals } from "@std/assert";
 *
 * const points = [[7, 50], [7.1, 50], [7, 51]] as const;
 * const graph = graphFromEdges({ directed: true, nodes: 3, edges: [], points });
 * const found = await nearestNode(graph, [7.06, 50.01], "wgs84");
 * assertEquals(found.status === "exact" && found.value, 1);
 * ```
 */
export async function nearestNode(
  graph: Graph,
  position: readonly [x: number, y: number],
  metric: "wgs84" | "euclidean",
): Promise<Outcome<number>> {
  const { points, nodeCount } = graph;
  if (points === null) {
    throw new TypeError("Cannot find a node: the graph has no points, must have");
  }
  if (nodeCount === 0) {
    throw new RangeError("Cannot find a node: the graph has none, must have one");
  }
  requireForm(metric, oneOf("wgs84", "euclidean"), "metric");
  const [x, y] = position;
  const nodes = nearby(points, nodeCount, [x, y], metric);
  const at = (node: number) => [points[2 * node]!, points[2 * node + 1]!] as const;
  const name = (node: number) => String(node);
  const found = metric === "wgs84"
    ? await solveGeodesicNearest({
      from: { name: "position", latitude: y, longitude: x },
      points: nodes.map((node) => {
        const [longitude, latitude] = at(node);
        return { name: name(node), latitude, longitude };
      }),
      model: "wgs84",
      extreme: "nearest",
    })
    : solveNearest({
      from: { name: "position", x: String(x), y: String(y) },
      points: nodes.map((node) => {
        const [px, py] = at(node);
        return { name: name(node), x: String(px), y: String(py) };
      }),
      metric: "euclidean",
      extreme: "nearest",
    });
  if (found.status === "exact") return exact(Number(found.value), found.margin);
  if (found.status === "tie") return tie(found.values.map(Number));
  if (found.status === "undetermined") return undetermined(found.possible.map(Number));
  throw new Error(`Cannot find a node: ${found.status}`);
}

/** By how much a distance by doubles, or on a sphere instead of the ellipsoid, may be off. */
const SLACK = { euclidean: 2 ** -40, wgs84: 0.02 } as const;

/** The nodes that may be the nearest, and one more, so that a margin can be told. */
function nearby(
  points: ArrayLike<number>,
  count: number,
  [x, y]: readonly [number, number],
  metric: "wgs84" | "euclidean",
): number[] {
  const distance = metric === "wgs84" ? sphereDistance : planeDistance;
  const distances = new Float64Array(count);
  let [least, second] = [Infinity, Infinity];
  for (let node = 0; node < count; node++) {
    const d = distance(points[2 * node]!, points[2 * node + 1]!, x, y);
    distances[node] = d;
    if (d < least) [least, second] = [d, least];
    else if (d < second) second = d;
  }
  const limit = (second === Infinity ? least : second) * (1 + 2 * SLACK[metric]) + 1e-9;
  const nodes: number[] = [];
  for (let node = 0; node < count; node++) if (!(distances[node]! > limit)) nodes.push(node);
  return nodes;
}

function planeDistance(ax: number, ay: number, bx: number, by: number): number {
  return Math.hypot(ax - bx, ay - by);
}

/** In radians; within one part in 100 of the ellipsoid's in units of its mean radius. */
function sphereDistance(ax: number, ay: number, bx: number, by: number): number {
  const degree = Math.PI / 180;
  const sinLat = Math.sin((ay - by) * degree / 2);
  const sinLon = Math.sin((ax - bx) * degree / 2);
  const h = sinLat * sinLat + Math.cos(ay * degree) * Math.cos(by * degree) * sinLon * sinLon;
  return 2 * Math.asin(Math.min(1, Math.sqrt(h)));
}
