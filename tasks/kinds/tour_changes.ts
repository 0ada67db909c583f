import * as schema from "../../geometry/schema.ts";
import { exact, type Outcome } from "../../solvers/outcome.ts";
import {
  type ChangedTour,
  insertIntoTour,
  removeFromTour,
} from "../../solvers/tour/change_tour.ts";
import { measureTour } from "../../solvers/tour/given_tour.ts";
import type { Tour } from "../../solvers/tour/length.ts";
import type { TourInstance } from "../../solvers/tour/problem.ts";
import { greedyTour, nearestNeighbourTour, type RuleTour } from "../../solvers/tour/rule_tours.ts";
import { impossible } from "../../solvers/outcome.ts";
import { TSPLIB_METRICS } from "../../solvers/tour/tsplib_metric.ts";
import type { Kind } from "../kind.ts";
import { asJson, POINT, solverKind } from "./solver_kind.ts";

const INDEX = schema.optional(schema.integer(0));
const SHAPE = { form: schema.word(["closed", "open"]), start: INDEX, end: INDEX };

/** Points and a metric, or a table of weights. */
const TOUR: schema.Schema<TourInstance> = schema.either<readonly schema.Schema<TourInstance>[]>(
  "points with a metric, or weights, with the form of the tour",
  schema.object({
    ...{ ...SHAPE, points: schema.list(POINT, 2) },
    metric: schema.word(["euclidean", "manhattan", "chebyshev", "squared", ...TSPLIB_METRICS]),
  }),
  schema.object({
    ...{ ...SHAPE, weights: schema.list(schema.list(schema.exact, 2), 2) },
    directed: schema.optional(schema.flag),
  }),
);
const ORDER = schema.list(schema.integer(0));

/** A tour problem, and points of it in the order of a tour. */
interface GivenTour {
  readonly tour: TourInstance;
  readonly order: readonly number[];
}

/** A tour problem, and the rule that makes a tour. */
interface RuledTour {
  readonly tour: TourInstance;
  readonly rule: "nearest-neighbour" | "greedy";
}

/** Questions about tours that are given, or made by a rule. */
export const TOUR_CHANGE_KINDS: readonly Kind[] = [
  solverKind<GivenTour, Tour>({
    name: "tour-length",
    schema: schema.object({ tour: TOUR, order: ORDER }),
    solve({ tour, order }): Outcome<Tour> {
      const measured = measureTour(tour, order);
      return measured.valid ? exact(measured.tour) : impossible(measured.reason);
    },
    words: asJson(),
  }),
  solverKind<GivenTour, ChangedTour>({
    name: "tour-insertion",
    schema: schema.object({ tour: TOUR, order: ORDER }),
    ...{ solve: ({ tour, order }) => insertIntoTour(tour, order), words: asJson() },
  }),
  solverKind<GivenTour, ChangedTour>({
    name: "tour-removal",
    schema: schema.object({ tour: TOUR, order: ORDER }),
    ...{ solve: ({ tour, order }) => removeFromTour(tour, order), words: asJson() },
  }),
  solverKind<RuledTour, RuleTour>({
    name: "rule-tour",
    schema: schema.object({ tour: TOUR, rule: schema.word(["nearest-neighbour", "greedy"]) }),
    solve: ({ tour, rule }) =>
      exact(rule === "greedy" ? greedyTour(tour) : nearestNeighbourTour(tour)),
    words: asJson(),
  }),
];
