export * from "./any_angle.ts";
export * from "./check_obstacle_path.ts";
export * from "./grid_mesh.ts";
export * from "./locate.ts";
export * from "./mesh.ts";
export * from "./obstacles.ts";
export * from "./parse_mesh.ts";
export * from "./polyanya.ts";
