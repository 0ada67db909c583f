import { graphFromEdges, solveGraphLandmarkTour } from "../../../solvers/mod.ts";
import { assert, assertEquals, assertThrows } from "../../_assert.ts";
import fc from "../../_fast_check.ts";

type Arc = readonly [from: number, to: number, weight: number];

/** The least length by Bellman-Ford over pairs of a node and the set of landmarks seen. */
function byStates(
  arcs: readonly Arc[],
  nodes: number,
  landmarks: readonly number[],
  form: "open" | "closed",
): number {
  const sets = 1 << landmarks.length;
  const bit = (node: number) => landmarks.includes(node) ? 1 << landmarks.indexOf(node) : 0;
  const least = new Float64Array(nodes * sets).fill(Infinity);
  least[landmarks[0]! * sets + bit(landmarks[0]!)] = 0;
  for (let changed = true; changed;) {
    changed = false;
    for (const [from, to, weight] of arcs) {
      for (let set = 0; set < sets; set++) {
        const then = to * sets + (set | bit(to));
        const length = least[from * sets + set]! + weight;
        if (length >= least[then]!) continue;
        least[then] = length;
        changed = true;
      }
    }
  }
  const ends = form === "closed" ? [landmarks[0]!] : Array.from({ length: nodes }, (_, v) => v);
  return Math.min(...ends.map((v) => least[v * sets + sets - 1]!));
}

/** Asserts that two landmarks have no path as a reason says, and that this rules a tour out. */
function assertProves(
  reason: string,
  arcs: readonly Arc[],
  { form, start }: { form: string; start?: number },
): void {
  const words = /^no path leads from node (\d+) to node (\d+)(, nor back)?$/.exec(reason);
  assert(words !== null, reason);
  const [from, to] = [Number(words[1]), Number(words[2])];
  const leads = (a: number, b: number) => byStates(arcs, 8, [a, b], "open") < Infinity;
  assert(!leads(from, to) && (words[3] === undefined || !leads(to, from)), reason);
  assert(form === "closed" || from === start || words[3] !== undefined, reason);
}

Deno.test("solveGraphLandmarkTour(): a reason is a proof, and a limit no reason", () => {
  const edges = [[0, 1, 1], [2, 3, 1]] as const;
  const graph = graphFromEdges({ directed: false, nodes: 4, edges });
  const landmarks = [0, 1, 2, 3];
  assertEquals(solveGraphLandmarkTour({ form: "open", graph, landmarks }), {
    status: "impossible",
    reason: "no path leads from node 0 to node 2, nor back",
  });
  const ring = Array.from({ length: 14 }, (_, i) => [i * 5 % 14, (i + 1) * 5 % 14, 1] as const);
  const oneWay = graphFromEdges({ directed: true, nodes: 14, edges: ring.slice(1) });
  const all = Array.from({ length: 14 }, (_, i) => i);
  for (const nodes of [0, 1, 2, 1000]) {
    const found = solveGraphLandmarkTour({ form: "open", graph: oneWay, landmarks: all }, {
      nodes,
    });
    assert(found.status !== "impossible", "the ring without a step is a tour");
    if (found.status === "limit" && found.best !== null) assertEquals(found.best.nodes.length, 14);
  }
});

Deno.test("solveGraphLandmarkTour() is as short as a search over nodes and sets", () => {
  const nodes = 8;
  const arc = fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1), fc.nat(9));
  const graphs = fc.array(arc, { minLength: 6, maxLength: 24 });
  const forms = fc.constantFrom("open" as const, "closed" as const);
  fc.assert(fc.property(graphs, fc.boolean(), forms, (edges, directed, form) => {
    const landmarks = [0, 2, 4, 7];
    const graph = graphFromEdges({ directed, nodes, edges });
    const shape = form === "closed" ? { form } : { form, start: 0 };
    const found = solveGraphLandmarkTour({ ...shape, graph, landmarks }, { asks: "length" });
    const arcs = directed ? edges : edges.flatMap(([a, b, w]): Arc[] => [[a, b, w], [b, a, w]]);
    const least = byStates(arcs, nodes, landmarks, form);
    if (least === Infinity) {
      assert(found.status === "impossible", found.status);
      return assertProves(found.reason, arcs, shape);
    }
    assert(found.status === "exact", found.status);
    assertEquals(found.value.tour.length.approximate, least);
    const walked = found.value.nodes.slice(1).reduce((sum, to, i) => {
      const from = found.value.nodes[i]!;
      return sum + Math.min(...arcs.filter(([a, b]) => a === from && b === to).map(([, , w]) => w));
    }, 0);
    assertEquals(walked, least);
    for (const landmark of landmarks) assert(found.value.nodes.includes(landmark));
  }));
});

Deno.test("solveGraphLandmarkTour(): decimals, and bad landmarks", () => {
  const edges = [[0, 1, "0.5"], [1, 2, "0.25"], [0, 2, 3]] as const;
  const graph = graphFromEdges({ directed: false, nodes: 3, edges });
  const shape = { form: "closed", graph } as const;
  const found = solveGraphLandmarkTour({ ...shape, landmarks: [0, 1, 2] }, { asks: "length" });
  assertEquals(found.status === "exact" && found.value.tour.length.exact, "1.5");
  const bad = (landmarks: number[]) => () => solveGraphLandmarkTour({ ...shape, landmarks });
  assertThrows(bad([0, 1, 3]), RangeError, "landmarks[2]: 3, must be a node from 0 to 2");
  assertThrows(bad([0, 1, 0]), RangeError, "landmarks[2]: 0, must differ from landmarks[0]");
});
