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
    if (least === Infinity) return assertEquals(found.status, "impossible");
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
