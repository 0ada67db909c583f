/**
 * Exact solvers: one problem a file or folder, each with a checker that shares no code with it.
 *
 * @module
 */
export * from "./direction/mod.ts";
export * from "./distance/mod.ts";
export * from "./localization/mod.ts";
export * from "./exact_later.ts";
export * from "./map_outcome.ts";
export * from "./outcome.ts";
export * from "./path/mod.ts";
export * from "./plane_point.ts";
export * from "./regions/mod.ts";
export * from "./relations/mod.ts";
export * from "./scene/mod.ts";
export * from "./tour/mod.ts";
