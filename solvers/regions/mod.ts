/**
 * How points, lines and areas of the plane lie, exactly: DE-9IM, its predicates, validity,
 * simplicity, distance.
 *
 * @module
 */
export * from "./dimension.ts";
export * from "./feature_distance.ts";
export * from "./feature_validity.ts";
export * from "./predicates.ts";
export * from "./region_rcc8.ts";
export * from "./relate.ts";
export * from "./simplicity.ts";
