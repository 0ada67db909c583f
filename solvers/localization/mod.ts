/**
 * Where things are: cells, regions, and places that follow from facts on other places.
 *
 * @module
 */
export * from "./cell.ts";
export * from "./cells_kernel.ts";
export * from "./check_cell.ts";
export * from "./check_place.ts";
export * from "./check_region.ts";
export * from "./coordinates.ts";
export * from "./geojson_regions.ts";
export * from "./place.ts";
export * from "./place_instance.ts";
export * from "./region.ts";
