import {
  type Form,
  FRAME,
  list,
  NUMBER,
  OBJECT,
  optional,
  record,
  requireForm,
  TEXT,
  tuple,
} from "../../../geometry/form.ts";
import { compareOctiles, type Octile } from "../../../geometry/octile.ts";
import type { GivenGridPath } from "./given_grid_path.ts";
import type { CornerRule, GridInstance } from "./grid_instance.ts";
import type { Cell, GridMap } from "./grid_map.ts";
import { GridLabels } from "./_labels.ts";
import { stepFault } from "./_legal_step.ts";
import { toGridQuery } from "./_query.ts";
import { readGiven } from "./_read_given.ts";

/** What is to be said of a given way. */
export interface GridPathJudgement {
  /** Whether it leads from the start to the goal by allowed steps. */
  readonly valid: boolean;
  /** Whether it is valid and no way is shorter. */
  readonly optimal: boolean;
  /** The first thing wrong with it, in words; null where it is valid. */
  readonly fault: string | null;
  /** Its length where it is valid. */
  readonly length: Octile | null;
  /** The shortest length; null when the goal is out of reach. */
  readonly shortest: Octile | null;
}

const PAIR: Form = tuple(2, NUMBER, "[x, y]");
const FORMS: Readonly<Record<string, Form>> = {
  cells: record({ cells: list(PAIR) }),
  moves: record({ moves: list(TEXT) }),
  labels: record({ labels: list(TEXT), cellOf: OBJECT }),
  coordinates: record({ coordinates: list(PAIR), frame: FRAME, origin: optional(PAIR) }),
};
const GIVEN: Form = (value) => {
  const name = Object.keys(FORMS).find((name) => OBJECT(value) === null && name in Object(value));
  return FORMS[name ?? "cells"]!(value);
};

/**
 * Judges a way that somebody gave: is it allowed, and is it a shortest one?
 *
 * @param instance the map, the moves and the two ends
 * @param given the way as cells, moves, labels or coordinates
 * @returns whether it is valid and optimal, its length, and the first fault
 * @throws RangeError or SyntaxError when the instance is not well formed; a bad way is judged, not
 * thrown at
 *
 * Cost: one labelling of the map.
 *
 * @example
 * ```ts
 * import { judgeGridPath } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const map = { rows: ["..#", "..."] };
 * const judgement = judgeGridPath(
 *   { map, neighbours: 4, start: [0, 0], goal: [2, 1] },
 *   { moves: ["right", "right", "down"] },
 * );
 * assertEquals(judgement.fault, "step 2, from (1, 0) to (2, 0), enters a blocked cell");
 * ```
 */
export function judgeGridPath(instance: GridInstance, given: GivenGridPath): GridPathJudgement {
  const { map, corners, start, goal } = toGridQuery(instance);
  requireForm(given, GIVEN, "way");
  const labels = new GridLabels(map, corners).spread(start, { until: [goal] });
  const shortest = labels.reaches(goal) ? labels.lengthOf(goal) : null;
  const read = readGiven(given, map, instance.start);
  const fault = beginFault(instance, read.cells) ?? stepsFault(map, corners, read.cells) ??
    read.fault ?? endFault(instance, read.cells);
  if (fault !== null) return { valid: false, optimal: false, fault, length: null, shortest };
  const length = lengthOf(map, read.cells);
  const optimal = shortest !== null && compareOctiles(length, shortest) === 0;
  return { valid: true, optimal, fault: null, length, shortest };
}

function stepsFault(
  map: GridMap,
  corners: CornerRule | null,
  cells: readonly Cell[],
): string | null {
  for (let i = 1; i < cells.length; i++) {
    const [from, to] = [cells[i - 1]!, cells[i]!];
    const fault = stepFault(map, corners, from, to);
    if (fault !== null) return `step ${i}, from ${words(from)} to ${words(to)}, ${fault}`;
  }
  return null;
}

function beginFault({ start }: GridInstance, cells: readonly Cell[]): string | null {
  const first = cells[0];
  if (first === undefined) return null;
  return same(first, start) ? null : `the way begins at ${words(first)}, not at ${words(start)}`;
}

function endFault({ goal }: GridInstance, cells: readonly Cell[]): string | null {
  const last = cells.at(-1);
  if (last === undefined) return "the way has no cells";
  return same(last, goal) ? null : `the way ends at ${words(last)}, not at ${words(goal)}`;
}

function lengthOf(map: GridMap, cells: readonly Cell[]): Octile {
  let straight = 0;
  let diagonal = 0;
  for (let i = 1; i < cells.length; i++) {
    const [x, y] = cells[i]!;
    const cost = map.costAt(x, y)!;
    if (x === cells[i - 1]![0] || y === cells[i - 1]![1]) straight += cost;
    else diagonal += cost;
  }
  return { straight, diagonal };
}

function same(a: Cell, b: Cell): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

function words([x, y]: Cell): string {
  return `(${x}, ${y})`;
}
