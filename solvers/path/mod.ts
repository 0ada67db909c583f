/**
 * Shortest ways.
 *
 * @module
 */
export * from "./graph/mod.ts";
export * from "./grid/mod.ts";
export * from "./plane/mod.ts";
