/**
 * Where things are: cells, regions, and places that follow from facts on other places.
 *
 * @module
 */
export * from "./chain.ts";
export * from "./chain_workspace.ts";
export * from "./check_chain.ts";
