/**
 * Kinds of questions: each is sampled, solved, worded, scored and drawn by one plain object; and
 * the loop that makes items of them.
 *
 * @module
 */
import { description } from "./description.ts";
import { direction } from "./direction.ts";
import { distance } from "./distance.ts";
import { distanceOrder } from "./distance_order.ts";
import { followInstructions } from "./follow_instructions.ts";
import { gridPath } from "./grid_path.ts";
import { landmarkOrder } from "./landmark_order.ts";
import { maze } from "./maze.ts";
import { nextMove } from "./next_move.ts";
import { obstaclePath } from "./obstacle_path.ts";
import { pathCount } from "./path_count.ts";
import { position } from "./position.ts";
import { region } from "./region.ts";
import { roadCheck } from "./road_check.ts";
import { roadCount } from "./road_count.ts";
import { roadPath } from "./road_path.ts";
import { routeCheck } from "./route_check.ts";
import { shortestPath } from "./shortest_path.ts";
import { sparkle } from "./sparkle.ts";
import { captionCheck } from "./caption_check.ts";
import { frameView } from "./frame_view.ts";
import { regionRelation } from "./region_relation.ts";
import { storyFollows } from "./story_follows.ts";
import { storyRelation } from "./story_relation.ts";
import { storyCheck, storyCulprit } from "./story_check.ts";
import { tour } from "./tour.ts";
import { tourCheck } from "./tour_check.ts";
import { tourLeg } from "./tour_leg.ts";
import type { Task } from "./task.ts";

export { Chance, chanceKey } from "./chance.ts";
export * from "./define_task.ts";
export * from "./drawings.ts";
export * from "./accuracy.ts";
export * from "./grades.ts";
export * from "./kind.ts";
export * from "./kinds/features.ts";
export { SOLVER_KINDS } from "./kinds/list.ts";
export * from "./kinds/solvables.ts";
export * from "./kinds/scene.ts";
export * from "./maker.ts";
export * from "./loop/item_record.ts";
export { marksOf } from "./option_marks.ts";
export { description } from "./description.ts";
export { direction } from "./direction.ts";
export { distance } from "./distance.ts";
export { distanceOrder } from "./distance_order.ts";
export { followInstructions } from "./follow_instructions.ts";
export { gridPath } from "./grid_path.ts";
export { landmarkOrder } from "./landmark_order.ts";
export { maze } from "./maze.ts";
export { nextMove } from "./next_move.ts";
export { obstaclePath } from "./obstacle_path.ts";
export { pathCount } from "./path_count.ts";
export { position } from "./position.ts";
export { roadCheck } from "./road_check.ts";
export { roadCount } from "./road_count.ts";
export { roadPath } from "./road_path.ts";
export { routeCheck } from "./route_check.ts";
export { shortestPath } from "./shortest_path.ts";
export { sparkle } from "./sparkle.ts";
export { captionCheck } from "./caption_check.ts";
export { frameView } from "./frame_view.ts";
export { regionRelation } from "./region_relation.ts";
export { storyFollows } from "./story_follows.ts";
export { storyRelation } from "./story_relation.ts";
export { storyCheck, storyCulprit } from "./story_check.ts";
export { tour } from "./tour.ts";
export { tourCheck } from "./tour_check.ts";
export { tourLeg } from "./tour_leg.ts";
export { region } from "./region.ts";
export { picturesOf } from "./item.ts";
export type { ImageKind, Item, ItemBoxes, ItemHead, ItemPicture, PictureObject } from "./item.ts";
export * from "./knobs.ts";
export { BOX_CONVENTIONS, type BoxConvention, type Marks } from "./marks.ts";
export * from "./loop/mix.ts";
export * from "./pack/croissant.ts";
export * from "./pack/dataset_card.ts";
export * from "./pack/item_fault.ts";
export * from "./pack/parquet.ts";
export * from "./pack/scene_key.ts";
export * from "./pack/split.ts";
export * from "./pack/tar.ts";
export { RECORD_FORMATS, type RecordFormat } from "./loop/record_format.ts";
export * from "./loop/run.ts";
export type { RunWriters } from "./loop/run_writers.ts";
export type { BatchSampler, LinkedSampler, SamplerPlace } from "./sampling/batch_sampler.ts";
export * from "./loop/score.ts";
export * from "./loop/shard.ts";
export * from "./loop/stages.ts";
export * from "./task.ts";
export * from "../lines/template.ts";

/** Every task, in the order of the lists that users see. */
export const TASKS: readonly Task[] = [
  direction,
  distance,
  distanceOrder,
  region,
  position,
  description,
  shortestPath,
  tour,
  tourCheck,
  tourLeg,
  sparkle,
  gridPath,
  maze,
  pathCount,
  nextMove,
  routeCheck,
  followInstructions,
  landmarkOrder,
  obstaclePath,
  roadPath,
  roadCount,
  roadCheck,
  storyRelation,
  storyCheck,
  storyCulprit,
  storyFollows,
  regionRelation,
  frameView,
  captionCheck,
];
