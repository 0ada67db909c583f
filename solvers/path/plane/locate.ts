import Flatbush from "flatbush";
import { orientation } from "../../../geometry/orientation.ts";
import { nextSlot } from "./_fans.ts";
import type { Mesh } from "./mesh_instance.ts";

/**
 * Finds the polygons of a mesh that a point lies in or on.
 *
 * @example
 * ```ts
 * import { buildMesh, MeshLocator } from "@alidade/core/kernels";
 * import { assertEquals } from "@std/assert";
 *
 * const mesh = buildMesh({ points: [[0, 0], [4, 0], [0, 4]], polygons: [[0, 1, 2]] });
 * const locator = new MeshLocator(mesh);
 * assertEquals(locator.polygonsAt(2, 2), [0]);
 * assertEquals(locator.polygonsAt(3, 3), []);
 * ```
 */
export class MeshLocator {
  readonly #mesh: Mesh;
  readonly #index: Flatbush;

  /**
   * Indexes the polygons by their boxes.
   *
   * @param mesh the mesh, of one polygon or more
   */
  constructor(mesh: Mesh) {
    this.#mesh = mesh;
    const { starts, vertices, xs, ys } = mesh;
    this.#index = new Flatbush(starts.length - 1);
    for (let p = 0; p + 1 < starts.length; p++) {
      let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
      for (const v of vertices.subarray(starts[p], starts[p + 1])) {
        x0 = Math.min(x0, xs[v]!);
        y0 = Math.min(y0, ys[v]!);
        x1 = Math.max(x1, xs[v]!);
        y1 = Math.max(y1, ys[v]!);
      }
      this.#index.add(x0, y0, x1, y1);
    }
    this.#index.finish();
  }

  /**
   * The polygons that hold a point, exactly.
   *
   * @param x an integer of at most 2^25
   * @param y likewise
   * @returns polygon numbers, ascending; none where an obstacle is
   */
  polygonsAt(x: number, y: number): number[] {
    return this.#index.search(x, y, x, y, (p) => this.#holds(p, x, y)).sort((a, b) => a - b);
  }

  #holds(p: number, x: number, y: number): boolean {
    const { starts, vertices, xs, ys } = this.#mesh;
    for (let slot = starts[p]!; slot < starts[p + 1]!; slot++) {
      const a = vertices[slot]!;
      const b = vertices[nextSlot(this.#mesh, slot)]!;
      if (orientation(xs[a]!, ys[a]!, xs[b]!, ys[b]!, x, y) < 0) return false;
    }
    return true;
  }
}
