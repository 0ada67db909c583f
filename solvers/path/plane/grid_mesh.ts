import type { GridMap } from "../grid/grid_map.ts";
import { buildMesh } from "./mesh.ts";
import type { Mesh } from "./mesh_instance.ts";

/**
 * A mesh of a grid map, with the polygon each cell lies in; cell (x, y) is the unit square from
 * (x, y) to (x + 1, y + 1).
 */
export interface GridMesh {
  /** The free cells, merged into rectangles. */
  readonly mesh: Mesh;
  /** The polygon of each cell, -1 for a blocked one. */
  readonly polygons: Int32Array;
  /** Cells a row. */
  readonly width: number;
  /** Rows. */
  readonly height: number;
}

/**
 * Merges the free cells of a grid map into rectangles, as a mesh whose points are cell corners.
 *
 * @param map the map; costs play no part
 * @returns the mesh, and the rectangle of each cell
 *
 * Cost: linear in the number of cells.
 *
 * @example
 * ```ts
 * import { GridMap, gridMesh } from "@alidade/core/kernels";
 * import { assertEquals } from "@std/assert";
 *
 * const { mesh } = gridMesh(GridMap.from({ rows: ["..", ".#"] }));
 * assertEquals(mesh.starts.length - 1, 2);
 * ```
 */
export function gridMesh(map: GridMap): GridMesh {
  const { width, height } = map;
  const rectangles: Rectangle[] = [];
  const polygons = mergeCells(map, rectangles);
  const at = (x: number, y: number) =>
    x < 0 || y < 0 || x >= width || y >= height ? -1 : polygons[y * width + x]!;
  const numbers = new Map<number, number>();
  const points: [number, number][] = [];
  const vertex = (x: number, y: number) => {
    const key = y * (width + 1) + x;
    let v = numbers.get(key);
    if (v === undefined) {
      v = points.push([x, y]) - 1;
      numbers.set(key, v);
    }
    return v;
  };
  const outline = (r: Rectangle) => boundary(r, at).map(([x, y]) => vertex(x, y));
  return {
    mesh: buildMesh({ polygons: rectangles.map(outline), points }),
    polygons,
    width,
    height,
  };
}

interface Rectangle {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Grows each rectangle right from its first free cell, then down while whole rows are free. */
function mergeCells(map: GridMap, rectangles: Rectangle[]): Int32Array {
  const { width, height } = map;
  const polygons = new Int32Array(width * height).fill(-1);
  const open = (x: number, y: number) => map.isFree(x, y) && polygons[y * width + x] === -1;
  for (let y0 = 0; y0 < height; y0++) {
    for (let x0 = 0; x0 < width; x0++) {
      if (!open(x0, y0)) continue;
      let x1 = x0 + 1;
      while (x1 < width && open(x1, y0)) x1++;
      let y1 = y0 + 1;
      while (y1 < height && isRowOpen(open, { x0, x1, y: y1 })) y1++;
      for (let y = y0; y < y1; y++) {
        polygons.fill(rectangles.length, y * width + x0, y * width + x1);
      }
      rectangles.push({ x0, y0, x1, y1 });
    }
  }
  return polygons;
}

/** Whether every cell of the run is free and not yet part of a rectangle. */
function isRowOpen(
  open: (x: number, y: number) => boolean,
  run: { x0: number; x1: number; y: number },
): boolean {
  for (let x = run.x0; x < run.x1; x++) if (!open(x, run.y)) return false;
  return true;
}

/** The corners of a rectangle and every point on its sides where the neighbour changes. */
function boundary(r: Rectangle, at: (x: number, y: number) => number): [number, number][] {
  const points: [number, number][] = [];
  for (let x = r.x0; x < r.x1; x++) {
    if (x === r.x0 || at(x, r.y0 - 1) !== at(x - 1, r.y0 - 1)) points.push([x, r.y0]);
  }
  for (let y = r.y0; y < r.y1; y++) {
    if (y === r.y0 || at(r.x1, y) !== at(r.x1, y - 1)) points.push([r.x1, y]);
  }
  for (let x = r.x1; x > r.x0; x--) {
    if (x === r.x1 || at(x - 1, r.y1) !== at(x, r.y1)) points.push([x, r.y1]);
  }
  for (let y = r.y1; y > r.y0; y--) {
    if (y === r.y1 || at(r.x0 - 1, y - 1) !== at(r.x0 - 1, y)) points.push([r.x0, y]);
  }
  return points;
}
