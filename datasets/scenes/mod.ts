/**
 * Readers of scenes, one a format.
 *
 * @module
 */
export * from "./kitti_scene.ts";
export * from "./sprite_scene.ts";
export * from "./vsi_scene.ts";
