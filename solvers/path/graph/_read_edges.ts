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
} from "../../../geometry/form.ts";
import { toScaled } from "../../../geometry/decimal.ts";
import type { Edge, EdgeList, NodeId } from "./edge_list_instance.ts";
import { type Graph, type GraphArrays, graphFromArrays } from "./graph.ts";

const EDGE: Form = tuple(3, EXACT, "[from, to, weight]");
const EDGE_LIST_FORM: Form = record({
  directed: FLAG,
  nodes: either("their number, or a list of their names", NUMBER, listOf(TEXT)),
  edges: listOf(EDGE),
  points: optional(listOf(tuple(2, NUMBER, "[x, y]"))),
});

/** A list of edges as flat arrays, its weights as exact as they were given. */
export interface ReadEdges extends Omit<GraphArrays, "weights"> {
  /** The weight of each edge times `10^scale`. */
  readonly weights: readonly (number | bigint)[];
  /** How many decimals the true weights have. */
  readonly scale: number;
}

/** Reads a list of edges; what is wrong with the graph it describes is left to others to say. */
export function readEdges(list: EdgeList): ReadEdges {
  requireForm(list, EDGE_LIST_FORM, "graph");
  const { directed, nodes, edges, points } = list;
  const nodeCount = typeof nodes === "number" ? nodes : nodes.length;
  const number = typeof nodes === "number" ? numberOf : namesToNumbers(nodes);
  const { values, scale } = scaledWeights(edges);
  if (points !== undefined && points.length !== nodeCount) {
    throw new RangeError(`Cannot build graph: ${points.length} points, must be ${nodeCount}`);
  }
  return {
    directed,
    nodeCount,
    tails: edges.map((e, i) => number(e[0], `edges[${i}]`)),
    heads: edges.map((e, i) => number(e[1], `edges[${i}]`)),
    weights: values,
    scale,
    names: typeof nodes === "number" ? null : nodes,
    points: points === undefined ? null : points.flat(),
  };
}

/** The graph of what was read. */
export function graphFromRead(read: ReadEdges): Graph {
  return graphFromArrays({ ...read, weights: read.weights.map(Number) });
}

/** Whole weights pass as they are; only decimal strings go through big integers. */
function scaledWeights(
  edges: readonly Edge[],
): { values: readonly (number | bigint)[]; scale: number } {
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
  return toScaled(weights, "weights");
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
