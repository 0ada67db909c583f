import {
  EXACT,
  FLAG,
  type Form,
  list,
  OBJECT,
  record,
  requireForm,
  tuple,
} from "../../../geometry/form.ts";
import type { Exact } from "../../../geometry/decimal.ts";
import { graphFromEdges, graphToEdges } from "./edge_list.ts";
import type { Edge } from "./edge_list_instance.ts";
import type { Graph } from "./graph.ts";

/** For each node by name, the nodes it leads to and the weights of the edges to them. */
export type Adjacency = Readonly<Record<string, readonly (readonly [to: string, weight: Exact])[]>>;

const ARCS: Form = list(tuple(2, EXACT, "[node, weight]"));
const OPTIONS: Form = record({ directed: FLAG });

/**
 * Builds a graph from adjacency lists.
 *
 * @param lists a list for every node; in an undirected graph each edge stands at both its ends
 *   (a loop once)
 * @param options whether edges lead one way only
 * @returns the graph, whose nodes are named
 * @throws RangeError for a node without a list, an undirected edge that stands at one end only, or
 *   as {@link graphFromEdges}
 *
 * Cost: linear in nodes and edges.
 *
 * @example
 * ```ts
 * import { graphFromAdjacency } from "@alidade/core/formats";
 * import { assertEquals } from "@std/assert";
 *
 * const graph = graphFromAdjacency({ A: [["B", 4]], B: [["A", 4]] }, { directed: false });
 * assertEquals(graph.edgeCount, 1);
 * ```
 */
export function graphFromAdjacency(lists: Adjacency, options: { directed: boolean }): Graph {
  requireForm(lists, OBJECT, "lists");
  requireForm(options, OPTIONS, "options");
  for (const [name, arcs] of Object.entries(lists)) requireForm(arcs, ARCS, `lists.${name}`);
  const nodes = Object.keys(lists);
  const arcs = nodes.flatMap((u) => lists[u]!.map(([v, w]): Edge => [u, v, w]));
  for (const [u, v] of arcs) {
    if (Object.hasOwn(lists, v)) continue;
    throw new RangeError(
      `Cannot build graph: node ${JSON.stringify(u)} leads to ${JSON.stringify(v)}, must be a ` +
        "node with a list",
    );
  }
  const edges = options.directed ? arcs : pairArcs(arcs);
  return graphFromEdges({ directed: options.directed, nodes, edges });
}

/**
 * Writes a graph as adjacency lists.
 *
 * @param graph the graph
 * @returns a list for every node; an undirected edge stands at both its ends
 * @throws TypeError when the graph was built without its edges' numbers
 *
 * @example
 * ```ts
 * import { graphFromAdjacency, graphToAdjacency } from "@alidade/core/formats";
 * import { assertEquals } from "@std/assert";
 *
 * const lists = { A: [["B", 4]], B: [["A", 4]] } as const;
 * assertEquals(graphToAdjacency(graphFromAdjacency(lists, { directed: false })), lists);
 * ```
 */
export function graphToAdjacency(graph: Graph): Adjacency {
  const lists: Record<string, [string, Exact][]> = {};
  for (let v = 0; v < graph.nodeCount; v++) lists[graph.names?.[v] ?? String(v)] = [];
  for (const [from, to, weight] of graphToEdges(graph).edges) {
    lists[from]!.push([String(to), weight]);
    if (!graph.directed && from !== to) lists[to]!.push([String(from), weight]);
  }
  return lists;
}

/** Keeps one of the two arcs of each undirected edge. */
function pairArcs(arcs: readonly Edge[]): Edge[] {
  const open = new Map<string, number>();
  const edges: Edge[] = [];
  for (const [u, v, w] of arcs) {
    const partner = JSON.stringify([v, u, String(w)]);
    const waiting = open.get(partner) ?? 0;
    if (u === v || waiting === 0) edges.push([u, v, w]);
    if (u === v) continue;
    if (waiting > 0) open.set(partner, waiting - 1);
    else {
      const own = JSON.stringify([u, v, String(w)]);
      open.set(own, (open.get(own) ?? 0) + 1);
    }
  }
  for (const [edge, count] of open) {
    if (count === 0) continue;
    const [u, v, w] = JSON.parse(edge) as [string, string, string];
    throw new RangeError(
      `Cannot build graph: the edge of weight ${w} from ${JSON.stringify(u)} to ` +
        `${JSON.stringify(v)} stands at one end only, must stand at both`,
    );
  }
  return edges;
}
