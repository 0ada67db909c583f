/**
 * Scenes: objects with oriented boxes, cameras, rooms, and one table of the questions about them.
 *
 * @module
 */
export * from "./arguments.ts";
export * from "./choices.ts";
export * from "./doctor.ts";
export { freePlace, type PlacementAsk } from "./free_place.ts";
export * from "./measures.ts";
export * from "./quantity.ts";
export * from "./query.ts";
export * from "./raw_scene.ts";
export * from "./ready_scene.ts";
export * from "./refer.ts";
export * from "./relation_kernel.ts";
export * from "./scene.ts";
export * from "./sprite_kinds.ts";
export * from "./table.ts";
export * from "./view.ts";
export * from "./walk.ts";

export * from "./vsi_grid.ts";
