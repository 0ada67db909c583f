import type { Exact } from "../../../geometry/decimal.ts";
import { graphFromEdges, graphToEdges } from "./edge_list.ts";
import type { Edge } from "./edge_list_instance.ts";
import type { Graph } from "./graph.ts";

/** The part of an `ngraph.graph` graph that is read and written. */
export interface Ngraph {
  /** Calls back for each node. */
  forEachNode(visit: (node: { id: string | number; data: unknown }) => undefined): unknown;
  /** Calls back for each link. */
  forEachLink(
    visit: (link: { fromId: string | number; toId: string | number; data: unknown }) => undefined,
  ): unknown;
  /** Adds a node. */
  addNode(id: string | number, data?: unknown): unknown;
  /** Adds a link. */
  addLink(from: string | number, to: string | number, data?: unknown): unknown;
  /** How many links there are. */
  getLinksCount(): number;
}

/** How an `ngraph.graph` is read. */
export interface NgraphOptions {
  /** Whether links lead one way only; `ngraph.path` calls it `oriented`. */
  readonly directed: boolean;
  /** The weight of a link, by its data; `data.weight` unless given. */
  readonly weight?: (data: unknown) => Exact;
  /** The point of a node, by its data; nodes have none unless given. */
  readonly point?: (data: unknown) => readonly [number, number];
}

/**
 * Builds a graph from an `ngraph.graph`.
 *
 * @param source the graph
 * @param options what its links mean
 * @returns the graph; nodes stand in the order of `forEachNode` and are named by their ids
 * @throws RangeError as {@link graphFromEdges}; for two ids that differ only as number and string
 *
 * Cost: linear in nodes and links.
 *
 * @example
 * ```ts
 * import createGraph from "npm:ngraph.graph@20.1.2";
 * import { graphFromNgraph } from "@alidade/core/formats";
 * import { assertEquals } from "@std/assert";
 *
 * const source = createGraph();
 * source.addLink("A", "B", { weight: 3 });
 * const graph = graphFromNgraph(source, { directed: false });
 * assertEquals(graph.names, ["A", "B"]);
 * ```
 */
export function graphFromNgraph(source: Ngraph, options: NgraphOptions): Graph {
  const { directed, weight = weightOf, point } = options;
  const nodes: string[] = [];
  const points: (readonly [number, number])[] = [];
  source.forEachNode((node) => {
    nodes.push(String(node.id));
    if (point !== undefined) points.push(point(node.data));
    return undefined;
  });
  const edges: Edge[] = [];
  source.forEachLink((link) => {
    edges.push([String(link.fromId), String(link.toId), weight(link.data)]);
    return undefined;
  });
  return graphFromEdges({ directed, nodes, edges, ...(point === undefined ? {} : { points }) });
}

/**
 * Writes a graph into an empty `ngraph.graph`: nodes with `{x, y}` where there are points, links
 * with `{weight}`.
 *
 * @param graph the graph
 * @param target what `createGraph()` returned; of `{ multigraph: true }` where edges are parallel
 * @returns `target`
 * @throws RangeError when parallel edges were lost for want of `multigraph: true`
 * @throws TypeError when the graph was built without its edges' numbers
 *
 * @example
 * ```ts
 * import createGraph from "npm:ngraph.graph@20.1.2";
 * import { graphFromEdges, graphToNgraph } from "@alidade/core/formats";
 * import { assertEquals } from "@std/assert";
 *
 * const graph = graphFromEdges({ directed: true, nodes: ["A", "B"], edges: [["A", "B", 3]] });
 * assertEquals(graphToNgraph(graph, createGraph()).getLinksCount(), 1);
 * ```
 */
export function graphToNgraph<T extends Ngraph>(graph: Graph, target: T): T {
  const { nodes, edges, points } = graphToEdges(graph);
  for (let v = 0; v < graph.nodeCount; v++) {
    const [x, y] = points?.[v] ?? [];
    target.addNode(typeof nodes === "number" ? v : nodes[v]!, points ? { x, y } : undefined);
  }
  for (const [from, to, weight] of edges) target.addLink(from, to, { weight });
  if (target.getLinksCount() === edges.length) return target;
  throw new RangeError(
    `Cannot write graph: ${edges.length} edges became ${target.getLinksCount()} links, the ngraph ` +
      "must be empty, and made with { multigraph: true } for parallel edges",
  );
}

function weightOf(data: unknown): Exact {
  const weight = (data as { weight?: Exact } | null | undefined)?.weight;
  return weight ?? NaN;
}
