import { assert, assertEquals, assertThrows } from "../../../_assert.ts";
import fc from "../../../_fast_check.ts";
import {
  contractGraph,
  graphFromEdges,
  GraphSearch,
  hierarchyFromBytes,
  HierarchySearch,
  hierarchyToBytes,
} from "../../../../solvers/path/graph/mod.ts";
import { assertWalks, distancesFrom, smallGraphs } from "./_oracle.ts";

Deno.test("HierarchySearch agrees with Bellman-Ford, whatever the budgets are", () => {
  const budget = fc.constantFrom(1, 3, 1000);
  const cases = fc.tuple(smallGraphs({ maxNodes: 12, maxEdges: 30 }), budget, budget);
  fc.assert(fc.property(cases, ([list, rankBudget, contractBudget]) => {
    const hierarchy = contractGraph(graphFromEdges(list), { rankBudget, contractBudget });
    const read = hierarchyFromBytes(hierarchyToBytes(hierarchy));
    assertEquals(read, hierarchy);
    const search = new HierarchySearch(read);
    for (let from = 0; from < list.nodes; from++) {
      distancesFrom(list, from).forEach((expected, to) => {
        assertEquals(search.distance(from, to), expected);
        const path = search.path(from, to);
        assertEquals(path?.length ?? Infinity, expected);
        if (path !== null) assertWalks(list, from, to, path);
      });
    }
  }));
});

Deno.test("HierarchySearch passes no node twice, though the way there and back weighs nothing", () => {
  const edges = [[2, 0, 0], [3, 0, 2], [4, 2, 2], [3, 4, 0]] as const;
  const search = new HierarchySearch(
    contractGraph(graphFromEdges({ directed: false, nodes: 5, edges })),
  );
  assertEquals(search.path(2, 4), { length: 2, nodes: [2, 4], edges: [2] });
});

Deno.test("HierarchySearch is exact on a 40 x 40 street grid, and with weights of 2^36", () => {
  for (const unit of [1, 2 ** 36]) {
    const side = 40;
    let state = 7;
    const weight = () => unit * (1 + (state = (state * 75 + 74) % 65537) % 9);
    const edges = Array.from({ length: side * side }, (_, v) => {
      const right: [number, number, number][] = v % side < side - 1 ? [[v, v + 1, weight()]] : [];
      if (v + side < side * side) right.push([v, v + side, weight()]);
      return right;
    }).flat();
    const graph = graphFromEdges({ directed: false, nodes: side * side, edges });
    const search = new HierarchySearch(contractGraph(graph));
    const plain = new GraphSearch(graph, { method: "dijkstra" });
    for (let from = 0; from < side * side; from += 97) {
      const expected = plain.distances(from);
      expected.forEach((d, to) => assertEquals(search.distance(from, to), d));
    }
  }
});

Deno.test("hierarchyFromBytes names what is wrong with a file", () => {
  const graph = graphFromEdges({ directed: true, nodes: 3, edges: [[0, 1, 4], [1, 2, 5]] });
  const bytes = hierarchyToBytes(contractGraph(graph));
  const changed = (at: number): Uint8Array => {
    const copy = bytes.slice();
    copy[at]! ^= 1;
    return copy;
  };
  assertEquals(new TextDecoder().decode(bytes.subarray(0, 6)), "ALIDCH");
  assertThrows(() => hierarchyFromBytes(bytes.subarray(0, 9)), SyntaxError, "9 bytes that do not");
  assertThrows(() => hierarchyFromBytes(changed(0)), SyntaxError, "begin with its mark");
  assertThrows(() => hierarchyFromBytes(changed(8)), SyntaxError, "version 0, must be 1");
  assertThrows(() => hierarchyFromBytes(changed(bytes.length - 1)), SyntaxError, "checksum");
  assertThrows(
    () => hierarchyFromBytes(bytes.subarray(0, bytes.length - 4)),
    SyntaxError,
    `${bytes.length - 4} bytes, must be ${bytes.length}`,
  );
  for (let at = 0; at < bytes.length; at++) {
    assertThrows(() => hierarchyFromBytes(changed(at)), SyntaxError);
  }
});

Deno.test("contractGraph refuses budgets below 1, HierarchySearch nodes that are none", () => {
  const graph = graphFromEdges({ directed: true, nodes: 1, edges: [[0, 0, 4]] });
  assertThrows(() => contractGraph(graph, { rankBudget: 0 }), RangeError, "rankBudget is 0");
  assertThrows(() => contractGraph(graph, { contractBudget: NaN }), RangeError, "is NaN");
  const search = new HierarchySearch(contractGraph(graph));
  assertThrows(() => search.path(0, 1), RangeError, "to is 1, must be a node of 0 to 0");
  assert(search.path(0, 0)?.nodes.length === 1);
});
