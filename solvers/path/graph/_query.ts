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
} from "../../../geometry/form.ts";
import { impossible, type ImpossibleOutcome } from "../../outcome.ts";
import { graphFromEdges, nodeId, trueLength } from "./edge_list.ts";
import type { EdgeList, NodeId } from "./edge_list_instance.ts";
import { graphFromRead, type ReadEdges, readEdges } from "./_read_edges.ts";
import { isWide, tightGraph } from "./_wide_weights.ts";
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
  /**
   * The weights of the edges where lengths may pass 2^53 - 1; null elsewhere. The arcs of the graph
   * then weigh 0 on shortest ways and 1 off them.
   */
  readonly wide: readonly bigint[] | null;
}

const NODE: Form = either("a node's name or number", TEXT, NUMBER);
const GRAPH_FORM: Form = record({
  graph: OBJECT,
  from: NODE,
  to: NODE,
  parallel: optional(oneOf("distinct", "merged")),
});

/** Checks an instance whose lengths are to be compared one by one, so none may pass 2^53 - 1. */
export function toGraphQuery(instance: GraphInstance): GraphQuery {
  requireForm(instance, GRAPH_FORM);
  const { graph, from, to, parallel = "distinct" } = instance;
  const rows = isGraph(graph) ? graph : graphFromEdges(graph);
  return {
    graph: parallel === "merged" ? withoutParallels(rows) : rows,
    source: nodeNumber(rows, from, "from"),
    goal: nodeNumber(rows, to, "to"),
    wide: null,
  };
}

/** Checks an instance of which only the shortest paths matter, however long they are. */
export function toShortestQuery(instance: GraphInstance): GraphQuery {
  requireForm(instance, GRAPH_FORM);
  const { graph, from, to, parallel = "distinct" } = instance;
  if (isGraph(graph)) return toGraphQuery(instance);
  const read = readEdges(graph);
  if (!isWide(read)) return toGraphQuery({ ...instance, graph: graphFromRead(read) });
  const source = nodeNumber(read, from, "from");
  const goal = nodeNumber(read, to, "to");
  const rows = tightGraph(read, goal);
  return {
    graph: parallel === "merged" ? withoutParallels(rows) : rows,
    source,
    goal,
    wide: read.weights.map(BigInt),
  };
}

/** The proof that the goal is out of reach. */
export function unreachable({ graph, source, goal }: GraphQuery): ImpossibleOutcome {
  return impossible(`no path leads from ${nodeId(graph, source)} to ${nodeId(graph, goal)}`);
}

/** A path in the user's own terms. `arcs` are those it takes from the source on. */
export function toRoute(query: GraphQuery, arcs: readonly number[]): GraphRoute {
  const { graph, source } = query;
  const nodes = [source, ...arcs.map((arc) => graph.heads[arc]!)];
  return {
    length: trueLength(graph, lengthOf(query, arcs)),
    nodes: nodes.map((node) => nodeId(graph, node)),
    edges: graph.edges === null ? null : arcs.map((arc) => graph.edges![arc]!),
  };
}

function lengthOf({ graph, wide }: GraphQuery, arcs: readonly number[]): number | bigint {
  if (wide === null) return arcs.reduce((sum, arc) => sum + graph.weights[arc]!, 0);
  return wideLength(wide, arcs.map((arc) => graph.edges![arc]!));
}

/** The sum of the weights of edges. */
export function wideLength(weights: readonly bigint[], edges: readonly number[]): bigint {
  return edges.reduce((sum, edge) => sum + weights[edge]!, 0n);
}

function isGraph(graph: EdgeList | Graph): graph is Graph {
  return "offsets" in graph;
}

function nodeNumber(
  { names, nodeCount }: Pick<ReadEdges, "names" | "nodeCount">,
  id: NodeId,
  what: string,
): number {
  const number = typeof id === "string" ? names?.indexOf(id) ?? -1 : id;
  if (Number.isInteger(number) && number >= 0 && number < nodeCount) return number;
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
