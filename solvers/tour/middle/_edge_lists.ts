/** The edges that may lie in a tour, by point. */
export interface EdgeLists {
  /** `costs[u * n + v]`. */
  readonly costs: Float64Array;
  /** The points that an edge joins to v stand from `v * n` on. */
  readonly lists: Int16Array;
  /** How many these are. */
  readonly counts: Int32Array;
}

/** Lists every edge that is not forbidden. */
export function listEdges(n: number, costs: Float64Array, state: Int8Array): EdgeLists {
  const lists = new Int16Array(n * n);
  const counts = new Int32Array(n);
  for (let u = 0; u < n; u++) {
    for (let v = 0; v < n; v++) {
      if (u !== v && state[u * n + v] !== -1) lists[u * n + counts[u]!++] = v;
    }
  }
  return { costs, lists, counts };
}
