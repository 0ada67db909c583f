import { createGraph } from "../../../../bench/_ngraph.ts";
import { assertEquals, assertThrows } from "../../../_assert.ts";
import fc from "../../../_fast_check.ts";
import {
  type EdgeList,
  graphFromAdjacency,
  graphFromDimacs,
  graphFromEdges,
  graphFromGeojson,
  graphFromNgraph,
  graphToAdjacency,
  graphToDimacs,
  graphToEdges,
  graphToGeojson,
  graphToNgraph,
} from "../../../../solvers/path/graph/mod.ts";
import { type SmallGraph, smallGraphs } from "./_oracle.ts";

/** The edges of a graph as sorted text, so that their order does not matter. */
function edgeSet(list: EdgeList): string[] {
  return list.edges.map(([u, v, w]) => {
    const ends = [String(u), String(v)];
    return `${(list.directed ? ends : ends.sort()).join(" ")} ${w}`;
  }).sort();
}

function withPoints(list: SmallGraph): EdgeList {
  const points = Array.from({ length: list.nodes }, (_, v): [number, number] => [v, v * v]);
  return { ...list, points };
}

Deno.test("edge lists come back as they were", () => {
  fc.assert(fc.property(smallGraphs(), (list) => {
    const back = graphToEdges(graphFromEdges(list));
    assertEquals(edgeSet(back), edgeSet(list));
    if (list.directed) assertEquals(back, list);
  }));
});

Deno.test("decimal weights are exact", () => {
  const list = {
    directed: true,
    nodes: 2,
    edges: [[0, 1, "0.1"], [1, 0, "2.37"], [0, 0, 4]],
  } as const;
  const graph = graphFromEdges(list);
  assertEquals([...graph.weights], [10, 400, 237]);
  assertEquals(graphToEdges(graph), list);
});

Deno.test("every other format gives the same graph back", () => {
  fc.assert(fc.property(smallGraphs(), (list) => {
    const graph = graphFromEdges(withPoints(list));
    const directed = list.directed;
    const adjacency = graphToAdjacency(graph);
    assertEquals(edgeSet(graphToEdges(graphFromAdjacency(adjacency, { directed }))), edgeSet(list));
    const geojson = JSON.parse(JSON.stringify(graphToGeojson(graph)));
    const fromGeojson = graphFromGeojson(geojson, { directed });
    assertEquals(edgeSet(graphToEdges(fromGeojson)), edgeSet(list));
    assertEquals(fromGeojson.points, graph.points);
    const ngraph = graphToNgraph(graph, createGraph({ multigraph: true }));
    const fromNgraph = graphFromNgraph(ngraph, {
      directed,
      point: (data) => [(data as { x: number }).x, (data as { y: number }).y],
    });
    assertEquals(edgeSet(graphToEdges(fromNgraph)), edgeSet(list));
    assertEquals(fromNgraph.points, graph.points);
  }));
});

Deno.test("DIMACS files give the same directed graph back", () => {
  fc.assert(fc.property(smallGraphs(), fc.constantFrom(0, 1), (list, firstNode) => {
    const graph = graphFromEdges(withPoints({ ...list, directed: true }));
    const text = graphToDimacs(graph, { firstNode: firstNode as 0 | 1 });
    const back = graphFromDimacs(text.graph, {
      firstNode: firstNode as 0 | 1,
      coordinates: text.coordinates!,
    });
    assertEquals(graphToEdges(back), graphToEdges(graph));
  }));
});

Deno.test("ngraph loses no parallel edge silently", () => {
  const graph = graphFromEdges({ directed: true, nodes: 2, edges: [[0, 1, 1], [0, 1, 2]] });
  assertThrows(() => graphToNgraph(graph, createGraph()), RangeError, "multigraph: true");
});

const BAD_LISTS: readonly [name: string, list: unknown, message: string][] = [
  ["NaN weight", [[0, 1, 4], [1, 0, NaN]], "edges[1] has weight NaN"],
  ["negative weight", [[0, 1, -4]], "edges[0] has weight -4"],
  ["negative decimal", [[0, 1, "-0.5"]], "edges[0] has weight -5"],
  ["fractional double", [[0, 1, 0.5]], "edges[0] has weight 0.5"],
  ["infinite weight", [[0, 1, Infinity]], "edges[0] has weight Infinity"],
  ["word for a weight", [[0, 1, "far"]], `weights[0]: "far"`],
  ["dangling head", [[0, 7, 1]], "edges[0] leads to node 7"],
  ["dangling tail", [[0, 1, 1], [-1, 0, 1]], "edges[1] leads from node -1"],
  ["name where numbers are", [["0", 1, 1]], `edges[0] names node "0"`],
  ["long paths", [[0, 1, 2 ** 53 - 1], [1, 2, 2 ** 53 - 1]], "must be at most 2^53"],
];

for (const [name, edges, message] of BAD_LISTS) {
  Deno.test(`graphFromEdges names a ${name}`, () => {
    const list = { directed: true, nodes: 3, edges } as EdgeList;
    assertThrows(() => graphFromEdges(list), Error, message);
  });
}

Deno.test("graphFromEdges names a name given twice, and an unknown one", () => {
  const build = (nodes: string[], edges: [string, string, number][]) => () =>
    graphFromEdges({ directed: true, nodes, edges });
  assertThrows(build(["A", "B", "A"], []), RangeError, `name "A" is given twice`);
  assertThrows(build(["A", "B"], [["A", "C", 1]]), RangeError, `edges[0] leads to node "C"`);
});

const BAD_TEXTS: readonly [name: string, text: string, message: string][] = [
  ["cut-off line", "p sp 2 2\na 1 2 17\na 2 1", "line 3 has no weight"],
  ["cut-off number", "p sp 2 1\na 1 2 17", "line 2 has no line end"],
  ["missing arc", "p sp 2 2\na 1 2 17\n", "has 1 arcs, must have the 2"],
  ["NaN weight", "p sp 2 1\na 1 2 NaN\n", `line 2 has "NaN" weight`],
  ["fractional weight", "p sp 2 1\na 1 2 1.5\n", `line 2 has "1.5" weight`],
  ["negative weight", "c x\np sp 2 1\na 1 2 -5\n", "line 3 has weight -5"],
  [
    "dangling node",
    "p sp 2 2\na 1 2 5\na 1 3 5\n",
    "line 3 leads to node 3, must be one of 1 to 2",
  ],
  ["fourth number", "p sp 2 1\na 1 2 5 6\n", `line 2 goes on with "6"`],
  ["unknown line", "p sp 2 1\nq 1 2 5\n", `line 2 begins with "q"`],
  ["missing header", "a 1 2 5\n", "there is no p line, must be p sp NODES ARCS; a file without"],
];

for (const [name, text, message] of BAD_TEXTS) {
  Deno.test(`graphFromDimacs names a ${name}`, () => {
    assertThrows(() => graphFromDimacs(text), Error, message);
  });
}

Deno.test("the other readers name what they cannot read", () => {
  assertThrows(
    () => graphFromAdjacency({ A: [["B", 1]], B: [] }, { directed: false }),
    RangeError,
    `from "A" to "B" stands at one end only`,
  );
  assertThrows(
    () => graphFromAdjacency({ A: [["B", 1]] }, { directed: true }),
    RangeError,
    `node "A" leads to "B"`,
  );
  const line = (coordinates: unknown, properties: Record<string, unknown>) => ({
    type: "FeatureCollection" as const,
    features: [{
      type: "Feature" as const,
      geometry: { type: "LineString", coordinates },
      properties,
    }],
  });
  assertThrows(
    () => graphFromGeojson(line([[0, 0], [1, NaN]], { weight: 1 }), { directed: true }),
    TypeError,
    "the position of features[0]",
  );
  assertThrows(
    () => graphFromGeojson(line([[0, 0]], { weight: 1 }), { directed: true }),
    TypeError,
    "features[0] is a LineString",
  );
  assertThrows(
    () => graphFromGeojson(line([[0, 0], [1, 1]], {}), { directed: true }),
    TypeError,
    "features[0].properties.weight is not given, must be a number or a decimal string",
  );
});
