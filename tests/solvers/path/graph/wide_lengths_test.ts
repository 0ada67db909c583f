import { assert, assertEquals, assertThrows } from "../../../_assert.ts";
import fc from "../../../_fast_check.ts";
import {
  allShortestGraphPaths,
  countGraphPaths,
  type Edge,
  graphFromEdges,
  type GraphInstance,
  kShortestGraphPaths,
  necessaryGraphSteps,
  secondGraphLength,
  solveGraphPath,
} from "../../../../solvers/path/graph/mod.ts";
import { parseDecimal } from "../../../../geometry/decimal.ts";
import { arcsOf, type SmallGraph } from "./_oracle.ts";

/** A simple path and its length times 10^20. */
interface WidePath {
  readonly length: bigint;
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
}

function scaled(weight: number | string): bigint {
  const { digits, scale } = parseDecimal(weight);
  return digits * 10n ** BigInt(20 - scale);
}

/** Every simple path, by trying everything, in integers alone; shortest first. */
function simplePaths(graph: SmallGraph, from: number, to: number): WidePath[] {
  const arcs = arcsOf(graph);
  const found: WidePath[] = [];
  const walk = (nodes: number[], edges: number[], length: bigint): void => {
    if (nodes.at(-1) === to) return void found.push({ nodes, edges, length });
    for (const arc of arcs) {
      if (arc.from !== nodes.at(-1) || nodes.includes(arc.to)) continue;
      const weight = scaled(graph.edges[arc.edge]![2]);
      walk([...nodes, arc.to], [...edges, arc.edge], length + weight);
    }
  };
  walk([from], [], 0n);
  return found.sort((a, b) => a.length < b.length ? -1 : Number(a.length > b.length));
}

const HALF = 2 ** 52;

/** Weights beside 2^52, so that two of them stand beside 2^53; whole decimal strings; long ones. */
const weights = {
  "whole, beside 2^53": fc.constantFrom(0, 1, 2, HALF - 2, HALF - 1, HALF, HALF + 1, 2 * HALF - 1),
  "strings past 2^53": fc.constantFrom(
    0,
    1,
    "9007199254740993",
    "9007199254740992",
    "18014398509481985",
  ),
  "with 17 decimals": fc.constantFrom(
    "0.30000000000000004",
    "0.1",
    "0.2",
    "0.3",
    "123.4",
    "1e-17",
    0,
  ),
};

function cases(weight: fc.Arbitrary<number | string>): fc.Arbitrary<GraphInstance> {
  return fc.integer({ min: 1, max: 6 }).chain((nodes) => {
    const node = fc.integer({ min: 0, max: nodes - 1 });
    return fc.record({
      graph: fc.record({
        directed: fc.boolean(),
        nodes: fc.constant(nodes),
        edges: fc.array(fc.tuple(node, node, weight) as fc.Arbitrary<Edge>, { maxLength: 12 }),
      }),
      from: node,
      to: node,
      parallel: fc.constantFrom("distinct" as const, "merged" as const),
    });
  });
}

for (const [name, weight] of Object.entries(weights)) {
  Deno.test(`long graph lengths, ${name}: every answer as by trying all paths`, () => {
    fc.assert(fc.property(cases(weight), compareWithAllPaths), { numRuns: 700 });
  });
}

function compareWithAllPaths(instance: GraphInstance): void {
  const { graph, from, to, parallel } = instance;
  const every = simplePaths(graph as SmallGraph, Number(from), Number(to));
  const isNew = (path: WidePath, i: number) =>
    every.findIndex((p) => p.nodes.join() === path.nodes.join()) === i;
  const all = parallel === "merged" ? every.filter(isNew) : every;
  const best = all.filter((path) => path.length === all[0]!.length);
  const path = solveGraphPath(instance);
  const count = countGraphPaths(instance);
  if (path.status !== "exact") {
    return assertEquals([path.status, count.status, all.length], ["impossible", "impossible", 0]);
  }
  assertEquals(scaled(path.value.length), all[0]!.length);
  if (typeof path.value.length === "number") assert(Number.isSafeInteger(path.value.length));
  assert(best.some((p) => p.nodes.join() === path.value.nodes.join()));
  assertEquals(count.status === "exact" ? count.value : null, BigInt(best.length));
  const listed = allShortestGraphPaths(instance, 1000);
  assert(listed.complete);
  assertEquals(
    listed.paths.map((p) => p.nodes.join()).sort(),
    best.map((p) => p.nodes.join()).sort(),
  );
  for (const p of listed.paths) assertEquals(scaled(p.length), all[0]!.length);
  const always = necessaryGraphSteps(instance);
  assert(always.status === "exact");
  const shared = best[0]!.nodes.filter((v) => best.every((p) => p.nodes.includes(v)));
  assertEquals(always.value.nodes, shared);
}

Deno.test("where single lengths are compared, those past 2^53 - 1 are refused", () => {
  const edges: Edge[] = [["A", "B", 2 ** 53 - 1], ["B", "C", "1.5"]];
  const graph = { directed: true, nodes: ["A", "B", "C"], edges };
  const instance = { graph, from: "A", to: "C" };
  const path = solveGraphPath(instance);
  assert(path.status === "exact");
  assertEquals(path.value.length, "9007199254740992.5");
  for (
    const refused of [
      () => graphFromEdges(graph),
      () => secondGraphLength(instance),
      () => kShortestGraphPaths(instance, 2),
    ]
  ) assertThrows(refused, RangeError, "Cannot build graph");
  const negative = { ...graph, edges: [...edges, ["A", "C", "-9007199254740993"] as const] };
  assertThrows(() => solveGraphPath({ ...instance, graph: negative }), RangeError, "edges[2]");
});
