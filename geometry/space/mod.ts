/**
 * Shapes of space: rational numbers as written, frames and their conversions, oriented boxes with
 * certified distances, contact and shared volume, cameras.
 *
 * @module
 */
export * from "./box_contact.ts";
export * from "./box_distance.ts";
export * from "./box_table.ts";
export * from "./box_volume.ts";
export * from "./convention.ts";
export * from "./flat_polygon.ts";
export * from "./hull_distance.ts";
export * from "./oriented_box.ts";
export * from "./pinhole.ts";
export * from "./rational.ts";
export * from "./real.ts";
export * from "./rotation.ts";
