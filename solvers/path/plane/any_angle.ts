import { type GridMesh, gridMesh } from "./grid_mesh.ts";
import type { GridMap } from "../grid/grid_map.ts";
import { type MeshPath, Polyanya } from "./polyanya.ts";

/**
 * On which side of a double corner a path starts or ends. A double corner is where two blocked
 * cells meet and two free ones between them: those are its two sides, and no path passes from one
 * to the other there. Side 0 is that of the point's own cell, or of the cell above it where its own
 * is blocked.
 */
export interface CornerSides {
  /** The start's side; either when absent. It matters at double corners only. */
  readonly startSide?: 0 | 1;
  /** The goal's side, likewise. */
  readonly goalSide?: 0 | 1;
}

/**
 * Euclidean shortest paths between the cell corners of a grid map: along and around blocked
 * cells, never across one, and never between two blocked cells that meet at a corner. The point
 * (x, y) is the top left corner of the cell (x, y).
 *
 * @example
 * ```ts
 * import { AnyAngle, GridMap } from "@alidade/core/kernels";
 * import { assertEquals } from "@std/assert";
 *
 * const routes = new AnyAngle(GridMap.from({ rows: ["...", ".#.", "..."] }));
 * assertEquals(routes.path([0, 0], [3, 3])?.squares, [5, 5]);
 * ```
 */
export class AnyAngle {
  readonly #map: GridMap;
  readonly #grid: GridMesh;
  readonly #search: Polyanya;

  /**
   * Prepares a map for many queries.
   *
   * @param map the map; costs play no part
   */
  constructor(map: GridMap) {
    this.#map = map;
    this.#grid = gridMesh(map);
    this.#search = new Polyanya(this.#grid.mesh);
  }

  /**
   * The shortest path between two cell corners.
   *
   * @param start a cell corner, integers from 0 to the width or height
   * @param goal likewise
   * @param sides on which side of a double corner to start and end; either when absent
   * @returns the path, or null when there is none
   * @throws RangeError for a point outside the map
   *
   * Cost: some microseconds for near points to some milliseconds across a map of 10^6 cells.
   */
  path(
    start: readonly [x: number, y: number],
    goal: readonly [x: number, y: number],
    sides: CornerSides = {},
  ): MeshPath | null {
    const startPolygons = this.#polygons(start, sides.startSide);
    const goalPolygons = this.#polygons(goal, sides.goalSide);
    return this.#search.search({ start, goal, startPolygons, goalPolygons });
  }

  /**
   * Whether a cell corner is a double corner, so that paths from its two sides differ.
   *
   * @param point a cell corner
   * @returns true where two blocked cells meet and two free ones between them
   */
  isDoubleCorner(point: readonly [x: number, y: number]): boolean {
    const [leftAbove, rightAbove, leftBelow, own] = this.#around(point);
    return leftAbove === own && rightAbove === leftBelow && own !== leftBelow;
  }

  /** Whether the cells left above, right above, left below and right below are free. */
  #around([x, y]: readonly [number, number]): [boolean, boolean, boolean, boolean] {
    const map = this.#map;
    return [
      map.isFree(x - 1, y - 1),
      map.isFree(x, y - 1),
      map.isFree(x - 1, y),
      map.isFree(x, y),
    ];
  }

  #polygons(point: readonly [number, number], side: 0 | 1 | undefined): number[] {
    const [x, y] = point;
    const { width, height } = this.#map;
    const isCorner = Number.isInteger(x) && Number.isInteger(y) && x >= 0 && y >= 0 &&
      x <= width && y <= height;
    if (!isCorner) {
      throw new RangeError(
        `Cannot route from or to (${x}, ${y}), must be a cell corner from (0, 0) to ` +
          `(${width}, ${height})`,
      );
    }
    const cells = [[x, y], [x, y - 1], [x - 1, y], [x - 1, y - 1]] as const;
    const free = cells.filter(([cx, cy]) => this.#map.isFree(cx, cy));
    const used = side !== undefined && this.isDoubleCorner(point) ? [free[side]!] : free;
    return [...new Set(used.map(([cx, cy]) => this.#grid.polygons[cy * width + cx]!))];
  }
}
