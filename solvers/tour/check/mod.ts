/**
 * The checker of tour certificates; it shares no code with the solvers.
 *
 * @module
 */
export * from "./check_tour.ts";
