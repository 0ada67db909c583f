import { orient2d } from "robust-predicates";
import type { Feature } from "../../geometry/features/feature.ts";

/** Eight times Shewchuk's bound of orient2d, for differences of doubles that are exact. */
const PRODUCTS = 2 ** -49;
/** What the rounding of the coordinates themselves adds, in units of their greatest size. */
const ROUNDED = 2 ** -48;
const ROUNDED_TWICE = 2 ** -96;

/** The corners of some features, in one scale, with the signs that decide where they lie. */
export class Plane {
  /** x of every corner, the nearest double where it does not fit one. */
  readonly x: Float64Array;
  /** y of every corner. */
  readonly y: Float64Array;
  readonly #wide: readonly bigint[] | null;
  /** The greatest size of a coordinate where the doubles are rounded, else 0. */
  readonly #size: number;

  private constructor(x: Float64Array, y: Float64Array, wide: readonly bigint[] | null) {
    this.x = x;
    this.y = y;
    this.#wide = wide;
    this.#size = wide === null
      ? 0
      : x.reduce((m, v, i) => Math.max(m, Math.abs(v), Math.abs(y[i]!)), 0);
  }

  /** The corners of features of one scale, one feature's behind those of the one before it. */
  static of(features: readonly Feature[]): Plane {
    const [only] = features;
    if (features.length === 1) return new Plane(only!.x, only!.y, only!.wide);
    const count = features.reduce((sum, f) => sum + f.x.length, 0);
    const [x, y] = [new Float64Array(count), new Float64Array(count)];
    let at = 0;
    for (const f of features) {
      x.set(f.x, at);
      y.set(f.y, at);
      at += f.x.length;
    }
    const isWide = features.some((f) => f.wide !== null);
    return new Plane(x, y, isWide ? features.flatMap((f) => f.integers()) : null);
  }

  /** Whether two corners are one point. */
  same(i: number, j: number): boolean {
    return this.x[i] === this.x[j] && this.y[i] === this.y[j] &&
      (this.#wide === null ||
        (this.#wide[2 * i] === this.#wide[2 * j] &&
          this.#wide[2 * i + 1] === this.#wide[2 * j + 1]));
  }

  /** The sign of x of corner i less x of corner j. */
  compareX(i: number, j: number): number {
    const difference = this.x[i]! - this.x[j]!;
    if (difference !== 0 || this.#wide === null) return difference;
    return Number(this.#wide[2 * i]! - this.#wide[2 * j]!);
  }

  /** The sign of y of corner i less y of corner j. */
  compareY(i: number, j: number): number {
    const difference = this.y[i]! - this.y[j]!;
    if (difference !== 0 || this.#wide === null) return difference;
    return Number(this.#wide[2 * i + 1]! - this.#wide[2 * j + 1]!);
  }

  /** On which side of the line from corner i to corner j corner k lies: above 0 is left, y up. */
  turn(i: number, j: number, k: number): number {
    const { x, y } = this;
    const xi = x[i]!, yi = y[i]!;
    const dx = x[j]! - xi, dy = y[j]! - yi, ex = x[k]! - xi, ey = y[k]! - yi;
    const left = dx * ey, right = dy * ex;
    const sign = left - right;
    const bound = PRODUCTS * (Math.abs(left) + Math.abs(right));
    if (this.#size === 0) {
      if (sign > bound || -sign > bound) return sign;
      return -orient2d(xi, yi, x[j]!, y[j]!, x[k]!, y[k]!);
    }
    if (Math.abs(sign) > bound + this.#slack(dx, dy, ex, ey)) return sign;
    return this.#exactCross(i, j, i, k);
  }

  /** The sign of (j - i) x (l - k): above 0 where the second direction is to the left. */
  cross(i: number, j: number, k: number, l: number): number {
    const { x, y } = this;
    const dx = x[j]! - x[i]!, dy = y[j]! - y[i]!, ex = x[l]! - x[k]!, ey = y[l]! - y[k]!;
    const left = dx * ey, right = dy * ex;
    const sign = left - right;
    const bound = PRODUCTS * (Math.abs(left) + Math.abs(right)) + this.#slack(dx, dy, ex, ey);
    if (Math.abs(sign) > bound) return sign;
    return this.#exactCross(i, j, k, l);
  }

  /** Whether corner p, known to be on the line through a and b, lies between them or is one. */
  isBetween(p: number, a: number, b: number): boolean {
    const ax = this.compareX(p, a), bx = this.compareX(p, b);
    if (ax > 0 && bx > 0 || ax < 0 && bx < 0) return false;
    const ay = this.compareY(p, a), by = this.compareY(p, b);
    return !(ay > 0 && by > 0 || ay < 0 && by < 0);
  }

  /** The scaled integers of a corner. */
  integers(i: number): readonly [x: bigint, y: bigint] {
    return this.#wide === null
      ? [BigInt(this.x[i]!), BigInt(this.y[i]!)]
      : [this.#wide[2 * i]!, this.#wide[2 * i + 1]!];
  }

  #slack(dx: number, dy: number, ex: number, ey: number): number {
    if (this.#size === 0) return 0;
    const sum = Math.abs(dx) + Math.abs(dy) + Math.abs(ex) + Math.abs(ey);
    return this.#size * (ROUNDED * sum + ROUNDED_TWICE * this.#size);
  }

  #exactCross(i: number, j: number, k: number, l: number): number {
    const [ix, iy] = this.integers(i);
    const [jx, jy] = this.integers(j);
    const [kx, ky] = this.integers(k);
    const [lx, ly] = this.integers(l);
    const cross = (jx - ix) * (ly - ky) - (jy - iy) * (lx - kx);
    return cross > 0n ? 1 : cross < 0n ? -1 : 0;
  }
}
