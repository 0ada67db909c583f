import { rowTask } from "./row_task.ts";
import { roadCountKind } from "./kinds/road_count.ts";
import { FORM_KNOBS } from "./loop/forms.ts";
import { NumberForms } from "./_number_forms.ts";
import { ROAD_END_KNOBS, RoadEnds } from "./roads/road_ends.ts";
import { roadMarks } from "./roads/draw_roads.ts";
import { ROAD_KNOBS, RoadColumns, RoadMap } from "./roads/road_map.ts";
import type { KnobValues } from "./knobs.ts";
import type { Plan, Task } from "./task.ts";
import { choice, fill, object } from "../lines/template.ts";
import { COMMON_WORDS } from "../text/wordings/common.ts";
import { ROAD_WORDS } from "../text/wordings/road.ts";

const KNOBS = {
  ...ROAD_KNOBS,
  columns: { ...ROAD_KNOBS.columns, default: 4 },
  rows: { ...ROAD_KNOBS.rows, default: 4 },
  weight: { ...ROAD_KNOBS.weight, default: 2 },
  least: ROAD_END_KNOBS.least,
  most: ROAD_END_KNOBS.most,
  fewest: { type: "integer", least: 1, most: 20, default: 1, doc: "the fewest shortest ways" },
  ways: { type: "integer", least: 1, most: 200, default: 12, doc: "the most shortest ways" },
  ...FORM_KNOBS,
} as const;

type Values = KnobValues<typeof KNOBS>;

/** How many shortest ways lead from one place of a road map to another. */
export const roadCount: Task = rowTask({
  name: "road-count",
  version: 2,
  summary: "How many shortest ways lead from one place of a road map to another",
  kind: roadCountKind,
  knobs: KNOBS,
  profiles: { fair: {} },
  levels: {
    rises: "places; shortest ways",
    easy: { columns: 3, rows: 3, most: 3, ways: 2 },
    medium: { least: 3, fewest: 2, ways: 5 },
    hard: { columns: 5, rows: 5, least: 4, most: 8, fewest: 4, ways: 20 },
  },
  plan,
});

function plan(knobs: Values): Plan {
  const { fewest, ways } = knobs;
  if (fewest > ways) {
    throw new RangeError(
      `Cannot use knobs: fewest ${fewest} and ways ${ways}, fewest must not be greater`,
    );
  }
  const map = new RoadMap(knobs);
  let wanted = 0;
  const ends = new RoadEnds(
    map,
    { ...knobs, detour: 0, unique: false, gap: 0 },
    (goal) => map.graph.ways[goal]! >= wanted && map.graph.ways[goal]! <= ways,
  );
  const columns = new RoadColumns(map, knobs.weight);
  const forms = new NumberForms({ ...knobs, most: ways, scale: 0 }, columns.width);
  const phrase = columns.width + forms.width;
  const words = ROAD_WORDS[knobs.wording];
  const slots = columns.slots();

  return {
    width: phrase + 1,
    sample(chance, rows, at) {
      rows[at + phrase] = chance.below(words.count.length);
      // Most places have one shortest way: half of the items ask where there are more.
      wanted = Math.min(ways, Math.max(fewest, 1 + chance.below(2)));
      ends.draw(chance);
      columns.write(rows, at, ends.start, ends.goal);
      rows[at + forms.answer] = map.graph.ways[ends.goal]!;
      forms.draw(chance, rows, at);
    },
    marks: roadMarks(knobs),
    parts: {
      ...forms.parts({
        given: fill(knobs.given === "text" ? words.given : words.shown, slots),
        question: choice(phrase, words.count.map((wording) => fill(wording, slots))),
        claim: (claim) => fill(words.countClaim, { ...slots, claim }),
        words: COMMON_WORDS[knobs.wording],
      }),
      frame: "none",
      margin: null,
      unit: null,
      instance: object({ columns: knobs.columns, rows: knobs.rows, ...columns.shapes() }),
      alt: fill(words.alt, slots),
    },
  };
}
