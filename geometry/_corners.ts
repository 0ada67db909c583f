import { toCommonIntegers } from "./dyadic.ts";
import type { Sign } from "./frame.ts";
import { orientation } from "./orientation.ts";

/** Corners given by doubles, which are exact, or by integers of any length. */
export type Place = readonly [x: number, y: number] | readonly [x: bigint, y: bigint];

/**
 * Corners of rings, kept as doubles that never change their order, and as integers where the
 * doubles are not exact. Every question about them is answered exactly.
 */
export class Corners {
  /** x of each corner: the double next to it, less that of the first where integers are long. */
  readonly xs: Float64Array;
  /** y of each corner likewise. */
  readonly ys: Float64Array;
  readonly #long: { readonly xs: readonly bigint[]; readonly ys: readonly bigint[] } | null;
  /** An orientation by doubles beyond this has the right sign. */
  readonly #doubt: number;

  constructor(places: readonly Place[]) {
    const [origin] = places;
    if (origin === undefined || typeof origin[0] === "number") {
      this.xs = new Float64Array(places.length);
      this.ys = new Float64Array(places.length);
      for (let i = 0; i < places.length; i++) {
        this.xs[i] = places[i]![0] as number;
        this.ys[i] = places[i]![1] as number;
      }
      this.#long = null;
      this.#doubt = 0;
      return;
    }
    const [ox, oy] = origin as readonly [bigint, bigint];
    const moved = (places as readonly (readonly [bigint, bigint])[])
      .map(([x, y]) => [x - ox, y - oy] as const);
    this.#long = { xs: moved.map(([x]) => x), ys: moved.map(([, y]) => y) };
    // Rounding is monotone: what is less stays no more.
    this.xs = Float64Array.from(this.#long.xs, Number);
    this.ys = Float64Array.from(this.#long.ys, Number);
    const size = (most: number, x: number): number => Math.max(most, Math.abs(x));
    const most = this.ys.reduce(size, this.xs.reduce(size, 0));
    // Coordinates err by 2^-53 of the largest, M; so the determinant errs by some 48 * 2^-53 * M^2.
    this.#doubt = 2 ** -47 * most * most;
  }

  /** How many there are. */
  get count(): number {
    return this.xs.length;
  }

  /** The sign of (b - a) x (c - a). */
  orientation(a: number, b: number, c: number): Sign {
    const { xs, ys } = this;
    if (this.#long === null) return orientation(xs[a]!, ys[a]!, xs[b]!, ys[b]!, xs[c]!, ys[c]!);
    const turn = (xs[b]! - xs[a]!) * (ys[c]! - ys[a]!) - (ys[b]! - ys[a]!) * (xs[c]! - xs[a]!);
    if (Math.abs(turn) > this.#doubt) return turn > 0 ? 1 : -1;
    const { xs: X, ys: Y } = this.#long;
    return signOf((X[b]! - X[a]!) * (Y[c]! - Y[a]!) - (Y[b]! - Y[a]!) * (X[c]! - X[a]!));
  }

  /** The sign of x[a] - x[b]. */
  compareX(a: number, b: number): Sign {
    const { xs } = this;
    if (xs[a]! !== xs[b]!) return xs[a]! < xs[b]! ? -1 : 1;
    return this.#long === null ? 0 : signOf(this.#long.xs[a]! - this.#long.xs[b]!);
  }

  /** The sign of y[a] - y[b]. */
  compareY(a: number, b: number): Sign {
    const { ys } = this;
    if (ys[a]! !== ys[b]!) return ys[a]! < ys[b]! ? -1 : 1;
    return this.#long === null ? 0 : signOf(this.#long.ys[a]! - this.#long.ys[b]!);
  }

  /** By x, then by y. */
  compare(a: number, b: number): Sign {
    const byX = this.compareX(a, b);
    return byX !== 0 ? byX : this.compareY(a, b);
  }

  /** The middle of two corners, as a list of one corner more: its index is `count`. */
  withMiddle(a: number, b: number): Corners {
    if (this.#long !== null) {
      const { xs, ys } = this.#long;
      const twice = xs.map((x, i): Place => [2n * x, 2n * ys[i]!]);
      return new Corners([...twice, [xs[a]! + xs[b]!, ys[a]! + ys[b]!]]);
    }
    const integers = toCommonIntegers([...this.xs, ...this.ys]);
    const places = Array.from(this.xs, (_, i): Place => [integers[i]!, integers[this.count + i]!]);
    return new Corners(places).withMiddle(a, b);
  }
}

function signOf(x: bigint): Sign {
  return x > 0n ? 1 : x < 0n ? -1 : 0;
}
