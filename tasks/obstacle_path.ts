import { PATIENCE } from "./patience.ts";
import { rowTask } from "./row_task.ts";
import { obstaclePathKind, squaresOf } from "./kinds/obstacle_path.ts";
import { type Block, blockMarks, drawBlocks } from "./_blocks.ts";
import { FORM_KNOBS } from "./loop/forms.ts";
import type { KnobValues } from "./knobs.ts";
import { NumberForms } from "./_number_forms.ts";
import { POINT_KNOBS } from "./points/point_knobs.ts";
import { roundedRootSum } from "./_rounded_sum.ts";
import type { Plan, Task } from "./task.ts";
import { choice, fill, integer, object, type Text } from "../lines/template.ts";
import { COMMON_WORDS } from "../text/wordings/common.ts";
import { DISTANCE_WORDS } from "../text/wordings/distance.ts";
import { OBSTACLE_WORDS } from "../text/wordings/obstacle.ts";

const { frame, given, wording } = POINT_KNOBS;

const KNOBS = {
  blocks: { type: "integer", least: 1, most: 6, default: 3, doc: "blocks in the way" },
  lattice: {
    type: "integer",
    least: 10,
    most: 1000,
    default: 100,
    doc: "the greatest coordinate; the least is 0",
  },
  turns: {
    type: "integer",
    least: 0,
    most: 4,
    default: 1,
    doc: "how often the shortest path turns at least, so that it is not the straight line",
  },
  places: {
    type: "integer",
    least: 0,
    most: 3,
    default: 1,
    doc: "to how many decimals the answer is rounded",
  },
  ...FORM_KNOBS,
  frame,
  given,
  wording,
} as const;

type Values = KnobValues<typeof KNOBS>;

/** How long the shortest path around blocks is. */
export const obstaclePath: Task = rowTask({
  name: "obstacle-path",
  version: 3,
  summary: "How long the shortest path around some blocks is, as a rounded number",
  kind: obstaclePathKind,
  knobs: KNOBS,
  profiles: { fair: {} },
  levels: {
    rises: "blocks in the way; turns of the path",
    easy: { blocks: 1 },
    medium: { blocks: 3 },
    hard: { blocks: 5, turns: 2 },
  },
  plan,
});

function plan(knobs: Values): Plan {
  const { blocks, lattice, places, turns } = knobs;
  const width = 4 + 4 * blocks;
  const most = Math.ceil(3 * lattice * 10 ** places);
  const forms = new NumberForms({ ...knobs, most, scale: places }, width);
  const phrase = width + forms.width;
  const words = OBSTACLE_WORDS[knobs.wording];
  const coordinate = (column: number) => integer(column, 0, lattice);
  const pointAt = (column: number): Text =>
    fill(words.point, { x: coordinate(column), y: coordinate(column + 1) });
  const columns = Array.from({ length: blocks }, (_, k) => 4 + 4 * k);
  const slots: Record<string, Text> = {
    most: String(lattice),
    yAxis: COMMON_WORDS[knobs.wording].yAxis[knobs.frame === "y-up" ? 0 : 1],
    start: pointAt(0),
    goal: pointAt(2),
    places: DISTANCE_WORDS[knobs.wording].places[places]!,
    blocks: columns.flatMap((c, k) => [
      k === 0 ? "" : ", ",
      fill(words.block, {
        x0: coordinate(c),
        y0: coordinate(c + 1),
        x1: coordinate(c + 2),
        y1: coordinate(c + 3),
      }),
    ]),
  };

  return {
    width: phrase + 1,
    sample(chance, rows, at) {
      for (let tries = 0; tries < PATIENCE.maps; tries++) {
        if (!drawBlocks(chance, { count: blocks, lattice }, rows, at)) continue;
        const squares = squaresOf(mapOf(knobs, rows, at));
        if (squares.length <= turns) continue;
        const length = roundedRootSum(squares, places);
        if (length === null) continue;
        rows[at + forms.answer] = Number(length);
        rows[at + phrase] = chance.below(words.length.length);
        forms.draw(chance, rows, at);
        return;
      }
      throw new RangeError(
        `Cannot sample a map: none of ${PATIENCE.maps} with ${blocks} blocks on a lattice of ` +
          `${lattice} had a path that turns ${turns} times, must leave more room`,
      );
    },
    marks: blockMarks(knobs),
    parts: {
      ...forms.parts({
        given: fill(knobs.given === "text" ? words.given : words.shown, slots),
        question: choice(phrase, words.length.map((q) => fill(q, slots))),
        claim: (claim) => fill(words.claim, { ...slots, claim }),
        words: COMMON_WORDS[knobs.wording],
      }),
      frame: knobs.frame,
      margin: null,
      unit: null,
      instance: object({
        frame: knobs.frame,
        most: lattice,
        start: [coordinate(0), coordinate(1)],
        goal: [coordinate(2), coordinate(3)],
        blocks: columns.map((c) => [0, 1, 2, 3].map((i) => coordinate(c + i))),
        places,
      }),
      alt: fill(words.alt, slots),
    },
  };
}

/** The map that stands in a row. */
function mapOf(knobs: Values, rows: Int32Array, at: number) {
  const cell = (i: number) => rows[at + i]!;
  const blocks = Array.from({ length: knobs.blocks }, (_, k): Block => {
    const own = 4 + 4 * k;
    return [cell(own), cell(own + 1), cell(own + 2), cell(own + 3)];
  });
  return { start: [cell(0), cell(1)], goal: [cell(2), cell(3)], blocks } as const;
}
