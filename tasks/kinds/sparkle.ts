import type { Exact } from "../../geometry/decimal.ts";
import * as schema from "../../geometry/schema.ts";
import type { Outcome } from "../../solvers/outcome.ts";
import { isRight, type JsonValue, type Kind, unitOfMargin } from "../kind.ts";
import { drawMap } from "../points/draw_map.ts";
import { outsideOf, sceneOfPoints } from "../points/point_map.ts";
import { descriptionKind, type DescriptionQuestion } from "./description.ts";
import { directionKind, type DirectionQuestion } from "./direction.ts";
import { distanceKind, type DistanceQuestion } from "./distance.ts";
import { distanceOrderKind, type DistanceOrderQuestion } from "./distance_order.ts";
import { positionKind, type PositionQuestion } from "./position.ts";
import { regionKind, type RegionQuestion } from "./region.ts";

/** What is asked by each of Sparkle's questions about a map. */
interface Asked {
  readonly "direction": DirectionQuestion;
  readonly "distance": DistanceQuestion;
  readonly "distance-order": DistanceOrderQuestion;
  readonly "region": RegionQuestion;
  readonly "position": PositionQuestion;
  readonly "description": DescriptionQuestion;
}

/** One of Sparkle's questions about a map, which every one of them shows whole. */
export interface SparkleQuestion<N extends keyof Asked = keyof Asked> {
  /** The kind of the question. */
  readonly ask: N;
  /** The greatest coordinate of the map; the least is 0. */
  readonly side: Exact;
  /** What is asked. */
  readonly instance: Asked[N];
}

const KINDS = {
  "direction": directionKind as Kind,
  "distance": distanceKind as Kind,
  "distance-order": distanceOrderKind as Kind,
  "region": regionKind as Kind,
  "position": positionKind as Kind,
  "description": descriptionKind as Kind,
};

/** A question about a map of points, answered by the kind that it names. */
export const sparkleKind: Kind<SparkleQuestion, JsonValue> = {
  name: "sparkle",
  margin: {
    unit: { of: ({ ask, instance }) => unitOfMargin(KINDS[ask], instance) },
    places: 2,
    more: ({ ask, instance }) => KINDS[ask].margin?.more?.(instance) ?? 0,
  },
  schema: schema.refined(
    schema.byKind({
      "direction": asking(directionKind),
      "distance": asking(distanceKind),
      "distance-order": asking(distanceOrderKind),
      "region": asking(regionKind),
      "position": asking(positionKind),
      "description": asking(descriptionKind),
    }, "ask"),
    ({ side, instance }) => {
      const own = (instance as { readonly side?: Exact }).side;
      if (own !== undefined && own !== side) {
        return { path: ".instance.side", value: own, must: `the side of the map, ${side}` };
      }
      const outside = outsideOf(instance.points, side);
      if (outside === null || outside.path === ".side") return outside;
      return { ...outside, path: `.instance${outside.path}` };
    },
  ) as schema.Schema<SparkleQuestion>,
  solve: ({ ask, instance }) => KINDS[ask].solve(instance) as Outcome<JsonValue>,
  frame: ({ instance }) => instance.frame,
  say: (answer, { ask, instance }, wording) => KINDS[ask].say(answer, instance, wording),
  read: (words, { ask, instance }, wording) => KINDS[ask].read(words, instance, wording),
  accepts: ({ ask, instance }, answer) => isRight({ kind: KINDS[ask], instance }, answer),
  draw: ({ side, instance }, wording) => drawMap({ ...instance, side }, wording),
  names: ({ instance: { points } }) => points.map(([name]) => name),
  scene: ({ instance: { points } }) => sceneOfPoints(points),
};

/** A question of a kind, with the side of the map that it is about. */
function asking<I, A extends JsonValue>({ name, schema: instance }: Kind<I, A>) {
  return schema.object({ ask: schema.word([name]), side: schema.exact, instance });
}
