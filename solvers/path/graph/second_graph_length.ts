import { numberThat, optional, record, requireForm } from "../../../geometry/form.ts";
import { exact, impossible, type Outcome } from "../../outcome.ts";
import { trueLength } from "./edge_list.ts";
import type { GraphInstance } from "./graph_instance.ts";
import { PairHeap } from "../_pair_heap.ts";
import { distancesTo } from "./_optimal_paths.ts";
import { type GraphQuery, toGraphQuery, unreachable } from "./_query.ts";
import { leastExcess } from "./_least_excess.ts";

const OPTIONS_FORM = record({
  budget: optional(numberThat("a number of 0 or more", (value) => value >= 0)),
});

/** How long the search for the second-best length may take. */
export interface SecondGraphOptions {
  /** The most partial paths to look at; 100,000 when absent. */
  readonly budget?: number;
}

/**
 * Finds the second-best length: the least length above the shortest that a path without repeated
 * nodes has.
 *
 * @param instance the graph and the two ends
 * @param options the budget of the search
 * @returns `exact` with the length; `impossible` when the goal is out of reach or no path is longer
 *   than the shortest; `limit` with a lower bound when the budget ran out
 * @throws RangeError or SyntaxError when the instance is not well formed; RangeError when a path may
 *   be longer than 2^53 - 1
 *
 * Cost: usually little more than two searches. Partial paths are searched best bound first, the
 * bound being the shortest walk that goes on from there and leaves the shortest paths; many ties
 * and few detours make it exponential, which the budget ends.
 *
 * @example
 * ```ts
 * import { secondGraphLength } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const graph = {
 *   directed: true,
 *   nodes: 3,
 *   edges: [[0, 1, 1], [1, 2, 1], [0, 2, "3.5"]],
 * } as const;
 * const answer = secondGraphLength({ graph, from: 0, to: 2 });
 * assertEquals(answer, { status: "exact", value: "3.5", margin: null });
 * ```
 */
export function secondGraphLength(
  instance: GraphInstance,
  options: SecondGraphOptions = {},
): Outcome<number | string> {
  requireForm(options, OPTIONS_FORM, "options");
  const { budget = 100_000 } = options;
  const query = toGraphQuery(instance);
  const behind = distancesTo(query.graph, query.goal);
  const shortest = behind[query.source]!;
  if (shortest === Infinity) return unreachable(query);
  const { bound, proven } = searchExcess(query, behind, budget);
  if (bound === Infinity) return impossible("every path without repeated nodes is a shortest one");
  const length = trueLength(query.graph, shortest + bound);
  if (proven) return exact(length);
  return { status: "limit", lower: length, upper: null, best: null };
}

/** A partial path: its last node, how much longer than shortest it is, and what it extends. */
interface Partial {
  readonly node: number;
  readonly excess: number;
  readonly before: Partial | null;
}

/**
 * The least amount by which a path is longer than the shortest, or a lower bound of it. Among
 * equal bounds the partial path that was extended last goes first.
 */
function searchExcess(
  { graph, source, goal }: GraphQuery,
  behind: Float64Array,
  budget: number,
): { bound: number; proven: boolean } {
  const { offsets, heads, weights } = graph;
  const least = leastExcess(graph, behind);
  const open = new Map<number, Partial[]>();
  const bounds = new PairHeap();
  const add = (partial: Partial): void => {
    const bound = partial.excess > 0 ? partial.excess : least[partial.node]!;
    if (bound === Infinity) return;
    const stack = open.get(bound);
    if (stack !== undefined) stack.push(partial);
    else {
      open.set(bound, [partial]);
      bounds.push(bound, 0);
    }
  };
  add({ node: source, excess: 0, before: null });
  for (let spent = 0; bounds.size > 0;) {
    const bound = bounds.topKey();
    const partial = open.get(bound)!.pop();
    if (partial === undefined) {
      open.delete(bound);
      bounds.drop();
      continue;
    }
    const u = partial.node;
    if (u === goal) {
      if (partial.excess > 0) return { bound, proven: true };
      continue;
    }
    if (++spent > budget) return { bound, proven: false };
    for (let a = offsets[u]!; a < offsets[u + 1]!; a++) {
      const v = heads[a]!;
      if (behind[v] === Infinity || visits(partial, v)) continue;
      const excess = partial.excess + (weights[a]! + behind[v]! - behind[u]!);
      add({ node: v, excess, before: partial });
    }
  }
  return { bound: Infinity, proven: true };
}

function visits(partial: Partial, node: number): boolean {
  for (let p: Partial | null = partial; p !== null; p = p.before) if (p.node === node) return true;
  return false;
}
