import { OCTILE_KEY_LIMIT } from "../../../geometry/octile.ts";
import { exact, impossible, type Outcome } from "../../outcome.ts";
import type { CornerRule, GridMoves, GridPath } from "./grid_instance.ts";
import { type Cell, GridMap, type GridSource } from "./grid_map.ts";
import { LongSearch } from "./_long_search.ts";
import type { LengthArrays } from "./length_arrays.ts";
import { JumpSearch } from "./_jump_search.ts";
import { ManhattanSearch } from "./_manhattan_search.ts";
import { writeLength } from "./_write_length.ts";
import { requireCorners, requireFree } from "./_query.ts";
import { ROW_SEARCH_LIMIT, RowSearch } from "./_row_search.ts";
import { StepSearch } from "./_step_search.ts";
import type { WaySearch } from "./_way_search.ts";

/**
 * A map prepared for many questions. Its working arrays are made once and reused, so it answers
 * one question at a time.
 *
 * Where every cell costs 1 it searches, with 8 neighbours, by jump points, 32 cells at once; with 4
 * neighbours by A* a row at once on maps of at most 32 columns, else on two stacks. Where cells
 * cost differently it searches by A* on a heap.
 *
 * @example
 * ```ts
 * import { GridRouter } from "@alidade/core/kernels";
 * import { assert, assertEquals } from "@std/assert";
 *
 * const map = { rows: ["...", ".#.", "..."] };
 * const router = new GridRouter(map, { neighbours: 8, corners: "both-free" });
 *
 * const answer = router.solve([0, 0], [2, 0]);
 * if (answer.status !== "exact") throw new Error(answer.status);
 * assertEquals(answer.value.length, { straight: 2, diagonal: 0 });
 *
 * // The same without a word or an object:
 * const id = (x: number, y: number) => router.map.idOf(x, y);
 * assert(router.search(id(0, 1), id(2, 1)));
 * assertEquals([router.straight, router.diagonal], [4, 0]);
 * const way = new Int32Array(router.map.freeCount);
 * assertEquals(router.writeWay(way), 5);
 * ```
 */
export class GridRouter {
  /** The packed map. */
  readonly map: GridMap;
  readonly #search: WaySearch;
  readonly #way: Int32Array;

  /**
   * Prepares a map.
   *
   * @param source the map
   * @param moves the moves
   * @throws RangeError or SyntaxError when the map or the moves are not well formed
   *
   * Cost: linear in the words of the map for jump points, else in its cells.
   */
  constructor(source: GridSource, moves: GridMoves) {
    const corners = requireCorners(moves);
    this.map = GridMap.from(source);
    this.#way = new Int32Array(this.map.freeCount);
    this.#search = corners === null ? fourSearch(this.map) : eightSearch(this.map, corners);
  }

  /**
   * Finds a shortest way between two cells.
   *
   * @param start where it begins
   * @param goal where it ends
   * @returns `exact` with the length and one way of that length, or `impossible`
   * @throws RangeError when an end is outside the map or blocked
   */
  solve(start: Cell, goal: Cell): Outcome<GridPath> {
    const from = requireFree(this.map, start, "start");
    const to = requireFree(this.map, goal, "goal");
    if (!this.search(from, to)) {
      return impossible(`no way leads from (${start.join(", ")}) to (${goal.join(", ")})`);
    }
    const way = this.#way.subarray(0, this.writeWay(this.#way));
    return exact({
      length: { straight: this.straight, diagonal: this.diagonal },
      cells: Array.from(way, (id) => this.map.cellOf(id)),
    });
  }

  /**
   * The kernel of {@link GridRouter.solve}: searches between two ids, which must be those of free
   * cells, and allocates nothing.
   *
   * @param start the id of the start, from `map.idOf`
   * @param goal the id of the goal
   * @returns whether there is a way
   */
  search(start: number, goal: number): boolean {
    return this.#search.search(start, goal);
  }

  /**
   * Answers many questions: {@link GridRouter.search} for each pair of ids.
   *
   * @param starts the ids of the starts
   * @param goals the ids of the goals, as many
   * @param into where to write the parts of the lengths; -1 and 0 where there is no way
   * @returns for how many pairs there is a way
   * @throws RangeError for a part of 2^31 or more that is to be written to 32 bits
   */
  writeLengths(
    starts: Int32Array,
    goals: Int32Array,
    into: LengthArrays,
  ): number {
    let found = 0;
    for (let i = 0; i < starts.length; i++) {
      const isFound = this.search(starts[i]!, goals[i]!);
      writeLength(into, i, isFound ? this.straight : -1, isFound ? this.diagonal : 0);
      if (isFound) found++;
    }
    return found;
  }

  /** The integer part of the length the last search found. */
  get straight(): number {
    return this.#search.straight;
  }

  /** The multiple of sqrt(2) in it. */
  get diagonal(): number {
    return this.#search.diagonal;
  }

  /**
   * Writes the ids of the way the last search found, both ends included.
   *
   * @param into an array with room for the way; `map.freeCount` is always enough
   * @returns how many ids the way has
   */
  writeWay(into: Int32Array): number {
    return this.#search.writeWay(into);
  }
}

function fourSearch(map: GridMap): WaySearch {
  if (map.costs !== null) return new StepSearch(map, null);
  const { width, height } = ROW_SEARCH_LIMIT;
  const fits = map.width <= width && map.height <= height;
  return fits ? new RowSearch(map) : new ManhattanSearch(map);
}

function eightSearch(map: GridMap, corners: CornerRule): WaySearch {
  const fast = map.costs === null ? new JumpSearch(map, corners) : new StepSearch(map, corners);
  return longestWay(map) < OCTILE_KEY_LIMIT ? fast : new LongSearch(map, fast, corners);
}

/** No way that visits no cell twice is longer than this. */
function longestWay({ costs, freeCount }: GridMap): number {
  const total = costs === null ? freeCount : costs.reduce((sum, cost) => sum + cost, 0);
  return total * Math.SQRT2;
}
