import { compareOctiles } from "../../../geometry/octile_pair.ts";
import { exact, type Outcome } from "../../outcome.ts";
import type { GridInstance } from "./grid_instance.ts";
import type { Cell } from "./grid_map.ts";
import { GridLabels } from "./_labels.ts";
import { OptimalWays } from "./_optimal_ways.ts";
import { toGridQuery, unreachable } from "./_query.ts";

/** What all the shortest ways of an instance have in common. */
export interface NecessaryCells {
  /** The cells on every shortest way, in the order they are passed, both ends included. */
  readonly cells: readonly Cell[];
  /** The steps on every shortest way, in that order. */
  readonly steps: readonly (readonly [from: Cell, to: Cell])[];
}

/**
 * Finds the cells and the steps that every shortest way uses.
 *
 * @param instance the map, the moves and the two ends
 * @returns `exact` with the cells and steps, or `impossible` when the goal is out of reach
 * @throws RangeError or SyntaxError when the instance is not well formed
 *
 * Cost: two labellings of the map, and the steps of all shortest ways; where cells that cost
 * nothing form rounds, one labelling for each cell of a way.
 *
 * @example
 * ```ts
 * import { necessaryGridCells } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const map = { rows: ["..#..", ".....", "..#.."] };
 * const answer = necessaryGridCells({ map, neighbours: 4, start: [0, 0], goal: [4, 2] });
 * if (answer.status !== "exact") throw new Error(answer.status);
 * assertEquals(answer.value.cells, [[0, 0], [1, 1], [2, 1], [3, 1], [4, 2]]);
 * assertEquals(answer.value.steps, [[[1, 1], [2, 1]], [[2, 1], [3, 1]]]);
 * ```
 */
export function necessaryGridCells(instance: GridInstance): Outcome<NecessaryCells> {
  const query = toGridQuery(instance);
  const ways = new OptimalWays(query);
  if (ways.length === null) return unreachable(query);
  const order = ways.order();
  const { map } = query;
  const { cells, steps } = order === null ? byRemoval(ways) : byOrder(ways, order);
  return exact({
    cells: cells.map((id) => map.cellOf(id)),
    steps: steps.map(([u, v]) => [map.cellOf(u), map.cellOf(v)] as const),
  });
}

interface NecessaryIds {
  readonly cells: number[];
  readonly steps: [number, number][];
}

/**
 * A cell is on every way iff no step leads over it, from a cell before it in the order to one
 * behind it; a step iff its first cell is, and has no other step.
 */
function byOrder(ways: OptimalWays, order: readonly number[]): NecessaryIds {
  const place = new Map(order.map((id, i) => [id, i]));
  const cells: number[] = [];
  const steps: [number, number][] = [];
  let farthest = 0;
  for (const [i, u] of order.entries()) {
    const next = ways.next(u);
    if (farthest <= i) {
      cells.push(u);
      if (next.length === 1) steps.push([u, next[0]!]);
    }
    for (const v of next) farthest = Math.max(farthest, place.get(v)!);
  }
  return { cells, steps };
}

/** A cell of one way is on all of them iff without it the length grows; so is a step. */
function byRemoval(ways: OptimalWays): NecessaryIds {
  const { map, corners, start, goal } = ways.query;
  const way = ways.from.wayTo(goal);
  const within = new Uint8Array(map.idCount).fill(1);
  const shortest = ways.from.lengthOf(goal);
  const cells = way.filter((id) => {
    if (id === start || id === goal) return true;
    within[id] = 0;
    const rest = new GridLabels(map, corners).spread(start, { within, until: [goal] });
    within[id] = 1;
    return !rest.reaches(goal) || compareOctiles(rest.lengthOf(goal), shortest) > 0;
  });
  const always = new Set(cells);
  const steps = way.slice(0, -1).map((u, i): [number, number] => [u, way[i + 1]!])
    .filter(([u, v]) => always.has(u) && always.has(v) && isOnlyStep(ways, u, v));
  return { cells, steps };
}

/** Whether the ways from u, a necessary cell, all go on to v, given that v is necessary too. */
function isOnlyStep(ways: OptimalWays, u: number, v: number): boolean {
  const { map, corners, goal } = ways.query;
  const within = new Uint8Array(map.idCount).fill(1);
  for (const other of ways.next(u)) {
    if (other === v) continue;
    within[u] = 0;
    const rest = new GridLabels(map, corners).spread(other, { within, until: [goal] });
    within[u] = 1;
    const straight = ways.from.straight[other]! + rest.straight[goal]!;
    const diagonal = ways.from.diagonal[other]! + rest.diagonal[goal]!;
    const { length } = ways;
    if (!rest.reaches(goal)) continue;
    if (straight === length!.straight && diagonal === length!.diagonal) return false;
  }
  return true;
}
