import * as schema from "../../geometry/schema.ts";
import type { GraphInstance } from "../../solvers/path/graph/graph_instance.ts";
import { phrase } from "../../text/phrase.ts";
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

/** Demands that what is named is a place of the map. */
export function onMap<T extends RoadQuestion>(
  fields: schema.Schema<T>,
  more: (instance: T) => readonly (readonly [path: string, name: string])[] = () => [],
): schema.Schema<T> {
  return schema.refined(fields, (instance) => {
    const names = placesOf(instance);
    const named = [
      [".from", instance.from],
      [".to", instance.to],
      ...instance.roads.flatMap(([from, to], i) => [
        [`.roads[${i}][0]`, from],
        [`.roads[${i}][1]`, to],
      ]),
      ...more(instance),
    ] as const;
    const wrong = named.find(([, name]) => !names.includes(name!));
    if (wrong === undefined) return null;
    return { path: wrong[0]!, value: wrong[1], must: `one of ${names.join(", ")}` };
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
  const alt = phrase(roadWords(wording).alt, ["roads"])(listed);
  return [{ drawing: drawRoads(question, alt) }];
}

/** What a picture of a road map shows, whatever is asked of it. */
export function sceneOfRoads({ columns, rows, roads }: RoadQuestion): JsonValue {
  return { columns, rows, roads };
}
