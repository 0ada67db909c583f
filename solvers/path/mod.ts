/**
 * Shortest ways.
 *
 * @module
 */
export * from "./grid/mod.ts";
export * from "./plane/mod.ts";
