import { assertEquals } from "../../../_assert.ts";
import fc from "../../../_fast_check.ts";
import { MatrixGraph } from "../../../../solvers/path/graph/mod.ts";
import { distancesFrom, simplePaths, smallGraphs } from "./_oracle.ts";

Deno.test("MatrixGraph agrees with a list of all paths", () => {
  const graphs = smallGraphs({ maxNodes: 6, maxEdges: 12, minWeight: 1, maxWeight: 4 });
  const matrix = Array.from({ length: 7 }, (_, n) => new MatrixGraph(n));
  fc.assert(
    fc.property(graphs, ({ nodes, edges }) => {
      const joined = new Map(
        edges.filter(([u, v]) => u !== v).map((e) => [[e[0], e[1]].sort().join(), e]),
      );
      const list = { directed: false, nodes, edges: [...joined.values()] };
      const graph = matrix[nodes]!;
      graph.clear();
      for (const [u, v, w] of list.edges) graph.join(Number(u), Number(v), Number(w));
      const reached = graph.spread(0);
      graph.spreadDirect(0, reached);
      const lengths = distancesFrom(list, 0).map((d) => d === Infinity ? -1 : d);
      assertEquals([...graph.lengths], lengths);
      assertEquals(reached, lengths.filter((d) => d >= 0).length);
      for (let v = 0; v < nodes; v++) {
        const all = simplePaths(list, 0, v);
        if (all.length === 0) continue;
        const best = all.filter((p) => p.length === all[0]!.length);
        assertEquals(graph.ways[v], best.length);
        assertEquals(graph.steps[v], Math.min(...best.map((p) => p.edges.length)));
        const fewest = Math.min(...all.map((p) => p.edges.length));
        const direct = all.filter((p) => p.edges.length === fewest).map((p) => p.length);
        assertEquals(graph.direct[v], Math.min(...direct));
      }
    }),
    { numRuns: 300 },
  );
});
