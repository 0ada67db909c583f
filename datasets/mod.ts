/**
 * Readers of outside data, and the loop that checks its claimed answers.
 *
 * @module
 */
export * from "./anyangle.ts";
export * from "./babi.ts";
export * from "./bbh_navigate.ts";
export * from "./bigbench.ts";
export * from "./box_iou.ts";
export * from "./checked_json.ts";
export * from "./clevr.ts";
export * from "./dataset.ts";
export * from "./geodesic.ts";
export * from "./jts.ts";
export * from "./judge_claim.ts";
export * from "./kitti.ts";
export * from "./list.ts";
export * from "./mesh.ts";
export * from "./movingai.ts";
export * from "./mp3d.ts";
export * from "./nlgraph.ts";
export * from "./nlvr.ts";
export * from "./nsr1k.ts";
export * from "./nuscenes.ts";
export * from "./open_file.ts";
export * from "./orient.ts";
export * from "./reasoning_gym.ts";
export * from "./roads.ts";
export * from "./robospatial.ts";
export * from "./sparkle.ts";
export * from "./scenes/mod.ts";
export * from "./spatialreasoner.ts";
export * from "./sprite.ts";
export * from "./sqa3d.ts";
export * from "./stepgame.ts";
export * from "./summary.ts";
export * from "./text_file.ts";
export * from "./tsplib.ts";
export * from "./verify.ts";
export * from "./vsi.ts";
export * from "./cosit.ts";
export * from "./matres.ts";
export * from "./qsrlib.ts";
export * from "./decompsr.ts";
export * from "./forest.ts";
export * from "./tiger.ts";
export * from "./vsr.ts";
export * from "./spacenli.ts";
export * from "./qcn.ts";
export * from "./spartqa.ts";
export * from "./spare.ts";
export * from "./whatsup.ts";
