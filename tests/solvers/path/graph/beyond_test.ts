import { assert, assertEquals, assertThrows } from "../../../_assert.ts";
import fc from "../../../_fast_check.ts";
import {
  allShortestGraphPaths,
  checkGraphCount,
  checkGraphPath,
  countGraphPaths,
  graphCertificate,
  graphCountCertificate,
  graphFromEdges,
  type GraphInstance,
  judgeGraphPath,
  kShortestGraphPaths,
  necessaryGraphSteps,
  secondGraphLength,
  solveGraphPath,
} from "../../../../solvers/path/graph/mod.ts";
import type { Outcome } from "../../../../solvers/outcome.ts";
import { type OraclePath, simplePaths, type SmallGraph, smallGraphs } from "./_oracle.ts";

/** An instance and all its simple paths, shortest first. */
interface Case {
  readonly instance: GraphInstance & { readonly graph: SmallGraph };
  readonly all: readonly OraclePath[];
  readonly best: readonly OraclePath[];
}

/** Instances with each way to count parallel edges; paths that differ by edges or by nodes. */
function cases(minWeight: number): fc.Arbitrary<Case> {
  const graphs = smallGraphs({ maxNodes: 6, maxEdges: 12, minWeight, maxWeight: 3 });
  const parallels = fc.constantFrom("distinct", "merged");
  return fc.tuple(graphs, fc.nat(), fc.nat(), parallels).map(([graph, a, b, parallel]): Case => {
    const [from, to] = [a % graph.nodes, b % graph.nodes];
    const paths = simplePaths(graph, from, to);
    const all = parallel === "distinct" ? paths : paths.filter((path, i) => {
      return paths.findIndex((p) => p.nodes.join() === path.nodes.join()) === i;
    });
    const best = all.filter((p) => p.length === all[0]!.length);
    return { instance: { graph, from, to, parallel: parallel as "distinct" }, all, best };
  });
}

function value<V>(outcome: Outcome<V>): V | null {
  if (outcome.status === "exact") return outcome.value;
  assertEquals(outcome.status, "impossible");
  return null;
}

/** Paths as sorted text: nodes and, where it matters, edges. */
function pathSet(
  paths: readonly { nodes: readonly unknown[]; edges: readonly number[] | null }[],
  merged: boolean,
): string[] {
  return paths.map((p) => merged ? p.nodes.join() : `${p.nodes} by ${p.edges}`).sort();
}

for (const minWeight of [0, 1]) {
  Deno.test(`paths are counted and listed, all of them, with weights from ${minWeight}`, () => {
    fc.assert(
      fc.property(cases(minWeight), ({ instance, all, best }) => {
        assertEquals(
          value(solveGraphPath(instance))?.length ?? Infinity,
          all[0]?.length ?? Infinity,
        );
        assertEquals(value(countGraphPaths(instance)) ?? 0n, BigInt(best.length));
        const merged = instance.parallel === "merged";
        const { paths, complete } = allShortestGraphPaths(instance, 1000);
        assert(complete);
        assertEquals(pathSet(paths, merged), pathSet(best, merged));
        if (best.length > 1) {
          const some = allShortestGraphPaths(instance, best.length - 1);
          assertEquals([some.paths.length, some.complete], [best.length - 1, false]);
        }
        if (best.length > 0) assert(allShortestGraphPaths(instance, best.length).complete);
      }),
      { numRuns: 400 },
    );
  });

  Deno.test(`necessary nodes and steps are those of all paths, with weights from ${minWeight}`, () => {
    fc.assert(
      fc.property(cases(minWeight), ({ instance, best }) => {
        const found = value(necessaryGraphSteps(instance));
        if (found === null) return assertEquals(best.length, 0);
        const nodes = best[0]!.nodes.filter((v) => best.every((p) => p.nodes.includes(v)));
        assertEquals(found.nodes, nodes);
        const merged = instance.parallel === "merged";
        const steps = best[0]!.edges.map((edge, i) => ({
          edge,
          step: [best[0]!.nodes[i]!, best[0]!.nodes[i + 1]!],
        })).filter(({ edge, step }) =>
          best.every((p) =>
            merged
              ? p.nodes.some((v, i) => v === step[0] && p.nodes[i + 1] === step[1])
              : p.edges.includes(edge)
          )
        );
        assertEquals(found.steps as readonly unknown[], steps.map((s) => s.step));
      }),
      { numRuns: 400 },
    );
  });

  Deno.test(`the k shortest and the second-best length, with weights from ${minWeight}`, () => {
    fc.assert(
      fc.property(cases(minWeight), fc.integer({ min: 1, max: 9 }), (given, k) => {
        const { instance, all } = given;
        const lengths = value(kShortestGraphPaths(instance, k))?.map((p) => p.length) ?? [];
        assertEquals(lengths, all.slice(0, k).map((p) => p.length));
        const every = value(kShortestGraphPaths(instance, 5000)) ?? [];
        const merged = instance.parallel === "merged";
        assertEquals(pathSet(every, merged), pathSet(all, merged));
        const second = all.find((p) => p.length > all[0]!.length)?.length ?? null;
        assertEquals(value(secondGraphLength(instance)), second);
      }),
      { numRuns: 400 },
    );
  });
}

Deno.test("certificates prove what the solver says, and nothing else", () => {
  fc.assert(
    fc.property(cases(0), fc.nat(), ({ instance, all, best }, pick) => {
      const certificate = graphCertificate(instance);
      const { labels } = certificate;
      assertEquals(checkGraphPath(instance, best[0]?.nodes ?? null, certificate), null);
      for (const path of all.slice(best.length, best.length + 3)) {
        if (best.some((p) => p.nodes.join() === path.nodes.join())) continue;
        assert(checkGraphPath(instance, path.nodes, certificate) !== null);
      }
      if (best.length > 0) assert(checkGraphPath(instance, null, certificate) !== null);
      // A label raised above a distance is never accepted.
      const at = pick % labels.length;
      if (labels[at] === Infinity) return;
      labels[at]!++;
      assert(checkGraphPath(instance, best[0]?.nodes ?? null, certificate) !== null);
    }),
    { numRuns: 300 },
  );
});

Deno.test("count certificates prove the count, and nothing else", () => {
  fc.assert(
    fc.property(cases(1), fc.nat(), ({ instance, best }, pick) => {
      const certificate = graphCountCertificate(instance);
      const count = BigInt(best.length);
      assertEquals(checkGraphCount(instance, count, certificate), null);
      assert(checkGraphCount(instance, count + 1n, certificate) !== null);
      const counts = certificate.counts.slice();
      counts[pick % counts.length]!++;
      assert(checkGraphCount(instance, count, { ...certificate, counts }) !== null);
      const labels = Array.from(certificate.labels).map((label) => label === 0 ? 0 : label - 1);
      if (labels.some((label) => label > 0 && label < Infinity)) {
        assert(checkGraphCount(instance, count, { ...certificate, labels }) !== null);
      }
    }),
    { numRuns: 300 },
  );
});

Deno.test("counts pass 2^53", () => {
  const edges = Array.from({ length: 70 }, (_, v): [number, number, number][] => {
    return [[v, v + 1, 1], [v, v + 1, 1]];
  }).flat();
  const graph = { directed: true, nodes: 71, edges };
  assertEquals(value(countGraphPaths({ graph, from: 0, to: 70 })), 2n ** 70n);
  assertEquals(value(countGraphPaths({ graph, from: 0, to: 70, parallel: "merged" })), 1n);
});

Deno.test("a count cut short where weight 0 leads round says limit", () => {
  const nodes = 9;
  const edges = Array.from({ length: nodes * nodes }, (_, i): [number, number, number] => {
    return [Math.floor(i / nodes), i % nodes, 0];
  });
  const graph = { directed: true, nodes, edges };
  const answer = countGraphPaths({ graph, from: 0, to: 1 }, { listed: 100 });
  assertEquals(answer, { status: "limit", lower: "100", upper: null, best: 100n });
  // 1 + 7 + 7 * 6 + ... paths pass 0 to 7 of the other nodes.
  assertEquals(value(countGraphPaths({ graph, from: 0, to: 1 })), 13700n);
});

Deno.test("a second-best search cut short says limit, with a true bound", () => {
  const graph = {
    directed: false,
    nodes: 4,
    edges: [[0, 1, 1], [1, 2, 1], [2, 3, 1], [0, 3, 9]],
  } as const;
  const instance = { graph, from: 0, to: 3 };
  assertEquals(value(secondGraphLength(instance)), 9);
  const cut = secondGraphLength(instance, { budget: 1 });
  assert(cut.status === "limit" && Number(cut.lower) <= 9);
});

Deno.test("given paths: the first fault is named", () => {
  const graph = graphFromEdges({
    directed: true,
    nodes: ["A", "B", "C"],
    edges: [["A", "B", 1], ["B", "C", 1], ["A", "C", 3], ["A", "C", 4]],
  });
  const judge = (nodes: number[]) => judgeGraphPath(graph, { from: 0, to: 2, nodes });
  assertEquals(judge([0, 1, 2]), { fault: null, length: 2, shortest: 2, optimal: true });
  assertEquals(judge([0, 2]), { fault: null, length: 3, shortest: 2, optimal: false });
  assertEquals(judge([0, 2, 1]).fault, "step 2: no edge leads from C to B");
  assertEquals(judge([1, 2]).fault, "begins at B, not A");
  assertEquals(judge([0, 1]).fault, "ends at B, not C");
  assertEquals(judge([0, 3]).fault, "stop 2, 3, is no node");
  assertEquals(judge([]).fault, "has no nodes");
});

Deno.test("instances name an end that is no node, caps and k below 1", () => {
  const graph = { directed: true, nodes: ["A"], edges: [] };
  assertThrows(() => solveGraphPath({ graph, from: "A", to: "B" }), RangeError, `to is "B"`);
  assertThrows(() => solveGraphPath({ graph, from: 1, to: "A" }), RangeError, "from is 1");
  const instance = { graph, from: "A", to: "A" };
  assertThrows(() => kShortestGraphPaths(instance, 0), RangeError, "Cannot find 0 paths");
  assertThrows(() => allShortestGraphPaths(instance, NaN), RangeError, "a cap of NaN");
});
