import { type Form, list, NUMBER, OBJECT, record, requireForm } from "../../geometry/form.ts";
import type { Exact } from "../../geometry/decimal.ts";
import { exact, impossible, type Outcome, tie } from "../outcome.ts";
import { trueLength } from "../path/graph/edge_list.ts";
import type { Graph } from "../path/graph/graph.ts";
import { GraphSearch } from "../path/graph/search.ts";
import type { SolveTourOptions } from "./tour_outcome.ts";
import type { Tour } from "./length.ts";
import { toTourProblem, type TourShape } from "./problem.ts";
import { solveTourSync } from "./solve_tour_sync.ts";
import { unreachable } from "./_unreachable.ts";

/** Nodes of a graph that are to be visited. */
export interface GraphLandmarkTour extends TourShape {
  /** The graph, directed or not. */
  readonly graph: Graph;
  /** The nodes to visit, by number, in no order; `start` and `end` count them from 0. */
  readonly landmarks: readonly number[];
}

/** A shortest way through all landmarks of a graph. */
export interface GraphLandmarkWay {
  /** The landmarks in the order of the visit, and the length in the graph's own unit. */
  readonly tour: Tour;
  /** One shortest way with that order, node by node, its first node and its last included. */
  readonly nodes: readonly number[];
}

const FORM: Form = record({ graph: OBJECT, landmarks: list(NUMBER) });

/**
 * The shortest way through a graph that visits every landmark: from landmark to landmark by
 * shortest paths, in the best order. Nodes and edges may be used more than once.
 *
 * @param instance the graph, the landmarks and the form of the tour
 * @param options what is asked, as of {@link solveTourSync}: ties are between orders of landmarks
 * @returns `exact`, `tie` or `limit` as {@link solveTourSync}; `impossible` with two landmarks that
 * no tour can pass both, and only where there are such
 * @throws RangeError for a landmark that is no node or is named twice, and as
 * {@link toTourProblem}
 *
 * Cost: a search of the graph for each pair of landmarks, and the tour's.
 *
 * @example
 * ```ts
 * import { graphFromEdges, solveGraphLandmarkTour } from "@alidade/core";
 * import { assertEquals } from "@std/assert";
 *
 * const graph = graphFromEdges({
 *   directed: false,
 *   nodes: 4,
 *   edges: [[0, 1, 2], [1, 2, 2], [2, 3, 2], [3, 0, 9]],
 * });
 * const landmarks = [0, 2, 3];
 * const found = solveGraphLandmarkTour({ form: "open", start: 0, graph, landmarks });
 * assertEquals(found.status === "exact" && found.value.nodes, [0, 1, 2, 3]);
 * ```
 */
export function solveGraphLandmarkTour(
  instance: GraphLandmarkTour,
  options: SolveTourOptions = {},
): Outcome<GraphLandmarkWay> {
  requireForm(instance, FORM);
  const { graph, landmarks, ...shape } = instance;
  requireNodes(graph, landmarks);
  const search = new GraphSearch(graph, { order: "given" });
  const lengths = landmarks.map((from) => [...search.distances(from, landmarks)]);
  const tour = { ...shape, ...tableOf(graph, lengths) };
  toTourProblem(tour); // A shape that is none is told before anything is said of ways.
  const leads = (i: number, j: number) => lengths[i]![j]! < Infinity;
  const gap = unreachable(landmarks.length, shape, leads);
  if (gap !== null) {
    const [from, to] = [landmarks[gap.from], landmarks[gap.to]];
    return impossible(
      `no path leads from node ${from} to node ${to}${gap.bothWays ? ", nor back" : ""}`,
    );
  }
  const found = solveTourSync(tour, options);
  const way = (tour: Tour): GraphLandmarkWay => ({
    tour,
    nodes: join(search, tour.order.map((i) => landmarks[i]!), shape.form === "closed"),
  });
  switch (found.status) {
    case "exact":
      return exact(way(found.value), found.margin);
    case "tie":
      return tie(found.values.map(way));
    case "limit":
      // The best so far may still pass a step that does not exist.
      return found.best !== null && isWhole(found.best, shape.form, leads)
        ? { ...found, best: way(found.best) }
        : { ...found, upper: null, best: null };
    default:
      return found as Outcome<never>;
  }
}

/**
 * The table of distances. What cannot be reached weighs more than any tour without it, so that it
 * stands in a shortest tour only where there is no other.
 */
function tableOf(
  graph: Graph,
  lengths: readonly (readonly number[])[],
): { weights: Exact[][]; directed: boolean } {
  const finite = lengths.flat().filter((length) => length < Infinity);
  const wall = 1 + lengths.length * Math.max(...finite);
  const weights = lengths.map((row) =>
    row.map((length) => trueLength(graph, Math.min(length, wall)))
  );
  return { weights, directed: graph.directed };
}

/** Whether every step of a tour has a path. */
function isWhole(
  { order }: Tour,
  form: TourShape["form"],
  leads: (from: number, to: number) => boolean,
): boolean {
  const first = form === "closed" ? 0 : 1;
  return order.every((to, i) => i < first || leads(order.at(i - 1)!, to));
}

function requireNodes(graph: Graph, landmarks: readonly number[]): void {
  landmarks.forEach((node, i) => {
    if (!Number.isInteger(node) || node < 0 || node >= graph.nodeCount) {
      throw new RangeError(
        `Cannot visit landmarks[${i}]: ${node}, must be a node from 0 to ${graph.nodeCount - 1}`,
      );
    }
    const first = landmarks.indexOf(node);
    if (first === i) return;
    throw new RangeError(
      `Cannot visit landmarks[${i}]: ${node}, must differ from landmarks[${first}]`,
    );
  });
}

function join(search: GraphSearch, order: readonly number[], isClosed: boolean): number[] {
  const stops = isClosed ? [...order, order[0]!] : order;
  const nodes: number[] = [stops[0]!];
  for (let i = 1; i < stops.length; i++) {
    nodes.push(...search.path(stops[i - 1]!, stops[i]!)!.nodes.slice(1));
  }
  return nodes;
}
