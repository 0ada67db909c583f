import type { Kind } from "../kind.ts";
import { DIRECTION_KINDS } from "./directions.ts";
import { DISTANCE_KINDS } from "./distances.ts";
import { FEATURE_KINDS } from "./features.ts";
import { PATH_KINDS } from "./paths.ts";
import { PLACE_KINDS } from "./places.ts";
import { sceneQuestion } from "./scene.ts";
import { TOUR_CHANGE_KINDS } from "./tour_changes.ts";

/** Every kind of question that no task asks, in the order of the lists that users see. */
export const SOLVER_KINDS: readonly Kind[] = [
  ...DIRECTION_KINDS,
  ...DISTANCE_KINDS,
  ...PLACE_KINDS,
  ...PATH_KINDS,
  ...TOUR_CHANGE_KINDS,
  ...FEATURE_KINDS,
  sceneQuestion as Kind,
];
