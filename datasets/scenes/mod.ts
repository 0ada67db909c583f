/**
 * Readers of scenes, one a format.
 *
 * @module
 */
export * from "./clevr_scene.ts";
export * from "./kitti_scene.ts";
export { readNuScenesScenes } from "./nuscenes_scene.ts";
export * from "./robospatial_scene.ts";
export * from "./sprite_scene.ts";
export * from "./thor_scene.ts";
export * from "./vsi_scene.ts";
