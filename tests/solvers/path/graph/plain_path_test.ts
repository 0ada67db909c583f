import { assert, assertEquals } from "../../../_assert.ts";
import fc from "../../../_fast_check.ts";
import { type EdgeList, graphFromEdges, solveGraphPath } from "../../../../solvers/path/mod.ts";

const NAMES = Array.from({ length: 12 }, (_, i) => `node ${i}`);

const lists = fc.record({
  directed: fc.boolean(),
  named: fc.boolean(),
  count: fc.integer({ min: 1, max: 12 }),
  edges: fc.array(fc.tuple(fc.nat(11), fc.nat(11), fc.nat(5)), { maxLength: 40 }),
  ends: fc.tuple(fc.nat(11), fc.nat(11)),
}).map(({ directed, named, count, edges, ends }) => {
  const id = (i: number) => named ? NAMES[i % count]! : i % count;
  return {
    graph: {
      directed,
      nodes: named ? NAMES.slice(0, count) : count,
      edges: edges.map(([u, v, w]) => [id(u), id(v), w] as const),
    } as EdgeList,
    from: id(ends[0]),
    to: id(ends[1]),
  };
});

Deno.test("solveGraphPath() answers small lists of edges as it does graphs made of them", () => {
  fc.assert(
    fc.property(lists, (instance) => {
      const { graph } = instance;
      const found = solveGraphPath(instance);
      const right = solveGraphPath({ ...instance, graph: graphFromEdges(graph) });
      assertEquals(found.status, right.status);
      if (found.status !== "exact" || right.status !== "exact") {
        return assertEquals(found, right);
      }
      const { length, nodes, edges } = found.value;
      assertEquals(length, right.value.length);
      assertEquals([nodes[0], nodes.at(-1)], [instance.from, instance.to]);
      assertEquals(new Set(nodes).size, nodes.length);
      const weights = edges!.map((edge, i) => {
        const [u, v, weight] = graph.edges[edge]!;
        const ends = [nodes[i], nodes[i + 1]];
        assert(
          (u === ends[0] && v === ends[1]) || (!graph.directed && v === ends[0] && u === ends[1]),
        );
        return Number(weight);
      });
      assertEquals(weights.reduce((sum, weight) => sum + weight, 0), length);
    }),
    { numRuns: 1000 },
  );
});
