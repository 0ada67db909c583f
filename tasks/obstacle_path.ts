import { numberStyle } from "./_number_style.ts";
import { formatScaled } from "../geometry/decimal.ts";
import { exact } from "../solvers/outcome.ts";
import { solveObstaclePath } from "../solvers/path/plane/obstacles.ts";
import { acceptsLength } from "./_accepts_length.ts";
import { type Block, blockMarks, drawBlockMap, drawBlocks } from "./_blocks.ts";
import { FORM_KNOBS } from "./loop/forms.ts";
import { readCount, readFields, readWord, shown } from "./_instance.ts";
import type { KnobValues } from "./knobs.ts";
import { NumberForms } from "./_number_forms.ts";
import { POINT_KNOBS } from "./points/point_knobs.ts";
import { readNumber } from "../text/replies/numbers.ts";
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
export const obstaclePath: Task = {
  name: "obstacle-path",
  version: 3,
  summary: "How long the shortest path around some blocks is, as a rounded number",
  knobs: KNOBS,
  profiles: { fair: {} },
  levels: {
    rises: "blocks in the way; turns of the path",
    easy: { blocks: 1 },
    medium: { blocks: 3 },
    hard: { blocks: 5, turns: 2 },
  },
  plan: (knobs) => plan(knobs as Values),
  solve(instance) {
    const facts = readInstance(instance);
    const length = roundedRootSum(squaresOf(facts), facts.places);
    if (length !== null) return exact(formatScaled(length, facts.places));
    throw new RangeError(
      `Cannot round the path's length to ${facts.places} decimals: it lies halfway`,
    );
  },
  parse: (words, knobs, instance) =>
    readNumber(words, numberStyle(knobs, readInstance(instance).places)),
  accepts(instance, answer) {
    const facts = readInstance(instance);
    const { places } = facts;
    return acceptsLength(answer as string, { squares: squaresOf(facts), scale: 0, places });
  },
  draw: (instance, alt) => drawBlockMap(readInstance(instance), alt),
};

interface Facts {
  readonly frame: "y-up" | "y-down";
  readonly most: number;
  readonly start: readonly [number, number];
  readonly goal: readonly [number, number];
  readonly blocks: readonly Block[];
  readonly places: number;
}

/** The squared lengths of the straight parts of a shortest path; one more than it has turns. */
function squaresOf({ start, goal, blocks }: Facts): bigint[] {
  const obstacles = blocks.map(([x0, y0, x1, y1]) =>
    [[x0, y0], [x1, y0], [x1, y1], [x0, y1]] as const
  );
  const found = solveObstaclePath({ start, goal, obstacles, touching: "allowed" }, { cap: 2 });
  // Blocks that stand apart never wall anything off, so there is a path.
  const path = found.status === "tie" ? found.values[0] : "value" in found ? found.value : null;
  if (path === null || path === undefined) throw new RangeError("Cannot find a path around blocks");
  return path.squares.map(BigInt);
}

/** Maps that may be rejected before the knobs are said to leave no room. */
const PATIENCE = 2000;

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
      for (let tries = 0; tries < PATIENCE; tries++) {
        if (!drawBlocks(chance, { count: blocks, lattice }, rows, at)) continue;
        const squares = squaresOf(factsOf(knobs, rows, at));
        if (squares.length <= turns) continue;
        const length = roundedRootSum(squares, places);
        if (length === null) continue;
        rows[at + forms.answer] = Number(length);
        rows[at + phrase] = chance.below(words.length.length);
        forms.draw(chance, rows, at);
        return;
      }
      throw new RangeError(
        `Cannot sample a map: none of ${PATIENCE} with ${blocks} blocks on a lattice of ` +
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
function factsOf(knobs: Values, rows: Int32Array, at: number): Facts {
  const { frame, lattice: most, places } = knobs;
  const cell = (i: number) => rows[at + i]!;
  const blocks = Array.from({ length: knobs.blocks }, (_, k): Block => {
    const own = 4 + 4 * k;
    return [cell(own), cell(own + 1), cell(own + 2), cell(own + 3)];
  });
  return { frame, most, places, start: [cell(0), cell(1)], goal: [cell(2), cell(3)], blocks };
}

function readInstance(instance: unknown): Facts {
  const fields = readFields(instance, ["frame", "most", "start", "goal", "blocks", "places"]);
  const most = readCount(fields.most, "most", 1, 2 ** 20);
  const numbers = (value: unknown, what: string, length: number): number[] => {
    if (!Array.isArray(value) || value.length !== length) {
      throw new TypeError(`Cannot read ${what}: ${shown(value)}, must be ${length} integers`);
    }
    return value.map((x, i) => readCount(x, `${what}[${i}]`, 0, most));
  };
  const point = (value: unknown, what: string) =>
    numbers(value, what, 2) as unknown as readonly [number, number];
  if (!Array.isArray(fields.blocks)) {
    throw new TypeError(`Cannot read blocks: ${shown(fields.blocks)}, must be an array`);
  }
  const blocks = fields.blocks.map((value, i) => {
    const block = numbers(value, `blocks[${i}]`, 4) as unknown as Block;
    if (block[0] < block[2] && block[1] < block[3]) return block;
    throw new RangeError(`Cannot read blocks[${i}]: ${shown(value)}, must be [x0, y0, x1, y1]`);
  });
  return {
    frame: readWord(fields.frame, "frame", ["y-up", "y-down"]),
    most,
    start: point(fields.start, "start"),
    goal: point(fields.goal, "goal"),
    blocks,
    places: readCount(fields.places, "places", 0, 12),
  };
}
