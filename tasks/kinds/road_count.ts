import * as schema from "../../geometry/schema.ts";
import { mapOutcome } from "../../solvers/map_outcome.ts";
import { countGraphPaths } from "../../solvers/path/graph/count_graph_paths.ts";
import {
  checkGraphCount,
  graphCountCertificate,
} from "../../solvers/path/graph/graph_certificate.ts";
import { readNumber } from "../../text/replies/numbers.ts";
import type { Kind } from "../kind.ts";
import {
  drawRoadMap,
  graphInstance,
  onMap,
  placesOf,
  ROAD_FIELDS,
  type RoadQuestion,
  sceneOfRoads,
} from "../roads/road_question.ts";
import { countOf } from "./path_count.ts";

/** How many shortest ways lead along roads from one place to another. */
export const roadCountKind: Kind<RoadQuestion, number | string> = {
  name: "road-count",
  schema: onMap(schema.object(ROAD_FIELDS)),
  solve: (question) => mapOutcome(countGraphPaths(graphInstance(question)), countOf),
  check(question, outcome) {
    const instance = graphInstance(question);
    if (outcome.status !== "exact" && outcome.status !== "impossible") {
      return `${outcome.status}, must be exact or impossible`;
    }
    const count = outcome.status === "exact" ? BigInt(outcome.value) : 0n;
    return checkGraphCount(instance, count, graphCountCertificate(instance));
  },
  frame: () => "none",
  say: String,
  read(words) {
    const number = readNumber(words, { isCount: true });
    return number === null ? null : countOf(BigInt(number));
  },
  draw: drawRoadMap,
  names: placesOf,
  scene: sceneOfRoads,
};
