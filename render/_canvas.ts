/** How the signed area under the edges of a shape becomes coverage. */
export type FillRule = "nonzero" | "evenodd";

/**
 * A picture of 3 bytes a pixel, and an accumulator of edges for anti-aliasing by exact area.
 *
 * An edge adds to the cells it crosses the area to its right, and to the cell behind the rest, so
 * that the running sum along a row is how much of each pixel is covered (R. Levien, font-rs).
 */
export class Canvas {
  readonly width: number;
  readonly height: number;
  /** The rows from the top, each a 0, the PNG filter "none", and its pixels. */
  readonly rows: Uint8Array<ArrayBuffer>;

  readonly #stride: number;
  readonly #sums: Float32Array;
  /** The touched cells of each row; first > last where there are none. */
  readonly #first: Int32Array;
  readonly #last: Int32Array;
  #top: number;
  #bottom = -1;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.rows = new Uint8Array((1 + 3 * width) * height);
    this.#stride = width + 2;
    this.#sums = new Float32Array(this.#stride * height);
    this.#first = new Int32Array(height).fill(this.#stride);
    this.#last = new Int32Array(height).fill(-1);
    this.#top = height;
  }

  /** Fills the paper with one colour. */
  clear(colour: string): void {
    const [red, green, blue] = channels(colour);
    const length = 1 + 3 * this.width;
    for (let i = 1; i < length; i += 3) {
      this.rows[i] = red;
      this.rows[i + 1] = green;
      this.rows[i + 2] = blue;
    }
    for (let y = 1; y < this.height; y++) this.rows.copyWithin(y * length, 0, length);
  }

  /** Adds a closed polygon of `count` points, x and y by turns, to the shape to come. */
  addPolygon(points: ArrayLike<number>, count: number): void {
    let x = points[2 * count - 2]!;
    let y = points[2 * count - 1]!;
    for (let i = 0; i < count; i++) {
      this.addEdge(x, y, points[2 * i]!, points[2 * i + 1]!);
      x = points[2 * i]!;
      y = points[2 * i + 1]!;
    }
  }

  /** Adds one edge of a closed outline to the shape to come. */
  addEdge(x0: number, y0: number, x1: number, y1: number): void {
    if (y0 === y1) return;
    if (y0 > y1) this.#addDown(x1, y1, x0, y0, -1);
    else this.#addDown(x0, y0, x1, y1, 1);
  }

  #addDown(x0: number, y0: number, x1: number, y1: number, sign: number): void {
    const from = Math.max(0, Math.floor(y0));
    const to = Math.min(this.height, Math.ceil(y1));
    if (from >= to) return;
    if (from < this.#top) this.#top = from;
    if (to - 1 > this.#bottom) this.#bottom = to - 1;
    const slope = (x1 - x0) / (y1 - y0);
    for (let row = from; row < to; row++) {
      const above = Math.max(row, y0);
      const below = Math.min(row + 1, y1);
      const start = this.#clamp(x0 + (above - y0) * slope);
      const end = this.#clamp(x0 + (below - y0) * slope);
      this.#addInRow(row, Math.min(start, end), Math.max(start, end), (below - above) * sign);
    }
  }

  #clamp(x: number): number {
    return x < 0 ? 0 : x > this.width ? this.width : x;
  }

  /** The part of an edge in one row: from `left` to `right`, `drop` high, signed. */
  #addInRow(row: number, left: number, right: number, drop: number): void {
    const sums = this.#sums;
    const first = Math.floor(left);
    const last = Math.ceil(right);
    const base = row * this.#stride;
    if (first < this.#first[row]!) this.#first[row] = first;
    if (last <= first + 1) {
      const beside = (left + right) / 2 - first;
      sums[base + first]! += drop * (1 - beside);
      sums[base + first + 1]! += drop * beside;
      if (first + 1 > this.#last[row]!) this.#last[row] = first + 1;
      return;
    }
    if (last > this.#last[row]!) this.#last[row] = last;
    // The height of the edge left of each cell's right side, its integral being what is covered.
    const rate = drop / (right - left);
    let before = 0;
    for (let cell = first; cell < last; cell++) {
      const from = Math.max(left, cell);
      const to = Math.min(right, cell + 1);
      const reached = rate * (from - left);
      const covered = reached * (cell + 1 - from) +
        rate * (to - from) * (cell + 1 - (from + to) / 2);
      sums[base + cell]! += covered - before;
      before = covered;
    }
    sums[base + last]! += drop - before;
  }

  /** Paints the shape whose edges were added, and forgets them. */
  paint(colour: string, rule: FillRule): void {
    const [red, green, blue] = channels(colour);
    const { rows } = this;
    const sums = this.#sums;
    for (let row = this.#top; row <= this.#bottom; row++) {
      const base = row * this.#stride;
      const last = this.#last[row]!;
      let sum = 0;
      let at = row * (1 + 3 * this.width) + 1 + 3 * this.#first[row]!;
      for (let x = this.#first[row]!; x <= last; x++, at += 3) {
        sum += sums[base + x]!;
        sums[base + x] = 0;
        const covered = rule === "nonzero" ? Math.min(1, Math.abs(sum)) : evenOdd(sum);
        if (covered < 1 / 512 || x >= this.width) continue;
        rows[at]! += (red - rows[at]!) * covered + 0.5;
        rows[at + 1]! += (green - rows[at + 1]!) * covered + 0.5;
        rows[at + 2]! += (blue - rows[at + 2]!) * covered + 0.5;
      }
      this.#first[row] = this.#stride;
      this.#last[row] = -1;
    }
    this.#top = this.height;
    this.#bottom = -1;
  }
}

/** Folds the area under edges so that every second layer is a hole. */
function evenOdd(sum: number): number {
  const rest = Math.abs(sum) % 2;
  return rest > 1 ? 2 - rest : rest;
}

function channels(colour: string): [red: number, green: number, blue: number] {
  const value = parseInt(colour.slice(1), 16);
  return [value >> 16, value >> 8 & 255, value & 255];
}
