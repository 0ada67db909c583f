import { list, NUMBER, record, requireForm } from "../../../geometry/form.ts";
import { nodeId } from "./edge_list.ts";
import type { NodeId } from "./edge_list_instance.ts";
import type { Graph } from "./graph.ts";
import { GraphSearch } from "./search.ts";

/** A path that somebody claims, and between which nodes it is to lead. */
export interface ClaimedGraphPath {
  /** The node where it must begin. */
  readonly from: number;
  /** The node where it must end. */
  readonly to: number;
  /** The nodes it passes, both ends included. */
  readonly nodes: readonly number[];
}

/** What was found out about a claimed path. */
export interface GraphPathJudgement {
  /** The first fault, in words; null when the path leads from its start to its end along edges. */
  readonly fault: string | null;
  /** Its length in the graph's whole unit, by the lightest of parallel edges; null with a fault. */
  readonly length: number | null;
  /** The length of a shortest path; null when there is none. */
  readonly shortest: number | null;
  /** Whether the path has no fault and is shortest. */
  readonly optimal: boolean;
}

const CLAIMED = record({ from: NUMBER, to: NUMBER, nodes: list(NUMBER) });

/**
 * Judges a claimed path: whether it leads along edges, and whether none is shorter.
 *
 * @param graph the graph
 * @param claimed the path
 * @returns the first fault, the length, and the length of a shortest path
 * @throws RangeError when `from` or `to` is no node, TypeError for what is no path at all
 *
 * Cost: one search.
 *
 * @example
 * ```ts
 * import { graphFromEdges, judgeGraphPath } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const graph = graphFromEdges({
 *   directed: false,
 *   nodes: ["A", "B", "C"],
 *   edges: [["A", "B", 1], ["B", "C", 1], ["A", "C", 3]],
 * });
 * const judged = judgeGraphPath(graph, { from: 0, to: 2, nodes: [0, 2] });
 * assertEquals(judged, { fault: null, length: 3, shortest: 2, optimal: false });
 * ```
 */
export function judgeGraphPath(graph: Graph, claimed: ClaimedGraphPath): GraphPathJudgement {
  requireForm(claimed, CLAIMED, "path");
  const search = new GraphSearch(graph, { order: "given", method: "dijkstra" });
  const distance = search.distance(claimed.from, claimed.to);
  const shortest = distance === Infinity ? null : distance;
  const { fault, length } = walk(graph, claimed);
  if (fault !== null) return { fault, length: null, shortest, optimal: false };
  return { fault, length, shortest, optimal: length === shortest };
}

function walk(
  graph: Graph,
  { from, to, nodes }: ClaimedGraphPath,
): { fault: string | null; length: number } {
  const bad = nodes.findIndex((v) => !Number.isInteger(v) || v < 0 || v >= graph.nodeCount);
  if (bad >= 0) return { fault: `stop ${bad + 1}, ${nodes[bad]}, is no node`, length: 0 };
  const name = (node: number): NodeId => nodeId(graph, node);
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (first === undefined || last === undefined) return { fault: "has no nodes", length: 0 };
  if (first !== from) return { fault: `begins at ${name(first)}, not ${name(from)}`, length: 0 };
  let length = 0;
  for (let i = 1; i < nodes.length; i++) {
    const weight = lightestArc(graph, nodes[i - 1]!, nodes[i]!);
    if (weight === Infinity) {
      const ends = `from ${name(nodes[i - 1]!)} to ${name(nodes[i]!)}`;
      return { fault: `step ${i}: no edge leads ${ends}`, length };
    }
    length += weight;
  }
  const fault = last === to ? null : `ends at ${name(last)}, not ${name(to)}`;
  return { fault, length };
}

function lightestArc({ offsets, heads, weights }: Graph, from: number, to: number): number {
  let lightest = Infinity;
  for (let a = offsets[from]!; a < offsets[from + 1]!; a++) {
    if (heads[a] === to) lightest = Math.min(lightest, weights[a]!);
  }
  return lightest;
}
