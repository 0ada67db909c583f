import {
  type Form,
  list,
  NUMBER,
  OBJECT,
  oneOf,
  requireForm,
  tuple,
} from "../../../geometry/form.ts";
import type { Cell } from "./grid_map.ts";
import { DX, DY } from "./_steps.ts";

/** A direction on a map whose row 0 is north. */
export type CompassMove =
  | "north"
  | "northeast"
  | "east"
  | "southeast"
  | "south"
  | "southwest"
  | "west"
  | "northwest";

/** The directions, clockwise from north. */
export const COMPASS_MOVES: readonly CompassMove[] = [
  "north",
  "northeast",
  "east",
  "southeast",
  "south",
  "southwest",
  "west",
  "northwest",
];

/** One leg of a way: a turn, then steps straight ahead. */
export interface GridLeg {
  /** The direction the steps go. */
  readonly move: CompassMove;
  /** The turn before them, in degrees to the right: -135 to 180, a multiple of 45. */
  readonly turn: number;
  /** How many steps, 1 or more. */
  readonly steps: number;
  /** The leg in words: `"Turn left and go 3 steps forward."` */
  readonly words: string;
}

/** A way in words and numbers. */
export interface GridPathDescription {
  /** How many steps it has. */
  readonly steps: number;
  /** How many of its steps go another way than the step before; a first turn from the heading
   * is not one. */
  readonly turns: number;
  /** The direction of each step. */
  readonly moves: readonly CompassMove[];
  /** Its straight legs, with the turns between them. */
  readonly legs: readonly GridLeg[];
}

const CELL: Form = tuple(2, NUMBER, "[column, row]");
const CELLS: Form = list(CELL);
const HEADING: Form = oneOf(...COMPASS_MOVES);

/**
 * Describes a way: its steps, moves and turns, and each leg in words for somebody who begins it
 * facing `heading`.
 *
 * @param cells the cells of the way, each beside the one before
 * @param heading where one faces at the start
 * @returns the description; a way of one cell has no legs
 * @throws RangeError when two cells in a row are not neighbours
 *
 * @example
 * ```ts
 * import { describeGridPath } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const way = describeGridPath([[0, 0], [1, 0], [2, 0], [2, 1]], "north");
 * assertEquals(way.turns, 1);
 * assertEquals(way.legs.map((leg) => leg.words), [
 *   "Turn right and go 2 steps forward.",
 *   "Turn right and go 1 step forward.",
 * ]);
 * ```
 */
export function describeGridPath(
  cells: readonly Cell[],
  heading: CompassMove,
): GridPathDescription {
  requireForm(cells, CELLS, "cells");
  requireForm(heading, HEADING, "heading");
  const directions = cells.slice(1).map((cell, i) => directionOf(cells[i]!, cell, i + 1));
  const legs: GridLeg[] = [];
  let facing = COMPASS_MOVES.indexOf(heading);
  for (let i = 0; i < directions.length;) {
    const d = directions[i]!;
    let end = i + 1;
    while (end < directions.length && directions[end] === d) end++;
    legs.push(makeLeg(facing, d, end - i));
    facing = d;
    i = end;
  }
  return {
    steps: directions.length,
    turns: Math.max(0, legs.length - 1),
    moves: directions.map((d) => COMPASS_MOVES[d]!),
    legs,
  };
}

/**
 * The landmarks a way passes, in the order it passes them first.
 *
 * @param cells the cells of the way
 * @param landmarks the cell of each landmark, by name
 * @returns the names of those on the way; two on one cell stand in the order of their listing
 *
 * @example
 * ```ts
 * import { landmarksPassed } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const landmarks = { well: [2, 0], tree: [1, 0], barn: [5, 5] } as const;
 * assertEquals(landmarksPassed([[0, 0], [1, 0], [2, 0]], landmarks), ["tree", "well"]);
 * ```
 */
export function landmarksPassed(
  cells: readonly Cell[],
  landmarks: Readonly<Record<string, Cell>>,
): string[] {
  requireForm(cells, CELLS, "cells");
  requireForm(landmarks, OBJECT, "landmarks");
  for (const [name, cell] of Object.entries(landmarks)) {
    requireForm(cell, CELL, `landmarks.${name}`);
  }
  const namesAt = Map.groupBy(Object.keys(landmarks), (name) => landmarks[name]!.join());
  const passed = cells.flatMap((cell) => namesAt.get(cell.join()) ?? []);
  return [...new Set(passed)];
}

function directionOf([x, y]: Cell, [u, v]: Cell, step: number): number {
  const d = DX.findIndex((dx, i) => dx === u - x && DY[i] === v - y);
  if (d >= 0) return d;
  throw new RangeError(
    `Cannot describe way: step ${step} goes from (${x}, ${y}) to (${u}, ${v}), ` +
      `must go to a neighbour`,
  );
}

const TURN_WORDS: Readonly<Record<number, string>> = {
  0: "Go",
  45: "Turn half right and go",
  90: "Turn right and go",
  135: "Turn sharp right and go",
  180: "Turn around and go",
  [-135]: "Turn sharp left and go",
  [-90]: "Turn left and go",
  [-45]: "Turn half left and go",
};

function makeLeg(facing: number, d: number, steps: number): GridLeg {
  const eighths = d - facing + 8 & 7;
  const turn = eighths > 4 ? eighths * 45 - 360 : eighths * 45;
  const words = `${TURN_WORDS[turn]} ${steps} step${steps === 1 ? "" : "s"} forward.`;
  return { move: COMPASS_MOVES[d]!, turn, steps, words };
}
