import {
  arrayOf,
  BIG,
  type Form,
  list,
  NULL,
  numberThat,
  record,
  requireForm,
} from "../../../geometry/form.ts";
import { GraphChecker } from "./_graph_checker.ts";
import type { GraphInstance } from "./graph_instance.ts";
import { toGraphQuery } from "./_query.ts";
import { GraphSearch } from "./search.ts";

/**
 * A proof of a shortest length: a label for each node, 0 at the start, no edge leading to a label
 * greater than the one before plus its weight. So no path to a node is shorter than its label.
 */
export interface GraphCertificate {
  /** The labels, in the graph's whole unit; infinite where a node is out of reach. */
  readonly labels: ArrayLike<number>;
}

/** A certificate that also proves how many shortest paths there are. */
export interface GraphCountCertificate extends GraphCertificate {
  /** The number of shortest paths from the start to each node; 0 out of reach. */
  readonly counts: readonly bigint[];
}

const NODES: Form = list(numberThat("a node number", Number.isInteger));
const CLAIMED: Form = (value) => NULL(value) && NODES(value);
const LABELS: Form = arrayOf(
  numberThat(
    "an integer of at least 0, or Infinity",
    (label) => label === Infinity || (Number.isSafeInteger(label) && label >= 0),
  ),
);
const CERTIFICATE: Form = record({ labels: LABELS });
const COUNT_CERTIFICATE: Form = record({ labels: LABELS, counts: list(BIG) });

/**
 * Makes the certificate of an instance's shortest length, or of there being no path.
 *
 * @param instance the graph and the two ends
 * @returns the labels of all nodes
 * @throws RangeError or SyntaxError when the instance is not well formed
 *
 * Cost: one search of the whole graph.
 *
 * @example
 * ```ts
 * import { graphCertificate } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const graph = { directed: true, nodes: 3, edges: [[0, 1, 4]] } as const;
 * assertEquals([...graphCertificate({ graph, from: 0, to: 1 }).labels], [0, 4, Infinity]);
 * ```
 */
export function graphCertificate(instance: GraphInstance): { readonly labels: Float64Array } {
  const { graph, source } = toGraphQuery(instance);
  const search = new GraphSearch(graph, { method: "dijkstra", order: "given" });
  return { labels: search.distances(source) };
}

/**
 * Makes the certificate of an instance's number of shortest paths.
 *
 * @param instance the graph and the two ends; every weight above 0
 * @returns labels and counts of all nodes
 * @throws RangeError or SyntaxError when the instance is not well formed; RangeError for an edge of
 *   weight 0, round which counts are not sums of counts
 *
 * Cost: one search of the whole graph, and one addition for each arc.
 *
 * @example
 * ```ts
 * import { graphCountCertificate } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const graph = { directed: true, nodes: 2, edges: [[0, 1, 4], [0, 1, 4]] } as const;
 * assertEquals(graphCountCertificate({ graph, from: 0, to: 1 }).counts, [1n, 2n]);
 * ```
 */
export function graphCountCertificate(instance: GraphInstance): GraphCountCertificate {
  const { graph, source } = toGraphQuery(instance);
  requirePositive(graph.weights);
  const { labels } = graphCertificate(instance);
  const order = Array.from(labels.keys()).filter((v) => labels[v] !== Infinity);
  order.sort((u, v) => labels[u]! - labels[v]!);
  const counts = new Array<bigint>(graph.nodeCount).fill(0n);
  counts[source] = 1n;
  for (const u of order) {
    for (let a = graph.offsets[u]!; a < graph.offsets[u + 1]!; a++) {
      const v = graph.heads[a]!;
      if (labels[u]! + graph.weights[a]! === labels[v]!) counts[v]! += counts[u]!;
    }
  }
  return { labels, counts };
}

/**
 * Checks a path and a certificate, sharing no search with the solver: that the path follows edges
 * and is as long as its end's label, and that the labels allow no shorter one; or, for no path,
 * that the labels close off the goal.
 *
 * @param instance the graph and the two ends
 * @param nodes the path that is claimed to be a shortest one, by node numbers; null when there is
 *   claimed to be none
 * @param certificate the labels
 * @returns the first fault in words; null when the claim is proven
 * @throws RangeError, SyntaxError or TypeError when the instance, the path or the labels are not
 *   well formed; a wrong claim is told, not thrown at
 *
 * Cost: every arc once.
 *
 * @example
 * ```ts
 * import { checkGraphPath, graphCertificate } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const graph = { directed: true, nodes: 3, edges: [[0, 1, 4], [1, 2, 5], [0, 2, 10]] } as const;
 * const instance = { graph, from: 0, to: 2 };
 * const certificate = graphCertificate(instance);
 * assertEquals(checkGraphPath(instance, [0, 1, 2], certificate), null);
 * assertEquals(checkGraphPath(instance, [0, 2], certificate), "the path is 10 long, its end's label 9");
 * ```
 */
export function checkGraphPath(
  instance: GraphInstance,
  nodes: readonly number[] | null,
  certificate: GraphCertificate,
): string | null {
  requireForm(nodes, CLAIMED, "path");
  requireForm(certificate, CERTIFICATE, "certificate");
  const { graph, source, goal } = toGraphQuery(instance);
  const checker = new GraphChecker(graph, certificate.labels);
  return checker.labelsFault(source) ??
    (nodes === null ? checker.reachFault(goal) : checker.pathFault(nodes, source, goal));
}

/**
 * Checks a number of shortest paths and its certificate, sharing no search with the solver: that
 * the labels are the distances, and that each count is the sum of those it comes from.
 *
 * @param instance the graph and the two ends; every weight above 0
 * @param count the claimed number of shortest paths
 * @param certificate labels and counts
 * @returns the first fault in words; null when the claim is proven
 * @throws RangeError, SyntaxError or TypeError when the instance, the count or the certificate are
 *   not well formed; RangeError for an edge of weight 0
 *
 * Cost: every arc once.
 *
 * @example
 * ```ts
 * import { checkGraphCount, graphCountCertificate } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const graph = { directed: true, nodes: 2, edges: [[0, 1, 4], [0, 1, 4]] } as const;
 * const instance = { graph, from: 0, to: 1 };
 * assertEquals(checkGraphCount(instance, 2n, graphCountCertificate(instance)), null);
 * ```
 */
export function checkGraphCount(
  instance: GraphInstance,
  count: bigint,
  certificate: GraphCountCertificate,
): string | null {
  requireForm(count, BIG, "count");
  requireForm(certificate, COUNT_CERTIFICATE, "certificate");
  const { graph, source, goal } = toGraphQuery(instance);
  requirePositive(graph.weights);
  const checker = new GraphChecker(graph, certificate.labels);
  const fault = checker.labelsFault(source) ?? checker.countsFault(source, certificate.counts);
  if (fault !== null || certificate.counts[goal] === count) return fault;
  return `the goal's count is ${certificate.counts[goal]}, claimed is ${count}`;
}

function requirePositive(weights: ArrayLike<number>): void {
  for (let a = 0; a < weights.length; a++) {
    if (weights[a]! > 0) continue;
    throw new RangeError("Cannot certify a count: an edge has weight 0, every one must be above 0");
  }
}
