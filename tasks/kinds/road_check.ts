import * as schema from "../../geometry/schema.ts";
import { exact } from "../../solvers/outcome.ts";
import { readVerdict } from "../../text/replies/verdicts.ts";
import { ROUTE_VERDICTS, type RouteVerdict } from "../_route_verdicts.ts";
import type { Kind } from "../kind.ts";
import {
  drawRoadMap,
  onMap,
  placesOf,
  ROAD_FIELDS,
  type RoadQuestion,
  roadWords,
  sceneOfRoads,
} from "../roads/road_question.ts";
import { judgeRoute } from "./road_path.ts";

/** Two places of a road map, and a route as places. */
export interface RoadRouteQuestion extends RoadQuestion {
  readonly route: readonly string[];
}

/** Whether a route along roads is a shortest way, a longer one, or none. */
export const roadCheckKind: Kind<RoadRouteQuestion, RouteVerdict> = {
  name: "road-check",
  schema: onMap(
    schema.object({ ...ROAD_FIELDS, route: schema.list(schema.name) }),
    ({ route }) => route,
  ),
  solve: (question) => exact(judgeRoute(question, question.route)),
  frame: () => "none",
  say: (answer, _, wording) => roadWords(wording).checks[ROUTE_VERDICTS.indexOf(answer)]!,
  read: (words) => readVerdict(words),
  answers: () => ROUTE_VERDICTS,
  draw: drawRoadMap,
  names: placesOf,
  scene: sceneOfRoads,
};
