/**
 * Directions: absolute, as an observer sees them, between two points, beside a line.
 *
 * @module
 */
export * from "./between.ts";
export * from "./check_between.ts";
export * from "./check_direction.ts";
export * from "./direction.ts";
export * from "./direction_codes.ts";
export * from "./facing.ts";
export * from "./sector_choice.ts";
export * from "./side.ts";
