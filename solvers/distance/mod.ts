/**
 * Distances: measured, compared, ranked, binned, between shapes.
 *
 * @module
 */
export * from "./bins.ts";
export * from "./bins_kernel.ts";
export * from "./check_geodesic.ts";
export * from "./check_measure.ts";
export * from "./check_order.ts";
export * from "./check_shape.ts";
export * from "./comparison.ts";
export * from "./extreme.ts";
export * from "./extreme_pair.ts";
export * from "./geodesic.ts";
export * from "./nearest.ts";
export * from "./nearest_kernel.ts";
export * from "./pair.ts";
export * from "./ranking.ts";
export * from "./ranking_kernel.ts";
export * from "./ratio.ts";
export * from "./shape.ts";
