// The part of delaunator that the benches use: its package has no types.

export default class Delaunator {
  /** Points as x0, y0, x1, y1, ... */
  constructor(points: Float64Array);
  /** Three points for each triangle. */
  readonly triangles: Uint32Array;
  /** The opposite half-edge of each; -1 on the hull. */
  readonly halfedges: Int32Array;
}
