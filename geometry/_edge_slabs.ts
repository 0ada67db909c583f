/** Edges of a polygon sorted into horizontal slabs, so that a query sees only those near its y. */
export class EdgeSlabs {
  /** Where the edges of each slab begin, and where the last one ends. */
  readonly starts: Uint32Array;
  /** ax, ay, bx, by of each edge, slab after slab; an edge is in every slab that it meets. */
  readonly edges: Float64Array;
  readonly #minY: number;
  readonly #perUnit: number;
  readonly #last: number;

  constructor(coordinates: Float64Array, ringStarts: Uint32Array, minY: number, maxY: number) {
    const count = slabCount(coordinates, ringStarts, maxY - minY);
    this.#minY = minY;
    this.#perUnit = count / (maxY - minY);
    this.#last = count - 1;
    const starts = new Uint32Array(count + 1);
    forEachEdge(coordinates, ringStarts, (_ax, ay, _bx, by) => {
      const high = this.at(Math.max(ay, by));
      for (let slab = this.at(Math.min(ay, by)); slab <= high; slab++) starts[slab + 1]!++;
    });
    for (let slab = 0; slab < count; slab++) starts[slab + 1]! += starts[slab]!;
    const edges = new Float64Array(4 * starts[count]!);
    const next = starts.slice();
    forEachEdge(coordinates, ringStarts, (ax, ay, bx, by) => {
      const high = this.at(Math.max(ay, by));
      for (let slab = this.at(Math.min(ay, by)); slab <= high; slab++) {
        const at = 4 * next[slab]!++;
        edges[at] = ax;
        edges[at + 1] = ay;
        edges[at + 2] = bx;
        edges[at + 3] = by;
      }
    });
    this.starts = starts;
    this.edges = edges;
  }

  /** The slab of a y from minY to maxY. Rounding is monotone: no edge that meets y is missed. */
  at(y: number): number {
    const slab = Math.floor((y - this.#minY) * this.#perUnit);
    return slab < this.#last ? slab : this.#last;
  }
}

/** As many slabs as keep the copies of edges below four a corner, whatever the shape. */
function slabCount(coordinates: Float64Array, ringStarts: Uint32Array, height: number): number {
  let sum = 0;
  forEachEdge(coordinates, ringStarts, (_ax, ay, _bx, by) => {
    sum += Math.abs(by - ay);
  });
  const corners = coordinates.length / 2;
  return Math.max(1, Math.min(corners, Math.floor(3 * corners * height / sum), 4096));
}

/** Calls back with the two ends of every edge, ring after ring. */
export function forEachEdge(
  coordinates: Float64Array,
  ringStarts: Uint32Array,
  visit: (ax: number, ay: number, bx: number, by: number) => void,
): void {
  for (let ring = 0; ring + 1 < ringStarts.length; ring++) {
    const end = 2 * ringStarts[ring + 1]!;
    for (let i = 2 * ringStarts[ring]!, j = end - 2; i < end; j = i, i += 2) {
      visit(coordinates[j]!, coordinates[j + 1]!, coordinates[i]!, coordinates[i + 1]!);
    }
  }
}
