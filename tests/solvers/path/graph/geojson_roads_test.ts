import {
  graphFromEdges,
  graphFromGeojson,
  nearestNode,
  osmDirection,
  readGeojsonGraph,
  roadsFromGeojson,
  solveGraphPath,
} from "../../../../solvers/path/graph/mod.ts";
import { graphToEdges } from "../../../../solvers/path/graph/edge_list.ts";
import { assertEquals, assertRejects, assertThrows } from "../../../_assert.ts";

type Properties = Record<string, unknown>;

const feature = (type: string, coordinates: unknown, properties: Properties | null = {}) =>
  ({ type: "Feature", properties, geometry: { type, coordinates } }) as const;
const line = (coordinates: number[][], properties: Properties = {}) =>
  feature("LineString", coordinates, properties);
const collection = (...features: unknown[]) =>
  ({ type: "FeatureCollection", features }) as Parameters<typeof graphFromGeojson>[0];

/** A street along y = 0, and one that crosses it at an inner position of both. */
const CROSS = collection(
  line([[0, 0], [1, 0], [2, 0], [3, 0]]),
  line([[2, -2], [2, 0], [2, 2]]),
);
const one = { directed: false, weight: () => 1 } as const;

Deno.test("graphFromGeojson: lines join at shared inner positions, or at their ends only", () => {
  const graph = graphFromGeojson(CROSS, one);
  assertEquals(graph.nodeCount, 5);
  const { edges } = graphToEdges(graph);
  assertEquals(edges.length, 4);
  const { nodes, points } = graphToEdges(graph);
  assertEquals(nodes, 5);
  const at = (x: number, y: number) => points!.findIndex((p) => p[0] === x && p[1] === y);
  const found = solveGraphPath({ graph: graphToEdges(graph), from: at(0, 0), to: at(2, 2) });
  assertEquals(found.status === "exact" && found.value.length, 2);
  const apart = graphFromGeojson(CROSS, { ...one, split: "ends" });
  assertEquals([apart.nodeCount, graphToEdges(apart).edges.length], [4, 2]);
});

Deno.test("graphFromGeojson: a loop, a figure of eight, repeats and points split lines", () => {
  const count = (...features: unknown[]) => {
    const graph = graphFromGeojson(collection(...features), one);
    return [graph.nodeCount, graphToEdges(graph).edges.length];
  };
  assertEquals(count(line([[0, 0], [1, 0], [1, 1], [0, 0]])), [1, 1]);
  assertEquals(count(line([[0, 0], [2, 2], [2, 0], [1, 1], [0, 2], [1, 1]])), [2, 2]);
  assertEquals(count(line([[0, 0], [1, 0], [1, 0], [2, 0]])), [2, 1]);
  assertEquals(count(line([[0, 0], [1, 0], [2, 0]]), feature("Point", [1, 0])), [3, 2]);
});

Deno.test("graphFromGeojson: several lines, collections and null geometries", () => {
  const many = feature("MultiLineString", [[[0, 0], [1, 0]], [[1, 0], [2, 0]]], { weight: 3 });
  const geometry = {
    type: "GeometryCollection",
    geometries: [{ type: "LineString", coordinates: [[2, 0, 5], [3, 0, 9]] }],
  };
  const none = { type: "Feature", properties: null, geometry: null };
  const read = readGeojsonGraph(
    collection(none, many, { type: "Feature", properties: { weight: "0.5" }, geometry }),
    { directed: true },
  );
  assertEquals(graphToEdges(read.graph).edges, [[0, 1, 3], [1, 2, 3], [2, 3, "0.5"]]);
  assertEquals(read.featureOf, [1, 1, 2]);
  assertThrows(
    () => graphFromGeojson(collection(feature("Polygon", [])), one),
    TypeError,
    "features[0] is a Polygon, must be a Point, a LineString",
  );
});

Deno.test("graphFromGeojson: the weight of a whole line is not that of its parts", () => {
  const crossing = collection(
    line([[0, 0], [1, 0], [2, 0]], { weight: 7 }),
    line([[1, 0], [1, 5]], { weight: 4 }),
  );
  assertThrows(
    () => graphFromGeojson(crossing, { directed: false }),
    RangeError,
    "features[0].properties.weight is that of a line which others join at 1 inner positions",
  );
  assertEquals(graphFromGeojson(crossing, { directed: false, split: "ends" }).nodeCount, 4);
  const squares = graphFromGeojson(crossing, {
    directed: true,
    weight: ({ weight }, { coordinates }) => Number(weight) * coordinates.length,
  });
  assertEquals(graphToEdges(squares).edges.map((edge) => edge[2]), [14, 14, 8]);
});

Deno.test("osmDirection: the words of OpenStreetMap", () => {
  const of = (properties: Properties) => osmDirection(properties, "features[4]");
  for (const word of ["yes", "true", "1", 1, true, " Yes"]) {
    assertEquals(of({ oneway: word }), "forward");
  }
  for (const word of ["-1", -1, "reverse"]) assertEquals(of({ oneway: word }), "backward");
  for (const word of ["no", "0", false, null, ""]) assertEquals(of({ oneway: word }), "both");
  assertEquals(of({ junction: "roundabout" }), "forward");
  assertEquals(of({ highway: "motorway" }), "forward");
  assertEquals(of({ highway: "motorway", oneway: "no" }), "both");
  assertEquals(of({ highway: "motorway_link" }), "both");
  assertThrows(() => of({ oneway: "reversible" }), RangeError, "features[4].properties.oneway");
});

Deno.test("roadsFromGeojson: one-way flags lead, and lengths are metres on WGS84", async () => {
  const streets = collection(
    line([[0, 0], [1, 0]], { oneway: "yes" }),
    line([[1, 0], [1, 1]], { oneway: "-1" }),
    line([[0, 0], [0, 1]]),
  );
  const { graph, featureOf, weights } = await roadsFromGeojson(streets);
  assertEquals(weights, "length");
  assertEquals(featureOf, [0, 1, 2, 2]);
  // A degree of the equator, and of the meridian from it (WGS84): 111319.491 m and 110574.389 m.
  assertEquals(graphToEdges(graph).edges, [
    [0, 1, "111319.491"],
    [2, 1, "110574.389"],
    [0, 3, "110574.389"],
    [3, 0, "110574.389"],
  ]);
  const given = await roadsFromGeojson(collection(line([[0, 0], [1, 0]], { weight: 5 })));
  assertEquals([given.weights, graphToEdges(given.graph).edges.length], ["properties", 2]);
  const missing = collection(line([[0, 0], [1, 0]], { weight: 5 }), line([[1, 0], [2, 0]]));
  await assertRejects(
    () => roadsFromGeojson(missing),
    TypeError,
    "features[1].properties.weight is not given",
  );
  const plain = await roadsFromGeojson(streets, { direction: "both", weight: () => 2 });
  assertEquals([plain.weights, plain.graph.directed], ["function", false]);
});

Deno.test("nearestNode: on the plane exactly, on the Earth within its errors", async () => {
  const points: [number, number][] = [];
  for (let i = 0; i < 40; i++) points.push([(i * 37 % 41) / 8, (i * 23 % 43) / 16]);
  const graph = graphFromEdges({ directed: true, nodes: 40, edges: [], points });
  for (let k = 0; k < 60; k++) {
    const [x, y] = [(k * 29 % 53) / 11, (k * 31 % 59) / 19];
    const squares = points.map(([px, py]) => (px - x) ** 2 + (py - y) ** 2);
    const best = squares.indexOf(Math.min(...squares));
    const found = await nearestNode(graph, [x, y], "euclidean");
    assertEquals(found.status === "exact" && found.value, best);
  }
  const tied = await nearestNode(
    graphFromEdges({ directed: true, nodes: 3, edges: [], points: [[0, 0], [2, 0], [9, 9]] }),
    [1, 0.3],
    "euclidean",
  );
  assertEquals(tied.status === "tie" && tied.values, [0, 1]);
  // Across the date line it is 2 degrees, not 358.
  const east = graphFromEdges({
    directed: true,
    nodes: 2,
    edges: [],
    points: [[-179, 0], [170, 0]],
  });
  const across = await nearestNode(east, [179, 0], "wgs84");
  assertEquals(across.status === "exact" && across.value, 0);
  // A degree of latitude is longer at the pole than at the equator, 111694 m and 110574 m, so that
  // 45.1 degrees are nearer to the equator, while on a sphere they are not.
  const poles = graphFromEdges({ directed: true, nodes: 2, edges: [], points: [[0, 0], [0, 90]] });
  const middle = await nearestNode(poles, [0, 45.1], "wgs84");
  assertEquals(middle.status === "exact" && middle.value, 0);
  const none = graphFromEdges({ directed: true, nodes: 1, edges: [] });
  await assertRejects(() => nearestNode(none, [0, 0], "wgs84"), TypeError, "has no points");
});
