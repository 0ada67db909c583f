/**
 * Graphs, meshes and tours from files and from other libraries, and back.
 *
 * @module
 */
export * from "./solvers/path/graph/adjacency.ts";
export * from "./solvers/path/graph/dimacs.ts";
export * from "./solvers/path/graph/edge_list.ts";
export * from "./solvers/path/graph/edge_list_instance.ts";
export * from "./solvers/path/graph/geojson.ts";
export * from "./solvers/path/graph/geojson_roads.ts";
export * from "./solvers/path/graph/hierarchy_file.ts";
export * from "./solvers/path/graph/ngraph.ts";
export * from "./solvers/path/plane/parse_mesh.ts";
export * from "./solvers/tour/tsplib/mod.ts";
export * from "./solvers/tour/tsplib_metric.ts";
