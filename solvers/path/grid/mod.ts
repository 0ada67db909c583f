/**
 * Shortest ways in grids: found, counted, listed, judged, described and proven.
 *
 * @module
 */
export * from "./all_shortest_grid_paths.ts";
export * from "./board_layers.ts";
export * from "./check_terrain_path.ts";
export * from "./count_grid_paths.ts";
export * from "./describe_grid_path.ts";
export * from "./first_grid_steps.ts";
export * from "./follow_grid_moves.ts";
export * from "./given_grid_path.ts";
export * from "./grid_certificate.ts";
export * from "./grid_count_certificate.ts";
export * from "./grid_distances.ts";
export * from "./grid_flood.ts";
export * from "./grid_instance.ts";
export * from "./grid_map.ts";
export * from "./grid_router.ts";
export * from "./judge_grid_path.ts";
export * from "./k_shortest_grid_paths.ts";
export * from "./length_arrays.ts";
export * from "./necessary_grid_cells.ts";
export * from "./second_grid_length.ts";
export * from "./solve_grid_path.ts";
export * from "./step_grid.ts";
export * from "./terrain_instance.ts";
export * from "./terrain_path.ts";
