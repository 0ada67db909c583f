/** Arcs from each node to more important ones, by rank. */
export interface UpwardArcs {
  /** Where the arcs of the node of each rank begin. */
  readonly offsets: Int32Array;
  /** The rank of the other end, ascending within a node. */
  readonly heads: Int32Array;
  /** The whole weight. */
  readonly weights: Int32Array | Float64Array;
  /** The rank of the node a shortcut leads over; `~edge` for an edge of the graph. */
  readonly vias: Int32Array;
}
