/**
 * Tour problems and tours in TSPLIB's files.
 *
 * @module
 */
export * from "./parse_tour.ts";
export * from "./parse_tsp.ts";
export * from "./syntax_error.ts";
