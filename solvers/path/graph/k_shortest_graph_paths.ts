import { exact, type Outcome } from "../../outcome.ts";
import type { GraphInstance, GraphRoute } from "./graph_instance.ts";
import { PairHeap } from "../_pair_heap.ts";
import { toGraphQuery, toRoute, unreachable } from "./_query.ts";
import { SpurSearch } from "./_spur_search.ts";

/**
 * Finds the k shortest paths between two nodes, none visiting a node twice.
 *
 * The lengths are the only right ones. Where several paths tie for the last places, some of them
 * are given, always the same.
 *
 * @param instance the graph and the two ends
 * @param k how many, 1 or more
 * @returns `exact` with the paths, shortest first, fewer than k where there are no more; or
 *   `impossible` when the goal is out of reach
 * @throws RangeError or SyntaxError when the instance is not well formed, or k is less than 1;
 *   RangeError when a path may be longer than 2^53 - 1
 *
 * Cost: at most k times the nodes of a path searches, each led by the distances to the goal.
 * Source: J. Y. Yen, Finding the k Shortest Loopless Paths in a Network (1971); E. L. Lawler (1972).
 *
 * @example
 * ```ts
 * import { kShortestGraphPaths } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const graph = {
 *   directed: true,
 *   nodes: 3,
 *   edges: [[0, 1, 1], [1, 2, 1], [0, 2, 3]],
 * } as const;
 * const answer = kShortestGraphPaths({ graph, from: 0, to: 2 }, 5);
 * if (answer.status !== "exact") throw new Error(answer.status);
 * assertEquals(answer.value.map((p) => p.length), [2, 3]);
 * ```
 */
export function kShortestGraphPaths(
  instance: GraphInstance,
  k: number,
): Outcome<readonly GraphRoute[]> {
  if (!Number.isSafeInteger(k) || k < 1) {
    throw new RangeError(`Cannot find ${k} paths, must be an integer of 1 or more`);
  }
  const query = toGraphQuery(instance);
  const search = new SpurSearch(query);
  const first = search.path([], new Set());
  if (first === null) return unreachable(query);
  return exact(yen(search, first, k).map((arcs) => toRoute(query, arcs)));
}

/** A path, and the first place where it may be left for a new one. */
interface Candidate {
  readonly arcs: readonly number[];
  readonly spur: number;
}

/** A path leaves those before it at its spur, so no path is found twice. */
function yen(search: SpurSearch, first: readonly number[], k: number): (readonly number[])[] {
  const found: (readonly number[])[] = [];
  const candidates: Candidate[] = [{ arcs: first, spur: 0 }];
  const queue = new PairHeap();
  queue.push(search.lengthOf(first), 0);
  while (queue.size > 0 && found.length < k) {
    const { arcs, spur } = candidates[queue.topItem()]!;
    queue.drop();
    found.push(arcs);
    for (let i = spur; i < arcs.length; i++) {
      const prefix = arcs.slice(0, i);
      const taken = found.filter((path) => prefix.every((arc, j) => path[j] === arc));
      const path = search.path(prefix, new Set(taken.map((path) => path[i]!)));
      if (path === null) continue;
      queue.push(search.lengthOf(path), candidates.push({ arcs: path, spur: i }) - 1);
    }
  }
  return found;
}
