import {
  either,
  EXACT,
  FLAG,
  type Form,
  list as listOf,
  NUMBER,
  optional,
  record,
  requireForm,
  TEXT,
  tuple,
} from "../../../geometry/_form.ts";
import { type Exact, formatScaled, toScaled } from "../../../geometry/decimal.ts";
import { edgesOf } from "./_edges.ts";
import { type Graph, graphFromArrays } from "./graph.ts";

/** A node as the user names it: a number from 0, or a name. */
export type NodeId = number | string;

/** An edge: where it begins, where it ends, how long it is. */
export type Edge = readonly [from: NodeId, to: NodeId, weight: Exact];

/** A graph as plain data. */
export interface EdgeList {
  /** Whether an edge leads one way only. */
  readonly directed: boolean;
  /** How many nodes there are, or their names; every name once. */
  readonly nodes: number | readonly string[];
  /** The edges, by number or by name as the nodes are; weights whole or decimal strings. */
  readonly edges: readonly Edge[];
  /** A point [x, y] for each node. */
  readonly points?: readonly (readonly [number, number])[];
}

const EDGE: Form = tuple(3, EXACT, "[from, to, weight]");
const EDGE_LIST_FORM: Form = record({
  directed: FLAG,
  nodes: either("their number, or a list of their names", NUMBER, listOf(TEXT)),
  edges: listOf(EDGE),
  points: optional(listOf(tuple(2, NUMBER, "[x, y]"))),
});

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
 * import { graphFromEdges } from "@alidade/core/solvers";
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
  requireForm(list, EDGE_LIST_FORM, "graph");
  const { directed, nodes, edges, points } = list;
  const nodeCount = typeof nodes === "number" ? nodes : nodes.length;
  const number = typeof nodes === "number" ? numberOf : namesToNumbers(nodes);
  const { values, scale } = scaledWeights(edges);
  if (points !== undefined && points.length !== nodeCount) {
    throw new RangeError(`Cannot build graph: ${points.length} points, must be ${nodeCount}`);
  }
  return graphFromArrays({
    directed,
    nodeCount,
    tails: edges.map((e, i) => number(e[0], `edges[${i}]`)),
    heads: edges.map((e, i) => number(e[1], `edges[${i}]`)),
    weights: values,
    scale,
    names: typeof nodes === "number" ? null : nodes,
    points: points === undefined ? null : points.flat(),
  });
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
 * import { graphFromEdges, graphToEdges } from "@alidade/core/solvers";
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
 * import { graphFromEdges, nodeId } from "@alidade/core/solvers";
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
 * @returns the number itself, or a decimal string where it is not whole
 *
 * @example
 * ```ts
 * import { graphFromEdges, trueLength } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const graph = graphFromEdges({ directed: true, nodes: 2, edges: [[0, 1, "0.25"]] });
 * assertEquals(trueLength(graph, 125), "1.25");
 * ```
 */
export function trueLength(graph: Graph, length: number): Exact {
  if (graph.scale === 0) return length;
  const text = formatScaled(BigInt(length), graph.scale);
  return text.includes(".") ? text : Number(text);
}

/** Whole weights pass as they are; only decimal strings go through big integers. */
function scaledWeights(edges: readonly Edge[]): { values: number[]; scale: number } {
  const weights = edges.map((e) => e[2]);
  if (weights.every((w) => Number.isSafeInteger(w))) {
    return { values: weights as number[], scale: 0 };
  }
  const bad = weights.findIndex((w) => typeof w === "number" && !Number.isSafeInteger(w));
  if (bad >= 0) {
    throw new RangeError(
      `Cannot build graph: edges[${bad}] has weight ${weights[bad]}, must be a whole number of ` +
        `0 to 2^53 - 1, or a decimal string such as "2.37"`,
    );
  }
  const { values, scale } = toScaled(weights, "weights");
  return { values: values.map(Number), scale };
}

function numberOf(id: NodeId, edge: string): number {
  if (typeof id === "number") return id;
  throw new TypeError(
    `Cannot build graph: ${edge} names node ${JSON.stringify(id)}, must be a number as nodes is`,
  );
}

function namesToNumbers(names: readonly string[]): (id: NodeId, edge: string) => number {
  const numbers = new Map(names.map((name, i) => [name, i]));
  if (numbers.size !== names.length) {
    const twice = names.find((name, i) => numbers.get(name) !== i);
    throw new RangeError(`Cannot build graph: name ${JSON.stringify(twice)} is given twice`);
  }
  return (id, edge) => {
    const number = numbers.get(String(id));
    if (number !== undefined && typeof id === "string") return number;
    throw new RangeError(
      `Cannot build graph: ${edge} leads to node ${JSON.stringify(id)}, must be one of nodes`,
    );
  };
}
