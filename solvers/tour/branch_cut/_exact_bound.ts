import { crossings, type Cut } from "./_cut.ts";

/** Integer duals: a proposal of the linear program, rounded. */
export interface IntegerDual {
  readonly y: Float64Array;
  readonly cuts: readonly Cut[];
  readonly mu: readonly number[];
}

/** Duals that leave every edge its weight. */
export function noDual(n: number): IntegerDual {
  return { y: new Float64Array(n), cuts: [], mu: [] };
}

/** Rounds duals to units of 1/scale; multipliers of cuts below 0 become 0. */
export function roundDual(
  points: Float64Array,
  cuts: readonly Cut[],
  multipliers: Float64Array,
  scale: number,
): IntegerDual {
  const used: Cut[] = [];
  const mu: number[] = [];
  cuts.forEach((cut, r) => {
    const m = Math.round(multipliers[r]! * scale);
    if (m <= 0) return;
    used.push(cut);
    mu.push(m);
  });
  return { y: points.map((y) => Math.round(y * scale)), cuts: used, mu };
}

/** The sum of two duals. */
export function addDuals(a: IntegerDual, b: IntegerDual): IntegerDual {
  const mu = new Map(a.cuts.map((cut, k) => [cut, a.mu[k]!]));
  b.cuts.forEach((cut, k) => mu.set(cut, (mu.get(cut) ?? 0) + b.mu[k]!));
  return { y: a.y.map((y, v) => y + b.y[v]!), cuts: [...mu.keys()], mu: [...mu.values()] };
}

/**
 * Reduced costs of any edges under integer duals, exact in doubles as long as {@link dualFits}.
 */
export class ReducedCosts {
  readonly #weights: Float64Array;
  readonly #n: number;
  readonly #scale: number;
  readonly #dual: IntegerDual;
  /** y with the multipliers of the sets around each point added. */
  readonly #lifted: Float64Array;
  /** `2 sum y + sum mu rhs`. */
  readonly constant: number;

  constructor(weights: Float64Array, n: number, scale: number, dual: IntegerDual) {
    this.#weights = weights;
    this.#n = n;
    this.#scale = scale;
    this.#dual = dual;
    this.#lifted = dual.y.slice();
    let constant = 0;
    for (const y of dual.y) constant += 2 * y;
    dual.cuts.forEach(({ code, rhs }, k) => {
      const m = dual.mu[k]!;
      constant += m * rhs;
      for (let v = 0; v < n; v++) {
        const c = code[v]!;
        if (c !== 0) this.#lifted[v]! += m * ((c & 1) + (c > 1 ? 1 : 0));
      }
    });
    this.constant = constant;
  }

  /** A lower bound of the reduced cost, at once. */
  least(u: number, v: number): number {
    return this.#scale * this.#weights[u * this.#n + v]! - this.#lifted[u]! - this.#lifted[v]!;
  }

  /** The reduced cost. */
  of(u: number, v: number): number {
    const { y, cuts, mu } = this.#dual;
    let rc = this.#scale * this.#weights[u * this.#n + v]! - y[u]! - y[v]!;
    for (let k = 0; k < cuts.length; k++) {
      const { code } = cuts[k]!;
      const times = crossings(code[u]!, code[v]!);
      if (times !== 0) rc -= times * mu[k]!;
    }
    return rc;
  }
}

/** Whether no sum that a bound needs can pass 2^53, in the way the checker asks for it. */
export function dualFits(dual: IntegerDual, scale: number, heaviest: number): boolean {
  let size = 0;
  dual.cuts.forEach(({ rhs, teeth }, k) => size += dual.mu[k]! * Math.max(rhs, 2 * (teeth + 1)));
  for (const y of dual.y) size += 2 * Math.abs(y);
  return 3 * (size + scale * heaviest) < 2 ** 53;
}
