import { createGraph, ngraphPath } from "../../../../bench/_ngraph.ts";
import { assertEquals, assertThrows } from "../../../_assert.ts";
import fc from "../../../_fast_check.ts";
import {
  consistentPotential,
  graphFromEdges,
  GraphSearch,
  localityOrder,
  renumberGraph,
  reverseGraph,
  type SearchOptions,
} from "../../../../solvers/path/graph/mod.ts";
import { arcsOf, assertWalks, distancesFrom, type SmallGraph, smallGraphs } from "./_oracle.ts";

const METHODS: readonly SearchOptions[] = [
  { method: "dijkstra" },
  { method: "bidirectional" },
  { method: "landmarks", landmarks: 2 },
  { method: "dijkstra", order: "given" },
  { method: "bidirectional", order: "given" },
  { method: "landmarks", order: "given", landmarks: 3 },
];

Deno.test("GraphSearch agrees with Bellman-Ford by every method", () => {
  const cases = fc.tuple(smallGraphs({ maxNodes: 12, maxEdges: 30 }), fc.nat(), fc.nat());
  fc.assert(fc.property(cases, ([list, a, b]) => {
    const [from, to] = [a % list.nodes, b % list.nodes];
    const graph = graphFromEdges(list);
    const expected = distancesFrom(list, from);
    for (const options of METHODS) {
      const search = new GraphSearch(graph, options);
      for (const goal of [to, from, to]) {
        assertEquals(search.distance(from, goal), expected[goal]);
        const path = search.path(from, goal);
        assertEquals(path?.length ?? Infinity, expected[goal]);
        if (path !== null) assertWalks(list, from, goal, path);
      }
      assertEquals([...search.distances(from)], expected);
      assertEquals([...search.distances(from, [to, from])], [expected[to], 0]);
    }
  }));
});

Deno.test("GraphSearch by points is exact whatever the weights are", () => {
  const point = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }));
  const cases = smallGraphs({ maxNodes: 12, maxEdges: 40, minWeight: 1, maxWeight: 90 }).chain((
    list,
  ) => fc.tuple(fc.constant(list), fc.array(point, { minLength: 12, maxLength: 12 })));
  fc.assert(fc.property(cases, ([list, points]) => {
    const graph = graphFromEdges({ ...list, points: points.slice(0, list.nodes) });
    const search = new GraphSearch(graph);
    for (let from = 0; from < list.nodes; from++) {
      const expected = distancesFrom(list, from);
      for (let to = 0; to < list.nodes; to++) assertEquals(search.distance(from, to), expected[to]);
    }
  }));
});

Deno.test("GraphSearch is exact with weights beyond one window of the queue", () => {
  const wide = smallGraphs({ maxNodes: 10, maxEdges: 30, maxWeight: 2 ** 40 });
  const mixed = fc.tuple(wide, smallGraphs({ maxNodes: 10, maxEdges: 60, maxWeight: 3 })).map((
    [a, b],
  ): SmallGraph => ({
    ...b,
    edges: [...b.edges, ...a.edges.filter(([u, v]) => Number(u) < b.nodes && Number(v) < b.nodes)],
  }));
  fc.assert(fc.property(mixed, (list) => {
    const graph = graphFromEdges(list);
    for (const method of ["dijkstra", "bidirectional", "landmarks"] as const) {
      const search = new GraphSearch(graph, { method });
      const expected = distancesFrom(list, 0);
      expected.forEach((d, to) => assertEquals(search.distance(0, to), d));
      assertEquals([...search.distances(0)], expected);
    }
  }));
});

Deno.test("GraphSearch agrees with ngraph.path", () => {
  const cases = smallGraphs({ maxNodes: 10, maxEdges: 25, minWeight: 1 });
  fc.assert(
    fc.property(cases, (list) => {
      const theirs = createGraph<undefined, { weight: number }>({ multigraph: true });
      for (let v = 0; v < list.nodes; v++) theirs.addNode(v);
      for (const [u, v, w] of list.edges) theirs.addLink(u, v, { weight: Number(w) });
      const finder = ngraphPath.aStar(theirs, {
        oriented: list.directed,
        distance: (_from, _to, link) => link.data.weight,
      });
      const search = new GraphSearch(graphFromEdges(list));
      for (let to = 1; to < list.nodes; to++) {
        const nodes = finder.find(0, to).map((node) => Number(node.id)).reverse();
        const ours = search.distance(0, to);
        if (nodes.length === 0) assertEquals(ours, Infinity);
        else assertEquals(ours, shortestAlong(list, nodes));
      }
    }),
    { numRuns: 60 },
  );
});

/** The length of a path given by its nodes, each step by its lightest arc. */
function shortestAlong(list: SmallGraph, nodes: readonly number[]): number {
  const arcs = arcsOf(list);
  return nodes.slice(1).reduce((sum, to, i) => {
    const steps = arcs.filter((a) => a.from === nodes[i] && a.to === to).map((a) => a.weight);
    return sum + Math.min(...steps);
  }, 0);
}

Deno.test("GraphSearch: distances do not change when nodes are renumbered or arcs turned", () => {
  fc.assert(fc.property(smallGraphs({ maxNodes: 10, maxEdges: 25 }), (list) => {
    const graph = graphFromEdges(list);
    const order = localityOrder(graph);
    const moved = new GraphSearch(renumberGraph(graph, order), { order: "given" });
    const turned = new GraphSearch(reverseGraph(graph));
    const search = new GraphSearch(graph);
    for (let i = 0; i < list.nodes; i++) {
      assertEquals(moved.distance(0, i), search.distance(order[0]!, order[i]!));
      assertEquals(turned.distance(i, 0), search.distance(0, i));
    }
  }));
});

Deno.test("GraphSearch follows a consistent potential and refuses another", () => {
  const graph = graphFromEdges({
    directed: true,
    nodes: 4,
    edges: [[0, 1, 2], [1, 3, 2], [0, 2, 1], [2, 3, 9]],
  });
  const search = new GraphSearch(graph);
  // A search from both ends leaves labels behind that must not matter.
  for (let from = 0; from < 4; from++) search.path(0, from);
  const path = search.pathBy(0, consistentPotential(graph, 3, [4, 2, 3, 0]));
  assertEquals(path, { length: 4, nodes: [0, 1, 3], edges: [0, 1] });
  assertThrows(() => consistentPotential(graph, 3, [5, 2, 3, 0]), RangeError, "from 5 at node 0");
  assertThrows(() => consistentPotential(graph, 3, [4, 2, 3, 1]), RangeError, "goal 3 has 1");
  assertThrows(() => consistentPotential(graph, 3, [4, NaN, 3, 0]), RangeError, "node 1 has NaN");
});

Deno.test("GraphSearch names a node that is none", () => {
  const search = new GraphSearch(graphFromEdges({ directed: true, nodes: 2, edges: [] }));
  assertThrows(() => search.distance(0, 2), RangeError, "to is 2, must be a node of 0 to 1");
  assertThrows(() => search.path(-1, 0), RangeError, "from is -1");
  assertThrows(() => search.distances(0, [1, 0.5]), RangeError, "to[1] is 0.5");
});
