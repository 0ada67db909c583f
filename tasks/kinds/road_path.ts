import * as schema from "../../geometry/schema.ts";
import { mapOutcome } from "../../solvers/map_outcome.ts";
import { graphFromEdges } from "../../solvers/path/graph/edge_list.ts";
import { judgeGraphPath } from "../../solvers/path/graph/judge_path.ts";
import { solveGraphPath } from "../../solvers/path/graph/solve_graph_path.ts";
import { readLabels } from "../../text/replies/labels.ts";
import { readNumber } from "../../text/replies/numbers.ts";
import type { Kind } from "../kind.ts";
import { LETTERS } from "../option_marks.ts";
import {
  drawRoadMap,
  graphInstance,
  onMap,
  placesOf,
  ROAD_FIELDS,
  type RoadQuestion,
  sceneOfRoads,
} from "../roads/road_question.ts";

/** Two places of a road map: how long is a shortest way, or which is one? */
export interface RoadPathQuestion extends RoadQuestion {
  readonly ask: "length" | "way";
}

/** The length of a shortest way along roads, or such a way as places. */
export const roadPathKind: Kind<RoadPathQuestion, number | readonly string[]> = {
  name: "road-path",
  schema: onMap(schema.object({ ask: schema.word(["length", "way"]), ...ROAD_FIELDS })),
  solve: (question) =>
    mapOutcome(
      solveGraphPath(graphInstance(question)),
      ({ length, nodes }) => question.ask === "length" ? Number(length) : nodes.map(String),
    ),
  frame: () => "none",
  say: (answer) => typeof answer === "number" ? String(answer) : answer.join(", "),
  read(words, { ask }) {
    if (ask === "way") return readLabels(words, LETTERS);
    const number = readNumber(words, { isCount: true });
    return number === null ? null : Number(number);
  },
  // The length is the only right one; the way is one of those that have it.
  accepts(question, answer) {
    if (question.ask === "way") {
      return typeof answer === "object" && judgeRoute(question, answer) === "shortest";
    }
    const path = solveGraphPath(graphInstance(question));
    return path.status === "exact" && path.value.length === answer;
  },
  draw: drawRoadMap,
  names: placesOf,
  scene: sceneOfRoads,
};

/** Whether places one behind the other are a shortest way, a longer one, or none. */
export function judgeRoute(
  question: RoadQuestion,
  route: readonly string[],
): "shortest" | "longer" | "none" {
  const names = placesOf(question);
  const graph = graphFromEdges({ directed: false, nodes: names, edges: question.roads });
  const { fault, optimal } = judgeGraphPath(graph, {
    from: names.indexOf(question.from),
    to: names.indexOf(question.to),
    nodes: route.map((name) => names.indexOf(name)),
  });
  return optimal ? "shortest" : fault === null ? "longer" : "none";
}
