import type { GridMoves } from "./grid_instance.ts";
import { GridMap, type GridSource } from "./grid_map.ts";
import type { LengthArrays } from "./length_arrays.ts";
import { GridLabels } from "./_labels.ts";
import { writeLength } from "./_write_length.ts";
import { requireCorners } from "./_query.ts";

/**
 * A map prepared for lengths from one cell to many or to all, again and again: the kernel under
 * `GridDistances`, on ids and typed arrays, which allocates nothing that grows with the map for
 * each start where every cell costs 1.
 *
 * @example
 * ```ts
 * import { GridFlood } from "@alidade/core/kernels";
 * import { assertEquals } from "@std/assert";
 *
 * const flood = new GridFlood({ rows: ["...", ".#."] }, { neighbours: 4 });
 * const { map } = flood;
 * assertEquals(flood.flood(map.idOf(0, 0)), 5);
 * assertEquals(flood.straight[map.idOf(2, 1)], 3);
 *
 * const goals = Int32Array.of(map.idOf(1, 0), map.idOf(2, 0));
 * const lengths = { straight: new Float64Array(2), diagonal: new Int32Array(2) };
 * assertEquals(flood.writeLengths(map.idOf(0, 0), goals, lengths), 2);
 * assertEquals([...lengths.straight], [1, 2]);
 * ```
 */
export class GridFlood {
  /** The packed map. */
  readonly map: GridMap;
  readonly #labels: GridLabels;

  /**
   * Prepares a map.
   *
   * @param source the map
   * @param moves the moves
   * @throws RangeError or SyntaxError when the map or the moves are not well formed
   *
   * Cost: linear in the cells; 29 bytes an id, 33 where cells cost differently.
   */
  constructor(source: GridSource, moves: GridMoves) {
    const corners = requireCorners(moves);
    this.map = GridMap.from(source);
    this.#labels = new GridLabels(this.map, corners);
  }

  /**
   * Labels all cells with their lengths from a start.
   *
   * @param start the id of a free cell, from `map.idOf`
   * @returns how many cells are in reach, the start included
   *
   * Cost: linear in the cells where each costs 1, else the cells times the logarithm of their
   * number.
   */
  flood(start: number): number {
    return this.#labels.spread(start).count;
  }

  /** Whether the last flood reached an id. */
  reaches(id: number): boolean {
    return this.#labels.reaches(id);
  }

  /** The integer part of each reached id's length, after a flood. */
  get straight(): Float64Array {
    return this.#labels.straight;
  }

  /** The multiple of sqrt(2) in each reached id's length; of 32 bits where every cell costs 1. */
  get diagonal(): Int32Array | Float64Array {
    return this.#labels.diagonal;
  }

  /**
   * Writes the lengths from a start to some goals, labelling no farther than the last of them.
   *
   * @param start the id of a free cell
   * @param goals the ids of free cells
   * @param into where to write the parts of the lengths; -1 and 0 where a goal is out of reach
   * @returns how many goals are in reach
   * @throws RangeError for a part of 2^31 or more that is to be written to 32 bits
   */
  writeLengths(
    start: number,
    goals: Int32Array,
    into: LengthArrays,
  ): number {
    const labels = this.#labels.spread(start, { until: goals });
    const { straight, diagonal } = labels;
    let reached = 0;
    for (let i = 0; i < goals.length; i++) {
      const isReached = labels.reaches(goals[i]!);
      const goal = goals[i]!;
      writeLength(into, i, isReached ? straight[goal]! : -1, isReached ? diagonal[goal]! : 0);
      if (isReached) reached++;
    }
    return reached;
  }
}
