/** Half the spacing of doubles at 1. */
const U = 2 ** -53;

const SPLITTER = 2 ** 27 + 1;

/**
 * How far the double sum of c*sqrt(n) over `terms` terms may be off, given the double sum of
 * |c|*sqrt(n). Root, product and additions each err by a factor 1 + d, |d| <= U, so the error is
 * at most (terms + 1)(1 + small)U times the true sum of sizes; the rest covers that sum's own
 * rounding and the rounding of this bound.
 */
export function doubleError(terms: number, sizes: number): number {
  return 2 * (terms + 4) * U * sizes;
}

/**
 * The same for {@link DoubleDoubleSum}. A root in two parts is right to 1.5 U^2, its product with
 * c to 5 U^2, each of its size; the low parts, at most (terms + 3)U of all sizes together, are
 * added in doubles: (terms + 1)U of that. Doubled, for the roundings of the bound itself.
 */
export function doubleDoubleError(terms: number, sizes: number): number {
  return 4 * (terms + 4) * (terms + 4) * U * U * sizes;
}

/**
 * A sum of terms c*sqrt(n) in two doubles, where n is a double that holds its number exactly. The
 * fields are scratch, reused from one sum to the next so that nothing is allocated.
 */
export class DoubleDoubleSum {
  #high = 0;
  #low = 0;

  /** Begins a new sum. */
  reset(): void {
    this.#high = 0;
    this.#low = 0;
  }

  /** Adds c*sqrt(n). */
  add(c: number, n: number): void {
    if (n === 0) return;
    const root = Math.sqrt(n);
    const square = root * root;
    // n - root^2 is a double, and both subtractions are exact; then one Newton step.
    const rest = ((n - square) - productError(root, root, square)) / (2 * root);
    const product = c * root;
    const low = productError(c, root, product) + c * rest;
    const sum = this.#high + product;
    const other = sum - this.#high;
    this.#low += ((this.#high - (sum - other)) + (product - other)) + low;
    this.#high = sum;
  }

  /** The sum, to the error that {@link doubleDoubleError} states. */
  value(): number {
    return this.#high + this.#low;
  }
}

/** a*b - product, exactly, where product is a*b rounded (Dekker 1971, Veltkamp's splitting). */
function productError(a: number, b: number, product: number): number {
  const as = SPLITTER * a;
  const ah = as - (as - a);
  const al = a - ah;
  const bs = SPLITTER * b;
  const bh = bs - (bs - b);
  const bl = b - bh;
  return al * bl - (((product - ah * bh) - al * bh) - ah * bl);
}
