import * as schema from "../../geometry/schema.ts";
import type { GraphInstance } from "../../solvers/path/graph/graph_instance.ts";
import { phraseOf } from "../../text/phrase.ts";
import { ROAD_WORDS, type RoadWords } from "../../text/wordings/road.ts";
import type { JsonValue, Picture } from "../kind.ts";
import { LETTERS } from "../option_marks.ts";
import { drawRoads } from "./draw_roads.ts";

/** A road: its ends, and how long it is. */
export type Road = readonly [from: string, to: string, length: number];

/** Places in columns and rows, named by letters row by row; the roads between them; and two of them. */
export interface RoadQuestion {
  readonly columns: number;
  readonly rows: number;
  readonly roads: readonly Road[];
  readonly from: string;
  readonly to: string;
}

/** The fields of every instance about a road map. */
export const ROAD_FIELDS = {
  columns: schema.integer(1, 5),
  rows: schema.integer(1, 5),
  roads: schema.list(
    schema.tuple("[from, to, length]", [
      schema.name,
      schema.name,
      schema.integer(1, 1_000_000),
    ]),
  ),
  from: schema.name,
  to: schema.name,
} as const;

/** Demands that what is named is a place of the map: ends of roads, and other fields. */
export function onMap<T extends RoadQuestion>(
  fields: schema.Schema<T>,
  route: (instance: T) => readonly string[] = () => [],
): schema.Schema<T> {
  return schema.refined(fields, (instance) => {
    const names = new Set(placesOf(instance));
    const wrong = (path: string, value: string) => {
      return { path, value, must: `one of ${[...names].join(", ")}` };
    };
    if (!names.has(instance.from)) return wrong(".from", instance.from);
    if (!names.has(instance.to)) return wrong(".to", instance.to);
    for (const [i, [from, to]] of instance.roads.entries()) {
      if (!names.has(from)) return wrong(`.roads[${i}][0]`, from);
      if (!names.has(to)) return wrong(`.roads[${i}][1]`, to);
    }
    const stranger = route(instance).findIndex((name) => !names.has(name));
    return stranger < 0 ? null : wrong(`.route[${stranger}]`, route(instance)[stranger]!);
  });
}

/** The names of the places. */
export function placesOf({ columns, rows }: Pick<RoadQuestion, "columns" | "rows">): string[] {
  return LETTERS.slice(0, columns * rows);
}

/** The question of the solvers: parallel roads are one way by the places it passes. */
export function graphInstance(question: RoadQuestion): GraphInstance {
  const { roads, from, to } = question;
  return {
    ...{ graph: { directed: false, nodes: placesOf(question), edges: roads }, from, to },
    parallel: "merged",
  };
}

/** The words of a wording. */
export function roadWords(wording: string): RoadWords {
  return ROAD_WORDS[wording as keyof typeof ROAD_WORDS];
}

/** The only picture of a road map. */
export function drawRoadMap(question: RoadQuestion, wording: string): readonly Picture[] {
  const listed = question.roads.map(([from, to, length]) => `${from}-${to} ${length}`).join(", ");
  return [{ drawing: drawRoads(question, ALT(wording)(listed)) }];
}

const ALT = phraseOf(ROAD_WORDS, ({ alt }) => alt, ["roads"]);

/** What a picture of a road map shows, whatever is asked of it. */
export function sceneOfRoads({ columns, rows, roads }: RoadQuestion): JsonValue {
  return { columns, rows, roads };
}
