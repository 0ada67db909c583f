/**
 * Numbers and shapes: exact integers and decimals, orientation, direction sectors, comparisons of
 * distances, sums of square roots, boxes and polygons.
 *
 * @module
 */
export * from "./box.ts";
export * from "./decimal.ts";
export * from "./distance_thresholds.ts";
export * from "./exact_point.ts";
export * from "./exact_region.ts";
export * from "./features/feature.ts";
export * from "./features/read_feature.ts";
export * from "./features/read_geojson_geometry.ts";
export * from "./features/read_wkb.ts";
export * from "./features/read_wkt.ts";
export * from "./fraction.ts";
export * from "./frame.ts";
export * from "./geodesic.ts";
export * from "./geojson.ts";
export * from "./integer_sqrt.ts";
export * from "./long_segment.ts";
export * from "./metric.ts";
export * from "./octile.ts";
export * from "./orientation.ts";
export * from "./polygon.ts";
export * from "./ring.ts";
export * from "./polygon_distance.ts";
export * from "./polygon_fault.ts";
export * from "./polygon_validity.ts";
export * from "./range.ts";
export * from "./region_index.ts";
/** What plain data must be: one declaration gives the type, the strict reading and the error. */
export * as schema from "./schema.ts";
export type { Fault, FieldSchemas, ObjectOf, OptionalSchema, ReadBy, Schema } from "./schema.ts";
export * from "./sector_classifier.ts";
export * from "./sector_systems.ts";
export * from "./sectors.ts";
export * from "./segment_distance.ts";
export * from "./space/mod.ts";
export * from "./sqrt_sum.ts";
export * from "./integer.ts";
export * from "./sqrt_sum_kernel.ts";
