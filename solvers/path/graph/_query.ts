import {
  either,
  type Form,
  NUMBER,
  OBJECT,
  oneOf,
  optional,
  record,
  requireForm,
  TEXT,
} from "../../../geometry/_form.ts";
import { impossible, type ImpossibleOutcome } from "../../outcome.ts";
import { type EdgeList, graphFromEdges, type NodeId, nodeId, trueLength } from "./edge_list.ts";
import type { Graph } from "./graph.ts";
import type { GraphInstance, GraphRoute } from "./graph_instance.ts";

/** An instance, checked: the graph as rows, its ends as numbers. */
export interface GraphQuery {
  /** The graph, without all but the lightest of parallel edges where those are merged. */
  readonly graph: Graph;
  /** The node where ways begin. */
  readonly source: number;
  /** The node where they end. */
  readonly goal: number;
}

const NODE: Form = either("a node's name or number", TEXT, NUMBER);
const GRAPH_FORM: Form = record({
  graph: OBJECT,
  from: NODE,
  to: NODE,
  parallel: optional(oneOf("distinct", "merged")),
});

/** Checks an instance. */
export function toGraphQuery(instance: GraphInstance): GraphQuery {
  requireForm(instance, GRAPH_FORM);
  const { graph, from, to, parallel = "distinct" } = instance;
  const rows = isGraph(graph) ? graph : graphFromEdges(graph);
  return {
    graph: parallel === "merged" ? withoutParallels(rows) : rows,
    source: nodeNumber(rows, from, "from"),
    goal: nodeNumber(rows, to, "to"),
  };
}

/** The proof that the goal is out of reach. */
export function unreachable({ graph, source, goal }: GraphQuery): ImpossibleOutcome {
  return impossible(`no path leads from ${nodeId(graph, source)} to ${nodeId(graph, goal)}`);
}

/** A path in the user's own terms. `arcs` are those it takes from the source on. */
export function toRoute({ graph, source }: GraphQuery, arcs: readonly number[]): GraphRoute {
  let length = 0;
  for (const arc of arcs) length += graph.weights[arc]!;
  const nodes = [source, ...arcs.map((arc) => graph.heads[arc]!)];
  return {
    length: trueLength(graph, length),
    nodes: nodes.map((node) => nodeId(graph, node)),
    edges: graph.edges === null ? null : arcs.map((arc) => graph.edges![arc]!),
  };
}

function isGraph(graph: EdgeList | Graph): graph is Graph {
  return "offsets" in graph;
}

function nodeNumber(graph: Graph, id: NodeId, what: string): number {
  const number = typeof id === "string" ? graph.names?.indexOf(id) ?? -1 : id;
  if (Number.isInteger(number) && number >= 0 && number < graph.nodeCount) return number;
  throw new RangeError(
    `Cannot find paths: ${what} is ${JSON.stringify(id)}, must be a node of the graph`,
  );
}

/** Keeps, of the arcs from one node to another, the first of the lightest. */
function withoutParallels(graph: Graph): Graph {
  const { nodeCount, offsets, heads, weights } = graph;
  const best = new Int32Array(nodeCount).fill(-1);
  const kept: number[] = [];
  const ends = new Int32Array(nodeCount + 1);
  for (let u = 0; u < nodeCount; u++) {
    const begin = kept.length;
    for (let a = offsets[u]!; a < offsets[u + 1]!; a++) {
      const at = best[heads[a]!]!;
      if (at < begin) best[heads[a]!] = kept.push(a) - 1;
      else if (weights[a]! < weights[kept[at]!]!) kept[at] = a;
    }
    ends[u + 1] = kept.length;
  }
  return {
    ...graph,
    offsets: ends,
    heads: Int32Array.from(kept, (a) => heads[a]!),
    weights: Float64Array.from(kept, (a) => weights[a]!),
    edges: graph.edges === null ? null : Int32Array.from(kept, (a) => graph.edges![a]!),
  };
}
