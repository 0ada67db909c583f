import { type Form, list, NUMBER, OBJECT, record, requireForm } from "../../geometry/form.ts";
import type { Exact } from "../../geometry/decimal.ts";
import { exact, impossible, type Outcome, tie } from "../outcome.ts";
import { trueLength } from "../path/graph/edge_list.ts";
import type { Graph } from "../path/graph/graph.ts";
import { GraphSearch } from "../path/graph/search.ts";
import type { SolveTourOptions } from "./tour_outcome.ts";
import type { Tour } from "./length.ts";
import type { TourShape } from "./problem.ts";
import { solveTourSync } from "./solve_tour_sync.ts";

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
 * @returns `exact`, `tie` or `limit` as {@link solveTourSync}; `impossible` when every order has a
 * step that no path leads along
 * @throws RangeError for a landmark that is no node or is named twice, and as
 * {@link toTourProblem}
 *
 * Cost: a search of the graph for each pair of landmarks, and the tour's.
 *
 * @example
 * ```ts
 * import { graphFromEdges, solveGraphLandmarkTour } from "@alidade/core/solvers";
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
  const found = solveTourSync({ ...shape, ...tableOf(graph, lengths) }, options);
  const blocked = legsOf(found, shape.form).find(([i, j]) => lengths[i]![j] === Infinity);
  if (blocked !== undefined) {
    const [from, to] = blocked.map((i) => landmarks[i]);
    return impossible(
      `no tour does without the step from node ${from} to node ${to}, and no ` +
        "path leads there",
    );
  }
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
      return { ...found, best: found.best && way(found.best) };
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

/** The steps of the tour that was found, as pairs of landmarks. */
function legsOf(found: Outcome<Tour>, form: TourShape["form"]): [number, number][] {
  const tour = found.status === "exact"
    ? found.value
    : found.status === "tie"
    ? found.values[0]!
    : found.status === "limit"
    ? found.best
    : null;
  const order = tour?.order ?? [];
  const stops = form === "closed" ? [...order, ...order.slice(0, 1)] : order;
  return stops.slice(1).map((to, i) => [stops[i]!, to]);
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
