/** The inside of a feature, as row or column of a matrix. */
export const INSIDE = 0;
/** The boundary. */
export const BOUNDARY = 1;
/** All else. */
export const OUTSIDE = 2;

/** Nothing is shared. */
export const NONE = -1;

/**
 * A matrix of the nine intersections that is being filled: the greatest dimension of what the
 * inside, boundary and outside of one feature share with those of another, -1 for nothing.
 */
export class Matrix {
  /** Row by row. */
  readonly cells: Int8Array = new Int8Array(9).fill(NONE);

  /** Notes that something of a dimension is shared. */
  set(row: number, column: number, dimension: number): void {
    const at = 3 * row + column;
    if (this.cells[at]! < dimension) this.cells[at] = dimension;
  }

  /** The usual nine characters: 0, 1, 2 or F, row by row. */
  toString(): string {
    let text = "";
    for (const dimension of this.cells) text += dimension === NONE ? "F" : dimension;
    return text;
  }
}
