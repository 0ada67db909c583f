import { rowTask } from "./row_task.ts";
import { roadCheckKind } from "./kinds/road_check.ts";
import { FORM_KNOBS, Forms } from "./loop/forms.ts";
import { ROUTE_VERDICTS } from "./_route_verdicts.ts";
import { ROAD_END_KNOBS, RoadEnds } from "./roads/road_ends.ts";
import { roadMarks } from "./roads/draw_roads.ts";
import { PlaceColumns, ROAD_KNOBS, RoadColumns, RoadMap } from "./roads/road_map.ts";
import { RoadRoutes } from "./roads/road_routes.ts";
import type { KnobValues } from "./knobs.ts";
import type { Plan, Task } from "./task.ts";
import { choice, fill, object } from "../lines/template.ts";
import { COMMON_WORDS } from "../text/wordings/common.ts";
import { ROAD_WORDS } from "../text/wordings/road.ts";

const KNOBS = {
  ...ROAD_KNOBS,
  least: ROAD_END_KNOBS.least,
  most: ROAD_END_KNOBS.most,
  detour: ROAD_END_KNOBS.detour,
  ...FORM_KNOBS,
  options: { ...FORM_KNOBS.options, default: 3 },
} as const;

type Values = KnobValues<typeof KNOBS>;

/** Whether a route along roads is a shortest way from one place to another, a longer one or none. */
export const roadCheck: Task = rowTask({
  name: "road-check",
  version: 2,
  summary: "Whether a route on a road map is a shortest way, a longer one, or none",
  kind: roadCheckKind,
  knobs: KNOBS,
  profiles: { fair: {} },
  levels: {
    rises: "places; roads of the way; how far the way of the fewest roads misleads",
    easy: { columns: 3, rows: 2, weight: 5, most: 3 },
    medium: { columns: 4, least: 3, detour: 10 },
    hard: { columns: 5, rows: 4, weight: 20, least: 4, most: 9, detour: 25 },
  },
  plan,
});

function plan(knobs: Values): Plan {
  const map = new RoadMap(knobs);
  const ends = new RoadEnds(map, { ...knobs, unique: false, gap: 0 });
  const routes = new RoadRoutes(map, ends);
  const columns = new RoadColumns(map, knobs.weight);
  const forms = new Forms({ ...knobs, answers: 3 }, columns.width);
  const places = new PlaceColumns(map.graph.nodeCount, columns.width + forms.width);
  const phrase = columns.width + forms.width + places.width;
  const words = ROAD_WORDS[knobs.wording];
  const slots = { ...columns.slots(), route: places.text() };

  return {
    width: phrase + 1,
    sample(chance, rows, at) {
      rows[at + phrase] = chance.below(words.check.length);
      const target = chance.below(3);
      routes.draw(chance, ROUTE_VERDICTS[target]!);
      columns.write(rows, at, ends.start, ends.goal);
      places.write(rows, at, routes.places, routes.count);
      rows[at + forms.answer] = target;
      forms.draw(chance, rows, at);
    },
    marks: roadMarks(knobs),
    parts: {
      ...forms.parts({
        given: fill(knobs.given === "text" ? words.given : words.shown, slots),
        question: choice(phrase, words.check.map((wording) => fill(wording, slots))),
        claim: (claim) => fill(words.checkClaim, { ...slots, claim }),
        answers: words.checks,
        words: COMMON_WORDS[knobs.wording],
      }),
      frame: "none",
      margin: null,
      unit: null,
      instance: object({
        columns: knobs.columns,
        rows: knobs.rows,
        ...columns.shapes(),
        route: places.shape(),
      }),
      alt: fill(words.alt, slots),
    },
  };
}
