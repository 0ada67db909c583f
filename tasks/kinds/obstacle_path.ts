import { formatScaled } from "../../geometry/decimal.ts";
import type { PlaneFrame } from "../../geometry/frame.ts";
import * as schema from "../../geometry/schema.ts";
import { exact } from "../../solvers/outcome.ts";
import { solveObstaclePath } from "../../solvers/path/plane/obstacles.ts";
import { phraseOf } from "../../text/phrase.ts";
import { readNumber } from "../../text/replies/numbers.ts";
import { OBSTACLE_WORDS } from "../../text/wordings/obstacle.ts";
import { acceptsLength } from "../_accepts_length.ts";
import { type Block, drawBlockMap } from "../_blocks.ts";
import { numberStyle } from "../_number_style.ts";
import { roundedRootSum } from "../_rounded_sum.ts";
import type { Kind } from "../kind.ts";

type Spot = readonly [x: number, y: number];

/** A start, a goal and blocks in a square. */
export interface ObstacleQuestion {
  readonly frame: PlaneFrame;
  /** The greatest coordinate; the least is 0. */
  readonly most: number;
  readonly start: Spot;
  readonly goal: Spot;
  /** Rectangles by their least and their greatest corner. */
  readonly blocks: readonly Block[];
  /** To how many decimals the length is rounded. */
  readonly places: number;
}

const COORDINATE = schema.integer(0, 2 ** 20);
const SPOT = schema.tuple("[x, y]", [COORDINATE, COORDINATE]);
const BLOCK = schema.refined(
  schema.tuple("[x0, y0, x1, y1]", [COORDINATE, COORDINATE, COORDINATE, COORDINATE]),
  (block) =>
    block[0] < block[2] && block[1] < block[3]
      ? null
      : { path: "", value: block, must: "[x0, y0, x1, y1], x0 below x1 and y0 below y1" },
);

/** How long the shortest path around blocks is, as a rounded number. */
export const obstaclePathKind: Kind<ObstacleQuestion, string> = {
  name: "obstacle-path",
  schema: schema.refined(
    schema.object({
      frame: schema.word(["y-up", "y-down"]),
      most: schema.integer(1, 2 ** 20),
      ...{ start: SPOT, goal: SPOT, blocks: schema.list(BLOCK), places: schema.integer(0, 12) },
    }),
    ({ most, start, goal, blocks }) => {
      const fields: readonly (readonly [string, readonly number[]])[] = [
        [".start", start],
        [".goal", goal],
        ...blocks.map((block, i) => [`.blocks[${i}]`, block] as const),
      ];
      const beyond = fields.find(([, numbers]) => numbers.some((x) => x > most));
      if (beyond === undefined) return null;
      return { path: beyond[0], value: beyond[1], must: `integers of 0 to ${most}` };
    },
  ),
  solve(question) {
    const length = roundedRootSum(squaresOf(question), question.places);
    if (length !== null) return exact(formatScaled(length, question.places));
    throw new RangeError(
      `Cannot round the path's length to ${question.places} decimals: it lies halfway`,
    );
  },
  frame: ({ frame }) => frame,
  say: (answer) => answer,
  read: (words, { places }, wording) => readNumber(words, numberStyle({ wording }, places)),
  accepts: (question, answer) =>
    acceptsLength(answer, {
      ...{ squares: squaresOf(question), scale: 0, places: question.places },
    }),
  draw: (question, wording) => [{ drawing: drawBlockMap(question, altOf(question, wording)) }],
  names: () => ["S", "G"],
  scene: ({ frame, most, start, goal, blocks }) => ({ frame, most, start, goal, blocks }),
};

/** The squared lengths of the straight parts of a shortest path; one more than it has turns. */
export function squaresOf(
  { start, goal, blocks }: Pick<ObstacleQuestion, "start" | "goal" | "blocks">,
): bigint[] {
  const obstacles = blocks.map(([x0, y0, x1, y1]) =>
    [[x0, y0], [x1, y0], [x1, y1], [x0, y1]] as const
  );
  const found = solveObstaclePath({ start, goal, obstacles, touching: "allowed" }, { cap: 2 });
  // Blocks that stand apart never wall anything off, so there is a path.
  const path = found.status === "tie" ? found.values[0] : "value" in found ? found.value : null;
  if (path === null || path === undefined) throw new RangeError("Cannot find a path around blocks");
  return path.squares.map(BigInt);
}

const POINT = phraseOf(OBSTACLE_WORDS, ({ point }) => point, ["x", "y"]);
const BLOCK_PHRASE = phraseOf(OBSTACLE_WORDS, ({ block }) => block, ["x0", "y0", "x1", "y1"]);
const ALT = phraseOf(OBSTACLE_WORDS, ({ alt }) => alt, ["blocks", "start", "goal"]);

function altOf({ start, goal, blocks }: ObstacleQuestion, wording: string): string {
  const [point, block] = [POINT(wording), BLOCK_PHRASE(wording)];
  return ALT(wording)(
    blocks.map((corners) => block(...corners.map(String))).join(", "),
    point(...start.map(String)),
    point(...goal.map(String)),
  );
}
