/**
 * Shortest ways.
 *
 * @module
 */
export * from "./grid/mod.ts";
