/**
 * Convex polygons that tile the free part of a plane, in flat arrays.
 *
 * A *slot* is one corner of one polygon; slot k also names the edge from its vertex to the next
 * one counter-clockwise (y up). A vertex at which two obstacles meet is split into one vertex for
 * each free fan around it, so that no path can squeeze through.
 */
export interface Mesh {
  /** The x of each vertex, an integer of at most 2^25. */
  readonly xs: Float64Array;
  /** The y of each vertex, an integer of at most 2^25. */
  readonly ys: Float64Array;
  /** Polygon p has the slots `starts[p]` to `starts[p + 1]`. */
  readonly starts: Int32Array;
  /** The vertex of each slot. */
  readonly vertices: Int32Array;
  /** The polygon of each slot. */
  readonly owners: Int32Array;
  /** The same edge seen from the polygon beyond it; -1 where an obstacle is. */
  readonly twins: Int32Array;
  /** 1 for each vertex around which a shortest path may turn. */
  readonly corners: Uint8Array;
  /** 1 for each vertex at which another free fan touches. */
  readonly pinched: Uint8Array;
}

/** A mesh as files describe it. */
export interface MeshSource {
  /** The vertices, integers of at most 2^25. */
  readonly points: readonly (readonly [x: number, y: number])[];
  /** The vertex numbers of each convex polygon, counter-clockwise with y up. */
  readonly polygons: readonly (readonly number[])[];
}
