import {
  ACTION,
  FLAG,
  type Form,
  oneOf,
  optional,
  record,
  requireForm,
} from "../../../geometry/form.ts";
import type { Exact } from "../../../geometry/decimal.ts";
import type { Edge } from "./edge_list_instance.ts";
import { graphFromEdges, graphToEdges } from "./edge_list.ts";
import { type LineGeometry, readLines, type RoadLine } from "./_geojson_lines.ts";
import type { Graph } from "./graph.ts";
import type { GraphPath } from "./search.ts";

/** The part of a GeoJSON feature that is read and written. */
export interface GeojsonFeature {
  /** Always `"Feature"`. */
  readonly type: "Feature";
  /** Points and lines; null for a feature without a place, which is left out. */
  readonly geometry: GeojsonGeometry | null;
  /** The weight of a line, the name of a point. */
  readonly properties: Readonly<Record<string, unknown>> | null;
}

/** A GeoJSON geometry of points or lines, or a collection of such. */
export interface GeojsonGeometry {
  /** Which. */
  readonly type: string;
  /** A position, or lists of them. */
  readonly coordinates?: unknown;
  /** The parts of a `GeometryCollection`. */
  readonly geometries?: readonly GeojsonGeometry[];
}

/** A GeoJSON feature collection. */
export interface GeojsonCollection {
  /** Always `"FeatureCollection"`. */
  readonly type: "FeatureCollection";
  /** The features. */
  readonly features: readonly GeojsonFeature[];
}

/** Which way a line leads, of the two along its positions. */
export type RoadDirection = "both" | "forward" | "backward";

/** How lines become edges. */
export interface GeojsonOptions {
  /** Whether a line leads one way only, from its first position to its last. */
  readonly directed: boolean;
  /**
   * The weight of an edge, by the properties of its line and the part of the line it is;
   * `properties.weight` unless given, which is that of the whole line.
   */
  readonly weight?: (
    properties: Readonly<Record<string, unknown>>,
    geometry: LineGeometry,
  ) => Exact;
  /**
   * Where lines are joined: `"shared"` at every position that two lines have, or one twice, so that
   * a line may become several edges; `"ends"` at their first and last positions only. `"shared"`
   * unless given.
   */
  readonly split?: "shared" | "ends";
  /** Which way a line leads, instead of `directed`: the graph is then directed. */
  readonly direction?: (
    properties: Readonly<Record<string, unknown>>,
    where: string,
  ) => RoadDirection;
}

export type { LineGeometry };

type Position = readonly [number, number];

const OPTIONS: Form = record({
  directed: FLAG,
  weight: optional(ACTION),
  split: optional(oneOf("shared", "ends")),
  direction: optional(ACTION),
});

/** A graph of lines, and which line each of its edges is a part of. */
export interface GeojsonGraph {
  /** The graph; its points are the positions, its nodes stand in the order of appearance. */
  readonly graph: Graph;
  /** The feature of each edge, by the edge's number. */
  readonly featureOf: readonly number[];
}

/**
 * Builds a graph from GeoJSON lines: a `LineString`, or each part of a `MultiLineString`, is an edge
 * between its first and its last position, or several where other lines share a position with it;
 * equal positions are one node. A `Point` is a node too, so that nodes without edges have a place.
 * Null geometries are left out; heights are not read.
 *
 * @param collection points and lines
 * @param options what the lines mean
 * @returns the graph; its points are the positions, its nodes stand in the order of appearance
 * @throws RangeError, TypeError naming the feature, for other geometries, bad positions, weights
 * that are missing, or one of a whole line that is split
 *
 * Cost: linear in the positions.
 *
 * @example
 * ```ts
 * import { graphFromGeojson, graphToGeojson } from "@alidade/core/formats";
 * import { assertEquals } from "@std/assert";
 *
 * const graph = graphFromGeojson({
 *   type: "FeatureCollection",
 *   features: [{
 *     type: "Feature",
 *     geometry: { type: "LineString", coordinates: [[0, 0], [3, 4]] },
 *     properties: { weight: 5 },
 *   }],
 * }, { directed: false });
 * assertEquals(graph.nodeCount, 2);
 * assertEquals(graphToGeojson(graph).features.length, 3);
 * ```
 */
export function graphFromGeojson(collection: GeojsonCollection, options: GeojsonOptions): Graph {
  return readGeojsonGraph(collection, options).graph;
}

/** As {@link graphFromGeojson}, with the feature of each edge. */
export function readGeojsonGraph(
  collection: GeojsonCollection,
  options: GeojsonOptions,
): GeojsonGraph {
  requireForm(options, OPTIONS, "options");
  const { directed, weight, split = "shared", direction } = options;
  const { points, lines } = readLines(collection, split === "shared");
  const edges: Edge[] = [];
  const featureOf: number[] = [];
  for (const line of lines) {
    const way = direction?.(line.properties, `features[${line.feature}]`) ?? "forward";
    for (const { nodes: [from, to], geometry } of line.parts) {
      const w = weight === undefined ? weightOf(line) : weight(line.properties, geometry);
      if (way !== "backward") edges.push([from, to, w]);
      if (way === "backward" || (direction !== undefined && way === "both")) {
        edges.push([to, from, w]);
      }
      while (featureOf.length < edges.length) featureOf.push(line.feature);
    }
  }
  const isDirected = directed || direction !== undefined;
  const graph = graphFromEdges({ directed: isDirected, nodes: points.length, edges, points });
  return { graph, featureOf };
}

/** The weight that the properties of a line say. */
function weightOf({ properties, feature, parts }: RoadLine): Exact {
  const { weight } = properties;
  const where = `features[${feature}].properties.weight`;
  if (typeof weight !== "number" && typeof weight !== "string") {
    const found = weight === undefined ? "not given" : `of type ${typeof weight}`;
    throw new TypeError(
      `Cannot build graph: ${where} is ${found}, must be a number or a decimal string, or give ` +
        "weight(properties, geometry); roadsFromGeojson() takes lengths",
    );
  }
  if (parts.length === 1) return weight;
  throw new RangeError(
    `Cannot build graph: ${where} is that of a line which others join at ${
      parts.length - 1
    } inner ` +
      'positions, must be given as weight(properties, geometry) for its parts, or split: "ends"',
  );
}

/**
 * Writes a graph with points as GeoJSON: a `Point` for each node with its `node` number (and
 * `name`), a straight `LineString` for each edge with its `edge` number and `weight`.
 *
 * @param graph the graph
 * @returns a feature collection
 * @throws TypeError when the graph has no points, or was built without its edges' numbers
 *
 * @example
 * ```ts
 * import { graphFromEdges, graphToGeojson } from "@alidade/core/formats";
 * import { assertEquals } from "@std/assert";
 *
 * const graph = graphFromEdges({ directed: true, nodes: 1, edges: [], points: [[7.1, 50.7]] });
 * assertEquals(graphToGeojson(graph).features[0]?.geometry?.coordinates, [7.1, 50.7]);
 * ```
 */
export function graphToGeojson(graph: Graph): GeojsonCollection {
  const nodes = Array.from({ length: graph.nodeCount }, (_, node) => {
    const name = graph.names === null ? {} : { name: graph.names[node]! };
    return feature("Point", positionOf(graph, node), { node, ...name });
  });
  const ids = graphToEdges({ ...graph, names: null }).edges;
  const edges = ids.map(([from, to, weight], edge) => {
    const line = [positionOf(graph, Number(from)), positionOf(graph, Number(to))];
    return feature("LineString", line, { edge, weight });
  });
  return { type: "FeatureCollection", features: [...nodes, ...edges] };
}

/**
 * Writes a path as a GeoJSON line.
 *
 * @param graph the graph, with points
 * @param path a path through it
 * @returns a `LineString` feature with the path's `length` in the graph's whole unit
 * @throws TypeError when the graph has no points
 *
 * @example
 * ```ts
 * import { graphFromEdges, pathToGeojson } from "@alidade/core/formats";
 * import { assertEquals } from "@std/assert";
 *
 * const graph = graphFromEdges({
 *   directed: true,
 *   nodes: 2,
 *   edges: [[0, 1, 5]],
 *   points: [[0, 0], [3, 4]],
 * });
 * const line = pathToGeojson(graph, { length: 5, nodes: [0, 1], edges: [0] });
 * assertEquals(line.geometry?.coordinates, [[0, 0], [3, 4]]);
 * ```
 */
export function pathToGeojson(graph: Graph, path: GraphPath): GeojsonFeature {
  const line = path.nodes.map((node) => positionOf(graph, node));
  return feature("LineString", line, { length: path.length });
}

function feature(
  type: "Point" | "LineString",
  coordinates: unknown,
  properties: Record<string, unknown>,
): GeojsonFeature {
  return { type: "Feature", geometry: { type, coordinates }, properties };
}

function positionOf(graph: Graph, node: number): Position {
  if (graph.points === null) {
    throw new TypeError("Cannot write graph as GeoJSON: it has no points, must have them");
  }
  return [graph.points[2 * node]!, graph.points[2 * node + 1]!];
}
