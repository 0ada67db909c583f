import type { Octile } from "../../../geometry/octile.ts";
import type { GridMoves, GridPath } from "./grid_instance.ts";
import { type Cell, GridMap, type GridSource } from "./grid_map.ts";
import { GridLabels } from "./_labels.ts";
import { requireCorners, requireFree } from "./_query.ts";

/** A map, the moves, and the one cell from which all is measured. */
export interface GridOrigin extends GridMoves {
  /** The map. */
  readonly map: GridSource;
  /** The cell. */
  readonly start: Cell;
}

/**
 * The shortest lengths from one cell of a grid to all others.
 *
 * Cost: made in time linear in the cells where each costs 1, else the cells times the logarithm
 * of their number; each answer then takes constant time, a path its steps.
 *
 * @example
 * ```ts
 * import { GridDistances } from "@alidade/core/kernels";
 * import { assertEquals } from "@std/assert";
 *
 * const map = { rows: ["..#.", "..#."] };
 * const distances = new GridDistances({ map, neighbours: 4, start: [0, 0] });
 * assertEquals(distances.lengthTo([1, 1]), { straight: 2, diagonal: 0 });
 * assertEquals(distances.lengthTo([3, 0]), null);
 * ```
 */
export class GridDistances {
  /** The packed map. */
  readonly map: GridMap;
  readonly #labels: GridLabels;

  /**
   * Labels the map.
   *
   * @param origin the map, the moves and the start
   * @throws RangeError or SyntaxError when they are not well formed
   */
  constructor(origin: GridOrigin) {
    const corners = requireCorners(origin);
    this.map = GridMap.from(origin.map);
    const start = requireFree(this.map, origin.start, "start");
    this.#labels = new GridLabels(this.map, corners).spread(start);
  }

  /** How many cells are in reach, the start included. */
  get reachedCount(): number {
    return this.#labels.count;
  }

  /** The shortest length to a cell; null where it is out of reach, blocked or outside. */
  lengthTo([x, y]: Cell): Octile | null {
    const id = this.map.isFree(x, y) ? this.map.idOf(x, y) : 0;
    return this.#labels.reaches(id) ? this.#labels.lengthOf(id) : null;
  }

  /** A shortest way to a cell; null where it is out of reach, blocked or outside. */
  pathTo(cell: Cell): GridPath | null {
    const length = this.lengthTo(cell);
    if (length === null) return null;
    const ids = this.#labels.wayTo(this.map.idOf(cell[0], cell[1]));
    return { length, cells: ids.map((id) => this.map.cellOf(id)) };
  }

  /** The reached cells, none before a cell that is a whole step nearer. */
  *reached(): Iterable<Cell> {
    const { order, count } = this.#labels;
    for (let i = 0; i < count; i++) yield this.map.cellOf(order[i]!);
  }
}
