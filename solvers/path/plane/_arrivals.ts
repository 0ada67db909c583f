import { compareSqrtSums } from "../../../geometry/sqrt_sum.ts";

/**
 * Lengths that differ by more than this part of themselves differ in truth: a sum of k correctly
 * rounded roots errs by less than (k + 2) 2^-53 of itself, and no path here has 10^5 turns.
 */
const CLEAR = 1e-10;

/**
 * The best known ways to each vertex of one search, compared exactly: doubles decide only where
 * they are far enough apart, sums of square roots everywhere else.
 */
export class Arrivals {
  readonly #xs: ArrayLike<number>;
  readonly #ys: ArrayLike<number>;
  /** The best arrival at each vertex; one that was beaten, or of an earlier search, counts not. */
  readonly #best: Int32Array;
  #vertex = new Int32Array(64);
  #parent = new Int32Array(64);
  #length = new Float64Array(64);
  #isBeaten = new Uint8Array(64);
  #count = 0;
  /** Other arrivals from which a way as short leads to one. */
  readonly #ties = new Map<number, number[]>();

  constructor(xs: ArrayLike<number>, ys: ArrayLike<number>) {
    this.#xs = xs;
    this.#ys = ys;
    this.#best = new Int32Array(xs.length).fill(-1);
  }

  /** Forgets all arrivals and keeps the room. */
  clear(): void {
    for (let a = 0; a < this.#count; a++) this.#best[this.#vertex[a]!] = -1;
    this.#count = 0;
    this.#ties.clear();
  }

  /** Starts at a vertex. */
  start(vertex: number): number {
    return this.#push(vertex, -1, 0);
  }

  /**
   * Comes straight to `vertex` from the vertex of `parent`.
   *
   * @returns the arrival to go on from, or -1 when a way as good is known
   */
  reach(vertex: number, parent: number): number {
    const from = this.#vertex[parent]!;
    const dx = this.#xs[vertex]! - this.#xs[from]!;
    const dy = this.#ys[vertex]! - this.#ys[from]!;
    const length = this.#length[parent]! + Math.sqrt(dx * dx + dy * dy);
    const known = this.#best[vertex]!;
    if (known === -1) return this.#push(vertex, parent, length);
    if (this.#parent[known] === parent) return known;
    const order = this.#order(vertex, parent, length, known);
    if (order < 0) {
      this.#isBeaten[known] = 1;
      return this.#push(vertex, parent, length);
    }
    if (order === 0) this.#tie(known, parent);
    return -1;
  }

  /** Whether the arrival is still the best known at its vertex. */
  isBest(arrival: number): boolean {
    return this.#isBeaten[arrival] === 0;
  }

  /** The vertex arrived at. */
  vertex(arrival: number): number {
    return this.#vertex[arrival]!;
  }

  /** The arrival before it, -1 at the start. */
  parent(arrival: number): number {
    return this.#parent[arrival]!;
  }

  /** The length so far, as a double that errs by a few units in the last place. */
  length(arrival: number): number {
    return this.#length[arrival]!;
  }

  /** The best arrival at a vertex, -1 where there is none. */
  best(vertex: number): number {
    return this.#best[vertex]!;
  }

  /** The arrivals from which a way exactly as short leads straight to this one. */
  parents(arrival: number): number[] {
    const parent = this.#parent[arrival]!;
    if (parent === -1) return [];
    const vertex = this.#vertex[arrival]!;
    const others = (this.#ties.get(arrival) ?? []).filter((p) =>
      this.#isProven(p) && this.#order(vertex, p, this.#via(p, arrival), arrival) === 0
    );
    return [parent, ...others];
  }

  /** Whether the arrival and each before it is the best at its vertex. */
  #isProven(arrival: number): boolean {
    for (let a = arrival; a !== -1; a = this.#parent[a]!) if (this.#isBeaten[a] === 1) return false;
    return true;
  }

  #via(parent: number, arrival: number): number {
    const [a, b] = [this.#vertex[parent]!, this.#vertex[arrival]!];
    return this.#length[parent]! +
      Math.hypot(this.#xs[b]! - this.#xs[a]!, this.#ys[b]! - this.#ys[a]!);
  }

  /** Under 0 when the new way is shorter than the known one, exactly. */
  #order(vertex: number, parent: number, length: number, known: number): number {
    const difference = length - this.#length[known]!;
    if (Math.abs(difference) > CLEAR * length) return difference;
    const squares = this.squares(parent);
    squares.push(this.#square(this.#vertex[parent]!, vertex));
    return compareSqrtSums(squares, this.squares(known));
  }

  /** The squared lengths of the straight parts of a way. */
  squares(arrival: number): number[] {
    const squares: number[] = [];
    for (let a = arrival; this.#parent[a] !== -1; a = this.#parent[a]!) {
      squares.push(this.#square(this.#vertex[this.#parent[a]!]!, this.#vertex[a]!));
    }
    return squares;
  }

  #square(a: number, b: number): number {
    const dx = this.#xs[b]! - this.#xs[a]!;
    const dy = this.#ys[b]! - this.#ys[a]!;
    return dx * dx + dy * dy;
  }

  #tie(arrival: number, parent: number): void {
    const ties = this.#ties.get(arrival);
    if (ties === undefined) this.#ties.set(arrival, [parent]);
    else if (!ties.includes(parent)) ties.push(parent);
  }

  #push(vertex: number, parent: number, length: number): number {
    const arrival = this.#count++;
    if (arrival === this.#vertex.length) this.#grow();
    this.#vertex[arrival] = vertex;
    this.#parent[arrival] = parent;
    this.#length[arrival] = length;
    this.#isBeaten[arrival] = 0;
    this.#best[vertex] = arrival;
    return arrival;
  }

  #grow(): void {
    this.#vertex = twice(this.#vertex, Int32Array);
    this.#parent = twice(this.#parent, Int32Array);
    this.#length = twice(this.#length, Float64Array);
    this.#isBeaten = twice(this.#isBeaten, Uint8Array);
  }
}

/** The same numbers, and room for as many more. */
function twice<T extends Int32Array | Float64Array | Uint8Array>(
  from: T,
  Kind: new (length: number) => T,
): T {
  const into = new Kind(2 * from.length);
  into.set(from);
  return into;
}
