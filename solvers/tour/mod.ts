/**
 * Tours: closed and open, symmetric and directed, with proof.
 *
 * @module
 */
export type { Exact } from "../../geometry/decimal.ts";
export * from "./certificate.ts";
export * from "./change_tour.ts";
export * from "./check/mod.ts";
export * from "./closed_form.ts";
export * from "./given_tour.ts";
export * from "./graph_landmark_tour.ts";
export * from "./landmark_tour.ts";
export type { Tour, TourLength } from "./length.ts";
export * from "./optimal_tours.ts";
export * from "./problem.ts";
export * from "./prove_tour.ts";
export * from "./tour_budget.ts";
export * from "./rule_tours.ts";
export * from "./small/tour_batch.ts";
export type { SolveTourOptions } from "./tour_outcome.ts";
export * from "./solve_tour.ts";
export * from "./solve_tour_sync.ts";
export * from "./tsplib/mod.ts";
export * from "./tsplib_metric.ts";
