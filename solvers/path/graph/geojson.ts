import {
  FINITE,
  FLAG,
  type Form,
  list,
  record,
  requireForm,
  TEXT,
  tuple,
} from "../../../geometry/form.ts";
import type { Exact } from "../../../geometry/decimal.ts";
import { graphFromEdges, graphToEdges } from "./edge_list.ts";
import type { Edge } from "./edge_list_instance.ts";
import type { Graph } from "./graph.ts";
import type { GraphPath } from "./search.ts";

/** The part of a GeoJSON feature that is read and written. */
export interface GeojsonFeature {
  /** Always `"Feature"`. */
  readonly type: "Feature";
  /** A point or a line. */
  readonly geometry: {
    /** Which of the two. */
    readonly type: string;
    /** A position, or a list of them. */
    readonly coordinates: unknown;
  };
  /** The weight of a line, the name of a point. */
  readonly properties: Readonly<Record<string, unknown>> | null;
}

/** A GeoJSON feature collection. */
export interface GeojsonCollection {
  /** Always `"FeatureCollection"`. */
  readonly type: "FeatureCollection";
  /** The features. */
  readonly features: readonly GeojsonFeature[];
}

/** How lines become edges. */
export interface GeojsonOptions {
  /** Whether a line leads one way only. */
  readonly directed: boolean;
  /** The weight of a line, by its properties; `properties.weight` unless given. */
  readonly weight?: (properties: Readonly<Record<string, unknown>>) => Exact;
}

type Position = readonly [number, number];

const COLLECTION: Form = record({ features: list(record({ geometry: record({ type: TEXT }) })) });
const OPTIONS: Form = record({ directed: FLAG });

/**
 * Builds a graph from GeoJSON lines: each `LineString` is an edge between its first and its last
 * position, and equal positions are one node. A `Point` is a node too, so that nodes without
 * edges have a place.
 *
 * @param collection points and lines
 * @param options what the lines mean
 * @returns the graph; its points are the positions, its nodes stand in the order of appearance
 * @throws RangeError, TypeError naming the feature, for other geometries, bad positions or weights
 *
 * Cost: linear in the features.
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
  requireForm(collection, COLLECTION, "collection");
  requireForm(options, OPTIONS, "options");
  const { directed, weight = weightOf } = options;
  const numbers = new Map<string, number>();
  const points: Position[] = [];
  const edges: Edge[] = [];
  const node = (position: unknown, where: string): number => {
    const point = readPosition(position, where);
    const key = `${point[0]} ${point[1]}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, points.length);
    return points.push(point) - 1;
  };
  collection.features.forEach(({ geometry, properties }, i) => {
    const where = `features[${i}]`;
    const { coordinates } = geometry;
    if (geometry.type === "Point") node(coordinates, where);
    else if (
      geometry.type === "LineString" && Array.isArray(coordinates) && coordinates.length > 1
    ) {
      const ends = [node(coordinates[0], where), node(coordinates.at(-1), where)] as const;
      edges.push([...ends, weight(properties ?? {})]);
    } else {
      throw new TypeError(
        `Cannot build graph: ${where} is a ${geometry.type}, must be a Point or a LineString of ` +
          "two or more positions",
      );
    }
  });
  return graphFromEdges({ directed, nodes: points.length, edges, points });
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
 * assertEquals(graphToGeojson(graph).features[0]?.geometry.coordinates, [7.1, 50.7]);
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
 * assertEquals(line.geometry.coordinates, [[0, 0], [3, 4]]);
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

function readPosition(position: unknown, where: string): Position {
  // Heights may follow.
  const point: unknown = Array.isArray(position) ? position.slice(0, 2) : position;
  requireForm(point, POSITION, `the position of ${where}`);
  return point as Position;
}

const POSITION: Form = tuple(2, FINITE, "two finite numbers");

function weightOf(properties: Readonly<Record<string, unknown>>): Exact {
  const { weight } = properties;
  return typeof weight === "number" || typeof weight === "string" ? weight : NaN;
}
