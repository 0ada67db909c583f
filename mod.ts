/**
 * Exact answers to spatial questions.
 *
 * @module
 */
export * from "./geometry/mod.ts";
export * from "./solvers/mod.ts";
