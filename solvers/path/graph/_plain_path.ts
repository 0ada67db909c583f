import { isPlain } from "../../../geometry/plain_point.ts";
import { PairHeap } from "../_pair_heap.ts";
import type { GraphInstance, GraphRoute } from "./graph_instance.ts";

/** Nodes and edges at most, and weights, so that no sum passes 2^53. */
const MOST_NODES = 256;
const MOST_EDGES = 1024;
const MOST_WEIGHT = 2 ** 42;

/** What one search after another works in. */
class Workspace {
  /** The newest arc that leaves each node, and the next older one of each arc; -1 for none. */
  readonly newest = new Int32Array(MOST_NODES);
  readonly older = new Int32Array(2 * MOST_EDGES);
  /** Arc 2 i leads along edge i, arc 2 i + 1 back. */
  readonly heads = new Int32Array(2 * MOST_EDGES);
  readonly weights = new Float64Array(MOST_EDGES);
  readonly distances = new Float64Array(MOST_NODES);
  /** The arc by which each node is reached. */
  readonly entered = new Int32Array(MOST_NODES);
  readonly settled = new Uint8Array(MOST_NODES);
  readonly heap = new PairHeap();
}

/** None while a search is at work: reading an instance may run its owner's code. */
let idle: Workspace | null = null;

/**
 * A shortest path through a small list of edges with whole weights, without making a graph of it.
 *
 * @returns the path; null where there is none; undefined where this is no such list or no instance
 * in good order, which is for others to tell
 */
export function plainPath(instance: GraphInstance): GraphRoute | null | undefined {
  const { graph, from, to, parallel } = instance;
  if (typeof graph !== "object" || graph === null || "offsets" in graph) return undefined;
  if (graph.points !== undefined || !(parallel === undefined || parallel === "distinct")) {
    return undefined;
  }
  const work = idle ?? new Workspace();
  idle = null;
  const names = Array.isArray(graph.nodes) ? numbersOf(graph.nodes) : null;
  const count = Array.isArray(graph.nodes) ? graph.nodes.length : graph.nodes;
  let found: GraphRoute | null | undefined;
  if (isCount(count) && names !== undefined) {
    const [source, goal] = [numberOf(from, names, count), numberOf(to, names, count)];
    if (source >= 0 && goal >= 0 && readArcs(graph, names, count, work)) {
      found = search(work, count, source, goal)
        ? routeOf(work, source, goal, names && (graph.nodes as readonly string[]))
        : null;
    }
  }
  idle = work;
  return found;
}

function isCount(value: unknown): value is number {
  return isPlain(value) && value >= 0 && value <= MOST_NODES;
}

/** The number of each name; undefined unless all are texts and none stands twice. */
function numbersOf(names: readonly unknown[]): Map<unknown, number> | undefined {
  if (names.length > MOST_NODES) return undefined;
  const numbers = new Map<unknown, number>();
  for (let i = 0; i < names.length; i++) {
    if (typeof names[i] !== "string") return undefined;
    numbers.set(names[i], i);
  }
  return numbers.size === names.length ? numbers : undefined;
}

/** The number of a node; -1 for what is none. */
function numberOf(id: unknown, names: Map<unknown, number> | null, count: number): number {
  // In a graph with names a number stands for the node at its place.
  if (typeof id === "string") return names?.get(id) ?? -1;
  return isPlain(id) && id >= 0 && id < count ? id : -1;
}

function readArcs(
  graph: { readonly directed: unknown; readonly edges: unknown },
  names: Map<unknown, number> | null,
  count: number,
  { newest, older, heads, weights }: Workspace,
): boolean {
  const { directed, edges } = graph;
  if (typeof directed !== "boolean" || !Array.isArray(edges)) return false;
  if (edges.length > MOST_EDGES) return false;
  newest.fill(-1, 0, count);
  for (let i = 0; i < edges.length; i++) {
    const edge = edges[i];
    if (!Array.isArray(edge) || edge.length !== 3) return false;
    const [tail, head, weight] = edge;
    // Edges name nodes as the graph does.
    const u = names === null ? numberOf(tail, null, count) : names.get(tail) ?? -1;
    const v = names === null ? numberOf(head, null, count) : names.get(head) ?? -1;
    if (u < 0 || v < 0 || !isPlain(weight, MOST_WEIGHT) || weight < 0) return false;
    weights[i] = weight;
    heads[2 * i] = v;
    heads[2 * i + 1] = u;
    older[2 * i] = newest[u]!;
    newest[u] = 2 * i;
    if (directed) continue;
    older[2 * i + 1] = newest[v]!;
    newest[v] = 2 * i + 1;
  }
  return true;
}

/** Dijkstra's algorithm; whether the goal is in reach. */
function search(work: Workspace, count: number, source: number, goal: number): boolean {
  const { newest, older, heads, weights, distances, entered, settled, heap } = work;
  distances.fill(Infinity, 0, count);
  settled.fill(0, 0, count);
  heap.clear();
  distances[source] = 0;
  let u = source;
  while (u !== goal) {
    settled[u] = 1;
    const begin = distances[u]!;
    for (let arc = newest[u]!; arc >= 0; arc = older[arc]!) {
      const v = heads[arc]!;
      const length = begin + weights[arc >> 1]!;
      if (length >= distances[v]!) continue;
      distances[v] = length;
      entered[v] = arc;
      heap.push(length, v);
    }
    do {
      if (heap.size === 0) return false;
      u = heap.topItem();
      heap.drop();
    } while (settled[u] === 1);
  }
  return true;
}

function routeOf(
  { heads, distances, entered }: Workspace,
  source: number,
  goal: number,
  names: readonly string[] | null,
): GraphRoute {
  const nodes: (string | number)[] = [];
  const edges: number[] = [];
  for (let v = goal; v !== source; v = heads[entered[v]! ^ 1]!) {
    nodes.push(names === null ? v : names[v]!);
    edges.push(entered[v]! >> 1);
  }
  nodes.push(names === null ? source : names[source]!);
  return { length: distances[goal]!, nodes: nodes.reverse(), edges: edges.reverse() };
}
