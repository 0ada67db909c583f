/**
 * Solvers on flat numbers: what a loop calls millions of times. Input and output are typed arrays;
 * nothing is allocated for an item.
 *
 * @module
 */
export * from "./solvers/direction/direction_codes.ts";
export * from "./solvers/distance/bins_kernel.ts";
export * from "./solvers/distance/nearest_kernel.ts";
export * from "./solvers/distance/ranking_kernel.ts";
export * from "./solvers/localization/cells_kernel.ts";
export * from "./solvers/relations/chain_workspace.ts";
export { boxDistance } from "./geometry/space/box_distance.ts";
export { BOX_STRIDE, BoxTable } from "./geometry/space/box_table.ts";
export { contactSign } from "./geometry/space/box_contact.ts";
export * from "./solvers/scene/relation_kernel.ts";
export * from "./solvers/path/graph/graph.ts";
export * from "./solvers/path/graph/hierarchy.ts";
export * from "./solvers/path/graph/hierarchy_search.ts";
export * from "./solvers/path/graph/matrix_graph.ts";
export * from "./solvers/path/graph/order.ts";
export * from "./solvers/path/graph/potential.ts";
export * from "./solvers/path/graph/search.ts";
export * from "./solvers/path/graph/upward_arcs.ts";
export * from "./solvers/path/grid/board_layers.ts";
export * from "./solvers/path/grid/grid_distances.ts";
export * from "./solvers/path/grid/grid_flood.ts";
export * from "./solvers/path/grid/grid_map.ts";
export * from "./solvers/path/grid/grid_router.ts";
export * from "./solvers/path/grid/length_arrays.ts";
export * from "./solvers/path/grid/step_grid.ts";
export * from "./solvers/path/plane/any_angle.ts";
export * from "./solvers/path/plane/grid_mesh.ts";
export * from "./solvers/path/plane/locate.ts";
export * from "./solvers/path/plane/mesh.ts";
export * from "./solvers/path/plane/mesh_instance.ts";
export * from "./solvers/path/plane/polyanya.ts";
export * from "./solvers/tour/small/tour_batch.ts";
