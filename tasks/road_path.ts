import { rowTask } from "./row_task.ts";
import { roadPathKind } from "./kinds/road_path.ts";
import { FORM_KNOBS, openParts } from "./loop/forms.ts";
import { NumberForms } from "./_number_forms.ts";
import { ROAD_END_KNOBS, RoadEnds, writeShortestWay } from "./roads/road_ends.ts";
import { roadMarks } from "./roads/draw_roads.ts";
import { PlaceColumns, ROAD_KNOBS, RoadColumns, RoadMap } from "./roads/road_map.ts";
import type { KnobValues } from "./knobs.ts";
import type { Plan, Task } from "./task.ts";
import { choice, fill, object, type Text } from "../lines/template.ts";
import { COMMON_WORDS } from "../text/wordings/common.ts";
import { ROAD_WORDS } from "../text/wordings/road.ts";

const ASKED = ["length", "way"] as const;

const KNOBS = {
  ...ROAD_KNOBS,
  ...ROAD_END_KNOBS,
  ...FORM_KNOBS,
  ask: {
    type: "word",
    of: ASKED,
    default: "length",
    doc: "whether the length of a shortest way is asked for, or such a way as places",
  },
} as const;

type Values = KnobValues<typeof KNOBS>;

/** The shortest way between two places of a road map: a weighted graph. */
export const roadPath: Task = rowTask({
  name: "road-path",
  version: 2,
  summary: "The shortest way between two places of a road map, a weighted graph",
  kind: roadPathKind,
  knobs: KNOBS,
  profiles: {
    fair: {},
    winding: { columns: 4, rows: 4, least: 3, most: 7, detour: 30, unique: true, gap: 2 },
  },
  levels: {
    rises: "places; roads of the way; how far the way of the fewest roads misleads",
    easy: { columns: 3, rows: 2, weight: 5, most: 3 },
    medium: { columns: 4, least: 3, detour: 10 },
    hard: { columns: 5, rows: 4, weight: 20, least: 4, most: 9, detour: 25 },
  },
  plan,
});

function plan(knobs: Values): Plan {
  const isWay = knobs.ask === "way";
  if (isWay && knobs.form !== "open") {
    throw new RangeError(`Cannot ask for a way by form ${knobs.form}, must be open`);
  }
  const map = new RoadMap(knobs);
  const { nodeCount } = map.graph;
  const ends = new RoadEnds(map, knobs);
  const columns = new RoadColumns(map, knobs.weight);
  const most = knobs.weight * (nodeCount - 1);
  const forms = new NumberForms({ ...knobs, most, scale: 0 }, columns.width);
  const places = new PlaceColumns(isWay ? nodeCount : 0, columns.width + forms.width);
  const phrase = columns.width + forms.width + places.width;
  const way = new Int32Array(nodeCount);
  const words = ROAD_WORDS[knobs.wording];
  const wordings = isWay ? words.way : words.length;
  const slots = columns.slots();
  const given = fill(knobs.given === "text" ? words.given : words.shown, slots);
  const question = choice(phrase, wordings.map((wording) => fill(wording, slots)));
  const asked = isWay ? openParts([given, question], places.text()) : forms.parts({
    given,
    question,
    claim: (claim: Text) => fill(words.lengthClaim, { ...slots, claim }),
    words: COMMON_WORDS[knobs.wording],
  });

  return {
    width: phrase + 1,
    sample(chance, rows, at) {
      rows[at + phrase] = chance.below(wordings.length);
      ends.draw(chance);
      columns.write(rows, at, ends.start, ends.goal);
      rows[at + forms.answer] = map.graph.lengths[ends.goal]!;
      if (!isWay) return forms.draw(chance, rows, at);
      places.write(rows, at, way, writeShortestWay(map, ends.goal, { chance, places: way }));
    },
    marks: roadMarks(knobs),
    parts: {
      ...asked,
      frame: "none",
      margin: null,
      unit: null,
      instance: object({
        ask: knobs.ask,
        columns: knobs.columns,
        rows: knobs.rows,
        ...columns.shapes(),
      }),
      alt: fill(words.alt, slots),
    },
  };
}
