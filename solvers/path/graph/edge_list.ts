import type { Edge, EdgeList, NodeId } from "./edge_list_instance.ts";
import { type Exact, formatScaled } from "../../../geometry/decimal.ts";
import { edgesOf } from "./_edges.ts";
import type { Graph } from "./graph.ts";
import { graphFromRead, readEdges } from "./_read_edges.ts";

/**
 * Builds a graph from a list of edges.
 *
 * @param list the graph as plain data
 * @returns the graph; decimal weights are scaled to whole numbers
 * @throws RangeError naming the edge, for an end that is no node, or a weight that is negative,
 *   not a number, or fractional without being a decimal string; for a name given twice
 * @throws SyntaxError for a weight that is not a decimal number
 *
 * Cost: linear in nodes and edges.
 *
 * @example
 * ```ts
 * import { graphFromEdges } from "@alidade/core/formats";
 * import { assertEquals } from "@std/assert";
 *
 * const graph = graphFromEdges({
 *   directed: false,
 *   nodes: ["A", "B", "C"],
 *   edges: [["A", "B", "1.5"], ["B", "C", 2]],
 * });
 * assertEquals([...graph.weights], [15, 15, 20, 20]);
 * assertEquals(graph.scale, 1);
 * ```
 */
export function graphFromEdges(list: EdgeList): Graph {
  return graphFromRead(readEdges(list));
}

/**
 * Writes a graph as a list of edges, in the order in which they were given; an edge of an
 * undirected graph begins at the end with the smaller number.
 *
 * @param graph the graph
 * @returns the graph as plain data; weights that are not whole are decimal strings
 * @throws TypeError when the graph was built without its edges' numbers
 *
 * @example
 * ```ts
 * import { graphFromEdges, graphToEdges } from "@alidade/core/formats";
 * import { assertEquals } from "@std/assert";
 *
 * const list = { directed: true, nodes: 2, edges: [[0, 1, "1.5"]] } as const;
 * assertEquals(graphToEdges(graphFromEdges(list)), { directed: true, nodes: 2, edges: [[0, 1, "1.5"]] });
 * ```
 */
export function graphToEdges(graph: Graph): EdgeList {
  const { directed, nodeCount, names, points } = graph;
  const edges = edgesOf(graph).map(([u, v, w]): Edge => {
    return [nodeId(graph, u), nodeId(graph, v), trueLength(graph, w)];
  });
  const list = { directed, nodes: names ?? nodeCount, edges };
  if (points === null) return list;
  const pairs = Array.from({ length: nodeCount }, (_, v): [number, number] => {
    return [points[2 * v]!, points[2 * v + 1]!];
  });
  return { ...list, points: pairs };
}

/**
 * The name of a node, or its number where nodes have no names.
 *
 * @param graph the graph
 * @param node its number
 * @returns the name or number
 *
 * @example
 * ```ts
 * import { graphFromEdges, nodeId } from "@alidade/core/formats";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(nodeId(graphFromEdges({ directed: true, nodes: ["A"], edges: [] }), 0), "A");
 * ```
 */
export function nodeId(graph: Graph, node: number): NodeId {
  return graph.names === null ? node : graph.names[node]!;
}

/**
 * A length in the user's own unit.
 *
 * @param graph the graph
 * @param length a sum of its whole weights
 * @returns the number itself, or a decimal string where it is not whole or passes 2^53 - 1
 *
 * @example
 * ```ts
 * import { graphFromEdges, trueLength } from "@alidade/core/formats";
 * import { assertEquals } from "@std/assert";
 *
 * const graph = graphFromEdges({ directed: true, nodes: 2, edges: [[0, 1, "0.25"]] });
 * assertEquals(trueLength(graph, 125), "1.25");
 * ```
 */
export function trueLength(graph: Graph, length: number | bigint): Exact {
  if (graph.scale === 0 && typeof length === "number") return length;
  return shortForm(formatScaled(BigInt(length), graph.scale));
}

/** The number itself where a decimal string is a whole one that doubles hold. */
function shortForm(text: string): Exact {
  return Number.isSafeInteger(Number(text)) && !text.includes(".") ? Number(text) : text;
}
