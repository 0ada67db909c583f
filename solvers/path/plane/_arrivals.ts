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
  readonly #best = new Map<number, number>();
  readonly #vertex: number[] = [];
  readonly #parent: number[] = [];
  readonly #length: number[] = [];
  readonly #ties: number[][] = [];
  readonly #isBeaten: boolean[] = [];

  constructor(xs: ArrayLike<number>, ys: ArrayLike<number>) {
    this.#xs = xs;
    this.#ys = ys;
  }

  /** Starts at a vertex. */
  start(vertex: number): number {
    this.#best.set(vertex, 0);
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
    const known = this.#best.get(vertex);
    if (known === undefined) return this.#improve(vertex, parent, length);
    if (this.#parent[known] === parent) return known;
    const order = this.#order({ vertex, parent, length }, known);
    if (order < 0) {
      this.#isBeaten[known] = true;
      return this.#improve(vertex, parent, length);
    }
    if (order === 0 && !this.#ties[known]!.includes(parent)) this.#ties[known]!.push(parent);
    return -1;
  }

  /** Whether the arrival is still the best known at its vertex. */
  isBest(arrival: number): boolean {
    return !this.#isBeaten[arrival]!;
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

  /** The best arrival at a vertex. */
  best(vertex: number): number | undefined {
    return this.#best.get(vertex);
  }

  /** The arrivals from which a way exactly as short leads straight to this one. */
  parents(arrival: number): number[] {
    const parent = this.#parent[arrival]!;
    if (parent === -1) return [];
    const others = this.#ties[arrival]!.filter((p) =>
      this.#isProven(p) &&
      this.#order(
          { vertex: this.#vertex[arrival]!, parent: p, length: this.#via(p, arrival) },
          arrival,
        ) === 0
    );
    return [parent, ...others];
  }

  /** Whether the arrival and each before it is the best at its vertex. */
  #isProven(arrival: number): boolean {
    for (let a = arrival; a !== -1; a = this.#parent[a]!) if (this.#isBeaten[a]) return false;
    return true;
  }

  #via(parent: number, arrival: number): number {
    const [a, b] = [this.#vertex[parent]!, this.#vertex[arrival]!];
    return this.#length[parent]! +
      Math.hypot(this.#xs[b]! - this.#xs[a]!, this.#ys[b]! - this.#ys[a]!);
  }

  /** Under 0 when the new way is shorter than the known one, exactly. */
  #order(way: { vertex: number; parent: number; length: number }, known: number): number {
    const difference = way.length - this.#length[known]!;
    if (Math.abs(difference) > CLEAR * way.length) return difference;
    const squares = this.squares(way.parent);
    squares.push(this.#square(this.#vertex[way.parent]!, way.vertex));
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

  #improve(vertex: number, parent: number, length: number): number {
    const arrival = this.#push(vertex, parent, length);
    this.#best.set(vertex, arrival);
    return arrival;
  }

  #push(vertex: number, parent: number, length: number): number {
    this.#vertex.push(vertex);
    this.#parent.push(parent);
    this.#length.push(length);
    this.#isBeaten.push(false);
    return this.#ties.push([]) - 1;
  }
}
